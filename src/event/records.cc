#include "event/records.h"

#include <algorithm>

namespace varde {
namespace {

std::string_view kind_of(MentionKind kind) {
  switch (kind) {
    case MentionKind::kName:
      return "name";
    case MentionKind::kNominal:
      return "nominal";
    case MentionKind::kPronoun:
      return "pronoun";
  }
  return "name";
}

// The format has five types; a group of people is a person in the plural, one that fights an armed
// group.
std::string_view type_of(const Entity& entity) {
  switch (entity.type) {
    case EntityType::kPerson:
      return "person";
    case EntityType::kOrganization:
      return "organization";
    case EntityType::kArmedGroup:
      return "armed_group";
    case EntityType::kCountry:
      return "country";
    case EntityType::kPlace:
      return "place";
    case EntityType::kGroup:
      break;
  }
  const auto fights = [](std::string_view sector) { return sector == "REB" || sector == "UAF"; };
  return std::any_of(entity.sector.begin(), entity.sector.end(), fights) ? "armed_group" : "person";
}

std::vector<std::string> copy(const std::pmr::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

}  // namespace

int stage_of(std::span<const std::string_view> stages, std::string_view state) {
  const auto found = std::find(stages.begin(), stages.end(), state);
  return found == stages.end() ? -1 : static_cast<int>(found - stages.begin());
}

std::string record_id(std::string_view prefix, size_t index) {
  return std::string(prefix) + std::to_string(index + 1);
}

Span RecordWriter::span(uint32_t first, uint32_t last) const {
  const auto& tokens = analysis_.text.tokens;
  return {code_points_.at(tokens[first].begin), code_points_.at(tokens[last - 1].end)};
}

Span RecordWriter::sentence_of(uint32_t word) const {
  const auto& sentence = analysis_.text.sentences[analysis_.sentence_of(word)];
  return span(sentence.first, sentence.last);
}

Actor RecordWriter::actor(uint32_t index, Certainty certainty) const {
  const Entity& entity = analysis_.entities.entities[index];
  Actor actor;
  actor.entity = record_id("e", index);
  actor.name = std::string(entity.name);
  actor.country = std::string(entity.country);
  actor.sector = copy(entity.sector);
  actor.certainty = std::string(to_string(certainty));
  return actor;
}

std::vector<Actor> RecordWriter::actors(const std::vector<Role>& roles) const {
  std::vector<Actor> actors;
  actors.reserve(roles.size());
  for (const auto& role : roles) actors.push_back(actor(role));
  remove_repeated(&actors);
  return actors;
}

std::vector<Source> RecordWriter::sources(const std::vector<Attribution>& attributions) const {
  std::vector<Source> sources;
  sources.reserve(attributions.size());
  for (const auto& attribution : attributions) {
    sources.push_back({actor(attribution.entity), std::string(to_string(attribution.stance))});
  }
  return sources;
}

std::optional<Place> RecordWriter::place(const std::optional<PlaceInContext>& found) const {
  if (!found) return std::nullopt;
  Place place;
  place.name = std::string(found->name);
  place.country = std::string(found->country);
  if (found->coordinates) {
    place.latitude = found->coordinates->latitude;
    place.longitude = found->coordinates->longitude;
  }
  return place;
}

std::optional<DateSlot> RecordWriter::date(const std::optional<Interval>& interval,
                                           const TimeExpression* time) const {
  if (!interval) return std::nullopt;
  DateSlot slot{*interval, {}};
  if (time != nullptr) slot.text = std::string(analysis_.text.covered(time->first, time->last));
  return slot;
}

std::vector<EntityRecord> RecordWriter::entities() const {
  std::vector<EntityRecord> records;
  const Entities& entities = analysis_.entities;
  for (size_t i = 0; i < entities.entities.size(); ++i) {
    const Entity& entity = entities.entities[i];
    EntityRecord record;
    record.id = record_id("e", i);
    record.type = std::string(type_of(entity));
    record.name = std::string(entity.name);
    record.canonical = std::string(entity.canonical);
    record.country = std::string(entity.country);
    record.sector = copy(entity.sector);
    record.office = std::string(entity.office);
    record.aliases = copy(entity.aliases);
    if (entity.type == EntityType::kPlace && entity.coordinates) {
      record.location = Place{record.name, record.country, entity.coordinates->latitude,
                              entity.coordinates->longitude};
    }
    if (entity.geonames != 0) record.geonames = entity.geonames;
    for (const uint32_t m : entity.mentions) {
      const Mention& mention = entities.mentions[m];
      record.mentions.push_back({span(mention.first, mention.last),
                                 std::string(analysis_.text.covered(mention.first, mention.last)),
                                 std::string(kind_of(mention.kind))});
    }
    records.push_back(std::move(record));
  }
  return records;
}

EventRecord RecordWriter::event(const Event& event, std::string id) const {
  EventRecord record;
  record.id = std::move(id);
  record.type = event.frame->type->name;
  const bool of_entry = event.entry->overrides_mode && event.frame == event.entry->frame;
  record.mode = of_entry ? event.entry->mode : event.frame->mode;
  record.context = event.frame->context;
  record.quad = event.frame->type->quad;
  record.cameo = event.frame->cameo;
  record.status = std::string(to_string(event.status));
  record.trigger = span(event.first, event.last);
  record.trigger_text = std::string(analysis_.text.covered(event.first, event.last));
  record.actor = actors(event.actor);
  record.recipient = actors(event.recipient);
  record.date = date(event.date, event.time);
  record.place = place(event.place);
  record.according_to = sources(event.according_to);
  record.confidence = event.confidence;
  record.evidence = sentence_of(event.head);
  record.rule = event.entry->rule;
  return record;
}

std::vector<EventRecord> RecordWriter::events(const std::vector<Event>& events) const {
  std::vector<EventRecord> records;
  for (const auto& found : events) {
    if (found.reported) records.push_back(event(found, record_id("v", records.size())));
  }
  return records;
}

std::string RecordWriter::event_id(const std::vector<Event>& events, const Event& event) {
  if (!event.reported) return {};
  size_t before = 0;
  for (const auto& other : events) {
    if (&other == &event) break;
    before += other.reported ? 1 : 0;
  }
  return record_id("v", before);
}

void remove_repeated(std::vector<Actor>* actors) {
  std::vector<Actor> kept;
  for (auto& actor : *actors) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const Actor& other) {
      return other.country == actor.country && other.sector == actor.sector &&
             (!actor.country.empty() || !actor.sector.empty());
    });
    if (!known) kept.push_back(std::move(actor));
  }
  *actors = std::move(kept);
}

}  // namespace varde
