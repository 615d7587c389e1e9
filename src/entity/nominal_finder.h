// Finds phrases that refer to people and bodies by a noun ("the rebels", "regjeringsstyrkene", "a
// spokesman") and pronouns.
#ifndef VARDE_ENTITY_NOMINAL_FINDER_H_
#define VARDE_ENTITY_NOMINAL_FINDER_H_

#include "entity/draft.h"

namespace varde {

// Adds a draft for each noun of the tables that is no part of a name and no mere modifier of
// another such noun, and for each pronoun that may refer. To be called after find_names.
void find_nominals(Reading* reading);

// Sectors of a noun whose modifier says more ("rebel" + "forces").
std::vector<std::string_view> combine_sectors(const std::vector<std::string_view>& noun,
                                              const std::vector<std::string_view>& modifier);

}  // namespace varde

#endif  // VARDE_ENTITY_NOMINAL_FINDER_H_
