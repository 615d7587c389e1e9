// Names that the tables know, and which of them stand beside those that the model marks.
#ifndef VARDE_ENTITY_TABLE_MATCHES_H_
#define VARDE_ENTITY_TABLE_MATCHES_H_

#include <vector>

#include "entity/draft.h"

namespace varde {

struct TableMatch {
  uint32_t first = 0;  // tokens, half open
  uint32_t last = 0;
  NameSense sense;
  size_t ending = 0;  // bytes of a genitive or other ending
};

// The names of a sentence in its order, none over another; the longest match first.
std::vector<TableMatch> match_tables(const Reading& reading, const Sentence& sentence);

// Drops matches that a longer name of the model contains and means otherwise; returns the names
// of the model that are to stand.
std::vector<Name> reconcile(const Reading& reading, const std::vector<Name>& names,
                            std::vector<TableMatch>* matches);

}  // namespace varde

#endif  // VARDE_ENTITY_TABLE_MATCHES_H_
