#include "base/table.h"

#include <gtest/gtest.h>

namespace varde {
namespace {

TEST(Table, ReadsCellsListsAndPlaces) {
  const auto table = Table::parse("# comment\ncode\tnames\n\nNOR\tNorge | Noreg\nSWE\n", "t.tsv",
                                  {"code", "names"});
  ASSERT_TRUE(table) << table.error().message;
  ASSERT_EQ(table->size(), 2u);
  EXPECT_EQ(table->cell(0, "code"), "NOR");
  EXPECT_EQ(table->list(0, "names"), (std::vector<std::string_view>{"Norge", "Noreg"}));
  EXPECT_EQ(table->place(0), "t.tsv:4");
  EXPECT_EQ(table->cell(1, "names"), "");
  EXPECT_TRUE(table->list(1, "names").empty());
  EXPECT_EQ(table->cell(1, "no such column"), "");
}

TEST(Table, RefusesMissingColumnsAndLongRows) {
  EXPECT_EQ(Table::parse("a\tb\n", "t.tsv", {"c"}).error().message,
            "t.tsv:1: has no column 'c'; the first line names the columns, separated by tabs");
  const auto longer = Table::parse("a\nx\ty\n", "t.tsv", {"a"});
  ASSERT_FALSE(longer);
  EXPECT_TRUE(longer.error().message.starts_with("t.tsv:2: 2 cells"));
}

TEST(Table, TakesWindowsLineEnds) {
  const auto table = Table::parse("a\tb\r\n1\t2\r\n", "t.tsv", {"a", "b"});
  ASSERT_TRUE(table);
  EXPECT_EQ(table->cell(0, "b"), "2");
}

TEST(ReadFile, NamesTheFileThatIsMissing) {
  const auto content = read_file("no/such/file.tsv");
  ASSERT_FALSE(content);
  EXPECT_TRUE(content.error().message.starts_with("no/such/file.tsv: cannot be read"));
}

}  // namespace
}  // namespace varde
