#include "event/resolutions.h"

#include <gtest/gtest.h>

#include "event/record_fixture.h"

namespace varde {
namespace {

TEST(Resolutions, TwoCountsAreTheResult) {
  const auto document =
      coded("en", "The Security Council adopted the resolution by 12 votes to 2.");
  ASSERT_EQ(document.resolutions.size(), 1U);
  EXPECT_EQ(document.resolutions[0].body, "UNSC");
  EXPECT_EQ(document.resolutions[0].state, "adopted");
  EXPECT_EQ(document.resolutions[0].in_favour, 12);
  EXPECT_EQ(document.resolutions[0].against, 2);
  EXPECT_FALSE(document.resolutions[0].abstained);
}

TEST(Resolutions, VetoAndAuthorsJoin) {
  const auto document = coded("nb",
                              "Russland la ned veto mot resolusjonen i Sikkerhetsrådet. "
                              "Resolusjonen er utarbeidet av Frankrike og Spania.");
  ASSERT_EQ(document.resolutions.size(), 1U);
  EXPECT_EQ(document.resolutions[0].state, "vetoed");
  EXPECT_EQ(countries_of(document.resolutions[0].vetoed_by), "RUS");
  EXPECT_EQ(countries_of(document.resolutions[0].sponsors), "FRA ESP");
}

TEST(Resolutions, BodyThatDecidesNeedsNoNounForIt) {
  const auto document = coded("nn", "Tryggingsrådet forlengde mandatet til observatørane i Jemen.");
  ASSERT_EQ(document.resolutions.size(), 1U);
  EXPECT_EQ(document.resolutions[0].body, "UNSC");
  EXPECT_EQ(document.resolutions[0].state, "adopted");
}

TEST(Resolutions, CountsBelongToTheBodySpokenOf) {
  const auto document = coded("en",
                              "Russia vetoed a resolution in the Security Council. "
                              "The General Assembly met the next day. "
                              "It adopted a similar text by 90 votes to 12.");
  ASSERT_EQ(document.resolutions.size(), 2U);
  EXPECT_EQ(document.resolutions[0].body, "UNSC");
  EXPECT_FALSE(document.resolutions[0].in_favour);
  EXPECT_EQ(document.resolutions[1].body, "UNGA");
  EXPECT_EQ(document.resolutions[1].in_favour, 90);
}

TEST(Resolutions, StatesThatVoteAgainstAreCounted) {
  const auto document = coded("en",
                              "France drafted a resolution for the Security Council. "
                              "Ten states voted in favour, but Russia and China voted against.");
  ASSERT_EQ(document.resolutions.size(), 1U);
  EXPECT_EQ(document.resolutions[0].state, "adopted");
  EXPECT_EQ(document.resolutions[0].in_favour, 10);
  EXPECT_EQ(document.resolutions[0].against, 2);
}

TEST(Resolutions, MeetingIsNoDecision) {
  EXPECT_TRUE(coded("en", "The Security Council met on Tuesday.").resolutions.empty());
}

}  // namespace
}  // namespace varde
