// Joins events of a sentence that tell of one happening.
#ifndef VARDE_EVENT_REPETITIONS_H_
#define VARDE_EVENT_REPETITIONS_H_

#include <vector>

#include "event/analysis.h"
#include "event/event.h"

namespace varde {

// Of two reported events of one type in a sentence only one stays reported when
//   - two words of one clause evoke them ("killed in an air strike"): the one that names more;
//   - one tells what the other did ("39 were killed when two rockets struck"), unless it has a
//     source, a time or an actor of its own: the attack;
//   - one claims the other ("admitted that it was behind the bomb"): the claim;
//   - one is what the other is for ("came to Kyiv to meet him"): what is done.
// It takes over what it lacks of participants, place and date; the other's `part_of` names it.
// `events` stand in the order of their heads.
void join_repetitions(const Analysis& analysis, std::vector<Event>* events);

}  // namespace varde

#endif  // VARDE_EVENT_REPETITIONS_H_
