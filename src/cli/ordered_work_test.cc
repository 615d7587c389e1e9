#include "cli/ordered_work.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>

namespace varde::cli {
namespace {

TEST(OrderedWork, GivesResultsInTheOrderOfSubmission) {
  for (const size_t workers : {1, 2, 7}) {
    OrderedWork<int, int> work(workers, [](int number) {
      // Later things finish earlier.
      std::this_thread::sleep_for(std::chrono::microseconds(500 - number));
      return number * number;
    });
    int taken = 0;
    for (int number = 0; number < 400; ++number) {
      work.submit(number);
      if (work.in_flight() > 16) {
        ASSERT_EQ(work.take(), taken * taken);
        ++taken;
      }
    }
    while (work.in_flight() > 0) {
      ASSERT_EQ(work.take(), taken * taken);
      ++taken;
    }
    EXPECT_EQ(taken, 400);
  }
}

TEST(OrderedWork, MayBeLeftWithWorkUndone) {
  std::atomic<int> done = 0;
  {
    OrderedWork<int, int> work(2, [&](int number) {
      ++done;
      return number;
    });
    for (int number = 0; number < 100; ++number) work.submit(number);
    EXPECT_EQ(work.take(), 0);
  }
  EXPECT_LE(done, 100);
}

TEST(OrderedWork, IsNotReadyWithoutWork) {
  OrderedWork<int, int> work(1, [](int number) { return number; });
  EXPECT_FALSE(work.ready());
}

}  // namespace
}  // namespace varde::cli
