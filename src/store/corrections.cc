// Corrections by analysts: kept beside what the program found, and put into the ledgers.

#include <map>

#include "ledger/correction.h"
#include "store/corrected.h"
#include "store/document_rows.h"
#include "store/store.h"

namespace varde::store {
namespace {

constexpr const char* kColumns = "number, report, field, value, machine, analyst, reason, made_at";

Correction correction_of(const Row& row) {
  return {row.number(0), row.text(1), row.text(2), row.text(3),
          row.text(4),   row.text(5), row.text(6), row.text(7)};
}

Result<std::vector<Correction>> select(Database* database, const std::string& where,
                                       const Values& values, int64_t limit = INT64_MAX) {
  const auto rows = database->all(std::string("SELECT ") + kColumns + " FROM correction WHERE " +
                                      where + " ORDER BY number LIMIT " + std::to_string(limit),
                                  values);
  if (!rows) return tl::unexpected(rows.error());
  std::vector<Correction> found;
  for (const Row& row : *rows) found.push_back(correction_of(row));
  return found;
}

struct Change {
  std::string anchor;
  std::string field;
  std::string value;
};

Result<std::vector<Change>> changes_of(Database* database, const std::string& document) {
  const auto rows = database->all(
      "SELECT anchor, field, value FROM correction WHERE document=$1 ORDER BY number", {document});
  if (!rows) return tl::unexpected(rows.error());
  std::vector<Change> changes;
  for (const Row& row : *rows) changes.push_back({row.text(0), row.text(1), row.text(2)});
  return changes;
}

// Of each field the last word counts. What says the same as the program changes nothing, so that
// what the program knows besides (coordinates, names in the knowledge base) stays.
KeptReport corrected(ledger::Report machine, const std::vector<Change>& changes) {
  const std::string anchor = anchor_of(machine);
  std::map<std::string, std::string> last;
  for (const Change& change : changes) {
    if (change.anchor == anchor) last[change.field] = change.value;
  }
  if (const auto verdict = last.find("valid"); verdict != last.end() && verdict->second.empty()) {
    last.erase(verdict);  // taken back
  }
  KeptReport kept;
  kept.report = machine;
  if (last.empty()) return kept;
  kept.machine = to_json(machine);
  for (const auto& [field, value] : last) {
    if (field == "valid") kept.valid = value != "no";
    const auto found = field_of(machine, field);
    if (found && *found == value) continue;
    // What an older program took for a value and this one does not is left out.
    std::ignore = set_field(field, value, &kept.report);
  }
  return kept;
}

// The report as the program found it; nothing when there is none of this id.
Result<std::optional<ledger::Report>> machine_report(Database* database, const std::string& id) {
  const auto rows = database->all("SELECT COALESCE(machine, json) FROM report WHERE id=$1", {id});
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty()) return std::nullopt;
  return ledger::report_from_json(rows->front().text(0));
}

Result<void> make(Database* database, const Correction& correction) {
  const auto machine = machine_report(database, correction.report);
  if (!machine) return tl::unexpected(machine.error());
  if (!*machine) {
    return failure("there is no record " + correction.report +
                   "; varde ledger shows what there is");
  }
  const auto found = field_of(**machine, correction.field);
  if (!found) return tl::unexpected(found.error());
  ledger::Report trial = **machine;
  if (auto fits = set_field(correction.field, correction.value, &trial); !fits) return fits;
  const auto added = database->run(
      "INSERT INTO correction(report,document,anchor,field,value,machine,analyst,reason,made_at) "
      "VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9)",
      {correction.report, (*machine)->article.key, anchor_of(**machine), correction.field,
       correction.value, *found, correction.analyst, correction.reason, correction.made_at});
  if (!added) return tl::unexpected(added.error());
  auto kept = kept_report(database, **machine);
  if (!kept) return tl::unexpected(kept.error());
  LedgerChange change(database);
  if (auto done = change.remove_report(correction.report); !done) return done;
  change.add(*std::move(kept));
  return change.finish();
}

}  // namespace

Result<std::vector<KeptReport>> kept_reports(Database* database, const CodedDocument& coded,
                                             const std::string& text, const std::string& key) {
  const auto changes = changes_of(database, key);
  if (!changes) return tl::unexpected(changes.error());
  std::vector<KeptReport> kept;
  for (ledger::Report& report : ledger::reports_of(coded, text, key)) {
    kept.push_back(corrected(std::move(report), *changes));
  }
  return kept;
}

Result<KeptReport> kept_report(Database* database, const ledger::Report& machine) {
  const auto changes = changes_of(database, machine.article.key);
  if (!changes) return tl::unexpected(changes.error());
  return corrected(machine, *changes);
}

Result<void> Store::correct(const std::vector<Correction>& corrections) {
  return database_->in_transaction([&]() -> Result<void> {
    for (const Correction& correction : corrections) {
      if (auto done = make(database_.get(), correction); !done) return done;
    }
    return count_revision(database_.get());
  });
}

Result<std::vector<Correction>> Store::corrections(const std::string& report, int64_t after,
                                                   int64_t limit) {
  return report.empty()
             ? select(database_.get(), "number>$1", {after}, limit)
             : select(database_.get(), "report=$1 AND number>$2", {report, after}, limit);
}

Result<std::vector<Correction>> Store::corrections_in(const std::string& key) {
  return select(database_.get(), "document=$1", {key});
}

}  // namespace varde::store
