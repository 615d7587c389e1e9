// The narrow interface to a database: statements with bound values, and transactions. SQLite and
// PostgreSQL behind it take the same statements and give the same rows.
//
// Statements are written with $1, $2, … for values. Text is compared by bytes in both. One database
// object is one connection, to be used by one thread at a time.
#ifndef VARDE_STORE_DATABASE_H_
#define VARDE_STORE_DATABASE_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "varde/result.h"

namespace varde::store {

using Null = std::monostate;
using Value = std::variant<Null, int64_t, double, std::string>;
using Values = std::vector<Value>;

template <class T>
Value value_or_null(const std::optional<T>& maybe) {
  return maybe ? Value(*maybe) : Value(Null{});
}

// A row of an answer. Asking for a column as what it is not gives 0 or "".
class Row {
 public:
  explicit Row(Values values) : values_(std::move(values)) {}
  bool is_null(size_t column) const { return std::holds_alternative<Null>(values_[column]); }
  int64_t number(size_t column) const;
  double real(size_t column) const;
  const std::string& text(size_t column) const;

 private:
  Values values_;
};

enum class Dialect { kSqlite, kPostgres };

class Database {
 public:
  virtual ~Database() = default;
  virtual Dialect dialect() const = 0;

  // One or more statements without values, as migrations are.
  virtual Result<void> run_script(const std::string& statements) = 0;
  // A statement that answers nothing; the number of rows that it changed.
  virtual Result<int64_t> run(std::string_view statement, const Values& values) = 0;
  // The same for each of many rows of values, without waiting for one after the other.
  virtual Result<void> run_many(std::string_view statement, const std::vector<Values>& rows) = 0;
  // Hands over the rows of an answer one by one until `use` says false.
  virtual Result<void> query(std::string_view statement, const Values& values,
                             const std::function<bool(const Row&)>& use) = 0;

  Result<std::vector<Row>> all(std::string_view statement, const Values& values = {});

  // `work` in one transaction: committed when it succeeds, undone when it does not. Nothing else
  // writes in between: another writer waits, for at most half a minute.
  Result<void> in_transaction(const std::function<Result<void>()>& work);

 protected:
  virtual Result<void> begin() = 0;
  virtual Result<void> commit() = 0;
  virtual void roll_back() = 0;
};

// Opens `where`: a connection string that begins with postgresql:// (or postgres://), else the path
// of a SQLite file, which is made when it does not exist and `create`.
Result<std::unique_ptr<Database>> open_database(const std::string& where, bool create);

Result<std::unique_ptr<Database>> open_sqlite(const std::string& path, bool create);
Result<std::unique_ptr<Database>> open_postgres(const std::string& url);

}  // namespace varde::store

#endif  // VARDE_STORE_DATABASE_H_
