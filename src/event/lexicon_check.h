// Lines of a lexicon that can never decide anything.
#ifndef VARDE_EVENT_LEXICON_CHECK_H_
#define VARDE_EVENT_LEXICON_CHECK_H_

#include <string>
#include <vector>

#include "event/lexicon.h"

namespace varde {

// One message a line ("file:line: what is wrong; what to do") whose words, in all their spellings
// ("call/term genocide"), stand under the same conditions in lines before it: the first of equals
// wins, so the line repeats or contradicts those.
std::vector<std::string> shadowed_entries(const Lexicon& lexicon);

}  // namespace varde

#endif  // VARDE_EVENT_LEXICON_CHECK_H_
