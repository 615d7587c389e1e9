// The tables of a store, and how older stores become newer ones.
#ifndef VARDE_STORE_SCHEMA_H_
#define VARDE_STORE_SCHEMA_H_

#include <functional>

#include "store/database.h"

namespace varde::store {

// Brings the database to the schema of this program: makes the tables of an empty one, applies the
// numbered migrations that an older one lacks, each in a transaction. A store that a newer program
// made, and a database that is no store but has tables, are refused and left as they are.
// `before_upgrade` is called before an older store is changed, which may take minutes.
Result<void> migrate(Database* database, const std::function<void()>& before_upgrade = {});

}  // namespace varde::store

#endif  // VARDE_STORE_SCHEMA_H_
