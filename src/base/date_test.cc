#include "varde/date.h"

#include <gtest/gtest.h>

namespace varde {
namespace {

TEST(Date, ReadsWhatItWrites) {
  for (const char* day : {"1000-01-01", "1995-05-29", "2000-02-29", "2016-10-13", "9999-12-31"}) {
    ASSERT_TRUE(parse_day(day).has_value()) << day;
    EXPECT_EQ(to_string(*parse_day(day)), day);
  }
}

TEST(Date, RefusesOtherShapes) {
  for (const char* day : {"", "2016", "2016-10", "2016-10-1", "2016-10-130", "2016/10/13",
                          "16-10-13", "2016-1a-13", "+016-10-13", " 2016-10-13", "2016-10-13T"}) {
    EXPECT_FALSE(parse_day(day).has_value()) << day;
  }
}

TEST(Date, RefusesDaysThatDoNotExist) {
  for (const char* day : {"2015-02-29", "1900-02-29", "2016-13-01", "2016-00-10", "2016-10-00",
                          "2016-04-31", "0999-12-31", "0000-01-01"}) {
    EXPECT_FALSE(parse_day(day).has_value()) << day;
  }
}

}  // namespace
}  // namespace varde
