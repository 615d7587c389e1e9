#include "output/json_writer.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "base/utf8.h"

namespace varde {

void JsonWriter::separate() {
  if (!first_ && !after_key_) *to_ += ',';
  first_ = false;
  after_key_ = false;
}

void JsonWriter::open(char bracket) {
  separate();
  *to_ += bracket;
  first_ = true;
}

void JsonWriter::shut(char bracket) {
  *to_ += bracket;
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  value(name);
  *to_ += ':';
  after_key_ = true;
}

void JsonWriter::null() {
  separate();
  *to_ += "null";
}

void JsonWriter::value(std::string_view text) {
  separate();
  *to_ += '"';
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) >= 0x80) {
      append_code_point(next_code_point(text, &at), to_);
      continue;
    }
    ++at;
    switch (c) {
      case '"':
        *to_ += "\\\"";
        break;
      case '\\':
        *to_ += "\\\\";
        break;
      case '\n':
        *to_ += "\\n";
        break;
      case '\r':
        *to_ += "\\r";
        break;
      case '\t':
        *to_ += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          fmt::format_to(std::back_inserter(*to_), "\\u{:04x}", static_cast<unsigned>(c));
        } else {
          *to_ += c;
        }
    }
  }
  *to_ += '"';
}

void JsonWriter::value(int64_t number) {
  separate();
  fmt::format_to(std::back_inserter(*to_), "{}", number);
}

void JsonWriter::value(bool truth) {
  separate();
  *to_ += truth ? "true" : "false";
}

void JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  separate();
  // Adding zero turns a negative zero into zero.
  fmt::format_to(std::back_inserter(*to_), "{}", number + 0.0);
}

void JsonWriter::value(const std::vector<std::string>& list) {
  begin_array();
  for (const std::string& item : list) value(std::string_view(item));
  end_array();
}

void JsonWriter::field_or_null(std::string_view name, std::string_view text) {
  key(name);
  text.empty() ? null() : value(text);
}

double rounded(double number, int places) {
  const double scale = std::pow(10.0, places);
  return std::round(number * scale) / scale;
}

}  // namespace varde
