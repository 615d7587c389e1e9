// How much speaks for two reports being of one and the same thing.
//
// A weighted comparison of fields in the manner of record linkage (Fellegi & Sunter 1969): places,
// days, parties, numbers and words that agree count for it, what cannot be true of one thing (other
// days, other places, another kind) rules it out. The weights are set by hand, in likeness.cc; the
// unit is "one good reason", and three of them join (kJoins).
#ifndef VARDE_LEDGER_LIKENESS_H_
#define VARDE_LEDGER_LIKENESS_H_

#include <optional>
#include <string>
#include <vector>

#include "ledger/report.h"

namespace varde::ledger {

inline constexpr double kJoins = 3.0;
inline constexpr double kContradiction = -1e9;

// A report with what comparing it needs, worked out once. The report must outlive it.
struct Profile {
  explicit Profile(const Report& report);

  const Report* report;
  std::optional<Interval> days;    // possible_days
  std::string place;               // look-up key; empty: none
  bool whole_country = false;      // the place is a country
  std::vector<std::string> names;  // of the parties, as look-up keys, in their order
  std::vector<std::string> words;  // of the quote, sorted: long words and numbers
  // Blocking keys, sorted: reports without one in common are not one thing. How many reports share
  // a key depends on how much is reported of a country in a few weeks, not on how much is stored.
  std::vector<std::string> keys;
};

// Symmetric. At least kJoins: one thing; kContradiction: certainly two. A pure function of both.
double likeness(const Profile& a, const Profile& b);

}  // namespace varde::ledger

#endif  // VARDE_LEDGER_LIKENESS_H_
