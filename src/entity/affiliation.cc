#include "entity/affiliation.h"

#include <algorithm>

#include "entity/nominal_finder.h"

namespace varde {
namespace {

constexpr int kDeepest = 6;  // "a spokesman for the leader of the group in the town of …"

bool is_any(std::string_view sector, std::initializer_list<std::string_view> of) {
  return std::find(of.begin(), of.end(), sector) != of.end();
}

class Affiliation {
 public:
  explicit Affiliation(Reading* reading) : r_(*reading) {}

  void run() {
    state_.assign(r_.drafts.size(), State::kOpen);
    named_.assign(r_.drafts.size(), kNoDraft);
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) settle(d, 0);
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) share_with_conjuncts(d);
    const auto count = static_cast<uint32_t>(r_.drafts.size());
    for (Draft& draft : r_.drafts) {
      if (!draft.equipment || draft.country_ground >= Ground::kWords) continue;
      if (draft.sector.size() != 1 || draft.sector.front() != "MIL") continue;  // "rebel positions"
      draft.dropped = true;
      draft.noun = nullptr;
      r_.draft_at[draft.head] = kNoDraft;
    }
    for (uint32_t d = 0; d < count; ++d) join_name(d);
    for (uint32_t d = 0; d < count; ++d) join_predicate(d);
  }

 private:
  enum class State : uint8_t { kOpen, kBusy, kDone };

  // Fills in what the words say of a draft, after those that it depends on.
  void settle(uint32_t d, int depth) {
    if (state_[d] != State::kOpen || depth > kDeepest) return;
    state_[d] = State::kBusy;
    const bool takes = r_.drafts[d].kind == MentionKind::kNominal ||
                       ((r_.drafts[d].type == EntityType::kPerson ||
                         r_.drafts[d].type == EntityType::kOrganization ||
                         r_.drafts[d].type == EntityType::kArmedGroup) &&
                        !r_.drafts[d].partial);
    if (takes) {
      take_around(d, depth);
      clean_body_sector(&r_.drafts[d]);
    }
    state_[d] = State::kDone;
  }

  // What hangs on the words of a noun or title, or on a name from outside it.
  void take_around(uint32_t d, int depth) {
    const bool name = r_.drafts[d].kind == MentionKind::kName;
    const uint32_t first = name ? r_.drafts[d].head : r_.drafts[d].core_first;
    const uint32_t last = name ? r_.drafts[d].head + 1 : r_.drafts[d].core_last;
    for (uint32_t core = first; core < last; ++core) {
      r_.for_children(core, [&](uint32_t child) {
        const Draft& draft = r_.drafts[d];
        const bool inside = name ? child >= draft.first && child < draft.last
                                 : child >= draft.core_first && child < draft.core_last;
        if (!inside) take_from(child, d, depth);
      });
    }
    if (!name && r_.drafts[d].country_ground < Ground::kWords) take_left_neighbour(d, depth);
  }

  // A demonym or a country's genitive just before, whatever the tree makes of it.
  void take_left_neighbour(uint32_t d, int depth) {
    uint32_t at = r_.drafts[d].core_first;
    const uint32_t begin = r_.sentence_at(r_.drafts[d].head).first;
    bool genitive = false;
    for (int step = 0; step < kLeftReach && at > begin; ++step) {
      --at;
      const uint32_t before = r_.name_at[at];
      if (before != kNoDraft) {
        const Draft& name = r_.drafts[before];
        const bool body =
            name.type == EntityType::kArmedGroup || name.type == EntityType::kOrganization;
        if (body && name.kind == MentionKind::kName && at + 1 == r_.drafts[d].core_first) {
          take_body(before, d, depth);  // "Taliban fighters"
          return;
        }
        if (name.partial && !name.adjective) return;
        const bool owns = genitive || name.name.size() < r_.covered(name.first, name.last).size();
        if (name.adjective || (owns && name.type == EntityType::kCountry))
          add_country(name.country, &r_.drafts[d]);
        return;
      }
      const Upos upos = r_.word(at).upos;
      if (upos == Upos::kPart) {
        genitive = true;
      } else if (upos != Upos::kAdj) {
        return;
      }
    }
  }
  static constexpr int kLeftReach = 4;  // words

