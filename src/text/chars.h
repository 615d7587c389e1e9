// A run of text as code points that know their bytes: what the word and line rules look at.
#ifndef VARDE_TEXT_CHARS_H_
#define VARDE_TEXT_CHARS_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace varde {

struct Char {
  char32_t code = 0;
  uint32_t begin = 0;  // bytes of the whole content
};

// Replaces `*chars` by the code points of content[begin, end), closed by one space that begins at
// `end`, so that the byte behind every character is the `begin` of the next.
void decode_chars(std::string_view content, uint32_t begin, uint32_t end, std::vector<Char>* chars);

// Classes of marks that mean the same in every language of the Latin script.
bool is_terminal(char32_t c);       // ends sentences: . ! ? …
bool is_dash(char32_t c);           // – — ― and the minus, not the hyphen
bool is_hyphen(char32_t c);         // - and its Unicode variants, the soft hyphen too
bool is_opening_quote(char32_t c);  // only opens
bool is_closing_quote(char32_t c);  // closes (” and ’ too)
bool is_quote(char32_t c);          // any of them and the straight double one
bool is_apostrophe(char32_t c);     // ' and ’
bool is_opening_bracket(char32_t c);
bool is_closing_bracket(char32_t c);

// The first code point of a token's form.
char32_t first_char(std::string_view form);
bool is_one_of(char32_t c, std::u32string_view set);

}  // namespace varde

#endif  // VARDE_TEXT_CHARS_H_
