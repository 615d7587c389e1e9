// What an article says of its ceasefires elsewhere than where it names them: who fights and who
// mediates, whether the fighting goes on, when it runs out.
#ifndef VARDE_EVENT_CEASEFIRE_CONTEXT_H_
#define VARDE_EVENT_CEASEFIRE_CONTEXT_H_

#include <vector>

#include "event/ceasefire_group.h"
#include "event/records.h"

namespace varde {

// Completes `groups`, all ceasefires of the document, and writes their roles into their records.
void complete_ceasefires(const RecordWriter& writer, const std::vector<Event>& events,
                         std::vector<CeasefireGroup>* groups);

}  // namespace varde

#endif  // VARDE_EVENT_CEASEFIRE_CONTEXT_H_