  void take_from(uint32_t child, uint32_t d, int depth) {
    const Word& word = r_.word(child);
    switch (word.relation) {
      case Relation::kAmod:
      case Relation::kDet:
      case Relation::kCompound:
        take_modifier(child, d, depth);
        break;
      case Relation::kNmodPoss:
        take_whole(child, d, depth);
        break;
      case Relation::kNmod:
      case Relation::kObl:
        take_prepositional(child, d, depth);
        break;
      default:
        break;
    }
  }

  // "Syrian rebels", "Russian and Syrian troops", "US-led coalition".
  void take_modifier(uint32_t child, uint32_t d, int depth) {
    const uint32_t inner = r_.draft_at[child];
    if (inner != kNoDraft && inner != d) {
      Draft& draft = r_.drafts[d];
      const Draft& modifier = r_.drafts[inner];
      if (modifier.partial && !modifier.adjective) return;  // "USA-støttede": merely tied
      if (modifier.kind == MentionKind::kName && modifier.type != EntityType::kPerson) {
        if (modifier.adjective || modifier.type == EntityType::kCountry ||
            modifier.type == EntityType::kPlace) {
          add_country(modifier.country, &draft);
          for (const auto further : modifier.further_countries) add_country(further, &draft);
        } else {
          take_body(inner, d, depth);
        }
      } else {
        take_body(inner, d, depth);
      }
      r_.for_children(child, [&](uint32_t second) {
        if (r_.word(second).relation == Relation::kConj) take_modifier(second, d, depth);
      });
      return;
    }
    if (r_.word(child).relation != Relation::kAmod) return;
    if (r_.has_cue(NameCue::kLed, child)) {
      r_.for_children(child, [&](uint32_t leader) {
        const uint32_t by = r_.draft_at[leader];
        if (by != kNoDraft && by != d) add_country(r_.drafts[by].country, &r_.drafts[d]);
      });
    }
  }

  void add_country(std::string_view country, Draft* draft) {
    if (country.empty() || country == draft->country) return;
    if (draft->country.empty() || draft->country_ground < Ground::kWords) {
      set_country(country, Ground::kWords, draft);
    } else if (draft->kind == MentionKind::kNominal) {
      draft->further_countries.push_back(country);
    }
  }

  // "Russlands utenriksminister", "the group's leader".
  void take_whole(uint32_t child, uint32_t d, int depth) {
    const uint32_t inner = r_.draft_at[child];
    if (inner == kNoDraft || inner == d || r_.drafts[inner].kind == MentionKind::kPronoun) return;
    take_body(inner, d, depth);
  }

  void take_prepositional(uint32_t child, uint32_t d, int depth) {
    const uint32_t inner = r_.draft_at[child];
    if (inner == kNoDraft || inner == d) return;
    const uint32_t preposition = r_.preposition_of(child);
    if (preposition == kNoHead) {
      if (r_.word(child).relation == Relation::kNmod) take_modifier(child, d, depth);
      return;
    }
    if (!r_.has_cue(NameCue::kBelonging, preposition) &&
        !r_.has_cue(NameCue::kLocative, preposition))
      return;
    take_body(inner, d, depth);
    if (r_.drafts[d].plural) add_conjunct_countries(child, d);
  }

  // "The presidents of Poland and Estonia".
  void add_conjunct_countries(uint32_t child, uint32_t d) {
    const std::string_view first = r_.drafts[d].country;
    r_.for_children(child, [&](uint32_t other) {
      if (r_.word(other).relation != Relation::kConj) return;
      const uint32_t body = r_.draft_at[other];
      if (body == kNoDraft || r_.drafts[body].type != EntityType::kCountry) return;
      const std::string_view country = r_.drafts[body].country;
      if (!country.empty() && country != first) r_.drafts[d].further_countries.push_back(country);
    });
  }

