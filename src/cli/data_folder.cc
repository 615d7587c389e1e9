// Finds the folder that holds codebook/, lang/ and kb/.

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

#include "cli/command.h"

namespace varde::cli {
namespace {

namespace fs = std::filesystem;

bool is_data_folder(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "codebook", ignored) &&
         fs::is_directory(folder / "lang", ignored);
}

// Beside an installed program, share/varde; otherwise the source tree that it was built in.
std::vector<fs::path> usual_places() {
  std::error_code fault;
  const fs::path program = fs::read_symlink("/proc/self/exe", fault);
  if (fault) return {};
  std::vector<fs::path> places{program.parent_path().parent_path() / "share" / "varde"};
  fs::path folder = program.parent_path();
  for (int level = 0; level < 3; ++level) {
    places.push_back(folder);
    folder = folder.parent_path();
  }
  return places;
}

}  // namespace

Result<fs::path> data_folder(const std::string& data) {
  if (!data.empty()) {
    if (is_data_folder(data)) return fs::path(data);
    return failure(data + ": is no data folder; name one that holds codebook/, lang/ and kb/");
  }
  if (const char* set = std::getenv("VARDE_DATA"); set != nullptr && *set != '\0') {
    if (is_data_folder(set)) return fs::path(set);
    return failure(std::string("VARDE_DATA=") + set +
                   ": is no data folder; set it to one that holds codebook/, lang/ and kb/");
  }
  for (const fs::path& place : usual_places()) {
    if (is_data_folder(place)) return place;
  }
  return failure("found no data folder beside the program; name one with --data or VARDE_DATA");
}

void add_data_option(CLI::App& command, std::string* data) {
  command
      .add_option("--data", *data,
                  "Folder with codebook/, lang/ and kb/ (default:\n"
                  "VARDE_DATA, else beside the program)")
      ->option_text("DIR");
}

Result<std::unique_ptr<Coder>> open_coder(const std::string& data) {
  const auto folder = data_folder(data);
  if (!folder) return tl::unexpected<Error>(folder.error());
  return Coder::open(CoderOptions{*folder});
}

}  // namespace varde::cli
