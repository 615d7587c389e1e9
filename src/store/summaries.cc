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

constexpr size_t kPage = 1000;

// Makes rows of the rows of another table, page by page in the order of its ids.
Result<void> fill_table(Database* database, const std::string& select, const char* insert,
                        const std::function<std::optional<Values>(const Row&)>& make) {
  std::string id;
  while (true) {
    const auto rows =
        database->all(select + " AND id>$1 ORDER BY id LIMIT " + std::to_string(kPage), {id});
    if (!rows) return tl::unexpected(rows.error());
    std::vector<Values> made;
    for (const Row& row : *rows) {
      if (auto values = make(row)) made.push_back(*std::move(values));
    }
    if (auto done = database->run_many(insert, made); !done) return done;
    if (rows->size() < kPage) return {};
    id = rows->back().text(0);
  }
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

Result<void> fill_summaries(Database* database) {
  const auto facts = [](const Row& row) -> std::optional<Values> {
    ledger::Entry entry;
    entry.id = row.text(0);
    const auto begin = day_of(row, 1);
    const auto end = day_of(row, 2);
    if (begin && end) entry.days = Interval{*begin, *end};
    entry.last_known = day_of(row, 3);
    entry.reports = row.number(4);
    entry.body = Json::parse(row.text(5), nullptr, false);
    if (!entry.body.is_object()) return std::nullopt;
    return facts_row(entry);
  };
  const auto review = [](const Row& row) -> std::optional<Values> {
    const auto report = ledger::report_from_json(row.text(1));
    if (!report) return std::nullopt;
    return review_row(*report);
  };
  // The "+" keeps it to the ids, in whose order the pages come.
  const std::string incidents =
      "SELECT id, begin_day, end_day, changed_day, reports, json FROM entry WHERE +kind=" +
      std::to_string(static_cast<int>(Kind::kIncident));
  if (auto done = fill_table(database, incidents, kInsertFacts, facts); !done) return done;
  return fill_table(database, "SELECT id, json FROM report WHERE component<>'' AND machine IS NULL",
                    kInsertReview, review);
}

}  // namespace varde::store
