#include "cli/progress.h"

#include <gtest/gtest.h>

namespace varde::cli {
namespace {

TEST(Progress, ShowsShareRateAndTimeLeft) {
  EXPECT_EQ(progress_line(14, 1204, 420, 1000, 100),
            " 42 %  [████████▍           ]  1204 documents  86/s  0:19 left");
  EXPECT_EQ(progress_line(14, 1204, 420, 1000, 60), " 42 %  1204 documents  86/s  0:19 left");
  EXPECT_EQ(progress_line(14, 1204, 420, 0, 100), "1204 documents  86/s");
  EXPECT_EQ(progress_line(36000, 10, 1, 100, 60), "  1 %  10 documents  0/s  99:59:59 left");
}

TEST(Progress, NeverPassesTheEnd) {
  EXPECT_EQ(progress_line(2, 4, 2000, 1000, 100),
            "100 %  [████████████████████]  4 documents  2/s  0:00 left");
}

}  // namespace
}  // namespace varde::cli
