// Joins definite descriptions with what was named before: "the president", "the group", "the
// country", "his American counterpart", "both sides".
#ifndef VARDE_ENTITY_DESCRIPTIONS_H_
#define VARDE_ENTITY_DESCRIPTIONS_H_

#include <vector>

#include "entity/parties.h"

namespace varde {

class Descriptions {
 public:
  // To be made once names are joined. Both must outlive it; the order must be the reading's.
  Descriptions(Reading* reading, const MentionOrder& order);

  // Joins the nominal at a place of the order, where something fits.
  void join(size_t at);

 private:
  bool ends_in_cue(NameCue cue, uint32_t d) const;
  void join_antecedent(size_t at);
  void join_countries(size_t at);
  void join_country(size_t at);
  bool means_country(uint32_t candidate) const;
  bool describes(uint32_t d, uint32_t candidate) const;
  bool join_counterpart(size_t at);
  uint32_t owner_of(size_t at) const;
  uint32_t person_before(size_t at) const;
  std::string_view office_of(uint32_t d) const;
  void adopt(uint32_t d, uint32_t antecedent);
  const Draft& draft(uint32_t d) const { return r_.drafts[d]; }

  Reading& r_;
  const MentionOrder& order_;
  Parties parties_;
  std::vector<bool> named_;  // of each draft: whether a name beside it says who it is
  size_t counterparts_ = 0;
};

}  // namespace varde

#endif  // VARDE_ENTITY_DESCRIPTIONS_H_
