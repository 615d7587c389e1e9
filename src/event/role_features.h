// Who may take part in an event, and what speaks for it: the candidates among the document's
// entities and, for each, numbers that a learned model reads (event_model.h). Nothing here knows a
// language.
#ifndef VARDE_EVENT_ROLE_FEATURES_H_
#define VARDE_EVENT_ROLE_FEATURES_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "event/analysis.h"
#include "event/event.h"
#include "event/lexicon.h"

namespace varde {

enum class RoleKind : uint8_t { kActor, kRecipient };

// In the order of the model's columns; names() in role_features.cc spells them out.
constexpr size_t kRoleFeatures = 47;
using RoleFeatures = std::array<float, kRoleFeatures>;

struct RoleCandidate {
  uint32_t entity = 0;
  uint32_t word = 0;  // the head of the mention that is nearest to the event
  RoleFeatures features{};
};

// What the candidates of all events of one document are found by. References outlive it.
class EventContext {
 public:
  EventContext(const Analysis& analysis, const Lexicon& lexicon, const std::vector<Event>& events);

  // The entities that rules gave the role, and those mentioned in the event's sentence, in the two
  // before it, as its place, or as the country that the document is about.
  std::vector<RoleCandidate> candidates(const Event& event, RoleKind role) const;

  const Analysis& analysis;
  const Lexicon& lexicon;

  // Mentions of a sentence: [mention_begin[s], mention_begin[s + 1]).
  std::vector<uint32_t> mention_begin;
  // How many reported events have an entity as actor and as recipient.
  std::vector<uint32_t> as_actor, as_recipient;
  std::vector<uint32_t> topic;  // entities that are the conflict's country
};

std::array<std::string_view, kRoleFeatures> role_feature_names();

}  // namespace varde

#endif  // VARDE_EVENT_ROLE_FEATURES_H_
