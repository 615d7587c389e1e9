// A time expression as found, before it is resolved: the value between the steps of this room.
#ifndef VARDE_TIME_FOUND_TIME_H_
#define VARDE_TIME_FOUND_TIME_H_

#include <cstdint>

#include "time/tense.h"
#include "time/time_matcher.h"

namespace varde {

struct FoundTime {
  TimeMatch match;
  uint32_t head = 0;  // the token that the syntax hangs the expression on
  uint32_t sentence = 0;
  Tense tense;

  Op op() const { return match.pattern->steps.front().op; }
};

}  // namespace varde

#endif  // VARDE_TIME_FOUND_TIME_H_
