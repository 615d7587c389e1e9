#include "server/store_pool.h"

namespace varde::server {

Result<StorePool::Loan> StorePool::borrow() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto store = std::move(idle_.back());
      idle_.pop_back();
      return Loan(this, std::move(store));
    }
  }
  auto store = store::Store::open(where_, false);
  if (!store) return tl::unexpected(store.error());
  return Loan(this, *std::move(store));
}

void StorePool::give_back(std::unique_ptr<store::Store> store) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(store));
}

}  // namespace varde::server
