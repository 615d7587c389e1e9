// Any bytes as a JSON document.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "intake/json_document.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = varde::read_json_document(bytes);
  if (document && (!varde::is_valid_utf8(document->text) || document->id.empty())) std::abort();
  if (!document && document.error().message.empty()) std::abort();
  return 0;
}
