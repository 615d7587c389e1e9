#include "cli/output_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace varde::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Pair;
using testing::UnorderedElementsAre;

class OutputFileTest : public testing::Test {
 protected:
  OutputFileTest()
      : folder_(fs::path(testing::TempDir()) /
                testing::UnitTest::GetInstance()->current_test_info()->name()),
        path_(folder_ / "out.jsonl"),
        partial_(folder_ / "out.jsonl.partial") {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~OutputFileTest() override { fs::remove_all(folder_); }

  static void write(const fs::path& path, const std::string& content) {
    std::ofstream(path, std::ios::binary) << content;
  }
  static std::string read(const fs::path& path) {
    std::ostringstream content;
    content << std::ifstream(path, std::ios::binary).rdbuf();
    return content.str();
  }

  fs::path folder_;
  fs::path path_;
  fs::path partial_;
};

TEST_F(OutputFileTest, AppearsWhenItIsWhole) {
  auto file = OutputFile::create(path_);
  ASSERT_TRUE(file.has_value());
  ASSERT_TRUE(file->write("one\n").has_value());
  EXPECT_FALSE(fs::exists(path_));
  ASSERT_TRUE(file->commit().has_value());
  EXPECT_EQ(read(path_), "one\n");
  EXPECT_FALSE(fs::exists(partial_));
}

TEST_F(OutputFileTest, GoesOnBehindTheLastWholeLine) {
  write(partial_, "{\"id\":\"a\",\"events\":[{\"id\":\"v1\"}]}\n{\"id\":\"a\"}\n{\"id\":\"b");
  FinishedIds finished;
  auto file = OutputFile::resume(path_, &finished);
  ASSERT_TRUE(file.has_value());
  EXPECT_THAT(finished, UnorderedElementsAre(Pair("a", 2)));
  ASSERT_TRUE(file->write("{\"id\":\"b\"}\n").has_value());
  ASSERT_TRUE(file->commit().has_value());
  EXPECT_EQ(read(path_),
            "{\"id\":\"a\",\"events\":[{\"id\":\"v1\"}]}\n{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
}

TEST_F(OutputFileTest, AddsToAFinishedFile) {
  write(path_, "{\"id\":\"a\"}\n");
  FinishedIds finished;
  auto file = OutputFile::resume(path_, &finished);
  ASSERT_TRUE(file.has_value());
  EXPECT_THAT(finished, UnorderedElementsAre(Pair("a", 1)));
  EXPECT_EQ(read(path_), "{\"id\":\"a\"}\n");
}

TEST_F(OutputFileTest, RefusesToGoOnWithAnotherKindOfFile) {
  write(path_, "name,value\n1,2\n");
  FinishedIds finished;
  const auto file = OutputFile::resume(path_, &finished);
  ASSERT_FALSE(file.has_value());
  EXPECT_THAT(file.error().message, HasSubstr(":1: is no coded document"));
}

TEST_F(OutputFileTest, SaysWhyItCannotWrite) {
  EXPECT_THAT(OutputFile::create(folder_ / "missing" / "out").error().message,
              HasSubstr("cannot be written"));
  EXPECT_THAT(OutputFile::create(folder_).error().message, HasSubstr("is a folder"));
}

}  // namespace
}  // namespace varde::cli
