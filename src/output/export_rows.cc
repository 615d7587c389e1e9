// The fields that the columns of export formats may take, by name.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/utf8.h"
#include "output/export_table.h"
#include "varde/date.h"

namespace varde {
namespace {

using Json = nlohmann::ordered_json;

std::string text(const Json& object, const char* name) {
  if (!object.is_object()) return "";
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return "";
  return found->is_string() ? found->get<std::string>() : found->dump();
}

// A number that stands for an id in datasets that count: 12 hexadecimal digits and the record.
std::string number_of(const std::string& id) {
  constexpr uint64_t kRecords = 1000;
  uint64_t number = 0;
  size_t at = 0;
  for (; at < id.size() && id[at] != '/'; ++at) {
    const char c = id[at];
    number = number * 16 + static_cast<uint64_t>(c >= 'a' ? c - 'a' + 10 : c - '0');
  }
  uint64_t record = 0;
  for (at += 2; at < id.size(); ++at) record = record * 10 + static_cast<uint64_t>(id[at] - '0');
  return std::to_string(number * kRecords + record % kRecords);
}

std::string compact(const std::string& day) {
  std::string digits = day;
  std::erase(digits, '-');
  return digits;
}

// How exact an interval is, in UCDP's five grades.
std::string precision(Day begin, Day end) {
  const auto days = (end - begin).count() + 1;
  return days == 1 ? "1" : days <= 6 ? "2" : days == 7 ? "3" : days <= 31 ? "4" : "5";
}

void add_date(const Json& date, ExportRow* row) {
  const auto begin = parse_day(text(date, "begin"));
  const auto end = parse_day(text(date, "end"));
  if (!begin || !end) return;
  const std::chrono::year_month_day day{*begin};
  const auto month = static_cast<unsigned>(day.month());
  const auto in_month = static_cast<unsigned>(day.day());
  (*row)["date.begin"] = to_string(*begin);
  (*row)["date.end"] = to_string(*end);
  (*row)["date.compact"] = compact(to_string(*begin));
  (*row)["date.year_month"] = compact(to_string(*begin)).substr(0, 6);
  (*row)["date.year"] = to_string(*begin).substr(0, 4);
  (*row)["date.fraction"] =
      fmt::format("{:.4f}", static_cast<int>(day.year()) + ((month - 1) * 30 + in_month) / 365.0);
  (*row)["date.precision"] = precision(*begin, *end);
}

// The half-degree cell of PRIO-GRID (Tollefsen, Strand & Buhaug 2012).
std::string priogrid(double latitude, double longitude) {
  constexpr int kColumns = 720;
  const int north = static_cast<int>(std::floor((latitude + 90) * 2));
  const int east = static_cast<int>(std::floor((longitude + 180) * 2));
  return std::to_string(north * kColumns + east + 1);
}

void add_place(const Json& place, const ExportCodes& codes, ExportRow* row) {
  if (!place.is_object()) return;
  const std::string country = text(place, "country");
  const bool exact = place["lat"].is_number() && place["lon"].is_number();
  (*row)["place.name"] = text(place, "name");
  (*row)["place.country"] = country;
  (*row)["place.country_name"] = codes.country(country, "name");
  (*row)["place.gw"] = codes.country(country, "gw");
  (*row)["place.fips"] = codes.country(country, "fips");
  const std::string region = codes.country(country, "region");
  (*row)["place.region"] = region;
  for (const auto& [name, number] : {std::pair{"Europe", "1"},
                                     {"Middle East", "2"},
                                     {"Asia", "3"},
                                     {"Africa", "4"},
                                     {"Americas", "5"}}) {
    if (region == name) (*row)["place.region_number"] = number;
  }
  if (!country.empty()) {
    (*row)["place.gdelt_type"] = exact ? "4" : "1";
    (*row)["place.precision"] = exact ? "1" : "6";
  }
  if (!exact) return;
  const double latitude = place["lat"].get<double>();
  const double longitude = place["lon"].get<double>();
  (*row)["place.lat"] = text(place, "lat");
  (*row)["place.lon"] = text(place, "lon");
  (*row)["place.wkt"] = "POINT (" + text(place, "lon") + " " + text(place, "lat") + ")";
  (*row)["place.priogrid"] = priogrid(latitude, longitude);
}

std::string sectors(const Json& party) {
  std::string joined;
  for (const Json& sector : party["sector"]) {
    joined += (joined.empty() ? "" : "+") + sector.get<std::string>();
  }
  return joined;
}

// Joins what `each` makes of the parties; a ';' in an item becomes ',' so that lists come apart.
template <class Each>
std::string joined(const Json& parties, Each each) {
  std::string list;
  for (const Json& party : parties) {
    std::string item = each(party);
    std::replace(item.begin(), item.end(), ';', ',');
    list += (&party == &parties.front() ? "" : ";") + item;
  }
  return list;
}

bool has_sector(const Json& party, std::initializer_list<std::string_view> any) {
  return std::any_of(party["sector"].begin(), party["sector"].end(), [&](const Json& sector) {
    return std::find(any.begin(), any.end(), sector.get<std::string>()) != any.end();
  });
}

void add_parties(const std::string& role, const Json& parties, const ExportCodes& codes,
                 ExportRow* row) {
  (*row)[role + ".names"] = joined(parties, [](const Json& p) { return text(p, "name"); });
  (*row)[role + ".countries"] = joined(parties, [](const Json& p) { return text(p, "country"); });
  (*row)[role + ".sectors"] = joined(parties, [](const Json& p) { return sectors(p); });
  (*row)[role + ".codes"] =
      joined(parties, [](const Json& p) { return text(p, "country") + ":" + sectors(p); });
  if (parties.empty()) return;
  const Json& first = parties.front();
  const std::string country = codes.country(text(first, "country"), "cameo");
  std::string code = country;
  int types = 0;
  for (const Json& sector : first["sector"]) {
    const std::string type = codes.sector(sector.get<std::string>());
    if (type.empty() || types == 3) continue;
    code += type;
    (*row)[role + ".cameo_type" + std::to_string(++types)] = type;
  }
  (*row)[role + ".cameo_code"] = code;
  (*row)[role + ".cameo_country"] = country;
  const std::string name = text(first, "canonical");
  (*row)[role + ".name"] = name.empty() ? text(first, "name") : name;
  if (has_sector(first, {"GOV", "MIL", "COP", "SPY"})) {
    (*row)[role + ".gw"] = codes.country(text(first, "country"), "gw");
  }
}

// 1 a state against an organised side, 2 two organised sides, 3 an organised side against
// civilians.
std::string kind_of_violence(const Json& incident) {
  if (incident["actor"].empty() || incident["recipient"].empty()) return "";
  const Json& actor = incident["actor"].front();
  const Json& target = incident["recipient"].front();
  const auto state = [](const Json& p) { return has_sector(p, {"GOV", "MIL", "COP", "SPY"}); };
  const auto organised = [](const Json& p) { return has_sector(p, {"REB", "SEP", "UAF", "OPP"}); };
  if (has_sector(target, {"CVL", "REF"})) return state(actor) || organised(actor) ? "3" : "";
  if ((state(actor) && (organised(target) || state(target))) ||
      (organised(actor) && state(target))) {
    return "1";
  }
  return organised(actor) && organised(target) ? "2" : "";
}

void add_killed(const Json& toll, ExportRow* row) {
  if (!toll.is_object()) return;
  (*row)["killed.low"] = text(toll, "low");
  (*row)["killed.high"] = text(toll, "high");
  (*row)["killed.best"] = text(toll, "low");
  (*row)["killed.disputed"] = text(toll, "disputed");
  int64_t civilians = 0;
  for (const Json& claim : toll["claims"]) {
    const bool counts = claim["replaced"] != Json(true) && claim["low"].is_number();
    if (counts && text(claim, "who") == "civilians") {
      civilians = std::max(civilians, claim["low"].get<int64_t>());
    }
  }
  if (!toll["low"].is_number()) return;
  // Sources differ; the civilians of one are at most all the dead of another.
  const auto all = toll["low"].get<int64_t>();
  civilians = std::min(civilians, all);
  if (civilians > 0) (*row)["killed.civilians"] = std::to_string(civilians);
  (*row)["killed.unknown"] = std::to_string(all - civilians);
}

std::string publishers(const Json& told) {
  std::set<std::string> names;
  for (const Json& report : told) names.insert(text(report, "publisher"));
  names.erase("");
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ";") + name;
  return list;
}

// The status as PLOVER's context.
std::string context_of(const std::string& state) {
  if (state == "announced") return "future";
  if (state == "possible") return "hypothetical";
  return state == "denied" || state == "cancelled" ? "negation" : "";
}

void add_reports(const Json& entry, ExportRow* row) {
  (*row)["id"] = text(entry, "id");
  (*row)["number"] = number_of(text(entry, "id"));
  (*row)["state"] = text(entry, "state");
  for (const char* name : {"reports", "publishers", "first_report", "last_report", "confidence"}) {
    (*row)[name] = text(entry, name);
  }
  (*row)["first_report.compact"] = compact(text(entry, "first_report"));
  (*row)["offices"] = publishers(entry["told"]);
}

// The day in three fields.
void add_day(const std::string& field, const std::string& day, ExportRow* row) {
  const auto parsed = parse_day(day);
  if (!parsed) return;
  const std::chrono::year_month_day parts{*parsed};
  (*row)[field + ".year"] = std::to_string(static_cast<int>(parts.year()));
  (*row)[field + ".month"] = std::to_string(static_cast<unsigned>(parts.month()));
  (*row)[field + ".day"] = std::to_string(static_cast<unsigned>(parts.day()));
}

// When it came into one of the states: the first step there.
std::string entered(const Json& ceasefire, std::initializer_list<std::string_view> states) {
  for (const Json& step : ceasefire["history"]) {
    if (std::find(states.begin(), states.end(), text(step, "state")) == states.end()) continue;
    const std::string said = text(step["date"], "begin");
    return said.empty() ? text(step["report"], "published") : said;
  }
  return "";
}

void add_terms(const Json& ceasefire, ExportRow* row) {
  const std::string purpose = text(ceasefire, "purpose");
  (*row)["purpose.unclear"] = purpose.empty() ? "1" : "0";
  if (!purpose.empty()) {
    const bool relief = purpose == "humanitarian" || purpose == "evacuation";
    (*row)["purpose.humanitarian"] = relief ? "1" : "0";
    (*row)["purpose.peace_process"] = purpose == "peace_process" ? "1" : "0";
    (*row)["purpose.holiday"] = purpose == "holiday" ? "1" : "0";
    (*row)["purpose.other"] = purpose == "other" ? "1" : "0";
  }
  if (ceasefire["duration_hours"].is_number()) {
    const double days = std::ceil(ceasefire["duration_hours"].get<double>() / 24);
    (*row)["fixed"] = "1";
    (*row)["fixed_days"] = fmt::format("{:.0f}", days);
  } else if (ceasefire["end_date"].is_object()) {
    (*row)["fixed"] = "1";
  }
  const Json& area = ceasefire["area"];
  if (area.is_object()) (*row)["partial"] = area["lat"].is_number() ? "1" : "0";
  if (!ceasefire["brokered_by"].empty()) {
    (*row)["brokered"] = "1";
    std::string names =
        joined(ceasefire["brokered_by"], [](const Json& p) { return text(p, "name"); });
    std::replace(names.begin(), names.end(), ';', ',');
    (*row)["brokers"] = names;
  }
}

void add_end(const Json& ceasefire, ExportRow* row) {
  const std::string state = text(ceasefire, "state");
  const bool over = state == "expired" || state == "collapsed" || state == "rejected";
  (*row)["ended"] = state == "expired"     ? "1"
                    : state == "collapsed" ? "2"
                    : state == "rejected"  ? "3"
                                           : "0";
  if (!over) return;
  add_day("ended", entered(ceasefire, {"expired", "collapsed", "rejected"}), row);
}

}  // namespace

