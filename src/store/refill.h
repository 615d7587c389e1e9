// Fills tables that are derived from others, in a store that was made before they were.
#ifndef VARDE_STORE_REFILL_H_
#define VARDE_STORE_REFILL_H_

#include "store/database.h"

namespace varde::store {

// incident_facts and review, from entries and reports.
Result<void> fill_summaries(Database* database);

// report_block and document_band, from reports and signatures.
Result<void> fill_keys(Database* database);

}  // namespace varde::store

#endif  // VARDE_STORE_REFILL_H_
