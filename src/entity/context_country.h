// Fills in the countries that no word beside a phrase tells ("opprørerne", "the army").
#ifndef VARDE_ENTITY_CONTEXT_COUNTRY_H_
#define VARDE_ENTITY_CONTEXT_COUNTRY_H_

#include "entity/draft.h"

namespace varde {

// Guesses where the conflict is that the document reports, and gives people and bodies without a
// country that of the sentence's place, or else of the conflict. To be called last.
void find_context_countries(Reading* reading);

}  // namespace varde

#endif  // VARDE_ENTITY_CONTEXT_COUNTRY_H_
