// Reporting words ("he said", "according to") in a run of tokens.
#ifndef VARDE_TEXT_REPORTING_H_
#define VARDE_TEXT_REPORTING_H_

#include <cstdint>

#include "text/segmentation_rules.h"
#include "text/text.h"

namespace varde {

// How many tokens the reporting form that begins at `at` takes; 0 when none does. Looks no further
// than token `last`.
uint32_t reporting_length(const SegmentationRules& rules, const Text& text, uint32_t at,
                          uint32_t last);

}  // namespace varde

#endif  // VARDE_TEXT_REPORTING_H_
