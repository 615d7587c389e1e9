#include "time/calendar.h"

#include <gtest/gtest.h>

namespace varde {
namespace {

Day day(std::string_view iso) { return *parse_day(iso); }

std::string show(Interval interval) {
  return to_string(interval.begin) + ".." + to_string(interval.end);
}

TEST(Calendar, KnowsEaster) {
  // From the table of the United States Naval Observatory.
  for (const char* sunday : {"1995-04-16", "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27",
                             "2019-04-21", "2024-03-31", "2038-04-25"}) {
    const auto easter = feast_interval(Feast::kEaster, year_of(day(sunday)));
    ASSERT_TRUE(easter.has_value());
    EXPECT_EQ(to_string(easter->end - std::chrono::days{1}), sunday);
    EXPECT_EQ(weekday_of(easter->begin), 4);
  }
}

TEST(Calendar, KnowsMuslimFeastsToADay) {
  EXPECT_EQ(show(*feast_interval(Feast::kEidAlFitr, 2003)), "2003-11-26..2003-11-28");
  EXPECT_EQ(to_string(feast_interval(Feast::kRamadan, 2016)->begin), "2016-06-07");
  EXPECT_EQ(to_string(feast_interval(Feast::kEidAlAdha, 2016)->begin), "2016-09-13");
}

TEST(Calendar, EveryYearHasItsFeasts) {
  for (int year = 1000; year <= 2500; ++year) {
    const auto easter = feast_interval(Feast::kEaster, year);
    ASSERT_TRUE(easter.has_value()) << year;
    EXPECT_EQ(year_of(easter->begin), year);
    EXPECT_EQ(weekday_of(easter->end), 1) << year;
  }
}

TEST(Calendar, MovesByUnits) {
  EXPECT_EQ(to_string(moved(day("2016-01-31"), TimeUnit::kMonth, 1)), "2016-02-29");
  EXPECT_EQ(to_string(moved(day("2016-02-29"), TimeUnit::kYear, -1)), "2015-02-28");
  EXPECT_EQ(to_string(moved(day("2016-01-01"), TimeUnit::kDay, -1)), "2015-12-31");
  EXPECT_EQ(to_string(moved(day("2016-10-13"), TimeUnit::kWeek, 2)), "2016-10-27");
}

TEST(Calendar, FindsUnits) {
  EXPECT_EQ(show(unit_interval(TimeUnit::kWeek, day("2016-10-16"), 0)), "2016-10-10..2016-10-16");
  EXPECT_EQ(show(unit_interval(TimeUnit::kWeek, day("2016-10-17"), -1)), "2016-10-10..2016-10-16");
  EXPECT_EQ(show(unit_interval(TimeUnit::kMonth, day("2016-01-31"), 1)), "2016-02-01..2016-02-29");
  EXPECT_EQ(show(unit_interval(TimeUnit::kWeekend, day("2016-10-13"), 0)),
            "2016-10-15..2016-10-16");
}

TEST(Calendar, FindsWeekdays) {
  for (int offset = 0; offset < 14; ++offset) {
    const Day from = day("2016-10-13") + std::chrono::days{offset};
    for (int weekday = 1; weekday <= 7; ++weekday) {
      const Day before = weekday_on_or_before(from, weekday);
      const Day after = weekday_on_or_after(from, weekday);
      EXPECT_EQ(weekday_of(before), weekday);
      EXPECT_EQ(weekday_of(after), weekday);
      EXPECT_TRUE(before <= from && from - before < std::chrono::days{7});
      EXPECT_TRUE(after >= from && after - from < std::chrono::days{7});
    }
  }
}

TEST(Calendar, CutsIntoThirds) {
  const auto february = month_interval(2015, 2);
  EXPECT_EQ(show(third_of(february, Third::kBeginning)), "2015-02-01..2015-02-10");
  EXPECT_EQ(show(third_of(february, Third::kMiddle)), "2015-02-11..2015-02-20");
  EXPECT_EQ(show(third_of(february, Third::kEnd)), "2015-02-21..2015-02-28");
  const auto week = unit_interval(TimeUnit::kWeek, day("2016-10-13"), 0);
  EXPECT_EQ(show(third_of(week, Third::kEnd)), "2016-10-12..2016-10-16");
  EXPECT_EQ(show(third_of(day_interval(day("2016-10-13")), Third::kEnd)), "2016-10-13..2016-10-13");
}

}  // namespace
}  // namespace varde
