// Blocks of lines: what the layout of a plain text says about its paragraphs.
#ifndef VARDE_TEXT_BLOCKS_H_
#define VARDE_TEXT_BLOCKS_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace varde {

// One paragraph or heading: bytes without the white space around it, never empty.
struct Block {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool one_line = true;
};

// Blank lines separate blocks. A single line break separates them too, except in a text whose lines
// are broken at a column (mail, wires): there it does so only where the line was left short. A text
// counts as broken at a column when its longest line has 40 to 120 characters and at least six in
// ten of the lines that another line follows could not have taken that line's first word as well.
std::vector<Block> find_blocks(std::string_view content);

}  // namespace varde

#endif  // VARDE_TEXT_BLOCKS_H_
