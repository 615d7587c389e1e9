// When the people of a text were all in the offices that the knowledge base knows them to have
// held.
#ifndef VARDE_ENTITY_IN_OFFICE_H_
#define VARDE_ENTITY_IN_OFFICE_H_

#include <vector>

#include "entity/entities.h"
#include "entity/knowledge_base.h"
#include "varde/date.h"

namespace varde {

// Disjoint intervals in order, empty when nobody's terms are known. Somebody whose terms meet none
// of the others' is left out: the text may speak of the past.
std::vector<Interval> days_in_office(const Entities& entities, const KnowledgeBase& knowledge);

}  // namespace varde

#endif  // VARDE_ENTITY_IN_OFFICE_H_
