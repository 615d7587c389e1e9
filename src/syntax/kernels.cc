#include "syntax/kernels.h"

#include "syntax/kernels_sets.h"

namespace varde::syntax {

PackedMatrix::PackedMatrix(const float* weights, size_t stride, size_t outputs, size_t inputs,
                           const float* bias) {
  pack(weights, stride, outputs, inputs, bias);
}

void PackedMatrix::pack(const float* weights, size_t stride, size_t outputs, size_t inputs,
                        const float* bias) {
  outputs_ = outputs;
  inputs_ = inputs;
  const size_t panels = (outputs + kPanel - 1) / kPanel;
  data_.assign(panels * inputs * kPanel, 0.0f);
  bias_.assign(panels * kPanel, 0.0f);
  for (size_t o = 0; o < outputs; ++o) {
    float* to = data_.data() + (o / kPanel) * inputs * kPanel + o % kPanel;
    for (size_t i = 0; i < inputs; ++i) to[i * kPanel] = weights[o * stride + i];
    if (bias != nullptr) bias_[o] = bias[o];
  }
}

std::vector<const Kernels*> usable_kernels() {
  std::vector<const Kernels*> sets = {&baseline::kKernels};
#if VARDE_X86_KERNELS
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    sets.push_back(&avx2::kKernels);
  }
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")) {
    sets.push_back(&avx512::kKernels);
  }
#endif
  return sets;
}

const Kernels& best_kernels() {
  static const Kernels* const best = usable_kernels().back();
  return *best;
}

}  // namespace varde::syntax
