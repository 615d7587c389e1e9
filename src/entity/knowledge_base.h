// What is known about the world in any language: countries, actors with their offices and terms,
// given names and the gazetteer. Read from kb/.
#ifndef VARDE_ENTITY_KNOWLEDGE_BASE_H_
#define VARDE_ENTITY_KNOWLEDGE_BASE_H_

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entity/entities.h"
#include "entity/match_key.h"
#include "entity/place_index.h"
#include "varde/date.h"
#include "varde/result.h"

namespace varde {

struct Country {
  std::string code;  // ISO 3166-1 alpha-3, or UNO, EUR, IGO, …
  std::string name;  // English
  std::string capital;
  std::optional<Coordinates> coordinates;  // of the capital
  int64_t geonames = 0;                    // of the capital
};

// One line of kb/actors.tsv. A person who held several offices has several lines with one id.
struct KnownActor {
  std::string id;
  EntityType type = EntityType::kOrganization;
  std::string name;
  std::string country;
  std::vector<std::string> sector;
  std::string office;
  std::optional<Day> from;  // first day of the term, when it is known
  std::optional<Day> to;    // last day
  std::string parent;
  bool continues = false;  // the line before is of the same id
  bool forum = false;      // states meet as it
};

enum class Gender : uint8_t { kUnknown, kFeminine, kMasculine };

// Immutable after opening and shared by threads.
class KnowledgeBase {
 public:
  // Reads countries.tsv, actors.tsv, forums.tsv, given_names.tsv, places.tsv and places_extra.tsv
  // of `folder`; only the first must be there. An error names file and line.
  static Result<std::shared_ptr<const KnowledgeBase>> open(const std::filesystem::path& folder);

  static constexpr uint32_t kNone = UINT32_MAX;

  const Country& country(uint32_t i) const { return countries_[i]; }
  size_t country_count() const { return countries_.size(); }
  uint32_t find_country(std::string_view code) const;  // kNone when there is none

  // Lines of actors.tsv; those of one id stand together.
  const KnownActor& actor(uint32_t i) const { return actors_[i]; }
  size_t actor_count() const { return actors_.size(); }
  uint32_t find_actor(std::string_view id) const;  // the first line of an id, or kNone
  // Of the lines of one id the one in force on a day; the latest begun before it; else the first.
  // Without a day the last that is still held, else the last.
  const KnownActor& actor_on(uint32_t first, std::optional<Day> day) const;
  // All names of actors as kb/actors.tsv spells them: the first line of the id.
  struct ActorName {
    std::string name;
    uint32_t actor;
  };
  const std::vector<ActorName>& actor_names() const { return actor_names_; }
  // Who holds an office of a country on a day, or null.
  const KnownActor* office_holder(std::string_view country, std::string_view office,
                                  std::optional<Day> day) const;

  Gender gender_of(std::string_view given_name_key) const;
  const PlaceIndex& places() const { return places_; }

 private:
  Result<void> read_countries(const std::filesystem::path& path);
  Result<void> read_actors(const std::filesystem::path& path);
  Result<void> read_forums(const std::filesystem::path& path);
  Result<void> read_given_names(const std::filesystem::path& path);

  std::vector<Country> countries_;
  std::vector<KnownActor> actors_;
  std::vector<ActorName> actor_names_;
  std::unordered_map<std::string, uint32_t, KeyHash, std::equal_to<>> country_by_code_;
  std::unordered_map<std::string, uint32_t, KeyHash, std::equal_to<>> actor_by_id_;
  std::multimap<std::pair<std::string, std::string>, uint32_t> by_office_;  // country, office
  std::unordered_map<std::string, Gender, KeyHash, std::equal_to<>> given_names_;
  PlaceIndex places_;
};

// "person" -> kPerson and so on; "group" -> kGroup.
std::optional<EntityType> entity_type_of(std::string_view name);

}  // namespace varde

#endif  // VARDE_ENTITY_KNOWLEDGE_BASE_H_
