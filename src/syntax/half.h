// IEEE 754 binary16 as the model file stores it.
#ifndef VARDE_SYNTAX_HALF_H_
#define VARDE_SYNTAX_HALF_H_

#include <bit>
#include <cstdint>

namespace varde {

// Exact for finite values, subnormals included: the exponent is moved by a multiplication, which
// compilers turn into vector code. Infinities and NaN become large finite values, so that no file
// can bring one in.
inline float half_to_float(uint16_t half) {
  const uint32_t magnitude = static_cast<uint32_t>(half & 0x7fffu) << 13;
  const uint32_t sign = static_cast<uint32_t>(half & 0x8000u) << 16;
  const float value = std::bit_cast<float>(magnitude) * 0x1p112f;
  return std::bit_cast<float>(std::bit_cast<uint32_t>(value) | sign);
}

}  // namespace varde

#endif  // VARDE_SYNTAX_HALF_H_
