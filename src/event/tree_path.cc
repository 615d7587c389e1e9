#include "event/tree_path.h"

#include <algorithm>

namespace varde {
namespace {

constexpr int kLongest = 24;

bool is_clause(Relation relation) {
  switch (relation) {
    case Relation::kAcl:
    case Relation::kAclRelcl:
    case Relation::kAdvcl:
    case Relation::kCcomp:
    case Relation::kCsubj:
    case Relation::kParataxis:
    case Relation::kXcomp:
      return true;
    default:
      return false;
  }
}

}  // namespace

TreePaths::TreePaths(const Parse& parse, uint32_t to) : parse_(parse) {
  for (int step = 0; step <= kLongest && to != kNoHead; ++step) {
    chain_.push_back(to);
    to = parse_.words[to].head;
  }
}

TreePath TreePaths::from(uint32_t word) const {
  TreePath path;
  for (int up = 0; up <= kLongest && word != kNoHead; ++up) {
    const auto meeting = std::find(chain_.begin(), chain_.end(), word);
    if (meeting != chain_.end()) {
      path.up = up;
      path.down = static_cast<int>(meeting - chain_.begin());
      if (path.down > 0) path.below_other = parse_.words[*(meeting - 1)].relation;
      for (auto at = chain_.begin(); at != meeting; ++at) {
        path.clauses += is_clause(parse_.words[*at].relation) ? 1 : 0;
      }
      return path;
    }
    path.below_one = parse_.words[word].relation;
    path.clauses += is_clause(path.below_one) ? 1 : 0;
    word = parse_.words[word].head;
  }
  return {};
}

}  // namespace varde
