// A file mapped read-only into memory.
#ifndef VARDE_BASE_MAPPED_FILE_H_
#define VARDE_BASE_MAPPED_FILE_H_

#include <filesystem>
#include <string_view>

#include "varde/result.h"

namespace varde {

class MappedFile {
 public:
  static Result<MappedFile> open(const std::filesystem::path& path);
  MappedFile() = default;
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace varde

#endif  // VARDE_BASE_MAPPED_FILE_H_
