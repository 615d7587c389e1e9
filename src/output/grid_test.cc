#include "output/grid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace varde {
namespace {

using testing::ElementsAre;

TEST(Grid, MeasuresWhatATerminalShows) {
  EXPECT_EQ(display_width("møte"), 4);
  EXPECT_EQ(display_width("e\u0301"), 1);
  EXPECT_EQ(display_width("北京"), 4);
  EXPECT_EQ(display_width("\u200B"), 0);
}

TEST(Grid, WrapsAtSpacesAndInsideLongWords) {
  EXPECT_THAT(wrap("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap("abcdefgh ij", 3), ElementsAre("abc", "def", "gh", "ij"));
  EXPECT_THAT(wrap("北京市", 4), ElementsAre("北京", "市"));
  EXPECT_TRUE(wrap("", 5).empty());
}

TEST(Grid, AlignsColumnsAndLeavesOutEmptyOnes) {
  Grid grid({"who", "nothing", "what"});
  grid.add_row({{"Åse"}, {""}, {"x"}});
  grid.add_row({{"北京市"}, {""}, {"y"}});
  std::string table;
  grid.append(80, 2, false, &table);
  EXPECT_EQ(table, "  who     what\n  Åse     x\n  北京市  y\n");
}

TEST(Grid, StaysWithinTheWidth) {
  Grid grid({"first", "second", "third"});
  grid.add_row({{std::string(200, 'x')}, {"many short words that wrap well enough"}, {"z"}});
  std::string table;
  grid.append(60, 2, false, &table);
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(display_width(line), 60) << line;
    EXPECT_FALSE(line.ends_with(' ')) << line;
  }
}

}  // namespace
}  // namespace varde
