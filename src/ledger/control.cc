// Control: who holds a place over time, by whose account.

#include <algorithm>

#include "ledger/consolidation.h"
#include "ledger/entry.h"

namespace varde::ledger {
namespace {

// When a claim holds: the day it names, else the day it was published.
std::optional<Day> day_of(const Report& report) {
  return report.date ? std::optional(report.date->end) : known(report);
}

Json names(const Report& report, Role role) {
  Json list = Json::array();
  for (const Party& party : report.parties) {
    if (party.role != role) continue;
    Json one;
    one["name"] = text_or_null(party.name);
    one["canonical"] = text_or_null(party.canonical);
    one["country"] = text_or_null(party.country);
    one["sector"] = party.sector;
    list.push_back(std::move(one));
  }
  return list;
}

Json claim_json(const Report& report) {
  Json json;
  json["date"] = to_json(report.date);
  json["change"] = text_or_null(report.type);
  json["holder"] = names(report, Role::kHolder);
  json["from"] = names(report, Role::kFrom);
  json["share"] = report.amount ? Json(*report.amount) : Json();
  json["report"] = telling(report);
  return json;
}

// Whose holder's codes are, for comparing claims.
std::string codes(const Report& report) {
  std::vector<std::string> found;
  for (const Party& party : report.parties) {
    if (party.role == Role::kHolder) found.push_back(code_of(party));
  }
  std::sort(found.begin(), found.end());
  std::string joined;
  for (const std::string& code : found) joined += code + ";";
  return joined;
}

}  // namespace

void describe_control(const Reports& reports, Json* body) {
  Reports claims = reports;
  std::stable_sort(claims.begin(), claims.end(), [](const Report* a, const Report* b) {
    return day_of(*a).value_or(Day::min()) < day_of(*b).value_or(Day::min());
  });
  const Report* last = nullptr;  // that names a holder
  bool disputed = false;
  for (const Report* claim : claims) {
    if (codes(*claim).empty()) continue;
    disputed = last != nullptr && day_of(*last) == day_of(*claim) && codes(*last) != codes(*claim);
    last = claim;
  }
  (*body)["place"] = to_json(place_of(reports));
  (*body)["holder"] = last == nullptr ? Json::array() : names(*last, Role::kHolder);
  (*body)["since"] = last == nullptr ? Json() : to_json(last->date);
  (*body)["state"] = claims.back()->type;
  (*body)["disputed"] = disputed;
  Json list = Json::array();
  for (const Report* claim : claims) list.push_back(claim_json(*claim));
  (*body)["claims"] = std::move(list);
}

}  // namespace varde::ledger
