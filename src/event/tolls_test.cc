#include "event/tolls.h"

#include <gtest/gtest.h>

#include "event/record_fixture.h"

namespace varde {
namespace {

// "killed 14-14 people", one line for each toll.
std::string tolls_of(std::string_view language, std::string_view text) {
  std::string lines;
  for (const auto& toll : coded(language, text).tolls) {
    const auto bound = [](const std::optional<int64_t>& number) {
      return number ? std::to_string(*number) : std::string();
    };
    lines += toll.kind + " " + bound(toll.low) + "-" + bound(toll.high) + " " + toll.who + "\n";
  }
  return lines;
}

TEST(Tolls, CoordinatedParticiplesCountTheirOwnNumbers) {
  EXPECT_EQ(tolls_of("en", "Fourteen people were killed and two dozen hurt in Aleppo on Tuesday."),
            "killed 14-14 people\nwounded 24-24 people\n");
  EXPECT_EQ(tolls_of("nn", "Tolv menneske kom til skade og fem vart drepne i Kabul."),
            "wounded 12-12 people\nkilled 5-5 people\n");
}

TEST(Tolls, PartTakesTheKindOfTheWhole) {
  EXPECT_EQ(tolls_of("en", "At least 20 soldiers died in Kabul, seven of them officers."),
            "killed 20- soldiers\nkilled 7-7 officers\n");
}

TEST(Tolls, AnotherSourceGivesARivalFigure) {
  const auto document = coded(
      "nb", "Minst 15 mennesker er drept i Aleppo, ifølge aktivister. Røde Kors snakker om 20.");
  ASSERT_EQ(document.tolls.size(), 2U);
  EXPECT_EQ(document.tolls[1].kind, "killed");
  EXPECT_EQ(document.tolls[1].low, 20);
  ASSERT_EQ(document.tolls[1].according_to.size(), 1U);
  EXPECT_EQ(document.tolls[1].according_to[0].actor.country, "NGO");
}

TEST(Tolls, VictimsAreNotTheirOwnSource) {
  const auto document = coded("nn", "Tolv menneske kom til skade i Kabul.");
  ASSERT_EQ(document.tolls.size(), 1U);
  EXPECT_TRUE(document.tolls[0].according_to.empty());
}

TEST(Tolls, OtherNumbersAreNone) {
  EXPECT_EQ(tolls_of("en", "The army bought 40 tanks. No one was injured at 7 o'clock."), "");
}

}  // namespace
}  // namespace varde
