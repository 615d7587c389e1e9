// Talks: meetings, rounds of negotiation, summits and calls between named parties.
#ifndef VARDE_EVENT_TALKS_H_
#define VARDE_EVENT_TALKS_H_

#include <vector>

#include "event/event.h"
#include "event/lexicon.h"
#include "event/records.h"
#include "event/terms.h"
#include "varde/coded_document.h"

namespace varde {

// Events of one meeting, however often the text speaks of it, join into one record: they share a
// participant, and date and place do not contradict each other. Events that speak of talks to come
// get their date where they have none.
std::vector<TalksRecord> code_talks(const RecordWriter& writer, const Lexicon& lexicon,
                                    const Terms& terms, std::vector<Event>* events);

}  // namespace varde

#endif  // VARDE_EVENT_TALKS_H_
