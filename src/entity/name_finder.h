// Finds the names of a document: those that the model marks and those that the tables know.
#ifndef VARDE_ENTITY_NAME_FINDER_H_
#define VARDE_ENTITY_NAME_FINDER_H_

#include "entity/draft.h"

namespace varde {

// Adds a draft for each name. The tables beat the model where both claim words: a known country is
// never lost to a heading in capitals or a wrong label. Longest match first.
void find_names(Reading* reading);

}  // namespace varde

#endif  // VARDE_ENTITY_NAME_FINDER_H_