ExportRow incident_row(const Json& incident, const Json& toll, const ExportCodes& codes) {
  ExportRow row;
  add_reports(incident, &row);
  row["type"] = text(incident, "type");
  row["context"] = context_of(text(incident, "state"));
  row["quad"] = text(incident, "quad");
  const std::string cameo = text(incident, "cameo");
  row["cameo"] = cameo;
  row["cameo.base"] = cameo.substr(0, 3);
  row["cameo.root"] = cameo.substr(0, 2);
  row["goldstein"] = codes.goldstein(cameo);
  row["modes"] = joined(incident["mode"], [](const Json& mode) { return mode.get<std::string>(); });
  add_date(incident["date"], &row);
  add_place(incident["place"], codes, &row);
  add_parties("actor", incident["actor"], codes, &row);
  add_parties("recipient", incident["recipient"], codes, &row);
  for (const char* role : {"actor", "recipient"}) {
    if (incident[role].empty()) continue;
    row[std::string(role) + ".upper_name"] = to_upper(text(incident[role].front(), "name"));
  }
  row["violence"] = kind_of_violence(incident);
  if (row["violence"] == "3") row["recipient.name"] = "Civilians";
  if (row.contains("actor.name") && row.contains("recipient.name")) {
    row["dyad"] = row["actor.name"] + " - " + row["recipient.name"];
  }
  row["sources"] = joined(incident["according_to"], [](const Json& p) { return text(p, "name"); });
  row["contradictions"] =
      joined(incident["contradictions"], [](const Json& c) { return text(c, "field"); });
  add_killed(toll, &row);
  return row;
}

std::vector<ExportRow> ceasefire_rows(const Json& ceasefire, const ExportCodes& codes) {
  ExportRow common;
  add_reports(ceasefire, &common);
  add_place(ceasefire["area"], codes, &common);
  add_day("declared", entered(ceasefire, {"agreed", "in_force"}), &common);
  add_day("effect", text(ceasefire["begin_date"], "begin"), &common);
  add_terms(ceasefire, &common);
  add_end(ceasefire, &common);
  const Json& parties = ceasefire["parties"];
  if (!parties.empty()) {
    common["sides"] = std::to_string(std::min<size_t>(parties.size(), 3));
  }
  if (parties.empty()) return {common};
  std::vector<ExportRow> rows;
  for (const Json& party : parties) {
    rows.push_back(common);
    const std::string name = text(party, "canonical");
    rows.back()["party.name"] = name.empty() ? text(party, "name") : name;
  }
  return rows;
}

}  // namespace varde
