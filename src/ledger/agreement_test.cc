#include "ledger/agreement.h"

#include <gtest/gtest.h>

namespace varde::ledger {
namespace {

// `yes` of `count` units each.
std::vector<Unit> table(int both, int only_a, int only_b, int neither) {
  std::vector<Unit> units;
  const auto add = [&](int count, const char* a, const char* b) {
    for (int i = 0; i < count; ++i) units.push_back({{"a", a}, {"b", b}});
  };
  add(both, "yes", "yes");
  add(only_a, "yes", "no");
  add(only_b, "no", "yes");
  add(neither, "no", "no");
  return units;
}

TEST(Agreement, KappaOfATable) {
  const Kappa found = cohens_kappa(table(20, 5, 10, 15), "a", "b");
  EXPECT_EQ(found.units, 50U);
  EXPECT_DOUBLE_EQ(found.agreed, 0.7);
  // Chance: .5 x .6 + .5 x .4 = .5
  EXPECT_NEAR(*found.kappa, 0.4, 1e-12);
}

TEST(Agreement, KappaCountsOnlyWhatBothCoded) {
  std::vector<Unit> units = table(2, 0, 0, 2);
  units.push_back({{"a", "yes"}});
  EXPECT_EQ(cohens_kappa(units, "a", "b").units, 4U);
  EXPECT_DOUBLE_EQ(*cohens_kappa(units, "a", "b").kappa, 1);
  EXPECT_EQ(cohens_kappa(units, "a", "nobody").units, 0U);
  EXPECT_FALSE(cohens_kappa(table(5, 0, 0, 0), "a", "b").kappa.has_value());
}

TEST(Agreement, AlphaIsOneWhenAllAgreeAndFallsWithDisagreement) {
  EXPECT_DOUBLE_EQ(*krippendorffs_alpha(table(3, 0, 0, 4)), 1);
  EXPECT_LT(*krippendorffs_alpha(table(3, 1, 1, 4)), 1);
  EXPECT_LT(*krippendorffs_alpha(table(0, 4, 4, 0)), 0) << "worse than chance";
  EXPECT_FALSE(krippendorffs_alpha({{{"a", "x"}}}).has_value());
}

TEST(Agreement, AlphaOfBinaryDataByHand) {
  // Ten units, two coders: 14 of the 20 values "no". Two units differ: 4 unequal coincidences
  // of 20. 1 - 19 x 4 / (14 x 6 + 6 x 14)
  EXPECT_NEAR(*krippendorffs_alpha(table(2, 1, 1, 6)), 1 - 19.0 * 4 / (2 * 14 * 6), 1e-12);
}

TEST(Agreement, AlphaTakesMissingValues) {
  std::vector<Unit> units = table(2, 1, 1, 6);
  const double without = *krippendorffs_alpha(units);
  units.push_back({{"a", "maybe"}});
  EXPECT_DOUBLE_EQ(*krippendorffs_alpha(units), without);
  units.push_back({{"a", "no"}, {"b", "no"}, {"c", "no"}});
  EXPECT_GT(*krippendorffs_alpha(units), without);
}

}  // namespace
}  // namespace varde::ledger
