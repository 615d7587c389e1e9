// Ceasefires, truces and pauses in fighting that an article speaks of, with their terms.
#ifndef VARDE_EVENT_CEASEFIRES_H_
#define VARDE_EVENT_CEASEFIRES_H_

#include <vector>

#include "event/event.h"
#include "event/lexicon.h"
#include "event/records.h"
#include "event/terms.h"
#include "varde/coded_document.h"

namespace varde {

// Mentions join into one record unless they contradict each other: another duration, or one of them
// an earlier ceasefire ("the previous truce"). The latest stage that an article reports is the
// state.
std::vector<CeasefireRecord> code_ceasefires(const RecordWriter& writer, const Lexicon& lexicon,
                                             const Terms& terms, const std::vector<Event>& events);

}  // namespace varde

#endif  // VARDE_EVENT_CEASEFIRES_H_
