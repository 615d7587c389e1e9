// Puts number words together to one value: "two" "hundred" "and" "fifty".
#ifndef VARDE_TEXT_COMPOSER_H_
#define VARDE_TEXT_COMPOSER_H_

#include <optional>
#include <string_view>

#include "text/number_words.h"

namespace varde {

// Takes words one by one as long as they go on with the same number.
class Composer {
 public:
  // `in_word`: the words are parts of one compound, which may turn tens round ("fem-og-tjue").
  explicit Composer(bool in_word = false) : in_word_(in_word) {}

  // Whether the word goes on with the number; if not, the value stays as it was.
  bool push(const NumberWord& word);
  // Whether "and" may follow here.
  bool takes_joiner() const;
  void join() { joined_ = true; }

  bool empty() const { return !any_; }
  double value() const { return total_ + group_; }
  double multiplier() const { return last_; }

 private:
  bool push_unit(double value);
  bool push_ten(double value);
  bool push_multiplier(double value);
  double below_hundred() const;

  bool in_word_;
  bool any_ = false;
  bool joined_ = false;
  bool hundreds_ = false;  // the group has its hundreds
  double total_ = 0;       // groups closed by thousand, million …
  double group_ = 0;       // the group that is open, below a thousand
  double last_ = 1;        // last multiplier
};

// The value of a compound of number words ("tjuefem", "totusen"); nothing when it is none.
// `ordinal` tells whether its last part is an ordinal.
std::optional<double> compound_value(const NumberWords& numbers, std::string_view word,
                                     bool* ordinal);

}  // namespace varde

#endif  // VARDE_TEXT_COMPOSER_H_
