// The tree decoder against every possible tree.
#include "syntax/tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace varde::syntax {
namespace {

bool is_tree(const std::vector<uint32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0u) != 1) return false;
  for (size_t i = 0; i < heads.size(); ++i) {
    uint32_t at = static_cast<uint32_t>(i + 1);
    for (size_t steps = 0; at != 0; ++steps) {
      if (steps > heads.size() || heads[at - 1] > heads.size()) return false;
      at = heads[at - 1];
    }
  }
  return true;
}

double log_probability(const std::vector<float>& scores, const std::vector<uint32_t>& heads) {
  const size_t n = heads.size();
  double total = 0;
  for (size_t i = 0; i < n; ++i) {
    double sum = 0;
    for (size_t h = 0; h <= n; ++h) sum += std::exp(scores[i * (n + 1) + h]);
    total += scores[i * (n + 1) + heads[i]] - std::log(sum);
  }
  return total;
}

double best_by_enumeration(const std::vector<float>& scores, size_t n) {
  double best = -std::numeric_limits<double>::infinity();
  std::vector<uint32_t> heads(n, 0);
  while (true) {
    if (is_tree(heads)) best = std::max(best, log_probability(scores, heads));
    size_t i = 0;
    while (i < n && ++heads[i] > n) heads[i++] = 0;
    if (i == n) return best;
  }
}

TEST(BestTree, EqualsEnumeration) {
  std::mt19937 random(1);
  std::normal_distribution<float> normal(0, 2);
  for (size_t n = 1; n <= 5; ++n) {
    for (int repeat = 0; repeat < 60; ++repeat) {
      std::vector<float> scores(n * (n + 1));
      for (float& s : scores) s = normal(random);
      const auto heads = best_tree(scores.data(), n, n + 1);
      ASSERT_TRUE(is_tree(heads));
      EXPECT_NEAR(best_by_enumeration(scores, n), log_probability(scores, heads), 1e-4);
    }
  }
}

TEST(BestTree, HasOneRootWhateverTheScores) {
  std::mt19937 random(2);
  std::normal_distribution<float> normal(0, 5);
  for (size_t n : {2, 17, 60, 256}) {
    for (float to_root : {-50.0f, 0.0f, 50.0f}) {
      std::vector<float> scores(n * (n + 1));
      for (float& s : scores) s = normal(random);
      for (size_t i = 0; i < n; ++i) scores[i * (n + 1)] += to_root;
      EXPECT_TRUE(is_tree(best_tree(scores.data(), n, n + 1)));
    }
  }
}

TEST(BestTree, StandsNumbersThatAreNone) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const float infinite = std::numeric_limits<float>::infinity();
  const std::vector<float> all_nan(4 * 5, nan);
  EXPECT_TRUE(is_tree(best_tree(all_nan.data(), 4, 5)));
  const std::vector<float> all_infinite(4 * 5, -infinite);
  EXPECT_TRUE(is_tree(best_tree(all_infinite.data(), 4, 5)));
  EXPECT_TRUE(best_tree(nullptr, 0, 1).empty());
}

TEST(BestTree, NestedCycles) {
  // 1 and 2 want each other, 3 and 4 want each other, and the pairs want one another.
  const std::vector<float> scores = {
      0, 0, 9, 5, 0,  //
      0, 9, 0, 0, 0,  //
      0, 6, 0, 0, 9,  //
      1, 0, 0, 9, 0,
  };
  const auto heads = best_tree(scores.data(), 4, 5);
  EXPECT_TRUE(is_tree(heads));
  EXPECT_NEAR(best_by_enumeration(scores, 4), log_probability(scores, heads), 1e-4);
}

}  // namespace
}  // namespace varde::syntax
