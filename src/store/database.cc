#include "store/database.h"

namespace varde::store {

int64_t Row::number(size_t column) const {
  const auto* number = std::get_if<int64_t>(&values_[column]);
  return number == nullptr ? 0 : *number;
}

double Row::real(size_t column) const {
  if (const auto* whole = std::get_if<int64_t>(&values_[column])) {
    return static_cast<double>(*whole);
  }
  const auto* real = std::get_if<double>(&values_[column]);
  return real == nullptr ? 0 : *real;
}

const std::string& Row::text(size_t column) const {
  static const std::string kEmpty;
  const auto* text = std::get_if<std::string>(&values_[column]);
  return text == nullptr ? kEmpty : *text;
}

Result<std::vector<Row>> Database::all(std::string_view statement, const Values& values) {
  std::vector<Row> rows;
  const auto done = query(statement, values, [&](const Row& row) {
    rows.push_back(row);
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return rows;
}

Result<void> Database::in_transaction(const std::function<Result<void>()>& work) {
  if (auto begun = begin(); !begun) return begun;
  auto done = work();
  if (done) done = commit();
  if (!done) roll_back();
  return done;
}

Result<std::unique_ptr<Database>> open_database(const std::string& where, bool create) {
  if (where.starts_with("postgresql://") || where.starts_with("postgres://")) {
    return open_postgres(where);
  }
  return open_sqlite(where, create);
}

}  // namespace varde::store
