// Ceasefires, talks and resolutions: processes whose state the reports move on.
//
// Each kind has a table of which state may follow which. A report of a state that cannot follow (an
// article on a truce in force that recalls how it was proposed) stays as a report and moves
// nothing.

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <set>
#include <string_view>

#include "ledger/consolidation.h"
#include "ledger/entry.h"

namespace varde::ledger {
namespace {

// A state and those that may follow it; every process may begin in any state.
struct Step {
  std::string_view from;
  std::initializer_list<std::string_view> to;
};

constexpr std::initializer_list<std::string_view> kNothing{};

bool follows(std::initializer_list<Step> table, std::string_view from, std::string_view to) {
  for (const Step& step : table) {
    if (step.from == from) return std::find(step.to.begin(), step.to.end(), to) != step.to.end();
  }
  return true;
}

bool ceasefire_follows(std::string_view from, std::string_view to) {
  return follows(
      {{"proposed",
        {"negotiating", "agreed", "in_force", "extended", "violated", "collapsed", "expired",
         "rejected"}},
       {"negotiating",
        {"agreed", "in_force", "extended", "violated", "collapsed", "expired", "rejected"}},
       {"rejected", {"proposed", "negotiating", "agreed", "in_force"}},
       {"agreed", {"in_force", "extended", "violated", "collapsed", "expired", "rejected"}},
       {"in_force", {"extended", "violated", "collapsed", "expired"}},
       {"extended", {"violated", "collapsed", "expired"}},
       {"violated", {"extended", "in_force", "collapsed", "expired"}},
       {"collapsed", kNothing},
       {"expired", {"extended"}}},
      from, to);
}

bool talks_follow(std::string_view from, std::string_view to) {
  return follows({{"planned", {"ongoing", "held", "suspended", "cancelled", "refused"}},
                  {"refused", {"planned", "ongoing", "held"}},
                  {"ongoing", {"held", "suspended", "cancelled"}},
                  {"suspended", {"ongoing", "held", "cancelled", "planned"}},
                  {"cancelled", {"planned", "ongoing", "held"}},
                  {"held", kNothing}},
                 from, to);
}

bool resolution_follows(std::string_view from, std::string_view to) {
  return follows({{"drafted", {"tabled", "adopted", "vetoed", "failed"}},
                  {"tabled", {"adopted", "vetoed", "failed"}},
                  {"adopted", kNothing},
                  {"vetoed", kNothing},
                  {"failed", kNothing}},
                 from, to);
}

template <class Follows>
std::vector<Transition> history_of(const Reports& reports, Follows may_follow) {
  std::vector<Transition> history;
  for (const Report* report : reports) {
    if (report->state.empty()) continue;
    if (!history.empty() && (history.back().state == report->state ||
                             !may_follow(history.back().state, report->state))) {
      continue;
    }
    history.push_back({report->state, report, std::nullopt});
  }
  return history;
}

void describe_history(const std::vector<Transition>& history, Json* body) {
  (*body)["state"] = history.empty() ? Json() : Json(history.back().state);
  (*body)["history"] = to_json(history);
}

// The day from which a truce holds, as the reports closest to it say: later ones know best.
std::optional<Interval> beginning(const Reports& reports) {
  return latest<Interval>(reports, &Report::date);
}

// When it ends: as said, else from beginning and length.
std::optional<Interval> ending(const Reports& reports) {
  if (const auto said = latest<Interval>(reports, &Report::end_date)) return said;
  const auto begin = beginning(reports);
  const auto hours = latest<double>(reports, &Report::amount);
  constexpr double kLongest = 24.0 * 366 * 50;
  if (!begin || !hours || !(*hours > 0) || *hours > kLongest) return std::nullopt;
  constexpr double kDay = 24;
  const std::chrono::days length{static_cast<int>(std::ceil(*hours / kDay))};
  return Interval{begin->begin + length, begin->end + length};
}

Json excluded_from(const Reports& reports) {
  Json names = Json::array();
  std::set<std::string> seen;
  for (const Report* report : reports) {
    for (const std::string& name : report->excluded) {
      if (seen.insert(name).second) names.push_back(name);
    }
  }
  return names;
}

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

// How countries voted, as far as anybody says: who sponsors votes for, who vetoes against.
Json votes_by_country(const Reports& reports) {
  Json votes = Json::object();
  for (const Named& one : named_in(reports, Role::kSponsor)) {
    if (!one.party.country.empty()) votes[one.party.country] = "in_favour";
  }
  for (const Named& one : named_in(reports, Role::kVetoer)) {
    if (!one.party.country.empty()) votes[one.party.country] = "against";
  }
  return votes;
}

}  // namespace

void describe_ceasefire(const Reports& reports, Json* body) {
  describe_history(history_of(reports, ceasefire_follows), body);
  (*body)["area"] = to_json(place_of(reports));
  const Json excluded = excluded_from(reports);
  // That somebody is excluded is said outright; that they are a party, often inferred.
  Json parties = Json::array();
  for (Json& party : to_json(named_in(reports, Role::kParty))) {
    if (!is_among(party, excluded)) parties.push_back(std::move(party));
  }
  (*body)["parties"] = std::move(parties);
  (*body)["proposed_by"] = to_json(named_in(reports, Role::kProposer));
  (*body)["rejected_by"] = to_json(named_in(reports, Role::kRejecter));
  (*body)["brokered_by"] = to_json(named_in(reports, Role::kBroker));
  (*body)["begin_date"] = to_json(beginning(reports));
  (*body)["end_date"] = to_json(ending(reports));
  (*body)["duration_hours"] = or_null(latest<double>(reports, &Report::amount));
  (*body)["renewable"] = or_null(latest<bool>(reports, &Report::renewable));
  (*body)["excluded"] = excluded;
  (*body)["purpose"] = text_or_null(latest(reports, &Report::detail));
  (*body)["violations"] = Json::array();  // known once incidents are held against it
}

void describe_talks(const Reports& reports, Json* body) {
  describe_history(history_of(reports, talks_follow), body);
  (*body)["place"] = to_json(place_of(reports));
  (*body)["date"] = to_json(days_of(reports));
  (*body)["format"] = text_or_null(latest(reports, &Report::detail));
  (*body)["participants"] = to_json(named_in(reports, Role::kParticipant));
  (*body)["previous"] = Json();  // the round before, known once talks are held side by side
}

void describe_resolution(const Reports& reports, Json* body) {
  describe_history(history_of(reports, resolution_follows), body);
  (*body)["body"] = text_or_null(reports.front()->detail);
  (*body)["subject"] = text_or_null(latest(reports, &Report::subject));
  (*body)["date"] = to_json(days_of(reports));
  (*body)["sponsors"] = to_json(named_in(reports, Role::kSponsor));
  (*body)["vetoed_by"] = to_json(named_in(reports, Role::kVetoer));
  (*body)["in_favour"] = or_null(latest<int64_t>(reports, &Report::in_favour));
  (*body)["against"] = or_null(latest<int64_t>(reports, &Report::against));
  (*body)["abstained"] = or_null(latest<int64_t>(reports, &Report::abstained));
  (*body)["votes"] = votes_by_country(reports);
}

}  // namespace varde::ledger
