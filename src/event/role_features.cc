#include "event/role_features.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "event/slots.h"
#include "event/tree_path.h"

namespace varde {
namespace {

constexpr uint32_t kSentencesBefore = 2;
constexpr float kFarthest = 40;  // tokens
constexpr size_t kMostCandidates = 40;

// Feature values are places in these lists; what is not listed is -1.
constexpr std::array<std::string_view, 18> kSectors = {"GOV", "MIL", "REB", "CVL", "COP", "JUD",
                                                       "PTY", "OPP", "SOC", "UAF", "PRM", "JRN",
                                                       "REF", "REL", "BUS", "MED", "CRM", "PRE"};
template <size_t n>
float place_in(const std::array<std::string_view, n>& list, std::string_view value) {
  const auto found = std::find(list.begin(), list.end(), value);
  return found == list.end() ? -1.0f : static_cast<float>(found - list.begin());
}

float flag(bool value) { return value ? 1.0f : 0.0f; }
template <class Enum>
float number(Enum value) {
  return static_cast<float>(value);
}

class Candidates {
 public:
  Candidates(const EventContext& context, const Event& event, RoleKind role)
      : context_(context),
        analysis_(context.analysis),
        parse_(analysis_.parse),
        entities_(analysis_.entities),
        event_(event),
        paths_(parse_, event.head),
        role_(role),
        own_(role == RoleKind::kActor ? event.actor : event.recipient),
        other_(role == RoleKind::kActor ? event.recipient : event.actor) {
    for (const Filler& filler : fillers_of(analysis_, context.lexicon, event.head)) {
      if (filler.slot) slot_of_.emplace(filler.word, *filler.slot);
    }
  }

  std::vector<RoleCandidate> run() {
    collect();
    std::vector<RoleCandidate> found;
    for (const auto& [entity, mention] : nearest_) {
      if (found.size() == kMostCandidates) break;
      RoleCandidate candidate;
      candidate.entity = entity;
      candidate.word = entities_.mentions[mention].head;
      describe(entity, mention, &candidate.features);
      found.push_back(candidate);
    }
    return found;
  }

 private:
  uint32_t sentence_of(uint32_t word) const { return analysis_.sentence_of(word); }
  const Entity& entity(uint32_t i) const { return entities_.entities[i]; }

  // How far a mention is: by the tree within the sentence, by sentences beyond it.
  int distance(uint32_t mention) const {
    const uint32_t head = entities_.mentions[mention].head;
    const uint32_t here = sentence_of(event_.head), there = sentence_of(head);
    if (here != there) return 1000 * std::abs(static_cast<int>(here) - static_cast<int>(there));
    const TreePath path = paths_.from(head);
    return path.up < 0 ? 500 : 4 * (path.up + path.down) + 8 * path.clauses;
  }

  void offer(uint32_t e, uint32_t mention) {
    const auto found = nearest_.find(e);
    if (found == nearest_.end()) {
      nearest_.emplace(e, mention);
    } else if (distance(mention) < distance(found->second)) {
      found->second = mention;
    }
  }

  // The nearest of an entity's mentions up to the event's sentence, or its first.
  void offer_nearest(uint32_t e) {
    const auto& mentions = entity(e).mentions;
    if (mentions.empty()) return;
    const uint32_t end = context_.mention_begin[sentence_of(event_.head) + 1];
    const auto after = std::lower_bound(mentions.begin(), mentions.end(), end);
    offer(e, after == mentions.begin() ? *after : *(after - 1));
  }

  void collect() {
    const uint32_t here = sentence_of(event_.head);
    const uint32_t first = here > kSentencesBefore ? here - kSentencesBefore : 0;
    for (uint32_t m = context_.mention_begin[first]; m < context_.mention_begin[here + 1]; ++m) {
      const Entity& e = entity(entities_.mentions[m].entity);
      if (!e.country.empty() || !e.sector.empty()) offer(entities_.mentions[m].entity, m);
    }
    for (const Role& role : own_) offer_nearest(role.entity);
    for (const uint32_t e : context_.topic) offer_nearest(e);
    if (event_.place) offer_nearest(event_.place->entity);
    countries_ = countries_in_sentence();
  }

  bool has_entity(const std::vector<Role>& roles, uint32_t e) const {
    return std::any_of(roles.begin(), roles.end(),
                       [e](const Role& role) { return role.entity == e; });
  }

