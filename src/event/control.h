// Control: who holds, takes or loses a place.
#ifndef VARDE_EVENT_CONTROL_H_
#define VARDE_EVENT_CONTROL_H_

#include <vector>

#include "event/attribution.h"
#include "event/event.h"
#include "event/lexicon.h"
#include "event/records.h"
#include "varde/coded_document.h"

namespace varde {

// One record for each event whose frame speaks of control and whose clause names the place.
std::vector<ControlRecord> code_control(const RecordWriter& writer, const Lexicon& lexicon,
                                        const Attributions& attributions,
                                        const std::vector<Event>& events);

}  // namespace varde

#endif  // VARDE_EVENT_CONTROL_H_
