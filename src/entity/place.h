// Where the thing happens that a word reports.
#ifndef VARDE_ENTITY_PLACE_H_
#define VARDE_ENTITY_PLACE_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "entity/entities.h"
#include "syntax/parse.h"

namespace varde {

// Views live as long as the entities.
struct PlaceInContext {
  std::string_view name;     // the place name's own words, as written
  std::string_view country;  // ISO 3166-1 alpha-3, or ""
  std::optional<Coordinates> coordinates;
  int64_t geonames = 0;   // 0: none
  uint32_t word = 0;      // the token that names it
  uint32_t entity = 0;    // index into Entities::entities
  bool attached = false;  // hangs on the word or its clause; otherwise the sentence's only place
  bool inferred = false;  // taken from the context by a model
};

// The most exact place on the word, its noun phrase or its clause, climbing to the verb that
// governs it; otherwise the only place of the sentence; otherwise none. Never looks beyond the
// sentence.
std::optional<PlaceInContext> place_of(const Entities& entities, const Parse& parse, uint32_t word);

// The place that the phrase headed by `word` names itself ("the city of Homs", "Homs"), or none.
std::optional<PlaceInContext> place_named_by(const Entities& entities, const Parse& parse,
                                             uint32_t word);

}  // namespace varde

#endif  // VARDE_ENTITY_PLACE_H_
