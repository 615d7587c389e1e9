#include "ledger/agreement.h"

namespace varde::ledger {

Kappa cohens_kappa(const std::vector<Unit>& units, const std::string& a, const std::string& b) {
  Kappa found;
  size_t equal = 0;
  std::map<std::string, std::pair<size_t, size_t>> used;  // how often by each
  for (const Unit& unit : units) {
    const auto first = unit.find(a);
    const auto second = unit.find(b);
    if (first == unit.end() || second == unit.end()) continue;
    ++found.units;
    equal += first->second == second->second ? 1 : 0;
    ++used[first->second].first;
    ++used[second->second].second;
  }
  if (found.units == 0) return found;
  const auto count = static_cast<double>(found.units);
  found.agreed = static_cast<double>(equal) / count;
  double chance = 0;
  for (const auto& [value, by] : used) {
    chance += static_cast<double>(by.first) * static_cast<double>(by.second) / (count * count);
  }
  if (chance < 1) found.kappa = (found.agreed - chance) / (1 - chance);
  return found;
}

std::optional<double> krippendorffs_alpha(const std::vector<Unit>& units) {
  std::map<std::string, double> totals;  // of each value, among pairable ones
  double pairable = 0;
  double unequal = 0;  // observed coincidences of unequal values
  for (const Unit& unit : units) {
    if (unit.size() < 2) continue;
    std::map<std::string, double> values;
    for (const auto& [coder, value] : unit) ++values[value];
    const auto coders = static_cast<double>(unit.size());
    for (const auto& [value, times] : values) {
      totals[value] += times;
      unequal += times * (coders - times) / (coders - 1);
    }
    pairable += coders;
  }
  double expected = 0;
  for (const auto& [value, times] : totals) expected += times * (pairable - times);
  if (expected <= 0) return std::nullopt;
  return 1 - (pairable - 1) * unequal / expected;
}

}  // namespace varde::ledger
