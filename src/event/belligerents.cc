#include "event/belligerents.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace varde {
namespace {

constexpr int kMaterialConflict = 4;
constexpr int kHomeBonus = 2;  // the country where the fighting is
constexpr size_t kCountries = 2;
constexpr size_t kOfOneCountry = 2;
constexpr std::array<std::string_view, 4> kFighting = {"REB", "MIL", "GOV", "UAF"};
constexpr std::array<std::string_view, 4> kBodies = {"UNO", "EUR", "IGO", "NGO"};

bool fights(const Entity& entity) {
  if (entity.country.empty() || entity.sector.empty()) return false;
  if (std::find(kBodies.begin(), kBodies.end(), entity.country) != kBodies.end()) return false;
  return std::find(kFighting.begin(), kFighting.end(), entity.sector[0]) != kFighting.end();
}

struct Tally {
  std::map<uint32_t, int> entities;
  std::map<std::string_view, int> countries;
};

Tally count(const Entities& entities, const std::vector<Event>& events, std::string_view home) {
  Tally tally;
  for (const auto& event : events) {
    if (!event.reported || event.frame->type->quad != kMaterialConflict) continue;
    const bool there = event.place && event.place->country == home;
    if (!there && !takes_part(entities, event, home)) continue;
    for (const auto* roles : {&event.actor, &event.recipient}) {
      for (const auto& role : *roles) {
        const Entity& entity = entities.entities[role.entity];
        if (!fights(entity)) continue;
        ++tally.entities[role.entity];
        ++tally.countries[entity.country];
      }
    }
  }
  if (tally.countries.contains(home)) {
    tally.countries[home] += kHomeBonus;
    return tally;
  }
  // No assault names them: whoever could fight there.
  tally = {};
  for (uint32_t i = 0; i < entities.entities.size(); ++i) {
    const Entity& entity = entities.entities[i];
    if (entity.country != home || !fights(entity)) continue;
    tally.entities[i] = static_cast<int>(entity.mentions.size());
    tally.countries[home] += 1;
  }
  return tally;
}

template <class Key>
std::vector<std::pair<Key, int>> by_count(const std::map<Key, int>& counts) {
  std::vector<std::pair<Key, int>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return sorted;
}

}  // namespace

std::vector<Role> belligerents(const Analysis& analysis, const std::vector<Event>& events,
                               std::string_view home) {
  std::vector<Role> roles;
  if (home.empty()) return roles;
  const Tally tally = count(analysis.entities, events, home);
  const auto countries = by_count(tally.countries);
  for (size_t i = 0; i < countries.size() && i < kCountries; ++i) {
    if (countries[i].second * 2 < countries[0].second) break;  // a bystander
    std::vector<std::string_view> sectors;
    for (const auto& [index, times] : by_count(tally.entities)) {
      const Entity& entity = analysis.entities.entities[index];
      if (entity.country != countries[i].first || sectors.size() == kOfOneCountry) continue;
      if (std::find(sectors.begin(), sectors.end(), entity.sector[0]) != sectors.end()) continue;
      sectors.push_back(entity.sector[0]);
      const auto& mentions = entity.mentions;
      const uint32_t word = mentions.empty() ? 0 : analysis.entities.mentions[mentions[0]].head;
      roles.push_back({index, word, Certainty::kStated});
    }
  }
  return roles;
}

bool takes_part(const Entities& entities, const Event& event, std::string_view country) {
  const auto named = [&](const std::vector<Role>& roles) {
    return std::any_of(roles.begin(), roles.end(), [&](const Role& role) {
      return entities.entities[role.entity].country == country;
    });
  };
  return named(event.actor) || named(event.recipient);
}

}  // namespace varde
