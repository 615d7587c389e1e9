#include "server/answer_cache.h"

namespace varde::server {
namespace {

size_t size_of(const std::string& key, const Response& response) {
  constexpr size_t kBesides = 500;  // bytes, about: headers, and what keeps the lists
  return response.body.size() + 2 * key.size() + kBesides;
}

}  // namespace

std::shared_ptr<const Response> AnswerCache::find(const std::string& key) {
  const auto place = places_.find(key);
  if (place == places_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, place->second);
  return place->second->response;
}

void AnswerCache::keep(const std::string& key, std::shared_ptr<const Response> response) {
  bytes_ += size_of(key, *response);
  kept_.push_front({key, std::move(response)});
  places_[key] = kept_.begin();
  while (bytes_ > most_bytes_) {
    const Kept& oldest = kept_.back();
    bytes_ -= size_of(oldest.key, *oldest.response);
    places_.erase(oldest.key);
    kept_.pop_back();
  }
}

Response AnswerCache::answer(const std::string& key, const std::function<Response()>& work) {
  if (most_bytes_ == 0) return work();
  std::unique_lock lock(mutex_);
  if (const auto found = find(key)) {
    lock.unlock();
    return *found;
  }
  const auto [place, first] = works_.try_emplace(key, std::make_shared<Work>());
  const std::shared_ptr<Work> mine = place->second;
  if (!first) {
    over_.wait(lock, [&] { return mine->over; });
    lock.unlock();
    return mine->answer ? *mine->answer : work();
  }
  lock.unlock();
  // However the work ends, those who wait must hear of it.
  const std::shared_ptr<void> ending(nullptr, [&](void*) {
    const std::lock_guard relock(mutex_);
    mine->over = true;
    works_.erase(key);
    over_.notify_all();
  });
  Response response = work();
  if (response.status != 200 || response.stream) return response;
  mine->answer = std::make_shared<const Response>(response);
  if (size_of(key, response) <= most_bytes_ / 8) {
    const std::lock_guard relock(mutex_);
    keep(key, mine->answer);
  }
  return response;
}

}  // namespace varde::server
