#include <libpq-fe.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "store/database.h"

namespace varde::store {
namespace {

// Types as their numbers in pg_type.dat, which are fixed.
constexpr Oid kInt8 = 20;
constexpr Oid kInt2 = 21;
constexpr Oid kInt4 = 23;
constexpr Oid kFloat4 = 700;
constexpr Oid kFloat8 = 701;
constexpr Oid kNumeric = 1700;

struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

std::string one_line(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  return text;
}

class PostgresDatabase : public Database {
 public:
  explicit PostgresDatabase(PGconn* connection) : connection_(connection) {}

  Dialect dialect() const override { return Dialect::kPostgres; }

  Result<void> run_script(const std::string& statements) override {
    const Answer answer(PQexec(connection_.get(), statements.c_str()));
    return succeeded(answer) ? Result<void>() : fault();
  }

  Result<int64_t> run(std::string_view statement, const Values& values) override {
    const Answer answer = execute(statement, values);
    if (!succeeded(answer)) return fault();
    return std::strtoll(PQcmdTuples(answer.get()), nullptr, 10);
  }

  Result<void> run_many(std::string_view statement, const std::vector<Values>& rows) override {
    constexpr size_t kAtOnce = 64;  // small enough that neither side fills its buffers and waits
    const std::string* name = prepare(statement);
    if (name == nullptr) return fault();
    for (size_t begin = 0; begin < rows.size(); begin += kAtOnce) {
      const size_t end = std::min(rows.size(), begin + kAtOnce);
      if (auto sent = send(*name, rows, begin, end); !sent) return sent;
    }
    return {};
  }

  Result<void> query(std::string_view statement, const Values& values,
                     const std::function<bool(const Row&)>& use) override {
    const Answer answer = execute(statement, values);
    if (!succeeded(answer)) return fault();
    for (int row = 0; row < PQntuples(answer.get()); ++row) {
      if (!use(read(answer.get(), row))) break;
    }
    return {};
  }

 protected:
  Result<void> begin() override {
    // Two ingests at once would each miss what the other adds: one waits for the other.
    return run_script("BEGIN; SELECT pg_advisory_xact_lock(8655433)");
  }
  Result<void> commit() override { return run_script("COMMIT"); }
  void roll_back() override { std::ignore = run_script("ROLLBACK"); }

