// What event coding reads: everything the earlier rooms found out about one document.
#ifndef VARDE_EVENT_ANALYSIS_H_
#define VARDE_EVENT_ANALYSIS_H_

#include <memory_resource>
#include <string_view>
#include <vector>

#include "entity/entities.h"
#include "syntax/parse.h"
#include "text/number.h"
#include "text/text.h"
#include "time/times.h"

namespace varde {

// References to values that outlive the analysis; `lemma` and `form` hold each word in lower case,
// as the lexicon compares them.
struct Analysis {
  Analysis(const Text& text_, const Parse& parse_, const Entities& entities_, const Times& times_,
           const std::vector<Quantity>& quantities_, Arena& arena_);

  const Text& text;
  const Parse& parse;
  const Entities& entities;
  const Times& times;
  const std::vector<Quantity>& quantities;
  Arena& arena;
  std::pmr::vector<std::string_view> lemma;
  std::pmr::vector<std::string_view> form;

  uint32_t sentence_of(uint32_t word) const { return parse.sentence_of[word]; }
};

}  // namespace varde

#endif  // VARDE_EVENT_ANALYSIS_H_
