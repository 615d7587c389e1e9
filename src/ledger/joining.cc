#include "ledger/joining.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>

#include "base/json_fields.h"
#include "base/utf8.h"
#include "ledger/consolidation.h"

namespace varde::ledger {
namespace {

std::optional<Interval> days(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_object()) return std::nullopt;
  const auto begin = parse_day(text(*found, "begin"));
  const auto end = parse_day(text(*found, "end"));
  if (!begin || !end) return std::nullopt;
  return Interval{*begin, *end};
}

// When the process came into a state: as said, else when it was published.
std::optional<Day> entered(const Json& body, std::initializer_list<std::string_view> states) {
  for (const Json& step : body["history"]) {
    if (std::find(states.begin(), states.end(), text(step, "state")) == states.end()) continue;
    if (const auto said = days(step, "date")) return said->begin;
    return parse_day(text(step["report"], "published"));
  }
  return std::nullopt;
}

enum class Side { kState, kOpposition, kCivilians, kOther };

Side side_of(const Json& party) {
  for (const Json& sector : party["sector"]) {
    const std::string code = sector.get<std::string>();
    if (code == "GOV" || code == "MIL" || code == "COP" || code == "SPY") return Side::kState;
    if (code == "REB" || code == "OPP" || code == "SEP" || code == "PRE") return Side::kOpposition;
    if (code == "CVL" || code == "REF" || code == "MED" || code == "EDU") return Side::kCivilians;
  }
  return party["sector"].empty() ? Side::kState : Side::kOther;
}

// A country's state and its army are one party to a truce, its rebels and opposition another.
bool same_party(const Json& a, const Json& b) {
  if (!text(a, "canonical").empty() && text(a, "canonical") == text(b, "canonical")) return true;
  const std::string name = name_key(text(a, "name"));
  if (!name.empty() && name == name_key(text(b, "name"))) return true;
  return !text(a, "country").empty() && text(a, "country") == text(b, "country") &&
         side_of(a) == side_of(b);
}

std::string shown(const Json& party) {
  std::string code = text(party, "country") + ":";
  for (const Json& sector : party["sector"]) {
    code += (code.ends_with(':') ? "" : "+") + sector.get<std::string>();
  }
  return code == ":" ? text(party, "name") : code;
}

bool in_area(const Json& place, const Json& area) {
  if (!area.is_object() || !place.is_object()) return false;
  const std::string country = text(area, "country");
  if (country.empty() || country != text(place, "country")) return false;
  const bool whole_country = area["lat"].is_null();
  return whole_country || name_key(text(area, "name")) == name_key(text(place, "name"));
}

Json names(const Json& parties) {
  Json list = Json::array();
  for (const Json& party : parties) list.push_back(shown(party));
  return list;
}

// Whether somebody among the attackers is bound and somebody among the targets is another side's.
bool breaks(const Json& ceasefire, const Json& incident) {
  const Json& parties = ceasefire["parties"];
  const Json& excluded = ceasefire["excluded"];
  const auto outside = [&](const Json& party) { return is_among(party, excluded); };
  if (std::any_of(incident["actor"].begin(), incident["actor"].end(), outside)) return false;
  if (std::any_of(incident["recipient"].begin(), incident["recipient"].end(), outside)) {
    return false;
  }
  // Where only one side is named, the other may be anyone of the country. A state and its army are
  // one side.
  const auto at_home = [&](const Json& party) {
    const std::string country = text(party, "country");
    return country.empty() || country == text(ceasefire["area"], "country");
  };
  const bool one_side = std::all_of(parties.begin(), parties.end(), [&](const Json& party) {
    return same_party(party, parties.front());
  });
  const auto bound = [&](const Json& party) {
    if (side_of(party) == Side::kCivilians || side_of(party) == Side::kOther) return false;
    if (parties.empty()) return true;
    if (one_side && at_home(party)) return true;
    return std::any_of(parties.begin(), parties.end(),
                       [&](const Json& one) { return same_party(one, party); });
  };
  return std::any_of(incident["actor"].begin(), incident["actor"].end(), [&](const Json& actor) {
    if (!bound(actor)) return false;
    if (incident["recipient"].empty()) return true;
    return std::any_of(incident["recipient"].begin(), incident["recipient"].end(),
                       [&](const Json& target) {
                         return side_of(target) == Side::kCivilians ||
                                (bound(target) && !same_party(actor, target));
                       });
  });
}

// By whose account: the sources named, else the paper itself.
Json accusers(const Json& incident) {
  std::set<std::string> found;
  for (const Json& told : incident["told"]) {
    if (told["according_to"].empty()) found.insert(text(told, "publisher"));
    for (const Json& source : told["according_to"]) found.insert(text(source, "name"));
  }
  found.erase("");
  return Json(found);
}

std::set<std::string> who(const Entry& talks) {
  std::set<std::string> found;
  for (const Json& participant : talks.body["participants"]) {
    const std::string country = text(participant, "country");
    found.insert(country.empty() ? name_key(text(participant, "name")) : country);
  }
  return found;
}

}  // namespace

