// Quotations of a segmented text.
#ifndef VARDE_TEXT_QUOTATIONS_H_
#define VARDE_TEXT_QUOTATIONS_H_

#include "text/segmentation_rules.h"
#include "text/text.h"

namespace varde {

// Fills text->quotations, in text order and never one inside another, from tokens, sentences and
// paragraphs. Linear time.
void find_quotations(const SegmentationRules& rules, Text* text);

}  // namespace varde

#endif  // VARDE_TEXT_QUOTATIONS_H_
