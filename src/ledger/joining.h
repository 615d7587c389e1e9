// What entries of different ledgers have to do with each other: which attacks speak against a
// ceasefire, which meeting a round of talks follows. Pure functions of entries.
#ifndef VARDE_LEDGER_JOINING_H_
#define VARDE_LEDGER_JOINING_H_

#include <optional>
#include <span>
#include <vector>

#include "ledger/entry.h"

namespace varde::ledger {

// The days on which attacks would break the ceasefire: from the day that it holds (or was said to)
// to its end, its collapse or `now`. Nothing while it is only talked of.
std::optional<Interval> days_in_force(const Entry& ceasefire, std::optional<Day> now);

// The attacks that are alleged to break it, as the body's `violations`: ASSAULT incidents that
// happened in its area and days, by one who is bound, against another side or against civilians.
// Excluded groups break nothing, whoever attacks them. Each says by which side, on which, and by
// whose account. Who is bound when nobody says is anyone in the country.
Json violations_of(const Entry& ceasefire, std::span<const Entry> incidents,
                   std::optional<Day> now);

// A ceasefire that has a last day and was neither extended nor broken off is over when that day is:
// adds the state "expired" with the calendar for its source.
void expire(std::optional<Day> now, Entry* ceasefire);

// Whether one meeting is an earlier round of another: the same forum, or the same parties.
bool is_earlier_round(const Entry& earlier, const Entry& later);

}  // namespace varde::ledger

#endif  // VARDE_LEDGER_JOINING_H_
