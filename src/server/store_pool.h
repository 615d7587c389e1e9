// Connections to one store, lent out one at a time. Safe from any thread.
#ifndef VARDE_SERVER_STORE_POOL_H_
#define VARDE_SERVER_STORE_POOL_H_

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/store.h"

namespace varde::server {

class StorePool {
 public:
  explicit StorePool(std::string where) : where_(std::move(where)) {}

  // A store that goes back to the pool when the loan ends, unless it was found broken.
  class Loan {
   public:
    Loan(StorePool* pool, std::unique_ptr<store::Store> store)
        : pool_(pool), store_(std::move(store)) {}
    Loan(Loan&&) = default;
    ~Loan() {
      if (store_ && !broken_) pool_->give_back(std::move(store_));
    }
    store::Store* operator->() const { return store_.get(); }
    store::Store* get() const { return store_.get(); }
    // The connection failed: the next loan opens another.
    void is_broken() { broken_ = true; }

   private:
    StorePool* pool_;
    std::unique_ptr<store::Store> store_;
    bool broken_ = false;
  };

  Result<Loan> borrow();

 private:
  void give_back(std::unique_ptr<store::Store> store);

  std::string where_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<store::Store>> idle_;
};

}  // namespace varde::server

#endif  // VARDE_SERVER_STORE_POOL_H_
