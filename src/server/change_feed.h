// Tells those who listen that the store has changed, by whatever program: looks at its revision
// every second while somebody listens. Server-sent events, as the HTML standard describes them.
#ifndef VARDE_SERVER_CHANGE_FEED_H_
#define VARDE_SERVER_CHANGE_FEED_H_

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "server/channel.h"
#include "server/store_pool.h"

namespace varde::server {

class ChangeFeed {
 public:
  explicit ChangeFeed(StorePool* stores);
  ~ChangeFeed();
  ChangeFeed(const ChangeFeed&) = delete;
  ChangeFeed& operator=(const ChangeFeed&) = delete;

  // A stream of events; nothing when too many listen already.
  std::shared_ptr<Channel> listen();
  // Looks now: something was written.
  void nudge();
  // Ends all streams.
  void stop();

 private:
  void watch();
  void tell(const std::string& event);
  // The event, when the revision is another than the last.
  std::string look();

  StorePool& stores_;
  std::mutex mutex_;
  std::condition_variable woken_;
  std::vector<std::shared_ptr<Channel>> listeners_;
  bool nudged_ = false;
  bool stopping_ = false;
  int64_t revision_ = -1;  // of the watching thread alone
  std::thread thread_;
};

}  // namespace varde::server

#endif  // VARDE_SERVER_CHANGE_FEED_H_
