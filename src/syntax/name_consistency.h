// One name, one type, throughout a document, also where it stands in short.
#ifndef VARDE_SYNTAX_NAME_CONSISTENCY_H_
#define VARDE_SYNTAX_NAME_CONSISTENCY_H_

#include <span>
#include <vector>

#include "syntax/features.h"
#include "syntax/parse.h"

namespace varde::syntax {

// A type that a name may have.
struct NameKind {
  NameType type = NameType::kOrganization;
  std::string_view label;
};

// What the tagger thinks of each name of the document: names x kinds log probabilities.
struct NameOpinions {
  std::vector<NameKind> kinds;
  std::vector<float> scores;

  std::span<const float> of(size_t name) const {
    return std::span(scores).subspan(name * kinds.size(), kinds.size());
  }
};

// One sense per discourse (Gale et al. 1992): mentions of one name vote on its type, each as firmly
// as the tagger is sure. The full name of a person votes on its first and last word alone, too,
// which may look like an organisation or a place. Whether a country acts or is a place (GPE_ORG,
// GPE_LOC) may change from mention to mention and is left to each. Possessive endings do not count.
//
// A capitalised noun in which the tagger saw no name, but which ends a person's full name
// elsewhere, becomes that person's, unless the document has the word in small letters too; and an
// abbreviation that stands in brackets behind its full name is a name like that one, wherever it
// stands.
void settle_names(const NameOpinions& opinions, const NameLists& lists, Parse* parse);

}  // namespace varde::syntax

#endif  // VARDE_SYNTAX_NAME_CONSISTENCY_H_
