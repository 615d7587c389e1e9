// Writes compact JSON straight into a string: keys in the order of the calls, no tree between.
#ifndef VARDE_OUTPUT_JSON_WRITER_H_
#define VARDE_OUTPUT_JSON_WRITER_H_

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace varde {

// The calls must nest as JSON does; nothing checks it. Strings may hold any bytes: control
// characters are escaped and invalid UTF-8 becomes U+FFFD.
class JsonWriter {
 public:
  explicit JsonWriter(std::string* to) : to_(to) {}

  void begin_object() { open('{'); }
  void end_object() { shut('}'); }
  void begin_array() { open('['); }
  void end_array() { shut(']'); }
  void key(std::string_view name);

  void null();
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(int64_t number);
  void value(uint32_t number) { value(static_cast<int64_t>(number)); }
  void value(int number) { value(static_cast<int64_t>(number)); }
  void value(bool truth);
  void value(double number);  // shortest form; null for what is no number
  void value(const std::vector<std::string>& list);
  template <class T>
  void value(const std::optional<T>& maybe) {
    maybe ? value(*maybe) : null();
  }

  template <class T>
  void field(std::string_view name, const T& content) {
    key(name);
    value(content);
  }
  // "" becomes null: how the formats write what the text does not say.
  void field_or_null(std::string_view name, std::string_view text);

 private:
  void separate();
  void open(char bracket);
  void shut(char bracket);

  std::string* to_;
  bool first_ = true;  // in the innermost bracket
  bool after_key_ = false;
};

// Rounded to so many decimal places.
double rounded(double number, int places);

}  // namespace varde

#endif  // VARDE_OUTPUT_JSON_WRITER_H_
