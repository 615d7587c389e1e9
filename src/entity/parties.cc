#include "entity/parties.h"

#include <algorithm>
#include <cmath>

namespace varde {
namespace {

constexpr uint32_t kPairReach = 2;   // sentences back
constexpr uint32_t kPartyReach = 6;  // sentences back
constexpr double kFading = 0.8;      // of a mention's weight, by the sentence
constexpr double kSameSentence = 0.3;
constexpr double kAdjective = 0.5;

struct Side {
  std::string key;
  double weight = 0;
  uint32_t best = kNoDraft;  // the mention that weighs most
  double best_weight = 0;
};

void add_mention(const std::string& key, uint32_t draft, double weight, std::vector<Side>* sides) {
  auto side =
      std::find_if(sides->begin(), sides->end(), [&](const Side& s) { return s.key == key; });
  if (side == sides->end()) side = sides->insert(sides->end(), Side{key});
  side->weight += weight;
  if (weight > side->best_weight) {
    side->best_weight = weight;
    side->best = draft;
  }
}

}  // namespace

bool Parties::join_sides(size_t at) {
  const Draft& phrase = r_.drafts[order_[at]];
  if (!may_look() || !phrase.plural || !phrase.sector.empty() || !phrase.country.empty())
    return false;
  return join_pair(at, false) || join_heaviest(at);
}

// "Both countries": the two named together.
bool Parties::join_countries(size_t at) {
  return may_look() && !r_.drafts[order_[at]].sector.empty() && join_pair(at, true);
}

// "USA og Russland … begge land", "India and Pakistan … the two sides": the last two that were
// named together.
bool Parties::join_pair(size_t at, bool same_sentence) {
  const uint32_t d = order_[at];
  bool joined = false;
  order_.walk_back(at, kPairReach, [&](uint32_t second, uint32_t distance) {
    if (!same_sentence && distance == 0) return false;  // those who speak of the parties
    const Word& word = r_.word(r_.drafts[second].head);
    if (word.relation != Relation::kConj || word.head == kNoHead) return false;
    const uint32_t first = r_.draft_at[word.head];
    if (first == kNoDraft || is_within(r_.drafts[second], r_.drafts[d]) ||
        is_within(r_.drafts[first], r_.drafts[d])) {
      return false;
    }
    const std::string one = side_of(first);
    const std::string other = side_of(second);
    if (one.empty() || other.empty() || one == other) return false;
    join_both(d, first, second);
    joined = true;
    return true;
  });
  return joined;
}

// "Both sides", "partene": the two that the last sentences speak of most. A state and its army
// are one side, its rebels another.
bool Parties::join_heaviest(size_t at) {
  const uint32_t d = order_[at];
  std::vector<Side> sides;
  order_.walk_back(at, kPartyReach, [&](uint32_t candidate, uint32_t distance) {
    const std::string key = side_of(candidate);
    if (key.empty() || is_within(r_.drafts[candidate], r_.drafts[d])) return false;
    double weight = std::pow(kFading, distance);
    if (r_.drafts[candidate].adjective) weight *= kAdjective;
    if (distance == 0) weight *= kSameSentence;  // mostly who speaks of the parties
    add_mention(key, candidate, weight, &sides);
    return false;
  });
  std::stable_sort(sides.begin(), sides.end(),
                   [](const Side& a, const Side& b) { return a.weight > b.weight; });
  if (sides.size() < 2) return false;
  join_both(d, sides[0].best, sides[1].best);
  return true;
}

void Parties::join_both(uint32_t phrase, uint32_t one, uint32_t other) {
  Draft second = r_.drafts[phrase];
  second.parent = kNoDraft;
  take_over(phrase, one);
  const auto copy = static_cast<uint32_t>(r_.drafts.size());
  r_.drafts.push_back(std::move(second));
  take_over(copy, other);
}

void Parties::take_over(uint32_t phrase, uint32_t antecedent) {
  Draft& draft = r_.drafts[phrase];
  draft.country = {};
  draft.sector.clear();
  draft.type = r_.drafts[antecedent].type;
  r_.join(antecedent, phrase);
}

// "" for what is no party of its own.
std::string Parties::side_of(uint32_t candidate) const {
  const Draft& one = r_.drafts[candidate];
  const Draft& root = r_.drafts[r_.root_of(candidate)];
  const Draft& known = one.sector.empty() ? root : one;
  if (known.sector.empty() || known.country.empty() || is_body_code(known.country)) return {};
  if (one.locative || one.type == EntityType::kPlace) return {};
  const std::string_view sector = known.sector.front();
  if (sector == "GOV" || sector == "MIL") return std::string(known.country);
  if (sector == "REB" || sector == "PRM" || sector == "OPP" || sector == "UAF" || sector == "PRE") {
    return std::string(known.country) + " against";
  }
  return {};
}

}  // namespace varde
