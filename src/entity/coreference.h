// Joins drafts that mean the same: names by their forms, definite descriptions and pronouns with
// what was named before. Rules in the order of their precision, after the multi-pass sieve of
// Raghunathan et al. (2010).
#ifndef VARDE_ENTITY_COREFERENCE_H_
#define VARDE_ENTITY_COREFERENCE_H_

#include "entity/draft.h"

namespace varde {

// To be called after find_affiliations. Pronouns without an antecedent stay alone.
void find_coreference(Reading* reading);

}  // namespace varde

#endif  // VARDE_ENTITY_COREFERENCE_H_
