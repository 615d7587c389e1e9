// Kernels for x86-64 processors with AVX2. The pragma stands after the standard headers, so
// that no function shared with other files is compiled for these instructions.
#include "syntax/kernels_sets.h"

#if VARDE_X86_KERNELS

#include <immintrin.h>

#include "syntax/kernels.h"

#pragma GCC target("avx2")

namespace varde::syntax::avx2 {
namespace {

typedef int32_t VectorInt __attribute__((vector_size(32)));
typedef float VectorFloat __attribute__((vector_size(32)));
constexpr size_t kLanes = 8;
constexpr size_t kRowBlock = 4;
constexpr int32_t kOffset = 0;

// The instruction wants one side unsigned, so the other takes over its sign; two products of bytes
// from -127 to 127 fit its 16 bits.
inline VectorInt add_products(VectorInt sum, int32_t x, VectorInt w) {
  const __m256i bytes = (__m256i)w;
  const __m256i pairs =
      _mm256_maddubs_epi16(_mm256_abs_epi8(bytes), _mm256_sign_epi8(_mm256_set1_epi32(x), bytes));
  return sum + (VectorInt)_mm256_madd_epi16(pairs, _mm256_set1_epi16(1));
}

#include "syntax/kernels.inc"

}  // namespace

const Kernels kKernels = make_kernels("avx2");

}  // namespace varde::syntax::avx2

#endif
