// Tells country and sector of people and bodies from the words around them.
#ifndef VARDE_ENTITY_AFFILIATION_H_
#define VARDE_ENTITY_AFFILIATION_H_

#include "entity/draft.h"

namespace varde {

// Joins names with the titles and kinds that stand beside them ("utenriksminister Sergej Lavrov",
// "the rebel group Jaish al-Islam", "X, a spokesman for Y") and gives each draft what adjectives,
// genitives and prepositional phrases say of it. To be called after find_nominals.
void find_affiliations(Reading* reading);

}  // namespace varde

#endif  // VARDE_ENTITY_AFFILIATION_H_
