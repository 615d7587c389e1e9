// Joins pronouns with what they stand for.
#ifndef VARDE_ENTITY_PRONOUNS_H_
#define VARDE_ENTITY_PRONOUNS_H_

#include "entity/mention_order.h"

namespace varde {

class Pronouns {
 public:
  // Both must outlive it; the order must be the reading's.
  Pronouns(Reading* reading, const MentionOrder& order) : r_(*reading), order_(order) {}

  // Joins the pronoun at a place of the order, where something fits.
  void join(size_t at);

 private:
  void join_relative(uint32_t d);
  void join_subject(uint32_t d);
  void share_with_owned(uint32_t d);
  void join_third_person(size_t at);
  bool may_refer(uint32_t d) const;
  int score(uint32_t d, uint32_t candidate, uint32_t distance) const;
  bool suits(const Draft& pronoun, uint32_t candidate) const;
  Gender gender_of(uint32_t d) const;
  bool same_clause_argument(uint32_t d, uint32_t candidate) const;
  void join_speaker(size_t at);
  const Quotation* quotation_of(uint32_t token) const;
  const Draft& draft(uint32_t d) const { return r_.drafts[d]; }

  Reading& r_;
  const MentionOrder& order_;
};

}  // namespace varde

#endif  // VARDE_ENTITY_PRONOUNS_H_
