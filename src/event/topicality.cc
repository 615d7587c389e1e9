#include "event/topicality.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace varde {
namespace {

constexpr std::array<std::string_view, 12> kPublic = {"GOV", "MIL", "REB", "COP", "PRM", "UAF",
                                                      "SPY", "LEG", "JUD", "OPP", "IGO", "PTY"};
constexpr size_t kFlash = 2;  // sentences
constexpr size_t kBrief = 4;
constexpr size_t kFewest = 3;  // events in what is longer
constexpr size_t kShare = 3;   // one event of so many

bool is_public(const Entities& entities, const Role& role) {
  if (role.certainty != Certainty::kStated) return false;
  const auto& sectors = entities.entities[role.entity].sector;
  return std::any_of(sectors.begin(), sectors.end(), [](std::string_view sector) {
    return std::find(kPublic.begin(), kPublic.end(), sector) != kPublic.end();
  });
}

bool is_public(const Entities& entities, const Event& event) {
  const auto one = [&](const Role& role) { return is_public(entities, role); };
  return std::any_of(event.actor.begin(), event.actor.end(), one) ||
         std::any_of(event.recipient.begin(), event.recipient.end(), one);
}

}  // namespace

size_t withhold_private_affairs(const Analysis& analysis, std::vector<Event>* events) {
  size_t reported = 0;
  size_t open = 0;
  for (const auto& event : *events) {
    if (!event.reported) continue;
    ++reported;
    open += is_public(analysis.entities, event) ? 1 : 0;
  }
  const size_t sentences = analysis.text.sentences.size();
  if (sentences <= kFlash) return 0;
  if (open >= (sentences <= kBrief ? 1 : kFewest) && open * kShare >= reported) return 0;
  for (auto& event : *events) event.reported = false;
  return reported;
}

}  // namespace varde
