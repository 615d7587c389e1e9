// The records that are worth a look. Answers as docs/api.md describes them.
#ifndef VARDE_STORE_REVIEW_QUEUE_H_
#define VARDE_STORE_REVIEW_QUEUE_H_

#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace varde::store {

struct QueuePosition {
  double score = 2;  // before all others: no record has more than 1
  std::string id;
};
struct QueuePage {
  std::vector<ledger::Json> items;
  std::optional<QueuePosition> next;
};

// Records that nobody has looked at, those most worth a look first (store/summaries.h), at most
// `limit` behind `after`.
Result<QueuePage> review_queue(Store* store, const QueuePosition& after, size_t limit);

}  // namespace varde::store

#endif  // VARDE_STORE_REVIEW_QUEUE_H_
