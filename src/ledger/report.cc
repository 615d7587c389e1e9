#include "ledger/report.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "output/codes.h"

namespace varde::ledger {
namespace {

constexpr size_t kKeyDigits = 12;  // two of a million documents share them once in 560 stores

template <size_t N>
std::optional<size_t> position(const std::array<std::string_view, N>& names,
                               std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<size_t>(found - names.begin());
}

// Makes the reports of one document.
class Maker {
 public:
  Maker(const CodedDocument& document, std::string_view text, std::string_view key)
      : document_(document),
        text_(text),
        article_{std::string(key), document.id, document.language, document.publisher,
                 document.published} {
    byte_.reserve(text.size() + 1);
    for (size_t at = 0; at < text.size();) {
      byte_.push_back(at);
      next_code_point(text, &at);
    }
    byte_.push_back(text.size());
  }

  Report report(Kind kind, const std::string& record, Span evidence, double confidence,
                const std::string& rule) const {
    Report made;
    made.id = article_.key.substr(0, kKeyDigits) + "/" + record;
    made.kind = kind;
    made.article = article_;
    made.evidence = evidence;
    made.confidence = confidence;
    made.rule = rule;
    made.quote = quote(evidence);
    return made;
  }

  void add(Role role, const Actor& actor, const std::string& certainty, Report* to) const {
    Party party{role, actor.name, "", actor.country, actor.sector, certainty};
    for (const EntityRecord& entity : document_.entities) {
      if (entity.id == actor.entity) party.canonical = entity.canonical;
    }
    to->parties.push_back(std::move(party));
  }

  void add(Role role, const std::vector<Actor>& actors, Report* to) const {
    for (const Actor& actor : actors) add(role, actor, actor.certainty, to);
  }

  void add_sources(const std::vector<Source>& sources, Report* to) const {
    for (const Source& source : sources) add(Role::kSource, source.actor, source.stance, to);
  }

  const EventRecord* event(const std::string& id) const {
    for (const EventRecord& event : document_.events) {
      if (event.id == id) return &event;
    }
    return nullptr;
  }

  std::string cause(const std::string& event) const {
    return event.empty() ? event : article_.key.substr(0, kKeyDigits) + "/" + event;
  }

 private:
  std::string quote(Span span) const {
    const size_t last = byte_.size() - 1;
    const size_t begin = std::min<size_t>(span.begin, last);
    const size_t end = std::clamp<size_t>(span.end, begin, last);
    const bool cut = end - begin > kLongestQuote;
    const size_t shown = cut ? begin + kLongestQuote - 1 : end;  // one for the sign of the cut
    std::string words(text_.substr(byte_[begin], byte_[shown] - byte_[begin]));
    return cut ? words + "…" : words;
  }

