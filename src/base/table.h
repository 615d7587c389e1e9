// Reading the text files that people edit: tab-separated tables and line lists. Errors name file
// and line. UTF-8; '#' at the start of a line begins a comment; blank lines are skipped.
#ifndef VARDE_BASE_TABLE_H_
#define VARDE_BASE_TABLE_H_

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "varde/result.h"

namespace varde {

// A whole file; an error names the file and what to do.
Result<std::string> read_file(const std::filesystem::path& path);

// A tab-separated table whose first line names the columns. Cells are trimmed; a cell of several
// values separates them by '|'. Every row has every column: short rows are filled with "".
class Table {
 public:
  // Checks that the file has each of `required` as a column and no row is longer than the header.
  static Result<Table> read(const std::filesystem::path& path,
                            const std::vector<std::string_view>& required);
  static Result<Table> parse(std::string content, std::string name,
                             const std::vector<std::string_view>& required);

  size_t size() const { return rows_.size(); }
  // The cell of a column, "" when the table lacks the column. Views live as long as the table.
  std::string_view cell(size_t row, std::string_view column) const;
  std::vector<std::string_view> list(size_t row, std::string_view column) const;
  // "file:line" of a row, for messages.
  std::string place(size_t row) const;

 private:
  struct Row {
    size_t line;
    std::vector<std::string> cells;
  };
  std::string name_;
  std::vector<std::string> columns_;
  std::vector<Row> rows_;
};

// The lines of a text file without comments and blank lines, each with its number from 1.
struct Line {
  size_t number;
  std::string text;
};
Result<std::vector<Line>> read_lines(const std::filesystem::path& path);

std::string_view trim(std::string_view text);
// The part before the first separator; it and the separator are taken off `text`.
std::string_view take(std::string_view* text, char separator);
std::vector<std::string_view> split(std::string_view text, char separator);  // trimmed pieces

}  // namespace varde

#endif  // VARDE_BASE_TABLE_H_
