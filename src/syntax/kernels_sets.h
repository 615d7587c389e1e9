// The kernel sets that are compiled in.
#ifndef VARDE_SYNTAX_KERNELS_SETS_H_
#define VARDE_SYNTAX_KERNELS_SETS_H_

#include "syntax/kernels.h"

// Other compilers than GCC lack the pragma that the x86 sets are compiled with.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define VARDE_X86_KERNELS 1
#else
#define VARDE_X86_KERNELS 0
#endif

#if defined(__aarch64__) && defined(__ARM_NEON)
#define VARDE_NEON_KERNELS 1
#else
#define VARDE_NEON_KERNELS 0
#endif

namespace varde::syntax {

namespace baseline {
extern const Kernels kKernels;
}
namespace avx2 {
extern const Kernels kKernels;
}
namespace avx512 {
extern const Kernels kKernels;
}
namespace neon {
extern const Kernels kKernels;
}

}  // namespace varde::syntax

#endif  // VARDE_SYNTAX_KERNELS_SETS_H_
