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
// Istiklal-gata 13. november"). The climb
//   - goes from a noun, participle or adjective to what it depends on, from a bare infinitive or
//     complement (xcomp), a conjunct or a clause part to its verb: the clause's time dates them
//     all;
//   - leaves a clause with its own subject (ccomp, advcl, acl:relcl, parataxis, conj with nsubj)
//   only
//     when nothing was found in it, and then only for a purpose or manner clause (advcl, acl)
//     and a conjunct, which happen with their governor; what is said, known or asked (ccomp) and
//     what a relative clause tells of a noun need not, and get no time from outside;
//   - never enters the clause of a sibling: times of one conjunct do not leak into another.
// Of expressions at the same height the one nearer in the text wins; one without an interval counts
// like any other, since it says that the event happened at another time than its surroundings.
const TimeExpression* time_of(const Times& times, const Parse& parse, uint32_t word);

}  // namespace varde

#endif  // VARDE_TIME_ANCHOR_H_
