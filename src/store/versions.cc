#include "store/versions.h"

#include <algorithm>
#include <vector>

#include "base/mapped_file.h"
#include "intake/sha256.h"
#include "output/json_writer.h"

namespace varde::store {

Result<std::string> versions_of(const std::filesystem::path& data) {
  namespace fs = std::filesystem;
  std::vector<fs::path> files;
  for (const char* part : {"codebook", "lang", "kb"}) {
    std::error_code fault;
    for (fs::recursive_directory_iterator at(data / part, fault), end; !fault && at != end;
         at.increment(fault)) {
      if (at->is_regular_file(fault)) files.push_back(at->path());
    }
  }
  std::sort(files.begin(), files.end());
  std::string prints;
  for (const fs::path& file : files) {
    const auto content = MappedFile::open(file);
    if (!content) return tl::unexpected(content.error());
    prints +=
        file.lexically_relative(data).generic_string() + " " + sha256_hex(content->bytes()) + "\n";
  }
  constexpr size_t kDigits = 12;
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  out.field("varde", VARDE_VERSION);
  out.field("data", sha256_hex(prints).substr(0, kDigits));
  out.end_object();
  return json;
}

}  // namespace varde::store
