// Names within words: "Syria-samtaler", "russisk-amerikansk", "amerikanskledet", "Øst-Aleppo".
#ifndef VARDE_ENTITY_COMPOUND_NAMES_H_
#define VARDE_ENTITY_COMPOUND_NAMES_H_

#include <optional>

#include "entity/draft.h"

namespace varde {

// The name in a word that is none itself, or nothing.
std::optional<Draft> name_in_compound(const Reading& reading, uint32_t token);

// Fills a draft whose name ends in a place that the tables know behind a hyphen: East Aleppo lies
// where Aleppo lies. False where it does not.
bool fill_hyphenated_place(const Reading& reading, Draft* draft);

}  // namespace varde

#endif  // VARDE_ENTITY_COMPOUND_NAMES_H_
