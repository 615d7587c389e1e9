// Most sentences need no search: if every word's best head already gives a tree with one root, that
// is the answer. Otherwise Chu-Liu/Edmonds: take every node's best incoming arc; if these hold a
// cycle, contract it to one node whose incoming arcs score what they gain over the cycle arc that
// they would replace, solve the smaller problem, and break the cycle where its solution enters it.
// Arcs from the root pay a fee larger than any tree's total, so the best tree has the fewest
// possible of them, one.

#include "syntax/tree.h"

#include <algorithm>
#include <limits>

namespace varde::syntax {
namespace {

constexpr double kLowest = -1e4;
constexpr double kNever = -std::numeric_limits<double>::infinity();
constexpr uint32_t kNone = UINT32_MAX;

// A dense graph: at(d, h) scores the arc h -> d; node 0 is the root.
struct Graph {
  explicit Graph(size_t nodes) : n(nodes), score(nodes * nodes, kNever) {}
  double& at(size_t d, size_t h) { return score[d * n + h]; }
  double at(size_t d, size_t h) const { return score[d * n + h]; }
  size_t n;
  std::vector<double> score;
};

// Scores count from the row's best: what is taken from all of a word's arcs alike, a logarithm of
// the sum of exponentials too, changes no tree, as each tree holds one of them.
void fill_row(const float* row, size_t heads, size_t d, Graph* graph) {
  double top = kLowest;
  for (size_t h = 0; h < heads; ++h) top = std::max(top, static_cast<double>(row[h]));
  for (size_t h = 0; h < heads; ++h) {
    if (h == d) continue;
    const double value = row[h] == row[h] ? row[h] - top : kLowest;
    graph->at(d, h) = std::max(value, kLowest);
  }
}

std::vector<uint32_t> best_heads(const Graph& graph) {
  std::vector<uint32_t> heads(graph.n, kNone);
  for (size_t d = 1; d < graph.n; ++d) {
    const double* row = graph.score.data() + d * graph.n;
    heads[d] = static_cast<uint32_t>(std::max_element(row, row + graph.n) - row);
  }
  return heads;
}

// A cycle of the head function, or nothing.
std::vector<uint32_t> find_cycle(const std::vector<uint32_t>& heads) {
  std::vector<uint32_t> seen(heads.size(), 0);
  for (uint32_t start = 1; start < heads.size(); ++start) {
    uint32_t at = start;
    while (at != 0 && seen[at] == 0) {
      seen[at] = start;
      at = heads[at];
    }
    if (at == 0 || seen[at] != start) continue;
    std::vector<uint32_t> cycle = {at};
    for (uint32_t next = heads[at]; next != at; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

std::vector<uint32_t> arborescence(const Graph& graph);

// The graph with the cycle as its last node, and for each of its arcs the original one.
struct Contraction {
  Contraction(const Graph& graph, const std::vector<uint32_t>& heads,
              const std::vector<uint32_t>& cycle);

  std::vector<uint32_t> kept;   // original number of each node but the last
  std::vector<uint32_t> entry;  // by head in the small graph: the cycle's node that it would enter
  std::vector<uint32_t> leave;  // by dependent in the small graph: the cycle's best head for it
  Graph small;
};

Contraction::Contraction(const Graph& graph, const std::vector<uint32_t>& heads,
                         const std::vector<uint32_t>& cycle)
    : small(graph.n - cycle.size() + 1) {
  std::vector<bool> inside(graph.n, false);
  for (uint32_t c : cycle) inside[c] = true;
  for (uint32_t v = 0; v < graph.n; ++v) {
    if (!inside[v]) kept.push_back(v);
  }
  entry.assign(kept.size(), kNone);
  leave.assign(kept.size(), kNone);
  const size_t whole = kept.size();
  for (size_t i = 0; i < kept.size(); ++i) {
    for (size_t j = 0; j < kept.size(); ++j) small.at(i, j) = graph.at(kept[i], kept[j]);
    for (uint32_t c : cycle) {
      const double out = graph.at(kept[i], c);
      if (out > small.at(i, whole)) small.at(i, whole) = out, leave[i] = c;
      const double gain = graph.at(c, kept[i]) - graph.at(c, heads[c]);
      if (gain > small.at(whole, i)) small.at(whole, i) = gain, entry[i] = c;
    }
  }
}

std::vector<uint32_t> expand(const Contraction& contraction, std::vector<uint32_t> heads) {
  const std::vector<uint32_t> solved = arborescence(contraction.small);
  const auto whole = static_cast<uint32_t>(contraction.kept.size());
  for (uint32_t i = 1; i < whole; ++i) {
    heads[contraction.kept[i]] =
        solved[i] == whole ? contraction.leave[i] : contraction.kept[solved[i]];
  }
  const uint32_t from = solved[whole];
  heads[contraction.entry[from]] = contraction.kept[from];
  return heads;
}

// Recursion ends: each contraction has fewer nodes.
std::vector<uint32_t> arborescence(const Graph& graph) {
  std::vector<uint32_t> heads = best_heads(graph);
  const std::vector<uint32_t> cycle = find_cycle(heads);
  if (cycle.empty()) return heads;
  const Contraction contraction(graph, heads, cycle);
  return expand(contraction, std::move(heads));
}

}  // namespace

std::vector<uint32_t> best_tree(const float* scores, size_t words, size_t stride) {
  if (words == 0) return {};
  Graph graph(words + 1);
  const double fee = 4 * -kLowest * static_cast<double>(words + 1);
  for (size_t d = 1; d <= words; ++d) {
    fill_row(scores + (d - 1) * stride, words + 1, d, &graph);
  }
  std::vector<uint32_t> heads = best_heads(graph);
  const bool one_root = std::count(heads.begin() + 1, heads.end(), 0u) == 1;
  if (!one_root || !find_cycle(heads).empty()) {
    for (size_t d = 1; d <= words; ++d) graph.at(d, 0) -= fee;
    heads = arborescence(graph);
  }
  heads.erase(heads.begin());
  return heads;
}

}  // namespace varde::syntax
