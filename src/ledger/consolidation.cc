#include "ledger/consolidation.h"

#include <algorithm>
#include <map>

#include "base/json_fields.h"
#include "base/utf8.h"
#include "output/json_writer.h"

namespace varde::ledger {
namespace {

std::string valid(const std::string& text) { return is_valid_utf8(text) ? text : printable(text); }

// Armies and armed groups go by many words ("hæren", "the Syrian army"); of governments and persons
// several may take part.
bool is_force(const Party& party) {
  return !party.country.empty() &&
         std::any_of(party.sector.begin(), party.sector.end(),
                     [](const std::string& s) { return s == "MIL" || s == "REB"; });
}

// Whether two parties are one: by the knowledge base, by name, or forces of the same code.
bool same(const Party& a, const Party& b) {
  if (!a.canonical.empty() || !b.canonical.empty()) {
    if (a.canonical == b.canonical) return true;
    if (!a.canonical.empty() && !b.canonical.empty()) return false;
  }
  if (!a.name.empty() && name_key(a.name) == name_key(b.name)) return true;
  if (a.name.empty() && b.name.empty()) return code_of(a) == code_of(b);
  return is_force(a) && code_of(a) == code_of(b);
}

// A long name says more than a short one; one with a code more than one without.
bool says_more(const Party& a, const Party& b) {
  const auto rank = [](const Party& p) {
    return std::tuple(!p.canonical.empty(), !p.country.empty(), p.sector.size(),
                      count_code_points(p.name));
  };
  return rank(a) > rank(b);
}

Json degrees(const std::optional<double>& value) {
  constexpr int kDecimals = 5;
  return value ? Json(rounded(*value, kDecimals)) : Json();
}

}  // namespace

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(valid(text)); }

Json to_json(const std::optional<Interval>& days) {
  if (!days) return {};
  Json json;
  json["begin"] = to_string(days->begin);
  json["end"] = to_string(days->end);
  return json;
}

Json to_json(const std::optional<Place>& place) {
  if (!place) return {};
  Json json;
  json["name"] = text_or_null(place->name);
  json["country"] = text_or_null(place->country);
  json["lat"] = degrees(place->latitude);
  json["lon"] = degrees(place->longitude);
  return json;
}

std::vector<Named> named_in(const Reports& reports, Role role) {
  std::vector<Named> found;
  for (const Report* report : reports) {
    for (const Party& party : report->parties) {
      if (party.role != role) continue;
      auto known = std::find_if(found.begin(), found.end(),
                                [&](const Named& n) { return same(n.party, party); });
      if (known == found.end()) {
        found.push_back({party, {report->id}});
        continue;
      }
      if (says_more(party, known->party)) known->party = party;
      known->party.certainty = party.certainty;
      if (known->reports.back() != report->id) known->reports.push_back(report->id);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Named& a, const Named& b) {
    return a.reports.size() > b.reports.size();
  });
  return found;
}

Json to_json(const std::vector<Named>& parties) {
  Json list = Json::array();
  for (const Named& one : parties) {
    Json json;
    json["name"] = text_or_null(one.party.name);
    json["canonical"] = text_or_null(one.party.canonical);
    json["country"] = text_or_null(one.party.country);
    json["sector"] = one.party.sector;
    const char* sure = one.party.role == Role::kParticipant ? "attendance"
                       : one.party.role == Role::kSource    ? "stance"
                                                            : "certainty";
    json[sure] = one.party.certainty;
    json["reports"] = one.reports.size();
    list.push_back(std::move(json));
  }
  return list;
}

bool is_among(const Json& party, const Json& names) {
  return std::any_of(names.begin(), names.end(), [&](const Json& name) {
    const std::string key = name_key(name.get<std::string>());
    return key == name_key(text(party, "name")) || key == name_key(text(party, "canonical"));
  });
}

std::optional<Place> place_of(const Reports& reports) {
  const auto exactness = [](const Place& place) {
    return place.latitude ? 2 : place.country.empty() ? 1 : 0;
  };
  std::map<std::string, int> times;
  for (const Report* report : reports) {
    if (report->place) ++times[name_key(report->place->name)];
  }
  const Place* best = nullptr;
  std::pair<int, int> score;
  for (const Report* report : reports) {
    if (!report->place) continue;
    const std::pair<int, int> own{exactness(*report->place), times[name_key(report->place->name)]};
    if (best == nullptr || own > score) {
      best = &*report->place;
      score = own;
    }
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

std::optional<Interval> days_of(const Reports& reports) {
  std::optional<Interval> common;
  std::optional<Interval> shortest;
  bool agree = true;
  for (const Report* report : reports) {
    if (!report->date) continue;
    const Interval& days = *report->date;
    if (!shortest || days.end - days.begin < shortest->end - shortest->begin) shortest = days;
    if (!common) {
      common = days;
    } else {
      common = Interval{std::max(common->begin, days.begin), std::min(common->end, days.end)};
      agree = agree && common->begin <= common->end;
    }
  }
  return agree ? common : shortest;
}

Json telling(const Report& report) {
  constexpr int kDecimals = 3;
  Json json;
  json["id"] = report.id;
  json["document"] = valid(report.article.id);
  json["publisher"] = text_or_null(report.article.publisher);
  json["language"] = text_or_null(report.article.language);
  const auto day = known(report);
  json["published"] = day ? Json(to_string(*day)) : Json();
  Json sources = Json::array();
  for (const Party& party : report.parties) {
    if (party.role != Role::kSource) continue;
    Json source;
    source["name"] = text_or_null(party.name);
    source["code"] = code_of(party);
    source["stance"] = party.certainty;
    sources.push_back(std::move(source));
  }
  json["according_to"] = std::move(sources);
  json["confidence"] = rounded(report.confidence, kDecimals);
  json["begin"] = report.evidence.begin;
  json["end"] = report.evidence.end;
  json["quote"] = valid(report.quote);
  return json;
}

Json to_json(const std::vector<Transition>& history) {
  Json list = Json::array();
  for (const Transition& step : history) {
    Json json;
    json["state"] = step.state;
    json["date"] = to_json(step.day);
    json["report"] = telling(*step.report);
    list.push_back(std::move(json));
  }
  return list;
}

std::string latest(const Reports& reports, std::string Report::*field) {
  for (auto report = reports.rbegin(); report != reports.rend(); ++report) {
    if (!((*report)->*field).empty()) return (*report)->*field;
  }
  return "";
}

}  // namespace varde::ledger
