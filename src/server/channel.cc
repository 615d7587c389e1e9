#include "server/channel.h"

namespace varde::server {
namespace {

constexpr size_t kMostUnread = 1 << 20;  // bytes

}  // namespace

bool Channel::write(std::string piece, std::chrono::seconds patience) {
  std::unique_lock lock(mutex_);
  const bool room = read_.wait_for(lock, patience,
                                   [&] { return abandoned_ || closed_ || unread_ < kMostUnread; });
  if (!room || abandoned_ || closed_) return false;
  unread_ += piece.size();
  pieces_.push_back(std::move(piece));
  serve(std::move(lock));
  return true;
}

bool Channel::offer(std::string piece) {
  std::unique_lock lock(mutex_);
  if (abandoned_ || closed_ || unread_ >= kMostUnread) return false;
  unread_ += piece.size();
  pieces_.push_back(std::move(piece));
  serve(std::move(lock));
  return true;
}

void Channel::close() {
  std::unique_lock lock(mutex_);
  closed_ = true;
  read_.notify_all();
  serve(std::move(lock));
}

void Channel::fail() {
  std::unique_lock lock(mutex_);
  closed_ = true;
  broken_ = true;
  read_.notify_all();
  serve(std::move(lock));
}

void Channel::next(Reader use) {
  std::unique_lock lock(mutex_);
  waiting_ = std::move(use);
  serve(std::move(lock));
}

void Channel::abandon() {
  // What the reader holds may end with it, and come back here: not under the lock.
  Reader reader;
  {
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
    reader = std::move(waiting_);
    waiting_ = nullptr;
    read_.notify_all();
  }
}

bool Channel::abandoned() {
  const std::lock_guard lock(mutex_);
  return abandoned_;
}

// Hands over what there is to the reader who waits; called without the lock held, for the reader
// may come back at once.
void Channel::serve(std::unique_lock<std::mutex> lock) {
  if (!waiting_ || (pieces_.empty() && !closed_)) return;
  std::optional<std::string> piece;
  if (!pieces_.empty()) {
    piece = std::move(pieces_.front());
    pieces_.pop_front();
    unread_ -= piece->size();
    read_.notify_all();
  }
  Reader use = std::move(waiting_);
  waiting_ = nullptr;
  const bool broken = broken_;
  lock.unlock();
  use(std::move(piece), broken);
}

}  // namespace varde::server
