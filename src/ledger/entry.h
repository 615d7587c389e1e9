// What a ledger says of one thing: an incident, a ceasefire, a meeting, … put together from the
// reports of it. docs/ledgers.md describes the fields of each kind.
#ifndef VARDE_LEDGER_ENTRY_H_
#define VARDE_LEDGER_ENTRY_H_

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/report.h"

namespace varde::ledger {

using Json = nlohmann::ordered_json;

struct Entry {
  std::string id;  // that of its first report
  Kind kind = Kind::kIncident;
  std::optional<Interval> days;    // when it happened or held; from publication when nothing says
  std::optional<Interval> span;    // all days that any of its reports allows
  std::optional<Day> first_known;  // publication of the first report
  std::optional<Day> last_known;   // and of the last
  int64_t reports = 0;             // articles that report it
  std::vector<std::string> facets;  // what it can be found by, sorted: "actor|…", "country|…", …
  Json body;                        // as it is written out
};

// The entries that the reports make, in the order of their first reports. A pure function of the
// set: the order of `reports` does not matter.
std::vector<Entry> entries_of(std::vector<Report> reports);

// One entry of the reports, which are in the order of reported_before and of one kind.
Entry entry_of(const std::vector<const Report*>& reports);

// What a report can be found by: "actor|<name, RUS, RUS:GOV>", "country|SYR", "place|<name>",
// "type|ASSAULT", "source|<name, publisher or country>". Names as look-up keys.
std::vector<std::string> facets_of(const Report& report);

// "field|value" in one line, the value cut where it is too long for a name and for an index.
std::string facet(std::string_view field, std::string_view value);

// The fields of the body that one kind fills. `reports` as for entry_of.
void describe_incident(const std::vector<const Report*>& reports, Json* body);
void describe_toll(const std::vector<const Report*>& reports, Json* body);
void describe_ceasefire(const std::vector<const Report*>& reports, Json* body);
void describe_talks(const std::vector<const Report*>& reports, Json* body);
void describe_resolution(const std::vector<const Report*>& reports, Json* body);
void describe_control(const std::vector<const Report*>& reports, Json* body);

}  // namespace varde::ledger

#endif  // VARDE_LEDGER_ENTRY_H_
