// The drafts of a document in the order of the text, as the rules of coreference walk over them.
#ifndef VARDE_ENTITY_MENTION_ORDER_H_
#define VARDE_ENTITY_MENTION_ORDER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "entity/draft.h"

namespace varde {

// Drafts that were not dropped, by their heads. Drafts added to the reading later are not in it.
class MentionOrder {
 public:
  static constexpr size_t kMostCandidates = 400;  // drafts looked at for one anaphor

  explicit MentionOrder(const Reading& reading);

  size_t size() const { return order_.size(); }
  uint32_t operator[](size_t at) const { return order_[at]; }

  // Gives the drafts before a place of the order, the nearest first, with their distance in
  // sentences, until `take` returns true or `reach` sentences or kMostCandidates are passed.
  template <class Take>
  void walk_back(size_t at, uint32_t reach, Take take) const {
    const uint32_t here = sentence(order_[at]);
    for (size_t back = at, seen = 0; back-- > 0 && seen < kMostCandidates; ++seen) {
      const uint32_t distance = here - sentence(order_[back]);
      if (distance > reach || take(order_[back], distance)) return;
    }
  }

  // The sentence of a draft.
  uint32_t sentence(uint32_t draft) const { return r_.parse.sentence_of[r_.drafts[draft].head]; }

 private:
  const Reading& r_;
  std::vector<uint32_t> order_;
};

// Whether a draft lies within the words of another, or is it.
bool is_within(const Draft& inner, const Draft& outer);

}  // namespace varde

#endif  // VARDE_ENTITY_MENTION_ORDER_H_
