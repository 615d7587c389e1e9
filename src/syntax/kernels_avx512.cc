// Kernels for x86-64 processors with AVX-512 and its VNNI; those
// without have AVX2. See kernels_avx2.cc for the place of the pragma.
#include "syntax/kernels_sets.h"

#if VARDE_X86_KERNELS

#include <immintrin.h>

#include "syntax/kernels.h"

#pragma GCC target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni,prefer-vector-width=512")

namespace varde::syntax::avx512 {
namespace {

typedef int32_t VectorInt __attribute__((vector_size(64)));
typedef float VectorFloat __attribute__((vector_size(64)));
constexpr size_t kLanes = 16;
constexpr size_t kRowBlock = 6;
constexpr int32_t kOffset = 128;  // the instruction takes x unsigned

inline VectorInt add_products(VectorInt sum, int32_t x, VectorInt w) {
  return (VectorInt)_mm512_dpbusd_epi32((__m512i)sum, _mm512_set1_epi32(x), (__m512i)w);
}

#include "syntax/kernels.inc"

}  // namespace

const Kernels kKernels = make_kernels("avx512");

}  // namespace varde::syntax::avx512

#endif
