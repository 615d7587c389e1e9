// What stands in brackets behind a name.
#ifndef VARDE_SYNTAX_ABBREVIATION_H_
#define VARDE_SYNTAX_ABBREVIATION_H_

#include <cstdint>
#include <optional>

#include "base/utf8.h"
#include "syntax/parse.h"

namespace varde {

// The word in capitals that stands alone in the brackets that open at word `open`, as abbreviations
// do behind their full names; none if that is not what is there. Needs no tree.
inline std::optional<uint32_t> bracketed_abbreviation(const Parse& parse, uint32_t open) {
  const uint32_t word = open + 1;
  if (word + 1 >= parse.words.size() || parse.form(open) != "(" || parse.form(word + 1) != ")" ||
      !is_all_upper(parse.form(word)) || count_code_points(parse.form(word)) < 2) {
    return std::nullopt;
  }
  return word;
}

}  // namespace varde

#endif  // VARDE_SYNTAX_ABBREVIATION_H_
