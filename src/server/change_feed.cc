#include "server/change_feed.h"

#include <nlohmann/json.hpp>

namespace varde::server {
namespace {

constexpr size_t kMostListeners = 200;
constexpr std::chrono::seconds kLook{1};
constexpr int kLooksPerSignOfLife = 15;  // so that a connection that is gone is noticed

}  // namespace

ChangeFeed::ChangeFeed(StorePool* stores) : stores_(*stores), thread_([this] { watch(); }) {}

ChangeFeed::~ChangeFeed() {
  stop();
  thread_.join();
}

std::shared_ptr<Channel> ChangeFeed::listen() {
  const std::lock_guard lock(mutex_);
  std::erase_if(listeners_, [](const auto& one) { return one->abandoned(); });
  if (stopping_ || listeners_.size() >= kMostListeners) return nullptr;
  auto channel = std::make_shared<Channel>();
  channel->offer("retry: 3000\n\n");
  listeners_.push_back(channel);
  woken_.notify_all();
  return channel;
}

void ChangeFeed::nudge() {
  const std::lock_guard lock(mutex_);
  nudged_ = true;
  woken_.notify_all();
}

void ChangeFeed::stop() {
  const std::lock_guard lock(mutex_);
  stopping_ = true;
  for (const auto& one : listeners_) one->close();
  listeners_.clear();
  woken_.notify_all();
}

void ChangeFeed::tell(const std::string& event) {
  const std::lock_guard lock(mutex_);
  // Who does not keep up comes back by itself.
  std::erase_if(listeners_, [&](const auto& one) {
    if (one->offer(event)) return false;
    one->fail();
    return true;
  });
}

std::string ChangeFeed::look() {
  auto store = stores_.borrow();
  if (!store) return "";
  const auto revision = (*store)->revision();
  if (!revision) {
    store->is_broken();
    return "";
  }
  const bool first = revision_ < 0;
  if (*revision == revision_) return "";
  revision_ = *revision;
  if (first) return "";
  const auto documents = (*store)->count_documents();
  const auto latest = (*store)->latest_day();
  const auto corrections = (*store)->count_corrections();
  if (!documents || !latest || !corrections) return "";
  const nlohmann::ordered_json data{
      {"documents", *documents},
      {"corrections", *corrections},
      {"latest_day",
       *latest ? nlohmann::ordered_json(to_string(**latest)) : nlohmann::ordered_json()}};
  return "id: " + std::to_string(*revision) + "\nevent: change\ndata: " + data.dump() + "\n\n";
}

void ChangeFeed::watch() {
  look();  // what changes from now on is news to whoever comes to listen
  int looks = 0;
  while (true) {
    {
      std::unique_lock lock(mutex_);
      if (listeners_.empty()) {
        woken_.wait(lock, [&] { return stopping_ || !listeners_.empty(); });
      } else {
        woken_.wait_for(lock, kLook, [&] { return stopping_ || nudged_; });
      }
      if (stopping_) return;
      nudged_ = false;
    }
    const std::string event = look();
    if (!event.empty()) tell(event);
    if (++looks % kLooksPerSignOfLife == 0) tell(":\n\n");
  }
}

}  // namespace varde::server
