// Finds the expressions of the lexicon in a document: which token evokes which frame.
#ifndef VARDE_EVENT_EVOCATION_H_
#define VARDE_EVENT_EVOCATION_H_

#include <vector>

#include "event/analysis.h"
#include "event/lexicon.h"

namespace varde {

// Tokens that an entry covers, its head among them, in text order.
struct Evocation {
  const LexiconEntry* entry = nullptr;
  uint32_t head = 0;
  std::vector<uint32_t> words;
};

// In text order of their heads; no token belongs to two of them. Blocking entries (frame `none`)
// have already blocked and are left out, unless they are asked for.
std::vector<Evocation> evocations(const Analysis& analysis, const Lexicon& lexicon,
                                  bool with_blocking = false);

}  // namespace varde

#endif  // VARDE_EVENT_EVOCATION_H_
