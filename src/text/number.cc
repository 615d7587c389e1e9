// A quantity is a numeral or a range of two, with qualifiers in front ("at least", "some") and
// behind
// ("or more", "per cent"). Reading goes through a sentence from left to right and takes at each
// word the longest quantity that begins there.
#include "text/number.h"

#include <array>
#include <cmath>
#include <span>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "text/number_words.h"
#include "text/numeral.h"

namespace varde {

struct NumberReader::Words {
  NumberWords numbers;
};

namespace {

constexpr int kMostQualifiers = 3;
constexpr double kFirstYear = 1900;
constexpr double kLastYear = 2099;
constexpr double kRounding = 1e-6;  // of decimals times multipliers

constexpr std::array<NumberKind, 5> kQualifiers = {NumberKind::kAtLeast, NumberKind::kMoreThan,
                                                   NumberKind::kAtMost, NumberKind::kLessThan,
                                                   NumberKind::kAbout};

bool is_year(const Numeral& numeral) {
  return numeral.plain_digits && numeral.low && *numeral.low >= kFirstYear &&
         *numeral.low <= kLastYear;
}

bool is_whole(double value) { return std::abs(value - std::round(value)) < kRounding; }

// Narrows a numeral by a qualifier; one bound always stays, even behind qualifiers that contradict
// each other.
void apply(NumberKind qualifier, Numeral* numeral) {
  switch (qualifier) {
    case NumberKind::kAtLeast:
    case NumberKind::kOrMore:
      if (numeral->low) numeral->high.reset();
      break;
    case NumberKind::kMoreThan:
      if (numeral->low && !numeral->vague && !numeral->share) {
        numeral->low = std::floor(*numeral->low + kRounding) + 1;
      }
      if (numeral->low) numeral->high.reset();
      break;
    case NumberKind::kAtMost:
    case NumberKind::kOrLess:
      if (!numeral->high) numeral->high = numeral->low;
      numeral->low.reset();
      break;
    case NumberKind::kLessThan:
      numeral->high = numeral->low ? numeral->low : numeral->high;
      if (numeral->high && !numeral->share) numeral->high = std::max(0.0, *numeral->high - 1);
      numeral->low.reset();
      break;
    default:
      break;
  }
}

class SentenceQuantities {
 public:
  SentenceQuantities(const NumberWords& numbers, const Text& text, const Sentence& sentence)
      : numbers_(numbers),
        first_(sentence.first),
        tokens_(std::span<const Token>(text.tokens)
                    .subspan(sentence.first, sentence.last - sentence.first)),
        words_(lower(tokens_)),
        reader_(numbers, text.content, tokens_, words_) {}

  void run(std::vector<Quantity>* quantities) const {
    for (size_t at = 0; at < words_.size();) {
      const auto quantity = read(at);
      if (!quantity) {
        ++at;
        continue;
      }
      quantities->push_back(*quantity);
      at = quantity->last - first_;
    }
  }

 private:
  static std::vector<std::string> lower(std::span<const Token> tokens) {
    std::vector<std::string> words;
    words.reserve(tokens.size());
    for (const Token& token : tokens) words.push_back(to_lower(token.form));
    return words;
  }

  std::optional<NumberWord> qualifier(size_t at) const {
    std::optional<NumberWord> best;
    for (const NumberKind kind : kQualifiers) {
      const auto word = numbers_.find(words_, at, kind);
      if (word && (!best || word->length > best->length)) best = word;
    }
    return best;
  }

  size_t behind_filler(size_t at) const {
    const auto filler = numbers_.find(words_, at, NumberKind::kFiller);
    return filler ? at + filler->length : at;
  }

  std::optional<Quantity> read(size_t at) const {
    std::vector<NumberKind> qualifiers;
    size_t number = at;
    while (qualifiers.size() < kMostQualifiers) {
      const auto word = qualifier(number);
      if (!word) break;
      qualifiers.push_back(word->kind);
      number = behind_filler(number + word->length);
    }
    auto numeral = range_or_numeral(number);
    if (!numeral || (!qualifiers.empty() && !takes_qualifiers(*numeral, qualifiers.back()))) {
      return std::nullopt;
    }
    const bool year = qualifiers.empty() && is_year(*numeral);
    const bool percent = take_percent(&*numeral);
    for (size_t i = qualifiers.size(); i-- > 0;) apply(qualifiers[i], &*numeral);
    const bool bounded = take_trailing(&*numeral);
    return quantity(at, *numeral, percent, year && !percent && !bounded);
  }

  // Ordinals and, for words that also mean "during", years take no qualifier.
  static bool takes_qualifiers(const Numeral& numeral, NumberKind nearest) {
    return !numeral.ordinal && !(nearest == NumberKind::kLessThan && is_year(numeral));
  }

