// Numbers and quantities as newswire writes them: "35", "250.000", "12,000", "2.4 million",
// "sju", "minst 15", "opptil 40", "flere hundre", "titalls". Used by `time` and by tolls in
// `event`.
#ifndef VARDE_TEXT_NUMBER_H_
#define VARDE_TEXT_NUMBER_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "text/text.h"
#include "varde/result.h"

namespace varde {

// A quantity: tokens, half open, qualifier included ("minst 15" is both words). `low` and `high`
// by the gold guide: "at least 15" is 15 and nothing, "several hundred" 200 and 999, "over a
// hundred" 101 and nothing, "about 30" 30 and 30.
struct Quantity {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t number = 0;         // the token of the number itself, "15"
  std::optional<int64_t> low;  // both empty never happens
  std::optional<int64_t> high;
  bool percent = false;         // "30 prosent", "30 %"
  std::optional<double> share;  // "to tredeler", "two thirds", "30 per cent" as 0 to 1
  bool year_like = false;       // a bare four-digit number from 1900 to 2099
  bool ordinal = false;         // "5.", "third"
};

// The number words of one language, read from lang/<code>/numbers.tsv. Immutable, thread safe.
class NumberReader {
 public:
  static Result<NumberReader> open(const std::filesystem::path& pack);
  // All quantities of a text, in text order, never overlapping, longest first.
  std::vector<Quantity> read(const Text& text) const;
  ~NumberReader();
  NumberReader(NumberReader&&) noexcept;
  NumberReader& operator=(NumberReader&&) noexcept;

 private:
  NumberReader();
  struct Words;
  std::unique_ptr<const Words> words_;
};

}  // namespace varde

#endif  // VARDE_TEXT_NUMBER_H_
