// Kernels in plain C++ (GCC and Clang vector extensions), for every processor.
#include "syntax/kernels.h"
#include "syntax/kernels_sets.h"

namespace varde::syntax::baseline {
namespace {

typedef float VectorFloat __attribute__((vector_size(16)));
constexpr size_t kLanes = 4;

inline VectorFloat multiply_add(VectorFloat a, VectorFloat b, VectorFloat c) { return a * b + c; }

#include "syntax/kernels.inc"

}  // namespace

const Kernels kKernels = make_kernels("baseline");

}  // namespace varde::syntax::baseline
