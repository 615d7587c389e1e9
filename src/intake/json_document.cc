#include "intake/json_document.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "intake/document_fields.h"
#include "text/decode.h"

namespace varde {
namespace {

using nlohmann::json;

// Takes the fields of the outermost object as they come and skips everything below, without
// building a tree: memory stays that of the text, and nesting is bounded.
class FieldCollector : public nlohmann::json_sax<json> {
 public:
  explicit FieldCollector(std::string_view source) : source_(source) {}

  bool null() override { return take(""); }
  bool boolean(bool value) override { return take_other(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& value) override { return take_other(value); }
  bool string(string_t& value) override { return take(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open("an object"); }
  bool start_array(std::size_t) override {
    if (outside()) return fail("is a JSON list; write its objects one on a line (JSON Lines)");
    return open("a list");
  }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    if (depth_ == 1) field_ = std::find(kNames.begin(), kNames.end(), name) - kNames.begin();
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    const std::string_view before = source_.substr(0, position > 0 ? position - 1 : 0);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const size_t line_start = before.rfind('\n');
    const size_t column =
        before.size() - (line_start == std::string_view::npos ? 0 : line_start + 1) + 1;
    std::string where = "column " + std::to_string(column);
    if (lines > 0) where = "line " + std::to_string(lines + 1) + ", " + where;
    return fail("is not valid JSON at " + where + "; correct it there, or leave the document out");
  }

  Result<Document> document() && {
    if (!fault_.empty()) return failure(std::move(fault_));
    if (!seen_[kText]) {
      return failure("has no \"text\"; give each object the article in a field \"text\"");
    }
    DocumentFields fields;
    fields.id = std::move(values_[kId]);
    fields.text = std::move(values_[kText]);
    fields.language = std::move(values_[kLanguage]);
    fields.published = std::move(values_[kPublished]);
    fields.uri = std::move(values_[kUri]);
    fields.publisher = std::move(values_[kPublisher]);
    fields.title = std::move(values_[kTitle]);
    return make_document(std::move(fields));
  }

 private:
  enum Field : size_t { kId, kText, kLanguage, kPublished, kUri, kPublisher, kTitle, kNone };
  static constexpr std::array<std::string_view, kNone> kNames{
      "id", "text", "language", "published", "uri", "publisher", "title"};

  bool fail(std::string what) {
    fault_ = std::move(what);
    return false;
  }
  bool at_field() const { return depth_ == 1 && field_ < kNone; }
  bool outside() const { return depth_ == 0; }

  bool take(std::string value) {
    if (outside()) return not_an_object();
    if (at_field()) {
      values_[field_] = std::move(value);
      seen_[field_] = true;
    }
    return true;
  }
  bool number(std::string value) {
    if (at_field() && field_ != kId) return take_other(value);
    return take(std::move(value));  // archives number their articles
  }
  bool take_other(const std::string& value) {
    if (outside()) return not_an_object();
    if (!at_field()) return true;
    return fail("has " + value + " as \"" + std::string(kNames[field_]) +
                "\"; write a string or null");
  }
  bool not_an_object() {
    return fail("is JSON but no object; write {\"id\": …, \"text\": …} for each document");
  }
  bool open(const char* what) {
    if (at_field()) {
      return fail("has " + std::string(what) + " as \"" + std::string(kNames[field_]) +
                  "\"; write a string or null");
    }
    if (++depth_ > kDeepestJson) {
      return fail("nests JSON deeper than " + std::to_string(kDeepestJson) +
                  " levels; leave out what is not the document");
    }
    return true;
  }
  bool close() {
    --depth_;
    return true;
  }

  std::string_view source_;
  int depth_ = 0;
  size_t field_ = kNone;
  std::array<std::string, kNone> values_;
  std::array<bool, kNone> seen_{};
  std::string fault_;
};

}  // namespace

Result<Document> read_json_document(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (is_valid_utf8(bytes)) {
    FieldCollector collector(bytes);
    json::sax_parse(bytes, &collector);
    return std::move(collector).document();
  }
  auto decoded = decode_text(bytes);
  if (!decoded) return tl::unexpected<Error>(decoded.error());
  FieldCollector collector(decoded->text);
  json::sax_parse(decoded->text, &collector);
  auto document = std::move(collector).document();
  if (document) document->notes = std::move(decoded->notes);
  return document;
}

}  // namespace varde
