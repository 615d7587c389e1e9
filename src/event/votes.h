// How a vote went, read from one sentence: "by 56 votes to 41", "eleven in favour, two abstained",
// "unanimously", "Russia and China voted against".
#ifndef VARDE_EVENT_VOTES_H_
#define VARDE_EVENT_VOTES_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "event/analysis.h"
#include "event/lexicon.h"
#include "event/terms.h"

namespace varde {

struct Votes {
  std::optional<int64_t> in_favour;
  std::optional<int64_t> against;
  std::optional<int64_t> abstained;
  bool settled = false;  // tells who won: both counts of a result, or unanimity

  bool any() const { return in_favour || against || abstained || settled; }
  bool contradicts(const Votes& other) const;
  void complete(const Votes& other);  // takes over what this lacks
};

Votes votes_in(const Analysis& analysis, const Lexicon& lexicon, const Terms& terms,
               const Sentence& sentence);

}  // namespace varde

#endif  // VARDE_EVENT_VOTES_H_
