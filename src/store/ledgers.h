// The ledgers as they are shown: entries of the store, completed by what other entries say.
#ifndef VARDE_STORE_LEDGERS_H_
#define VARDE_STORE_LEDGERS_H_

#include <functional>
#include <string>
#include <vector>

#include "store/store.h"

namespace varde::store {

// Entries with violations of ceasefires, incidents of tolls, earlier rounds of talks and expiry by
// the calendar filled in, all as of the filter's day.
Result<void> ledger(Store* store, const Filter& filter,
                    const std::function<bool(ledger::Entry)>& use);

// The same for entries that were found without, as Store::entries finds them.
Result<void> complete(Store* store, std::optional<Day> as_of, std::vector<ledger::Entry>* entries);

// One of them, by its id or that of one of its reports.
Result<std::optional<ledger::Entry>> ledger_entry(Store* store, const std::string& id,
                                                  std::optional<Day> as_of);

// The register of actors: one object for each, by name. `name` (any name that an article uses)
// chooses; empty: all. A bare surname belongs to the one actor of that surname whom other articles
// name in full, if there is one alone.
Result<std::vector<ledger::Json>> actors(Store* store, const std::string& name,
                                         std::optional<Day> as_of);

}  // namespace varde::store

#endif  // VARDE_STORE_LEDGERS_H_
