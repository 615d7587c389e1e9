// Which reports tell of one and the same thing.
#ifndef VARDE_LEDGER_GROUPING_H_
#define VARDE_LEDGER_GROUPING_H_

#include <cstddef>
#include <vector>

#include "ledger/likeness.h"

namespace varde::ledger {

// Indices of `profiles`, which must be in the order of reported_before.
using Group = std::vector<size_t>;

// One report after another joins the group that it is most like, or founds its own: what was known
// on a day stays together whatever is learnt later. A report that contradicts one member stays out.
// Groups in the order of their first reports. Quadratic in the number of profiles.
std::vector<Group> group(const std::vector<Profile>& profiles);

// Coarser: reports that any chain of likenesses joins, whatever contradicts. A report can only be
// in a group with reports of its own component, so that a component can be worked out alone.
std::vector<Group> components(const std::vector<Profile>& profiles);

}  // namespace varde::ledger

#endif  // VARDE_LEDGER_GROUPING_H_
