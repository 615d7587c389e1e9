#include "output/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "output/codes.h"
#include "output/json_writer.h"

namespace varde {
namespace {

std::string number(double value, int places) { return fmt::format("{}", rounded(value, places)); }

std::string degrees(const std::optional<double>& value) { return value ? number(*value, 5) : ""; }

// Joins what `each` makes of the items. A ';' inside an item becomes ',' so that the list can be
// taken apart again.
template <class Item, class Each>
std::string joined(const std::vector<Item>& items, Each each) {
  std::string list;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) list += ';';
    std::string item = each(items[i]);
    std::replace(item.begin(), item.end(), ';', ',');
    list += item;
  }
  return list;
}

std::string joined(const std::vector<std::string>& items) {
  return joined(items, [](const std::string& item) { return item; });
}

std::string names(const std::vector<Actor>& actors) {
  return joined(actors, [](const Actor& actor) { return actor.name; });
}

using Cell = std::string (*)(const CodedDocument&, const EventRecord&);

struct Column {
  std::string_view name;
  Cell cell;
};

constexpr std::array kColumns{
    Column{"document", [](const CodedDocument& d, const EventRecord&) { return d.id; }},
    Column{"event", [](const CodedDocument&, const EventRecord& e) { return e.id; }},
    Column{"language", [](const CodedDocument& d, const EventRecord&) { return d.language; }},
    Column{"published",
           [](const CodedDocument& d, const EventRecord&) {
             return d.published ? date_code(*d.published) : std::string();
           }},
    Column{"publisher", [](const CodedDocument& d, const EventRecord&) { return d.publisher; }},
    Column{"uri", [](const CodedDocument& d, const EventRecord&) { return d.uri; }},
    Column{"title", [](const CodedDocument& d, const EventRecord&) { return d.title; }},
    Column{"type", [](const CodedDocument&, const EventRecord& e) { return e.type; }},
    Column{"mode", [](const CodedDocument&, const EventRecord& e) { return joined(e.mode); }},
    Column{"context", [](const CodedDocument&, const EventRecord& e) { return joined(e.context); }},
    Column{"quad",
           [](const CodedDocument&, const EventRecord& e) { return std::to_string(e.quad); }},
    Column{"cameo", [](const CodedDocument&, const EventRecord& e) { return e.cameo; }},
    Column{"status", [](const CodedDocument&, const EventRecord& e) { return e.status; }},
    Column{"actor",
           [](const CodedDocument&, const EventRecord& e) { return joined(e.actor, actor_code); }},
    Column{"actor_name", [](const CodedDocument&, const EventRecord& e) { return names(e.actor); }},
    Column{"actor_certainty",
           [](const CodedDocument&, const EventRecord& e) {
             return joined(e.actor, [](const Actor& actor) { return actor.certainty; });
           }},
    Column{"recipient", [](const CodedDocument&,
                           const EventRecord& e) { return joined(e.recipient, actor_code); }},
    Column{"recipient_name",
           [](const CodedDocument&, const EventRecord& e) { return names(e.recipient); }},
    Column{"date_begin",
           [](const CodedDocument&, const EventRecord& e) {
             return e.date ? to_string(e.date->interval.begin) : std::string();
           }},
    Column{"date_end",
           [](const CodedDocument&, const EventRecord& e) {
             return e.date ? to_string(e.date->interval.end) : std::string();
           }},
    Column{"place", [](const CodedDocument&,
                       const EventRecord& e) { return e.place ? e.place->name : std::string(); }},
    Column{"country",
           [](const CodedDocument&, const EventRecord& e) {
             return e.place ? e.place->country : std::string();
           }},
    Column{"lat",
           [](const CodedDocument&, const EventRecord& e) {
             return e.place ? degrees(e.place->latitude) : std::string();
           }},
    Column{"lon",
           [](const CodedDocument&, const EventRecord& e) {
             return e.place ? degrees(e.place->longitude) : std::string();
           }},
    Column{"according_to",
           [](const CodedDocument&, const EventRecord& e) {
             return joined(e.according_to, [](const Source& s) { return actor_code(s.actor); });
           }},
    Column{"according_to_name",
           [](const CodedDocument&, const EventRecord& e) {
             return joined(e.according_to, [](const Source& s) { return s.actor.name; });
           }},
    Column{"stance",
           [](const CodedDocument&, const EventRecord& e) {
             return joined(e.according_to, [](const Source& s) { return s.stance; });
           }},
    Column{"trigger", [](const CodedDocument&, const EventRecord& e) { return e.trigger_text; }},
    Column{"trigger_begin", [](const CodedDocument&,
                               const EventRecord& e) { return std::to_string(e.trigger.begin); }},
    Column{"trigger_end", [](const CodedDocument&,
                             const EventRecord& e) { return std::to_string(e.trigger.end); }},
    Column{"evidence_begin", [](const CodedDocument&,
                                const EventRecord& e) { return std::to_string(e.evidence.begin); }},
    Column{"evidence_end", [](const CodedDocument&,
                              const EventRecord& e) { return std::to_string(e.evidence.end); }},
    Column{"confidence",
           [](const CodedDocument&, const EventRecord& e) { return number(e.confidence, 3); }},
    Column{"rule", [](const CodedDocument&, const EventRecord& e) { return e.rule; }},
};

}  // namespace

void append_csv_cell(std::string_view cell, std::string* to) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    *to += cell;
    return;
  }
  *to += '"';
  for (const char c : cell) {
    if (c == '"') *to += '"';
    *to += c;
  }
  *to += '"';
}

std::string csv_header() {
  std::string header;
  for (const Column& column : kColumns) {
    if (!header.empty()) header += ',';
    header += column.name;
  }
  return header + "\r\n";
}

void append_csv(const CodedDocument& document, std::string* to) {
  for (const EventRecord& event : document.events) {
    for (size_t i = 0; i < kColumns.size(); ++i) {
      if (i > 0) *to += ',';
      append_csv_cell(kColumns[i].cell(document, event), to);
    }
    *to += "\r\n";
  }
}

}  // namespace varde
