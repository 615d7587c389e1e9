// Incidents: what several articles report as one happening.

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "ledger/consolidation.h"
#include "ledger/entry.h"

namespace varde::ledger {
namespace {

// What one more report makes of the state: announced → happened or cancelled; what has happened
// stays so, and a denial of it is a contradiction.
std::string next_state(const std::string& state, const std::string& status) {
  const bool settled = state == "happened" || state == "cancelled";
  if (status == "actual") return "happened";
  if (status == "future") return settled ? state : "announced";
  if (status == "negated") {
    return state == "announced" ? "cancelled" : settled ? state : "denied";
  }
  return state.empty() ? "possible" : state;
}

std::vector<Transition> history_of(const Reports& reports) {
  std::vector<Transition> history;
  std::string state;
  for (const Report* report : reports) {
    std::string next = next_state(state, report->state);
    if (next == state) continue;
    state = next;
    history.push_back({std::move(next), report, report->date});
  }
  return history;
}

// A field that reports fill in ways that cannot all be right, with who says what.
class Contradictions {
 public:
  void say(const std::string& field, const std::string& value, const Report& report) {
    auto& reports = said_[field][value];
    if (reports.empty() || reports.back() != report.id) reports.push_back(report.id);
  }
  Json json() const {
    Json list = Json::array();
    for (const auto& [field, values] : said_) {
      if (values.size() < 2) continue;
      Json one;
      one["field"] = field;
      one["values"] = Json::array();
      for (const auto& [value, reports] : values) {
        one["values"].push_back({{"value", value}, {"reports", reports}});
      }
      list.push_back(std::move(one));
    }
    return list;
  }

 private:
  std::map<std::string, std::map<std::string, std::vector<std::string>>> said_;
};

// The codes in a role, "RUS:MIL+UKR:MIL"; who says nothing contradicts nobody.
std::string codes_in(const Report& report, Role role) {
  std::set<std::string> codes;
  for (const Party& party : report.parties) {
    if (party.role == role && !party.country.empty()) codes.insert(party.country);
  }
  std::string joined;
  for (const std::string& code : codes) joined += (joined.empty() ? "" : "+") + code;
  return joined;
}

Json contradictions_of(const Reports& reports) {
  Contradictions found;
  for (const Report* report : reports) {
    if (report->state == "actual" || report->state == "negated") {
      found.say("happened", report->state == "actual" ? "yes" : "no", *report);
    }
    const std::string doers = codes_in(*report, Role::kActor);
    const std::string targets = codes_in(*report, Role::kRecipient);
    if (!doers.empty()) found.say("actor", doers, *report);
    if (!targets.empty()) found.say("recipient", targets, *report);
    if (report->place && report->place->latitude) {
      found.say("place", report->place->name, *report);
    }
    if (report->date) {
      found.say("date", to_string(report->date->begin) + "/" + to_string(report->date->end),
                *report);
    }
  }
  return found.json();
}

std::vector<std::string> modes_of(const Reports& reports) {
  std::set<std::string> modes;
  for (const Report* report : reports) modes.insert(report->modes.begin(), report->modes.end());
  return {modes.begin(), modes.end()};
}

}  // namespace

void describe_incident(const Reports& reports, Json* body) {
  const std::vector<Transition> history = history_of(reports);
  (*body)["type"] = reports.front()->type;
  (*body)["mode"] = modes_of(reports);
  (*body)["quad"] = reports.front()->quad;
  (*body)["cameo"] = text_or_null(latest(reports, &Report::cameo));
  (*body)["state"] = history.empty() ? Json() : Json(history.back().state);
  (*body)["actor"] = to_json(named_in(reports, Role::kActor));
  (*body)["recipient"] = to_json(named_in(reports, Role::kRecipient));
  (*body)["date"] = to_json(days_of(reports));
  (*body)["place"] = to_json(place_of(reports));
  (*body)["according_to"] = to_json(named_in(reports, Role::kSource));
  (*body)["history"] = to_json(history);
  (*body)["contradictions"] = contradictions_of(reports);
}

}  // namespace varde::ledger
