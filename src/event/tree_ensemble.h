// Gradient-boosted decision trees (Friedman 2001) for a yes or no: the sum of one leaf of each tree
// is the log odds. Trained by training/train_events.py.
#ifndef VARDE_EVENT_TREE_ENSEMBLE_H_
#define VARDE_EVENT_TREE_ENSEMBLE_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/safetensors.h"
#include "varde/result.h"

namespace varde {

// Immutable after reading, thread safe.
class TreeEnsemble {
 public:
  TreeEnsemble() = default;

  // From the tensors NAME.root (U32, a branch per tree), .feature, .left, .right (U32) and
  // .threshold (F32) of the branches, and .leaf (F32). A child is the number of a branch, or with
  // its highest bit set of a leaf; branches stand before the branches below them. The error says
  // what is wrong, without the file's name.
  static Result<TreeEnsemble> read(const Safetensors& file, std::string_view name, size_t features);

  // Between 0 and 1. `features` has as many numbers as were asked for when reading.
  double probability(std::span<const float> features) const;

 private:
  struct Branch {
    uint32_t feature = 0;
    float threshold = 0;              // up to it: left
    std::array<uint32_t, 2> child{};  // left, right
  };
  std::vector<uint32_t> roots_;
  std::vector<Branch> branches_;
  std::vector<float> leaves_;
};

}  // namespace varde

#endif  // VARDE_EVENT_TREE_ENSEMBLE_H_
