#include "store/ledger_tables.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "ledger/grouping.h"
#include "ledger/likeness.h"
#include "store/summaries.h"

namespace varde::store {
namespace {

using ledger::Entry;
using ledger::Profile;
using ledger::Report;

// By which ledgers are listed.
int64_t order_of(const std::optional<Day>& day) {
  return day ? day->time_since_epoch().count() : 0;
}

std::string as_lines(const std::vector<std::string>& facets) {
  std::string lines;
  for (const std::string& facet : facets) lines += (lines.empty() ? "" : "\n") + facet;
  return lines;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

void add_facets(const std::string& entry, int64_t kind, const std::optional<Day>& day,
                const std::vector<std::string>& facets, std::set<Values>* rows) {
  for (const std::string& facet : facets) {
    rows->insert({period_of(day), facet, kind, order_of(day), entry});
  }
}

}  // namespace

Value day_value(const std::optional<Day>& day) {
  if (!day) return Null{};
  return static_cast<int64_t>(day->time_since_epoch().count());
}

std::optional<Day> day_of(const Row& row, size_t column) {
  if (row.is_null(column)) return std::nullopt;
  return Day{std::chrono::days{row.number(column)}};
}

int64_t period_of(const std::optional<Day>& day) {
  return day ? day->time_since_epoch().count() / kPeriod : 0;
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
  if (auto done = drop_blocks(column, value); !done) return done;
  for (const std::string& statement :
       {"DELETE FROM review" + reports, "DELETE FROM report" + which}) {
    if (const auto done = database_.run(statement, {value}); !done) {
      return tl::unexpected(done.error());
    }
  }
  return {};
}

Result<void> LedgerChange::drop_blocks(const std::string& column, const std::string& value) {
  const auto rows = database_.all("SELECT json FROM report WHERE " + column + "=$1", {value});
  if (!rows) return tl::unexpected(rows.error());
  std::vector<Values> blocks;
  for (const Row& row : *rows) {
    const auto report = ledger::report_from_json(row.text(0));
    if (!report) continue;
    for (const std::string& key : Profile(*report).keys) blocks.push_back({key, report->id});
  }
  return database_.run_many("DELETE FROM report_block WHERE block=$1 AND report=$2", blocks);
}

Result<void> LedgerChange::find_alike() {
  std::vector<Profile> profiles;
  profiles.reserve(added_.size());
  std::map<std::string_view, std::vector<const Profile*>> by_block;
  for (const Report& report : added_) profiles.emplace_back(report);
  for (const Profile& profile : profiles) {
    for (const std::string& key : profile.keys) by_block[key].push_back(&profile);
  }
  // Of each stored report, the new ones that it shares a block with; most share several.
  std::map<std::string, std::set<const Profile*>> meetings;
  for (const auto& [block, newcomers] : by_block) {
    const auto rows =
        database_.all("SELECT report FROM report_block WHERE block=$1", {std::string(block)});
    if (!rows) return tl::unexpected(rows.error());
    for (const Row& row : *rows) meetings[row.text(0)].insert(newcomers.begin(), newcomers.end());
  }
  for (const auto& [id, newcomers] : meetings) {
    const auto rows = database_.all("SELECT component, json FROM report WHERE id=$1", {id});
    if (!rows) return tl::unexpected(rows.error());
    if (rows->empty() || components_.contains(rows->front().text(0))) continue;
    const auto report = ledger::report_from_json(rows->front().text(1));
    if (!report) return failure("the store holds a report that cannot be read: " + id);
    const Profile known(*report);
    const bool alike = std::any_of(newcomers.begin(), newcomers.end(), [&](const Profile* one) {
      return ledger::likeness(*one, known) >= ledger::kJoins;
    });
    if (alike) components_.insert(rows->front().text(0));
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
    const auto rows = database_.all(
        "SELECT id, kind, begin_day, facets FROM entry WHERE component=$1", {component});
    if (!rows) return tl::unexpected(rows.error());
    for (const Row& row : *rows) {
      add_facets(row.text(0), row.number(1), day_of(row, 2), lines_of(row.text(3)),
                 &old_facet_rows_);
    }
    for (const char* statement :
         {"DELETE FROM incident_facts WHERE id IN (SELECT id FROM entry WHERE component=$1)",
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
    const auto day = entry.days ? std::optional(entry.days->begin) : std::nullopt;
    entry_rows_.push_back({entry.id, kind, component, begin(entry.span), end(entry.span),
                           day_value(entry.first_known), day_value(entry.last_known), entry.reports,
                           begin(entry.days), end(entry.days), order_of(day), entry.body.dump(),
                           as_lines(entry.facets)});
    if (entry.kind == ledger::Kind::kIncident) facts_rows_.push_back(facts_row(entry));
    add_facets(entry.id, kind, day, entry.facets, &facet_rows_);
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
  // In the order of the table, so that a page is visited once.
  std::sort(block_rows_.begin(), block_rows_.end());
  return database_.run_many("UPDATE report SET component=$1 WHERE id=$2 AND component<>$1", moved);
}

Result<void> LedgerChange::write_rows() {
  const std::pair<const char*, const std::vector<Values>*> inserts[] = {
      {"INSERT INTO report(id,document,component,known_day,json,machine) "
       "VALUES($1,$2,$3,$4,$5,$6)",
       &report_rows_},
      {kInsertBlock, &block_rows_},
      {"INSERT INTO entry(id,kind,component,first_day,last_day,known_day,changed_day,reports,"
       "begin_day,end_day,order_day,json,facets) "
       "VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)",
       &entry_rows_},
      {kInsertFacts, &facts_rows_},
      {kInsertReview, &review_rows_},
  };
  for (const auto& [statement, rows] : inserts) {
    if (auto done = database_.run_many(statement, *rows); !done) return done;
  }
  return write_facets();
}

// Most entries that are worked out anew keep most of their facets: only what differs is written.
Result<void> LedgerChange::write_facets() {
  const auto without = [](const FacetRows& rows, const FacetRows& others) {
    std::vector<Values> rest;
    std::set_difference(rows.begin(), rows.end(), others.begin(), others.end(),
                        std::back_inserter(rest));
    return rest;
  };
  const std::vector<Values> fresh = without(facet_rows_, old_facet_rows_);
  std::set<int64_t> periods;
  for (const Values& row : fresh) periods.insert(std::get<int64_t>(row.front()));
  for (const int64_t period : periods) {
    if (const auto done = database_.run(kInsertPeriod, {period}); !done) {
      return tl::unexpected(done.error());
    }
  }
  if (auto done = database_.run_many("DELETE FROM entry_facet WHERE period=$1 AND facet=$2 AND "
                                     "kind=$3 AND day=$4 AND entry=$5",
                                     without(old_facet_rows_, facet_rows_));
      !done) {
    return done;
  }
  return database_.run_many(
      "INSERT INTO entry_facet(period,facet,kind,day,entry) VALUES($1,$2,$3,$4,$5)", fresh);
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
