// Verbs of headlines. "Gunmen snatch priest in Nigeria": treebanks hold no headlines, so a tagger
// takes such verbs for nouns and the tree is of no use. In a headline without a finite verb the
// words before a form that the lexicon knows as a verb are its subject, those behind it its object,
// and those behind a preposition what the preposition says.
#ifndef VARDE_EVENT_HEADLINE_H_
#define VARDE_EVENT_HEADLINE_H_

#include <vector>

#include "event/analysis.h"
#include "event/lexicon.h"
#include "event/slots.h"

namespace varde {

// Whether a word that is tagged as a noun is the verb of a headline.
bool is_headline_verb(const Analysis& analysis, const Lexicon& lexicon, uint32_t word);

// What fills the slots of an event word: by position for verbs of headlines, else by the tree.
std::vector<Filler> fillers_in_context(const Analysis& analysis, const Lexicon& lexicon,
                                       uint32_t head);

}  // namespace varde

#endif  // VARDE_EVENT_HEADLINE_H_
