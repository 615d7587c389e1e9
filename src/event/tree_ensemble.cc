#include "event/tree_ensemble.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace varde {
namespace {

constexpr uint32_t kLeaf = 1u << 31;
constexpr size_t kMostNumbers = 1 << 24;

// The numbers of a tensor of one dimension; none when it is missing or of another kind.
template <class T>
std::vector<T> numbers(const Safetensors& file, const std::string& name, Dtype dtype) {
  const auto found = file.tensors.find(name);
  if (found == file.tensors.end() || found->second.dtype != dtype ||
      found->second.shape.size() != 1 || found->second.shape[0] > kMostNumbers) {
    return {};
  }
  std::vector<T> out(found->second.shape[0]);
  if (!out.empty()) std::memcpy(out.data(), found->second.bytes.data(), out.size() * sizeof(T));
  return out;
}

bool all_finite(const std::vector<float>& numbers) {
  return std::all_of(numbers.begin(), numbers.end(), [](float x) { return std::isfinite(x); });
}

}  // namespace

Result<TreeEnsemble> TreeEnsemble::read(const Safetensors& file, std::string_view name,
                                        size_t features) {
  const std::string prefix = std::string(name) + ".";
  TreeEnsemble out;
  out.roots_ = numbers<uint32_t>(file, prefix + "root", Dtype::kU32);
  const auto feature = numbers<uint32_t>(file, prefix + "feature", Dtype::kU32);
  const auto left = numbers<uint32_t>(file, prefix + "left", Dtype::kU32);
  const auto right = numbers<uint32_t>(file, prefix + "right", Dtype::kU32);
  const auto threshold = numbers<float>(file, prefix + "threshold", Dtype::kF32);
  out.leaves_ = numbers<float>(file, prefix + "leaf", Dtype::kF32);

  const size_t n = feature.size();
  if (out.roots_.empty() || n == 0 || left.size() != n || right.size() != n ||
      threshold.size() != n || !all_finite(threshold) || !all_finite(out.leaves_)) {
    return failure(fmt::format("the trees '{}' are missing or incomplete", name));
  }
  for (size_t i = 0; i < n; ++i) {
    // A branch leads only to later ones, so that every way ends.
    const auto leads_on = [&](uint32_t child) {
      return child >= kLeaf ? child - kLeaf < out.leaves_.size() : child > i && child < n;
    };
    if (feature[i] >= features || !leads_on(left[i]) || !leads_on(right[i])) {
      return failure(fmt::format("a branch of the trees '{}' leads nowhere", name));
    }
    out.branches_.push_back({feature[i], threshold[i], {left[i], right[i]}});
  }
  if (std::any_of(out.roots_.begin(), out.roots_.end(), [n](uint32_t root) { return root >= n; })) {
    return failure(fmt::format("a root of the trees '{}' is no branch", name));
  }
  return out;
}

double TreeEnsemble::probability(std::span<const float> features) const {
  double sum = 0;
  for (uint32_t at : roots_) {
    while (at < kLeaf) {
      const Branch& branch = branches_[at];
      // By index, since which way it goes cannot be predicted.
      at = branch.child[features[branch.feature] > branch.threshold ? 1 : 0];
    }
    sum += leaves_[at - kLeaf];
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace varde
