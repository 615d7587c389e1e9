// Reading: entries by filter, documents, search.

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "ledger/correction.h"
#include "store/conditions.h"
#include "store/document_rows.h"
#include "store/ledger_tables.h"
#include "store/store.h"

namespace varde::store {
namespace {

using ledger::Entry;
using ledger::Kind;
using ledger::Report;

constexpr size_t kPage = 500;             // found at a time where an index has their order
constexpr size_t kMostFound = 1'000'000;  // found at a time where none has

Entry entry_from(const Row& row) {
  Entry entry;
  entry.id = row.text(0);
  entry.kind = static_cast<Kind>(row.number(1));
  const auto begin = day_of(row, 2);
  const auto end = day_of(row, 3);
  if (begin && end) entry.days = Interval{*begin, *end};
  entry.first_known = day_of(row, 4);
  entry.last_known = day_of(row, 5);
  entry.reports = row.number(6);
  entry.body = ledger::Json::parse(row.text(7), nullptr, false);
  return entry;
}

constexpr const char* kEntryColumns =
    "e.id, e.kind, e.begin_day, e.end_day, e.known_day, e.changed_day, e.reports, e.json";

// Entries are long: they are found and sorted as this, and read a page at a time.
using Found = std::vector<Position>;

// Where the entries of a kind that fit lie, in their order, behind a place in it.
Result<Found> find(Database* database, const Conditions& conditions, Kind kind,
                   const std::optional<Position>& after, size_t limit) {
  const Filter& filter = conditions.filter();
  // Where facets find the entries, nothing else must: a "+" keeps both databases from walking
  // through all entries of the kind, or all days, instead.
  const std::string plus = conditions.has_facets() ? "+" : "";
  Statement statement("SELECT e.order_day, e.id FROM entry e WHERE " + plus + "e.kind=");
  const std::string kind_value = statement.value(static_cast<int64_t>(kind));
  statement.add(kind_value);
  conditions.add_facets(kind_value, &statement);
  conditions.add_days(&statement);
  if (filter.until) {
    statement.add(" AND e.order_day<=" + statement.value(day_value(filter.until)));
  }
  const std::string day_column = plus + "e.order_day";
  if (after) {
    statement.add(" AND (" + day_column + ", e.id) " + (filter.newest_first ? "<" : ">") + " (" +
                  statement.value(after->day) + "," + statement.value(after->id) + ")");
  }
  const std::string order = filter.newest_first ? " DESC" : "";
  statement.add(" ORDER BY " + day_column + order + ", e.id" + order + " LIMIT " +
                std::to_string(limit));
  Found found;
  const auto done = database->query(statement.text(), statement.values(), [&](const Row& row) {
    found.push_back({row.number(0), row.text(1)});
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return found;
}

// Hands over the entries that were found; false when `use` wants no more.
Result<bool> read(Database* database, const Found& found, const std::function<bool(Entry)>& use) {
  constexpr size_t kAtOnce = 100;
  for (size_t begin = 0; begin < found.size(); begin += kAtOnce) {
    const size_t end = std::min(found.size(), begin + kAtOnce);
    Statement statement(std::string("SELECT ") + kEntryColumns + " FROM entry e WHERE e.id IN (");
    // As many values each time, so that there is one statement: the last stands for those beyond.
    for (size_t i = begin; i < begin + kAtOnce; ++i) {
      statement.add((i > begin ? "," : "") + statement.value(found[std::min(i, end - 1)].id));
    }
    statement.add(")");
    const auto rows = database->all(statement.text(), statement.values());
    if (!rows) return tl::unexpected(rows.error());
    std::unordered_map<std::string_view, const Row*> by_id;
    for (const Row& row : *rows) by_id[row.text(0)] = &row;
    for (size_t i = begin; i < end; ++i) {
      const auto row = by_id.find(found[i].id);
      if (row != by_id.end() && !use(entry_from(*row->second))) return false;
    }
  }
  return true;
}

Result<std::vector<Report>> reports_in(Database* database, const std::string& component,
                                       const std::optional<Day>& as_of) {
  Statement statement("SELECT json FROM report WHERE component=");
  statement.add(statement.value(component));
  if (as_of) statement.add(" AND known_day<=" + statement.value(day_value(as_of)));
  const auto rows = database->all(statement.text(), statement.values());
  if (!rows) return tl::unexpected(rows.error());
  std::vector<Report> reports;
  for (const Row& row : *rows) {
    if (auto report = ledger::report_from_json(row.text(0))) reports.push_back(*std::move(report));
  }
  return reports;
}

// The entries of a kind as they stood on a day: worked out from what had been reported by then. An
// entry of then is part of one of now (ledger/grouping.h), which the tables can find.
Result<std::vector<Entry>> entries_then(Database* database, const Conditions& conditions,
                                        Kind kind) {
  const Filter& filter = conditions.filter();
  const std::string plus = conditions.has_facets() ? "+" : "";
  Statement statement("SELECT DISTINCT e.component FROM entry e WHERE " + plus + "e.kind=");
  const std::string kind_value = statement.value(static_cast<int64_t>(kind));
  statement.add(kind_value);
  statement.add(" AND e.known_day<=" + statement.value(day_value(filter.as_of)));
  if (filter.since) statement.add(" AND e.last_day>=" + statement.value(day_value(filter.since)));
  if (filter.until) statement.add(" AND e.first_day<=" + statement.value(day_value(filter.until)));
  conditions.add_facets(kind_value, &statement);
  const auto rows = database->all(statement.text(), statement.values());
  if (!rows) return tl::unexpected(rows.error());
  std::vector<Entry> found;
  for (const Row& row : *rows) {
    auto reports = reports_in(database, row.text(0), filter.as_of);
    if (!reports) return tl::unexpected(reports.error());
    for (Entry& entry : ledger::entries_of(*std::move(reports))) {
      if (conditions.hold(entry)) found.push_back(std::move(entry));
    }
  }
  const auto outside = [&](const Entry& e) {
    if (!filter.after) return false;
    return filter.newest_first ? position_of(e) >= *filter.after : position_of(e) <= *filter.after;
  };
  std::erase_if(found, outside);
  std::sort(found.begin(), found.end(), [&](const Entry& a, const Entry& b) {
    return filter.newest_first ? position_of(b) < position_of(a) : position_of(a) < position_of(b);
  });
  return found;
}

// All entries of a kind; false when `use` wants no more.
Result<bool> entries_now(Database* database, const Conditions& conditions, Kind kind,
                         const std::function<bool(Entry)>& use) {
  // What facets find is found as a whole whatever is shown of it, so that once must do.
  const size_t limit =
      std::min(conditions.has_facets() ? kMostFound : kPage, conditions.filter().page);
  std::optional<Position> after = conditions.filter().after;
  while (true) {
    const auto found = find(database, conditions, kind, after, limit);
    if (!found) return tl::unexpected(found.error());
    const auto more = read(database, *found, use);
    if (!more || !*more || found->size() < limit) return more;
    after = found->back();
  }
}

Result<int64_t> count(Database* database, const char* statement) {
  const auto rows = database->all(statement);
  if (!rows) return tl::unexpected(rows.error());
  return rows->empty() ? 0 : rows->front().number(0);
}

}  // namespace

Position position_of(const Entry& entry) {
  return {entry.days ? entry.days->begin.time_since_epoch().count() : 0, entry.id};
}

Result<void> Store::entries(const Filter& filter, const std::function<bool(Entry)>& use) {
  const Conditions conditions(filter);
  for (const Kind kind : filter.kinds) {
    if (!filter.as_of) {
      const auto more = entries_now(database_.get(), conditions, kind, use);
      if (!more) return tl::unexpected(more.error());
      if (!*more) return {};
      continue;
    }
    auto found = entries_then(database_.get(), conditions, kind);
    if (!found) return tl::unexpected(found.error());
    for (Entry& entry : *found) {
      if (!use(std::move(entry))) return {};
    }
  }
  return {};
}

Result<std::optional<Report>> Store::report(const std::string& id) {
  const auto rows = database_->all("SELECT json FROM report WHERE id=$1", {id});
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty()) return std::nullopt;
  return ledger::report_from_json(rows->front().text(0));
}

Result<std::optional<Entry>> Store::entry(const std::string& id, std::optional<Day> as_of) {
  const auto component = database_->all("SELECT component FROM report WHERE id=$1", {id});
  if (!component) return tl::unexpected(component.error());
  // A report that an analyst calls wrong is in no component.
  if (component->empty() || component->front().text(0).empty()) return std::nullopt;
  auto reports = reports_in(database_.get(), component->front().text(0), as_of);
  if (!reports) return tl::unexpected(reports.error());
  for (Entry& entry : ledger::entries_of(*std::move(reports))) {
    const auto& told = entry.body["told"];
    const bool tells =
        std::any_of(told.begin(), told.end(), [&](const auto& one) { return one["id"] == id; });
    if (tells) return std::optional(std::move(entry));
  }
  return std::nullopt;
}

Result<std::optional<StoredDocument>> Store::document(const std::string& name) {
  constexpr size_t kFewestDigits = 12;
  const std::string select = std::string("SELECT ") + kDocumentColumns + " FROM document WHERE ";
  auto rows = database_->all(select + "id=$1 ORDER BY sort_key LIMIT 1", {name});
  if (rows && rows->empty() && name.size() >= kFewestDigits) {
    rows = database_->all(select + "key>=$1 AND key<$2 ORDER BY key LIMIT 1", {name, name + "g"});
  }
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty()) return std::nullopt;
  return document_of(rows->front());
}

Result<void> Store::documents(const std::function<bool(StoredDocument)>& use) {
  std::string key;
  while (true) {
    const auto rows = database_->all(std::string("SELECT ") + kDocumentColumns +
                                         " FROM document WHERE key>$1 ORDER BY key LIMIT 100",
                                     {key});
    if (!rows) return tl::unexpected(rows.error());
    if (rows->empty()) return {};
    for (const Row& row : *rows) {
      if (!use(document_of(row))) return {};
    }
    key = rows->back().text(0);
  }
}

Result<std::vector<ListedDocument>> Store::list_documents(const std::string& before, size_t limit) {
  Statement statement("SELECT key, sort_key, id, copy_of, known_day, given FROM document");
  if (!before.empty()) statement.add(" WHERE sort_key<" + statement.value(before));
  statement.add(" ORDER BY sort_key DESC LIMIT " + std::to_string(limit));
  const auto rows = database_->all(statement.text(), statement.values());
  if (!rows) return tl::unexpected(rows.error());
  std::vector<ListedDocument> list;
  for (const Row& row : *rows) {
    list.push_back({row.text(0), row.text(1), row.text(2), row.text(3), day_of(row, 4),
                    given_of(row.text(5), "")});
  }
  return list;
}

bool has_words(const std::string& words) { return !search_words(words).empty(); }

Result<std::vector<SearchHit>> Store::search(const std::string& words, size_t limit) {
  const bool sqlite = database_->dialect() == Dialect::kSqlite;
  std::string pattern;
  for (size_t begin = 0; begin < words.size();) {
    const size_t end = std::min(words.find(' ', begin), words.size());
    const std::string word = words.substr(begin, end - begin);
    const bool prefix = word.ends_with('*');
    for (const std::string& key : search_words(word)) {
      pattern += pattern.empty() ? "" : sqlite ? " " : " & ";
      if (sqlite) {
        pattern += "\"" + key + "\"" + (prefix ? "*" : "");
      } else {
        pattern += "'" + key + "'" + (prefix ? ":*" : "");
      }
    }
    begin = end + 1;
  }
  if (pattern.empty()) return failure("nothing to search for; give one word or more");
  const auto rows = database_->all(
      std::string("SELECT d.key, d.id, d.known_day, d.given, d.text FROM document_words w JOIN "
                  "document d ON d.number=w.rowid WHERE ") +
          (sqlite ? "document_words MATCH $1" : "w.words @@ CAST($1 AS tsquery)") +
          " ORDER BY CASE WHEN d.known_day IS NULL THEN 1 ELSE 0 END, d.sort_key DESC LIMIT " +
          std::to_string(limit),
      {pattern});
  if (!rows) return tl::unexpected(rows.error());
  std::vector<SearchHit> hits;
  for (const Row& row : *rows) {
    const Document given = given_of(row.text(3), row.text(4));
    hits.push_back({row.text(0), row.text(1), given.publisher, given.language, day_of(row, 2),
                    given.title, given.text});
  }
  return hits;
}

Result<void> Store::actor_mentions(const std::string& key, std::optional<Day> as_of,
                                   const std::function<bool(const ledger::Json&)>& use) {
  Statement statement(
      "SELECT a.document, a.entity, a.known_day, a.json FROM actor_mention a WHERE 1=1");
  if (!key.empty()) {
    statement.add(" AND a.period IN (SELECT p.period FROM period p) AND a.facet=" +
                  statement.value(key));
  }
  if (as_of) statement.add(" AND a.known_day<=" + statement.value(day_value(as_of)));
  // As they lie in the table, which is too large to be sorted for every question.
  statement.add(" ORDER BY a.period, a.facet, a.document, a.entity");
  std::unordered_set<std::string> seen;  // an actor stands under each of its names
  return database_->query(statement.text(), statement.values(), [&](const Row& row) {
    if (!seen.insert(row.text(0) + row.text(1)).second) return true;
    ledger::Json json = ledger::Json::parse(row.text(3), nullptr, false);
    json["document"] = row.text(0);
    json["entity"] = row.text(1);
    const auto day = day_of(row, 2);
    json["published"] = day ? ledger::Json(to_string(*day)) : ledger::Json();
    return use(json);
  });
}

Result<std::optional<Day>> Store::latest_day() {
  const auto rows = database_->all("SELECT max(known_day) FROM document");
  if (!rows) return tl::unexpected(rows.error());
  return rows->empty() ? std::nullopt : day_of(rows->front(), 0);
}

Result<int64_t> Store::revision() { return count(database_.get(), "SELECT number FROM revision"); }

Result<int64_t> Store::count_documents() {
  return count(database_.get(), "SELECT count(*) FROM document");
}

Result<int64_t> Store::count_corrections() {
  return count(database_.get(), "SELECT count(*) FROM correction");
}

}  // namespace varde::store
