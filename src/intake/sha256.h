// The fingerprint of a text, and the id of a document that came without one.
#ifndef VARDE_INTAKE_SHA256_H_
#define VARDE_INTAKE_SHA256_H_

#include <string>
#include <string_view>

namespace varde {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

// The first 16 digits of a fingerprint: short enough to quote, and two of ten million different
// texts share one with a probability of 3 in a million.
std::string content_id(std::string_view sha256);

}  // namespace varde

#endif  // VARDE_INTAKE_SHA256_H_
