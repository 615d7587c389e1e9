// One event a line in the JSON field names of the PLOVER codebook, chapter "JSON Data Fields", for
// tools that read PLOVER. docs/format.md says which of its fields are written.
#ifndef VARDE_OUTPUT_PLOVER_H_
#define VARDE_OUTPUT_PLOVER_H_

#include <string>

#include "varde/coded_document.h"

namespace varde {

void append_plover(const CodedDocument& document, std::string* to);

}  // namespace varde

#endif  // VARDE_OUTPUT_PLOVER_H_
