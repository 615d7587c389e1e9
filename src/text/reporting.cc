#include "text/reporting.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace varde {
namespace {

bool phrase_at(const std::vector<std::string>& phrase, const Text& text, uint32_t at,
               uint32_t last) {
  if (phrase.size() > last - at) return false;
  for (size_t i = 0; i < phrase.size(); ++i) {
    if (to_lower(text.tokens[at + i].form) != phrase[i]) return false;
  }
  return true;
}

}  // namespace

uint32_t reporting_length(const SegmentationRules& rules, const Text& text, uint32_t at,
                          uint32_t last) {
  if (at >= last) return 0;
  size_t longest = rules.reporting.contains(to_lower(text.tokens[at].form)) ? 1 : 0;
  for (const auto& phrase : rules.reporting_phrases) {
    if (phrase.size() > longest && phrase_at(phrase, text, at, last)) longest = phrase.size();
  }
  return static_cast<uint32_t>(longest);
}

}  // namespace varde
