// Which word counts a quantity of people, and as what: killed, wounded, missing, …
#ifndef VARDE_EVENT_TOLL_CLAUSE_H_
#define VARDE_EVENT_TOLL_CLAUSE_H_

#include "event/analysis.h"
#include "event/lexicon.h"
#include "event/toll_words.h"

namespace varde {

struct TollFinding {
  const TollEntry* entry = nullptr;  // null: nothing counts it
  uint32_t word = 0;                 // that counts

  explicit operator bool() const { return entry != nullptr; }
};

class TollClause {
 public:
  TollClause(const Analysis& analysis, const TollWords& words, const Lexicon& lexicon)
      : analysis_(analysis), parse_(analysis.parse), words_(words), lexicon_(lexicon) {}

  // The noun that a quantity counts, or its number.
  uint32_t counted_by(const Quantity& quantity) const;
  TollFinding find(const Quantity& quantity, uint32_t noun) const;

 private:
  const Word& word(uint32_t i) const { return parse_.words[i]; }
  TollFinding entry(uint32_t token, TollCounts counts) const;
  bool has_child(uint32_t i, Relation relation) const;
  bool has_own_number(uint32_t i) const;
  bool may_be_done_to_subject(uint32_t verb) const;
  TollFinding undergone(uint32_t token) const;
  bool is_bare(const Quantity& quantity, uint32_t noun) const;
  bool has_predicate_of_its_own(uint32_t noun) const;

  TollFinding on_number(const Quantity& quantity) const;
  TollFinding in_clause(const Quantity& quantity, uint32_t verb, uint32_t noun) const;
  TollFinding modifying(const Quantity& quantity, uint32_t noun) const;
  TollFinding governing(const Quantity& quantity, uint32_t noun) const;
  TollFinding predicated(uint32_t noun) const;
  TollFinding following(const Quantity& quantity) const;
  TollFinding figure(uint32_t number) const;
  bool has_figure(uint32_t i) const;
  TollFinding below_figure(uint32_t figure) const;

  const Analysis& analysis_;
  const Parse& parse_;
  const TollWords& words_;
  const Lexicon& lexicon_;
};

}  // namespace varde

#endif  // VARDE_EVENT_TOLL_CLAUSE_H_
