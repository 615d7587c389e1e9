#include "syntax/kernels.h"

#include <algorithm>
#include <cmath>

#include "syntax/kernels_sets.h"

namespace varde::syntax {

PackedMatrix::PackedMatrix(const float* weights, size_t outputs, size_t inputs, const float* bias)
    : outputs_(outputs), inputs_(inputs) {
  const size_t panels = (outputs + kPanel - 1) / kPanel;
  blocks_.resize(panels * blocks());
  scales_.resize(panels * kPanel);
  bias_.resize(panels * kPanel);
  sums_.resize(panels * kPanel);
  for (size_t o = 0; o < outputs; ++o) {
    pack_output(weights + o * inputs, o);
    if (bias != nullptr) bias_[o] = bias[o];
  }
}

void PackedMatrix::pack_output(const float* weights, size_t output) {
  float top = 0;
  for (size_t i = 0; i < inputs_; ++i) top = std::max(top, std::abs(weights[i]));
  if (top == 0) return;
  scales_[output] = top / 127;
  WeightBlock* to = blocks_.data() + output / kPanel * blocks();
  for (size_t i = 0; i < inputs_; ++i) {
    const auto byte = static_cast<int8_t>(std::nearbyint(weights[i] / top * 127));
    to[i / 4].weights[output % kPanel][i % 4] = byte;
    sums_[output] += byte;
  }
}

std::vector<const Kernels*> usable_kernels() {
  std::vector<const Kernels*> sets = {&baseline::kKernels};
#if VARDE_X86_KERNELS
  if (__builtin_cpu_supports("avx2")) sets.push_back(&avx2::kKernels);
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vnni")) {
    sets.push_back(&avx512::kKernels);
  }
#endif
#if VARDE_NEON_KERNELS
  sets.push_back(&neon::kKernels);
#endif
  return sets;
}

const Kernels& best_kernels() {
  static const Kernels* const best = usable_kernels().back();
  return *best;
}

}  // namespace varde::syntax
