// Whether an article is about public affairs at all.
#ifndef VARDE_EVENT_TOPICALITY_H_
#define VARDE_EVENT_TOPICALITY_H_

#include <cstddef>
#include <vector>

#include "event/analysis.h"
#include "event/event.h"

namespace varde {

// Sport, business and culture use the words of conflict too ("attack", "shot", "talks"), but seldom
// of governments, parties and armed forces. Where too few of an article's events state such a
// participant, all lose `reported`: fewer than a third of them, or fewer than three (one in a brief
// of up to four sentences). A flash of one or two sentences is too short to tell. Returns how many
// were withheld.
size_t withhold_private_affairs(const Analysis& analysis, std::vector<Event>* events);

}  // namespace varde

#endif  // VARDE_EVENT_TOPICALITY_H_
