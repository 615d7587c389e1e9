// What a pattern found means on the calendar.
#ifndef VARDE_TIME_RESOLVER_H_
#define VARDE_TIME_RESOLVER_H_

#include <optional>

#include "time/tense.h"
#include "time/time_matcher.h"
#include "varde/date.h"

namespace varde {

// What relative expressions count from.
struct TimeContext {
  std::optional<Interval> published;
  std::optional<Interval> narrative;    // the last expression resolved to a day or two
  std::optional<Interval> in_sentence;  // the same, if it stands in this sentence
  bool before_clause = false;  // the expression opens a clause: "two days after the bomb fell"
  bool on_verb = true;         // the expression hangs on a verb
  bool before_noun = false;    // … or a noun: "two days after the blast"
};

struct Meaning {
  std::optional<Interval> interval;
  bool span = false;
  bool until = false;
  std::optional<Interval> opens;  // as in TimeExpression
  std::optional<Interval> closes;
  std::optional<double> hours;  // of a duration
  bool nothing = false;         // no time expression after all ("every Friday", "two years old")
};

// Evaluates a match on each day of the publication interval; where the days disagree the interval
// covers all of them. Without a publication date only what does not depend on it is resolved.
Meaning resolve(const TimeMatch& match, const Tense& tense, const TimeContext& context);

}  // namespace varde

#endif  // VARDE_TIME_RESOLVER_H_
