#include "text/chars.h"

#include "base/utf8.h"

namespace varde {

void decode_chars(std::string_view content, uint32_t begin, uint32_t end,
                  std::vector<Char>* chars) {
  chars->clear();
  for (size_t at = begin; at < end;) {
    const auto start = static_cast<uint32_t>(at);
    chars->push_back({next_code_point(content, &at), start});
  }
  chars->push_back({U' ', end});
}

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_terminal(char32_t c) { return is_one_of(c, U".!?…"); }
bool is_dash(char32_t c) { return is_one_of(c, U"–—―−"); }
bool is_hyphen(char32_t c) { return is_one_of(c, U"-\u2010\u2011\u00AD"); }
bool is_opening_quote(char32_t c) { return is_one_of(c, U"«“„‘‚‹"); }
bool is_closing_quote(char32_t c) { return is_one_of(c, U"»”’›"); }
bool is_quote(char32_t c) { return c == U'"' || is_opening_quote(c) || is_closing_quote(c); }
bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’'; }
bool is_opening_bracket(char32_t c) { return is_one_of(c, U"([{<"); }
bool is_closing_bracket(char32_t c) { return is_one_of(c, U")]}>"); }

char32_t first_char(std::string_view form) {
  size_t at = 0;
  return form.empty() ? U' ' : next_code_point(form, &at);
}

}  // namespace varde
