#include "output/document_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "output/codes.h"
#include "output/grid.h"
#include "output/json_writer.h"

namespace varde {
namespace {

constexpr int kIndent = 2;
constexpr size_t kLongestQuote = 80;  // code points of evidence shown

// Cuts pieces out of a text by code points, with a byte offset kept for every block of them.
class Slicer {
 public:
  explicit Slicer(std::string_view text) : text_(text) {
    size_t points = 0;
    for (size_t at = 0; at < text.size(); ++points) {
      if (points % kBlock == 0) blocks_.push_back(at);
      next_code_point(text, &at);
    }
  }

  std::string_view slice(Span span) const {
    const size_t begin = byte_of(span.begin);
    return text_.substr(begin, byte_of(std::max(span.begin, span.end)) - begin);
  }

 private:
  static constexpr size_t kBlock = 512;

  size_t byte_of(size_t point) const {
    if (point / kBlock >= blocks_.size()) return text_.size();
    size_t at = blocks_[point / kBlock];
    for (size_t left = point % kBlock; left > 0 && at < text_.size(); --left) {
      next_code_point(text_, &at);
    }
    return at;
  }

  std::string_view text_;
  std::vector<size_t> blocks_;
};

// Evidence in one line, cut at a word.
std::string quote(const Slicer& slicer, Span span) {
  const bool cut = span.end > span.begin + kLongestQuote;
  if (cut) span.end = span.begin + kLongestQuote;
  std::string words(slicer.slice(span));
  if (!cut) return words;
  const size_t space = words.rfind(' ');
  if (space != std::string::npos && space > 0) words.resize(space);
  return words + " …";
}

// "Ola Nordmann (NOR:GOV, likely)"; what is certain is not said.
std::string shown(const Actor& actor, std::string_view certainty, std::string_view certain) {
  const std::string code = actor_code(actor);
  std::string aside = code == ":" || actor.name.empty() ? "" : code;
  if (certainty != certain) aside += (aside.empty() ? "" : ", ") + std::string(certainty);
  std::string text = actor.name;
  if (text.empty()) text = code == ":" ? "?" : code;
  return aside.empty() ? text : text + " (" + aside + ")";
}

std::string shown(const std::vector<Actor>& actors) {
  std::string list;
  for (const Actor& actor : actors) {
    if (!list.empty()) list += ", ";
    list += shown(actor, actor.certainty, "stated");
  }
  return list;
}

std::string shown(const std::vector<Source>& sources) {
  std::string list;
  for (const Source& source : sources) {
    if (!list.empty()) list += ", ";
    list += shown(source.actor, source.stance, "states");
  }
  return list;
}

std::string shown(const Interval& interval) {
  std::string text = to_string(interval.begin);
  if (interval.end != interval.begin) text += " – " + to_string(interval.end);
  return text;
}

std::string shown(const std::optional<DateSlot>& date) { return date ? shown(date->interval) : ""; }

std::string shown(const std::optional<Place>& place) {
  if (!place) return "";
  if (place->name.empty() || place->country.empty()) return place->name + place->country;
  return place->name + ", " + place->country;
}

std::string who_to_whom(const EventRecord& event) {
  const std::string who = event.actor.empty() ? "?" : shown(event.actor);
  return event.recipient.empty() ? who : who + " → " + shown(event.recipient);
}

std::string joined(const std::vector<std::string>& list) {
  return fmt::format("{}", fmt::join(list, ", "));
}

Style style_of(const std::string& status) {
  if (status == "actual") return Style::kGreen;
  if (status == "future") return Style::kBlue;
  if (status == "negated") return Style::kRed;
  return Style::kYellow;
}

std::string amount(const std::optional<int64_t>& low, const std::optional<int64_t>& high) {
  if (low && high) {
    return *low == *high ? std::to_string(*low) : fmt::format("{} – {}", *low, *high);
  }
  if (low) return fmt::format("{} or more", *low);
  return high ? fmt::format("up to {}", *high) : "";
}

std::string votes(const ResolutionRecord& resolution) {
  std::vector<std::string> parts;
  if (resolution.in_favour) parts.push_back(fmt::format("{} for", *resolution.in_favour));
  if (resolution.against) parts.push_back(fmt::format("{} against", *resolution.against));
  if (resolution.abstained) parts.push_back(fmt::format("{} abstained", *resolution.abstained));
  return joined(parts);
}

std::string duration(const CeasefireRecord& ceasefire) {
  std::string text = shown(ceasefire.begin_date);
  if (ceasefire.end_date) text += " to " + shown(ceasefire.end_date);
  if (ceasefire.duration_hours) {
    if (!text.empty()) text += ", ";
    text += fmt::format("{} hours", *ceasefire.duration_hours);
  }
  return text;
}

Grid events_grid(const CodedDocument& document) {
  Grid grid(
      {"status", "type", {"who → whom", 2.5}, "where", "when", "according to", {"words", 1.5}});
  for (const EventRecord& event : document.events) {
    std::string type = event.type;
    if (!event.mode.empty()) type += " " + joined(event.mode);
    grid.add_row({{event.status, style_of(event.status)},
                  {type, Style::kBold},
                  {who_to_whom(event)},
                  {shown(event.place)},
                  {shown(event.date)},
                  {shown(event.according_to)},
                  {event.trigger_text}});
  }
  return grid;
}

Grid tolls_grid(const CodedDocument& document, const Slicer& slicer) {
  Grid grid({"kind", "number", "of whom", "where", "when", "according to", {"words", 1.5}});
  for (const TollRecord& toll : document.tolls) {
    grid.add_row({{toll.kind, Style::kBold},
                  {amount(toll.low, toll.high)},
                  {toll.who},
                  {shown(toll.place)},
                  {shown(toll.date)},
                  {shown(toll.according_to)},
                  {quote(slicer, toll.evidence)}});
  }
  return grid;
}

Grid ceasefires_grid(const CodedDocument& document, const Slicer& slicer) {
  Grid grid({"state",
             "area",
             "parties",
             "proposed by",
             "rejected by",
             "brokered by",
             "when",
             "excluded",
             "purpose",
             {"words", 2}});
  for (const CeasefireRecord& ceasefire : document.ceasefires) {
    grid.add_row({{ceasefire.state, Style::kBold},
                  {shown(ceasefire.area)},
                  {shown(ceasefire.parties)},
                  {shown(ceasefire.proposed_by)},
                  {shown(ceasefire.rejected_by)},
                  {shown(ceasefire.brokered_by)},
                  {duration(ceasefire)},
                  {joined(ceasefire.excluded)},
                  {ceasefire.purpose},
                  {quote(slicer, ceasefire.evidence)}});
  }
  return grid;
}

Grid talks_grid(const CodedDocument& document, const Slicer& slicer) {
  Grid grid({"state", {"participants", 2.5}, "where", "when", "format", {"words", 2}});
  for (const TalksRecord& talks : document.talks) {
    std::string participants;
    for (const Participant& participant : talks.participants) {
      if (!participants.empty()) participants += ", ";
      participants += shown(participant.actor, participant.attendance, "confirmed");
    }
    grid.add_row({{talks.state, Style::kBold},
                  {participants},
                  {shown(talks.place)},
                  {shown(talks.date)},
                  {talks.format},
                  {quote(slicer, talks.evidence)}});
  }
  return grid;
}

Grid resolutions_grid(const CodedDocument& document, const Slicer& slicer) {
  Grid grid({"state", "body", "sponsors", "vetoed by", "votes", "when", "subject", {"words", 2}});
  for (const ResolutionRecord& resolution : document.resolutions) {
    grid.add_row({{resolution.state, Style::kBold},
                  {resolution.body},
                  {shown(resolution.sponsors)},
                  {shown(resolution.vetoed_by)},
                  {votes(resolution)},
                  {shown(resolution.date)},
                  {resolution.subject},
                  {quote(slicer, resolution.evidence)}});
  }
  return grid;
}

Grid control_grid(const CodedDocument& document, const Slicer& slicer) {
  Grid grid({"change", "place", "holder", "from", "share", "when", "according to", {"words", 1.5}});
  for (const ControlRecord& control : document.control) {
    grid.add_row({{control.change, Style::kBold},
                  {shown(control.place)},
                  {shown(control.holder)},
                  {shown(control.from)},
                  {control.share ? fmt::format("{} %", rounded(*control.share * 100, 0)) : ""},
                  {shown(control.date)},
                  {shown(control.according_to)},
                  {quote(slicer, control.evidence)}});
  }
  return grid;
}

void append_heading(const CodedDocument& document, const Look& look, std::string* to) {
  std::string heading = document.id;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) heading += " · " + part;
  };
  add(document.published ? shown(*document.published) : "");
  add(document.language);
  add(document.publisher);
  add(document.title.empty() ? document.uri : document.title);
  for (const std::string& line : wrap(printable(heading), look.width)) {
    *to += styled(line, Style::kBold, look.colour) + '\n';
  }
}

}  // namespace

void append_table(const CodedDocument& document, std::string_view text, const Look& look,
                  std::string* to) {
  append_heading(document, look, to);
  const Slicer slicer(text);
  const std::pair<std::string_view, Grid> sections[] = {
      {"Events", events_grid(document)},
      {"Tolls", tolls_grid(document, slicer)},
      {"Ceasefires", ceasefires_grid(document, slicer)},
      {"Talks", talks_grid(document, slicer)},
      {"Resolutions", resolutions_grid(document, slicer)},
      {"Control", control_grid(document, slicer)},
  };
  bool any = false;
  for (const auto& [title, grid] : sections) {
    if (grid.empty()) continue;
    any = true;
    *to += '\n' + styled(title, Style::kBold, look.colour) + '\n';
    grid.append(look.width, kIndent, look.colour, to);
  }
  if (!any) *to += "  nothing to code\n";
  if (any && !document.notes.empty()) *to += '\n';
  for (const std::string& note : document.notes) {
    for (const std::string& line : wrap("Note: " + printable(note), look.width)) {
      *to += styled(line, Style::kDim, look.colour) + '\n';
    }
  }
  *to += '\n';
}

}  // namespace varde