  // What belongs to a body, a country or a group shares its country, and its sector unless its own
  // words say more.
  void take_body(uint32_t inner, uint32_t d, int depth) {
    settle(inner, depth + 1);
    const Draft& body = r_.drafts[inner];
    Draft& draft = r_.drafts[d];
    if (body.type == EntityType::kPlace || body.locative) {
      // Where somebody is says less of whose he is: nothing of a person or an envoy.
      const bool settled =
          draft.kind == MentionKind::kName ||
          (draft.noun != nullptr && is_any(draft.noun->level, {"ambassador", "envoy"}));
      if (!settled) set_country(body.country, Ground::kShared, &draft);
      return;
    }
    set_country(body.country, Ground::kWords, &draft);
    if (body.sector.empty()) return;
    if (draft.sector_ground < Ground::kWords) {
      set_sector(body.sector, Ground::kWords, &draft);
    } else if (outranks(body, draft)) {
      draft.sector = body.sector;
    }
  }

  // A commander of rebels is a rebel; the president of a court is a judge.
  static bool outranks(const Draft& body, const Draft& part) {
    if (part.sector.empty()) return true;
    const std::string_view own = part.sector.front();
    const std::string_view whole = body.sector.front();
    if (is_any(own, {"MIL", "UAF", "CVL"}))
      return is_any(whole, {"REB", "PRM", "COP", "CRM", "SPY"});
    const bool body_of_its_own =
        body.type == EntityType::kOrganization || body.type == EntityType::kArmedGroup;
    if (own == "GOV" && body_of_its_own && part.noun != nullptr &&
        part.noun->level != "head_of_state" && part.noun->level != "head_of_government" &&
        part.noun->level != "minister") {
      return !is_any(whole, {"GOV", "MIL"});
    }
    return false;
  }

  // Officials of the UN and the like have no sector of a state.
  static void clean_body_sector(Draft* draft) {
    if (!is_body_code(draft->country) || draft->sector.empty()) return;
    if (is_any(draft->sector.front(), {"MIL", "JUD", "MED", "REB"}) && draft->country != "NGO")
      return;
    draft->sector.clear();
    draft->sector_ground = Ground::kWords;
  }

  // "Syrian soldiers and police": the country holds for both.
  void share_with_conjuncts(uint32_t d) {
    if (r_.drafts[d].kind != MentionKind::kNominal || r_.drafts[d].country_ground != Ground::kWords)
      return;
    if (r_.draft_at[r_.drafts[d].head] != d) return;
    r_.for_children(r_.drafts[d].head, [&](uint32_t child) {
      if (r_.word(child).relation != Relation::kConj) return;
      const uint32_t other = r_.draft_at[child];
      if (other == kNoDraft || r_.drafts[other].kind != MentionKind::kNominal) return;
      set_country(r_.drafts[d].country, Ground::kShared, &r_.drafts[other]);
    });
  }

  // ---- A name and the noun that tells what it is.

  void join_name(uint32_t d) {
    const Draft& noun = r_.drafts[d];
    if (noun.kind != MentionKind::kNominal || noun.noun == nullptr) return;
    const uint32_t behind = end_of_noun(d);
    if (behind < r_.size() && r_.parse.sentence_of[behind] == r_.parse.sentence_of[noun.head]) {
      const uint32_t name = r_.name_at[behind];
      if (name != kNoDraft && r_.drafts[name].first == behind && are_linked(noun.head, name) &&
          suits(d, name)) {
        merge(d, name);
      }
    }
    r_.for_children(noun.head, [&](uint32_t child) {
      if (is_naming(r_.word(child).relation)) try_merge(d, child);
    });
    if (is_naming(r_.word(r_.drafts[d].head).relation)) {
      const uint32_t governor = r_.word(r_.drafts[d].head).head;
      if (governor != kNoHead) try_merge(d, governor);
    }
  }

  static bool is_naming(Relation relation) {
    return relation == Relation::kAppos || relation == Relation::kFlat ||
           relation == Relation::kFlatName;
  }

  // The first token behind the words of the noun itself.
  uint32_t end_of_noun(uint32_t d) const { return r_.drafts[d].head + 1; }

