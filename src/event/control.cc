#include "event/control.h"

#include <algorithm>

#include "event/slots.h"

namespace varde {
namespace {

constexpr Slot kPlaceSlots[] = {Slot::kObject,  Slot::kOf, Slot::kFrom, Slot::kIn,
                                Slot::kSubject, Slot::kOn, Slot::kInto, Slot::kTo};

constexpr std::string_view kHolders[] = {"MIL", "REB", "GOV", "UAF", "PRM", "PRE", "CRM", "COP"};

constexpr int kDeepest = 2;  // nouns above the place: "two thirds of the districts of Homs"

bool is_time(const Analysis& analysis, uint32_t word) {
  const auto& times = analysis.times.expressions;
  return std::any_of(times.begin(), times.end(), [&](const TimeExpression& time) {
    return word >= time.first && word < time.last;
  });
}

// "Took Sake": a word with a capital within a sentence, which nobody knows.
std::optional<PlaceInContext> unknown_word(const Analysis& analysis, uint32_t word) {
  const std::string_view form = analysis.parse.form(word);
  const bool first = word == analysis.text.sentences[analysis.sentence_of(word)].first;
  const Upos upos = analysis.parse.words[word].upos;
  const bool noun = upos == Upos::kPropn || upos == Upos::kNoun || upos == Upos::kX;
  if (first || !noun || form == analysis.form[word] || is_time(analysis, word)) return std::nullopt;
  PlaceInContext place;
  place.name = form;
  place.word = word;
  return place;
}

// A name of which nothing is known, or of a country: what is taken, held or lost must be ground.
std::optional<PlaceInContext> unknown_name(const Analysis& analysis, uint32_t word) {
  const uint32_t index = analysis.entities.mention_of[word];
  if (index == kNoMention) return unknown_word(analysis, word);
  const Mention& mention = analysis.entities.mentions[index];
  const Entity& entity = analysis.entities.entities[mention.entity];
  const bool known = !entity.country.empty() || !entity.sector.empty();
  const bool country = entity.type == EntityType::kCountry;  // or its capital
  if ((known && !country) || mention.kind != MentionKind::kName) return std::nullopt;
  PlaceInContext place;
  place.country = entity.country;
  place.name = country ? mention.name : entity.name;
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
  // "The suburb Duma near Damascus": its name before where it lies.
  for (const Relation relation : {Relation::kAppos, Relation::kNmod}) {
    for (uint32_t i = parse.child_begin[word]; i < parse.child_begin[word + 1]; ++i) {
      if (parse.words[parse.children[i]].relation != relation) continue;
      if (auto place = place_in_phrase(analysis, parse.children[i], deep - 1)) return place;
    }
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

// Ground is held, taken and left by forces and governments; people who come, go or are driven out
// do not control it.
bool is_held_by(const Entities& entities, const std::vector<Role>& roles) {
  return std::any_of(roles.begin(), roles.end(), [&](const Role& role) {
    const Entity& entity = entities.entities[role.entity];
    if (entity.type == EntityType::kArmedGroup || entity.type == EntityType::kCountry) return true;
    return std::any_of(entity.sector.begin(), entity.sector.end(), [](std::string_view sector) {
      return std::find(std::begin(kHolders), std::end(kHolders), sector) != std::end(kHolders);
    });
  });
}

bool leaves(const Event& event) {
  return event.frame->state == "withdrew" || event.frame->state == "lost";
}

// To leave a country, or the capital of one that is not at war, is to travel.
bool is_travelled_from(const Entities& entities, const PlaceInContext& place) {
  if (place.country.empty()) return false;
  const Entity& entity = entities.entities[place.entity];
  if (entity.type != EntityType::kCountry) return false;
  return entity.name == place.name || place.country != entities.conflict_country;
}

bool tells_control(const Entities& entities, const Event& event) {
  if (event.frame->record != RecordKind::kControl || event.status != Status::kActual) return false;
  if (leaves(event) || !event.actor.empty()) return is_held_by(entities, event.actor);
  return is_held_by(entities, event.recipient);
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
  (leaves(event) ? record.from : record.holder) = writer.actors(event.actor);
  if (!leaves(event)) record.from = writer.actors(event.recipient);
  record.share = share_in_sentence(writer.analysis(), event.head);
  record.date = writer.date(event.date, event.time);
  record.according_to = writer.sources(attributions.of(event.head));
  record.confidence = event.confidence > 0 ? event.confidence : kUnsupported;
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
    if (!tells_control(analysis.entities, event)) continue;
    for (const auto& place : places_in_clause(analysis, lexicon, event)) {
      if (leaves(event) && is_travelled_from(analysis.entities, place)) continue;
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
