// Joins the names that mean the same: by identity, by parts of a person's name, by brackets and by
// phrases such as "formerly known as".
#ifndef VARDE_ENTITY_NAME_COREFERENCE_H_
#define VARDE_ENTITY_NAME_COREFERENCE_H_

#include "entity/draft.h"

namespace varde {

void join_names(Reading* reading);

}  // namespace varde

#endif  // VARDE_ENTITY_NAME_COREFERENCE_H_
