// Draft and adopted resolutions of bodies that vote.
#ifndef VARDE_EVENT_RESOLUTIONS_H_
#define VARDE_EVENT_RESOLUTIONS_H_

#include <vector>

#include "event/coding.h"
#include "event/event.h"
#include "event/records.h"
#include "event/terms.h"
#include "varde/coded_document.h"

namespace varde {

// A body that decides ("the Council extended the mandate", "parliament voted by 80 to 12"), or
// anybody who drafts, tables or vetoes a resolution, makes a record. What the article says of one
// and the same decision of a body joins into one record; the latest stage decides the state.
std::vector<ResolutionRecord> code_resolutions(const RecordWriter& writer,
                                               const EventKnowledge& knowledge, const Terms& terms,
                                               const std::vector<Event>& events);

}  // namespace varde

#endif  // VARDE_EVENT_RESOLUTIONS_H_
