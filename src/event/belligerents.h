// Who fights in a document, for records of a ceasefire or of ground that do not name the parties.
#ifndef VARDE_EVENT_BELLIGERENTS_H_
#define VARDE_EVENT_BELLIGERENTS_H_

#include <string_view>
#include <vector>

#include "event/analysis.h"
#include "event/event.h"

namespace varde {

// Forces and governments that the document's assaults name most, of the country `home` and of at
// most one other: up to two of different sectors each. Where no assault names one of `home`, those
// forces and that government of its own that the document names at all.
std::vector<Role> belligerents(const Analysis& analysis, const std::vector<Event>& events,
                               std::string_view home);

// Whether somebody of `country` acts or is acted upon.
bool takes_part(const Entities& entities, const Event& event, std::string_view country);

}  // namespace varde

#endif  // VARDE_EVENT_BELLIGERENTS_H_
