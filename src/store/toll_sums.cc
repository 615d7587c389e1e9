#include "store/toll_sums.h"

#include <algorithm>
#include <map>

namespace varde::store {
namespace {

using ledger::Entry;
using ledger::Json;

constexpr size_t kMostPoints = 400;  // of a series, about
// No sum runs over, whatever a text claims, and what is added and later taken back is the same.
constexpr int64_t kMostCounted = 1'000'000'000'000;

// What is added to the sums of one source, or of all.
struct Sums {
  std::string name;
  std::map<std::string, std::pair<int64_t, int64_t>> changes;  // by day: low, high
};

// A source as its first claim writes it; what claims are joined by is a look-up key.
std::string name_of(const Json& claim) {
  const Json& report = claim["report"];
  for (const Json& source : report["according_to"]) {
    if (source["name"].is_string()) return source["name"].get<std::string>();
  }
  const Json& paper = report["publisher"].is_string() ? report["publisher"] : report["document"];
  return paper.is_string() ? paper.get<std::string>() : std::string();
}

int64_t number_or(const Json& object, const char* name, int64_t otherwise) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number_integer() ? found->get<int64_t>() : otherwise;
}

void add_to(std::pair<int64_t, int64_t>* sum, int64_t low, int64_t high) {
  sum->first += low;
  sum->second += high;
}

// What the claims of a toll add to the sums: each source's newer figure takes the place of its
// older one, and of all together the lowest and the highest that stand.
void add_toll(const Json& toll, std::map<std::string, Sums>* by_source, Sums* total) {
  struct Figure {
    int64_t low = 0;
    int64_t high = 0;
    std::string day;
  };
  std::map<std::string, Figure> standing;
  Figure before;
  std::vector<const Json*> claims;
  for (const Json& claim : toll["claims"]) {
    if (claim["part"] != Json(true) && claim["report"]["published"].is_string()) {
      claims.push_back(&claim);
    }
  }
  std::stable_sort(claims.begin(), claims.end(), [](const Json* a, const Json* b) {
    return (*a)["report"]["published"] < (*b)["report"]["published"];
  });
  for (const Json* claim : claims) {
    const std::string day = (*claim)["report"]["published"].get<std::string>();
    const std::string source = (*claim)["source"].get<std::string>();
    int64_t low = std::clamp(number_or(*claim, "low", 0), int64_t{0}, kMostCounted);
    int64_t high = std::clamp(number_or(*claim, "high", low), low, kMostCounted);
    Figure& figure = standing[source];
    if (figure.day == day) {  // two figures of one day stand side by side
      low = std::min(low, figure.low);
      high = std::max(high, figure.high);
    }
    Sums& sums = by_source->try_emplace(source, Sums{name_of(*claim), {}}).first->second;
    add_to(&sums.changes[day], low - figure.low, high - figure.high);
    figure = {low, high, day};
    Figure now{INT64_MAX, 0, day};
    for (const auto& [key, one] : standing) {
      now.low = std::min(now.low, one.low);
      now.high = std::max(now.high, one.high);
    }
    add_to(&total->changes[day], now.low - before.low, now.high - before.high);
    before = now;
  }
}

// Sums as they stood at the end of each day that changed them, or, where those are very many, of
// every so many of them and of the last.
Json series_of(const Json& source, const Sums& sums) {
  const size_t step = 1 + sums.changes.size() / kMostPoints;
  Json points = Json::array();
  std::pair<int64_t, int64_t> sum;
  size_t number = 0;
  for (const auto& [day, change] : sums.changes) {
    add_to(&sum, change.first, change.second);
    if (++number % step != 0 && number != sums.changes.size()) continue;
    points.push_back({{"day", day}, {"low", sum.first}, {"high", sum.second}});
  }
  return {{"source", source}, {"points", std::move(points)}};
}

}  // namespace

Result<Json> toll_sums(Store* store, const Filter& filter) {
  constexpr size_t kMostSources = 12;
  Filter tolls = filter;
  tolls.kinds = {ledger::Kind::kToll};
  std::map<std::string, Sums> by_source;
  Sums total;
  int64_t entries = 0;
  int64_t disputed = 0;
  const auto done = store->entries(tolls, [&](const Entry& entry) {
    ++entries;
    if (entry.body["disputed"] == Json(true)) ++disputed;
    add_toll(entry.body, &by_source, &total);
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  const Json all = series_of(Json(), total);
  std::vector<std::pair<int64_t, Json>> sources;
  for (const auto& [source, sums] : by_source) {
    Json series = series_of(sums.name, sums);
    sources.emplace_back(series["points"].back()["high"].get<int64_t>(), std::move(series));
  }
  std::stable_sort(sources.begin(), sources.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (sources.size() > kMostSources) sources.resize(kMostSources);
  Json series = Json::array({all});
  for (auto& [most, one] : sources) series.push_back(std::move(one));
  const Json& points = all["points"];
  Json sum{{"low", 0}, {"high", 0}};
  if (!points.empty()) sum = {{"low", points.back()["low"]}, {"high", points.back()["high"]}};
  return Json{{"entries", entries},
              {"disputed", disputed},
              {"total", std::move(sum)},
              {"series", std::move(series)}};
}

}  // namespace varde::store
