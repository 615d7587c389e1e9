// What comes out: everything that one document reports, in the shape of the `varde/1` format
// (docs/format.md). Plain values that own their memory; safe to keep, copy and send between
// threads.
#ifndef VARDE_CODED_DOCUMENT_H_
#define VARDE_CODED_DOCUMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "varde/date.h"

namespace varde {

// Unicode code points of Document::text, half open.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

// A place as a slot of a record holds it. `country` is ISO 3166-1 alpha-3 or empty.
struct Place {
  std::string name;
  std::string country;
  std::optional<double> latitude;
  std::optional<double> longitude;
  friend bool operator==(const Place&, const Place&) = default;
};

struct DateSlot {
  Interval interval;
  std::string text;  // the words it was read from; empty when taken over from elsewhere
};

// An actor in a slot. `country` and `sector` by codebook/plover.toml; empty when not known.
struct Actor {
  std::string entity;  // id of an Entity of the document; empty when it has none
  std::string name;
  std::string country;
  std::vector<std::string> sector;
  std::string certainty = "stated";  // stated | likely | doubtful | denied
};

struct Source {
  Actor actor;
  std::string stance = "states";  // states | confirms | denies | doubts
};

struct MentionRecord {
  Span span;
  std::string text;
  std::string kind;  // name | nominal | pronoun
};

struct EntityRecord {
  std::string id;
  std::string type;  // person | organization | armed_group | country | place
  std::string name;
  std::string canonical;  // empty: not in the knowledge base
  std::string country;
  std::vector<std::string> sector;
  std::string office;
  std::vector<std::string> aliases;
  std::optional<Place> location;
  std::optional<int64_t> geonames;
  std::vector<MentionRecord> mentions;
};

struct EventRecord {
  std::string id;
  std::string type;
  std::vector<std::string> mode;
  std::vector<std::string> context;
  int quad = 0;
  std::string cameo;
  std::string status = "actual";  // actual | future | hypothetical | negated
  Span trigger;
  std::string trigger_text;
  std::vector<Actor> actor;
  std::vector<Actor> recipient;
  std::optional<DateSlot> date;
  std::optional<Place> place;
  std::vector<Source> according_to;
  double confidence = 0;
  Span evidence;
  std::string rule;
};

struct TollRecord {
  std::string id;
  std::string kind;  // killed | wounded | missing | displaced | detained | abducted
  std::optional<int64_t> low;
  std::optional<int64_t> high;
  std::string who;
  std::string event;  // id of the event that caused it, or empty
  std::optional<Place> place;
  std::optional<DateSlot> date;
  std::vector<Source> according_to;
  double confidence = 0;
  Span evidence;
  std::string rule;
};

struct CeasefireRecord {
  std::string id;
  std::string state;
  std::optional<Place> area;
  std::vector<Actor> parties;
  std::vector<Actor> proposed_by;
  std::vector<Actor> rejected_by;
  std::vector<Actor> brokered_by;
  std::optional<DateSlot> begin_date;
  std::optional<DateSlot> end_date;
  std::optional<double> duration_hours;
  std::optional<bool> renewable;
  std::vector<std::string> excluded;
  std::string purpose;
  double confidence = 0;
  Span evidence;
  std::string rule;
};

struct Participant {
  Actor actor;
  std::string attendance = "confirmed";  // confirmed | likely | unlikely | absent
};

struct TalksRecord {
  std::string id;
  std::string state;  // planned | held | ongoing | suspended | cancelled | refused
  std::optional<Place> place;
  std::optional<DateSlot> date;
  std::string format;
  std::vector<Participant> participants;
  double confidence = 0;
  Span evidence;
  std::string rule;
};

struct ResolutionRecord {
  std::string id;
  std::string body;
  std::string state;  // drafted | tabled | adopted | vetoed | failed
  std::vector<Actor> sponsors;
  std::vector<Actor> vetoed_by;
  std::optional<int64_t> in_favour;
  std::optional<int64_t> against;
  std::optional<int64_t> abstained;
  std::string subject;
  std::optional<DateSlot> date;
  double confidence = 0;
  Span evidence;
  std::string rule;
};

struct ControlRecord {
  std::string id;
  std::optional<Place> place;
  std::vector<Actor> holder;
  std::vector<Actor> from;
  std::string change;  // gained | lost | held | contested | withdrew
  std::optional<double> share;
  std::optional<DateSlot> date;
  std::vector<Source> according_to;
  double confidence = 0;
  Span evidence;
  std::string rule;
};

struct CodedDocument {
  std::string id;
  std::string sha256;
  std::string language;
  std::string uri;
  std::string publisher;
  std::string title;
  std::optional<Interval> published;
  std::string published_basis = "unknown";  // metadata | dateline | inferred | unknown
  std::vector<EntityRecord> entities;
  std::vector<EventRecord> events;
  std::vector<TollRecord> tolls;
  std::vector<CeasefireRecord> ceasefires;
  std::vector<TalksRecord> talks;
  std::vector<ResolutionRecord> resolutions;
  std::vector<ControlRecord> control;
  std::vector<std::string> notes;
};

}  // namespace varde

#endif  // VARDE_CODED_DOCUMENT_H_