  std::optional<Numeral> range_or_numeral(size_t at) const {
    if (const auto between = numbers_.find(words_, at, NumberKind::kBetween)) {
      auto begin = reader_.read(at + between->length, false);
      if (!begin) return std::nullopt;
      const auto joiner = numbers_.find(words_, begin->next, NumberKind::kJoiner);
      const auto dash = range_link(*begin, false);
      const size_t next = joiner ? begin->next + joiner->length : dash;
      return next > begin->next ? range(*begin, next) : std::nullopt;
    }
    auto begin = reader_.read(at);
    if (!begin) return std::nullopt;
    const bool change = at > 0 && numbers_.find(words_, at - 1, NumberKind::kFrom).has_value();
    const size_t next = range_link(*begin, change);
    auto both = next > begin->next ? range(*begin, next) : std::nullopt;
    return both ? both : begin;
  }

  // Behind what links two ends of a range, `begin.next` when nothing does.
  size_t range_link(const Numeral& begin, bool change) const {
    const size_t at = begin.next;
    if (at + 1 >= words_.size()) return at;
    const std::string& word = words_[at];
    if (word == "-" || word == "–" || word == "—") {
      const bool attached = !tokens_[at - 1].space_after && !tokens_[at].space_after;
      return attached ? at + 1 : at;
    }
    if (change) return at;
    const auto link = numbers_.find(words_, at, NumberKind::kRange);
    return link ? at + link->length : at;
  }

  std::optional<Numeral> range(const Numeral& begin, size_t at) const {
    const auto end = reader_.read(at);
    if (!end || begin.ordinal || end->ordinal || begin.share || end->share) return std::nullopt;
    if (begin.vague || end->vague || (is_year(begin) && is_year(*end))) return std::nullopt;
    double low = *begin.low;
    // "five to six thousand": the multiplier serves both ends.
    if (begin.multiplier == 1 && end->multiplier >= 100 && low * end->multiplier <= *end->low) {
      low *= end->multiplier;
    }
    if (low >= *end->low) return std::nullopt;
    Numeral both = *end;
    both.number = begin.number;
    both.low = low;
    both.plain_digits = false;
    return both;
  }

  bool take_percent(Numeral* numeral) const {
    const auto word = numbers_.find(words_, numeral->next, NumberKind::kPercent);
    if (!word || numeral->ordinal || numeral->share || !numeral->low) return false;
    numeral->share = *numeral->low / 100;
    numeral->next += word->length;
    return true;
  }

  bool take_trailing(Numeral* numeral) const {
    for (const NumberKind kind : {NumberKind::kOrMore, NumberKind::kOrLess, NumberKind::kOrSo}) {
      const auto word = numbers_.find(words_, numeral->next, kind);
      if (!word || numeral->ordinal) continue;
      apply(kind, numeral);
      numeral->next += word->length;
      return true;
    }
    return false;
  }

  std::optional<Quantity> quantity(size_t at, const Numeral& numeral, bool percent,
                                   bool year) const {
    Quantity result;
    result.first = first_ + static_cast<uint32_t>(at);
    result.last = first_ + static_cast<uint32_t>(numeral.next);
    result.number = first_ + static_cast<uint32_t>(numeral.number);
    result.percent = percent;
    result.share = numeral.share;
    result.ordinal = numeral.ordinal;
    result.year_like = year;
    // A share counts in whole per cents.
    const double scale = numeral.share && !percent ? *numeral.share * 100 : 0;
    const auto bound = [&](const std::optional<double>& value) {
      return value && scale > 0 ? std::optional<double>(std::round(scale)) : value;
    };
    const auto low = bound(numeral.low);
    const auto high = bound(numeral.high);
    const bool decimal = (low && !is_whole(*low)) || (high && !is_whole(*high));
    const bool digits = words_[numeral.number].find_first_of("0123456789") == 0;
    if (decimal && digits && !percent) return std::nullopt;  // no count of anything
    if (low) result.low = static_cast<int64_t>(std::floor(*low + kRounding));
    if (high) result.high = static_cast<int64_t>(std::ceil(*high - kRounding));
    return result;
  }

  const NumberWords& numbers_;
  uint32_t first_;
  std::span<const Token> tokens_;
  std::vector<std::string> words_;
  NumeralReader reader_;
};

}  // namespace

NumberReader::NumberReader() = default;
NumberReader::~NumberReader() = default;
NumberReader::NumberReader(NumberReader&&) noexcept = default;
NumberReader& NumberReader::operator=(NumberReader&&) noexcept = default;

Result<NumberReader> NumberReader::open(const std::filesystem::path& pack) {
  auto numbers = NumberWords::open(pack);
  if (!numbers) return tl::unexpected(numbers.error());
  NumberReader reader;
  reader.words_ = std::make_unique<const Words>(Words{std::move(*numbers)});
  return reader;
}

std::vector<Quantity> NumberReader::read(const Text& text) const {
  std::vector<Quantity> quantities;
  for (const Sentence& sentence : text.sentences) {
    SentenceQuantities(words_->numbers, text, sentence).run(&quantities);
  }
  return quantities;
}

}  // namespace varde
