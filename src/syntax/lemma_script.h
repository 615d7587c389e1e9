// Lemmas as edit scripts (after UDPipe 2, Straka 2018): how to turn a form into its lemma.
#ifndef VARDE_SYNTAX_LEMMA_SCRIPT_H_
#define VARDE_SYNTAX_LEMMA_SCRIPT_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace varde::syntax {

// Bring the form to a case, drop characters in front and behind, put others there. Works on code
// points; written as five fields between tabs ("L\t0\t\t2\tære").
struct LemmaScript {
  enum class Case { kLower, kKeep, kTitle, kUpper };
  Case letters = Case::kKeep;
  size_t strip_front = 0;
  std::string front;
  size_t strip_back = 0;
  std::string back;

  // Nothing for a text that is no script.
  static std::optional<LemmaScript> parse(std::string_view text);
  // A form too short for the script keeps all its letters.
  std::string apply(std::string_view form) const;
};

// Lower case code point by code point: the form part of a lexicon key.
std::string lower_one_by_one(std::string_view form);

}  // namespace varde::syntax

#endif  // VARDE_SYNTAX_LEMMA_SCRIPT_H_
