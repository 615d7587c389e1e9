// The formats that coded documents can be written in; docs/format.md describes them.
#ifndef VARDE_OUTPUT_FORMAT_H_
#define VARDE_OUTPUT_FORMAT_H_

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "varde/coded_document.h"

namespace varde {

enum class Format {
  kJsonLines,  // the whole coded document, one a line
  kTable,      // to read
  kCsv,        // one row per event
  kPlover,     // one event a line, in PLOVER's own field names
};

inline constexpr std::array<std::string_view, 4> kFormatNames{"jsonl", "table", "csv", "plover"};

struct Look {
  int width = 100;      // columns of the terminal; only the table wraps
  bool colour = false;  // ANSI escape codes; only the table uses them
};

// What stands before the first document: the header of a CSV file, nothing else.
std::string format_header(Format format);

// A document in the format, line ends included; "" when the format has nothing to say of it. `text`
// is the document's text as given, for showing the words that a record was read from.
// Thread safe, and the same arguments give the same bytes.
std::string format_document(Format format, const Look& look, const CodedDocument& document,
                            std::string_view text);

// Drops events and records below a confidence, and links to them.
void keep_confident(double least, CodedDocument* document);

}  // namespace varde

#endif  // VARDE_OUTPUT_FORMAT_H_
