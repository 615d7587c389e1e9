// How far those who coded the same things agree, beyond chance.
#ifndef VARDE_LEDGER_AGREEMENT_H_
#define VARDE_LEDGER_AGREEMENT_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace varde::ledger {

// What each coder says of one thing: values by the coder's name. Values are nominal: equal or not.
using Unit = std::map<std::string, std::string>;

// Of the units that both have coded (Cohen 1960). `kappa` is nothing when there are none or when
// both use but one and the same value, so that chance alone would agree.
struct Kappa {
  size_t units = 0;
  double agreed = 0;  // share of the units
  std::optional<double> kappa;
};
Kappa cohens_kappa(const std::vector<Unit>& units, const std::string& a, const std::string& b);

// Of all coders; units with fewer than two values do not count (Krippendorff 2011, "Computing
// Krippendorff's Alpha-Reliability", nominal data with missing values). Nothing where undefined.
std::optional<double> krippendorffs_alpha(const std::vector<Unit>& units);

}  // namespace varde::ledger

#endif  // VARDE_LEDGER_AGREEMENT_H_
