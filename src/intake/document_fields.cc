#include "intake/document_fields.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "intake/sha256.h"

namespace varde {
namespace {

bool has_content(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (!is_space(next_code_point(text, &at))) return true;
  }
  return false;
}

// A value from the input inside a message: one line, not too long.
std::string quoted(std::string_view value) {
  std::string shown = "'";
  for (size_t at = 0; at < value.size() && shown.size() < 40;) {
    const char32_t c = next_code_point(value, &at);
    append_code_point(c < 0x20 || c == 0x7F ? U' ' : c, &shown);
  }
  return shown + "'";
}

// Takes `count` digits off the front.
bool take_digits(size_t count, std::string_view* text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text->size() < count || !std::all_of(text->begin(), text->begin() + count, digit)) {
    return false;
  }
  text->remove_prefix(count);
  return true;
}

bool take_one_of(std::string_view characters, std::string_view* text) {
  if (text->empty() || characters.find(text->front()) == std::string_view::npos) return false;
  text->remove_prefix(1);
  return true;
}

// "T08", "T08:30", " 083015.25", each also with "Z", "+02", "-0230" or "+02:00" behind it.
bool is_time_of_day(std::string_view text) {
  if (!take_one_of("T ", &text) || !take_digits(2, &text)) return false;
  for (int part = 0; part < 2; ++part) {  // minutes and seconds
    const bool colon = take_one_of(":", &text);
    if (!take_digits(2, &text)) {
      if (colon) return false;
      break;
    }
  }
  if (take_one_of(".,", &text)) {
    if (!take_digits(1, &text)) return false;
    while (take_digits(1, &text)) {
    }
  }
  if (take_one_of("+-", &text)) {
    if (!take_digits(2, &text)) return false;
    const bool colon = take_one_of(":", &text);
    if (!take_digits(2, &text) && colon) return false;
  } else {
    take_one_of("Z", &text);
  }
  return text.empty();
}

}  // namespace

std::optional<Day> parse_published(std::string_view iso) {
  const std::optional<Day> day = parse_day(iso.substr(0, 10));
  if (iso.size() > 10 && !is_time_of_day(iso.substr(10))) return std::nullopt;
  return day;
}

std::optional<std::string> primary_language(std::string_view tag) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto allowed = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-'; };
  const std::string_view primary = tag.substr(0, tag.find('-'));
  if (primary.size() < 2 || primary.size() > 8 || tag.size() > 35) return std::nullopt;
  if (!std::all_of(primary.begin(), primary.end(), letter)) return std::nullopt;
  if (!std::all_of(tag.begin(), tag.end(), allowed)) return std::nullopt;
  return to_lower(primary);
}

Result<Document> make_document(DocumentFields fields) {
  if (!has_content(fields.text)) return failure("is empty; there is nothing to code");
  Document document;
  if (!fields.language.empty()) {
    const auto language = primary_language(fields.language);
    if (!language) {
      return failure("has the language " + quoted(fields.language) +
                     "; write a code such as 'en', or leave it out");
    }
    document.language = *language;
  }
  if (!fields.published.empty()) {
    const auto day = parse_published(fields.published);
    if (!day) {
      return failure("was published on " + quoted(fields.published) +
                     ", which is no date; write YYYY-MM-DD, or leave it out");
    }
    document.published = Interval{*day, *day};
  }
  document.id = fields.id.empty() ? content_id(sha256_hex(fields.text)) : std::move(fields.id);
  document.text = std::move(fields.text);
  document.uri = std::move(fields.uri);
  document.publisher = std::move(fields.publisher);
  document.title = std::move(fields.title);
  return document;
}

}  // namespace varde
