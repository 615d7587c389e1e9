#include "base/safetensors.h"

#include <fmt/format.h>
#include <libdeflate.h>

#include <nlohmann/json.hpp>
#include <optional>

namespace varde {
namespace {

using Json = nlohmann::json;

constexpr uint64_t kMaxHeader = 16 << 20;
constexpr size_t kMaxTensors = 10000;
constexpr int kMaxDepth = 4;  // of the header's JSON, which needs three levels

std::optional<Dtype> dtype_of(std::string_view name) {
  if (name == "F16") return Dtype::kF16;
  if (name == "F32") return Dtype::kF32;
  if (name == "U64") return Dtype::kU64;
  if (name == "U32") return Dtype::kU32;
  if (name == "U8") return Dtype::kU8;
  if (name == "I8") return Dtype::kI8;
  return std::nullopt;
}

Result<std::vector<uint64_t>> numbers(const Json& entry, const char* key, size_t most) {
  const auto found = entry.find(key);
  if (found == entry.end() || !found->is_array() || found->size() > most) {
    return failure(fmt::format("'{}' is missing or no list of numbers", key));
  }
  std::vector<uint64_t> out;
  for (const Json& value : *found) {
    if (!value.is_number_unsigned()) return failure(fmt::format("'{}' holds no number", key));
    out.push_back(value.get<uint64_t>());
  }
  return out;
}

// The number of bytes that the shape asks for; nothing if it is more than `limit`.
std::optional<uint64_t> bytes_needed(const std::vector<uint64_t>& shape, Dtype dtype,
                                     uint64_t limit) {
  uint64_t total = element_size(dtype);
  for (uint64_t n : shape) {
    if (n != 0 && total > limit / n) return std::nullopt;
    total *= n;
  }
  return total;
}

Result<Tensor> read_tensor(const Json& entry, std::string_view body) {
  if (!entry.is_object()) return failure("its entry is no object");
  const auto type = entry.find("dtype");
  if (type == entry.end() || !type->is_string()) return failure("'dtype' is missing");
  const auto dtype = dtype_of(type->get_ref<const std::string&>());
  if (!dtype) return failure("its dtype is not one of F16, F32, U64, U32, U8");
  auto shape = numbers(entry, "shape", 4);
  if (!shape) return tl::unexpected(shape.error());
  auto offsets = numbers(entry, "data_offsets", 2);
  if (!offsets) return tl::unexpected(offsets.error());
  if (offsets->size() != 2 || (*offsets)[0] > (*offsets)[1] || (*offsets)[1] > body.size()) {
    return failure("its data_offsets lie outside the file");
  }
  Tensor tensor{*dtype, std::move(*shape),
                body.substr((*offsets)[0], (*offsets)[1] - (*offsets)[0])};
  const auto needed = bytes_needed(tensor.shape, tensor.dtype, body.size());
  if (!needed || *needed != tensor.bytes.size()) {
    return failure("its shape does not fit its number of bytes");
  }
  return tensor;
}

Result<void> read_metadata(const Json& entry, Safetensors* out) {
  if (!entry.is_object()) return failure("'__metadata__' is no object");
  for (const auto& [key, value] : entry.items()) {
    if (!value.is_string()) return failure(fmt::format("metadata '{}' is no text", key));
    out->metadata[key] = value.get<std::string>();
  }
  return {};
}

Result<Safetensors> read_header(const Json& header, std::string_view body) {
  Safetensors out;
  out.body = body;
  for (const auto& [name, entry] : header.items()) {
    if (name == "__metadata__") {
      if (auto done = read_metadata(entry, &out); !done) return tl::unexpected(done.error());
      continue;
    }
    auto tensor = read_tensor(entry, body);
    if (!tensor) return failure(fmt::format("tensor '{}': {}", name, tensor.error().message));
    out.tensors.emplace(name, std::move(*tensor));
  }
  return out;
}

}  // namespace

bool nests_deeper_than(std::string_view json, int depth) {
  int open = 0;
  bool quoted = false;
  for (size_t i = 0; i < json.size(); ++i) {
    if (quoted) {
      if (json[i] == '\\')
        ++i;
      else if (json[i] == '"')
        quoted = false;
    } else if (json[i] == '"') {
      quoted = true;
    } else if (json[i] == '{' || json[i] == '[') {
      if (++open > depth) return true;
    } else if (json[i] == '}' || json[i] == ']') {
      --open;
    }
  }
  return false;
}

size_t element_size(Dtype dtype) {
  switch (dtype) {
    case Dtype::kU64:
      return 8;
    case Dtype::kF32:
    case Dtype::kU32:
      return 4;
    case Dtype::kF16:
      return 2;
    case Dtype::kU8:
    case Dtype::kI8:
      return 1;
  }
  return 1;
}

std::string_view to_string(Dtype dtype) {
  switch (dtype) {
    case Dtype::kF16:
      return "F16";
    case Dtype::kF32:
      return "F32";
    case Dtype::kU64:
      return "U64";
    case Dtype::kU32:
      return "U32";
    case Dtype::kU8:
      return "U8";
    case Dtype::kI8:
      return "I8";
  }
  return "";
}

Result<Safetensors> Safetensors::read(std::string_view file) {
  if (file.size() < 8) return failure("it is too short to be a safetensors file");
  uint64_t length = 0;
  for (int i = 7; i >= 0; --i)
    length = length << 8 | static_cast<unsigned char>(file[static_cast<size_t>(i)]);
  if (length > kMaxHeader || length > file.size() - 8) {
    return failure("its header length is larger than the file; it may be cut off");
  }
  const std::string_view text = file.substr(8, length);
  if (nests_deeper_than(text, kMaxDepth)) return failure("its header is nested too deeply");
  const Json header = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!header.is_object()) return failure("its header is no JSON object");
  if (header.size() > kMaxTensors) return failure("it has too many tensors");
  return read_header(header, file.substr(8 + length));
}

Result<void> check_identity(const Safetensors& file, std::string_view format,
                            std::string_view trainer) {
  const auto found = file.metadata.find("format");
  if (found == file.metadata.end()) return failure("metadata 'format' is missing");
  if (found->second != format) {
    return failure(fmt::format("it is no '{}' model; make it again with {}", format, trainer));
  }
  const uint32_t crc = libdeflate_crc32(0, file.body.data(), file.body.size());
  const auto checksum = file.metadata.find("checksum");
  if (checksum == file.metadata.end() || checksum->second != fmt::format("crc32:{:08x}", crc)) {
    return failure("its checksum does not match its contents: it is damaged, fetch it again");
  }
  return {};
}

}  // namespace varde
