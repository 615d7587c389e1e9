// The key under which names are compared: spellings that differ only in case, diacritics, hyphens,
// full stops, commas and apostrophes share one.
#ifndef VARDE_ENTITY_MATCH_KEY_H_
#define VARDE_ENTITY_MATCH_KEY_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace varde {

// "Deir al-Zor" -> "deir al zor", "U.S." -> "us". No leading, trailing or double blank.
std::string match_key(std::string_view text);

// Hashing for look-ups by string_view in maps of strings.
struct KeyHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

}  // namespace varde

#endif  // VARDE_ENTITY_MATCH_KEY_H_
