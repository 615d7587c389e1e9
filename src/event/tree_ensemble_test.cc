#include "event/tree_ensemble.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace varde {
namespace {

constexpr uint32_t kLeaf = 1u << 31;

// Two trees over two features: x0 <= 1 ? (x1 <= 5 ? -1 : 2) : 3, and x1 <= 0 ? 0.5 : -0.5.
struct Trees {
  std::vector<uint32_t> root = {0, 2};
  std::vector<uint32_t> feature = {0, 1, 1};
  std::vector<uint32_t> left = {1, kLeaf, kLeaf + 3};
  std::vector<uint32_t> right = {kLeaf + 2, kLeaf + 1, kLeaf + 4};
  std::vector<float> threshold = {1, 5, 0};
  std::vector<float> leaf = {-1, 2, 3, 0.5, -0.5};

  Result<TreeEnsemble> read(size_t features = 2) const {
    Safetensors file;
    add(&file, "t.root", Dtype::kU32, root);
    add(&file, "t.feature", Dtype::kU32, feature);
    add(&file, "t.left", Dtype::kU32, left);
    add(&file, "t.right", Dtype::kU32, right);
    add(&file, "t.threshold", Dtype::kF32, threshold);
    add(&file, "t.leaf", Dtype::kF32, leaf);
    return TreeEnsemble::read(file, "t", features);
  }

 private:
  template <class T>
  static void add(Safetensors* file, const char* name, Dtype dtype, const std::vector<T>& from) {
    const std::string_view bytes(reinterpret_cast<const char*>(from.data()),
                                 from.size() * sizeof(T));
    file->tensors[name] = {dtype, {from.size()}, bytes};
  }
};

double log_odds(const TreeEnsemble& trees, std::array<float, 2> features) {
  const double p = trees.probability(features);
  return std::log(p / (1 - p));
}

TEST(TreeEnsemble, SumsTheLeaves) {
  const auto trees = Trees().read();
  ASSERT_TRUE(trees) << trees.error().message;
  EXPECT_NEAR(log_odds(*trees, {0, 3}), -1.5, 1e-6);
  EXPECT_NEAR(log_odds(*trees, {1, 6}), 1.5, 1e-6);
  EXPECT_NEAR(log_odds(*trees, {2, -1}), 3.5, 1e-6);
}

TEST(TreeEnsemble, RefusesTreesThatLeadNowhere) {
  const auto refused = [](auto change) {
    Trees trees;
    change(&trees);
    return !trees.read();
  };
  EXPECT_TRUE(refused([](Trees* t) { t->left[1] = 1; }));  // would run for ever
  EXPECT_TRUE(refused([](Trees* t) { t->left[1] = 0; }));
  EXPECT_TRUE(refused([](Trees* t) { t->left[1] = 3; }));
  EXPECT_TRUE(refused([](Trees* t) { t->right[2] = kLeaf + 5; }));
  EXPECT_TRUE(refused([](Trees* t) { t->feature[0] = 2; }));
  EXPECT_TRUE(refused([](Trees* t) { t->root[0] = 3; }));
  EXPECT_TRUE(refused([](Trees* t) { t->root.clear(); }));
  EXPECT_TRUE(refused([](Trees* t) { t->left.pop_back(); }));
  EXPECT_TRUE(refused([](Trees* t) { t->leaf[0] = std::numeric_limits<float>::quiet_NaN(); }));
  EXPECT_TRUE(refused([](Trees* t) { t->threshold[0] = std::numeric_limits<float>::infinity(); }));
}

TEST(TreeEnsemble, MissingTensorsAreAnError) {
  const auto trees = TreeEnsemble::read({}, "actor.country", 2);
  ASSERT_FALSE(trees);
  EXPECT_NE(trees.error().message.find("actor.country"), std::string::npos);
}

}  // namespace
}  // namespace varde
