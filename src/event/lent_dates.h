// Dates that one event lends another that tells of the same happening.
#ifndef VARDE_EVENT_LENT_DATES_H_
#define VARDE_EVENT_LENT_DATES_H_

#include <vector>

#include "event/analysis.h"
#include "event/event.h"

namespace varde {

// Of the reported events that happened and have no time of their own
//   - one in a headline takes the date of the first event of its type in the story, of the same
//     word if there is one, whose participants may be its own;
//   - one whose frame tells of an aftermath ("24 were killed") takes that of an event of its type
//     right before, in its sentence or the one before, in the same paragraph; in the perfect, which
//     counts up, only that of a stretch ("since May"), and otherwise none of a stretch.
// Nothing else is carried over: a clause without a time mostly has another one.
void lend_dates(const Analysis& analysis, std::vector<Event>* events);

}  // namespace varde

#endif  // VARDE_EVENT_LENT_DATES_H_
