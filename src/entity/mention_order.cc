#include "entity/mention_order.h"

#include <algorithm>

namespace varde {

MentionOrder::MentionOrder(const Reading& reading) : r_(reading) {
  for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
    if (!r_.drafts[d].dropped) order_.push_back(d);
  }
  std::stable_sort(order_.begin(), order_.end(), [this](uint32_t a, uint32_t b) {
    return r_.drafts[a].head < r_.drafts[b].head;
  });
}

bool is_within(const Draft& inner, const Draft& outer) {
  return inner.first >= outer.first && inner.last <= outer.last;
}

}  // namespace varde
