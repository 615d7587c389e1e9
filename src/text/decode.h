// Bytes of a file to valid UTF-8.
#ifndef VARDE_TEXT_DECODE_H_
#define VARDE_TEXT_DECODE_H_

#include <string>
#include <string_view>
#include <vector>

#include "varde/result.h"

namespace varde {

struct DecodedText {
  std::string text;                // valid UTF-8; line ends and normalisation as they were given
  std::vector<std::string> notes;  // what had to be done, in words for Document::notes
};

// Takes UTF-8 (a byte order mark is dropped), UTF-16 with a byte order mark, and Windows-1252,
// which holds Latin-1. An error where the bytes are no text: NUL bytes or many control characters.
Result<DecodedText> decode_text(std::string_view bytes);

}  // namespace varde

#endif  // VARDE_TEXT_DECODE_H_
