#include "text/numeral.h"

#include <algorithm>
#include <cmath>

#include "text/chars.h"

namespace varde {
namespace {

constexpr size_t kMostDigits = 15;
constexpr double kLargest = 1e15;

bool all_digits(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

double to_number(std::string_view digits) {
  double value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// "12.000" with the mark ".": groups of three behind a first one of one to three.
bool remove_groups(std::string_view word, std::string_view mark, std::string* digits) {
  size_t start = 0;
  for (bool first = true;; first = false) {
    const size_t end = std::min(word.find(mark, start), word.size());
    const std::string_view group = word.substr(start, end - start);
    if (!all_digits(group) || group.size() > 3 || (!first && group.size() != 3)) return false;
    digits->append(group);
    if (end == word.size()) return !first;
    start = end + mark.size();
  }
}

void take_longer(const std::optional<Numeral>& other, std::optional<Numeral>* best) {
  if (other && (!*best || other->next > (*best)->next)) *best = other;
}

Numeral exactly(double value, size_t number, size_t next) {
  Numeral numeral;
  numeral.low = numeral.high = value;
  numeral.number = number;
  numeral.next = next;
  return numeral;
}

}  // namespace

std::optional<double> digit_value(const NumberWords& numbers, std::string_view word) {
  if (word.empty() || word.size() > kMostDigits + 5) return std::nullopt;
  if (all_digits(word)) {
    return word.size() <= kMostDigits ? std::optional<double>(to_number(word)) : std::nullopt;
  }
  std::string_view whole = word;
  double decimals = 0;
  const std::string_view decimal = numbers.decimal_mark();
  if (const size_t at = decimal.empty() ? std::string_view::npos : word.find(decimal);
      at != std::string_view::npos) {
    const std::string_view digits = word.substr(at + decimal.size());
    if (!all_digits(digits) || digits.size() > 6) return std::nullopt;
    decimals = to_number(digits) / std::pow(10, digits.size());
    whole = word.substr(0, at);
    if (all_digits(whole)) return to_number(whole) + decimals;
  }
  std::string ungrouped;
  if (numbers.group_mark().empty()) return std::nullopt;
  if (!remove_groups(whole, numbers.group_mark(), &ungrouped)) return std::nullopt;
  return to_number(ungrouped) + decimals;
}

std::optional<Numeral> NumeralReader::read(size_t at, bool joiners) const {
  if (at >= words_.size()) return std::nullopt;
  std::optional<Numeral> best = vague(at);
  take_longer(several(at), &best);
  take_longer(half(at), &best);
  take_longer(share(at), &best);
  for (const std::optional<Numeral>& count : {digits(at), words(at, joiners)}) {
    if (!count) continue;
    take_longer(fraction(*count), &best);
    if (joiners) take_longer(and_a_half(*count), &best);
    take_longer(count, &best);
  }
  if (const auto article = numbers_.find(words_, at, NumberKind::kArticle)) {
    take_longer(fraction(exactly(1, at, at + article->length)), &best);
  }
  take_longer(ordinal(at), &best);
  return best;
}

std::optional<Numeral> NumeralReader::vague(size_t at) const {
  const auto word = numbers_.find(words_, at, NumberKind::kVague);
  if (!word) return std::nullopt;
  Numeral numeral = exactly(word->low, at + word->length - 1, at + word->length);
  numeral.high = word->high;
  numeral.vague = true;
  return numeral;
}

// "several hundred thousand": two to nine of the multipliers' product, and what lies below ten.
std::optional<Numeral> NumeralReader::several(size_t at) const {
  const auto word = numbers_.find(words_, at, NumberKind::kSeveral);
  if (!word) return std::nullopt;
  Numeral numeral = exactly(1, at + word->length, at + word->length);
  multiply(&numeral);
  if (numeral.multiplier == 1) return std::nullopt;
  const double product = *numeral.low;
  numeral.low = 2 * product;
  numeral.high = 10 * product - 1;
  numeral.vague = true;
  return numeral;
}

// "en halv million", "half a million"; alone a share.
std::optional<Numeral> NumeralReader::half(size_t at) const {
  size_t next = at;
  if (const auto article = numbers_.find(words_, at, NumberKind::kArticle)) {
    next += article->length;
  }
  const auto word = numbers_.find(words_, next, NumberKind::kHalf);
  if (!word) return std::nullopt;
  Numeral numeral = exactly(0.5, next, next + word->length);
  if (const auto article = numbers_.find(words_, numeral.next, NumberKind::kArticle)) {
    if (numbers_.find(words_, numeral.next + article->length, NumberKind::kMultiplier)) {
      numeral.next += article->length;
    }
  }
  multiply(&numeral);
  if (numeral.multiplier > 1) return numeral;
  if (digits(numeral.next) || words(numeral.next, false)) return std::nullopt;  // a time of day
  numeral.share = 0.5;
  return numeral;
}

std::optional<Numeral> NumeralReader::share(size_t at) const {
  const auto word = numbers_.find(words_, at, NumberKind::kShare);
  if (!word) return std::nullopt;
  Numeral numeral = exactly(word->low, at, at + word->length);
  numeral.share = word->low;
  return numeral;
}

// Whether words[at] is a group of three digits that goes on with the number before it.
bool NumeralReader::grouped(size_t at) const {
  if (at >= words_.size() || words_[at].size() != 3 || !all_digits(words_[at])) return false;
  const std::string_view gap =
      content_.substr(tokens_[at - 1].end, tokens_[at].begin - tokens_[at - 1].end);
  if (gap == " ") return numbers_.space_groups();
  return gap == "\u00A0" || gap == "\u202F" || gap == "\u2009";
}

std::optional<Numeral> NumeralReader::digits(size_t at) const {
  if (at >= words_.size()) return std::nullopt;
  const auto value = digit_value(numbers_, words_[at]);
  if (!value) return std::nullopt;
  Numeral numeral = exactly(*value, at, at + 1);
  const bool plain = all_digits(words_[at]);
  if (plain && words_[at].size() <= 3 && words_[at][0] != '0') {
    while (grouped(numeral.next) && *numeral.low < kLargest / 1000) {
      numeral.low = *numeral.low * 1000 + to_number(words_[numeral.next]);
      ++numeral.next;
    }
    numeral.high = numeral.low;
  }
  multiply(&numeral);
  numeral.plain_digits = plain && numeral.next == at + 1;
  return numeral;
}

void NumeralReader::multiply(Numeral* numeral) const {
  while (const auto word = numbers_.find(words_, numeral->next, NumberKind::kMultiplier)) {
    if (*numeral->low * word->low > kLargest) break;
    numeral->low = numeral->high = *numeral->low * word->low;
    numeral->multiplier = word->low;
    numeral->next += word->length;
  }
}

size_t NumeralReader::hyphen(size_t at) const {
  const bool joins = at > 0 && at + 1 < words_.size() && words_[at] == "-" &&
                     !tokens_[at - 1].space_after && !tokens_[at].space_after;
  return joins ? at + 1 : at;
}

std::optional<Numeral> NumeralReader::words(size_t at, bool joiners) const {
  if (at >= words_.size()) return std::nullopt;
  if (const auto amount = numbers_.find(words_, at, NumberKind::kAmount)) {
    Numeral numeral = exactly(amount->low, at, at + amount->length);
    multiply(&numeral);
    return numeral;
  }
  auto composed = composed_words(at, joiners);
  return composed ? composed : compound(at);
}

std::optional<Numeral> NumeralReader::composed_words(size_t at, bool joiners) const {
  size_t next = at;
  if (const auto article = numbers_.find(words_, at, NumberKind::kArticle)) {
    next += article->length;
    if (!numbers_.find(words_, next, NumberKind::kMultiplier)) return std::nullopt;
  }
  Composer composer;
  size_t number = next;
  for (size_t from = next; from < words_.size();) {
    const size_t length = push_word(from, &composer);
    if (length == 0) break;
    if (next == number) number = from + length - 1;
    next = from + length;
    from = hyphen(next);
    const auto joiner = numbers_.find(words_, next, NumberKind::kJoiner);
    if (joiner && joiners && composer.takes_joiner()) {
      composer.join();
      from = next + joiner->length;
    }
  }
  if (composer.empty()) return std::nullopt;
  Numeral numeral = exactly(composer.value(), number, next);
  numeral.multiplier = composer.multiplier();
  return numeral;
}

// The length of the number word at `at` that the composer took, 0 when it took none.
size_t NumeralReader::push_word(size_t at, Composer* composer) const {
  for (const NumberKind kind :
       {NumberKind::kMultiplier, NumberKind::kTen, NumberKind::kTeen, NumberKind::kUnit}) {
    const auto word = numbers_.find(words_, at, kind);
    if (word && composer->push(*word)) return word->length;
  }
  return 0;
}

std::optional<Numeral> NumeralReader::compound(size_t at) const {
  bool is_ordinal = false;
  const auto value = compound_value(numbers_, words_[at], &is_ordinal);
  if (!value) return std::nullopt;
  Numeral numeral = exactly(*value, at, at + 1);
  numeral.ordinal = is_ordinal;
  if (!is_ordinal) multiply(&numeral);
  return numeral;
}

std::optional<Numeral> NumeralReader::ordinal(size_t at) const {
  Numeral numeral;
  if (const auto word = numbers_.find(words_, at, NumberKind::kOrdinal)) {
    numeral = exactly(word->low, at, at + word->length);
  } else if (const auto ten = numbers_.find(words_, at, NumberKind::kTen)) {
    const size_t last = hyphen(at + ten->length);
    const auto unit = numbers_.find(words_, last, NumberKind::kOrdinal);
    if (last == at + ten->length || !unit || unit->low > 9) return std::nullopt;
    numeral = exactly(ten->low + unit->low, at, last + unit->length);
  } else {
    const std::string_view word_here = words_[at];
    const size_t digits = std::min(word_here.find_first_not_of("0123456789"), word_here.size());
    if (digits == 0 || digits > 4 || digits == word_here.size()) return std::nullopt;
    const std::string_view suffix = word_here.substr(digits);
    if (suffix != "." && !numbers_.find(suffix, NumberKind::kOrdinalSuffix)) return std::nullopt;
    numeral = exactly(to_number(word_here.substr(0, digits)), at, at + 1);
  }
  numeral.ordinal = true;
  return numeral;
}

// "two and a half million".
std::optional<Numeral> NumeralReader::and_a_half(Numeral numeral) const {
  if (numeral.ordinal || numeral.multiplier > 1) return std::nullopt;
  const auto joiner = numbers_.find(words_, numeral.next, NumberKind::kJoiner);
  if (!joiner) return std::nullopt;
  size_t at = numeral.next + joiner->length;
  if (const auto article = numbers_.find(words_, at, NumberKind::kArticle)) at += article->length;
  const auto word = numbers_.find(words_, at, NumberKind::kHalf);
  if (!word) return std::nullopt;
  numeral.low = numeral.high = *numeral.low + 0.5;
  numeral.next = at + word->length;
  numeral.plain_digits = false;
  multiply(&numeral);
  return numeral;
}

// "two thirds", "two-thirds", "a third of".
std::optional<Numeral> NumeralReader::fraction(const Numeral& count) const {
  const size_t at = hyphen(count.next);
  auto part = numbers_.find(words_, at, NumberKind::kFraction);
  if (!part) {
    part = numbers_.find(words_, at, NumberKind::kFractionOf);
    if (!part || !numbers_.find(words_, at + part->length, NumberKind::kOf)) return std::nullopt;
  }
  if (part->low <= 0) return std::nullopt;
  Numeral numeral = count;
  numeral.share = *count.low / part->low;
  numeral.next = at + part->length;
  numeral.plain_digits = false;
  return numeral;
}

}  // namespace varde
