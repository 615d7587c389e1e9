#include "event/codebook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/test_folder.h"

namespace varde {
namespace {

std::filesystem::path folder_with(const std::string& name, const std::string& types,
                                  const std::string& frames) {
  const auto folder = test_folder(name);
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "plover.toml") << types;
  std::ofstream(folder / "frames.toml") << frames;
  return folder;
}

constexpr const char* kTypes =
    "[type]\nASSAULT = { quad = 4, cameo = \"190\", modes = [\"aerial\"] }\n"
    "[codes]\nsectors = [\"GOV\"]\ncontexts = [\"military\"]\n";

std::string message_of(const std::string& name, const std::string& frames) {
  const auto codebook = Codebook::open(folder_with(name, kTypes, frames));
  return codebook ? "" : codebook.error().message;
}

TEST(Codebook, ReadsTheProjectsOwn) {
  const auto codebook = Codebook::open(std::filesystem::path(VARDE_SOURCE_DIR) / "codebook");
  ASSERT_TRUE(codebook) << codebook.error().message;
  EXPECT_GE(codebook->frame_count(), 80u);
  const Frame* veto = codebook->frame("veto");
  ASSERT_NE(veto, nullptr);
  EXPECT_EQ(veto->type->name, "REJECT");
  EXPECT_EQ(veto->type->quad, 3);
  EXPECT_EQ(veto->record, RecordKind::kResolution);
  EXPECT_EQ(veto->state, "vetoed");
  EXPECT_TRUE(codebook->frame("meet")->reciprocal);
  EXPECT_EQ(codebook->frame("meet")->refused, codebook->frame("reject-meet"));
  EXPECT_EQ(codebook->frame("none")->type, nullptr);
  EXPECT_EQ(codebook->frame("no such frame"), nullptr);
  EXPECT_TRUE(codebook->is_sector("REB"));
}

TEST(Codebook, NamesTheLineOfAMistake) {
  EXPECT_THAT(message_of("type", "\n[[frame]]\nid = \"a\"\ntype = \"ATTACK\"\n"),
              testing::HasSubstr("frames.toml:2: unknown PLOVER type 'ATTACK'"));
  EXPECT_THAT(message_of("slot", "[[frame]]\nid = \"a\"\nactor = [\"subjekt\"]\n"),
              testing::HasSubstr("frames.toml:1: unknown slot 'subjekt'"));
  EXPECT_THAT(message_of("mode", "[[frame]]\nid = \"a\"\ntype = \"ASSAULT\"\nmode = [\"x\"]\n"),
              testing::HasSubstr("mode 'x' is none of type 'ASSAULT'"));
  EXPECT_THAT(message_of("twice", "[[frame]]\nid = \"a\"\n[[frame]]\nid = \"a\"\n"),
              testing::HasSubstr("frames.toml:3: a second frame with id 'a'"));
  EXPECT_THAT(message_of("refused", "[[frame]]\nid = \"a\"\nrefused = \"b\"\n"),
              testing::HasSubstr("frame 'a': unknown frame 'b'"));
  EXPECT_THAT(message_of("syntax", "[[frame\n"), testing::HasSubstr("frames.toml:1: "));
}

}  // namespace
}  // namespace varde
