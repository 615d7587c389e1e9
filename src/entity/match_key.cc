#include "entity/match_key.h"

#include <algorithm>

#include "base/utf8.h"

namespace varde {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_dropped(char c) {
  return c == '.' || c == ',' || c == '\'' || c == '`' || c == '"' || c == '(' || c == ')';
}

bool is_blank(char c) { return c == ' ' || c == '-' || c == '\t' || c == '\n' || c == '/'; }

void append_folded(std::string_view text, std::string* key) {
  for (const char c : text) {
    if (is_dropped(c)) continue;
    if (is_blank(c)) {
      if (!key->empty() && key->back() != ' ') key->push_back(' ');
    } else {
      key->push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
  }
}

}  // namespace

std::string match_key(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  if (is_ascii(text)) {  // nearly all names: no need of Unicode's tables
    append_folded(text, &key);
  } else {
    append_folded(name_key(text), &key);
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

}  // namespace varde
