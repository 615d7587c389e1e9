// Tolls summed day by day and by source. Answers as docs/api.md describes them.
#ifndef VARDE_STORE_TOLL_SUMS_H_
#define VARDE_STORE_TOLL_SUMS_H_

#include "store/store.h"

namespace varde::store {

// The tolls that fit the filter, of one kind (filter.types). Of each source a newer figure takes
// the place of its older one; the sum of all has the lowest and the highest figures that stand.
Result<ledger::Json> toll_sums(Store* store, const Filter& filter);

}  // namespace varde::store

#endif  // VARDE_STORE_TOLL_SUMS_H_
