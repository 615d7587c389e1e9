// UTF-8 helpers over ICU. Every function takes valid UTF-8 (intake sees to that) and is safe on
// invalid bytes, which count as U+FFFD.
#ifndef VARDE_BASE_UTF8_H_
#define VARDE_BASE_UTF8_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace varde {

bool is_valid_utf8(std::string_view text);

// The code point at byte `*at`; moves `*at` behind it.
char32_t next_code_point(std::string_view text, size_t* at);
void append_code_point(char32_t code_point, std::string* to);
size_t count_code_points(std::string_view text);
// At most so many, from the start.
std::string_view first_code_points(std::string_view text, size_t most);
// One line that cannot steer a terminal: line breaks and control characters become spaces,
// invisible format characters (bidi overrides) go.
std::string printable(std::string_view text);

// Full case folding is for comparing, lower casing for showing and look-ups in tables; both keep
// diacritics and are locale independent.
std::string fold_case(std::string_view text);
std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);
std::string to_nfc(std::string_view text);

// Lower case, NFC, diacritics and letter variants taken off ("Nusrafronten", "Genève" -> "geneve",
// "Øst-Aleppo" -> "ost-aleppo"): the key under which names are looked up.
std::string name_key(std::string_view text);

bool starts_with_upper(std::string_view text);
bool is_all_upper(std::string_view text);  // has letters, and no lower-case one
bool is_letter(char32_t c);
bool is_digit(char32_t c);
bool is_space(char32_t c);
bool is_punctuation(char32_t c);  // general categories P* and S*

// Turns byte offsets into code point offsets of one text in logarithmic time.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  uint32_t at(size_t byte) const;

 private:
  std::string_view text_;
  std::vector<uint32_t> every_;  // code points before each block of bytes
};

}  // namespace varde

#endif  // VARDE_BASE_UTF8_H_
