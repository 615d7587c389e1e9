#include "output/plover.h"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "output/json_writer.h"

namespace varde {
namespace {

using Entities = std::unordered_map<std::string_view, const EntityRecord*>;

void write_actors(std::string_view name, const std::vector<Actor>& actors, const Entities& entities,
                  JsonWriter* out) {
  out->key(name);
  out->begin_array();
  for (const Actor& actor : actors) {
    const auto found = entities.find(actor.entity);
    const EntityRecord* entity = found == entities.end() ? nullptr : found->second;
    std::string sectors;  // PLOVER writes a primary and a secondary sector as six characters
    for (size_t i = 0; i < actor.sector.size() && i < 2; ++i) sectors += actor.sector[i];
    out->begin_object();
    out->field_or_null("code", actor.country);
    out->field_or_null("sector", sectors);
    out->field_or_null("actor_text", actor.name);
    out->field_or_null("identifier_text", entity != nullptr ? entity->canonical : "");
    out->field_or_null("office", entity != nullptr ? entity->office : "");
    out->end_object();
  }
  out->end_array();
}

void write_location(const std::optional<Place>& place, JsonWriter* out) {
  out->key("event_loc");
  if (!place) return out->null();
  out->begin_object();
  out->field_or_null("name", place->name);
  out->field_or_null("cc3", place->country);
  out->key("latitude");
  place->latitude ? out->value(rounded(*place->latitude, 5)) : out->null();
  out->key("longitude");
  place->longitude ? out->value(rounded(*place->longitude, 5)) : out->null();
  out->end_object();
}

// PLOVER keeps the statuses in the list of contexts, under its own names.
std::vector<std::string> contexts(const EventRecord& event) {
  std::vector<std::string> all = event.context;
  if (event.status == "negated") {
    all.emplace_back("negation");
  } else if (event.status != "actual") {
    all.push_back(event.status);
  }
  return all;
}

void write_citation(const CodedDocument& document, JsonWriter* out) {
  out->key("cite_info");
  out->begin_object();
  out->field_or_null("url", document.uri);
  out->field_or_null("title", document.title);
  out->field_or_null("language", document.language);
  out->field_or_null("publication", document.publisher);
  out->field_or_null("published", document.published ? to_string(document.published->begin) : "");
  out->field("coder", "varde " VARDE_VERSION);
  out->end_object();
}

void write_event(const CodedDocument& document, const EventRecord& event, const Entities& entities,
                 JsonWriter* out) {
  out->begin_object();
  out->field("id", document.id + "-" + event.id);
  out->field_or_null("date", event.date ? to_string(event.date->interval.begin) : "");
  out->field_or_null("enddate", event.date ? to_string(event.date->interval.end) : "");
  write_actors("source", event.actor, entities, out);
  write_actors("recipient", event.recipient, entities, out);
  out->field("event", std::vector<std::string>{event.type});
  out->field("mode", event.mode);
  out->field("context", contexts(event));
  out->field("quad_code", event.quad);
  out->field("event_text", std::vector<std::string>{event.trigger_text});
  write_location(event.place, out);
  out->key("text_info");
  out->begin_object();
  out->field("start", event.evidence.begin);
  out->field("end", event.evidence.end);
  out->end_object();
  write_citation(document, out);
  out->field("confidence", rounded(event.confidence, 3));
  out->end_object();
}

}  // namespace

void append_plover(const CodedDocument& document, std::string* to) {
  Entities entities;
  for (const EntityRecord& entity : document.entities) entities.emplace(entity.id, &entity);
  for (const EventRecord& event : document.events) {
    JsonWriter out(to);
    write_event(document, event, entities, &out);
    *to += '\n';
  }
}

}  // namespace varde