  const CodedDocument& document_;
  std::string_view text_;
  std::vector<size_t> byte_;  // of each code point
  Article article_;
};

std::optional<Interval> interval_of(const std::optional<DateSlot>& date) {
  if (!date) return std::nullopt;
  return date->interval;
}

Report make(const Maker& maker, const EventRecord& event) {
  Report made =
      maker.report(Kind::kIncident, event.id, event.evidence, event.confidence, event.rule);
  made.type = event.type;
  made.state = event.status;
  made.modes = event.mode;
  made.cameo = event.cameo;
  made.quad = event.quad;
  maker.add(Role::kActor, event.actor, &made);
  maker.add(Role::kRecipient, event.recipient, &made);
  maker.add_sources(event.according_to, &made);
  made.place = event.place;
  made.date = interval_of(event.date);
  made.trigger = event.trigger;
  made.trigger_text = event.trigger_text;
  return made;
}

Report make(const Maker& maker, const TollRecord& toll) {
  Report made = maker.report(Kind::kToll, toll.id, toll.evidence, toll.confidence, toll.rule);
  made.type = toll.kind;
  made.detail = toll.who;
  made.low = toll.low;
  made.high = toll.high;
  made.place = toll.place;
  made.date = interval_of(toll.date);
  maker.add_sources(toll.according_to, &made);
  if (const EventRecord* event = maker.event(toll.event)) {
    made.cause = maker.cause(toll.event);
    if (!made.place) made.place = event->place;
    if (!made.date) made.date = interval_of(event->date);
    maker.add(Role::kActor, event->actor, &made);
  }
  return made;
}

Report make(const Maker& maker, const CeasefireRecord& ceasefire) {
  Report made = maker.report(Kind::kCeasefire, ceasefire.id, ceasefire.evidence,
                             ceasefire.confidence, ceasefire.rule);
  made.state = ceasefire.state;
  made.detail = ceasefire.purpose;
  made.place = ceasefire.area;
  made.date = interval_of(ceasefire.begin_date);
  made.end_date = interval_of(ceasefire.end_date);
  made.amount = ceasefire.duration_hours;
  made.renewable = ceasefire.renewable;
  made.excluded = ceasefire.excluded;
  maker.add(Role::kParty, ceasefire.parties, &made);
  maker.add(Role::kProposer, ceasefire.proposed_by, &made);
  maker.add(Role::kRejecter, ceasefire.rejected_by, &made);
  maker.add(Role::kBroker, ceasefire.brokered_by, &made);
  return made;
}

Report make(const Maker& maker, const TalksRecord& talks) {
  Report made = maker.report(Kind::kTalks, talks.id, talks.evidence, talks.confidence, talks.rule);
  made.state = talks.state;
  made.detail = talks.format;
  made.place = talks.place;
  made.date = interval_of(talks.date);
  for (const Participant& participant : talks.participants) {
    maker.add(Role::kParticipant, participant.actor, participant.attendance, &made);
  }
  return made;
}

Report make(const Maker& maker, const ResolutionRecord& resolution) {
  Report made = maker.report(Kind::kResolution, resolution.id, resolution.evidence,
                             resolution.confidence, resolution.rule);
  made.state = resolution.state;
  made.detail = resolution.body;
  made.subject = resolution.subject;
  made.date = interval_of(resolution.date);
  made.in_favour = resolution.in_favour;
  made.against = resolution.against;
  made.abstained = resolution.abstained;
  maker.add(Role::kSponsor, resolution.sponsors, &made);
  maker.add(Role::kVetoer, resolution.vetoed_by, &made);
  return made;
}

Report make(const Maker& maker, const ControlRecord& control) {
  Report made =
      maker.report(Kind::kControl, control.id, control.evidence, control.confidence, control.rule);
  made.type = control.change;
  made.place = control.place;
  made.date = interval_of(control.date);
  made.amount = control.share;
  maker.add(Role::kHolder, control.holder, &made);
  maker.add(Role::kFrom, control.from, &made);
  maker.add_sources(control.according_to, &made);
  return made;
}

}  // namespace

std::string_view name_of(Kind kind) { return kKindNames[static_cast<size_t>(kind)]; }

std::optional<Kind> kind_named(std::string_view name) {
  const auto at = position(kKindNames, name);
  if (!at) return std::nullopt;
  return static_cast<Kind>(*at);
}

std::vector<Report> reports_of(const CodedDocument& document, std::string_view text,
                               std::string_view key) {
  const Maker maker(document, text, key);
  std::vector<Report> reports;
  const auto add = [&](const auto& records) {
    for (const auto& record : records) reports.push_back(make(maker, record));
  };
  add(document.events);
  add(document.tolls);
  add(document.ceasefires);
  add(document.talks);
  add(document.resolutions);
  add(document.control);
  return reports;
}

std::optional<Day> known(const Report& report) {
  if (!report.article.published) return std::nullopt;
  return report.article.published->end;
}

bool reported_before(const Report& a, const Report& b) {
  constexpr Day kNever = Day::max();
  const auto order = [&](const Report& r) {
    return std::tuple(known(r).value_or(kNever), std::string_view(r.article.key), r.evidence.begin,
                      r.trigger.begin, std::string_view(r.id));
  };
  return order(a) < order(b);
}

std::optional<Interval> possible_days(const Report& report) {
  constexpr std::chrono::days kJustBefore{7};
  constexpr std::chrono::days kAhead{30};
  if (report.date) return report.date;
  if (!report.article.published) return std::nullopt;
  const Interval& published = *report.article.published;
  const bool announced = report.state == "future" || report.state == "planned";
  if (announced) return Interval{published.begin, published.end + kAhead};
  return Interval{published.begin - kJustBefore, published.end};
}

std::string code_of(const Party& party) {
  return actor_code(Actor{"", party.name, party.country, party.sector, ""});
}

}  // namespace varde::ledger
