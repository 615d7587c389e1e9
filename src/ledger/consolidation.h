// One value from what several reports say, and what they disagree on.
#ifndef VARDE_LEDGER_CONSOLIDATION_H_
#define VARDE_LEDGER_CONSOLIDATION_H_

#include <optional>
#include <string>
#include <vector>

#include "ledger/entry.h"
#include "ledger/report.h"

namespace varde::ledger {

using Reports = std::vector<const Report*>;  // in the order of reported_before

Json to_json(const std::optional<Interval>& days);  // {"begin", "end"} or null
Json to_json(const std::optional<Place>& place);
Json text_or_null(const std::string& text);

// Those in a role in any report, each once under the fullest name, those named most often first;
// `certainty` is what the last report says of them.
struct Named {
  Party party;
  std::vector<std::string> reports;  // ids
};
std::vector<Named> named_in(const Reports& reports, Role role);
Json to_json(const std::vector<Named>& parties);

// Whether a party, as JSON, goes by one of the names.
bool is_among(const Json& party, const Json& names);

// The most exact place that most reports name.
std::optional<Place> place_of(const Reports& reports);

// The days that all dated reports allow, or the shortest stated interval when they exclude each
// other.
std::optional<Interval> days_of(const Reports& reports);

// What a report adds to an entry: its id, article, source and words.
Json telling(const Report& report);

// A state that a process came into: when, by which report. `day` is when it happened where the
// report says so.
struct Transition {
  std::string state;
  const Report* report;
  std::optional<Interval> day;
};
Json to_json(const std::vector<Transition>& history);

// The last value that a report gives; nothing when none does.
template <class T>
std::optional<T> latest(const Reports& reports, std::optional<T> Report::*field) {
  std::optional<T> value;
  for (const Report* report : reports) {
    if (report->*field) value = report->*field;
  }
  return value;
}

std::string latest(const Reports& reports, std::string Report::*field);

}  // namespace varde::ledger

#endif  // VARDE_LEDGER_CONSOLIDATION_H_
