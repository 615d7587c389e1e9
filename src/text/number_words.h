// The number words of one language: lang/<code>/numbers.tsv.
#ifndef VARDE_TEXT_NUMBER_WORDS_H_
#define VARDE_TEXT_NUMBER_WORDS_H_

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/table.h"
#include "varde/result.h"

namespace varde {

// What a word or phrase does in a quantity; in the file by the name in number_words.cc.
enum class NumberKind : uint8_t {
  kUnit,           // 1 to 9 (and 0), 20 + 1 composes
  kTeen,           // 10 to 19
  kTen,            // 20 to 90
  kAmount,         // 1.5 and other fixed values that a multiplier may follow
  kMultiplier,     // 100, 1000, dozen, million
  kHalf,           // 0.5 of a multiplier, or a share when none follows
  kArticle,        // stands for 1 before a multiplier or fraction, else no number
  kJoiner,         // "and" between parts of one number
  kSeveral,        // before a multiplier: two to nine of them
  kVague,          // low to high as the file says
  kOrdinal,        // third
  kOrdinalSuffix,  // behind digits, "5th"
  kFraction,       // third part
  kFractionOf,     // the same, only before a word of kind kOf
  kShare,          // fixed share of a whole
  kOf,
  kPercent,
  kRange,    // "to" between two numbers
  kFrom,     // before two numbers with kRange: a change, no range
  kBetween,  // opens "between A and B"
  kAtLeast,  // qualifiers
  kMoreThan,
  kAtMost,
  kLessThan,
  kAbout,
  kOrMore,  // qualifiers behind the number
  kOrLess,
  kOrSo,
  kFiller,       // may stand between qualifier and number
  kDecimalMark,  // marks inside a number in digits
  kGroupMark,
};

struct NumberWord {
  NumberKind kind = NumberKind::kUnit;
  uint32_t length = 1;  // words of the phrase
  double low = 0;
  std::optional<double> high;
};

// Immutable, thread safe.
class NumberWords {
 public:
  static Result<NumberWords> open(const std::filesystem::path& pack);

  // The longest phrase of `kind` at words[at]; words are lower case.
  std::optional<NumberWord> find(const std::vector<std::string>& words, size_t at,
                                 NumberKind kind) const;
  // A word alone.
  std::optional<NumberWord> find(std::string_view word, NumberKind kind) const;

  std::string_view decimal_mark() const { return decimal_mark_; }
  std::string_view group_mark() const { return group_mark_; }
  bool space_groups() const { return space_groups_; }  // "12 000"

 private:
  struct Entry {
    std::vector<std::string> rest;
    NumberWord word;
  };
  Result<void> read(const Table& table);
  Result<void> add_row(const Table& table, size_t row);
  bool add_mark(std::string_view mark, NumberKind kind);

  std::unordered_map<std::string, std::vector<Entry>> entries_;  // by first word
  std::string decimal_mark_;
  std::string group_mark_;
  bool space_groups_ = false;
};

}  // namespace varde

#endif  // VARDE_TEXT_NUMBER_WORDS_H_
