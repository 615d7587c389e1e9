#include "entity/descriptions.h"

#include <algorithm>
#include <cmath>

namespace varde {
namespace {

constexpr uint32_t kDescriptionReach = 12;  // sentences back
constexpr uint32_t kOwnerReach = 2;         // sentences back, for whose counterpart
constexpr double kCountryFading = 0.8;
constexpr size_t kMostCounterparts = 200;  // followed in one document

bool countries_agree(const Draft& one, const Draft& other) {
  return one.country.empty() || other.country.empty() || one.country == other.country ||
         one.country_ground < Ground::kShared || other.country_ground < Ground::kShared;
}

}  // namespace

Descriptions::Descriptions(Reading* reading, const MentionOrder& order)
    : r_(*reading), order_(order), parties_(reading, order), named_(reading->drafts.size()) {
  std::vector<bool> named_root(r_.drafts.size(), false);
  for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
    if (draft(d).kind == MentionKind::kName) named_root[r_.root_of(d)] = true;
  }
  for (uint32_t d = 0; d < r_.drafts.size(); ++d) named_[d] = named_root[r_.root_of(d)];
}

void Descriptions::join(size_t at) {
  const uint32_t d = order_[at];
  if (draft(d).counterpart && ++counterparts_ < kMostCounterparts && join_counterpart(at)) return;
  if (draft(d).noun == nullptr || draft(d).counted || draft(d).type == EntityType::kCountry) return;
  if (r_.root_of(d) != d || named_[d]) return;
  if (ends_in_cue(NameCue::kParty, d) && parties_.join_sides(at)) return;
  if (ends_in_cue(NameCue::kCountryNoun, d)) {
    if (draft(d).plural) {
      join_countries(at);
    } else {
      join_country(at);
    }
    return;
  }
  if (draft(d).definite || draft(d).noun->title) join_antecedent(at);
}

bool Descriptions::ends_in_cue(NameCue cue, uint32_t d) const {
  const uint32_t head = draft(d).head;
  return r_.lexicon.ends_in_cue(cue, r_.key[head], r_.lemma_key[head]);
}

void Descriptions::join_antecedent(size_t at) {
  const uint32_t d = order_[at];
  order_.walk_back(at, kDescriptionReach, [&](uint32_t candidate, uint32_t) {
    if (is_within(draft(candidate), draft(d)) || is_within(draft(d), draft(candidate)))
      return false;
    if (!describes(d, candidate)) return false;
    adopt(d, candidate);
    return true;
  });
}

// "Both countries" are two that were named; other plurals are nobody in particular.
void Descriptions::join_countries(size_t at) {
  Draft& phrase = r_.drafts[order_[at]];
  if (!phrase.country.empty() || parties_.join_countries(at)) return;
  phrase.sector.clear();
}

// "The country": the one that the sentences before speak of most.
void Descriptions::join_country(size_t at) {
  const uint32_t d = order_[at];
  if (!draft(d).definite || !draft(d).country.empty()) return;
  std::vector<std::pair<uint32_t, double>> weight;  // a mention of each country, its weight
  order_.walk_back(at, kDescriptionReach, [&](uint32_t candidate, uint32_t distance) {
    if (!means_country(candidate)) return false;
    auto known = std::find_if(weight.begin(), weight.end(), [&](const auto& entry) {
      return draft(entry.first).country == draft(candidate).country;
    });
    if (known == weight.end()) known = weight.insert(weight.end(), {candidate, 0.0});
    known->second += std::pow(kCountryFading, distance);
    return false;
  });
  const auto best =
      std::max_element(weight.begin(), weight.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best != weight.end()) adopt(d, best->first);
}

bool Descriptions::means_country(uint32_t candidate) const {
  if (draft(candidate).plural) return false;
  return draft(candidate).type == EntityType::kCountry && !draft(candidate).adjective &&
         draft(candidate).kind == MentionKind::kName;
}

