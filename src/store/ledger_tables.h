// Keeps the tables of reports and entries in step with each other while reports come and go.
#ifndef VARDE_STORE_LEDGER_TABLES_H_
#define VARDE_STORE_LEDGER_TABLES_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "ledger/entry.h"
#include "ledger/report.h"
#include "store/database.h"

namespace varde::store {

// A report with what analysts have made of it.
struct KeptReport {
  ledger::Report report;  // corrected
  std::string machine;    // as the program found it, as JSON; empty: the same
  bool valid = true;      // false: it takes no part in the ledgers
};

// One change of the ledgers: say what comes and goes, then `finish`, all inside one transaction.
class LedgerChange {
 public:
  explicit LedgerChange(Database* database) : database_(*database) {}

  void add(KeptReport report);
  // Takes all reports of a document out, or one.
  Result<void> remove_document(const std::string& document) { return remove("document", document); }
  Result<void> remove_report(const std::string& id) { return remove("id", id); }
  // Works out the components that the reports touch, and writes their entries.
  Result<void> finish();

 private:
  using Reports = std::vector<ledger::Report>;
  using FacetRows = std::set<Values>;

  Result<void> remove(const std::string& column, const std::string& value);
  Result<void> find_alike();
  Result<Reports> touched();
  Result<void> drop_blocks(const std::string& column, const std::string& value);
  Result<void> drop_entries();
  Result<void> write_facets();
  Result<void> work_out(Reports reports);
  Result<void> write_rows();
  void gather_report(const ledger::Report& report, const std::string& component);
  void gather_entries(const std::vector<ledger::Entry>& entries, const std::string& component);

  Database& database_;
  Reports added_;
  std::set<std::string> components_;            // that exist and change
  std::map<std::string, std::string> machine_;  // by id of the report
  // Rows to write, gathered so that they go in one flow.
  std::vector<Values> report_rows_;
  std::vector<Values> block_rows_;
  std::vector<Values> entry_rows_;
  FacetRows facet_rows_;
  FacetRows old_facet_rows_;  // of the entries that were dropped
  std::vector<Values> facts_rows_;
  std::vector<Values> review_rows_;
};

inline constexpr const char* kInsertBlock =
    "INSERT INTO report_block(block,report) VALUES($1,$2) ON CONFLICT DO NOTHING";

// Days since 1970-01-01, as the tables hold them.
Value day_value(const std::optional<Day>& day);
// The stretch of days that the tables sort by; 0 where there is no day.
inline constexpr int64_t kPeriod = 32;
int64_t period_of(const std::optional<Day>& day);
inline constexpr const char* kInsertPeriod =
    "INSERT INTO period(period) VALUES($1) ON CONFLICT DO NOTHING";
std::optional<Day> day_of(const Row& row, size_t column);

}  // namespace varde::store

#endif  // VARDE_STORE_LEDGER_TABLES_H_
