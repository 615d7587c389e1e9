// What the room `time` returns: the document's own date and every time expression as an interval
// of days, and durations.
#ifndef VARDE_TIME_TIMES_H_
#define VARDE_TIME_TIMES_H_

#include <cstdint>
#include <memory_resource>
#include <optional>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "varde/date.h"

namespace varde {

enum class PublishedBasis : uint8_t { kMetadata, kDateline, kInferred, kUnknown };
std::string_view to_string(PublishedBasis basis);  // "metadata", …

// A phrase that says when. Tokens, half open; `head` is its own token that the syntax hangs on
// something else; of a clause ("since fighting erupted in May") that something else itself.
struct TimeExpression {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t head = 0;
  std::optional<Interval> interval;  // empty when it could not be anchored
  // A stretch up to now or another point rather than a point within it: "since 2011", "the past
  // two days", "until Friday".
  bool span = false;
  bool until = false;  // a stretch that an action lasts: "until Friday", not "by Friday"
  // The points of a stretch that the text names: "since August", "from 3 to 8 May", "until Friday".
  std::optional<Interval> opens = std::nullopt;
  std::optional<Interval> closes = std::nullopt;
};

// "48 timer", "en sju dager lang": how long, not when.
struct Duration {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t head = 0;
  double hours = 0;
};

struct Times {
  explicit Times(Arena& arena) : expressions(&arena), durations(&arena) {}

  std::optional<Interval> published;
  PublishedBasis basis = PublishedBasis::kUnknown;
  std::pmr::vector<TimeExpression> expressions;  // in text order, never overlapping
  std::pmr::vector<Duration> durations;          // in text order
};

}  // namespace varde

#endif  // VARDE_TIME_TIMES_H_
