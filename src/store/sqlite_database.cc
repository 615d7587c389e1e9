#include <sqlite3.h>

#include <filesystem>
#include <map>

#include "store/database.h"

namespace varde::store {
namespace {

constexpr int kWaitMilliseconds = 30'000;

struct CloseConnection {
  void operator()(sqlite3* connection) const { sqlite3_close(connection); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

class SqliteDatabase : public Database {
 public:
  SqliteDatabase(std::string path, sqlite3* connection)
      : path_(std::move(path)), connection_(connection) {}

  Dialect dialect() const override { return Dialect::kSqlite; }

  Result<void> run_script(const std::string& statements) override {
    const int code = sqlite3_exec(connection_.get(), statements.c_str(), nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Result<void>() : fault();
  }

  Result<int64_t> run(std::string_view statement, const Values& values) override {
    const auto done = query(statement, values, [](const Row&) { return true; });
    if (!done) return tl::unexpected(done.error());
    return sqlite3_changes64(connection_.get());
  }

  Result<void> run_many(std::string_view statement, const std::vector<Values>& rows) override {
    for (const Values& row : rows) {
      if (const auto done = run(statement, row); !done) return tl::unexpected(done.error());
    }
    return {};
  }

  Result<void> query(std::string_view statement, const Values& values,
                     const std::function<bool(const Row&)>& use) override {
    sqlite3_stmt* prepared = prepare(statement);
    if (prepared == nullptr) return fault();
    bind(prepared, values);
    int code = sqlite3_step(prepared);
    while (code == SQLITE_ROW && use(read(prepared))) code = sqlite3_step(prepared);
    Result<void> result;
    if (code != SQLITE_ROW && code != SQLITE_DONE) result = fault();
    sqlite3_reset(prepared);
    sqlite3_clear_bindings(prepared);
    return result;
  }

 protected:
  Result<void> begin() override { return run_script("BEGIN IMMEDIATE"); }
  Result<void> commit() override { return run_script("COMMIT"); }
  void roll_back() override {
    // After some faults SQLite has rolled back already; then there is nothing to undo.
    if (sqlite3_get_autocommit(connection_.get()) == 0) std::ignore = run_script("ROLLBACK");
  }

 private:
  // Statements are few and used over and over.
  sqlite3_stmt* prepare(std::string_view statement) {
    const auto known = statements_.find(statement);
    if (known != statements_.end()) return known->second.get();
    sqlite3_stmt* prepared = nullptr;
    sqlite3_prepare_v3(connection_.get(), statement.data(), static_cast<int>(statement.size()),
                       SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    if (prepared == nullptr) return nullptr;
    statements_.emplace(std::string(statement), prepared);
    return prepared;
  }

  static void bind(sqlite3_stmt* statement, const Values& values) {
    for (size_t i = 0; i < values.size(); ++i) {
      // "$7" is a name to SQLite, which numbers names in the order of their appearance.
      const std::string name = "$" + std::to_string(i + 1);
      const int at = sqlite3_bind_parameter_index(statement, name.c_str());
      if (at == 0) continue;
      if (const auto* number = std::get_if<int64_t>(&values[i])) {
        sqlite3_bind_int64(statement, at, *number);
      } else if (const auto* real = std::get_if<double>(&values[i])) {
        sqlite3_bind_double(statement, at, *real);
      } else if (const auto* text = std::get_if<std::string>(&values[i])) {
        sqlite3_bind_text64(statement, at, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
      }
    }
  }

  static Row read(sqlite3_stmt* statement) {
    Values values;
    const int columns = sqlite3_column_count(statement);
    values.reserve(static_cast<size_t>(columns));
    for (int i = 0; i < columns; ++i) {
      switch (sqlite3_column_type(statement, i)) {
        case SQLITE_INTEGER:
          values.emplace_back(static_cast<int64_t>(sqlite3_column_int64(statement, i)));
          break;
        case SQLITE_FLOAT:
          values.emplace_back(sqlite3_column_double(statement, i));
          break;
        case SQLITE_NULL:
          values.emplace_back(Null{});
          break;
        default: {
          const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
          const auto size = static_cast<size_t>(sqlite3_column_bytes(statement, i));
          values.emplace_back(text == nullptr ? std::string() : std::string(text, size));
        }
      }
    }
    return Row(std::move(values));
  }

  tl::unexpected<Error> fault() const {
    const int code = sqlite3_errcode(connection_.get());
    std::string advice;
    switch (code & 0xff) {
      case SQLITE_FULL:
        advice = "; make room and run it again, nothing that was stored is lost";
        break;
      case SQLITE_BUSY:
      case SQLITE_LOCKED:
        advice = "; another program writes to it, run this again when it is done";
        break;
      case SQLITE_NOTADB:
        advice = "; name a store that varde ingest made, or a new file";
        break;
      case SQLITE_IOERR:
        advice = "; the disk may be full, nothing that was stored is lost";
        break;
      default:
        break;
    }
    return failure(path_ + ": " + sqlite3_errmsg(connection_.get()) + advice);
  }

  std::string path_;
  std::unique_ptr<sqlite3, CloseConnection> connection_;
  // After the connection, so that they go before it.
  std::map<std::string, std::unique_ptr<sqlite3_stmt, FinalizeStatement>, std::less<>> statements_;
};

}  // namespace

Result<std::unique_ptr<Database>> open_sqlite(const std::string& path, bool create) {
  std::error_code ignored;
  if (!create && !std::filesystem::exists(path, ignored)) {
    return failure(path + ": there is no such store; make one with: varde ingest ARTICLES --db " +
                   path);
  }
  sqlite3* connection = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0);
  const int code = sqlite3_open_v2(path.c_str(), &connection, flags, nullptr);
  auto database = std::make_unique<SqliteDatabase>(path, connection);
  if (code != SQLITE_OK) return failure(path + ": cannot be opened: " + sqlite3_errstr(code));
  sqlite3_busy_timeout(connection, kWaitMilliseconds);
  sqlite3_extended_result_codes(connection, 1);
  // A file that somebody else wrote may hold anything.
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  // FULL: what an ingest has reported as stored survives a loss of power.
  const auto set = database->run_script(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
      "PRAGMA cache_size=-262144; PRAGMA wal_autocheckpoint=16000; PRAGMA temp_store=MEMORY;");
  if (!set) return tl::unexpected(set.error());
  return database;
}

}  // namespace varde::store
