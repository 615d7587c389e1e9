#include "text/reporting.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace varde {

uint32_t reporting_length(const SegmentationRules& rules, const Text& text, uint32_t at,
                          uint32_t last) {
  if (at >= last) return 0;
  const auto forms = rules.reporting.find(to_lower(text.tokens[at].form));
  if (forms == rules.reporting.end()) return 0;
  size_t longest = 0;
  for (const std::vector<std::string>& rest : forms->second) {
    if (rest.size() >= last - at || rest.size() + 1 <= longest) continue;
    const auto matches = [&, next = at + 1](const std::string& word) mutable {
      return to_lower(text.tokens[next++].form) == word;
    };
    if (std::all_of(rest.begin(), rest.end(), matches)) longest = rest.size() + 1;
  }
  return static_cast<uint32_t>(longest);
}

}  // namespace varde
