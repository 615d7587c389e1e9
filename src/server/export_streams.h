// Exports under way: each is written by a thread of its own into the channel of its answer, so that
// a slow reader holds up nobody else.
#ifndef VARDE_SERVER_EXPORT_STREAMS_H_
#define VARDE_SERVER_EXPORT_STREAMS_H_

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <set>

#include "server/channel.h"
#include "server/store_pool.h"
#include "store/export.h"

namespace varde::server {

class ExportStreams {
 public:
  explicit ExportStreams(StorePool* stores) : stores_(*stores) {}
  // Ends those under way and waits for them.
  ~ExportStreams();
  ExportStreams(const ExportStreams&) = delete;
  ExportStreams& operator=(const ExportStreams&) = delete;

  // Begins one; nothing when enough are under way.
  std::shared_ptr<Channel> begin(store::Exporter exporter, store::Filter filter);

 private:
  void write(const store::Exporter& exporter, const store::Filter& filter, Channel* channel);

  StorePool& stores_;
  std::mutex mutex_;
  std::condition_variable ended_;
  std::set<std::shared_ptr<Channel>> running_;
};

}  // namespace varde::server

#endif  // VARDE_SERVER_EXPORT_STREAMS_H_
