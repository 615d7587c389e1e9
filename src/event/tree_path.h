// The way between two words of a sentence in its tree.
#ifndef VARDE_EVENT_TREE_PATH_H_
#define VARDE_EVENT_TREE_PATH_H_

#include <cstdint>
#include <vector>

#include "syntax/parse.h"

namespace varde {

// From one word up to where the two ways to the root meet, and down to the other.
struct TreePath {
  int up = -1;                          // steps from the one; -1: in another sentence or too far
  int down = -1;                        // steps to the other
  Relation below_one = Relation::kDep;  // of the last word before they meet, on each side
  Relation below_other = Relation::kDep;
  int clauses = 0;  // clause boundaries on the way
};

// Paths from any word to one and the same.
class TreePaths {
 public:
  TreePaths(const Parse& parse, uint32_t to);
  TreePath from(uint32_t word) const;

 private:
  const Parse& parse_;
  std::vector<uint32_t> chain_;  // the word and its ancestors
};

}  // namespace varde

#endif  // VARDE_EVENT_TREE_PATH_H_
