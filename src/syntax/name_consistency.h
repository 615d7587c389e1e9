// One name, one type, throughout a document.
#ifndef VARDE_SYNTAX_NAME_CONSISTENCY_H_
#define VARDE_SYNTAX_NAME_CONSISTENCY_H_

#include "syntax/parse.h"

namespace varde::syntax {

// Reports give a person's full name once and then one part of it, which alone may look like an
// organisation's or a place's. A name of one word that begins or ends some person's name of several
// words in the same document becomes a person's (one sense per discourse, Gale et al. 1992). Words
// are compared as written and by lemma, so that a genitive counts too.
void settle_persons(Parse* parse);

}  // namespace varde::syntax

#endif  // VARDE_SYNTAX_NAME_CONSISTENCY_H_
