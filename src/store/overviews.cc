#include "store/overviews.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/json_fields.h"
#include "store/conditions.h"
#include "store/ledger_tables.h"
#include "store/summaries.h"

namespace varde::store {
namespace {

using ledger::Entry;
using ledger::Json;
using ledger::Kind;

// -- counting facts -------------------------------------------------------------------------------

// The columns of incident_facts behind its first, in their order there and in facts_row.
enum class Fact {
  kDay = 1,
  kType = 5,
  kState,
  kQuad,
  kCountry,
  kPlace,
  kLat,
  kLon,
  kSource,
  kTarget
};
constexpr std::array<const char*, 14> kFactColumns{
    "id",   "begin_day", "end_day", "changed_day", "reports", "type",   "state",
    "quad", "country",   "place",   "lat",         "lon",     "source", "target"};

// How many incidents have these values.
struct Tally {
  Values values;  // in the order of the facts that were asked for
  int64_t count = 0;
  std::string entry;  // one of them

  const std::string& text(size_t at) const { return std::get<std::string>(values[at]); }
  std::optional<double> real(size_t at) const {
    const double* number = std::get_if<double>(&values[at]);
    return number == nullptr ? std::nullopt : std::optional(*number);
  }
  std::optional<int64_t> number(size_t at) const {
    const int64_t* number = std::get_if<int64_t>(&values[at]);
    return number == nullptr ? std::nullopt : std::optional(*number);
  }
};

Value value_of(const Row& row, size_t at, Fact fact) {
  if (row.is_null(at)) return Null{};
  switch (fact) {
    case Fact::kDay:
    case Fact::kQuad:
      return row.number(at);
    case Fact::kLat:
    case Fact::kLon:
      return row.real(at);
    default:
      return row.text(at);
  }
}

// As things stand: the database counts.
Result<std::vector<Tally>> tally_now(Store* store, const Filter& filter,
                                     const std::vector<Fact>& facts) {
  const Conditions conditions(filter);
  std::string columns;
  for (const Fact fact : facts) {
    columns +=
        std::string(columns.empty() ? "e." : ", e.") + kFactColumns[static_cast<size_t>(fact)];
  }
  // Where days are few, they must find the incidents: an index in the order of the groups, which
  // SQLite would rather walk through as a whole, does not fit an expression.
  if (filter.since) {
    const bool text = facts.front() != Fact::kDay;
    const size_t end = std::min(columns.find(','), columns.size());
    columns.insert(end, text ? "||''" : "+0");
  }
  // The facts have the columns of an entry that conditions ask for.
  Statement statement("SELECT " + columns + ", count(*), min(e.id) FROM incident_facts e");
  statement.add(" WHERE 1=1");
  conditions.add_facets(std::to_string(static_cast<int>(Kind::kIncident)), &statement);
  conditions.add_days(&statement);
  statement.add(" GROUP BY " + columns);
  std::vector<Tally> tallies;
  const auto done =
      store->database().query(statement.text(), statement.values(), [&](const Row& row) {
        Tally tally;
        for (size_t i = 0; i < facts.size(); ++i) {
          tally.values.push_back(value_of(row, i, facts[i]));
        }
        tally.count = row.number(facts.size());
        tally.entry = row.text(facts.size() + 1);
        tallies.push_back(std::move(tally));
        return true;
      });
  if (!done) return tl::unexpected(done.error());
  return tallies;
}

// As they stood: entries are worked out and counted here.
Result<std::vector<Tally>> tally_then(Store* store, const Filter& filter,
                                      const std::vector<Fact>& facts) {
  Filter incidents = filter;
  incidents.kinds = {Kind::kIncident};
  std::map<Values, Tally> found;
  const auto done = store->entries(incidents, [&](const Entry& entry) {
    const Values row = facts_row(entry);
    Values values;
    for (const Fact fact : facts) values.push_back(row[static_cast<size_t>(fact)]);
    Tally& tally = found[values];
    if (tally.count == 0 || entry.id < tally.entry) tally.entry = entry.id;
    ++tally.count;
    tally.values = std::move(values);
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  std::vector<Tally> tallies;
  for (auto& [values, tally] : found) tallies.push_back(std::move(tally));
  return tallies;
}

Result<std::vector<Tally>> tally(Store* store, const Filter& filter,
                                 const std::vector<Fact>& facts) {
  return filter.as_of ? tally_then(store, filter, facts) : tally_now(store, filter, facts);
}

// Of equals, in the order of their values: databases give them in any.
void most_first(std::vector<Tally>* tallies) {
  std::sort(tallies->begin(), tallies->end(), [](const Tally& a, const Tally& b) {
    return a.count != b.count ? a.count > b.count : a.values < b.values;
  });
}

Json rounded(double degrees) { return std::round(degrees * 1e4) / 1e4; }

// -- counts ---------------------------------------------------------------------------------------

Fact fact_of(CountBy by) {
  switch (by) {
    case CountBy::kType:
      return Fact::kType;
    case CountBy::kState:
      return Fact::kState;
    case CountBy::kCountry:
      return Fact::kCountry;
    case CountBy::kPlace:
      return Fact::kPlace;
    default:
      return Fact::kDay;
  }
}

// The day, the Monday of its week, its month or its year.
std::string period_of(Day day, CountBy by) {
  if (by == CountBy::kWeek) {
    const std::chrono::weekday weekday(day);
    return to_string(day - (weekday - std::chrono::Monday));
  }
  const std::string iso = to_string(day);
  return by == CountBy::kYear ? iso.substr(0, 4) : by == CountBy::kMonth ? iso.substr(0, 7) : iso;
}

// Days, or the periods that they lie in, in the order of time.
std::vector<Json> by_time(const std::vector<Tally>& tallies, CountBy by) {
  std::map<std::string, int64_t> periods;
  for (const Tally& one : tallies) {
    if (const auto day = one.number(0)) {
      periods[period_of(Day{std::chrono::days{*day}}, by)] += one.count;
    }
  }
  std::vector<Json> items;
  for (const auto& [key, count] : periods) items.push_back({{"key", key}, {"count", count}});
  return items;
}

std::vector<Json> by_frequency(std::vector<Tally> tallies, CountBy by) {
  most_first(&tallies);
  std::vector<Json> items;
  for (const Tally& one : tallies) {
    if (one.text(0).empty()) continue;
    Json item{{"key", one.text(0)}, {"count", one.count}};
    if (by == CountBy::kPlace) {
      item["country"] = or_null(one.text(1));
      item["lat"] = or_null(one.real(2));
      item["lon"] = or_null(one.real(3));
    }
    items.push_back(std::move(item));
  }
  return items;
}

// -- the map --------------------------------------------------------------------------------------

struct Cell {
  int64_t count = 0;
  double lat = 0;  // sums, weighted by count
  double lon = 0;
  std::map<std::string, int64_t> types;
  std::map<std::string, int64_t> places;
  std::string entry;
};

bool inside(const Box& box, double lat, double lon) {
  const bool across = box.west > box.east;
  const bool between =
      across ? lon >= box.west || lon <= box.east : lon >= box.west && lon <= box.east;
  return between && lat >= box.south && lat <= box.north;
}

Json to_json(const Cell& cell) {
  const auto most =
      std::max_element(cell.places.begin(), cell.places.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  const double count = static_cast<double>(cell.count);
  return {{"lat", rounded(cell.lat / count)},
          {"lon", rounded(cell.lon / count)},
          {"count", cell.count},
          {"types", cell.types},
          {"place", or_null(most->first)},
          {"places", cell.places.size()},
          {"id", cell.count == 1 ? Json(cell.entry) : Json()}};
}

}  // namespace

std::optional<CountBy> count_by_named(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames{"day",  "week",  "month",   "year",
                                                   "type", "state", "country", "place"};
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<CountBy>(found - kNames.begin());
}

Result<Json> counts(Store* store, const Filter& filter, CountBy by, size_t limit) {
  std::vector<Fact> facts{fact_of(by)};
  if (by == CountBy::kPlace) facts.insert(facts.end(), {Fact::kCountry, Fact::kLat, Fact::kLon});
  auto tallies = tally(store, filter, facts);
  if (!tallies) return tl::unexpected(tallies.error());
  int64_t total = 0;
  for (const Tally& one : *tallies) total += one.count;
  const bool time = facts.front() == Fact::kDay;
  std::vector<Json> items = time ? by_time(*tallies, by) : by_frequency(*std::move(tallies), by);
  // Of time, the latest.
  if (items.size() > limit) {
    const auto drop = static_cast<std::ptrdiff_t>(items.size() - limit);
    items.erase(time ? items.begin() : items.end() - drop,
                time ? items.begin() + drop : items.end());
  }
  return Json{{"total", total}, {"items", std::move(items)}};
}

Result<Json> map_cells(Store* store, const Filter& filter, const Box& box, int zoom) {
  const auto tallies =
      tally(store, filter, {Fact::kPlace, Fact::kCountry, Fact::kLat, Fact::kLon, Fact::kType});
  if (!tallies) return tl::unexpected(tallies.error());
  const double width = 45.0 / (1 << std::clamp(zoom, 0, kDeepestZoom));
  std::map<std::pair<int64_t, int64_t>, Cell> cells;
  int64_t total = 0;
  int64_t placed = 0;
  for (const Tally& one : *tallies) {
    total += one.count;
    const auto lat = one.real(2);
    const auto lon = one.real(3);
    if (!lat || !lon) continue;
    placed += one.count;
    if (!inside(box, *lat, *lon)) continue;
    Cell& cell = cells[{static_cast<int64_t>(std::floor(*lat / width)),
                        static_cast<int64_t>(std::floor(*lon / width))}];
    const double weight = static_cast<double>(one.count);
    cell.count += one.count;
    cell.lat += *lat * weight;
    cell.lon += *lon * weight;
    cell.types[one.text(4)] += one.count;
    cell.places[one.text(0)] += one.count;
    cell.entry = one.entry;
  }
  std::vector<Json> list;
  for (const auto& [at, cell] : cells) list.push_back(to_json(cell));
  std::stable_sort(list.begin(), list.end(),
                   [](const Json& a, const Json& b) { return a["count"] > b["count"]; });
  if (list.size() > kMostCells) list.resize(kMostCells);
  return Json{{"total", total}, {"placed", placed}, {"cells", std::move(list)}};
}

Result<Json> network(Store* store, const Filter& filter, size_t limit) {
  auto tallies = tally(store, filter, {Fact::kSource, Fact::kTarget, Fact::kType, Fact::kQuad});
  if (!tallies) return tl::unexpected(tallies.error());
  std::erase_if(*tallies, [](const Tally& t) { return t.text(0).empty() || t.text(1).empty(); });
  most_first(&*tallies);
  if (tallies->size() > limit) tallies->resize(limit);
  std::map<std::string, int64_t> nodes;
  Json links = Json::array();
  for (const Tally& one : *tallies) {
    nodes[one.text(0)] += one.count;
    if (one.text(1) != one.text(0)) nodes[one.text(1)] += one.count;
    links.push_back({{"source", one.text(0)},
                     {"target", one.text(1)},
                     {"type", one.text(2)},
                     {"quad", one.number(3).value_or(0)},
                     {"count", one.count}});
  }
  Json list = Json::array();
  for (const auto& [code, count] : nodes) {
    const size_t colon = code.find(':');
    const std::string sector = colon == std::string::npos ? "" : code.substr(colon + 1);
    list.push_back({{"id", code},
                    {"country", or_null(code.substr(0, colon))},
                    {"sector", or_null(sector)},
                    {"count", count}});
  }
  return Json{{"nodes", std::move(list)}, {"links", std::move(links)}};
}

}  // namespace varde::store
