// Kernels in plain C++ (GCC and Clang vector extensions), for every processor.
#include "syntax/kernels.h"
#include "syntax/kernels_sets.h"

namespace varde::syntax::baseline {
namespace {

typedef int16_t VectorShort __attribute__((vector_size(16)));
typedef int32_t VectorInt __attribute__((vector_size(16)));
typedef float VectorFloat __attribute__((vector_size(16)));
constexpr size_t kLanes = 4;
constexpr size_t kRowBlock = 4;
constexpr int32_t kOffset = 0;

// Two products of bytes from -127 to 127 can be added in 16 bits.
inline VectorInt add_products(VectorInt sum, int32_t x, VectorInt w) {
  const VectorInt xs = x - VectorInt{};
  const VectorShort odd = ((VectorShort)xs >> 8) * ((VectorShort)w >> 8);
  const VectorShort even = ((VectorShort)(xs << 8) >> 8) * ((VectorShort)(w << 8) >> 8);
  const VectorInt pairs = (VectorInt)(odd + even);
  return sum + (pairs >> 16) + (pairs << 16 >> 16);
}

#include "syntax/kernels.inc"

}  // namespace

const Kernels kKernels = make_kernels("baseline");

}  // namespace varde::syntax::baseline
