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

TEST(Talks, AForumIsTheFormatOfThoseWhoMeet) {
  const auto document =
      coded("en",
            "On Tuesday Barack Obama and Vladimir Putin met on the margins of the "
            "G20 summit in Hangzhou.");
  ASSERT_EQ(document.talks.size(), 1U);
  EXPECT_EQ(document.talks[0].format, "G20");
  ASSERT_EQ(document.talks[0].participants.size(), 2U);
  for (const auto& participant : document.talks[0].participants) {
    EXPECT_NE(participant.actor.country, "IGO");
  }
}

TEST(Talks, AForumMeetsWhereNobodyElseIsNamed) {
  const auto document = coded("nb", "Onsdag møttes Minsk-gruppen (MG) i Wien.");
  ASSERT_EQ(document.talks.size(), 1U);
  EXPECT_EQ(document.talks[0].format, "MG") << "as the text abbreviates it";
  ASSERT_EQ(document.talks[0].participants.size(), 1U);
  EXPECT_EQ(document.talks[0].participants[0].actor.name, "Minsk-gruppen");
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

TEST(Talks, InACallMeansWithWhomTheClauseNames) {
  const auto document = coded(
      "nb", "I en telefonsamtale mandag lovet Marokkos konge FNs generalsekretær å holde avtalen.");
  ASSERT_EQ(document.talks.size(), 1U);
  EXPECT_EQ(document.talks[0].state, "held");
  EXPECT_EQ(document.talks[0].participants.size(), 2U);
}

TEST(Talks, WhoIsInvitedMayCome) {
  const auto document = coded("en",
                              "Germany will host a summit on Libya in Berlin on 19 June. "
                              "Russia and Turkey have been invited.");
  ASSERT_EQ(document.talks.size(), 1U);
  ASSERT_EQ(document.talks[0].participants.size(), 3U);
  EXPECT_EQ(document.talks[0].participants[1].attendance, "likely");
}

TEST(Talks, WhoTakesPartDoesSoOnTheirDay) {
  const auto document = coded("en",
                              "Foreign ministers of France and Germany will meet in Geneva on "
                              "20 May. France will also attend the meeting in Geneva.");
  ASSERT_EQ(document.talks.size(), 1U);
  for (const auto& event : document.events) {
    ASSERT_TRUE(event.date) << event.rule;
    EXPECT_EQ(to_string(event.date->interval.begin), "2021-05-20");
  }
}

}  // namespace
}  // namespace varde
