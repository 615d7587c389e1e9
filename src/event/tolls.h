// Tolls: every number of people killed, wounded, missing, displaced, detained or abducted, and who
// says so.
#ifndef VARDE_EVENT_TOLLS_H_
#define VARDE_EVENT_TOLLS_H_

#include <vector>

#include "event/attribution.h"
#include "event/event.h"
#include "event/lexicon.h"
#include "event/records.h"
#include "event/toll_words.h"
#include "varde/coded_document.h"

namespace varde {

std::vector<TollRecord> code_tolls(const RecordWriter& writer, const TollWords& words,
                                   const Lexicon& lexicon, const Attributions& attributions,
                                   const std::vector<Event>& events);

}  // namespace varde

#endif  // VARDE_EVENT_TOLLS_H_
