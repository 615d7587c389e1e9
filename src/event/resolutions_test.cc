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

}  // namespace
}  // namespace varde
