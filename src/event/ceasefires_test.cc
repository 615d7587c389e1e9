#include "event/ceasefires.h"

#include <gtest/gtest.h>

#include "event/record_fixture.h"

namespace varde {
namespace {

TEST(Ceasefires, TakesEffectBetweenItsParties) {
  const auto document =
      coded("en", "A truce between Israel and Hamas took effect in Gaza on Tuesday.");
  ASSERT_EQ(document.ceasefires.size(), 1U);
  const auto& ceasefire = document.ceasefires[0];
  EXPECT_EQ(ceasefire.state, "in_force");
  EXPECT_EQ(countries_of(ceasefire.parties), "ISR PSE");
  ASSERT_TRUE(ceasefire.begin_date);
  EXPECT_EQ(to_string(ceasefire.begin_date->interval.begin), "2021-05-11");
}

TEST(Ceasefires, ProposalTellsWhereHowLongAndWhose) {
  const auto document = coded("nb", "Russland foreslo en våpenhvile på 24 timer i Aleppo.");
  ASSERT_EQ(document.ceasefires.size(), 1U);
  const auto& ceasefire = document.ceasefires[0];
  EXPECT_EQ(ceasefire.state, "proposed");
  EXPECT_EQ(countries_of(ceasefire.proposed_by), "RUS");
  EXPECT_EQ(ceasefire.duration_hours, 24);
  ASSERT_TRUE(ceasefire.area);
  EXPECT_EQ(ceasefire.area->name, "Aleppo");
}

TEST(Ceasefires, CollapseEndsIt) {
  const auto document =
      coded("nb", "Våpenhvilen mellom Armenia og Aserbajdsjan brøt sammen tirsdag.");
  ASSERT_EQ(document.ceasefires.size(), 1U);
  EXPECT_EQ(document.ceasefires[0].state, "collapsed");
  EXPECT_TRUE(document.ceasefires[0].end_date);
  EXPECT_FALSE(document.ceasefires[0].begin_date);
}

TEST(Ceasefires, ProposalTurnedDownIsRejected) {
  const auto document = coded(
      "nb", "Qatar foreslo en våpenhvile i Gaza på to måneder, men Israel avviste forslaget.");
  ASSERT_EQ(document.ceasefires.size(), 1U);
  EXPECT_EQ(document.ceasefires[0].state, "rejected");
  EXPECT_EQ(countries_of(document.ceasefires[0].proposed_by), "QAT");
  EXPECT_EQ(countries_of(document.ceasefires[0].rejected_by), "ISR");
}

TEST(Ceasefires, FormerOneIsAnother) {
  const auto document = coded("nb",
                              "Russland og USA foreslår en ny våpenhvile i Syria. "
                              "Den forrige våpenhvilen brøt sammen i april.");
  ASSERT_EQ(document.ceasefires.size(), 2U);
  EXPECT_EQ(document.ceasefires[0].state, "proposed");
  EXPECT_EQ(document.ceasefires[1].state, "collapsed");
  ASSERT_TRUE(document.ceasefires[1].area);
  EXPECT_EQ(document.ceasefires[1].area->country, "SYR");
}

TEST(Ceasefires, LengthIsNotHowLongWasTalked) {
  const auto document =
      coded("en", "Armenia and Azerbaijan agreed on a truce after ten hours of talks in Moscow.");
  ASSERT_EQ(document.ceasefires.size(), 1U);
  EXPECT_FALSE(document.ceasefires[0].duration_hours);
}

TEST(Ceasefires, BegunAndLimitedItHasAnEnd) {
  const auto document =
      coded("en", "A 72-hour truce between Israel and Hamas took effect on Monday.");
  ASSERT_EQ(document.ceasefires.size(), 1U);
  ASSERT_TRUE(document.ceasefires[0].end_date);
  EXPECT_EQ(to_string(document.ceasefires[0].end_date->interval.begin), "2021-05-13");
}

}  // namespace
}  // namespace varde
