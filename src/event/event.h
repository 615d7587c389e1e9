// An event as the room builds it, before it is written out: tokens and entities, not yet text.
#ifndef VARDE_EVENT_EVENT_H_
#define VARDE_EVENT_EVENT_H_

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "entity/place.h"
#include "event/lexicon.h"
#include "varde/date.h"

namespace varde {

enum class Status : uint8_t { kActual, kFuture, kHypothetical, kNegated };
std::string_view to_string(Status status);

enum class Stance : uint8_t { kStates, kConfirms, kDenies, kDoubts };
std::string_view to_string(Stance stance);

// Who says so: an entity of the document.
struct Attribution {
  uint32_t entity = 0;
  Stance stance = Stance::kStates;
};

enum class Certainty : uint8_t { kStated, kLikely, kDoubtful, kDenied };
std::string_view to_string(Certainty certainty);

struct Role {
  uint32_t entity = 0;
  uint32_t word = 0;  // the token that stands for it in the clause
  Certainty certainty = Certainty::kStated;
};

// A frame that words of the document evoke, with what fills its slots. Frames without a PLOVER type
// are kept as well: records are read from them.
struct Event {
  const Frame* frame = nullptr;
  const LexiconEntry* entry = nullptr;
  uint32_t head = 0;   // token
  uint32_t first = 0;  // trigger, tokens, half open
  uint32_t last = 0;
  std::vector<Role> actor;
  std::vector<Role> recipient;
  Status status = Status::kActual;
  std::optional<Interval> date;
  const struct TimeExpression* time = nullptr;  // where the date was read, or null
  std::optional<uint32_t> dated_by;             // else the head of the event that lent its date
  std::optional<PlaceInContext> place;
  std::vector<Attribution> according_to;
  std::optional<uint32_t> part_of;  // the head of the event that stands for both
  bool reported = false;            // written out as an event (otherwise it only feeds records)
  double confidence = 0;
};

// The event whose head is `head`, or null. Events stand in the order of their heads, and no two
// share one.
inline const Event* event_at(const std::vector<Event>& events, uint32_t head) {
  const auto found =
      std::lower_bound(events.begin(), events.end(), head,
                       [](const Event& event, uint32_t token) { return event.head < token; });
  return found != events.end() && found->head == head ? &*found : nullptr;
}

}  // namespace varde

#endif  // VARDE_EVENT_EVENT_H_
