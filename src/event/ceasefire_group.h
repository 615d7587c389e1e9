// One ceasefire while it is put together from its mentions.
#ifndef VARDE_EVENT_CEASEFIRE_GROUP_H_
#define VARDE_EVENT_CEASEFIRE_GROUP_H_

#include <vector>

#include "event/event.h"
#include "varde/coded_document.h"

namespace varde {

struct CeasefireGroup {
  CeasefireRecord record;
  bool earlier = false;  // "the previous truce"
  int stage = -1;        // of record.state, or -1
  std::vector<Role> parties;
  std::vector<Role> proposed_by;
  std::vector<Role> rejected_by;
  std::vector<Role> brokered_by;
};

// Adds those whose entities are not among them yet.
void add_roles(const std::vector<Role>& roles, std::vector<Role>* to);

}  // namespace varde

#endif  // VARDE_EVENT_CEASEFIRE_GROUP_H_
