// What hangs on a word.
#ifndef VARDE_SYNTAX_CHILDREN_H_
#define VARDE_SYNTAX_CHILDREN_H_

#include <cstdint>
#include <string_view>

#include "syntax/parse.h"

namespace varde {

// Whether a word has a child by that relation; with `tense`, one whose feature Tense it is.
inline bool has_child(const Parse& parse, uint32_t word, Relation relation,
                      std::string_view tense = {}) {
  for (uint32_t c = parse.child_begin[word]; c < parse.child_begin[word + 1]; ++c) {
    const Word& child = parse.words[parse.children[c]];
    if (child.relation != relation) continue;
    if (tense.empty() || feature(child.feats, "Tense") == tense) return true;
  }
  return false;
}

// Whether a word is another or hangs on it, through a few others at most.
inline bool is_within(const Parse& parse, uint32_t word, uint32_t above) {
  constexpr int kHighestClimb = 12;
  for (int climbed = 0; word != kNoHead && climbed < kHighestClimb; ++climbed) {
    if (word == above) return true;
    word = parse.words[word].head;
  }
  return false;
}

}  // namespace varde

#endif  // VARDE_SYNTAX_CHILDREN_H_
