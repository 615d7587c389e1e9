// One record of one document as the ledgers see it: what was reported, by which document, in which
// words. Everything that a ledger says is a function of a set of these.
#ifndef VARDE_LEDGER_REPORT_H_
#define VARDE_LEDGER_REPORT_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "varde/coded_document.h"
#include "varde/date.h"

namespace varde::ledger {

// What is kept account of. An event report belongs to an incident, each other kind of record to the
// process of its name.
enum class Kind { kIncident, kToll, kCeasefire, kTalks, kResolution, kControl };
inline constexpr std::array<std::string_view, 6> kKindNames{"incident", "toll",       "ceasefire",
                                                            "talks",    "resolution", "control"};
std::string_view name_of(Kind kind);
std::optional<Kind> kind_named(std::string_view name);

enum class Role {
  kActor,
  kRecipient,
  kParty,
  kProposer,
  kRejecter,
  kBroker,
  kParticipant,
  kSponsor,
  kVetoer,
  kHolder,
  kFrom,
  kSource,
};
inline constexpr std::array<std::string_view, 12> kRoleNames{
    "actor",       "recipient", "party",     "proposed_by", "rejected_by", "brokered_by",
    "participant", "sponsor",   "vetoed_by", "holder",      "from",        "according_to"};

// Somebody in a role. `canonical` is the name in the knowledge base, or empty; `certainty` is an
// attendance for participants and a stance for sources.
struct Party {
  Role role = Role::kActor;
  std::string name;
  std::string canonical;
  std::string country;
  std::vector<std::string> sector;
  std::string certainty;
  friend bool operator==(const Party&, const Party&) = default;
};

// The article that a report stands in. `key` is its fingerprint in the store (hexadecimal).
struct Article {
  std::string key;
  std::string id;
  std::string language;
  std::string publisher;
  std::optional<Interval> published;
  friend bool operator==(const Article&, const Article&) = default;
};

// What the record says. Fields that a kind does not have stay empty.
struct Report {
  std::string id;  // "<first 12 digits of the article's key>/<record id>": "3f9a2c81d0e4/v3"
  Kind kind = Kind::kIncident;
  Article article;
  std::string type;    // event type, kind of toll, change of control
  std::string state;   // status of an event, state of a process
  std::string detail;  // whom a toll counts, purpose, forum, body
  std::string subject;
  std::string cameo;
  int quad = 0;
  std::vector<std::string> modes;
  std::vector<std::string> excluded;
  std::vector<Party> parties;
  std::optional<Place> place;
  std::optional<Interval> date;  // of an event; from when a ceasefire holds
  std::optional<Interval> end_date;
  std::optional<int64_t> low;
  std::optional<int64_t> high;
  std::optional<int64_t> in_favour;
  std::optional<int64_t> against;
  std::optional<int64_t> abstained;
  std::optional<double> amount;  // hours that a ceasefire lasts, share of ground
  std::optional<bool> renewable;
  std::string cause;  // of a toll: id of the report of the event that caused it
  double confidence = 0;
  Span evidence;
  Span trigger;
  std::string trigger_text;
  std::string quote;  // the words of `evidence`, shortened
  std::string rule;
  friend bool operator==(const Report&, const Report&) = default;
};

// Longest `quote`, in code points.
inline constexpr size_t kLongestQuote = 300;

// The reports of a coded document. `text` is the document's text as given. A toll takes place and
// date from the event that caused it where its own words give none.
std::vector<Report> reports_of(const CodedDocument& document, std::string_view text,
                               std::string_view key);

// Compact JSON to keep a report by, and back; nothing when it is no report.
std::string to_json(const Report& report);
std::optional<Report> report_from_json(std::string_view json);

// When readers knew: the last day on which the article can have appeared. Nothing when undated.
std::optional<Day> known(const Report& report);

// The order in which the world learnt: by publication (undated last), article and place in it.
bool reported_before(const Report& a, const Report& b);

// The days on which it can have happened: as the words say, else around publication (an announced
// event after it, any other in the week up to it). Nothing when neither is known.
std::optional<Interval> possible_days(const Report& report);

// "RUS:GOV"; as output/codes.h writes actors.
std::string code_of(const Party& party);

}  // namespace varde::ledger

#endif  // VARDE_LEDGER_REPORT_H_
