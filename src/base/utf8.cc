#include "base/utf8.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace varde {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr size_t kBlock = 256;  // bytes between two entries of a CodePointIndex

// ICU counts bytes with 32 bits; longer texts are handed back as they are.
bool fits_icu(std::string_view text) {
  return text.size() <= static_cast<size_t>(std::numeric_limits<int32_t>::max());
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<int32_t>(text.size())};
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string normalise(const icu::Normalizer2* (*instance)(UErrorCode&), std::string_view text) {
  if (is_ascii(text) || !fits_icu(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normaliser = instance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(status)) normaliser->normalizeUTF8(0, piece(text), sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

// Letters that Unicode does not decompose but that spellings of one name swap for plain ones.
constexpr std::array<std::pair<char32_t, std::string_view>, 18> kPlainLetters{{
    {U'æ', "ae"},
    {U'ð', "d"},
    {U'ø', "o"},
    {U'þ', "th"},
    {U'đ', "d"},
    {U'ħ', "h"},
    {U'ı', "i"},
    {U'ł', "l"},
    {U'ŋ', "n"},
    {U'œ', "oe"},
    {U'ŧ', "t"},
    {U'ǝ', "e"},
    {U'ə', "e"},
    {U'ɛ', "e"},
    {U'ɔ', "o"},
    {U'ɗ', "d"},
    {U'ƙ', "k"},
    {U'ɓ', "b"},
}};

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'`' || c == U'\u2018' || c == U'\u2019' || c == U'\u201B' ||
         (c >= U'\u02B9' && c <= U'\u02BF');
}

bool is_hyphen(char32_t c) { return c >= U'\u2010' && c <= U'\u2014'; }

void append_plain(char32_t c, std::string* key) {
  const auto plain = std::find_if(kPlainLetters.begin(), kPlainLetters.end(),
                                  [c](const auto& entry) { return entry.first == c; });
  if (plain != kPlainLetters.end()) {
    key->append(plain->second);
  } else if (is_hyphen(c)) {
    key->push_back('-');
  } else if (is_space(c)) {
    if (!key->empty() && key->back() != ' ') key->push_back(' ');
  } else {
    append_code_point(c, key);
  }
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    if (next_code_point(text, &at) != kReplacement) continue;
    if (text.substr(start, at - start) != "\xEF\xBF\xBD") return false;
  }
  return true;
}

char32_t next_code_point(std::string_view text, size_t* at) {
  if (*at >= text.size()) return kReplacement;
  const auto lead = static_cast<unsigned char>(text[*at]);
  if (lead < 0x80) {
    ++*at;
    return lead;
  }
  // A code point has at most four bytes, so ICU's 32-bit offsets serve a window of any text.
  const std::string_view window = text.substr(*at, 4);
  int32_t used = 0;
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(window.data(), used, static_cast<int32_t>(window.size()), c);
  *at += static_cast<size_t>(used);
  return static_cast<char32_t>(c);
}

void append_code_point(char32_t code_point, std::string* to) {
  const bool scalar = code_point <= 0x10FFFF && !(code_point >= 0xD800 && code_point <= 0xDFFF);
  const char32_t c = scalar ? code_point : kReplacement;
  std::array<char, 4> bytes{};
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, static_cast<UChar32>(c));
  to->append(bytes.data(), static_cast<size_t>(size));
}

std::string_view first_code_points(std::string_view text, size_t most) {
  size_t at = 0;
  while (most-- > 0 && at < text.size()) next_code_point(text, &at);
  return text.substr(0, at);
}

std::string printable(std::string_view text) {
  std::string shown;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, &at);
    const auto category = u_charType(static_cast<UChar32>(c));
    if (category == U_CONTROL_CHAR || category == U_LINE_SEPARATOR ||
        category == U_PARAGRAPH_SEPARATOR) {
      shown += ' ';
    } else if (category != U_FORMAT_CHAR) {
      append_code_point(c, &shown);
    }
  }
  return shown;
}

size_t count_code_points(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size(); ++count) next_code_point(text, &at);
  return count;
}

std::string fold_case(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  if (!fits_icu(text)) return std::string(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, piece(text), sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

std::string to_lower(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  if (!fits_icu(text)) return std::string(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, piece(text), sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

std::string to_upper(std::string_view text) {
  if (!fits_icu(text)) return std::string(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToUpper("", 0, piece(text), sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

std::string to_nfc(std::string_view text) {
  return normalise(&icu::Normalizer2::getNFCInstance, text);
}

std::string name_key(std::string_view text) {
  const std::string parts = normalise(&icu::Normalizer2::getNFKDInstance, fold_case(text));
  std::string key;
  key.reserve(parts.size());
  for (size_t at = 0; at < parts.size();) {
    const char32_t c = next_code_point(parts, &at);
    if (u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK || is_apostrophe(c)) continue;
    append_plain(c, &key);
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

bool starts_with_upper(std::string_view text) {
  size_t at = 0;
  const auto c = static_cast<UChar32>(next_code_point(text, &at));
  return u_isupper(c) || u_istitle(c);
}

bool is_all_upper(std::string_view text) {
  bool letters = false;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, &at);
    if (u_islower(static_cast<UChar32>(c))) return false;
    letters = letters || is_letter(c);
  }
  return letters;
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)); }

bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)); }

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }

bool is_punctuation(char32_t c) {
  constexpr uint32_t kMasks = U_GC_P_MASK | U_GC_S_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & kMasks) != 0;
}

// Two numbers per block: the code points before the first one that begins in it, and how many of
// its bytes that one comes after.
CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  every_.reserve(2 * (text.size() / kBlock + 1));
  size_t block = 0;
  uint32_t count = 0;
  for (size_t at = 0; at < text.size(); ++count) {
    if (at >= block) {
      every_.push_back(count);
      every_.push_back(static_cast<uint32_t>(at - block));
      block += kBlock;
    }
    next_code_point(text, &at);
  }
  if (every_.empty()) every_ = {0, 0};
}

uint32_t CodePointIndex::at(size_t byte) const {
  const size_t end = std::min(byte, text_.size());
  const size_t block = std::min(end / kBlock, every_.size() / 2 - 1);
  uint32_t count = every_[2 * block];
  for (size_t at = block * kBlock + every_[2 * block + 1]; at < end; ++count) {
    next_code_point(text_, &at);
  }
  return count;
}

}  // namespace varde
