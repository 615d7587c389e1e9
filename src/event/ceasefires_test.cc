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

}  // namespace
}  // namespace varde
