#include "store/summaries.h"

#include <algorithm>

#include "base/json_fields.h"
#include "store/ledger_tables.h"

namespace varde::store {
namespace {

using ledger::Json;
using ledger::Kind;

Value real(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number() ? Value(found->get<double>()) : Value(Null{});
}

// "RUS:GOV", or "RUS", of the first who has a country or a sector: what the filter `actor` knows.
std::string first_code(const Json& parties) {
  for (const Json& party : parties) {
    const Json& sectors = party["sector"];
    const std::string country = text(party, "country");
    const std::string sector = sectors.empty() ? "" : sectors[0].get<std::string>();
    std::string code = country;
    if (!sector.empty()) code.append(":").append(sector);
    if (!code.empty()) return code;
  }
  return "";
}

// What hangs on a record of this kind: what moves a process or counts the dead, most.
double importance(const ledger::Report& report) {
  switch (report.kind) {
    case Kind::kCeasefire:
      return 1;
    case Kind::kResolution:
    case Kind::kToll:
      return 0.9;
    case Kind::kControl:
      return 0.8;
    case Kind::kTalks:
      return 0.6;
    case Kind::kIncident:
      break;
  }
  // Quad classes: verbal and material cooperation, verbal and material conflict.
  constexpr double kOfQuad[] = {0.3, 0.3, 0.5, 0.4, 0.8};
  return kOfQuad[std::clamp(report.quad, 0, 4)];
}

}  // namespace

Values facts_row(const ledger::Entry& incident) {
  const Json& body = incident.body;
  const Json place = body["place"].is_object() ? body["place"] : Json::object();
  return {incident.id,
          day_value(incident.days ? std::optional(incident.days->begin) : std::nullopt),
          day_value(incident.days ? std::optional(incident.days->end) : std::nullopt),
          day_value(incident.last_known),
          incident.reports,
          text(body, "type"),
          text(body, "state"),
          body["quad"].is_number() ? body["quad"].get<int64_t>() : int64_t{0},
          text(place, "country"),
          text(place, "name"),
          real(place, "lat"),
          real(place, "lon"),
          first_code(body["actor"]),
          first_code(body["recipient"])};
}

double review_score(const ledger::Report& report) {
  return std::clamp(1 - report.confidence, 0.0, 1.0) * importance(report);
}

Values review_row(const ledger::Report& report) {
  return {report.id, static_cast<int64_t>(report.kind), review_score(report)};
}

}  // namespace varde::store
