#include "output/json.h"

#include "output/json_writer.h"

namespace varde {
namespace {

constexpr int kShareDecimals = 3;
constexpr int kDegreeDecimals = 5;  // about a metre

void write_interval(const Interval& interval, JsonWriter* out) {
  out->field("begin", to_string(interval.begin));
  out->field("end", to_string(interval.end));
}

void write_date(std::string_view name, const std::optional<DateSlot>& date, JsonWriter* out) {
  out->key(name);
  if (!date) return out->null();
  out->begin_object();
  write_interval(date->interval, out);
  out->field_or_null("text", date->text);
  out->end_object();
}

void write_degrees(std::string_view name, const std::optional<double>& degrees, JsonWriter* out) {
  out->key(name);
  degrees ? out->value(rounded(*degrees, kDegreeDecimals)) : out->null();
}

void write_place(std::string_view name, const std::optional<Place>& place, JsonWriter* out) {
  out->key(name);
  if (!place) return out->null();
  out->begin_object();
  out->field_or_null("name", place->name);
  out->field_or_null("country", place->country);
  write_degrees("lat", place->latitude, out);
  write_degrees("lon", place->longitude, out);
  out->end_object();
}

// What an actor is, without how sure the text is of it: that differs between slots.
void write_actor_fields(const Actor& actor, JsonWriter* out) {
  out->field_or_null("entity", actor.entity);
  out->field_or_null("name", actor.name);
  out->field_or_null("country", actor.country);
  out->field("sector", actor.sector);
}

void write_actors(std::string_view name, const std::vector<Actor>& actors, JsonWriter* out) {
  out->key(name);
  out->begin_array();
  for (const Actor& actor : actors) {
    out->begin_object();
    write_actor_fields(actor, out);
    out->field("certainty", actor.certainty);
    out->end_object();
  }
  out->end_array();
}

void write_sources(const std::vector<Source>& sources, JsonWriter* out) {
  out->key("according_to");
  out->begin_array();
  for (const Source& source : sources) {
    out->begin_object();
    write_actor_fields(source.actor, out);
    out->field("stance", source.stance);
    out->end_object();
  }
  out->end_array();
}

void write_span(std::string_view name, const Span& span, JsonWriter* out) {
  out->key(name);
  out->begin_object();
  out->field("begin", span.begin);
  out->field("end", span.end);
  out->end_object();
}

void write_tail(double confidence, const Span& evidence, std::string_view rule, JsonWriter* out) {
  out->field("confidence", rounded(confidence, kShareDecimals));
  write_span("evidence", evidence, out);
  out->field_or_null("rule", rule);
}

void write_location(const EntityRecord& entity, JsonWriter* out) {
  out->key("location");
  if (!entity.location) return out->null();
  out->begin_object();
  write_degrees("lat", entity.location->latitude, out);
  write_degrees("lon", entity.location->longitude, out);
  out->field_or_null("country", entity.location->country);
  out->field("geonames", entity.geonames);
  out->end_object();
}

void write(const EntityRecord& entity, JsonWriter* out) {
  out->field("id", entity.id);
  out->field("type", entity.type);
  out->field("name", entity.name);
  out->field_or_null("canonical", entity.canonical);
  out->field_or_null("country", entity.country);
  out->field("sector", entity.sector);
  out->field_or_null("office", entity.office);
  out->field("aliases", entity.aliases);
  write_location(entity, out);
  out->key("mentions");
  out->begin_array();
  for (const MentionRecord& mention : entity.mentions) {
    out->begin_object();
    out->field("begin", mention.span.begin);
    out->field("end", mention.span.end);
    out->field("text", mention.text);
    out->field("kind", mention.kind);
    out->end_object();
  }
  out->end_array();
}

void write(const EventRecord& event, JsonWriter* out) {
  out->field("id", event.id);
  out->field("type", event.type);
  out->field("mode", event.mode);
  out->field("context", event.context);
  out->field("quad", event.quad);
  out->field_or_null("cameo", event.cameo);
  out->field("status", event.status);
  out->key("trigger");
  out->begin_object();
  out->field("begin", event.trigger.begin);
  out->field("end", event.trigger.end);
  out->field("text", event.trigger_text);
  out->end_object();
  write_actors("actor", event.actor, out);
  write_actors("recipient", event.recipient, out);
  write_date("date", event.date, out);
  write_place("place", event.place, out);
  write_sources(event.according_to, out);
  write_tail(event.confidence, event.evidence, event.rule, out);
}

void write(const TollRecord& toll, JsonWriter* out) {
  out->field("id", toll.id);
  out->field("kind", toll.kind);
  out->field("low", toll.low);
  out->field("high", toll.high);
  out->field_or_null("who", toll.who);
  out->field_or_null("event", toll.event);
  write_place("place", toll.place, out);
  write_date("date", toll.date, out);
  write_sources(toll.according_to, out);
  write_tail(toll.confidence, toll.evidence, toll.rule, out);
}

void write(const CeasefireRecord& ceasefire, JsonWriter* out) {
  out->field("id", ceasefire.id);
  out->field_or_null("state", ceasefire.state);
  out->field_or_null("area", ceasefire.area ? ceasefire.area->name : "");
  out->field_or_null("country", ceasefire.area ? ceasefire.area->country : "");
  write_actors("parties", ceasefire.parties, out);
  write_actors("proposed_by", ceasefire.proposed_by, out);
  write_actors("rejected_by", ceasefire.rejected_by, out);
  write_actors("brokered_by", ceasefire.brokered_by, out);
  write_date("begin_date", ceasefire.begin_date, out);
  write_date("end_date", ceasefire.end_date, out);
  out->field("duration_hours", ceasefire.duration_hours);
  out->field("renewable", ceasefire.renewable);
  out->field("excluded", ceasefire.excluded);
  out->field_or_null("purpose", ceasefire.purpose);
  write_tail(ceasefire.confidence, ceasefire.evidence, ceasefire.rule, out);
}

void write(const TalksRecord& talks, JsonWriter* out) {
  out->field("id", talks.id);
  out->field_or_null("state", talks.state);
  write_place("place", talks.place, out);
  write_date("date", talks.date, out);
  out->field_or_null("format", talks.format);
  out->key("participants");
  out->begin_array();
  for (const Participant& participant : talks.participants) {
    out->begin_object();
    write_actor_fields(participant.actor, out);
    out->field("attendance", participant.attendance);
    out->end_object();
  }
  out->end_array();
  write_tail(talks.confidence, talks.evidence, talks.rule, out);
}

void write(const ResolutionRecord& resolution, JsonWriter* out) {
  out->field("id", resolution.id);
  out->field_or_null("body", resolution.body);
  out->field_or_null("state", resolution.state);
  write_actors("sponsors", resolution.sponsors, out);
  write_actors("vetoed_by", resolution.vetoed_by, out);
  out->field("in_favour", resolution.in_favour);
  out->field("against", resolution.against);
  out->field("abstained", resolution.abstained);
  out->field_or_null("subject", resolution.subject);
  write_date("date", resolution.date, out);
  write_tail(resolution.confidence, resolution.evidence, resolution.rule, out);
}

void write(const ControlRecord& control, JsonWriter* out) {
  out->field("id", control.id);
  write_place("place", control.place, out);
  write_actors("holder", control.holder, out);
  write_actors("from", control.from, out);
  out->field_or_null("change", control.change);
  out->key("share");
  control.share ? out->value(rounded(*control.share, kShareDecimals)) : out->null();
  write_date("date", control.date, out);
  write_sources(control.according_to, out);
  write_tail(control.confidence, control.evidence, control.rule, out);
}

template <class Record>
void write_records(std::string_view name, const std::vector<Record>& records, JsonWriter* out) {
  out->key(name);
  out->begin_array();
  for (const Record& record : records) {
    out->begin_object();
    write(record, out);
    out->end_object();
  }
  out->end_array();
}

void write_published(const CodedDocument& document, JsonWriter* out) {
  out->key("published");
  out->begin_object();
  if (document.published) {
    write_interval(*document.published, out);
  } else {
    out->key("begin");
    out->null();
    out->key("end");
    out->null();
  }
  out->field("basis", document.published_basis);
  out->end_object();
}

}  // namespace

void append_json(const CodedDocument& document, std::string* to) {
  JsonWriter out(to);
  out.begin_object();
  out.field("schema", "varde/1");
  out.field("id", document.id);
  out.field("sha256", document.sha256);
  out.field_or_null("language", document.language);
  out.key("source");
  out.begin_object();
  out.field_or_null("uri", document.uri);
  out.field_or_null("publisher", document.publisher);
  out.field_or_null("title", document.title);
  out.end_object();
  write_published(document, &out);
  out.key("duplicate_of");  // known once documents are stored
  out.null();
  write_records("entities", document.entities, &out);
  write_records("events", document.events, &out);
  write_records("tolls", document.tolls, &out);
  write_records("ceasefires", document.ceasefires, &out);
  write_records("talks", document.talks, &out);
  write_records("resolutions", document.resolutions, &out);
  write_records("control", document.control, &out);
  out.field("notes", document.notes);
  out.end_object();
}

}  // namespace varde
