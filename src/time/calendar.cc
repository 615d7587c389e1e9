#include "time/calendar.h"

#include <algorithm>
#include <array>
#include <utility>

namespace varde {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

template <class Value, size_t N>
std::optional<Value> look_up(const std::array<std::pair<std::string_view, Value>, N>& names,
                             std::string_view name) {
  for (const auto& [key, value] : names) {
    if (key == name) return value;
  }
  return std::nullopt;
}

// Easter Sunday by Meeus, Astronomical Algorithms, chapter 8.
Day easter_sunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = b / 4;
  const int e = b % 4;
  const int f = (b + 8) / 25;
  const int g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4;
  const int k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return *make_day(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

// First day of a month of the tabular Islamic calendar: 29 and 30 days in turn, eleven leap days
// in thirty years, from 16 July 622 (Julian).
Day islamic_month(int year, int month) {
  constexpr int64_t kEpoch = -492148;  // day 1 of year 1 in days from 1970-01-01
  const int64_t before =
      int64_t{year - 1} * 354 + (3 + 11 * int64_t{year}) / 30 + 29 * (month - 1) + month / 2;
  return Day{days{kEpoch + before}};
}

// The interval of an Islamic month or feast that begins in a Gregorian year.
std::optional<Interval> islamic_feast(int year, int month, int first, int last) {
  const int about = (year - 622) * 33 / 32;
  for (int islamic = std::max(1, about - 1); islamic <= about + 2; ++islamic) {
    const Day begin = islamic_month(islamic, month) + days{first};
    if (year_of(begin) == year) return Interval{begin, islamic_month(islamic, month) + days{last}};
  }
  return std::nullopt;
}

Interval span_of(Day middle, int before, int after) {
  return {middle - days{before}, middle + days{after}};
}

}  // namespace

std::optional<TimeUnit> time_unit_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, TimeUnit>, 8> kNames{
      {{"minute", TimeUnit::kMinute},
       {"hour", TimeUnit::kHour},
       {"day", TimeUnit::kDay},
       {"weekend", TimeUnit::kWeekend},
       {"week", TimeUnit::kWeek},
       {"month", TimeUnit::kMonth},
       {"year", TimeUnit::kYear},
       {"decade", TimeUnit::kDecade}}};
  return look_up(kNames, name);
}

double hours_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kMinute:
      return 1.0 / 60;
    case TimeUnit::kHour:
      return 1;
    case TimeUnit::kDay:
      return 24;
    case TimeUnit::kWeekend:
      return 48;
    case TimeUnit::kWeek:
      return 7 * 24;
    case TimeUnit::kMonth:
      return 30 * 24;
    case TimeUnit::kYear:
      return 365 * 24;
    case TimeUnit::kDecade:
      return 3652 * 24;
  }
  return 0;
}

std::optional<Feast> feast_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Feast>, 14> kNames{
      {{"new_year", Feast::kNewYear},
       {"new_years_eve", Feast::kNewYearsEve},
       {"palm_sunday", Feast::kPalmSunday},
       {"maundy_thursday", Feast::kMaundyThursday},
       {"good_friday", Feast::kGoodFriday},
       {"easter", Feast::kEaster},
       {"easter_eve", Feast::kEasterEve},
       {"ascension", Feast::kAscension},
       {"pentecost", Feast::kPentecost},
       {"christmas", Feast::kChristmas},
       {"christmas_eve", Feast::kChristmasEve},
       {"ramadan", Feast::kRamadan},
       {"eid_al_fitr", Feast::kEidAlFitr},
       {"eid_al_adha", Feast::kEidAlAdha}}};
  return look_up(kNames, name);
}

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
  if (year < 1000 || year > 9999) return std::nullopt;
  const year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                            std::chrono::day{day}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

