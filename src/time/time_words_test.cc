#include "time/time_words.h"

#include <gtest/gtest.h>

namespace varde {
namespace {

constexpr std::string_view kSmall = R"([weekday]
monday = ["mandag"]
[words]
PART = ["kveld"]
[patterns]
"WEEKDAY PART?" = "weekday"
"(natt|PART) til WHEN" = "when | night_before"
)";

std::string fault_of(const std::string& content) {
  const auto words = TimeWords::parse(content, "time.toml");
  return words ? "" : words.error().message;
}

TEST(TimeWords, ReadsAPatternAndItsMeaning) {
  const auto words = TimeWords::parse(kSmall, "time.toml");
  ASSERT_TRUE(words.has_value()) << words.error().message;
  ASSERT_EQ(words->patterns.size(), 2u);
  EXPECT_EQ(words->patterns[0].steps[0].op, Op::kWeekday);
  EXPECT_TRUE(words->patterns[0].elements[1].optional);
  EXPECT_EQ(words->patterns[1].elements[0].words.size(), 2u);
  EXPECT_EQ(words->patterns[1].steps[1].op, Op::kNightBefore);
}

TEST(TimeWords, NamesFileAndLineOfAMistake) {
  const std::string head = "[weekday]\nmonday = [\"mandag\"]\n[patterns]\n";
  EXPECT_EQ(fault_of(head + "\"WEEKDAY\" = \"wekday\"\n"),
            "time.toml:4: unknown operation 'wekday'");
  EXPECT_NE(fault_of(head + "\"WEKDAY\" = \"weekday\"\n").find("time.toml:4: unknown class"),
            std::string::npos);
  EXPECT_NE(fault_of(head + "\"mandag\" = \"weekday\"\n").find("needs WEEKDAY"), std::string::npos);
  EXPECT_NE(fault_of(head + "\"WHEN WEEKDAY\" = \"weekday\"\n").find("cannot come first"),
            std::string::npos);
  EXPECT_NE(fault_of(head + "\"WEEKDAY?\" = \"weekday\"\n").find("may be missing"),
            std::string::npos);
  EXPECT_NE(fault_of(head + "\"i WEEKDAY/SUBST\" = \"weekday\"\n").find("part of speech"),
            std::string::npos);
  EXPECT_NE(fault_of(head + "\"WEEKDAY\" = \"since\"\n").find("cannot come first"),
            std::string::npos);
  EXPECT_NE(fault_of(head + "\"WEEKDAY\" = \"weekday(soon)\"\n").find("does not take 'soon'"),
            std::string::npos);
  EXPECT_NE(fault_of("[weekday]\nmoonday = [\"mandag\"]\n").find("time.toml:2: unknown weekday"),
            std::string::npos);
  EXPECT_NE(fault_of("[weekdays]\n").find("unknown table [weekdays]"), std::string::npos);
  EXPECT_NE(fault_of("[weekday\n").find("time.toml:1: "), std::string::npos);
  EXPECT_NE(fault_of("[weekday]\nmonday = \"mandag\"\n").find("is no list"), std::string::npos);
  EXPECT_NE(fault_of("[weekday]\nmonday = [\"mandag\"]\n").find("no table [patterns]"),
            std::string::npos);
}

TEST(TimeWords, ReadsThePacksOfTheProject) {
  for (const char* language : {"nb", "nn", "en"}) {
    const auto path = std::filesystem::path(VARDE_SOURCE_DIR) / "lang" / language / "time.toml";
    const auto words = TimeWords::read(path);
    EXPECT_TRUE(words.has_value()) << words.error().message;
  }
}

}  // namespace
}  // namespace varde
