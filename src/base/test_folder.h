// Where a test may write.
#ifndef VARDE_BASE_TEST_FOLDER_H_
#define VARDE_BASE_TEST_FOLDER_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace varde {

// A folder of this process alone: tests run side by side, each in a process of its own.
inline std::filesystem::path test_folder(const std::string& name) {
  const auto folder =
      std::filesystem::path(testing::TempDir()) / ("varde-" + std::to_string(::getpid())) / name;
  std::filesystem::create_directories(folder);
  return folder;
}

}  // namespace varde

#endif  // VARDE_BASE_TEST_FOLDER_H_