std::optional<Interval> days_in_force(const Entry& ceasefire, std::optional<Day> now) {
  const Json& body = ceasefire.body;
  const auto agreed =
      entered(body, {"agreed", "in_force", "extended", "violated", "collapsed", "expired"});
  if (!agreed) return std::nullopt;
  const auto said = days(body, "begin_date");
  const Day begin = said ? said->end : *agreed;
  // What was extended after it had expired went on.
  const bool over = text(body, "state") == "collapsed" || text(body, "state") == "expired" ||
                    text(body, "state") == "rejected";
  std::optional<Day> end;
  if (over) end = entered(body, {text(body, "state")});
  const auto until = days(body, "end_date");
  const bool extended = entered(body, {"extended"}).has_value() ||
                        body["renewable"] == Json(true) || entered(body, {"violated"}).has_value();
  if (!end && until && !extended) end = until->end;
  if (!end) end = now;
  if (!end || *end < begin) return std::nullopt;
  return Interval{begin, *end};
}

Json violations_of(const Entry& ceasefire, std::span<const Entry> incidents,
                   std::optional<Day> now) {
  Json list = Json::array();
  const auto force = days_in_force(ceasefire, now);
  if (!force) return list;
  for (const Entry& incident : incidents) {
    const Json& body = incident.body;
    const auto happened = days(body, "date");
    if (!happened || happened->begin < force->begin || happened->end > force->end) continue;
    if (text(body, "type") != "ASSAULT" || text(body, "state") != "happened") continue;
    if (!in_area(body["place"], ceasefire.body["area"]) || !breaks(ceasefire.body, body)) continue;
    Json one;
    one["incident"] = incident.id;
    one["date"] = body["date"];
    one["place"] = text(body["place"], "name");
    one["by"] = names(body["actor"]);
    one["against"] = names(body["recipient"]);
    one["according_to"] = accusers(body);
    one["report"] = body["told"].empty() ? Json() : body["told"].front();
    list.push_back(std::move(one));
  }
  return list;
}

void expire(std::optional<Day> now, Entry* ceasefire) {
  Json& body = ceasefire->body;
  const std::string state = text(body, "state");
  if (!now || (state != "agreed" && state != "in_force")) return;
  const auto end = days(body, "end_date");
  if (!end || end->end >= *now || body["renewable"] == Json(true)) return;
  Json step;
  step["state"] = "expired";
  step["date"] = body["end_date"];
  step["report"] = Json();  // the calendar says so, no article
  body["state"] = "expired";
  body["history"].push_back(std::move(step));
}

bool is_earlier_round(const Entry& earlier, const Entry& later) {
  if (earlier.id == later.id || !earlier.days || !later.days) return false;
  if (earlier.days->end >= later.days->begin) return false;
  const std::string forum = text(later.body, "format");
  if (!forum.empty() && name_key(forum) == name_key(text(earlier.body, "format"))) return true;
  const std::set<std::string> parties = who(later);
  return parties.size() >= 2 && parties == who(earlier);
}

}  // namespace varde::ledger
