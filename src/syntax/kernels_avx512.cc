// Kernels for x86-64 processors with AVX-512; see kernels_avx2.cc for the place of the pragma.
#include "syntax/kernels_sets.h"

#if VARDE_X86_KERNELS

#include <immintrin.h>

#include "syntax/kernels.h"

#pragma GCC target("avx512f,avx512bw,avx512vl,avx512dq,avx2,fma,prefer-vector-width=512")

namespace varde::syntax::avx512 {
namespace {

typedef float VectorFloat __attribute__((vector_size(64)));
constexpr size_t kLanes = 16;

inline VectorFloat multiply_add(VectorFloat a, VectorFloat b, VectorFloat c) {
  return _mm512_fmadd_ps(a, b, c);
}

#include "syntax/kernels.inc"

}  // namespace

const Kernels kKernels = make_kernels("avx512");

}  // namespace varde::syntax::avx512

#endif
