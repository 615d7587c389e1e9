#include "server/export_streams.h"

#include <thread>

namespace varde::server {
namespace {

constexpr size_t kMostAtOnce = 4;
constexpr size_t kPiece = 64 << 10;  // bytes; rows are gathered to pieces of this size
constexpr std::chrono::seconds kPatience{60};

}  // namespace

ExportStreams::~ExportStreams() {
  std::unique_lock lock(mutex_);
  for (const auto& channel : running_) channel->abandon();
  ended_.wait(lock, [&] { return running_.empty(); });
}

std::shared_ptr<Channel> ExportStreams::begin(store::Exporter exporter, store::Filter filter) {
  const std::lock_guard lock(mutex_);
  if (running_.size() >= kMostAtOnce) return nullptr;
  auto channel = std::make_shared<Channel>();
  running_.insert(channel);
  std::thread([this, channel, exporter = std::move(exporter), filter = std::move(filter)] {
    write(exporter, filter, channel.get());
    const std::lock_guard ending(mutex_);
    running_.erase(channel);
    ended_.notify_all();
  }).detach();
  return channel;
}

void ExportStreams::write(const store::Exporter& exporter, const store::Filter& filter,
                          Channel* channel) {
  auto store = stores_.borrow();
  if (!store) return channel->fail();
  std::string piece;
  const auto send = [&]() -> Result<void> {
    if (!channel->write(std::move(piece), kPatience)) return failure("nobody reads any more");
    piece.clear();
    return {};
  };
  auto done = exporter.write(store->get(), filter, [&](std::string_view bytes) -> Result<void> {
    piece += bytes;
    return piece.size() < kPiece ? Result<void>() : send();
  });
  if (done && !piece.empty()) done = send();
  if (done) return channel->close();
  store->is_broken();
  channel->fail();
}

}  // namespace varde::server
