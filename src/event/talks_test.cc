#include "event/talks.h"

#include <gtest/gtest.h>

#include "event/record_fixture.h"

namespace varde {
namespace {

TEST(Talks, MeetingAheadIsPlanned) {
  const auto document =
      coded("en", "Foreign ministers of France and Germany will meet in Geneva on Friday.");
  ASSERT_EQ(document.talks.size(), 1U);
  EXPECT_EQ(document.talks[0].state, "planned");
  ASSERT_TRUE(document.talks[0].place);
  EXPECT_EQ(document.talks[0].place->name, "Geneva");
  ASSERT_TRUE(document.talks[0].date);
  EXPECT_EQ(to_string(document.talks[0].date->interval.begin), "2021-05-14");
  EXPECT_EQ(document.talks[0].participants.size(), 2U);
}

TEST(Talks, RegretsRightBehindAreAnAbsence) {
  const auto document =
      coded("nb", "Sergej Lavrov og John Kerry møttes i Genève tirsdag. Tyrkia meldte avbud.");
  ASSERT_EQ(document.talks.size(), 1U);
  EXPECT_EQ(document.talks[0].state, "held");
  std::string attendance;
  for (const auto& participant : document.talks[0].participants) {
    attendance += participant.actor.country + " " + participant.attendance + "\n";
  }
  EXPECT_EQ(attendance, "RUS confirmed\nUSA confirmed\nTUR absent\n");
}

}  // namespace
}  // namespace varde
