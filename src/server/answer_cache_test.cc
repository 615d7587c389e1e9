#include "server/answer_cache.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>
#include <vector>

namespace varde::server {
namespace {

Response with_body(std::string body, int status = 200) {
  Response response;
  response.status = status;
  response.body = std::move(body);
  return response;
}

// How often the work was done until the cache gave the answer.
struct Worker {
  AnswerCache& cache;
  int times = 0;

  std::string ask(const std::string& key, const std::string& body, int status = 200) {
    return cache
        .answer(key,
                [&] {
                  ++times;
                  return with_body(body, status);
                })
        .body;
  }
};

TEST(AnswerCache, KeepsAnswersByTheirKeys) {
  AnswerCache cache(100'000);
  Worker worker{cache};
  EXPECT_EQ(worker.ask("a", "first"), "first");
  EXPECT_EQ(worker.ask("a", "never made"), "first");
  EXPECT_EQ(worker.ask("b", "second"), "second");
  EXPECT_EQ(worker.times, 2);
}

TEST(AnswerCache, DoesNotKeepErrors) {
  AnswerCache cache(100'000);
  Worker worker{cache};
  EXPECT_EQ(worker.ask("a", "no", 503), "no");
  EXPECT_EQ(worker.ask("a", "yes"), "yes");
}

TEST(AnswerCache, DoesNotKeepStreams) {
  AnswerCache cache(100'000);
  int times = 0;
  const auto work = [&] {
    ++times;
    Response response;
    response.stream = std::make_shared<Channel>();
    return response;
  };
  cache.answer("a", work);
  cache.answer("a", work);
  EXPECT_EQ(times, 2);
}

TEST(AnswerCache, DoesNotKeepWhatWouldFillIt) {
  AnswerCache cache(100'000);
  Worker worker{cache};
  worker.ask("a", std::string(50'000, 'x'));
  worker.ask("a", std::string(50'000, 'x'));
  EXPECT_EQ(worker.times, 2);
}

TEST(AnswerCache, OfNoSizeKeepsNothing) {
  AnswerCache cache(0);
  Worker worker{cache};
  worker.ask("a", "");
  worker.ask("a", "");
  EXPECT_EQ(worker.times, 2);
}

TEST(AnswerCache, ForgetsWhatWasNotAskedForTheLongest) {
  AnswerCache cache(100'000);
  Worker worker{cache};
  const std::string long_answer(9'000, 'x');
  worker.ask("kept", long_answer);
  worker.ask("forgotten", long_answer);
  for (int i = 0; i < 12; ++i) {
    worker.ask("kept", "");
    worker.ask("other " + std::to_string(i), long_answer);
  }
  EXPECT_EQ(worker.times, 14);
  EXPECT_EQ(worker.ask("kept", ""), long_answer);
  EXPECT_EQ(worker.ask("forgotten", "again"), "again");
}

TEST(AnswerCache, ManyWhoAskAtOnceWaitForOne) {
  AnswerCache cache(100'000);
  constexpr int kThreads = 8;
  std::latch together(kThreads);
  std::atomic<int> times = 0;
  std::atomic<int> right = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      together.arrive_and_wait();
      for (int key = 0; key < 50; ++key) {
        const std::string name = std::to_string(key);
        const Response response = cache.answer(name, [&] {
          ++times;
          std::this_thread::yield();
          return with_body(name);
        });
        if (response.body == name) ++right;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(times, 50);
  EXPECT_EQ(right, kThreads * 50);
}

TEST(AnswerCache, WorkThatThrowsLeavesNobodyWaiting) {
  AnswerCache cache(100'000);
  EXPECT_THROW(cache.answer("a", []() -> Response { throw std::runtime_error("no memory"); }),
               std::runtime_error);
  Worker worker{cache};
  EXPECT_EQ(worker.ask("a", "made"), "made");
}

}  // namespace
}  // namespace varde::server
