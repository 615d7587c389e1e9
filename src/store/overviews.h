// What many incidents come to: counts, places on a map, who does what to whom. Answers as
// docs/api.md describes them.
#ifndef VARDE_STORE_OVERVIEWS_H_
#define VARDE_STORE_OVERVIEWS_H_

#include <optional>
#include <string>

#include "store/store.h"

namespace varde::store {

// By what incidents can be counted.
enum class CountBy { kDay, kWeek, kMonth, kYear, kType, kState, kCountry, kPlace };
std::optional<CountBy> count_by_named(std::string_view name);

// Counts of incidents: in the order of time, else the most first, at most `limit`. Weeks are named
// by their Mondays.
Result<ledger::Json> counts(Store* store, const Filter& filter, CountBy by, size_t limit);

// A piece of the map, in degrees. West may be greater than east: across the 180th meridian.
struct Box {
  double west = -180;
  double south = -90;
  double east = 180;
  double north = 90;
};

// Incidents gathered in the cells of a grid whose cells are 45 degrees wide at zoom 0 and half as
// wide at each further one; the most first, at most kMostCells.
inline constexpr int kDeepestZoom = 12;
inline constexpr size_t kMostCells = 2000;
Result<ledger::Json> map_cells(Store* store, const Filter& filter, const Box& box, int zoom);

// Who does what to whom: the `limit` most frequent links between first actors and recipients.
Result<ledger::Json> network(Store* store, const Filter& filter, size_t limit);

}  // namespace varde::store

#endif  // VARDE_STORE_OVERVIEWS_H_
