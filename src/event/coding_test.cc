#include "event/coding.h"

#include <gtest/gtest.h>

#include "event/record_fixture.h"

namespace varde {
namespace {

// "ASSAULT negated RUS; REJECT actual TUR": types, states and actors.
std::string events_of(std::string_view language, std::string_view text) {
  std::string all;
  for (const auto& event : coded(language, text).events) {
    if (!all.empty()) all += "; ";
    all += event.type + " " + event.status + " " + countries_of(event.actor);
  }
  return all;
}

TEST(Coding, VictimsOfAnAttackThatTheSentenceNamesAreNoSecondOne) {
  EXPECT_EQ(events_of("en", "Thirty soldiers died when Russian jets bombed a base in Idlib."),
            "ASSAULT actual RUS");
  EXPECT_EQ(events_of("nb", "Russiske fly bombet en base i Idlib, og tretti soldater ble drept."),
            "ASSAULT actual RUS");
}

TEST(Coding, ThatNobodyDiedDoesNotUndoTheAttack) {
  EXPECT_EQ(events_of("en", "Russian jets bombed a base in Idlib, but no soldiers were killed."),
            "ASSAULT actual RUS");
}

TEST(Coding, VictimsByAnotherSourceAreASecondOne) {
  const auto document = coded("en",
                              "The Syrian government said Russian jets bombed a base in Idlib, "
                              "while Turkey said thirty soldiers died.");
  EXPECT_EQ(document.events.size(), 2U);
}

TEST(Coding, VictimsOfAnotherDayAreASecondOne) {
  const auto document = coded("en",
                              "Two jets bombed a base in Idlib on Monday, "
                              "and on Tuesday thirty soldiers died.");
  EXPECT_EQ(document.events.size(), 2U);
}

TEST(Coding, ClaimIsTheAttackThatItClaims) {
  EXPECT_EQ(events_of("nb", "Geriljagruppa ELN i Colombia innrømmer at den sto bak bilbomben."),
            "ASSAULT actual COL");
}

TEST(Coding, PurposeOfTheSameTypeIsTheSameEvent) {
  const auto document =
      coded("en", "The German chancellor flew to Kyiv to meet President Volodymyr Zelenskiy.");
  ASSERT_EQ(document.events.size(), 1U);
  EXPECT_EQ(document.events[0].type, "CONSULT");
  EXPECT_EQ(countries_of(document.events[0].actor), "DEU UKR");
}

TEST(Coding, DenialIsTheActNegated) {
  EXPECT_EQ(events_of("nb", "Russland avviser at russiske styrker skjøt mot byen Kharkiv."),
            "ASSAULT negated RUS");
  EXPECT_EQ(events_of("en", "Turkey rejected a ceasefire."), "REJECT actual TUR");
}

TEST(Coding, WhoWillNotDoItRefuses) {
  EXPECT_EQ(events_of("en", "The Taliban said they will not negotiate with Kabul."),
            "REJECT actual AFG");
  EXPECT_EQ(events_of("nn", "EU vil ikkje mekle i Catalonia."), "REJECT actual EUR");
}

TEST(Coding, WhatWillNotBeDoneIsNoRefusal) {
  EXPECT_EQ(events_of("en", "Turkish aid will not be delivered to Idlib on Friday."),
            "AID negated TUR");
}

TEST(Coding, RefusalHasTheModesOfRefusing) {
  const auto document = coded("en", "The Taliban said they will not negotiate with Kabul.");
  ASSERT_EQ(document.events.size(), 1U);
  EXPECT_EQ(document.events[0].mode, std::vector<std::string>{"meet"});
}

}  // namespace
}  // namespace varde
