// The coded document as the `varde/1` JSON that docs/format.md describes.
#ifndef VARDE_OUTPUT_JSON_H_
#define VARDE_OUTPUT_JSON_H_

#include <string>

#include "varde/coded_document.h"

namespace varde {

// Appends one JSON object on one line, without a line end. Every field is present; one that the
// text does not fill is null or []. Confidences and shares have three decimals, coordinates five.
void append_json(const CodedDocument& document, std::string* to);

}  // namespace varde

#endif  // VARDE_OUTPUT_JSON_H_
