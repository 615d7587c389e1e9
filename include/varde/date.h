// Days and day intervals, the only notion of time in Varde's output.
#ifndef VARDE_DATE_H_
#define VARDE_DATE_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace varde {

using Day = std::chrono::sys_days;  // proleptic Gregorian calendar

// First and last possible day, both inclusive; begin <= end.
struct Interval {
  Day begin{};
  Day end{};
  friend bool operator==(const Interval&, const Interval&) = default;
};

// "2016-10-13" -> the day; nothing for any other shape, for a day that does not exist, and for
// years outside 1000 to 9999.
std::optional<Day> parse_day(std::string_view iso);

// The day as YYYY-MM-DD.
std::string to_string(Day day);

}  // namespace varde

#endif  // VARDE_DATE_H_
