// Reads the safetensors container: an 8-byte little-endian header length, a JSON header that names
// each tensor's type, shape and bytes, then the bytes. The file is taken to be hostile: every
// length, offset, shape and type is checked before anything is used.
#ifndef VARDE_BASE_SAFETENSORS_H_
#define VARDE_BASE_SAFETENSORS_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "varde/result.h"

namespace varde {

enum class Dtype : uint8_t { kF16, kF32, kU64, kU32, kU8, kI8 };

// A view into the file's bytes, which must outlive it.
struct Tensor {
  Dtype dtype = Dtype::kU8;
  std::vector<uint64_t> shape;
  std::string_view bytes;  // exactly the product of the shape times the element's size
};

struct Safetensors {
  std::map<std::string, Tensor, std::less<>> tensors;
  std::map<std::string, std::string, std::less<>> metadata;
  std::string_view body;  // all tensor bytes

  // Errors carry no file name; the caller knows it.
  static Result<Safetensors> read(std::string_view file);
};

// Whether a file is a model of this format, undamaged: metadata `format`, and `checksum`, the
// CRC-32 of `body` as "crc32:" and eight hexadecimal digits. The error says to make it again with
// `trainer`.
Result<void> check_identity(const Safetensors& file, std::string_view format,
                            std::string_view trainer);

// Whether brackets outside quotation marks nest deeper: asked before a JSON parser recurses.
bool nests_deeper_than(std::string_view json, int depth);

size_t element_size(Dtype dtype);
std::string_view to_string(Dtype dtype);

}  // namespace varde

#endif  // VARDE_BASE_SAFETENSORS_H_
