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
  bool present = false;  // ahead only because it is told in the present tense
  bool perfect = false;  // "har nektet", "have refused"
};

// Climbs from `word` to the verb that governs it. An infinitive, a gerund or a noun takes over from
// its own governor, so "varslet lørdag at de møtes mandag" dates the two days apart; what hangs on
// a prospective word ("planlegger å møtes mandag", "calls for talks on Monday") lies ahead whatever
// that word's own tense. The present tense means the future, but not of reporting verbs ("sier han
// fredag"), in headlines, in a clause below a verb in the past, or seen from a noun ("the raid on
// Friday is a crime"): these tell of the past in it, or say nothing.
Tense tense_of(const Parse& parse, const TimeWords& words, uint32_t word);

}  // namespace varde

#endif  // VARDE_TIME_TENSE_H_
