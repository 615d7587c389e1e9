// What a language pack knows about names, nouns that stand for people and bodies, titles and
// pronouns. README.md lists the tables.
#ifndef VARDE_ENTITY_NAME_LEXICON_H_
#define VARDE_ENTITY_NAME_LEXICON_H_

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/table.h"
#include "entity/knowledge_base.h"
#include "varde/result.h"

namespace varde {

// What a name of the tables means. Capitals and other words for a government keep their country.
enum class NameKind : uint8_t { kActor, kCountry, kMetonym, kCapital, kPeople, kAdjective, kPlace };

struct NameSense {
  NameKind kind = NameKind::kCountry;
  uint32_t index = 0;        // country, actor (first line) or place, by kind
  bool acronym = false;      // written in capitals only: does not match other writings
  bool capitalised = false;  // does not match where it is written with a small letter
  bool plural = false;       // of kPeople: the form names several of them
};

// Where a noun may stand: on its own, also as last part of a compound, only as first part, or as a
// word beside another noun.
enum class NounMatch : uint8_t { kWord, kSuffix, kPrefix, kModifier };

// A noun or title that stands for people or a body.
struct RoleNoun {
  std::string text;
  std::vector<std::string> sector;
  EntityType type = EntityType::kGroup;
  std::string country;  // that the word itself tells, usually ""
  std::string office;   // English; titles only
  std::string level;    // of titles
  bool title = false;
  bool former = false;
};

// How a noun reads: the noun that it is or ends in, and what a compound's first part says.
struct NounReading {
  const RoleNoun* noun = nullptr;
  const RoleNoun* modifier = nullptr;  // the first part, when it is in the table
  std::string first_part;              // key of a first part that is not, or ""
};

enum class PronounKind : uint8_t {
  kPersonal,
  kPossessive,
  kReflexive,
  kRelative,
  kDemonstrative,
  kOther
};

struct Pronoun {
  PronounKind kind = PronounKind::kPersonal;
  int person = 3;
  bool singular = true;
  bool plural = false;  // both: the form serves both numbers
  Gender gender = Gender::kUnknown;
  bool neuter = false;  // not for people
};

// Classes of entity_cues.tsv.
enum class NameCue : uint8_t {
  kLocative,     // prepositions of place
  kDirection,    // prepositions of direction: with a town they tell where, with a country who
  kBelonging,    // prepositions between people and what they belong to ("of", "for")
  kPlaceNoun,    // nouns that tell a place's kind ("city")
  kPlaceLink,    // prepositions between such a noun and the name ("of")
  kAlias,        // phrases before another name of the same ("formerly known as")
  kFormer,       // adjectives that say that an office has been left
  kCounterpart,  // nouns for the holder of the same office elsewhere
  kLed,          // second parts that make the first part's country that of the noun ("-led")
  kTied,         // second parts that merely relate to the first part ("-backed")
  kCountryNoun,  // nouns that stand for a country named before ("the country")
  kEquipment,    // weapons and positions: an army's, where the text says whose
  kParty,        // nouns for the two sides of a conflict ("the sides", "both parties")
  kAdjectiveEnding,
  kNounEnding,
  kNameEnding,
  kJoint,  // letters between the parts of a compound
};
inline constexpr size_t kNameCues = static_cast<size_t>(NameCue::kJoint) + 1;

// Immutable after opening. Every look-up takes match_keys.
class NameLexicon {
 public:
  static Result<std::unique_ptr<const NameLexicon>> open(const std::filesystem::path& pack,
                                                         const KnowledgeBase& knowledge);

  static constexpr size_t kLongestName = 8;  // words

  // The senses of a name, best first; empty when it has none.
  const std::vector<NameSense>& senses(std::string_view key) const;
  // Whether a longer name begins with these words.
  bool begins_name(std::string_view key) const { return name_beginnings_.contains(key); }

  // A noun or title by one of its forms, of one or several words; `lemma` may be "".
  // Compounds are taken apart.
  NounReading noun(std::string_view form, std::string_view lemma) const;
  // The same without taking compounds apart, for phrases.
  const RoleNoun* phrase(std::string_view form, std::string_view lemma) const;
  bool begins_phrase(std::string_view key) const { return noun_beginnings_.contains(key); }
  const RoleNoun* modifier(std::string_view form, std::string_view lemma) const;

  const Pronoun* pronoun(std::string_view form) const;
  bool is_cue(NameCue cue, std::string_view key) const;
  // The noun itself or a compound that ends in it, in any form.
  bool ends_in_cue(NameCue cue, std::string_view form, std::string_view lemma) const;
  const std::vector<std::string>& cues(NameCue cue) const {
    return cues_[static_cast<size_t>(cue)];
  }

  // The key, then the key without each ending of the class that it has; shortest ending first.
  std::vector<std::string_view> stems(std::string_view key, NameCue endings) const;

 private:
  using Tables = std::unordered_map<std::string, RoleNoun, KeyHash, std::equal_to<>>;

  Result<void> read_countries(const std::filesystem::path& path, const KnowledgeBase& knowledge);
  Result<void> read_actors(const std::filesystem::path& path, const KnowledgeBase& knowledge);
  Result<void> read_places(const std::filesystem::path& path, const KnowledgeBase& knowledge);
  Result<void> read_titles(const std::filesystem::path& path);
  Result<void> read_nouns(const std::filesystem::path& path);
  Result<void> read_pronouns(const std::filesystem::path& path);
  Result<void> read_cues(const std::filesystem::path& path);
  void add_name(std::string_view name, NameSense sense);
  void add_noun(RoleNoun noun, NounMatch match);
  const RoleNoun* find(const Tables& table, std::string_view form, std::string_view lemma) const;
  void take_apart(std::string_view form, NounReading* reading) const;
  void read_first_part(std::string_view part, NounReading* reading) const;

  std::unordered_map<std::string, std::vector<NameSense>, KeyHash, std::equal_to<>> names_;
  std::unordered_set<std::string, KeyHash, std::equal_to<>> name_beginnings_;
  Tables nouns_;  // words and last parts
  Tables last_parts_;
  Tables first_parts_;
  Tables modifiers_;
  std::unordered_set<std::string, KeyHash, std::equal_to<>> noun_beginnings_;
  std::unordered_map<std::string, Pronoun, KeyHash, std::equal_to<>> pronouns_;
  std::array<std::vector<std::string>, kNameCues> cues_;
};

}  // namespace varde

#endif  // VARDE_ENTITY_NAME_LEXICON_H_
