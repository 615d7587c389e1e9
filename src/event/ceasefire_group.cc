#include "event/ceasefire_group.h"

#include <algorithm>

namespace varde {

void add_roles(const std::vector<Role>& roles, std::vector<Role>* to) {
  for (const auto& role : roles) {
    const bool known = std::any_of(to->begin(), to->end(),
                                   [&](const Role& other) { return other.entity == role.entity; });
    if (!known) to->push_back(role);
  }
}

}  // namespace varde
