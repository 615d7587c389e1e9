// A coded document to read: a heading, then one small table for each kind of record.
#ifndef VARDE_OUTPUT_DOCUMENT_TABLE_H_
#define VARDE_OUTPUT_DOCUMENT_TABLE_H_

#include <string>
#include <string_view>

#include "output/format.h"
#include "varde/coded_document.h"

namespace varde {

void append_table(const CodedDocument& document, std::string_view text, const Look& look,
                  std::string* to);

}  // namespace varde

#endif  // VARDE_OUTPUT_DOCUMENT_TABLE_H_
