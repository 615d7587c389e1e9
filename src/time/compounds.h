// Time words inside one token: "søndagsmøtet" says Sunday, "72-timersfristen" and "two-day" how
// long.
#ifndef VARDE_TIME_COMPOUNDS_H_
#define VARDE_TIME_COMPOUNDS_H_

#include <optional>
#include <string_view>

#include "text/number.h"
#include "time/time_matcher.h"

namespace varde {

// What token `token` holds, as a match of its own; nothing when it holds no time word.
std::optional<TimeMatch> time_in_compound(const TimeWords& words, const NumberReader& numbers,
                                          const Parse& parse, uint32_t token);

}  // namespace varde

#endif  // VARDE_TIME_COMPOUNDS_H_
