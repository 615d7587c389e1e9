// According to whom: reporting verbs with their clauses, "according to" phrases, and quotations.
#ifndef VARDE_EVENT_ATTRIBUTION_H_
#define VARDE_EVENT_ATTRIBUTION_H_

#include <vector>

#include "event/analysis.h"
#include "event/event.h"
#include "event/lexicon.h"
#include "text/segmentation_rules.h"

namespace varde {

// Somebody saying something somewhere in the document.
struct Report {
  uint32_t word = 0;  // reporting verb, or the noun behind "according to"
  bool verb = true;
  std::vector<Attribution> sources;
};

// All reports of a document, found once; then asked for each event.
class Attributions {
 public:
  Attributions(const Analysis& analysis, const SegmentationRules& rules, const Lexicon& lexicon);
  // Sources of what the clause around `head` says; empty when the paper itself states it.
  std::vector<Attribution> of(uint32_t head) const;

 private:
  void find_reports(const SegmentationRules& rules);
  void add_verb(uint32_t verb);
  void add_phrase(uint32_t preposition);
  Stance stance_of(uint32_t verb) const;
  const Report* in_clause(uint32_t head) const;
  const Report* in_sentence(uint32_t sentence, uint32_t not_first, uint32_t not_last) const;
  const Report* of_quotation(uint32_t head) const;

  const Analysis& analysis_;
  const Lexicon& lexicon_;
  std::vector<Report> reports_;                             // in text order
  std::vector<std::vector<uint32_t>> reports_of_sentence_;  // indices into reports_
  std::vector<uint32_t> report_of_verb_;  // index of the report of a token, or kNoHead
};

}  // namespace varde

#endif  // VARDE_EVENT_ATTRIBUTION_H_
