// What the room `entity` returns: who and where. Mentions in the text, grouped into entities, each
// with country and sector as far as words or knowledge base tell.
#ifndef VARDE_ENTITY_ENTITIES_H_
#define VARDE_ENTITY_ENTITIES_H_

#include <cstdint>
#include <memory_resource>
#include <optional>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "syntax/parse.h"

namespace varde {

enum class EntityType : uint8_t { kPerson, kOrganization, kArmedGroup, kCountry, kPlace, kGroup };
enum class MentionKind : uint8_t { kName, kNominal, kPronoun };

// A phrase that refers to somebody, something organised, or somewhere. Mentions may nest
// ("[[Russlands] utenriksminister Sergej Lavrov]"); they never cross.
struct Mention {
  uint32_t first = 0;  // tokens, half open
  uint32_t last = 0;
  uint32_t head = 0;    // the token that the syntax hangs it on
  uint32_t entity = 0;  // index into Entities::entities
  MentionKind kind = MentionKind::kName;
  bool plural = false;
  // Says where, not who: a place or country under a preposition of place ("in Syria"), or behind
  // the noun that tells its kind ("the city of Aleppo").
  bool locative = false;
  std::string_view name;  // of a name: its own words without case ending ("Russland"); else ""
};

struct Coordinates {
  double latitude = 0;
  double longitude = 0;
};

struct Entity {
  explicit Entity(std::pmr::memory_resource* arena)
      : sector(arena), aliases(arena), mentions(arena) {}

  // kGroup: people by role or kind without a name ("opprørere", "sivile"). A country in a slot of
  // an event stands for its government; the type stays kCountry.
  EntityType type = EntityType::kGroup;
  std::string_view name;       // the fullest form in the text
  std::string_view canonical;  // of the knowledge base, or ""
  std::string_view country;    // ISO 3166-1 alpha-3, or UNO, EUR, IGO, NGO, …; "" when unknown
  std::pmr::vector<std::string_view> sector;  // GOV, MIL, … best first; empty when unknown
  std::string_view office;                    // English, "" when none
  bool forum = false;                         // states meet as it rather than join it: "G20"
  std::pmr::vector<std::string_view> aliases;
  std::optional<Coordinates> coordinates;  // places and countries' capitals
  int64_t geonames = 0;                    // 0: none
  std::pmr::vector<uint32_t> mentions;     // indices into Entities::mentions, in text order
};

struct Entities {
  explicit Entities(Arena& arena) : mentions(&arena), entities(&arena), mention_of(&arena) {}

  std::pmr::vector<Mention> mentions;  // in text order by first token; of equal first, longer first
  std::pmr::vector<Entity> entities;
  // For each token the mention whose head it is, or kNoMention. A participant of an event is found
  // by asking the head word of its phrase.
  std::pmr::vector<uint32_t> mention_of;
  // Where the conflict that the document reports is fought, as its places and forces tell; "" when
  // they do not.
  std::string_view conflict_country;
};

inline constexpr uint32_t kNoMention = UINT32_MAX;

}  // namespace varde

#endif  // VARDE_ENTITY_ENTITIES_H_
