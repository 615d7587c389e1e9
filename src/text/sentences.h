// Sentences of one block, and what kind of block it is.
#ifndef VARDE_TEXT_SENTENCES_H_
#define VARDE_TEXT_SENTENCES_H_

#include <cstdint>
#include <vector>

#include "text/segmentation_rules.h"
#include "text/text.h"

namespace varde {

// Tokens [first, last) of one block; Token::form is set.
struct TokenRange {
  uint32_t first = 0;
  uint32_t last = 0;
};

// How many tokens at the start of the block give place, date and agency ("LONDON (Reuters) -",
// "Paris (NTB):", "ROME:"), closing mark included; 0 when it has no dateline. In a heading only a
// bracket with an agency makes one.
uint32_t dateline_length(const SegmentationRules& rules, const Text& text, TokenRange block,
                         bool heading);

// Whether the block, on a line of its own, is a heading: short, and without the mark that ends a
// sentence. `before_body`: no paragraph came before, so that a question may be a headline.
bool is_heading(const Text& text, TokenRange block, bool before_body);

// Whether the block names the author and nothing else ("By Ann Smith").
bool is_byline(const SegmentationRules& rules, const Text& text, TokenRange block);

// Where the sentence ends that the abbreviation `at` ends by the rules, marks that close with it
// included; 0 when it is none or they do not say that it ends one.
uint32_t end_behind_abbreviation(const SegmentationRules& rules, const Text& text, TokenRange block,
                                 uint32_t at);

// Ends of the block's sentences, in order; the last is block.last. In a heading a colon ends
// none: there it stands between a speaker and the words.
std::vector<uint32_t> sentence_ends(const SegmentationRules& rules, const Text& text,
                                    TokenRange block, bool heading);

}  // namespace varde

#endif  // VARDE_TEXT_SENTENCES_H_
