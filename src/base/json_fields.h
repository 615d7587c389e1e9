// Reading fields of JSON objects that may lack them, and writing values that may be absent.
#ifndef VARDE_BASE_JSON_FIELDS_H_
#define VARDE_BASE_JSON_FIELDS_H_

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace varde {

// The text of a field; "" where there is none.
inline std::string text(const nlohmann::ordered_json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

inline nlohmann::ordered_json or_null(const std::string& value) {
  return value.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(value);
}

template <class T>
nlohmann::ordered_json or_null(const std::optional<T>& value) {
  return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json();
}

}  // namespace varde

#endif  // VARDE_BASE_JSON_FIELDS_H_
