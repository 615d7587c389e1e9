// What the steps of the room hand to one another while a document is read. Not seen outside.
//
// A draft is a mention before it is known to which entity it belongs. The name and nominal finders
// make drafts, Affiliation gives them country and sector from the words around them, Coreference
// joins those that mean the same, ContextCountry fills in countries that only the document tells,
// and EntityReader turns the joined drafts into entities.
#ifndef VARDE_ENTITY_DRAFT_H_
#define VARDE_ENTITY_DRAFT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "entity/entities.h"
#include "entity/knowledge_base.h"
#include "entity/name_lexicon.h"
#include "syntax/parse.h"

namespace varde {

// How well a country or sector is founded; the better one wins when drafts are joined.
enum class Ground : uint8_t { kNone, kContext, kShared, kKnowledge, kWords };

inline constexpr uint32_t kNoDraft = UINT32_MAX;

struct Draft {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t head = 0;
  uint32_t core_first = 0;  // the noun or title itself, tokens, half open
  uint32_t core_last = 0;
  MentionKind kind = MentionKind::kName;
  EntityType type = EntityType::kGroup;
  bool plural = false;
  bool definite = false;
  bool counted = false;  // "two soldiers", "several Russians"
  bool locative = false;
  bool adjective = false;  // a demonym adjective, which names the country
  bool partial = false;    // stands for a part of its token ("FN" in "FN-resolusjon")
  bool human = false;      // one or more people
  bool counterpart = false;
  bool equipment = false;  // stands for an army only if the words say whose
  bool dropped = false;    // turned out to refer to nobody
  bool metonym = false;    // "the Kremlin"
  bool forum = false;      // states meet as it: "G20"

  std::string_view name;  // words of the text, without genitive ending
  std::string key;        // match_key of the name or of the noun's lemma
  std::string_view country;
  Ground country_ground = Ground::kNone;
  std::vector<std::string_view> sector;
  Ground sector_ground = Ground::kNone;
  std::string_view office;
  std::string_view canonical;
  uint32_t actor = KnowledgeBase::kNone;  // first line of its id
  uint32_t place = KnowledgeBase::kNone;  // in the gazetteer
  std::optional<Coordinates> coordinates;
  int64_t geonames = 0;
  Gender gender = Gender::kUnknown;
  const RoleNoun* noun = nullptr;
  const Pronoun* pronoun = nullptr;
  std::vector<std::string_view> further_countries;  // "Russian and Syrian troops"
  std::vector<std::string_view> aliases;

  mutable uint32_t parent = kNoDraft;  // union-find, paths shortened on look-up; kNoDraft at a root
};

struct Reading {
  Reading(const Parse& parse_, const NameLexicon& lexicon_, const KnowledgeBase& knowledge_,
          std::optional<Day> day_, Arena& arena_);

  const Parse& parse;
  const NameLexicon& lexicon;
  const KnowledgeBase& knowledge;
  std::optional<Day> day;  // of publication
  Arena& arena;
  std::vector<std::string> key;        // match_key of each token's form
  std::vector<std::string> lemma_key;  // and of its lemma
  std::vector<bool> shouting;          // of each sentence: written in capitals
  std::vector<Draft> drafts;
  std::vector<uint32_t> draft_at;  // by head token; kNoDraft where there is none
  std::vector<uint32_t> name_at;   // by every token of a name; kNoDraft elsewhere
  std::string_view conflict_country;

  const Word& word(uint32_t i) const { return parse.words[i]; }
  const Sentence& sentence_at(uint32_t token) const {
    return parse.text->sentences[parse.sentence_of[token]];
  }
  uint32_t size() const { return static_cast<uint32_t>(parse.words.size()); }
  bool is_shouting_at(uint32_t token) const { return shouting[parse.sentence_of[token]]; }
  std::string_view covered(uint32_t first, uint32_t last) const {
    return parse.text->covered(first, last);
  }

  // Adds a draft and claims its head unless another has it.
  uint32_t add(Draft draft);
  // The token of a range that the syntax hangs the others on: whose head lies outside.
  uint32_t head_of(uint32_t first, uint32_t last) const;
  // The preposition of a nominal, its own or, for a later conjunct, the first one's; kNoHead.
  uint32_t preposition_of(uint32_t head) const;
  bool has_cue(NameCue cue, uint32_t token) const;
  // The same of a preposition, which may have a second word ("out of", "nord for").
  bool is_preposition_of(NameCue cue, uint32_t token) const;

  template <class Take>
  void for_children(uint32_t i, Take take) const {
    for (uint32_t at = parse.child_begin[i]; at < parse.child_begin[i + 1]; ++at) {
      take(parse.children[at]);
    }
  }

  // Union-find over drafts.
  uint32_t root_of(uint32_t draft) const;
  void join(uint32_t one, uint32_t other);
};

bool is_nominal(Upos upos);  // noun or proper noun

// Gives a draft a country or sectors when the ground is better than what it has.
void set_country(std::string_view country, Ground ground, Draft* draft);
void set_sector(const std::vector<std::string>& sector, Ground ground, Draft* draft);
void set_sector(const std::vector<std::string_view>& sector, Ground ground, Draft* draft);

// Codes that stand for bodies between or beyond states.
bool is_body_code(std::string_view country);

}  // namespace varde

#endif  // VARDE_ENTITY_DRAFT_H_
