// Calendar arithmetic over day intervals. Pure functions, proleptic Gregorian calendar, weeks from
// Monday to Sunday (ISO 8601). Days outside the years 1000 to 9999 are given back as nothing.
#ifndef VARDE_TIME_CALENDAR_H_
#define VARDE_TIME_CALENDAR_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "varde/date.h"

namespace varde {

enum class TimeUnit : uint8_t { kMinute, kHour, kDay, kWeekend, kWeek, kMonth, kYear, kDecade };
std::optional<TimeUnit> time_unit_of(std::string_view name);  // "day"
double hours_of(TimeUnit unit);  // of one; a month counts 30 days and a year 365

enum class Season : uint8_t { kSpring, kSummer, kAutumn, kWinter };

// Movable and fixed feasts. Easter by the Gauss-Meeus rule for the western churches; the Muslim
// months by the tabular Islamic calendar (civil epoch), which may be a day off what is observed.
enum class Feast : uint8_t {
  kNewYear,
  kNewYearsEve,
  kPalmSunday,
  kMaundyThursday,
  kGoodFriday,
  kEaster,
  kEasterEve,
  kAscension,
  kPentecost,
  kChristmas,
  kChristmasEve,
  kRamadan,
  kEidAlFitr,
  kEidAlAdha,
};
std::optional<Feast> feast_of(std::string_view name);  // "good_friday"

// The named stretch of a calendar unit by the conventions of the gold guide: of a month 1st to
// 10th, 11th to 20th, 21st to the end; of a year four months each; of a week Monday and Tuesday,
// Wednesday and Thursday, Wednesday to Sunday. Other intervals stay what they are.
enum class Third : uint8_t { kBeginning, kMiddle, kEnd };

std::optional<Day> make_day(int year, unsigned month, unsigned day);
int year_of(Day day);
unsigned month_of(Day day);
int weekday_of(Day day);  // 1 Monday to 7 Sunday

Interval day_interval(Day day);
Interval month_interval(int year, unsigned month);  // month 1 to 12
Interval year_interval(int year);
// The calendar unit that holds `day`, moved by `by` units; of hours and minutes, the day itself.
Interval unit_interval(TimeUnit unit, Day day, int by);
Interval season_interval(Season season, int year);  // winter begins in December of `year`
// Nothing when the feast falls outside the year (a Muslim month may).
std::optional<Interval> feast_interval(Feast feast, int year);

// `day` moved by so many units; the day of the month is cut to the month's length.
Day moved(Day day, TimeUnit unit, int by);
Interval moved(Interval interval, TimeUnit unit, int by);

Day weekday_on_or_before(Day day, int weekday);
Day weekday_on_or_after(Day day, int weekday);

Interval cover(Interval a, Interval b);
Interval third_of(Interval interval, Third third);
int64_t days_in(Interval interval);
bool overlaps(Interval a, Interval b);
bool within_range(Interval interval);  // begin <= end and years 1000 to 9999

}  // namespace varde

#endif  // VARDE_TIME_CALENDAR_H_
