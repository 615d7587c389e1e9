// Plural phrases for the two sides that a document speaks of: "both sides", "the two countries".
#ifndef VARDE_ENTITY_PARTIES_H_
#define VARDE_ENTITY_PARTIES_H_

#include <string>

#include "entity/mention_order.h"

namespace varde {

class Parties {
 public:
  // Both must outlive it; the order must be the reading's.
  Parties(Reading* reading, const MentionOrder& order) : r_(*reading), order_(order) {}

  // Joins the phrase at a place of the order with two sides and returns true, or leaves it as it
  // is. The phrase's draft is doubled: one for each side.
  bool join_sides(size_t at);
  bool join_countries(size_t at);

 private:
  bool may_look() { return looked_++ < kMostPhrases; }
  bool join_pair(size_t at, bool same_sentence);
  bool join_heaviest(size_t at);
  void join_both(uint32_t phrase, uint32_t one, uint32_t other);
  void take_over(uint32_t phrase, uint32_t antecedent);
  std::string side_of(uint32_t candidate) const;

  static constexpr size_t kMostPhrases = 200;  // looked up in one document

  Reading& r_;
  const MentionOrder& order_;
  size_t looked_ = 0;
};

}  // namespace varde

#endif  // VARDE_ENTITY_PARTIES_H_
