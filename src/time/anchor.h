// Which time expression dates a word that names an event.
#ifndef VARDE_TIME_ANCHOR_H_
#define VARDE_TIME_ANCHOR_H_

#include <cstdint>

#include "syntax/parse.h"
#include "time/times.h"

namespace varde {

// The expression that dates `word`, or null. `times` must come from `parse`. Pure, thread safe.
//
// An expression that covers the word or a part of its own phrase ("lørdagens møte", "søndagsmøtet")
// comes first. Then the tree is climbed from the word: at each step every expression counts that
// hangs on the word reached, directly or through a noun below it in the same clause ("bomba i
// sentrum 3. mai"). The climb
//   - goes from a noun to its verb, from an infinitive, a conjunct or an adverbial clause to the
//     verb above, when nothing was found below;
//   - leaves neither what is said (ccomp with a subject), nor a relative or participle clause on a
//     noun, nor a parataxis, nor a pluperfect below another tense ("after he had refused"), nor a
//     conjunct in the present below a past: they need not happen at the same time;
//   - enters the clause of a sibling only where that has no subject of its own and the same tense:
//     the time of one conjunct dates the next when it stands before both, and dates an earlier one
//     that has none ("downed tools and marched on Friday");
//   - takes the time of an infinitive that completes a verb for that verb, unless it lies ahead of
//     a verb in the past ("promised to leave on Friday").
// An expression that opens a clause ("two days after the bomb fell") dates that clause alone.
//
// Where the tree yields nothing, the order of the words does: the expression right before the verb,
// in the same stretch behind it, or at the head of the sentence whose main verb it is. What only
// says how long something lasts ("until Friday") is asked last of all.
//
// Of expressions at the same height the one nearer in the text wins; one without an interval counts
// like any other, since it says that the event happened at another time than its surroundings.
const TimeExpression* time_of(const Times& times, const Parse& parse, uint32_t word);

}  // namespace varde

#endif  // VARDE_TIME_ANCHOR_H_
