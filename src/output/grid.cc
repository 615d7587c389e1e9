#include "output/grid.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/utf8.h"

namespace varde {
namespace {

constexpr int kGap = 2;        // blanks between columns
constexpr int kNarrowest = 8;  // no column shrinks below this
constexpr int kLongWord = 14;  // words up to this are kept whole while there is room

int code_point_width(char32_t c) {
  const auto category = U_MASK(u_charType(static_cast<UChar32>(c)));
  if ((category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK)) != 0) return 0;
  const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Cuts a word that is wider than a line into pieces that fit.
void break_word(std::string_view word, int width, std::vector<std::string>* lines) {
  std::string piece;
  int used = 0;
  for (size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, &at);
    const int wide = code_point_width(c);
    if (used + wide > width && !piece.empty()) {
      lines->push_back(std::exchange(piece, std::string()));
      used = 0;
    }
    append_code_point(c, &piece);
    used += wide;
  }
  lines->push_back(piece);
}

std::string_view escape_code(Style style) {
  switch (style) {
    case Style::kPlain:
      return "";
    case Style::kBold:
      return "\x1b[1m";
    case Style::kDim:
      return "\x1b[2m";
    case Style::kGreen:
      return "\x1b[32m";
    case Style::kYellow:
      return "\x1b[33m";
    case Style::kBlue:
      return "\x1b[34m";
    case Style::kRed:
      return "\x1b[31m";
  }
  return "";
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for (size_t at = 0; at < text.size();) width += code_point_width(next_code_point(text, &at));
  return width;
}

std::vector<std::string> wrap(std::string_view text, int width) {
  width = std::max(width, 1);
  std::vector<std::string> lines;
  std::string line;
  int used = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (word.empty()) continue;
    const int wide = display_width(word);
    if (!line.empty() && used + 1 + wide <= width) {
      line += ' ';
      line += word;
      used += 1 + wide;
      continue;
    }
    if (!line.empty()) lines.push_back(std::exchange(line, std::string()));
    if (wide > width) {
      break_word(word, width, &lines);
      line = lines.back();
      lines.pop_back();
    } else {
      line = word;
    }
    used = display_width(line);
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

std::string styled(std::string_view text, Style style, bool colour) {
  if (!colour || style == Style::kPlain || text.empty()) return std::string(text);
  return std::string(escape_code(style)) + std::string(text) + "\x1b[0m";
}

Grid::Grid(std::vector<Column> columns) : columns_(std::move(columns)) {}

void Grid::add_row(std::vector<Cell> cells) {
  for (Cell& cell : cells) cell.text = printable(cell.text);
  cells.resize(columns_.size());
  rows_.push_back(std::move(cells));
}

namespace {

// Takes room from the columns that are widest for their weight, until the rest fits or none is
// above its least width.
void shrink(const std::vector<Grid::Column>& columns, const std::vector<int>& least, int room,
            std::vector<int>* widths) {
  int total = std::accumulate(widths->begin(), widths->end(), 0);
  for (; total > room; --total) {
    size_t widest = widths->size();
    double most = 0;
    for (size_t i = 0; i < widths->size(); ++i) {
      const double share = (*widths)[i] / columns[i].weight;
      if ((*widths)[i] <= least[i] || share <= most) continue;
      widest = i;
      most = share;
    }
    if (widest == widths->size()) return;
    --(*widths)[widest];
  }
}

int longest_word(std::string_view text) {
  int longest = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    longest = std::max(longest, display_width(word));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return longest;
}

}  // namespace

// What each column would like, or what is left of it when not all fit; 0 for a column without text.
std::vector<int> Grid::column_widths(int room) const {
  std::vector<int> widths(columns_.size(), 0);
  std::vector<int> whole_words(columns_.size(), 0);
  for (size_t i = 0; i < widths.size(); ++i) {
    whole_words[i] = std::max(kNarrowest, longest_word(columns_[i].title));
    for (const auto& row : rows_) {
      widths[i] = std::max(widths[i], display_width(row[i].text));
      whole_words[i] = std::max(whole_words[i], std::min(longest_word(row[i].text), kLongWord));
    }
    if (widths[i] > 0) widths[i] = std::max(widths[i], display_width(columns_[i].title));
  }
  const auto shown = std::count_if(widths.begin(), widths.end(), [](int w) { return w > 0; });
  room -= kGap * (static_cast<int>(shown) - 1);
  shrink(columns_, whole_words, room, &widths);
  shrink(columns_, std::vector<int>(widths.size(), kNarrowest), room, &widths);
  return widths;
}

void Grid::append_row(const std::vector<Cell>& row, const std::vector<int>& widths, int indent,
                      bool colour, std::string* to) const {
  std::vector<std::vector<std::string>> lines(row.size());
  size_t height = 0;
  for (size_t i = 0; i < row.size(); ++i) {
    if (widths[i] > 0) lines[i] = wrap(row[i].text, widths[i]);
    height = std::max(height, lines[i].size());
  }
  for (size_t line = 0; line < height; ++line) {
    std::string out;
    int pending = indent;  // blanks owed before the next text, so that no line ends in blanks
    for (size_t i = 0; i < row.size(); ++i) {
      if (widths[i] == 0) continue;
      const std::string text = line < lines[i].size() ? lines[i][line] : std::string();
      if (!text.empty()) {
        out.append(static_cast<size_t>(pending), ' ');
        out += styled(text, row[i].style, colour);
        pending = 0;
      }
      pending += widths[i] - display_width(text) + kGap;
    }
    *to += out + '\n';
  }
}

void Grid::append(int width, int indent, bool colour, std::string* to) const {
  if (rows_.empty()) return;
  const std::vector<int> widths = column_widths(width - indent);
  std::vector<Cell> header;
  for (const Column& column : columns_) header.push_back({column.title, Style::kDim});
  append_row(header, widths, indent, colour, to);
  for (const auto& row : rows_) append_row(row, widths, indent, colour, to);
}

}  // namespace varde
