// Words of one block of text, in the tokenisation of the Universal Dependencies treebanks that the
// language packs are trained on (Norwegian NDT, English EWT and GUM).
#ifndef VARDE_TEXT_WORDS_H_
#define VARDE_TEXT_WORDS_H_

#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include "text/chars.h"
#include "text/segmentation_rules.h"
#include "text/text.h"

namespace varde {

// Appends the words of `block`, which decode_chars made from `content`. Every character that is no
// white space lands in exactly one token. Token::form is left to the caller. Linear time.
void split_words(const SegmentationRules& rules, std::string_view content,
                 std::span<const Char> block, std::pmr::vector<Token>* tokens);

}  // namespace varde

#endif  // VARDE_TEXT_WORDS_H_
