// The slots of an event word: which words stand as its subject, object, genitive, … , seen through
// passives, relative clauses, coordination, control, participles and nominalisations (Universal
// Dependencies v2).
#ifndef VARDE_EVENT_SLOTS_H_
#define VARDE_EVENT_SLOTS_H_

#include <cstdint>
#include <vector>

#include "event/analysis.h"
#include "event/event.h"
#include "event/lexicon.h"

namespace varde {

// A word that fills a slot; with a preposition the slots that it may fill depend on that word, so
// `slot` is empty and `preposition` its token.
struct Filler {
  std::optional<Slot> slot;
  uint32_t preposition = kNoHead;
  uint32_t word = 0;
};

// Logical slots: the object of a passive is the word that is its grammatical subject.
std::vector<Filler> fillers_of(const Analysis& analysis, const Lexicon& lexicon, uint32_t head);

bool fills(const Analysis& analysis, const Lexicon& lexicon, const Filler& filler,
           const RoleSlot& where);

// Who stands behind a word that fills a slot, as the clause states them.
std::vector<Role> roles_behind(const Analysis& analysis, uint32_t word);

bool is_passive(const Parse& parse, uint32_t verb);

}  // namespace varde

#endif  // VARDE_EVENT_SLOTS_H_
