// Which words of a language evoke which frame: lang/<code>/lexicon/*.tsv with sets.tsv and
// slots.tsv. lang/README.md describes the format.
#ifndef VARDE_EVENT_LEXICON_H_
#define VARDE_EVENT_LEXICON_H_

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "event/codebook.h"
#include "varde/result.h"

namespace varde {

using Words = std::set<std::string, std::less<>>;  // lower case

// One fixed word of an expression: any of these lemmas or forms, or of a set.
struct WordPattern {
  Words words;
  bool from_set = false;  // then nouns also match as last parts of compounds

  bool matches(std::string_view lemma, std::string_view form, bool compounding) const;
};

enum class EntryClass : uint8_t { kVerb, kNoun, kAdjective, kPhrase };

enum class ConditionKind : uint8_t { kActor, kForce, kGovernment, kPeople, kPlace, kNone, kWord };

// Where to look for a participant: a slot, or a preposition of the language.
struct RoleSlot {
  std::optional<Slot> slot;
  std::string preposition;  // when `slot` is empty
};

struct Condition {
  RoleSlot where;
  ConditionKind kind = ConditionKind::kActor;
  WordPattern word;  // for kWord
};

struct LexiconEntry {
  std::string text;   // as written: "legge ned veto"
  std::string rule;   // "nb/legge ned veto.verb", what a record cites
  std::string place;  // "file:line"
  EntryClass entry_class = EntryClass::kVerb;
  std::vector<WordPattern> words;
  size_t head = 0;  // index into words
  const Frame* frame = nullptr;
  std::vector<Condition> conditions;
  std::string conditions_text;  // as written
  std::vector<RoleSlot> actor;  // overrides; empty: the frame's
  std::vector<RoleSlot> recipient;
  bool overrides_mode = false;
  std::vector<std::string> mode;
  std::string status;  // "" : the text's
};

// Immutable after opening. Entries keep their addresses as long as the lexicon lives.
class Lexicon {
 public:
  static Result<Lexicon> open(const std::filesystem::path& pack, const Codebook& codebook);

  const std::vector<LexiconEntry>& entries() const { return entries_; }
  // Entries whose head word is `word` (lower case), by class; indices into entries().
  const std::vector<uint32_t>& headed_by(std::string_view word) const;
  // The words of a set in sets.tsv; empty when the language has no such set.
  const Words& set(std::string_view name) const;
  // Whether a preposition (lower-case lemma) realises a slot.
  bool realises(Slot slot, std::string_view preposition) const;
  bool compounding() const { return compounding_; }

 private:
  friend class LexiconReader;
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::vector<LexiconEntry> entries_;
  std::unordered_map<std::string, std::vector<uint32_t>, Hash, std::equal_to<>> heads_;
  std::map<std::string, Words, std::less<>> sets_;
  Words slot_words_[kSlots];
  bool compounding_ = false;
};

}  // namespace varde

#endif  // VARDE_EVENT_LEXICON_H_
