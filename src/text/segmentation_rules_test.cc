#include "text/segmentation_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace varde {
namespace {

using testing::HasSubstr;

// A pack of three files in a folder of its own.
class SegmentationRulesTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    pack_ = std::filesystem::path(testing::TempDir()) / (std::string("rules_") + info->name());
    std::filesystem::create_directories(pack_);
    write("segmentation.toml",
          "split_hyphens = true\nclitics = [\"'s\"]\nsplit_words = [\"can|not\"]\n");
    write("abbreviations.txt", "# comment\nbl.a.\netc. final\nnr. number\nGen.\n");
    write("reporting.txt", "sier\nlegger til\n");
  }
  void TearDown() override { std::filesystem::remove_all(pack_); }

  void write(const char* name, const char* content) { std::ofstream(pack_ / name) << content; }
  std::string error() const {
    const auto rules = SegmentationRules::open(pack_);
    return rules ? "" : rules.error().message;
  }

  std::filesystem::path pack_;
};

TEST_F(SegmentationRulesTest, ReadsTheThreeFiles) {
  const auto rules = SegmentationRules::open(pack_);
  ASSERT_TRUE(rules) << rules.error().message;
  EXPECT_TRUE(rules->split_hyphens);
  EXPECT_EQ(rules->split_words.at("cannot"), 3U);
  ASSERT_NE(rules->abbreviation("Bl.a."), nullptr);
  EXPECT_EQ(*rules->abbreviation("etc."), AbbreviationUse::kFinal);
  EXPECT_EQ(*rules->abbreviation("nr."), AbbreviationUse::kBeforeNumber);
  EXPECT_EQ(rules->abbreviation("gen."), nullptr);  // a capital in the list is one in the text
  EXPECT_EQ(rules->abbreviation("ETC."), nullptr);  // words in capitals are names
  EXPECT_EQ(rules->reporting.count("legger"), 1U);
}

TEST_F(SegmentationRulesTest, MistakesNameFileAndLine) {
  write("segmentation.toml", "split_hyphens = true\nsplit_hyphen = true\n");
  EXPECT_THAT(error(), HasSubstr("segmentation.toml:2: 'split_hyphen'"));
  write("segmentation.toml", "split_hyphens = 1\n");
  EXPECT_THAT(error(), HasSubstr("true or false"));
  write("segmentation.toml", "sentence_model = true\n");
  EXPECT_THAT(error(), HasSubstr("file's name"));
  write("segmentation.toml", "clitics = [1]\n");
  EXPECT_THAT(error(), HasSubstr("quotation marks"));
  write("segmentation.toml", "split_words = [\"cannot\"]\n");
  EXPECT_THAT(error(), HasSubstr("'|'"));
  write("segmentation.toml", "clitics = [\n");
  EXPECT_THAT(error(), HasSubstr("segmentation.toml:"));
}

TEST_F(SegmentationRulesTest, AbbreviationsNeedAFullStopAndAKnownUse) {
  write("abbreviations.txt", "bl.a.\nosv\n");
  EXPECT_THAT(error(), HasSubstr("abbreviations.txt:2: 'osv'"));
  write("abbreviations.txt", "osv. last\n");
  EXPECT_THAT(error(), HasSubstr("'last' is not known"));
}

TEST_F(SegmentationRulesTest, AMissingFileIsNamed) {
  std::filesystem::remove(pack_ / "reporting.txt");
  EXPECT_THAT(error(), HasSubstr("reporting.txt"));
}

}  // namespace
}  // namespace varde
