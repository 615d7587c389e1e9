#include "ledger/grouping.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace varde::ledger {
namespace {

// How well a report fits a group: the mean likeness to those members that can be compared with it
// (those of long ago cannot), if one of them is alike and none contradicts; else 0.
double fit(const std::vector<Profile>& profiles, const Group& group, size_t report) {
  double best = 0;
  double sum = 0;
  size_t compared = 0;
  for (const size_t member : group) {
    const double alike = likeness(profiles[member], profiles[report]);
    if (alike <= kContradiction) return 0;
    best = std::max(best, alike);
    sum += alike;
    compared += alike != 0 ? 1 : 0;
  }
  return best >= kJoins ? sum / static_cast<double>(compared) : 0;
}

}  // namespace

std::vector<Group> group(const std::vector<Profile>& profiles) {
  // Members fit on average too, so that a chain of likenesses does not join what is unlike.
  constexpr double kLeastMean = kJoins / 2;
  std::vector<Group> groups;
  for (size_t report = 0; report < profiles.size(); ++report) {
    Group* chosen = nullptr;
    double best = kLeastMean;
    for (Group& candidate : groups) {
      const double fits = fit(profiles, candidate, report);
      if (fits > best) {
        best = fits;
        chosen = &candidate;
      }
    }
    if (chosen == nullptr) chosen = &groups.emplace_back();
    chosen->push_back(report);
  }
  return groups;
}

std::vector<Group> components(const std::vector<Profile>& profiles) {
  std::vector<size_t> root(profiles.size());
  std::iota(root.begin(), root.end(), size_t{0});
  const auto find = [&](size_t at) {
    while (root[at] != at) at = root[at] = root[root[at]];
    return at;
  };
  // Only reports with a blocking key in common can be alike.
  std::unordered_map<std::string_view, Group> by_key;
  for (size_t b = 0; b < profiles.size(); ++b) {
    for (const std::string& key : profiles[b].keys) {
      Group& sharing = by_key[key];
      for (const size_t a : sharing) {
        const size_t left = find(a);
        const size_t right = find(b);
        if (left == right || likeness(profiles[a], profiles[b]) < kJoins) continue;
        root[std::max(left, right)] = std::min(left, right);
      }
      sharing.push_back(b);
    }
  }
  std::vector<Group> found(profiles.size());
  for (size_t at = 0; at < profiles.size(); ++at) found[find(at)].push_back(at);
  std::erase_if(found, [](const Group& group) { return group.empty(); });
  return found;
}

}  // namespace varde::ledger
