// Kernels for x86-64 processors with AVX2 and FMA. The pragma stands after the standard headers, so
// that no function shared with other files is compiled for these instructions.
#include "syntax/kernels_sets.h"

#if VARDE_X86_KERNELS

#include <immintrin.h>

#include "syntax/kernels.h"

#pragma GCC target("avx2,fma")

namespace varde::syntax::avx2 {
namespace {

typedef float VectorFloat __attribute__((vector_size(32)));
constexpr size_t kLanes = 8;

inline VectorFloat multiply_add(VectorFloat a, VectorFloat b, VectorFloat c) {
  return _mm256_fmadd_ps(a, b, c);
}

#include "syntax/kernels.inc"

}  // namespace

const Kernels kKernels = make_kernels("avx2");

}  // namespace varde::syntax::avx2

#endif