  bool has_country(const std::vector<Role>& roles, std::string_view country) const {
    return std::any_of(roles.begin(), roles.end(),
                       [&](const Role& role) { return entity(role.entity).country == country; });
  }

  // How many other events of the document have it in this role (first) and in the other.
  std::pair<float, float> roles_elsewhere(uint32_t e) const {
    const bool actor = role_ == RoleKind::kActor;
    const auto& same = actor ? context_.as_actor : context_.as_recipient;
    const auto& other = actor ? context_.as_recipient : context_.as_actor;
    return {static_cast<float>(same[e]) - flag(has_entity(own_, e)),
            static_cast<float>(other[e]) - flag(has_entity(other_, e))};
  }

  uint32_t preposition_of(uint32_t word) const {
    for (uint32_t at = parse_.child_begin[word]; at < parse_.child_begin[word + 1]; ++at) {
      if (parse_.words[parse_.children[at]].relation == Relation::kCase) return parse_.children[at];
    }
    return kNoHead;
  }

  // The first meaning of the preposition before a word.
  float preposition_slot(uint32_t word) const {
    const uint32_t preposition = preposition_of(word);
    if (preposition == kNoHead) return -1;
    for (size_t slot = 0; slot < kSlots; ++slot) {
      if (context_.lexicon.realises(static_cast<Slot>(slot), analysis_.lemma[preposition])) {
        return static_cast<float>(slot);
      }
    }
    return static_cast<float>(kSlots);
  }

  size_t countries_in_sentence() const {
    const uint32_t here = sentence_of(event_.head);
    std::vector<std::string_view> seen;
    for (uint32_t m = context_.mention_begin[here]; m < context_.mention_begin[here + 1]; ++m) {
      const auto country = entity(entities_.mentions[m].entity).country;
      if (!country.empty() && std::find(seen.begin(), seen.end(), country) == seen.end()) {
        seen.push_back(country);
      }
    }
    return seen.size();
  }

  bool is_source(uint32_t e) const {
    return std::any_of(event_.according_to.begin(), event_.according_to.end(),
                       [e](const Attribution& source) { return source.entity == e; });
  }

  float filled_slot(uint32_t word) const {
    const auto found = slot_of_.find(word);
    return found == slot_of_.end() ? -1.0f : number(found->second);
  }

  void describe(uint32_t e, uint32_t m, RoleFeatures* out) const {
    size_t column = 0;
    const auto put = [&](float value) { (*out)[column++] = value; };
    describe_rules(e, put);
    describe_place(m, put);
    describe_entity(e, m, put);
    describe_event(put);
    describe_document(e, put);
  }

  template <class Put>
  void describe_rules(uint32_t e, Put put) const {
    const auto country = entity(e).country;
    put(flag(has_entity(own_, e)));
    put(flag(has_entity(other_, e)));
    put(flag(has_country(own_, country)));
    put(flag(has_country(other_, country)));
    put(static_cast<float>(own_.size()));
    put(static_cast<float>(other_.size()));
  }

  template <class Put>
  void describe_place(uint32_t m, Put put) const {
    const uint32_t word = entities_.mentions[m].head;
    const auto sentences =
        static_cast<int>(sentence_of(event_.head)) - static_cast<int>(sentence_of(word));
    const TreePath path = sentences == 0 ? paths_.from(word) : TreePath{};
    const float tokens = static_cast<float>(word) - static_cast<float>(event_.head);
    put(static_cast<float>(std::clamp(sentences, -3, 6)));
    put(sentences == 0 ? std::clamp(tokens, -kFarthest, kFarthest) : -2 * kFarthest);
    put(static_cast<float>(path.up));
    put(static_cast<float>(path.down));
    put(static_cast<float>(path.clauses));
    put(number(parse_.words[word].relation));
    put(number(path.below_one));
    put(number(path.below_other));
    put(preposition_slot(word));
    put(filled_slot(word));
  }

  template <class Put>
  void describe_entity(uint32_t e, uint32_t m, Put put) const {
    const Mention& mention = entities_.mentions[m];
    const Entity& who = entity(e);
    const auto has = [&](std::string_view sector) {
      return flag(std::find(who.sector.begin(), who.sector.end(), sector) != who.sector.end());
    };
    put(flag(mention.locative));
    put(number(mention.kind));
    put(flag(mention.plural));
    put(number(who.type));
    put(who.sector.empty() ? -1.0f : place_in(kSectors, who.sector.front()));
    put(has("CVL"));
    put(flag(who.country.empty()));
    put(flag(who.country.size() == 3 && (who.country == "UNO" || who.country == "IGO" ||
                                         who.country == "NGO" || who.country == "EUR")));
    put(flag(!who.office.empty()));
    put(flag(!who.canonical.empty()));
  }

