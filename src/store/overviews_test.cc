// What overviews count, beside a plain count of the entries themselves: of articles made by chance,
// for many filters, as things stand and as they stood.
#include "store/overviews.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "ledger/report.h"
#include "store/document_rows.h"
#include "store/summaries.h"
#include "store/test_articles.h"

namespace varde::store {
namespace {

using ledger::Entry;
using ledger::Json;
using ledger::Kind;

Json checked(const Result<Json>& answer) {
  EXPECT_TRUE(answer.has_value()) << answer.error().message;
  return answer.value_or(Json());
}

using Overviews = StoredArticles;

TEST_F(Overviews, ThereIsSomethingToCount) {
  const auto all = incidents();
  EXPECT_GT(all.size(), 50U);
  const auto several = [](const Entry& e) { return e.reports > 1; };
  EXPECT_GT(std::count_if(all.begin(), all.end(), several), 3) << "of more than one article";
  EXPECT_GT(entries_in(store_.get(), {}, {Kind::kToll}).size(), 20U);
}

// -- counts ---------------------------------------------------------------------------------------

std::string monday_of(Day day) {
  while (std::chrono::weekday(day) != std::chrono::Monday) day -= std::chrono::days{1};
  return to_string(day);
}

// By what a plain count would count an incident; empty: by nothing.
std::string key_of(const Entry& entry, CountBy by) {
  const auto text = [](const Json& value) {
    return value.is_string() ? value.get<std::string>() : std::string();
  };
  const Json& place = entry.body["place"];
  switch (by) {
    case CountBy::kType:
      return text(entry.body["type"]);
    case CountBy::kState:
      return text(entry.body["state"]);
    case CountBy::kCountry:
      return place.is_null() ? "" : text(place["country"]);
    case CountBy::kPlace:
      return place.is_null() ? "" : text(place["name"]);
    default:
      break;
  }
  if (!entry.days) return "";
  if (by == CountBy::kWeek) return monday_of(entry.days->begin);
  return to_string(entry.days->begin)
      .substr(0, by == CountBy::kYear    ? 4
                 : by == CountBy::kMonth ? 7
                                         : 10);
}

constexpr std::array kAllCounts{CountBy::kDay,     CountBy::kWeek, CountBy::kMonth,
                                CountBy::kYear,    CountBy::kType, CountBy::kState,
                                CountBy::kCountry, CountBy::kPlace};

bool is_time(CountBy by) { return by <= CountBy::kYear; }

TEST_F(Overviews, CountsAreThoseOfTheEntries) {
  for_each_filter([&](const Filter& filter) {
    const auto entries = incidents(filter);
    for (const CountBy by : kAllCounts) {
      // As they stood, all are counted alike.
      if (filter.as_of && by != CountBy::kWeek && by != CountBy::kPlace) continue;
      std::map<std::string, int64_t> expected;
      for (const Entry& entry : entries) {
        const std::string key = key_of(entry, by);
        if (!key.empty()) ++expected[key];
      }
      const Json answer = checked(counts(store_.get(), filter, by, 10'000));
      EXPECT_EQ(answer["total"], entries.size());
      std::map<std::string, int64_t> found;
      for (const Json& item : answer["items"]) {
        const bool fresh = found.emplace(item["key"], item["count"]).second;
        EXPECT_TRUE(fresh) << item.dump();
      }
      EXPECT_EQ(found, expected);
    }
  });
}

TEST_F(Overviews, CountsOfTimeAreInItsOrderAndOthersTheMostFirst) {
  for (const CountBy by : kAllCounts) {
    const Json items = checked(counts(store_.get(), {}, by, 10'000))["items"];
    ASSERT_GT(items.size(), 0U);
    for (size_t i = 1; i < items.size(); ++i) {
      const Json& a = items[i - 1];
      const Json& b = items[i];
      if (is_time(by)) {
        EXPECT_LT(a["key"], b["key"]);
      } else {
        EXPECT_TRUE(a["count"] > b["count"] || (a["count"] == b["count"] && a["key"] < b["key"]));
      }
    }
  }
}

TEST_F(Overviews, FewCountsAreTheLatestOrTheMost) {
  for (const CountBy by : kAllCounts) {
    const Json whole = checked(counts(store_.get(), {}, by, 10'000));
    for (const size_t limit : {size_t{1}, size_t{2}, whole["items"].size()}) {
      const Json few = checked(counts(store_.get(), {}, by, limit));
      EXPECT_EQ(few["total"], whole["total"]) << "all that there are";
      Json expected = Json::array();
      const size_t size = whole["items"].size();
      const size_t taken = std::min(limit, size);
      for (size_t i = 0; i < taken; ++i) {
        expected.push_back(whole["items"][is_time(by) ? size - taken + i : i]);
      }
      EXPECT_EQ(few["items"], expected);
    }
  }
}

TEST_F(Overviews, CountsOfPlacesSayWhereTheyLie) {
  std::map<std::string, Json> known;
  for (const Entry& entry : incidents()) {
    const Json& place = entry.body["place"];
    if (!place.is_null()) known[place["name"]] = place;
  }
  const Json items = checked(counts(store_.get(), {}, CountBy::kPlace, 100))["items"];
  ASSERT_EQ(items.size(), known.size());
  for (const Json& item : items) {
    const Json& place = known.at(item["key"]);
    for (const char* field : {"country", "lat", "lon"}) {
      EXPECT_EQ(item[field], place[field]) << item.dump() << " " << place.dump();
    }
  }
}

TEST(CountBys, HaveTheirNames) {
  for (const auto& [name, by] :
       {std::pair("day", CountBy::kDay), std::pair("week", CountBy::kWeek),
        std::pair("month", CountBy::kMonth), std::pair("year", CountBy::kYear),
        std::pair("type", CountBy::kType), std::pair("state", CountBy::kState),
        std::pair("country", CountBy::kCountry), std::pair("place", CountBy::kPlace)}) {
    EXPECT_EQ(count_by_named(name), by);
  }
  for (const char* wrong : {"", "Day", "days", "actor"}) {
    EXPECT_EQ(count_by_named(wrong), std::nullopt) << wrong;
  }
}

// -- the map --------------------------------------------------------------------------------------

struct Point {
  double lat;
  double lon;
};

std::optional<Point> point_of(const Entry& entry) {
  const Json& place = entry.body["place"];
  if (place.is_null() || place["lat"].is_null() || place["lon"].is_null()) return std::nullopt;
  return Point{place["lat"], place["lon"]};
}

// Whether it lies in the box: east of its west and west of its east, whatever lies between.
bool is_inside(const Box& box, const Point& point) {
  if (point.lat < box.south || point.lat > box.north) return false;
  if (box.west <= box.east) return point.lon >= box.west && point.lon <= box.east;
  return !(point.lon > box.east && point.lon < box.west);
}

Json rounded(double degrees) { return std::round(degrees * 1e4) / 1e4; }

TEST_F(Overviews, CellsGatherTheEntriesThatLieInThem) {
  struct Cell {
    int64_t count = 0;
    double lat = 0;
    double lon = 0;
    std::map<std::string, int64_t> types;
    std::map<std::string, int64_t> places;
    std::set<std::string> ids;
  };
  const Box world;
  const Box north{-180, 0, 180, 90};
  const Box pacific{160, -30, -160, 0};
  const Box spot{27.75, 56.75, 27.75, 56.75};
  const Box nothing{10, 10, 11, 11};
  const size_t whole = incidents().size();
  for_each_filter([&](const Filter& filter) {
    const auto entries = incidents(filter);
    // Boxes and zooms are tried with all entries, filters with a box or two.
    const bool all = entries.size() == whole && !filter.as_of;
    for (const Box& box :
         all ? std::vector{world, north, pacific, spot, nothing} : std::vector{world, pacific}) {
      for (const int zoom : all ? std::vector{0, 1, 6, kDeepestZoom} : std::vector{2}) {
        const double width = 45 / std::pow(2, zoom);
        std::map<std::pair<double, double>, Cell> expected;
        int64_t placed = 0;
        for (const Entry& entry : entries) {
          const auto point = point_of(entry);
          if (!point) continue;
          ++placed;
          if (!is_inside(box, *point)) continue;
          Cell& cell = expected[{std::floor(point->lat / width), std::floor(point->lon / width)}];
          ++cell.count;
          cell.lat += point->lat;
          cell.lon += point->lon;
          ++cell.types[entry.body["type"]];
          ++cell.places[entry.body["place"]["name"]];
          cell.ids.insert(entry.id);
        }
        const Json answer = checked(map_cells(store_.get(), filter, box, zoom));
        EXPECT_EQ(answer["total"], entries.size());
        EXPECT_EQ(answer["placed"], placed);
        ASSERT_EQ(answer["cells"].size(), expected.size());
        int64_t before = INT64_MAX;
        for (const Json& found : answer["cells"]) {
          const double lat = found["lat"];
          const double lon = found["lon"];
          const auto at = expected.find({std::floor(lat / width), std::floor(lon / width)});
          ASSERT_NE(at, expected.end()) << found.dump();
          const Cell& cell = at->second;
          EXPECT_EQ(found["count"], cell.count);
          EXPECT_EQ(found["lat"], rounded(cell.lat / static_cast<double>(cell.count)));
          EXPECT_EQ(found["lon"], rounded(cell.lon / static_cast<double>(cell.count)));
          EXPECT_EQ(found["types"], Json(cell.types));
          EXPECT_EQ(found["places"], cell.places.size());
          for (const auto& [place, count] : cell.places) {
            EXPECT_GE(cell.places.at(found["place"]), count) << place;
          }
          EXPECT_EQ(found["id"].is_null(), cell.count > 1);
          if (cell.count == 1) {
            EXPECT_EQ(found["id"], *cell.ids.begin());
          }
          EXPECT_LE(found["count"], before) << "the most first";
          before = found["count"];
          expected.erase(at);
        }
      }
    }
  });
}

TEST_F(Overviews, AZoomBeyondTheBoundsIsTheNearestWithin) {
  const auto cells = [&](int zoom) { return checked(map_cells(store_.get(), {}, Box{}, zoom)); };
  EXPECT_EQ(cells(-1), cells(0));
  EXPECT_EQ(cells(INT_MIN), cells(0));
  EXPECT_EQ(cells(kDeepestZoom + 1), cells(kDeepestZoom));
  EXPECT_EQ(cells(INT_MAX), cells(kDeepestZoom));
}

// -- who does what to whom ------------------------------------------------------------------------

// The first in a role who has a country or a sector.
std::string first_code(const Json& parties) {
  for (const Json& party : parties) {
    const std::string country = party["country"].is_null() ? "" : party["country"];
    if (!party["sector"].empty()) return country + ":" + std::string(party["sector"][0]);
    if (!country.empty()) return country;
  }
  return "";
}

TEST_F(Overviews, LinksAreBetweenTheFirstActorAndTheFirstRecipient) {
  using Link = std::tuple<std::string, std::string, std::string, int64_t>;
  for_each_filter([&](const Filter& filter) {
    std::map<Link, int64_t> expected;
    std::map<std::string, int64_t> nodes;
    for (const Entry& entry : incidents(filter)) {
      const std::string source = first_code(entry.body["actor"]);
      const std::string target = first_code(entry.body["recipient"]);
      if (source.empty() || target.empty()) continue;
      ++expected[{source, target, entry.body["type"], entry.body["quad"]}];
      ++nodes[source];
      if (target != source) ++nodes[target];
    }
    const Json answer = checked(network(store_.get(), filter, 10'000));
    std::map<Link, int64_t> found;
    for (const Json& link : answer["links"]) {
      EXPECT_TRUE(found
                      .emplace(Link{link["source"], link["target"], link["type"], link["quad"]},
                               link["count"])
                      .second);
    }
    EXPECT_EQ(found, expected);
    std::map<std::string, int64_t> found_nodes;
    for (const Json& node : answer["nodes"]) {
      const std::string id = node["id"];
      found_nodes[id] = node["count"];
      const size_t colon = id.find(':');
      const std::string sector = colon == std::string::npos ? "" : id.substr(colon + 1);
      EXPECT_EQ(node["country"], id.starts_with(':') ? Json() : Json(id.substr(0, colon)));
      EXPECT_EQ(node["sector"], sector.empty() ? Json() : Json(sector));
    }
    EXPECT_EQ(found_nodes, nodes);
  });
}

TEST_F(Overviews, FewLinksAreTheMostFrequentWithTheirNodesAlone) {
  const Json whole = checked(network(store_.get(), {}, 10'000));
  ASSERT_GT(whole["links"].size(), 5U);
  for (size_t i = 1; i < whole["links"].size(); ++i) {
    EXPECT_GE(whole["links"][i - 1]["count"], whole["links"][i]["count"]);
  }
  for (const size_t limit : {size_t{0}, size_t{1}, size_t{5}}) {
    const Json few = checked(network(store_.get(), {}, limit));
    ASSERT_EQ(few["links"].size(), limit);
    std::set<std::string> ends;
    for (size_t i = 0; i < limit; ++i) {
      EXPECT_EQ(few["links"][i], whole["links"][i]);
      ends.insert(few["links"][i]["source"]);
      ends.insert(few["links"][i]["target"]);
    }
    std::set<std::string> nodes;
    for (const Json& node : few["nodes"]) nodes.insert(node["id"]);
    EXPECT_EQ(nodes, ends);
  }
}

TEST(NoOverviews, OfAnEmptyStore) {
  const auto store = new_test_store();
  EXPECT_EQ(checked(counts(store.get(), {}, CountBy::kDay, 10)),
            Json::parse(R"({"total":0,"items":[]})"));
  EXPECT_EQ(checked(map_cells(store.get(), {}, Box{}, 2)),
            Json::parse(R"({"total":0,"placed":0,"cells":[]})"));
  EXPECT_EQ(checked(network(store.get(), {}, 10)), Json::parse(R"({"nodes":[],"links":[]})"));
}

}  // namespace
}  // namespace varde::store
