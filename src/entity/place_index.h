// The gazetteer: places by name.
#ifndef VARDE_ENTITY_PLACE_INDEX_H_
#define VARDE_ENTITY_PLACE_INDEX_H_

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "base/mapped_file.h"
#include "entity/entities.h"
#include "varde/result.h"

namespace varde {

struct GazetteerPlace {
  std::string_view name;     // as the gazetteer spells it
  std::string_view aliases;  // separated by '|'
  std::string_view country;  // ISO 3166-1 alpha-3
  Coordinates coordinates;
  int64_t geonames = 0;
  int64_t population = 0;
  std::string_view kind;
};

// Keeps its files mapped and holds views on them. A table of hashes stands for the keys, so that
// opening computes each key once and stores none: tens of thousands of places open in milliseconds.
// Immutable after opening, safe to share.
class PlaceIndex {
 public:
  // Reads `files` (kb/places.tsv and the like); those that do not exist are left out.
  static Result<PlaceIndex> open(const std::vector<std::filesystem::path>& files);

  size_t size() const { return places_.size(); }
  const GazetteerPlace& place(uint32_t i) const { return places_[i]; }

  // Places one of whose names has this match_key, the most populous first.
  std::vector<uint32_t> find(std::string_view key) const;
  // The place with a GeoNames number, or size() when there is none.
  uint32_t find_geonames(int64_t geonames) const;

 private:
  Result<void> read(const std::filesystem::path& path);
  void build();

  struct Slot {
    uint32_t hash = 0;
    uint32_t place = UINT32_MAX;
  };
  std::vector<MappedFile> files_;
  std::vector<GazetteerPlace> places_;
  std::vector<Slot> slots_;                                // open addressing; a power of two
  std::vector<std::pair<int64_t, uint32_t>> by_geonames_;  // sorted
};

}  // namespace varde

#endif  // VARDE_ENTITY_PLACE_INDEX_H_
