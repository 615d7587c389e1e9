// Draft and adopted resolutions of bodies that vote.
#ifndef VARDE_EVENT_RESOLUTIONS_H_
#define VARDE_EVENT_RESOLUTIONS_H_

#include <vector>

#include "event/event.h"
#include "event/lexicon.h"
#include "event/records.h"
#include "event/terms.h"
#include "varde/coded_document.h"

namespace varde {

// An article's mentions of a body's resolution join into one record for each body; the vote decides
// the state.
std::vector<ResolutionRecord> code_resolutions(const RecordWriter& writer, const Lexicon& lexicon,
                                               const Terms& terms,
                                               const std::vector<Event>& events);

}  // namespace varde

#endif  // VARDE_EVENT_RESOLUTIONS_H_