bool Descriptions::describes(uint32_t d, uint32_t candidate) const {
  const Draft& one = draft(d);
  const Draft& other = draft(candidate);
  if (other.kind == MentionKind::kPronoun || !countries_agree(one, other)) return false;
  if (other.adjective || other.partial) return false;
  if (one.noun->title) {
    if (one.plural || other.type != EntityType::kPerson) return false;
    if (!one.office.empty())
      return other.office == one.office &&
             (other.kind == MentionKind::kName || r_.root_of(candidate) != candidate);
    return other.noun != nullptr && other.noun->text == one.noun->text;
  }
  if (other.kind == MentionKind::kNominal)
    return other.key == one.key && other.plural == one.plural;
  if (one.plural || one.human) return false;
  if (one.noun->type == EntityType::kArmedGroup) return other.type == EntityType::kArmedGroup;
  if (one.noun->type == EntityType::kOrganization && one.sector.empty()) {
    return other.type == EntityType::kOrganization || other.type == EntityType::kArmedGroup;
  }
  if (one.noun->type != EntityType::kOrganization && one.noun->type != EntityType::kGroup)
    return false;
  return (other.type == EntityType::kOrganization || other.type == EntityType::kArmedGroup) &&
         !other.sector.empty() && !one.sector.empty() &&
         other.sector.front() == one.sector.front() && other.country_ground >= Ground::kShared;
}

// "Hans amerikanske kollega John Kerry": the office of the one, the country of the other.
bool Descriptions::join_counterpart(size_t at) {
  const uint32_t d = order_[at];
  const uint32_t antecedent = owner_of(at);
  if (antecedent == kNoDraft) return false;
  const auto office = office_of(antecedent);
  const auto sector = draft(antecedent).sector;
  for (uint32_t other = 0; other < r_.drafts.size(); ++other) {
    if (r_.root_of(other) != r_.root_of(d)) continue;
    if (draft(other).office.empty()) r_.drafts[other].office = office;
    set_sector(sector, Ground::kShared, &r_.drafts[other]);
  }
  r_.drafts[d].sector = sector;
  r_.drafts[d].sector_ground = Ground::kShared;
  return true;
}

// Whose counterpart it is: the possessor, or the person whom a possessive pronoun means.
uint32_t Descriptions::owner_of(size_t at) const {
  uint32_t found = kNoDraft;
  r_.for_children(draft(order_[at]).head, [&](uint32_t child) {
    const uint32_t owner = r_.draft_at[child];
    if (owner == kNoDraft || r_.word(child).relation != Relation::kNmodPoss) return;
    found = draft(owner).kind == MentionKind::kPronoun ? person_before(at) : owner;
  });
  return found;
}

uint32_t Descriptions::person_before(size_t at) const {
  uint32_t found = kNoDraft;
  order_.walk_back(at, kOwnerReach, [&](uint32_t candidate, uint32_t) {
    if (draft(candidate).type == EntityType::kPerson &&
        draft(candidate).kind == MentionKind::kName &&
        r_.root_of(candidate) != r_.root_of(order_[at])) {
      found = candidate;
    }
    return found != kNoDraft;
  });
  return found;
}

std::string_view Descriptions::office_of(uint32_t d) const {
  if (!draft(d).office.empty()) return draft(d).office;
  for (const Draft& other : r_.drafts) {
    const auto index = static_cast<uint32_t>(&other - r_.drafts.data());
    if (!other.office.empty() && r_.root_of(index) == r_.root_of(d)) return other.office;
  }
  return {};
}

// Joins an anaphor with its antecedent and takes over what that is.
void Descriptions::adopt(uint32_t d, uint32_t antecedent) {
  Draft& one = r_.drafts[d];
  const Draft& other = draft(antecedent);
  set_country(other.country, Ground::kShared, &one);
  if (one.sector.empty()) set_sector(other.sector, Ground::kShared, &one);
  r_.join(d, antecedent);
}

}  // namespace varde
