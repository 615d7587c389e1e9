#include "text/composer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace varde {
namespace {

constexpr size_t kLongestCompound = 48;  // bytes
constexpr size_t kShortestPart = 2;
constexpr int kMostParts = 8;
constexpr double kLargestValue = 1e15;

constexpr std::array<NumberKind, 6> kParts = {NumberKind::kMultiplier, NumberKind::kTen,
                                              NumberKind::kTeen,       NumberKind::kUnit,
                                              NumberKind::kArticle,    NumberKind::kJoiner};

// Adds one part of a compound; an article is "one" behind a ten.
bool push_part(NumberWord part, Composer* composer) {
  if (part.kind == NumberKind::kJoiner) {
    composer->join();
    return !composer->empty();
  }
  if (part.kind == NumberKind::kArticle) {
    if (composer->empty()) return false;
    part = NumberWord{NumberKind::kUnit, 1, 1, 1.0};
  }
  return composer->push(part);
}

std::optional<double> parse_parts(const NumberWords& numbers, std::string_view rest,
                                  const Composer& before, int parts, bool* ordinal) {
  if (rest.empty()) return parts > 1 ? std::optional<double>(before.value()) : std::nullopt;
  if (parts >= kMostParts) return std::nullopt;
  for (size_t length = rest.size(); length >= kShortestPart; --length) {
    const std::string_view part = rest.substr(0, length);
    if (length == rest.size() && parts > 0) {
      const auto last = numbers.find(part, NumberKind::kOrdinal);
      Composer composer = before;
      if (last && composer.push({last->low < 10 ? NumberKind::kUnit : NumberKind::kTeen, 1,
                                 last->low, last->low})) {
        *ordinal = true;
        return composer.value();
      }
    }
    for (const NumberKind kind : kParts) {
      const auto word = numbers.find(part, kind);
      Composer composer = before;
      if (!word || !push_part(*word, &composer)) continue;
      const auto value = parse_parts(numbers, rest.substr(length), composer, parts + 1, ordinal);
      if (value) return value;
    }
  }
  return std::nullopt;
}

}  // namespace

double Composer::below_hundred() const { return std::fmod(group_, 100); }

bool Composer::push(const NumberWord& word) {
  bool taken = false;
  if (word.kind == NumberKind::kUnit) taken = push_unit(word.low);
  if (word.kind == NumberKind::kTeen) {
    taken = below_hundred() == 0;
    if (taken) group_ += word.low;
  }
  if (word.kind == NumberKind::kTen) taken = push_ten(word.low);
  if (word.kind == NumberKind::kMultiplier) taken = push_multiplier(word.low);
  if (taken) {
    any_ = true;
    joined_ = false;
  }
  return taken;
}

// Behind a hundred a single unit needs "and" or one compound: "hundre to" is two numbers.
bool Composer::push_unit(double value) {
  const double rest = below_hundred();
  if (std::fmod(rest, 10) != 0 || (rest > 0 && rest < 20)) return false;
  if (value == 0 && any_) return false;
  if (hundreds_ && rest == 0 && !joined_ && !in_word_) return false;
  group_ += value;
  return true;
}

bool Composer::push_ten(double value) {
  const double rest = below_hundred();
  const bool turned_round = in_word_ && joined_ && rest > 0 && rest < 10;
  if (rest != 0 && !turned_round) return false;
  group_ += value;
  return true;
}

bool Composer::push_multiplier(double value) {
  if (joined_ && group_ == 0) return false;
  if (value < 1000) {
    if (hundreds_ || group_ >= 100) return false;
    group_ = std::max(group_, 1.0) * value;
    hundreds_ = true;
  } else {
    if (last_ >= 1000 && value >= last_) return false;
    if (std::max(group_, 1.0) * value > kLargestValue) return false;
    total_ += std::max(group_, 1.0) * value;
    group_ = 0;
    hundreds_ = false;
  }
  last_ = value;
  return true;
}

bool Composer::takes_joiner() const { return last_ >= 100 && below_hundred() == 0; }

std::optional<double> compound_value(const NumberWords& numbers, std::string_view word,
                                     bool* ordinal) {
  *ordinal = false;
  if (word.size() > kLongestCompound) return std::nullopt;
  return parse_parts(numbers, word, Composer(true), 0, ordinal);
}

}  // namespace varde
