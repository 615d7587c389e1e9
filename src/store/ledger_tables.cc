#include "store/ledger_tables.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "ledger/grouping.h"
#include "ledger/likeness.h"
#include "store/summaries.h"

namespace varde::store {
namespace {

using ledger::Entry;
using ledger::Profile;
using ledger::Report;

// A stored report that a new one may be alike to. Reports stay where they are: profiles point
// there.
struct Candidate {
  std::string component;
  std::unique_ptr<Report> report;
  std::unique_ptr<Profile> profile;
};

}  // namespace

Value day_value(const std::optional<Day>& day) {
  if (!day) return Null{};
  return static_cast<int64_t>(day->time_since_epoch().count());
}

std::optional<Day> day_of(const Row& row, size_t column) {
  if (row.is_null(column)) return std::nullopt;
  return Day{std::chrono::days{row.number(column)}};
}

void LedgerChange::add(KeptReport kept) {
  const std::string id = kept.report.id;
  if (!kept.machine.empty()) machine_[id] = std::move(kept.machine);
  if (kept.valid) {
    added_.push_back(std::move(kept.report));
  } else {
    gather_report(kept.report, "");
  }
}

Result<void> LedgerChange::remove(const std::string& column, const std::string& value) {
  const std::string which = " WHERE " + column + "=$1";
  const std::string reports = " WHERE report IN (SELECT id FROM report" + which + ")";
  const auto rows = database_.all("SELECT DISTINCT component FROM report" + which, {value});
  if (!rows) return tl::unexpected(rows.error());
  for (const Row& row : *rows) {
    if (!row.text(0).empty()) components_.insert(row.text(0));
  }
  for (const std::string& statement :
       {"DELETE FROM report_block" + reports, "DELETE FROM review" + reports,
        "DELETE FROM report" + which}) {
    if (const auto done = database_.run(statement, {value}); !done) {
      return tl::unexpected(done.error());
    }
  }
  return {};
}

Result<void> LedgerChange::find_alike() {
  std::vector<Profile> profiles;
  profiles.reserve(added_.size());
  std::unordered_map<std::string_view, std::vector<const Profile*>> by_block;
  for (const Report& report : added_) profiles.emplace_back(report);
  for (const Profile& profile : profiles) {
    for (const std::string& key : profile.keys) by_block[key].push_back(&profile);
  }
  std::unordered_map<std::string, Candidate> known;
  for (const auto& [block, newcomers] : by_block) {
    const auto rows = database_.all(
        "SELECT b.report, r.component, r.json FROM report_block b JOIN report r ON r.id=b.report "
        "WHERE b.block=$1",
        {std::string(block)});
    if (!rows) return tl::unexpected(rows.error());
    for (const Row& row : *rows) {
      if (components_.contains(row.text(1))) continue;  // is looked at anyhow
      Candidate& candidate = known[row.text(0)];
      if (!candidate.report) {
        auto report = ledger::report_from_json(row.text(2));
        if (!report) return failure("the store holds a report that cannot be read: " + row.text(0));
        candidate.component = row.text(1);
        candidate.report = std::make_unique<Report>(*std::move(report));
        candidate.profile = std::make_unique<Profile>(*candidate.report);
      }
      const bool alike = std::any_of(newcomers.begin(), newcomers.end(), [&](const Profile* one) {
        return ledger::likeness(*one, *candidate.profile) >= ledger::kJoins;
      });
      if (alike) components_.insert(candidate.component);
    }
  }
  return {};
}

Result<LedgerChange::Reports> LedgerChange::touched() {
  Reports reports;
  for (const std::string& component : components_) {
    const auto rows = database_.all("SELECT json FROM report WHERE component=$1", {component});
    if (!rows) return tl::unexpected(rows.error());
    for (const Row& row : *rows) {
      auto report = ledger::report_from_json(row.text(0));
      if (!report) return failure("the store holds a report that cannot be read: " + row.text(0));
      reports.push_back(*std::move(report));
    }
  }
  return reports;
}

Result<void> LedgerChange::drop_entries() {
  for (const std::string& component : components_) {
    for (const char* statement :
         {"DELETE FROM entry_facet WHERE entry IN (SELECT id FROM entry WHERE component=$1)",
          "DELETE FROM incident_facts WHERE id IN (SELECT id FROM entry WHERE component=$1)",
          "DELETE FROM entry WHERE component=$1"}) {
      if (const auto done = database_.run(statement, {component}); !done) {
        return tl::unexpected(done.error());
      }
    }
  }
  return {};
}

void LedgerChange::gather_report(const Report& report, const std::string& component) {
  const auto machine = machine_.find(report.id);
  report_rows_.push_back({report.id, report.article.key, component, day_value(known(report)),
                          to_json(report),
                          machine == machine_.end() ? Value(Null{}) : Value(machine->second)});
  if (component.empty()) return;
  if (machine == machine_.end()) review_rows_.push_back(review_row(report));
  for (const std::string& key : Profile(report).keys) block_rows_.push_back({key, report.id});
}

void LedgerChange::gather_entries(const std::vector<Entry>& entries, const std::string& component) {
  for (const Entry& entry : entries) {
    const auto begin = [](const std::optional<Interval>& days) {
      return day_value(days ? std::optional(days->begin) : std::nullopt);
    };
    const auto end = [](const std::optional<Interval>& days) {
      return day_value(days ? std::optional(days->end) : std::nullopt);
    };
    const int64_t kind = static_cast<int64_t>(entry.kind);
    const Value order = entry.days ? begin(entry.days) : Value(int64_t{0});
    entry_rows_.push_back({entry.id, kind, component, begin(entry.span), end(entry.span),
                           day_value(entry.first_known), day_value(entry.last_known), entry.reports,
                           begin(entry.days), end(entry.days), order, entry.body.dump()});
    if (entry.kind == ledger::Kind::kIncident) facts_rows_.push_back(facts_row(entry));
    for (const std::string& facet : entry.facets)
      facet_rows_.push_back({facet, kind, order, entry.id});
  }
}

Result<void> LedgerChange::work_out(Reports reports) {
  std::unordered_set<std::string> fresh;
  for (const Report& report : added_) fresh.insert(report.id);
  reports.insert(reports.end(), std::make_move_iterator(added_.begin()),
                 std::make_move_iterator(added_.end()));
  added_.clear();
  std::sort(reports.begin(), reports.end(), ledger::reported_before);
  std::vector<Profile> profiles;
  profiles.reserve(reports.size());
  for (const Report& report : reports) profiles.emplace_back(report);

  std::vector<Values> moved;
  for (const ledger::Group& group : ledger::components(profiles)) {
    const std::string& component = reports[group.front()].id;
    Reports members;
    for (const size_t at : group) {
      members.push_back(reports[at]);
      if (fresh.contains(reports[at].id)) {
        gather_report(reports[at], component);
      } else {
        moved.push_back({component, reports[at].id});
      }
    }
    gather_entries(ledger::entries_of(std::move(members)), component);
  }
  return database_.run_many("UPDATE report SET component=$1 WHERE id=$2 AND component<>$1", moved);
}

Result<void> LedgerChange::write_rows() {
  const std::pair<const char*, const std::vector<Values>*> inserts[] = {
      {"INSERT INTO report(id,document,component,known_day,json,machine) "
       "VALUES($1,$2,$3,$4,$5,$6)",
       &report_rows_},
      {"INSERT INTO report_block(block,report) VALUES($1,$2)", &block_rows_},
      {"INSERT INTO entry(id,kind,component,first_day,last_day,known_day,changed_day,reports,"
       "begin_day,end_day,order_day,json) VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)",
       &entry_rows_},
      {"INSERT INTO entry_facet(facet,kind,day,entry) VALUES($1,$2,$3,$4)", &facet_rows_},
      {kInsertFacts, &facts_rows_},
      {kInsertReview, &review_rows_},
  };
  for (const auto& [statement, rows] : inserts) {
    if (auto done = database_.run_many(statement, *rows); !done) return done;
  }
  return {};
}

Result<void> LedgerChange::finish() {
  if (auto done = find_alike(); !done) return done;
  auto reports = touched();
  if (!reports) return tl::unexpected(reports.error());
  if (auto done = drop_entries(); !done) return done;
  if (auto done = work_out(*std::move(reports)); !done) return done;
  return write_rows();
}

}  // namespace varde::store
