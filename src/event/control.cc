#include "event/control.h"

#include <algorithm>

#include "event/slots.h"

namespace varde {
namespace {

constexpr Slot kPlaceSlots[] = {Slot::kObject,  Slot::kOf, Slot::kFrom, Slot::kIn,
                                Slot::kSubject, Slot::kOn, Slot::kInto, Slot::kTo};

// The place that the clause speaks of: taken, left or held.
std::optional<PlaceInContext> place_in_clause(const Analysis& analysis, const Lexicon& lexicon,
                                              const Event& event) {
  const auto fillers = fillers_of(analysis, lexicon, event.head);
  for (const Slot slot : kPlaceSlots) {
    for (const auto& filler : fillers) {
      if (!fills(analysis, lexicon, filler, {slot, {}})) continue;
      if (auto place = place_named_by(analysis.entities, analysis.parse, filler.word)) {
        return place;
      }
    }
  }
  return event.place;
}

std::optional<double> share_in_sentence(const Analysis& analysis, uint32_t head) {
  const auto& sentence = analysis.text.sentences[analysis.sentence_of(head)];
  for (const auto& quantity : analysis.quantities) {
    if (quantity.share && quantity.first >= sentence.first && quantity.last <= sentence.last) {
      return quantity.share;
    }
  }
  return std::nullopt;
}

bool same(const ControlRecord& a, const ControlRecord& b) {
  const auto country = [](const std::vector<Actor>& actors) {
    return actors.empty() ? std::string() : actors[0].country;
  };
  return a.change == b.change && a.place->name == b.place->name &&
         country(a.holder) == country(b.holder);
}

}  // namespace

std::vector<ControlRecord> code_control(const RecordWriter& writer, const Lexicon& lexicon,
                                        const Attributions& attributions,
                                        const std::vector<Event>& events) {
  const Analysis& analysis = writer.analysis();
  std::vector<ControlRecord> records;
  for (const auto& event : events) {
    if (event.frame->record != RecordKind::kControl || event.status != Status::kActual) continue;
    if (event.actor.empty() && event.recipient.empty()) continue;
    auto place = place_in_clause(analysis, lexicon, event);
    if (!place) continue;
    ControlRecord record;
    record.change = event.frame->state;
    const bool leaves = record.change == "withdrew" || record.change == "lost";
    (leaves ? record.from : record.holder) = writer.actors(event.actor);
    if (!leaves) record.from = writer.actors(event.recipient);
    record.place = writer.place(place);
    record.share = share_in_sentence(analysis, event.head);
    record.date = writer.date(event.date, event.time);
    record.according_to = writer.sources(attributions.of(event.head));
    record.confidence = event.confidence;
    record.evidence = writer.sentence_of(event.head);
    record.rule = event.entry->rule;
    const bool known = std::any_of(records.begin(), records.end(),
                                   [&](const ControlRecord& other) { return same(record, other); });
    if (known) continue;
    record.id = record_id("p", records.size());
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace varde
