// A body that is written while it is sent: one thread writes pieces, the connection takes them.
// All calls are safe from any thread.
#ifndef VARDE_SERVER_CHANNEL_H_
#define VARDE_SERVER_CHANNEL_H_

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace varde::server {

class Channel {
 public:
  // What the connection wants: a piece, or nothing when there will be no more. `broken` says that
  // the end is none: the writer failed.
  using Reader = std::function<void(std::optional<std::string> piece, bool broken)>;

  // The writer's side. `write` waits while much is unread; both say false when nobody reads any
  // more, or not fast enough.
  bool write(std::string piece, std::chrono::seconds patience);
  bool offer(std::string piece);
  void close();
  void fail();

  // The connection's side. Calls `use` once, at once or as soon as there is something to tell, on
  // the thread that tells it.
  void next(Reader use);
  // Nobody reads any more.
  void abandon();
  bool abandoned();

 private:
  void serve(std::unique_lock<std::mutex> lock);

  std::mutex mutex_;
  std::condition_variable read_;
  std::deque<std::string> pieces_;
  size_t unread_ = 0;
  bool closed_ = false;
  bool broken_ = false;
  bool abandoned_ = false;
  Reader waiting_;
};

}  // namespace varde::server

#endif  // VARDE_SERVER_CHANNEL_H_
