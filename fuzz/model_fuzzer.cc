// Any bytes as a model file, which may come from anywhere.
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "syntax/model.h"
#include "syntax/safetensors.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto tensors = varde::syntax::Safetensors::read(bytes);
  size_t sum = 0;
  if (tensors) {
    for (const auto& [name, tensor] : tensors->tensors) {
      for (const char byte : tensor.bytes) sum += static_cast<unsigned char>(byte);
    }
  }
  const int file = memfd_create("model", MFD_CLOEXEC);
  if (file < 0) return 0;
  if (write(file, data, size) == static_cast<ssize_t>(size)) {
    const auto model = varde::syntax::Model::open("/proc/self/fd/" + std::to_string(file));
    sum += model.has_value();
  }
  close(file);
  return sum == SIZE_MAX ? 1 : 0;
}
