#include "text/blocks.h"

#include <algorithm>

#include "base/utf8.h"

namespace varde {
namespace {

constexpr uint32_t kNarrowest = 40;  // code points of the longest line of a text broken at a column
constexpr uint32_t kWidest = 120;
constexpr size_t kFewPairs = 3;

struct TextLine {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t length = 0;      // code points, without white space around
  uint32_t first_word = 0;  // code points
  bool indented = false;
  bool starts_lower = false;
  bool after_blank = false;
};

bool is_line_end(char32_t c) {
  return c == U'\n' || c == U'\r' || c == U'\f' || c == U'\v' || c == 0x2028 || c == 0x2029;
}

bool is_blank(char32_t c) { return is_space(c) || c < 0x20 || c == 0xFEFF || c == 0x200B; }

// Reads one line from `*at`, which moves behind its line end; a line of white space has length 0.
TextLine read_line(std::string_view content, size_t* at) {
  TextLine line;
  uint32_t leading = 0;
  uint32_t count = 0;
  bool in_first_word = true;
  while (*at < content.size()) {
    const size_t start = *at;
    const char32_t c = next_code_point(content, at);
    if (is_line_end(c)) {
      if (c == U'\r' && *at < content.size() && content[*at] == '\n') ++*at;
      break;
    }
    if (is_blank(c)) {
      if (line.length == 0) {
        leading += c == U'\t' ? 2 : 1;
      } else {
        in_first_word = false;
        ++count;
      }
      continue;
    }
    if (line.length == 0) {
      line.begin = static_cast<uint32_t>(start);
      line.starts_lower = is_letter(c) && !starts_with_upper(content.substr(start, *at - start));
    }
    line.length = ++count;
    if (in_first_word) line.first_word = count;
    line.end = static_cast<uint32_t>(*at);
  }
  line.indented = leading >= 2;
  return line;
}

std::vector<TextLine> read_lines_of(std::string_view content) {
  std::vector<TextLine> lines;
  bool blank = true;
  for (size_t at = 0; at < content.size();) {
    TextLine line = read_line(content, &at);
    if (line.length > 0) {
      line.after_blank = blank;
      lines.push_back(line);
    }
    blank = line.length == 0;
  }
  return lines;
}

bool is_full(const TextLine& line, const TextLine& next, uint32_t width) {
  return line.length + 1 + next.first_word > width;
}

// The column at which the text's lines are broken, 0 when they are not.
uint32_t column(const std::vector<TextLine>& lines) {
  uint32_t width = 0;
  for (const TextLine& line : lines) width = std::max(width, line.length);
  if (width < kNarrowest || width > kWidest) return 0;
  size_t pairs = 0;
  size_t full = 0;
  bool all_go_on = true;
  for (size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].after_blank) continue;
    ++pairs;
    full += is_full(lines[i - 1], lines[i], width) ? 1 : 0;
    all_go_on = all_go_on && lines[i].starts_lower;
  }
  if (pairs == 0 || full * 10 < pairs * 6) return 0;
  return pairs >= kFewPairs || all_go_on ? width : 0;
}

}  // namespace

std::vector<Block> find_blocks(std::string_view content) {
  const std::vector<TextLine> lines = read_lines_of(content);
  const uint32_t width = column(lines);
  std::vector<Block> blocks;
  for (size_t i = 0; i < lines.size(); ++i) {
    const TextLine& line = lines[i];
    const bool goes_on = i > 0 && !line.after_blank && width > 0 &&
                         (is_full(lines[i - 1], line, width) || line.starts_lower) &&
                         (!line.indented || lines[i - 1].indented);
    if (goes_on) {
      blocks.back().end = line.end;
      blocks.back().one_line = false;
    } else {
      blocks.push_back({line.begin, line.end, true});
    }
  }
  return blocks;
}

}  // namespace varde
