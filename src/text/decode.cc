// Everything that is valid UTF-8 is taken for UTF-8: text in another encoding that happens to be
// valid UTF-8 and not plain ASCII does not occur in practice. What is left is Windows-1252, the
// encoding of nearly all older Western text, unless it looks like a binary file.
#include "text/decode.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace varde {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr size_t kControlsInHundred = 2;  // more control characters than these are no text
constexpr std::string_view kNotText =
    "is not text; give plain text as UTF-8, UTF-16 with a byte order mark, or Windows-1252";

// Windows-1252 from 0x80 to 0x9F; 0 where it has no character.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_control(unsigned char c) {
  return c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v');
}

bool looks_binary(std::string_view bytes) {
  size_t controls = 0;
  for (const char c : bytes) {
    if (c == '\0') return true;
    controls += is_control(static_cast<unsigned char>(c)) ? 1 : 0;
  }
  return controls * 100 > bytes.size() * kControlsInHundred;
}

// Pairs of bytes behind the byte order mark; halves of surrogate pairs alone become U+FFFD.
Result<DecodedText> from_utf16(std::string_view bytes, bool big_endian) {
  DecodedText decoded;
  const auto unit = [&](size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  for (size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    const bool pair = c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size();
    if (pair && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    if (c == 0) return failure(std::string(kNotText));
    append_code_point(c, &decoded.text);
  }
  decoded.notes.emplace_back("converted from UTF-16");
  return decoded;
}

DecodedText from_windows_1252(std::string_view bytes) {
  DecodedText decoded;
  decoded.text.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    if (c < 0x80 || c >= 0xA0) {
      append_code_point(c, &decoded.text);
    } else {
      const char16_t mapped = kWindows1252[c - 0x80];
      append_code_point(mapped == 0 ? char32_t{0xFFFD} : char32_t{mapped}, &decoded.text);
    }
  }
  decoded.notes.emplace_back("converted from Windows-1252");
  return decoded;
}

}  // namespace

Result<DecodedText> decode_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true);
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  if (looks_binary(bytes)) return failure(std::string(kNotText));
  if (is_valid_utf8(bytes)) return DecodedText{std::string(bytes), {}};
  return from_windows_1252(bytes);
}

}  // namespace varde
