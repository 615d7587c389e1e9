// Turns tokens and entities of one document into the values of the output: code point spans,
// actors, places and dates. Every kind of record is written with these.
#ifndef VARDE_EVENT_RECORDS_H_
#define VARDE_EVENT_RECORDS_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "event/analysis.h"
#include "event/event.h"
#include "varde/coded_document.h"

namespace varde {

// Where a state stands among the stages in the life of a record, or -1.
int stage_of(std::span<const std::string_view> stages, std::string_view state);

// "e" and 0 -> "e1".
std::string record_id(std::string_view prefix, size_t index);

// Confidence of a record that no event supports.
inline constexpr double kUnsupported = 0.5;

class RecordWriter {
 public:
  explicit RecordWriter(const Analysis& analysis)
      : analysis_(analysis), code_points_(analysis.text.content) {}

  const Analysis& analysis() const { return analysis_; }

  Span span(uint32_t first, uint32_t last) const;  // tokens, half open
  Span sentence_of(uint32_t word) const;           // the evidence of a record

  Actor actor(uint32_t entity, Certainty certainty = Certainty::kStated) const;
  Actor actor(const Role& role) const { return actor(role.entity, role.certainty); }
  std::vector<Actor> actors(const std::vector<Role>& roles) const;
  std::vector<Source> sources(const std::vector<Attribution>& attributions) const;
  std::optional<Place> place(const std::optional<PlaceInContext>& place) const;
  std::optional<DateSlot> date(const std::optional<Interval>& interval,
                               const TimeExpression* time) const;

  std::vector<EntityRecord> entities() const;
  // Events with `reported`; the i-th gets the id that event_id(i) tells.
  std::vector<EventRecord> events(const std::vector<Event>& events) const;
  // The id that an event of `events` is written under, "" for one that is not.
  static std::string event_id(const std::vector<Event>& events, const Event& event);

 private:
  EventRecord event(const Event& event, std::string id) const;

  const Analysis& analysis_;
  CodePointIndex code_points_;
};

// Varde writes one actor for each country and sector: two mentions that come to the same are one.
void remove_repeated(std::vector<Actor>* actors);

}  // namespace varde

#endif  // VARDE_EVENT_RECORDS_H_