  template <class Put>
  void describe_event(Put put) const {
    const Frame& frame = *event_.frame;
    put(static_cast<float>(frame.type->number));
    put(static_cast<float>(frame.type->quad));
    put(number(event_.entry->entry_class));
    put(flag(is_passive(parse_, event_.head)));
    put(number(event_.status));
    put(flag(!frame.recipient.empty()));
    put(flag(frame.reciprocal));
    put(flag(frame.content));
    put(flag(frame.third_party));
    put(number(parse_.words[event_.head].relation));
    put(number(analysis_.text.sentences[sentence_of(event_.head)].kind));
    put(flag(!event_.according_to.empty()));
    put(static_cast<float>(countries_));
  }

  template <class Put>
  void describe_document(uint32_t e, Put put) const {
    const auto country = entity(e).country;
    const auto [same, other] = roles_elsewhere(e);
    put(flag(event_.place && event_.place->entity == e));
    put(flag(event_.place && event_.place->country == country));
    put(flag(!country.empty() && country == entities_.conflict_country));
    put(flag(is_source(e)));
    put(static_cast<float>(entity(e).mentions.size()));
    put(static_cast<float>(entity(e).mentions.size()) /
        static_cast<float>(entities_.mentions.size()));
    put(same);
    put(other);
  }

  const EventContext& context_;
  const Analysis& analysis_;
  const Parse& parse_;
  const Entities& entities_;
  const Event& event_;
  const TreePaths paths_;
  const RoleKind role_;
  const std::vector<Role>& own_;
  const std::vector<Role>& other_;
  std::map<uint32_t, Slot> slot_of_;
  std::map<uint32_t, uint32_t> nearest_;  // entity -> mention
  size_t countries_ = 0;
};

}  // namespace

EventContext::EventContext(const Analysis& analysis_, const Lexicon& lexicon_,
                           const std::vector<Event>& events)
    : analysis(analysis_), lexicon(lexicon_) {
  const Entities& entities = analysis.entities;
  const auto sentences = static_cast<uint32_t>(analysis.text.sentences.size());
  mention_begin.reserve(sentences + 1);
  uint32_t at = 0;
  for (uint32_t s = 0; s <= sentences; ++s) {
    while (at < entities.mentions.size() && analysis.sentence_of(entities.mentions[at].head) < s) {
      ++at;
    }
    mention_begin.push_back(at);
  }
  as_actor.assign(entities.entities.size(), 0);
  as_recipient.assign(entities.entities.size(), 0);
  for (const Event& event : events) {
    if (!event.reported) continue;
    for (const Role& role : event.actor) ++as_actor[role.entity];
    for (const Role& role : event.recipient) ++as_recipient[role.entity];
  }
  for (uint32_t e = 0; e < entities.entities.size(); ++e) {
    const Entity& entity = entities.entities[e];
    if (entity.type == EntityType::kCountry && entity.country == entities.conflict_country) {
      topic.push_back(e);
    }
  }
}

std::vector<RoleCandidate> EventContext::candidates(const Event& event, RoleKind role) const {
  return Candidates(*this, event, role).run();
}

std::array<std::string_view, kRoleFeatures> role_feature_names() {
  return {"rule",           "rule_other",     "country_rule",
          "country_other",  "rules",          "rules_other",
          "sentences",      "tokens",         "up",
          "down",           "clauses",        "relation",
          "below_mention",  "below_event",    "preposition",
          "slot",           "locative",       "mention_kind",
          "plural",         "entity_type",    "sector",
          "civilian",       "no_country",     "body",
          "office",         "known",          "event_type",
          "quad",           "entry_class",    "passive",
          "status",         "has_recipient",  "reciprocal",
          "content",        "third_party",    "event_relation",
          "sentence_kind",  "attributed",     "countries",
          "is_place",       "place_country",  "conflict",
          "source",         "mentions",       "share",
          "same_elsewhere", "other_elsewhere"};
}

}  // namespace varde
