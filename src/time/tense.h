// Whether what a time expression dates lies behind or ahead of the writer: "møtes fredag" and
// "møttes fredag" are different Fridays.
#ifndef VARDE_TIME_TENSE_H_
#define VARDE_TIME_TENSE_H_

#include <cstdint>

#include "syntax/parse.h"
#include "time/time_words.h"

namespace varde {

enum class Direction : uint8_t { kUnknown, kPast, kFuture };

struct Tense {
  Direction direction = Direction::kUnknown;
  bool perfect = false;     // "har nektet", "have refused"
  uint32_t verb = kNoHead;  // the word that decided
};

// Climbs from `word` to the verb that governs it. An infinitive, a gerund or a noun takes over from
// its own governor, so "varslet lørdag at de møtes mandag" dates the two days apart; what hangs on
// a prospective word ("planlegger å møtes mandag", "calls for talks on Monday") lies ahead whatever
// that word's own tense. The present tense means the future, but for reporting verbs ("sier han
// fredag") and in headlines, which tell of the past in it.
Tense tense_of(const Parse& parse, const TimeWords& words, uint32_t word);

}  // namespace varde

#endif  // VARDE_TIME_TENSE_H_
