// Kernels for 64-bit ARM processors; the products of bytes where the compiler is told that the
// processor has them (-march=armv8.2-a+dotprod).
#include "syntax/kernels_sets.h"

#if VARDE_NEON_KERNELS

#include <arm_neon.h>

#include "syntax/kernels.h"

namespace varde::syntax::neon {
namespace {

typedef int32_t VectorInt __attribute__((vector_size(16)));
typedef float VectorFloat __attribute__((vector_size(16)));
constexpr size_t kLanes = 4;
constexpr size_t kRowBlock = 8;
constexpr int32_t kOffset = 0;

#if defined(__ARM_FEATURE_DOTPROD)

inline VectorInt add_products(VectorInt sum, int32_t x, VectorInt w) {
  const int8x16_t bytes = vreinterpretq_s8_s32(vdupq_n_s32(x));
  return (VectorInt)vdotq_s32((int32x4_t)sum, (int8x16_t)w, bytes);
}

#else

inline VectorInt add_products(VectorInt sum, int32_t x, VectorInt w) {
  const int8x16_t xs = vreinterpretq_s8_s32(vdupq_n_s32(x));
  const int8x16_t ws = (int8x16_t)w;
  const int32x4_t low = vpaddlq_s16(vmull_s8(vget_low_s8(ws), vget_low_s8(xs)));
  const int32x4_t high = vpaddlq_s16(vmull_high_s8(ws, xs));
  return sum + (VectorInt)vpaddq_s32(low, high);
}

#endif

#include "syntax/kernels.inc"

}  // namespace

const Kernels kKernels = make_kernels("neon");

}  // namespace varde::syntax::neon

#endif
