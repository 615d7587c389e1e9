// Where a command writes: standard output, or a file that appears under its name only when it is
// whole. Until then it is FILE.partial, which an interrupted run leaves behind to be resumed.
#ifndef VARDE_CLI_OUTPUT_FILE_H_
#define VARDE_CLI_OUTPUT_FILE_H_

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "varde/result.h"

namespace varde::cli {

// Ids of the documents that an earlier run wrote, with how many of each.
using FinishedIds = std::unordered_map<std::string, size_t>;

class OutputFile {
 public:
  static OutputFile standard_output();
  static Result<OutputFile> create(const std::filesystem::path& path);
  // Goes on behind the last whole line of FILE.partial, or of FILE when there is no partial one, or
  // creates the file when there is neither. The lines are coded documents as JSON; their ids go
  // into `*finished`.
  static Result<OutputFile> resume(const std::filesystem::path& path, FinishedIds* finished);

  Result<void> write(std::string_view bytes);
  // Flushes, and gives the file its name. Without it the partial file stays.
  Result<void> commit();

 private:
  struct Closer {
    void operator()(std::FILE* file) const;
  };
  OutputFile(std::unique_ptr<std::FILE, Closer> file, std::filesystem::path path);
  Result<void> fault(std::string_view what) const;

  std::unique_ptr<std::FILE, Closer> file_;
  std::filesystem::path path_;  // empty: standard output
};

}  // namespace varde::cli

#endif  // VARDE_CLI_OUTPUT_FILE_H_
