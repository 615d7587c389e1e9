#include "event/control.h"

#include <algorithm>

#include "event/slots.h"

namespace varde {
namespace {

constexpr Slot kPlaceSlots[] = {Slot::kObject,  Slot::kOf, Slot::kFrom, Slot::kIn,
                                Slot::kSubject, Slot::kOn, Slot::kInto, Slot::kTo};

constexpr int kDeepest = 2;  // nouns above the place: "two thirds of the districts of Homs"

// A name of which nothing is known: what is taken, held or lost must be ground.
std::optional<PlaceInContext> unknown_name(const Analysis& analysis, uint32_t word) {
  const uint32_t index = analysis.entities.mention_of[word];
  if (index == kNoMention) return std::nullopt;
  const Mention& mention = analysis.entities.mentions[index];
  const Entity& entity = analysis.entities.entities[mention.entity];
  const bool known = !entity.country.empty() || !entity.sector.empty();
  if (known || mention.kind != MentionKind::kName) return std::nullopt;
  PlaceInContext place;
  place.name = entity.name;
  place.word = word;
  place.entity = mention.entity;
  return place;
}

// The place that a phrase names itself or a noun below it: "areas in Homs", "two thirds of Homs".
std::optional<PlaceInContext> place_in_phrase(const Analysis& analysis, uint32_t word, int deep) {
  if (auto place = place_named_by(analysis.entities, analysis.parse, word)) return place;
  if (auto place = unknown_name(analysis, word)) return place;
  if (deep == 0) return std::nullopt;
  const Parse& parse = analysis.parse;
  for (uint32_t i = parse.child_begin[word]; i < parse.child_begin[word + 1]; ++i) {
    if (parse.words[parse.children[i]].relation != Relation::kNmod) continue;
    if (auto place = place_in_phrase(analysis, parse.children[i], deep - 1)) return place;
  }
  return std::nullopt;
}

// "Took Homs and Hama": the place and those coordinated with it.
std::vector<PlaceInContext> with_conjuncts(const Analysis& analysis, const PlaceInContext& place,
                                           uint32_t word) {
  std::vector<PlaceInContext> places = {place};
  const Parse& parse = analysis.parse;
  for (uint32_t i = parse.child_begin[word]; i < parse.child_begin[word + 1]; ++i) {
    const uint32_t child = parse.children[i];
    if (parse.words[child].relation != Relation::kConj) continue;
    if (auto other = place_in_phrase(analysis, child, kDeepest)) places.push_back(*other);
  }
  return places;
}

// A place on a noun of the expression itself: "has control over two thirds of Homs".
std::vector<PlaceInContext> places_on_trigger(const Analysis& analysis, const Event& event) {
  const Parse& parse = analysis.parse;
  for (uint32_t word = event.first; word < event.last; ++word) {
    for (uint32_t i = parse.child_begin[word]; i < parse.child_begin[word + 1]; ++i) {
      const uint32_t child = parse.children[i];
      if (parse.words[child].relation != Relation::kNmod) continue;
      if (auto place = place_in_phrase(analysis, child, kDeepest)) {
        return with_conjuncts(analysis, *place, child);
      }
    }
  }
  return {};
}

// The places that the clause speaks of: taken, left or held. Without any, where it happened, unless
// the frame asks that one be named or nobody is known to have acted.
std::vector<PlaceInContext> places_in_clause(const Analysis& analysis, const Lexicon& lexicon,
                                             const Event& event) {
  const auto fillers = fillers_of(analysis, lexicon, event.head);
  for (const Slot slot : kPlaceSlots) {
    for (const auto& filler : fillers) {
      if (!fills(analysis, lexicon, filler, {slot, {}})) continue;
      if (auto place = place_in_phrase(analysis, filler.word, kDeepest)) {
        return with_conjuncts(analysis, *place, filler.word);
      }
    }
  }
  if (auto places = places_on_trigger(analysis, event); !places.empty()) return places;
  const bool nobody = event.actor.empty() && event.recipient.empty();
  if (!event.place || event.place->inferred || event.frame->record_if_named || nobody) return {};
  return {*event.place};
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

// Two sides of one country are two holders.
bool same(const ControlRecord& a, const ControlRecord& b) {
  const auto first = [](const std::vector<Actor>& actors) {
    return actors.empty() ? std::pair<std::string, std::vector<std::string>>()
                          : std::pair(actors[0].country, actors[0].sector);
  };
  return a.change == b.change && a.place->name == b.place->name && a.share == b.share &&
         first(a.holder) == first(b.holder);
}

// All but the place.
ControlRecord record_of(const RecordWriter& writer, const Attributions& attributions,
                        const Event& event) {
  ControlRecord record;
  record.change = event.frame->state;
  const bool leaves = record.change == "withdrew" || record.change == "lost";
  (leaves ? record.from : record.holder) = writer.actors(event.actor);
  if (!leaves) record.from = writer.actors(event.recipient);
  record.share = share_in_sentence(writer.analysis(), event.head);
  record.date = writer.date(event.date, event.time);
  record.according_to = writer.sources(attributions.of(event.head));
  record.confidence = event.confidence;
  record.evidence = writer.sentence_of(event.head);
  record.rule = event.entry->rule;
  return record;
}

}  // namespace

std::vector<ControlRecord> code_control(const RecordWriter& writer, const Lexicon& lexicon,
                                        const Attributions& attributions,
                                        const std::vector<Event>& events) {
  const Analysis& analysis = writer.analysis();
  std::vector<ControlRecord> records;
  for (const auto& event : events) {
    if (event.frame->record != RecordKind::kControl || event.status != Status::kActual) continue;
    for (const auto& place : places_in_clause(analysis, lexicon, event)) {
      ControlRecord record = record_of(writer, attributions, event);
      record.place = writer.place(place);
      const bool known = std::any_of(records.begin(), records.end(),
                                     [&](const auto& other) { return same(record, other); });
      if (known) continue;
      record.id = record_id("p", records.size());
      records.push_back(std::move(record));
    }
  }
  return records;
}

}  // namespace varde
