#include "entity/context_country.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace varde {
namespace {

// What a mention adds to the guess that its country is where the conflict is.
constexpr double kLocativeWeight = 2.0;
constexpr double kForceWeight = 2.0;
constexpr double kPlaceWeight = 1.5;
constexpr double kPeopleWeight = 1.0;
constexpr double kCountryWeight = 0.7;
constexpr double kAdjectiveWeight = 0.5;
constexpr double kDatelineWeight = 1.0;
constexpr double kHeadingFactor = 2.0;  // headings and the first sentences say what it is about
constexpr uint32_t kFirstSentences = 3;

// How fast the topic fades with the distance in sentences.
constexpr double kFading = 0.7;
constexpr double kLater = 0.5;
constexpr double kWholeDocument = 0.1;
constexpr uint32_t kTopicReach = 12;

bool is_force(std::string_view sector) {
  constexpr std::array<std::string_view, 5> kForces = {"MIL", "REB", "PRM", "COP", "UAF"};
  return std::find(kForces.begin(), kForces.end(), sector) != kForces.end();
}

class ContextCountry {
 public:
  explicit ContextCountry(Reading* reading) : r_(*reading) {}

  void run() {
    guess_conflict();
    note_sentence_places();
    note_known_clusters();
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
      if (!needs_country(d)) continue;
      Draft& draft = r_.drafts[d];
      const auto place = sentence_place(d);
      set_country(place.empty() ? topic_around(d) : place, Ground::kContext, &draft);
    }
  }

 private:
  void guess_conflict() {
    for (const Draft& draft : r_.drafts) {
      if (draft.dropped || draft.country.empty() || is_body_code(draft.country)) continue;
      if (draft.kind == MentionKind::kPronoun) continue;
      const double own = weight_of(draft);
      whole_[draft.country] += own;
      evidence_.push_back({draft.country, own, r_.parse.sentence_of[draft.head]});
    }
    std::stable_sort(evidence_.begin(), evidence_.end(),
                     [](const Evidence& a, const Evidence& b) { return a.sentence < b.sentence; });
    double best = 0;
    for (const auto& [country, sum] : whole_) {
      if (sum <= best) continue;
      best = sum;
      r_.conflict_country = country;
    }
  }

  // What the sentences around speak of most, and a little what the document does: one article may
  // hold several stories.
  std::string_view topic_around(uint32_t d) {
    const uint32_t here = r_.parse.sentence_of[r_.drafts[d].head];
    if (here == topic_sentence_) return topic_;
    topic_sentence_ = here;
    std::map<std::string_view, double> weight;
    const uint32_t first = here > kTopicReach ? here - kTopicReach : 0;
    auto at = std::lower_bound(
        evidence_.begin(), evidence_.end(), first,
        [](const Evidence& e, uint32_t sentence) { return e.sentence < sentence; });
    for (; at != evidence_.end() && at->sentence <= here + kTopicReach; ++at) {
      const bool later = at->sentence > here;
      const uint32_t distance = later ? at->sentence - here : here - at->sentence;
      weight[at->country] += at->weight * std::pow(kFading, distance) * (later ? kLater : 1);
    }
    for (const auto& [country, sum] : whole_) weight[country] += kWholeDocument * sum;
    topic_ = {};
    double best = 0;
    for (const auto& [country, sum] : weight) {
      if (sum <= best) continue;
      best = sum;
      topic_ = country;
    }
    return topic_;
  }

  double weight_of(const Draft& draft) const {
    const uint32_t sentence = r_.parse.sentence_of[draft.head];
    const SentenceKind kind = r_.sentence_at(draft.head).kind;
    if (kind == SentenceKind::kDateline) return kDatelineWeight;
    double weight = kCountryWeight;
    if (!draft.sector.empty() && is_force(draft.sector.front())) {
      weight = kForceWeight;
    } else if (draft.type == EntityType::kPlace) {
      weight = draft.locative ? kLocativeWeight : kPlaceWeight;
    } else if (draft.locative) {
      weight = kLocativeWeight;
    } else if (draft.adjective) {
      weight = kAdjectiveWeight;
    } else if (draft.kind == MentionKind::kNominal) {
      weight = kPeopleWeight;
    }
    return sentence < kFirstSentences || kind == SentenceKind::kHeadline ? weight * kHeadingFactor
                                                                         : weight;
  }

  // Places of each sentence, as drafts.
  void note_sentence_places() {
    places_.resize(r_.parse.text->sentences.size());
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
      const Draft& draft = r_.drafts[d];
      const bool place = draft.type == EntityType::kPlace ||
                         (draft.type == EntityType::kCountry && draft.locative);
      if (!place || draft.country.empty() || is_body_code(draft.country)) continue;
      auto& of_sentence = places_[r_.parse.sentence_of[draft.head]];
      if (of_sentence.size() < kMostPlaces) of_sentence.push_back(d);
    }
  }

  void note_known_clusters() {
    known_.assign(r_.drafts.size(), false);
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
      if (!r_.drafts[d].country.empty()) known_[r_.root_of(d)] = true;
    }
  }

  bool needs_country(uint32_t d) const {
    const Draft& draft = r_.drafts[d];
    if (draft.dropped || !draft.country.empty() || draft.sector.empty() || known_[r_.root_of(d)])
      return false;
    if (draft.type == EntityType::kPlace || draft.type == EntityType::kCountry) return false;
    // Media and aid organisations work anywhere.
    return draft.sector.front() != "JRN" && draft.sector.front() != "BUS";
  }

  std::string_view sentence_place(uint32_t d) const {
    const auto& places = places_[r_.parse.sentence_of[r_.drafts[d].head]];
    const uint32_t head = r_.drafts[d].head;
    std::string_view best;
    uint32_t nearest = UINT32_MAX;
    for (const uint32_t place : places) {
      const uint32_t at = r_.drafts[place].head;
      const uint32_t distance = at > head ? at - head : head - at;
      if (distance >= nearest) continue;
      nearest = distance;
      best = r_.drafts[place].country;
    }
    return best;
  }

  struct Evidence {
    std::string_view country;
    double weight = 0;
    uint32_t sentence = 0;
  };
  static constexpr size_t kMostPlaces = 32;
  Reading& r_;
  std::vector<Evidence> evidence_;            // by sentence
  std::map<std::string_view, double> whole_;  // of the document, by country
  uint32_t topic_sentence_ = UINT32_MAX;
  std::string_view topic_;
  std::vector<std::vector<uint32_t>> places_;
  std::vector<bool> known_;
};

}  // namespace

void find_context_countries(Reading* reading) { ContextCountry(reading).run(); }

}  // namespace varde
