// When a document was written, from its own words.
#ifndef VARDE_TIME_DATING_H_
#define VARDE_TIME_DATING_H_

#include <optional>
#include <vector>

#include "syntax/parse.h"
#include "time/found_time.h"
#include "time/times.h"

namespace varde {

struct DocumentDate {
  std::optional<Interval> published;
  PublishedBasis basis = PublishedBasis::kUnknown;
};

// In this order:
//   metadata   what the caller knows;
//   dateline   a date with its year in a dateline or a line of its own at the top or bottom
//              ("OSLO 13. oktober 2016", "(AP) March 5, 2003", "date 2016-12");
//   inferred   from the latest day in the past that the text names by day and month, the year given
//              or taken from the latest year in the text: the day itself and the next when the
//              first sentence names it and no other weekday; otherwise the first weekday after it
//              that the text tells of in the past, and the next; otherwise that day and the six
//              after it. News names a weekday without a date for the last days only, so later ones
//              would be dated. A month after that day, told in the past, makes the day too old to
//              go by.
// A dateline without a year gets the year that inferring would use.
//
// Where the text names no day at all, `in_office` helps: the days on which everybody it speaks of
// held office. Of these the first is taken that agrees with the months and weekdays that the story
// tells of: a month of the last four and not the present one; the day or the day before it named
// as a weekday in the past; past the tenth when "the beginning of the month" lies behind. Without
// both a month and a weekday nothing is inferred.
DocumentDate date_document(const Parse& parse, const std::vector<FoundTime>& found,
                           const std::optional<Interval>& metadata,
                           const std::vector<Interval>& in_office = {});

}  // namespace varde

#endif  // VARDE_TIME_DATING_H_
