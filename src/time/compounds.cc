#include "time/compounds.h"

#include <charconv>
#include <string>

#include "base/utf8.h"

namespace varde {
namespace {

constexpr size_t kShortestHead = 3;   // letters of the noun behind a weekday
constexpr size_t kLongestToken = 64;  // bytes; a longer one is no word

// Patterns that no file writes, of one operation or two.
const TimePattern& pattern_of(Op op) {
  const auto make = [](Op of) {
    TimePattern pattern;
    pattern.steps.push_back(Step{of, Which::kByTense, std::nullopt, std::nullopt});
    return pattern;
  };
  static const TimePattern weekday = make(Op::kWeekday);
  static const TimePattern duration = make(Op::kDuration);
  static const TimePattern middle = [&] {
    TimePattern pattern = make(Op::kMonth);
    pattern.steps.push_back(Step{Op::kMiddle, Which::kByTense, std::nullopt, std::nullopt});
    return pattern;
  }();
  if (op == Op::kMonth) return middle;
  return op == Op::kWeekday ? weekday : duration;
}

// The number that a few letters or figures say.
std::optional<double> number_in(const TimeWords& words, const NumberReader& numbers,
                                std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text[0] >= '0' && text[0] <= '9') {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
  }
  if (const auto word = words.word(text)) {
    if (const auto number = words.number(*word)) return number;
  }
  Arena arena;
  Text one(arena);
  one.content = text;
  one.tokens.push_back(Token{0, static_cast<uint32_t>(text.size()), text, true, false});
  one.sentences.push_back(Sentence{0, 1, 0, SentenceKind::kBody});
  one.paragraphs.push_back(Paragraph{0, 1});
  for (const Quantity& quantity : numbers.read(one)) {
    if (quantity.low && !quantity.ordinal) return static_cast<double>(*quantity.low);
  }
  return std::nullopt;
}

std::optional<TimeMatch> duration_in(const TimeWords& words, const NumberReader& numbers,
                                     std::string_view lower) {
  for (const CompoundUnit& unit : words.compound_units) {
    const size_t at = lower.find(unit.part);
    if (at == std::string_view::npos || at == 0) continue;
    auto number = lower.substr(0, at);
    if (number.ends_with('-')) number.remove_suffix(1);
    const auto value = number_in(words, numbers, number);
    if (!value) continue;
    TimeMatch match;
    match.pattern = &pattern_of(Op::kDuration);
    match.number = value;
    match.unit = unit.unit;
    return match;
  }
  return std::nullopt;
}

std::optional<int> value_of(const TimeWords& words, TimeClass time_class, std::string_view lower) {
  const auto word = words.word(lower);
  if (!word) return std::nullopt;
  for (const TimeReading& reading : words.readings(*word)) {
    if (reading.time_class == time_class) return reading.value;
  }
  return std::nullopt;
}

// "mid-August"
std::optional<TimeMatch> middle_of_month(const TimeWords& words, std::string_view lower) {
  for (const std::string& prefix : words.middle_prefixes) {
    if (!lower.starts_with(prefix)) continue;
    const auto month = value_of(words, TimeClass::kMonth, lower.substr(prefix.size()));
    if (!month) continue;
    TimeMatch match;
    match.pattern = &pattern_of(Op::kMonth);
    match.month = month;
    return match;
  }
  return std::nullopt;
}

std::optional<TimeMatch> weekday_in(const TimeWords& words, std::string_view lower) {
  for (const std::string& link : words.compound_links) {
    for (size_t at = lower.find(link, 1); at != std::string_view::npos;
         at = lower.find(link, at + 1)) {
      if (lower.size() < at + link.size() + kShortestHead) break;
      const auto weekday = value_of(words, TimeClass::kWeekday, lower.substr(0, at));
      if (!weekday) continue;
      TimeMatch match;
      match.pattern = &pattern_of(Op::kWeekday);
      match.weekday = weekday;
      return match;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<TimeMatch> time_in_compound(const TimeWords& words, const NumberReader& numbers,
                                          const Parse& parse, uint32_t token) {
  if (parse.form(token).size() > kLongestToken) return std::nullopt;
  const std::string lower = to_lower(parse.form(token));
  auto match = duration_in(words, numbers, lower);
  if (!match) match = middle_of_month(words, lower);
  if (!match && parse.words[token].upos == Upos::kNoun) match = weekday_in(words, lower);
  if (!match) return std::nullopt;
  match->first = token;
  match->last = token + 1;
  return match;
}

}  // namespace varde
