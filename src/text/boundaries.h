// Ends of sentences by the learned model.
#ifndef VARDE_TEXT_BOUNDARIES_H_
#define VARDE_TEXT_BOUNDARIES_H_

#include <cstdint>
#include <vector>

#include "text/boundary_model.h"
#include "text/sentences.h"
#include "text/text.h"

namespace varde {

// Where a block stands, as far as that is certain.
struct BlockLayout {
  bool heading = false;  // a line of its own: no comma, semicolon or colon ends a sentence there
  bool short_blocks = false;  // of the text: its headings stand apart from its paragraphs
};

// Ends of the sentences of one block, in order; the last is block.last. One pass from left to
// right: what the sentence holds so far counts. Whatever the model says, no sentence ends before a
// small letter in a word, a comma, a semicolon or a colon, nor inside what is written without a
// space behind a word; an abbreviation ends one where the rules say so. Linear time.
std::vector<uint32_t> learned_ends(const BoundaryModel& model, const SegmentationRules& rules,
                                   const Text& text, TokenRange block, BlockLayout layout);

// Whether a text of so many bytes and blocks has short blocks.
bool has_short_blocks(size_t bytes, size_t blocks);

}  // namespace varde

#endif  // VARDE_TEXT_BOUNDARIES_H_
