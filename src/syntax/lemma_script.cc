#include "syntax/lemma_script.h"

#include <unicode/uchar.h>

#include <array>
#include <charconv>

#include "base/utf8.h"

namespace varde::syntax {
namespace {

constexpr size_t kMostStripped = 1000;

std::optional<size_t> number(std::string_view text) {
  size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value > kMostStripped) {
    return std::nullopt;
  }
  return value;
}

std::optional<LemmaScript::Case> case_of(std::string_view text) {
  if (text == "L") return LemmaScript::Case::kLower;
  if (text == "K") return LemmaScript::Case::kKeep;
  if (text == "T") return LemmaScript::Case::kTitle;
  if (text == "U") return LemmaScript::Case::kUpper;
  return std::nullopt;
}

char32_t lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }
char32_t upper(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }

char32_t with_case(char32_t c, LemmaScript::Case letters, bool first) {
  switch (letters) {
    case LemmaScript::Case::kLower:
      return lower(c);
    case LemmaScript::Case::kKeep:
      return c;
    case LemmaScript::Case::kTitle:
      return first ? upper(c) : lower(c);
    case LemmaScript::Case::kUpper:
      return upper(c);
  }
  return c;
}

}  // namespace

std::optional<LemmaScript> LemmaScript::parse(std::string_view text) {
  std::array<std::string_view, 5> fields;
  for (size_t i = 0; i < fields.size(); ++i) {
    const size_t tab = text.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == fields.size())) return std::nullopt;
    fields[i] = text.substr(0, tab);
    text.remove_prefix(tab == std::string_view::npos ? text.size() : tab + 1);
  }
  const auto letters = case_of(fields[0]);
  const auto front = number(fields[1]);
  const auto back = number(fields[3]);
  if (!letters || !front || !back) return std::nullopt;
  return LemmaScript{*letters, *front, std::string(fields[2]), *back, std::string(fields[4])};
}

std::string LemmaScript::apply(std::string_view form) const {
  std::u32string base;
  for (size_t at = 0; at < form.size();) {
    const char32_t c = next_code_point(form, &at);
    base.push_back(with_case(c, letters, base.empty()));
  }
  const bool fits = strip_front + strip_back <= base.size();
  const size_t first = fits ? strip_front : 0;
  const size_t last = fits ? base.size() - strip_back : base.size();
  std::string out = fits ? front : std::string();
  for (size_t i = first; i < last; ++i) append_code_point(base[i], &out);
  if (fits) out += back;
  return out;
}

std::string lower_one_by_one(std::string_view form) {
  std::string out;
  for (size_t at = 0; at < form.size();) append_code_point(lower(next_code_point(form, &at)), &out);
  return out;
}

}  // namespace varde::syntax
