#include "event/lent_dates.h"

#include <gtest/gtest.h>

#include "event/record_fixture.h"

namespace varde {
namespace {

// "ASSAULT 2021-05-11" of each event; of one without a date "ASSAULT -".
std::string dates_of(std::string_view language, std::string_view text) {
  std::string all;
  for (const auto& event : coded(language, text).events) {
    if (!all.empty()) all += "; ";
    all += event.type + " " + (event.date ? to_string(event.date->interval.begin) : "-");
  }
  return all;
}

TEST(LentDates, HeadlineTakesTheDateOfTheStory) {
  EXPECT_EQ(dates_of("en",
                     "Russian jets bomb market in Aleppo\n\n"
                     "Residents of the city spoke of panic. "
                     "Russian jets bombed a market in Aleppo on Tuesday."),
            "ASSAULT 2021-05-11; ASSAULT 2021-05-11");
}

TEST(LentDates, HeadlineOfOthersTakesNone) {
  EXPECT_EQ(dates_of("en",
                     "Russian jets bomb market in Aleppo\n\n"
                     "Residents of the city spoke of panic. "
                     "Israeli soldiers killed a Lebanese farmer on Tuesday."),
            "ASSAULT -; ASSAULT 2021-05-11");
}

TEST(LentDates, VictimsDiedWhenTheAttackHappened) {
  EXPECT_EQ(dates_of("nb",
                     "Russiske fly bombet et marked i Aleppo tirsdag. "
                     "24 sivile ble drept, ifølge den syriske regjeringen."),
            "ASSAULT 2021-05-11; ASSAULT 2021-05-11");
}

TEST(LentDates, WhatCountsUpIsNotOfThatDay) {
  EXPECT_EQ(dates_of("en",
                     "Russian jets bombed a market in Aleppo on Tuesday. "
                     "Thousands of Syrian civilians have been killed."),
            "ASSAULT 2021-05-11; ASSAULT -");
}

TEST(LentDates, WhatCountsUpIsOfTheWholeStretch) {
  EXPECT_EQ(dates_of("en",
                     "Russian jets have bombed markets in Aleppo since April. "
                     "Thousands of Syrian civilians have been killed."),
            "ASSAULT 2021-04-01; ASSAULT 2021-04-01");
}

TEST(LentDates, VictimsOfAnAttackInTheirOwnSentenceAreNotOfTheOneBefore) {
  EXPECT_EQ(dates_of("en",
                     "Russian jets bombed a market in Aleppo on Tuesday. "
                     "Ninety soldiers died when American planes bombed Syrian posts on Sunday."),
            "ASSAULT 2021-05-11; ASSAULT 2021-05-09");
}

TEST(LentDates, ParagraphEndsWhatIsToldTogether) {
  EXPECT_EQ(dates_of("nb",
                     "Russiske fly bombet et marked i Aleppo tirsdag.\n\n"
                     "24 sivile ble drept, ifølge den syriske regjeringen."),
            "ASSAULT 2021-05-11; ASSAULT -");
}

}  // namespace
}  // namespace varde
