// A table of text for people: aligned columns that wrap to a width. Widths are those of a terminal
// (Unicode East Asian Width; combining marks take no room), not bytes.
#ifndef VARDE_OUTPUT_GRID_H_
#define VARDE_OUTPUT_GRID_H_

#include <string>
#include <string_view>
#include <vector>

namespace varde {

// Columns that the text takes in a terminal.
int display_width(std::string_view text);

// Lines of at most `width` columns, broken at spaces and, where a word is longer, inside it.
std::vector<std::string> wrap(std::string_view text, int width);

enum class Style { kPlain, kBold, kDim, kGreen, kYellow, kBlue, kRed };

// The text in the style when `colour`, else as it is.
std::string styled(std::string_view text, Style style, bool colour);

class Grid {
 public:
  struct Cell {
    std::string text;
    Style style = Style::kPlain;
  };

  struct Column {
    Column(const char* title_, double weight_ = 1) : title(title_), weight(weight_) {}
    std::string title;
    double weight;  // when room is short, a column of weight 2 keeps twice that of one of weight 1
  };

  explicit Grid(std::vector<Column> columns);
  void add_row(std::vector<Cell> cells);  // as many as columns
  bool empty() const { return rows_.empty(); }

  // Columns without any text are left out. `width` counts the indentation.
  void append(int width, int indent, bool colour, std::string* to) const;

 private:
  std::vector<int> column_widths(int room) const;
  void append_row(const std::vector<Cell>& row, const std::vector<int>& widths, int indent,
                  bool colour, std::string* to) const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace varde

#endif  // VARDE_OUTPUT_GRID_H_
