// The best dependency tree for arc scores: maximum spanning arborescence with exactly one root
// (Chu & Liu 1965, Edmonds 1967; one root as in Zmigrod et al. 2020).
#ifndef VARDE_SYNTAX_TREE_H_
#define VARDE_SYNTAX_TREE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace varde::syntax {

// scores[d * stride + h] is the score of head h for word d: h = 0 is the root, h = w + 1 the word
// w. Scores are logits; they are normalised per word. Returns the head of each word in the same
// numbering: a tree in which exactly one word has head 0. Not-a-number counts as very low.
std::vector<uint32_t> best_tree(const float* scores, size_t words, size_t stride);

}  // namespace varde::syntax

#endif  // VARDE_SYNTAX_TREE_H_
