#include "entity/place_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

#include "base/table.h"
#include "base/utf8.h"
#include "entity/match_key.h"

namespace varde {
namespace {

constexpr std::array<std::string_view, 8> kColumns = {
    "name", "country", "latitude", "longitude", "geonames", "population", "kind", "aliases"};
enum Column : size_t {
  kName,
  kCountry,
  kLatitude,
  kLongitude,
  kGeonames,
  kPopulation,
  kKind,
  kAliases
};

constexpr size_t kTypicalLine = 64;  // bytes

uint32_t hash_of(std::string_view key) {
  uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ (hash >> 15);
}

using Cells = std::array<std::string_view, kColumns.size()>;

// Cuts a line at its tabs; false when it has more cells than columns.
bool cut(std::string_view line, Cells* cells) {
  cells->fill({});
  for (size_t column = 0;; ++column) {
    if (column == cells->size()) return false;
    const size_t tab = line.find('\t');
    (*cells)[column] = trim(line.substr(0, tab));
    if (tab == std::string_view::npos) return true;
    line.remove_prefix(tab + 1);
  }
}

// An empty cell leaves the value as it is.
template <class T>
bool read_number(std::string_view text, T* value) {
  if (text.empty()) return true;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *value);
  return error == std::errc() && end == text.data() + text.size();
}

bool is_plain_ascii(std::string_view line) {
  return std::all_of(line.begin(), line.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// What is wrong with a line, or "".
std::string parse_line(std::string_view line, GazetteerPlace* place) {
  if (!is_plain_ascii(line) && !is_valid_utf8(line)) return "is not UTF-8; save the file as UTF-8";
  Cells cells;
  if (!cut(line, &cells)) return "has more than eight cells; remove a tab";
  *place = {cells[kName], cells[kAliases], cells[kCountry], {}, 0, 0, cells[kKind]};
  if (place->name.empty()) return "has no name; give one or remove the line";
  Coordinates& at = place->coordinates;
  if (!read_number(cells[kLatitude], &at.latitude) ||
      !read_number(cells[kLongitude], &at.longitude) || !(std::abs(at.latitude) <= 90) ||
      !(std::abs(at.longitude) <= 180)) {
    return "latitude and longitude must be decimal degrees";
  }
  if (!read_number(cells[kGeonames], &place->geonames) ||
      !read_number(cells[kPopulation], &place->population)) {
    return "geonames and population must be whole numbers";
  }
  return {};
}

// Calls take(key) for the name and each alias of a place.
template <class Take>
void for_each_key(const GazetteerPlace& place, Take take) {
  take(match_key(place.name));
  std::string_view rest = place.aliases;
  while (!rest.empty()) {
    const size_t bar = rest.find('|');
    if (const auto alias = trim(rest.substr(0, bar)); !alias.empty()) take(match_key(alias));
    rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
  }
}

}  // namespace

Result<PlaceIndex> PlaceIndex::open(const std::vector<std::filesystem::path>& files) {
  PlaceIndex index;
  for (const auto& path : files) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) continue;
    if (auto read = index.read(path); !read) return tl::unexpected(read.error());
  }
  index.build();
  return index;
}

Result<void> PlaceIndex::read(const std::filesystem::path& path) {
  auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  files_.push_back(std::move(*file));
  std::string_view rest = files_.back().bytes();
  places_.reserve(places_.size() + rest.size() / kTypicalLine);
  bool header = false;
  for (size_t number = 1; !rest.empty(); ++number) {
    const size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.starts_with('#') || trim(line).empty()) continue;
    GazetteerPlace place;
    if (!header) {
      Cells cells;
      if (!cut(line, &cells) || !std::equal(cells.begin(), cells.end(), kColumns.begin())) {
        return failure(path.string() + ":" + std::to_string(number) +
                       ": the first line must name the columns name, country, latitude, longitude, "
                       "geonames, population, kind, aliases in this order");
      }
      header = true;
      continue;
    }
    if (const auto fault = parse_line(line, &place); !fault.empty()) {
      return failure(path.string() + ":" + std::to_string(number) + ": " + fault);
    }
    places_.push_back(place);
  }
  return {};
}

void PlaceIndex::build() {
  by_geonames_.reserve(places_.size());
  size_t keys = 0;
  for (const auto& place : places_) {
    keys += 2 + static_cast<size_t>(std::count(place.aliases.begin(), place.aliases.end(), '|'));
  }
  slots_.assign(std::bit_ceil(2 * keys + 1), {});
  const size_t mask = slots_.size() - 1;
  for (uint32_t i = 0; i < places_.size(); ++i) {
    if (places_[i].geonames != 0) by_geonames_.emplace_back(places_[i].geonames, i);
    for_each_key(places_[i], [&](const std::string& key) {
      const uint32_t hash = hash_of(key);
      size_t at = hash & mask;
      while (slots_[at].place != UINT32_MAX) at = (at + 1) & mask;
      slots_[at] = {hash, i};
    });
  }
  std::sort(by_geonames_.begin(), by_geonames_.end());
}

std::vector<uint32_t> PlaceIndex::find(std::string_view key) const {
  std::vector<uint32_t> found;
  if (key.empty() || slots_.empty()) return found;
  const size_t mask = slots_.size() - 1;
  const uint32_t hash = hash_of(key);
  for (size_t at = hash & mask; slots_[at].place != UINT32_MAX; at = (at + 1) & mask) {
    if (slots_[at].hash != hash) continue;
    bool same = false;
    for_each_key(places_[slots_[at].place],
                 [&](const std::string& other) { same |= other == key; });
    if (same && std::find(found.begin(), found.end(), slots_[at].place) == found.end()) {
      found.push_back(slots_[at].place);
    }
  }
  std::sort(found.begin(), found.end(), [this](uint32_t a, uint32_t b) {
    const auto& one = places_[a];
    const auto& other = places_[b];
    return one.population != other.population ? one.population > other.population : a < b;
  });
  return found;
}

uint32_t PlaceIndex::find_geonames(int64_t geonames) const {
  const auto at =
      std::lower_bound(by_geonames_.begin(), by_geonames_.end(), std::pair(geonames, uint32_t{0}));
  if (at == by_geonames_.end() || at->first != geonames)
    return static_cast<uint32_t>(places_.size());
  return at->second;
}

}  // namespace varde
