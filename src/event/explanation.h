// How each event came about, for people: the sentence with its tree, the frame and the lexicon line
// that fired, and the words behind every role, status, date, place and source.
#ifndef VARDE_EVENT_EXPLANATION_H_
#define VARDE_EVENT_EXPLANATION_H_

#include <string>
#include <vector>

#include "event/analysis.h"
#include "event/coding.h"
#include "event/event.h"

namespace varde {

// Plain text, one part a sentence that evokes a frame, in text order. Control characters of the
// document are shown as spaces.
std::string explain_events(const Analysis& analysis, const EventKnowledge& knowledge,
                           const std::vector<Event>& events);

}  // namespace varde

#endif  // VARDE_EVENT_EXPLANATION_H_