int year_of(Day day) { return static_cast<int>(year_month_day{day}.year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(year_month_day{day}.month()); }
int weekday_of(Day day) { return static_cast<int>(std::chrono::weekday{day}.iso_encoding()); }

Interval day_interval(Day day) { return {day, day}; }

Interval month_interval(int year, unsigned month) {
  const auto first = std::chrono::year{year} / std::chrono::month{month};
  return {Day{first / 1}, Day{first / std::chrono::last}};
}

Interval year_interval(int year) {
  return {Day{std::chrono::year{year} / 1 / 1}, Day{std::chrono::year{year} / 12 / 31}};
}

Interval unit_interval(TimeUnit unit, Day day, int by) {
  switch (unit) {
    case TimeUnit::kMinute:
    case TimeUnit::kHour:
      return day_interval(day);
    case TimeUnit::kDay:
      return day_interval(day + days{by});
    case TimeUnit::kWeekend: {
      const Day monday = weekday_on_or_before(day, 1) + days{7 * by};
      return {monday + days{5}, monday + days{6}};
    }
    case TimeUnit::kWeek: {
      const Day monday = weekday_on_or_before(day, 1) + days{7 * by};
      return {monday, monday + days{6}};
    }
    case TimeUnit::kMonth: {
      const Day first = moved(month_interval(year_of(day), month_of(day)).begin, unit, by);
      return month_interval(year_of(first), month_of(first));
    }
    case TimeUnit::kYear:
      return year_interval(year_of(day) + by);
    case TimeUnit::kDecade: {
      const int first = year_of(day) / 10 * 10 + 10 * by;
      return {year_interval(first).begin, year_interval(first + 9).end};
    }
  }
  return day_interval(day);
}

Interval season_interval(Season season, int year) {
  switch (season) {
    case Season::kSpring:
      return {month_interval(year, 3).begin, month_interval(year, 5).end};
    case Season::kSummer:
      return {month_interval(year, 6).begin, month_interval(year, 8).end};
    case Season::kAutumn:
      return {month_interval(year, 9).begin, month_interval(year, 11).end};
    case Season::kWinter:
      break;
  }
  return {month_interval(year, 12).begin, month_interval(year + 1, 2).end};
}

std::optional<Interval> feast_interval(Feast feast, int year) {
  if (year < 1000 || year > 9998) return std::nullopt;
  const Day easter = easter_sunday(year);
  switch (feast) {
    case Feast::kNewYear:
      return day_interval(*make_day(year, 1, 1));
    case Feast::kNewYearsEve:
      return day_interval(*make_day(year, 12, 31));
    case Feast::kPalmSunday:
      return day_interval(easter - days{7});
    case Feast::kMaundyThursday:
      return day_interval(easter - days{3});
    case Feast::kGoodFriday:
      return day_interval(easter - days{2});
    case Feast::kEasterEve:
      return day_interval(easter - days{1});
    case Feast::kEaster:
      return span_of(easter, 3, 1);
    case Feast::kAscension:
      return day_interval(easter + days{39});
    case Feast::kPentecost:
      return span_of(easter + days{49}, 0, 1);
    case Feast::kChristmas:
      return Interval{*make_day(year, 12, 24), *make_day(year, 12, 26)};
    case Feast::kChristmasEve:
      return day_interval(*make_day(year, 12, 24));
    case Feast::kRamadan:
      return islamic_feast(year, 9, 0, 29);
    case Feast::kEidAlFitr:
      return islamic_feast(year, 10, 0, 2);
    case Feast::kEidAlAdha:
      return islamic_feast(year, 12, 9, 12);
  }
  return std::nullopt;
}

Day moved(Day day, TimeUnit unit, int by) {
  switch (unit) {
    case TimeUnit::kMinute:
    case TimeUnit::kHour:
      return day;
    case TimeUnit::kDay:
      return day + days{by};
    case TimeUnit::kWeekend:
    case TimeUnit::kWeek:
      return day + days{7 * by};
    case TimeUnit::kMonth:
      break;
    case TimeUnit::kYear:
      by *= 12;
      break;
    case TimeUnit::kDecade:
      by *= 120;
      break;
  }
  const year_month_day date{day};
  const auto month = date.year() / date.month() + std::chrono::months{by};
  const year_month_day last{month / std::chrono::last};
  return Day{month / std::min(date.day(), last.day())};
}

Interval moved(Interval interval, TimeUnit unit, int by) {
  return {moved(interval.begin, unit, by), moved(interval.end, unit, by)};
}

Day weekday_on_or_before(Day day, int weekday) {
  return day - days{(weekday_of(day) - weekday + 7) % 7};
}

Day weekday_on_or_after(Day day, int weekday) {
  return day + days{(weekday - weekday_of(day) + 7) % 7};
}

Interval cover(Interval a, Interval b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

Interval third_of(Interval interval, Third third) {
  const Day begin = interval.begin;
  const auto length = days_in(interval);
  int first = 0;
  int second = 0;
  if (length >= 28 && length <= 31) {
    first = 10;
    second = 20;
  } else if (length >= 365) {
    first = static_cast<int>((moved(begin, TimeUnit::kMonth, 4) - begin).count());
    second = static_cast<int>((moved(begin, TimeUnit::kMonth, 8) - begin).count());
  } else if (length == 7) {
    first = second = 2;
    if (third == Third::kMiddle) return {begin + days{2}, begin + days{3}};
  } else {
    return interval;
  }
  if (third == Third::kBeginning) return {begin, begin + days{first - 1}};
  if (third == Third::kMiddle) return {begin + days{first}, begin + days{second - 1}};
  return {begin + days{second}, interval.end};
}

int64_t days_in(Interval interval) { return (interval.end - interval.begin).count() + 1; }

bool overlaps(Interval a, Interval b) { return a.begin <= b.end && b.begin <= a.end; }

bool within_range(Interval interval) {
  return interval.begin <= interval.end && interval.begin >= year_interval(1000).begin &&
         interval.end <= year_interval(9999).end;
}

}  // namespace varde