 private:
  static bool succeeded(const Answer& answer) {
    const ExecStatusType status = PQresultStatus(answer.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
  }

  // The name of the statement on the server, which has planned it once.
  const std::string* prepare(std::string_view statement) {
    const auto known = statements_.find(statement);
    if (known != statements_.end()) return &known->second;
    std::string name = "s" + std::to_string(statements_.size());
    const std::string text(statement);
    const Answer answer(PQprepare(connection_.get(), name.c_str(), text.c_str(), 0, nullptr));
    if (!succeeded(answer)) return nullptr;
    return &statements_.emplace(text, std::move(name)).first->second;
  }

  // Values as libpq takes them; texts point into the values.
  struct Parameters {
    explicit Parameters(const Values& values) : texts(values.size()), pointers(values.size()) {
      for (size_t i = 0; i < values.size(); ++i) {
        if (const auto* text = std::get_if<std::string>(&values[i])) {
          pointers[i] = text->c_str();
        } else if (!std::holds_alternative<Null>(values[i])) {
          texts[i] = as_text(values[i]);
          pointers[i] = texts[i].c_str();
        }
      }
    }
    int count() const { return static_cast<int>(pointers.size()); }
    std::vector<std::string> texts;
    std::vector<const char*> pointers;
  };

  Answer execute(std::string_view statement, const Values& values) {
    const std::string* name = prepare(statement);
    if (name == nullptr) return Answer();
    const Parameters with(values);
    return Answer(PQexecPrepared(connection_.get(), name->c_str(), with.count(),
                                 with.pointers.data(), nullptr, nullptr, 0));
  }

  // Sends rows in one go (libpq's pipeline mode) and reads the answers.
  Result<void> send(const std::string& name, const std::vector<Values>& rows, size_t begin,
                    size_t end) {
    PGconn* connection = connection_.get();
    if (PQenterPipelineMode(connection) != 1) return fault();
    bool sent = true;
    for (size_t i = begin; i < end && sent; ++i) {
      const Parameters with(rows[i]);
      sent = PQsendQueryPrepared(connection, name.c_str(), with.count(), with.pointers.data(),
                                 nullptr, nullptr, 0) == 1;
    }
    sent = PQpipelineSync(connection) == 1 && sent;
    std::string wrong;
    for (bool synced = false; !synced;) {
      const Answer answer(PQgetResult(connection));
      if (!answer) {
        if (PQstatus(connection) != CONNECTION_OK) break;
        continue;  // the end of one statement's answers
      }
      const ExecStatusType status = PQresultStatus(answer.get());
      synced = status == PGRES_PIPELINE_SYNC;
      const bool fine = synced || succeeded(answer) || status == PGRES_PIPELINE_ABORTED;
      if (!fine && wrong.empty()) wrong = one_line(PQresultErrorMessage(answer.get()));
    }
    PQexitPipelineMode(connection);
    if (!sent || PQstatus(connection) != CONNECTION_OK) return fault();
    if (!wrong.empty()) return failure("the database says: " + wrong);
    return {};
  }

  static std::string as_text(const Value& value) {
    if (const auto* number = std::get_if<int64_t>(&value)) return std::to_string(*number);
    char text[32];
    std::snprintf(text, sizeof text, "%.17g", std::get<double>(value));
    return text;
  }

  static Row read(PGresult* answer, int row) {
    Values values;
    const int columns = PQnfields(answer);
    values.reserve(static_cast<size_t>(columns));
    for (int i = 0; i < columns; ++i) {
      if (PQgetisnull(answer, row, i) != 0) {
        values.emplace_back(Null{});
        continue;
      }
      const char* text = PQgetvalue(answer, row, i);
      switch (PQftype(answer, i)) {
        case kInt2:
        case kInt4:
        case kInt8:
          values.emplace_back(static_cast<int64_t>(std::strtoll(text, nullptr, 10)));
          break;
        case kFloat4:
        case kFloat8:
        case kNumeric:
          values.emplace_back(std::strtod(text, nullptr));
          break;
        default:
          values.emplace_back(std::string(text, static_cast<size_t>(PQgetlength(answer, row, i))));
      }
    }
    return Row(std::move(values));
  }

  tl::unexpected<Error> fault() const {
    const std::string said = one_line(PQerrorMessage(connection_.get()));
    if (PQstatus(connection_.get()) != CONNECTION_OK) {
      return failure("the connection to the database was lost: " + said +
                     "; run it again when the server is back, nothing that was stored is lost");
    }
    return failure("the database says: " + said);
  }

  std::unique_ptr<PGconn, Finish> connection_;
  std::map<std::string, std::string, std::less<>> statements_;
};

// The address without a password, for messages.
std::string shown(const std::string& url) {
  const size_t at = url.rfind('@');
  const size_t host = url.find("://");
  return at == std::string::npos || host == std::string::npos ? url.substr(0, url.find('?'))
                                                              : "postgresql://…" + url.substr(at);
}

}  // namespace

Result<std::unique_ptr<Database>> open_postgres(const std::string& url) {
  const char* const keywords[] = {"dbname", "client_encoding", "application_name",
                                  "connect_timeout", nullptr};
  const char* const settings[] = {url.c_str(), "UTF8", "varde", "10", nullptr};
  PGconn* connection = PQconnectdbParams(keywords, settings, 1);
  auto database = std::make_unique<PostgresDatabase>(connection);
  if (PQstatus(connection) != CONNECTION_OK) {
    return failure(shown(url) + ": " + one_line(PQerrorMessage(connection)));
  }
  PQsetNoticeProcessor(
      connection, [](void*, const char*) {}, nullptr);
  // All statements look things up by key, also in a store that has grown since the server last took
  // stock of it, when it would rather read whole tables.
  const auto set = database->run_script(
      "SET lock_timeout='30s'; SET enable_seqscan=off; SET enable_hashjoin=off;"
      "SET enable_mergejoin=off");
  if (!set) return tl::unexpected(set.error());
  return database;
}

}  // namespace varde::store