  // Hung on one another or on the same word: parsers differ on what heads "General Haftar".
  bool are_linked(uint32_t head, uint32_t name) const {
    const uint32_t other = r_.drafts[name].head;
    if (r_.drafts[name].type == EntityType::kPerson) return true;
    return r_.word(other).head == head || r_.word(head).head == other;
  }

  void try_merge(uint32_t d, uint32_t token) {
    uint32_t name = r_.draft_at[token];
    if (name == kNoDraft || r_.drafts[name].kind != MentionKind::kName) name = r_.name_at[token];
    if (name != kNoDraft && name != d && suits(d, name)) merge(d, name);
  }

  bool suits(uint32_t d, uint32_t name) const {
    const Draft& noun = r_.drafts[d];
    const Draft& other = r_.drafts[name];
    if (other.partial || other.adjective || other.kind != MentionKind::kName) return false;
    if (!noun.plural && named_otherwise(d, name)) return false;
    if (noun.noun->type == EntityType::kPerson || noun.noun->title)
      return other.type == EntityType::kPerson;
    return other.type == EntityType::kOrganization || other.type == EntityType::kArmedGroup;
  }

  // One minister has one name: whether the noun goes with another already.
  bool named_otherwise(uint32_t d, uint32_t name) const {
    const uint32_t root = r_.root_of(d);
    const uint32_t taken = named_[d];
    return taken != kNoDraft && r_.root_of(taken) == root && taken != name &&
           r_.drafts[taken].key != r_.drafts[name].key;
  }

  // The noun's words say more of the name than the table does; the name gives what they leave open.
  void merge(uint32_t d, uint32_t name) {
    Draft& noun = r_.drafts[d];
    Draft& other = r_.drafts[name];
    if (r_.root_of(d) == r_.root_of(name)) return;
    set_country(noun.country, noun.country_ground, &other);
    if (noun.sector_ground == Ground::kWords && !noun.sector.empty() && overrides(noun, other)) {
      other.sector = noun.sector;
      other.sector_ground = Ground::kWords;
    } else if (!noun.sector.empty() && !other.sector.empty()) {
      noun.sector = other.sector;
      noun.sector_ground = other.sector_ground;
    }
    if (other.type != EntityType::kPerson && noun.noun->type == EntityType::kArmedGroup &&
        other.actor == KnowledgeBase::kNone) {
      other.type = EntityType::kArmedGroup;
    }
    clean_body_sector(&other);
    if (!noun.office.empty() && other.type == EntityType::kPerson) other.office = noun.office;
    set_country(other.country, other.country_ground, &noun);
    if (noun.sector.empty()) set_sector(other.sector, other.sector_ground, &noun);
    named_[d] = name;
    r_.join(d, name);
  }

  // A vague word does not override what is known of a person or group.
  static bool overrides(const Draft& noun, const Draft& name) {
    if (name.sector.empty()) return true;
    if (name.type != EntityType::kPerson) return false;
    const bool fighter = is_any(name.sector.front(), {"REB", "PRM", "CRM"});
    if (fighter && is_any(noun.sector.front(), {"MIL", "UAF", "GOV"}) &&
        noun.country_ground < Ground::kWords) {
      return false;  // "General" says less than the table's "rebel"
    }
    if (fighter && noun.sector.front() == "UAF") return false;
    return noun.noun->title && noun.sector.front() != "CVL";
  }

  // "Haftar is the commander of …".
  void join_predicate(uint32_t d) {
    const Draft& noun = r_.drafts[d];
    if (noun.kind != MentionKind::kNominal || noun.noun == nullptr || !noun.noun->title) return;
    bool copula = false;
    uint32_t subject = kNoHead;
    r_.for_children(noun.head, [&](uint32_t child) {
      copula |= r_.word(child).relation == Relation::kCop;
      if (r_.word(child).relation == Relation::kNsubj) subject = child;
    });
    if (copula && subject != kNoHead) try_merge(d, subject);
  }

  Reading& r_;
  std::vector<State> state_;
  std::vector<uint32_t> named_;  // the name that a noun goes with
};

}  // namespace

void find_affiliations(Reading* reading) { Affiliation(reading).run(); }

}  // namespace varde
