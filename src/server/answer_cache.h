// Answers that were given, kept for those who ask the same. Safe from any thread.
#ifndef VARDE_SERVER_ANSWER_CACHE_H_
#define VARDE_SERVER_ANSWER_CACHE_H_

#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "server/message.h"

namespace varde::server {

class AnswerCache {
 public:
  // Keeps answers of at most so many bytes together; those not asked for the longest go first. With
  // 0 all answers are worked out anew.
  explicit AnswerCache(size_t most_bytes) : most_bytes_(most_bytes) {}

  // The answer kept under the key, else that of `work`. While one works, others who ask for the
  // same wait and share its answer. Errors and streams are not kept or shared, very long answers
  // not kept. The key must say all that the answer depends on.
  Response answer(const std::string& key, const std::function<Response()>& work);

 private:
  struct Work {
    bool over = false;
    std::shared_ptr<const Response> answer;  // none when it cannot be shared
  };
  struct Kept {
    std::string key;
    std::shared_ptr<const Response> response;
  };

  std::shared_ptr<const Response> find(const std::string& key);
  void keep(const std::string& key, std::shared_ptr<const Response> response);

  size_t most_bytes_;
  std::mutex mutex_;
  std::condition_variable over_;  // some work is
  std::unordered_map<std::string, std::shared_ptr<Work>> works_;
  std::list<Kept> kept_;  // the last asked for first
  std::unordered_map<std::string, std::list<Kept>::iterator> places_;
  size_t bytes_ = 0;
};

}  // namespace varde::server

#endif  // VARDE_SERVER_ANSWER_CACHE_H_
