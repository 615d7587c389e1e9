// One number in a run of words: digits, number words, halves, fractions, vague amounts; without
// qualifiers and ranges.
#ifndef VARDE_TEXT_NUMERAL_H_
#define VARDE_TEXT_NUMERAL_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/composer.h"
#include "text/number_words.h"
#include "text/text.h"

namespace varde {

struct Numeral {
  size_t next = 0;    // the word behind it
  size_t number = 0;  // the word that is the number itself
  std::optional<double> low;
  std::optional<double> high;
  std::optional<double> share;
  bool ordinal = false;
  bool plain_digits = false;  // one token of nothing but digits
  bool vague = false;
  double multiplier = 1;  // the last one that was applied
};

// Reads numerals of one sentence. Keeps references: the arguments must outlive it.
class NumeralReader {
 public:
  // `words` are the tokens' forms in lower case; both are of the same sentence.
  NumeralReader(const NumberWords& numbers, std::string_view content, std::span<const Token> tokens,
                const std::vector<std::string>& words)
      : numbers_(numbers), content_(content), tokens_(tokens), words_(words) {}

  // The longest numeral that begins at `at`. `joiners`: "two hundred and five" is one numeral; not
  // so between the ends of "between two hundred and five hundred".
  std::optional<Numeral> read(size_t at, bool joiners = true) const;

 private:
  std::optional<Numeral> vague(size_t at) const;
  std::optional<Numeral> several(size_t at) const;
  std::optional<Numeral> half(size_t at) const;
  std::optional<Numeral> digits(size_t at) const;
  std::optional<Numeral> words(size_t at, bool joiners) const;
  std::optional<Numeral> composed_words(size_t at, bool joiners) const;
  size_t push_word(size_t at, Composer* composer) const;
  std::optional<Numeral> compound(size_t at) const;
  std::optional<Numeral> ordinal(size_t at) const;
  std::optional<Numeral> share(size_t at) const;
  std::optional<Numeral> and_a_half(Numeral numeral) const;
  std::optional<Numeral> fraction(const Numeral& count) const;
  size_t hyphen(size_t at) const;  // behind a hyphen that joins two words, else `at`
  bool grouped(size_t at) const;
  void multiply(Numeral* numeral) const;

  const NumberWords& numbers_;
  std::string_view content_;
  std::span<const Token> tokens_;
  const std::vector<std::string>& words_;
};

// The value of digits with the language's marks ("12.000", "2,4"); nothing for any other shape.
std::optional<double> digit_value(const NumberWords& numbers, std::string_view word);

}  // namespace varde

#endif  // VARDE_TEXT_NUMERAL_H_
