#include "entity/coreference.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "syntax/abbreviation.h"

namespace varde {
namespace {

constexpr uint32_t kPronounReach = 2;       // sentences back
constexpr uint32_t kDescriptionReach = 12;  // sentences back
constexpr size_t kMostCandidates = 400;     // drafts looked at for one anaphor
constexpr uint32_t kPairReach = 2;          // sentences back
constexpr uint32_t kPartyReach = 6;         // sentences back
constexpr double kPartyFading = 0.8;
constexpr double kCountryFading = 0.8;
constexpr double kSameSentence = 0.3;
constexpr size_t kMostRare = 200;    // aliases and counterparts followed in one document
constexpr uint32_t kAliasReach = 4;  // words between a name and the cue of an alias

class Coreference {
 public:
  explicit Coreference(Reading* reading) : r_(*reading) {}

  void run() {
    join_same_names();
    join_parts_of_names();
    join_bracketed();
    join_aliases();
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
      if (!draft(d).dropped) order_.push_back(d);
    }
    std::stable_sort(order_.begin(), order_.end(), [this](uint32_t a, uint32_t b) {
      return r_.drafts[a].head < r_.drafts[b].head;
    });
    note_named();
    for (size_t at = 0; at < order_.size(); ++at) {
      const Draft& draft = r_.drafts[order_[at]];
      if (draft.kind == MentionKind::kNominal) join_description(at);
      if (draft.kind == MentionKind::kPronoun) join_pronoun(at);
    }
  }

 private:
  const Draft& draft(uint32_t d) const { return r_.drafts[d]; }
  uint32_t sentence(uint32_t d) const { return r_.parse.sentence_of[draft(d).head]; }

  // ---- Names.

  // One identity for each actor, country, place and spelling.
  void join_same_names() {
    std::unordered_map<std::string, uint32_t> first;
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
      const std::string identity = identity_of(draft(d));
      if (identity.empty()) continue;
      const auto [at, is_new] = first.emplace(identity, d);
      if (!is_new) r_.join(at->second, d);
    }
  }

  static std::string identity_of(const Draft& draft) {
    if (draft.kind == MentionKind::kPronoun) return {};
    if (draft.type == EntityType::kCountry) return "country " + std::string(draft.country);
    if (draft.kind != MentionKind::kName) return {};
    if (draft.actor != KnowledgeBase::kNone) return "actor " + std::to_string(draft.actor);
    if (draft.type == EntityType::kOrganization && is_body_code(draft.country) && draft.key.empty())
      return {};
    if (draft.place != KnowledgeBase::kNone) {
      return "place " + std::to_string(draft.place) + " " + draft.key;
    }
    return std::to_string(static_cast<int>(draft.type)) + " " + draft.key;
  }

  // "Lavrov" after "Sergej Lavrov"; also a family name that stands before the full one.
  void join_parts_of_names() {
    std::unordered_map<std::string, uint32_t> by_last_word;
    std::vector<uint32_t> short_ones;
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
      const Draft& person = draft(d);
      if (person.kind != MentionKind::kName || person.type != EntityType::kPerson) continue;
      const size_t blank = person.key.find(' ');
      if (blank == std::string::npos) {
        short_ones.push_back(d);
        continue;
      }
      // Every tail counts: "al-Assad" is two words of the key.
      for (size_t at = blank; at != std::string::npos; at = person.key.find(' ', at + 1)) {
        by_last_word.emplace(person.key.substr(at + 1), d);
      }
    }
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
      const Draft& person = draft(d);
      if (person.kind != MentionKind::kName || person.type != EntityType::kPerson) continue;
      const auto at = by_last_word.find(person.key);
      if (at != by_last_word.end()) r_.join(at->second, d);
    }
  }

  // "Støttegruppen for Syria (ISSG)".
  void join_bracketed() {
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
      if (draft(d).kind == MentionKind::kPronoun || draft(d).partial || draft(d).adjective)
        continue;
      if (draft(d).type == EntityType::kPlace || draft(d).type == EntityType::kCountry) continue;
      const auto word = bracketed_abbreviation(r_.parse, draft(d).last);
      if (!word || r_.parse.sentence_of[*word + 1] != sentence(d)) continue;
      const uint32_t inner = r_.name_at[*word];
      if (inner == kNoDraft) {
        note_alias(*word, *word + 1, d);
        continue;
      }
      if (draft(inner).type == EntityType::kPlace || draft(inner).type == EntityType::kCountry)
        continue;
      share(d, inner);
      r_.join(d, inner);
      r_.drafts[d].aliases.push_back(draft(inner).name);
    }
  }

  // What one of two joined names knows helps the other.
  void share(uint32_t a, uint32_t b) {
    Draft& one = r_.drafts[a];
    Draft& other = r_.drafts[b];
    set_country(one.country, one.country_ground, &other);
    set_country(other.country, other.country_ground, &one);
    set_sector(one.sector, one.sector_ground, &other);
    set_sector(other.sector, other.sector_ground, &one);
  }

  // Another name of a draft: later uses of it are joined as well.
  void note_alias(uint32_t first, uint32_t last, uint32_t d) {
    if (++aliases_ > kMostRare) return;
    const std::string_view text = r_.parse.text->covered(first, last);
    r_.drafts[d].aliases.push_back(text);
    const std::string key = match_key(text);
    const auto count = static_cast<uint32_t>(r_.drafts.size());
    for (uint32_t other = 0; other < count; ++other) {
      if (draft(other).key == key && draft(other).kind == MentionKind::kName) {
        share(d, other);
        r_.join(d, other);
      }
    }
  }

  // "X, formerly known as Y".
  void join_aliases() {
    for (const Sentence& sentence : r_.parse.text->sentences) {
      for (uint32_t i = sentence.first; i < sentence.last; ++i) {
        const uint32_t behind = end_of_alias_cue(i, sentence.last);
        if (behind > i) join_alias(sentence, i, behind);
      }
    }
  }

  uint32_t end_of_alias_cue(uint32_t first, uint32_t end) const {
    uint32_t found = first;
    std::string words;
    for (uint32_t i = first; i < end && i < first + kAliasReach + 1; ++i) {
      if (r_.key[i].empty()) break;
      if (!words.empty()) words += ' ';
      words += r_.key[i];
      if (r_.lexicon.is_cue(NameCue::kAlias, words)) found = i + 1;
    }
    return found;
  }

  void join_alias(const Sentence& sentence, uint32_t cue, uint32_t behind) {
    uint32_t before = kNoDraft;
    for (uint32_t i = cue; i > sentence.first && i + kAliasReach > cue && before == kNoDraft; --i) {
      before = r_.name_at[i - 1];
      if (before == kNoDraft) before = r_.draft_at[i - 1];
    }
    if (before == kNoDraft || draft(before).kind == MentionKind::kPronoun) return;
    for (uint32_t i = behind; i < sentence.last && i < behind + kAliasReach; ++i) {
      const uint32_t name = r_.name_at[i];
      if (name == kNoDraft || name == before) continue;
      if (draft(name).type == EntityType::kPlace || draft(name).type == EntityType::kCountry)
        return;
      r_.drafts[before].aliases.push_back(draft(name).name);
      share(before, name);
      r_.join(before, name);
      return;
    }
    // The model need not have marked the other name.
    uint32_t last = behind;
    while (last < sentence.last && r_.word(last).upos == Upos::kPropn) ++last;
    if (last > behind) note_alias(behind, last, before);
  }

  // ---- Definite descriptions.

  void join_description(size_t at) {
    const uint32_t d = order_[at];
    if (draft(d).counterpart && ++counterparts_ < kMostRare && join_counterpart(at)) return;
    if (draft(d).noun == nullptr || draft(d).counted || draft(d).type == EntityType::kCountry)
      return;
    if (r_.root_of(d) != d || named_[d]) return;  // a name beside it says who
    if (parties_ < kMostRare &&
        r_.lexicon.ends_in_cue(NameCue::kParty, r_.key[draft(d).head],
                               r_.lemma_key[draft(d).head]) &&
        ++parties_ > 0 && join_parties(at)) {
      return;
    }
    const bool country_noun = r_.lexicon.ends_in_cue(NameCue::kCountryNoun, r_.key[draft(d).head],
                                                     r_.lemma_key[draft(d).head]);
    if (country_noun && draft(d).plural) {
      join_countries(at);
      return;
    }
    if (country_noun) {
      join_country(at);
      return;
    }
    if (!draft(d).definite && !draft(d).noun->title) return;
    for (size_t back = at, seen = 0; back-- > 0 && seen < kMostCandidates; ++seen) {
      const uint32_t candidate = order_[back];
      if (sentence(d) - sentence(candidate) > kDescriptionReach) return;
      if (is_within(candidate, d) || is_within(d, candidate)) continue;
      if (describes(d, candidate)) {
        adopt(d, candidate);
        return;
      }
    }
  }

  bool is_within(uint32_t inner, uint32_t outer) const {
    return draft(inner).first >= draft(outer).first && draft(inner).last <= draft(outer).last;
  }

  // Which drafts are joined with a name before any description is.
  void note_named() {
    std::vector<bool> named_root(r_.drafts.size(), false);
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
      if (draft(d).kind == MentionKind::kName) named_root[r_.root_of(d)] = true;
    }
    named_.resize(r_.drafts.size());
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) named_[d] = named_root[r_.root_of(d)];
  }

  // "Both countries": the two named together; other plurals are nobody in particular.
  void join_countries(size_t at) {
    const uint32_t d = order_[at];
    if (!draft(d).country.empty()) return;
    if (parties_ < kMostRare && ++parties_ > 0 && !draft(d).sector.empty() && join_pair(at, true))
      return;
    r_.drafts[d].sector.clear();
  }

  // "The country": the one that the sentences before speak of most.
  void join_country(size_t at) {
    const uint32_t d = order_[at];
    if (!draft(d).definite || !draft(d).country.empty()) return;
    std::vector<std::pair<uint32_t, double>> weight;  // a mention of each country, its weight
    for (size_t back = at, seen = 0; back-- > 0 && seen < kMostCandidates; ++seen) {
      const uint32_t candidate = order_[back];
      const uint32_t distance = sentence(d) - sentence(candidate);
      if (distance > kDescriptionReach) break;
      if (!means_country(candidate)) continue;
      auto known = std::find_if(weight.begin(), weight.end(), [&](const auto& entry) {
        return draft(entry.first).country == draft(candidate).country;
      });
      if (known == weight.end()) known = weight.insert(weight.end(), {candidate, 0.0});
      known->second += std::pow(kCountryFading, distance);
    }
    const auto best =
        std::max_element(weight.begin(), weight.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best != weight.end()) adopt(d, best->first);
  }

  bool means_country(uint32_t candidate) const {
    if (draft(candidate).plural) return false;
    return draft(candidate).type == EntityType::kCountry && !draft(candidate).adjective &&
           draft(candidate).kind == MentionKind::kName;
  }

  bool countries_agree(const Draft& one, const Draft& other) const {
    return one.country.empty() || other.country.empty() || one.country == other.country ||
           one.country_ground < Ground::kShared || other.country_ground < Ground::kShared;
  }

  bool describes(uint32_t d, uint32_t candidate) const {
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

  // "Both sides", "partene": the two that the last sentences speak of most. A state and its army
  // are one side, its rebels another.
  bool join_parties(size_t at) {
    const uint32_t d = order_[at];
    if (!draft(d).plural || !draft(d).sector.empty() || !draft(d).country.empty()) return false;
    if (join_pair(at, false)) return true;
    struct Side {
      std::string key;
      double weight = 0;
      uint32_t best = kNoDraft;
      double best_weight = 0;
    };
    std::vector<Side> sides;
    for (size_t back = at, seen = 0; back-- > 0 && seen < kMostCandidates; ++seen) {
      const uint32_t candidate = order_[back];
      const uint32_t distance = sentence(d) - sentence(candidate);
      if (distance > kPartyReach) break;
      const std::string key = side_of(candidate);
      if (key.empty() || is_within(candidate, d)) continue;
      double weight = std::pow(kPartyFading, distance);
      if (draft(candidate).adjective) weight *= 0.5;
      if (distance == 0) weight *= kSameSentence;  // mostly who speaks of the parties
      auto side =
          std::find_if(sides.begin(), sides.end(), [&](const Side& s) { return s.key == key; });
      if (side == sides.end()) side = sides.insert(sides.end(), Side{key});
      side->weight += weight;
      if (weight > side->best_weight) {
        side->best_weight = weight;
        side->best = candidate;
      }
    }
    std::stable_sort(sides.begin(), sides.end(),
                     [](const Side& a, const Side& b) { return a.weight > b.weight; });
    if (sides.size() < 2) return false;
    join_both(d, sides[0].best, sides[1].best);
    return true;
  }

  // One phrase for two: its draft is doubled.
  void join_both(uint32_t d, uint32_t one, uint32_t other) {
    Draft second = draft(d);
    second.parent = kNoDraft;
    take_over(d, one);
    const auto copy = static_cast<uint32_t>(r_.drafts.size());
    r_.drafts.push_back(std::move(second));
    named_.push_back(true);
    take_over(copy, other);
  }
  void take_over(uint32_t d, uint32_t antecedent) {
    Draft& one = r_.drafts[d];
    one.country = {};
    one.sector.clear();
    one.type = draft(antecedent).type;
    r_.join(antecedent, d);
  }

  // "USA og Russland … begge land", "India and Pakistan … the two sides": the last two that were
  // named together.
  bool join_pair(size_t at, bool same_sentence) {
    const uint32_t d = order_[at];
    for (size_t back = at, seen = 0; back-- > 0 && seen < kMostCandidates; ++seen) {
      const uint32_t second = order_[back];
      if (sentence(d) - sentence(second) > kPairReach) return false;
      if (!same_sentence && sentence(d) == sentence(second))
        continue;  // those who speak of the parties
      const Word& word = r_.word(draft(second).head);
      if (word.relation != Relation::kConj || word.head == kNoHead) continue;
      const uint32_t first = r_.draft_at[word.head];
      if (first == kNoDraft || is_within(second, d) || is_within(first, d)) continue;
      if (side_of(first).empty() || side_of(second).empty() || side_of(first) == side_of(second))
        continue;
      join_both(d, first, second);
      return true;
    }
    return false;
  }

  // "" for what is no party of its own.
  std::string side_of(uint32_t candidate) const {
    const Draft& one = draft(candidate);
    const Draft& root = draft(r_.root_of(candidate));
    const Draft& known = one.sector.empty() ? root : one;
    if (known.sector.empty() || known.country.empty() || is_body_code(known.country)) return {};
    if (one.locative || one.type == EntityType::kPlace) return {};
    const std::string_view sector = known.sector.front();
    if (sector == "GOV" || sector == "MIL") return std::string(known.country);
    if (sector == "REB" || sector == "PRM" || sector == "OPP" || sector == "UAF" ||
        sector == "PRE") {
      return std::string(known.country) + " against";
    }
    return {};
  }

  // Joins an anaphor with its antecedent and takes over what that is.
  void adopt(uint32_t d, uint32_t antecedent) {
    Draft& one = r_.drafts[d];
    const Draft& other = draft(antecedent);
    set_country(other.country, Ground::kShared, &one);
    if (one.sector.empty()) set_sector(other.sector, Ground::kShared, &one);
    r_.join(d, antecedent);
  }

  // "Hans amerikanske kollega John Kerry": the office of the one, the country of the other.
  bool join_counterpart(size_t at) {
    const uint32_t d = order_[at];
    uint32_t antecedent = kNoDraft;
    r_.for_children(draft(d).head, [&](uint32_t child) {
      const uint32_t owner = r_.draft_at[child];
      if (owner == kNoDraft || r_.word(child).relation != Relation::kNmodPoss) return;
      if (draft(owner).kind == MentionKind::kPronoun) {
        for (size_t back = at; back-- > 0 && antecedent == kNoDraft;) {
          const uint32_t candidate = order_[back];
          if (sentence(d) - sentence(candidate) > kPronounReach) break;
          if (draft(candidate).type == EntityType::kPerson &&
              draft(candidate).kind == MentionKind::kName &&
              r_.root_of(candidate) != r_.root_of(d)) {
            antecedent = candidate;
          }
        }
      } else {
        antecedent = owner;
      }
    });
    if (antecedent == kNoDraft) return false;
    const auto office = office_of(antecedent);
    const auto sector = draft(antecedent).sector;
    for (uint32_t other = 0; other < r_.drafts.size(); ++other) {
      if (r_.root_of(other) != r_.root_of(d)) continue;
      if (r_.drafts[other].office.empty()) r_.drafts[other].office = office;
      set_sector(sector, Ground::kShared, &r_.drafts[other]);
      if (other == d) {
        r_.drafts[other].sector = sector;
        r_.drafts[other].sector_ground = Ground::kShared;
      }
    }
    return true;
  }

  std::string_view office_of(uint32_t d) const {
    if (!draft(d).office.empty()) return draft(d).office;
    for (const Draft& other : r_.drafts) {
      const auto index = static_cast<uint32_t>(&other - r_.drafts.data());
      if (!other.office.empty() && r_.root_of(index) == r_.root_of(d)) return other.office;
    }
    return {};
  }

  // ---- Pronouns.

  void join_pronoun(size_t at) {
    const Pronoun& pronoun = *draft(order_[at]).pronoun;
    switch (pronoun.kind) {
      case PronounKind::kRelative:
        join_relative(order_[at]);
        break;
      case PronounKind::kReflexive:
        join_subject(order_[at]);
        break;
      case PronounKind::kPersonal:
      case PronounKind::kPossessive:
        if (pronoun.person == 3) join_third_person(at);
        if (pronoun.person == 1) join_speaker(at);
        break;
      default:
        break;
    }
  }

  // "Styrkene som …", "the troops who …": the noun that the clause hangs on.
  void join_relative(uint32_t d) {
    uint32_t at = draft(d).head;
    for (int step = 0; step < 6 && r_.word(at).head != kNoHead; ++step) {
      const Relation relation = r_.word(at).relation;
      at = r_.word(at).head;
      if (relation == Relation::kAclRelcl || relation == Relation::kAcl) {
        const uint32_t noun = r_.draft_at[at];
        if (noun != kNoDraft && noun != d) r_.join(d, noun);
        return;
      }
    }
  }

  void join_subject(uint32_t d) {
    uint32_t at = draft(d).head;
    for (int step = 0; step < 6 && r_.word(at).head != kNoHead; ++step) {
      at = r_.word(at).head;
      uint32_t subject = kNoDraft;
      r_.for_children(at, [&](uint32_t child) {
        if (r_.word(child).relation == Relation::kNsubj) subject = r_.draft_at[child];
      });
      if (subject != kNoDraft && subject != d) {
        r_.join(d, subject);
        return;
      }
    }
  }

  // "Its ambassador", "his troops": whose they are follows from the owner.
  void share_with_owned(uint32_t d) {
    const Draft& owner = draft(d);
    const uint32_t noun = r_.word(owner.head).head;
    if (owner.pronoun->kind != PronounKind::kPossessive || noun == kNoHead) return;
    const uint32_t owned = r_.draft_at[noun];
    if (owned == kNoDraft || draft(owned).kind != MentionKind::kNominal || draft(owned).counterpart)
      return;
    const uint32_t root = r_.root_of(d);
    Draft& whole = r_.drafts[owned];
    set_country(draft(root).country, Ground::kShared, &whole);
    const auto& sector = draft(root).sector;
    if (sector.empty()) return;
    set_sector(sector, Ground::kShared, &whole);
    const bool armed = whole.sector.front() == "MIL" || whole.sector.front() == "UAF";
    if (armed && (sector.front() == "REB" || sector.front() == "PRM")) whole.sector = sector;
  }

  void join_third_person(size_t at) {
    const uint32_t d = order_[at];
    if (draft(d).pronoun->neuter && !may_refer(d)) return;
    uint32_t best = kNoDraft;
    int best_score = 0;
    for (size_t back = at, seen = 0; back-- > 0 && seen < kMostCandidates; ++seen) {
      const uint32_t candidate = order_[back];
      const uint32_t distance = sentence(d) - sentence(candidate);
      if (distance > kPronounReach) break;
      if (draft(candidate).kind == MentionKind::kPronoun && r_.root_of(candidate) == candidate)
        continue;
      const int score = pronoun_score(d, candidate, distance);
      if (score > best_score) {
        best = candidate;
        best_score = score;
      }
    }
    if (best == kNoDraft) return;
    r_.join(best, d);
    share_with_owned(d);
  }

  // A neuter pronoun that is no subject or owner mostly means a thing or nothing.
  bool may_refer(uint32_t d) const {
    const Relation relation = r_.word(draft(d).head).relation;
    return relation == Relation::kNsubj || relation == Relation::kNmodPoss;
  }

  // 0: cannot be meant. Subjects and the near are preferred, the earlier of equals in a sentence
  // loses.
  int pronoun_score(uint32_t d, uint32_t candidate, uint32_t distance) const {
    const Draft& pronoun = draft(d);
    const Draft& other = draft(r_.root_of(candidate));
    const Draft& mention = draft(candidate);
    if (mention.adjective || mention.partial || mention.locative ||
        other.type == EntityType::kPlace)
      return 0;
    const bool plural_form =
        mention.plural || (other.plural && mention.kind == MentionKind::kPronoun);
    if (pronoun.plural) {
      if (!plural_form && other.type == EntityType::kPerson) return 0;
      if (!plural_form && other.type == EntityType::kCountry) return 0;
    } else if (pronoun.pronoun->neuter) {
      if (other.human || other.type == EntityType::kPerson || plural_form) return 0;
    } else {
      if (plural_form || (other.type != EntityType::kPerson && !other.human)) return 0;
      if (pronoun.gender != Gender::kUnknown && gender_of(candidate) != Gender::kUnknown &&
          gender_of(candidate) != pronoun.gender) {
        return 0;
      }
    }
    if (same_clause_argument(d, candidate)) return 0;
    int score = 10 - 3 * static_cast<int>(distance);
    const Relation relation = r_.word(mention.head).relation;
    if (relation == Relation::kNsubj || relation == Relation::kNsubjPass) score += 4;
    if (relation == Relation::kNmodPoss || relation == Relation::kNmod) score -= 2;
    return std::max(score, 1);
  }

  Gender gender_of(uint32_t d) const {
    if (draft(d).gender != Gender::kUnknown) return draft(d).gender;
    return draft(r_.root_of(d)).gender;
  }

  // "He met him": two arguments of one verb are two people.
  bool same_clause_argument(uint32_t d, uint32_t candidate) const {
    const Word& one = r_.word(draft(d).head);
    const Word& other = r_.word(draft(candidate).head);
    return draft(d).pronoun->kind == PronounKind::kPersonal && one.head != kNoHead &&
           one.head == other.head;
  }

  // "I" and "we" in a quotation: whoever the sentence says is speaking.
  void join_speaker(size_t at) {
    const uint32_t d = order_[at];
    const Quotation* quotation = quotation_of(draft(d).head);
    if (quotation == nullptr) return;
    const uint32_t here = sentence(d);
    uint32_t best = kNoDraft;
    const size_t end = std::min(order_.size(), at + kMostCandidates / 4);
    for (size_t i = at - std::min(at, kMostCandidates / 4); i < end; ++i) {
      const uint32_t candidate = order_[i];
      const uint32_t there = sentence(candidate);
      if (there + 1 < here || there > here + 1) continue;
      const Draft& speaker = draft(candidate);
      if (speaker.kind == MentionKind::kPronoun && r_.root_of(candidate) == candidate) continue;
      if (quotation_of(speaker.head) != nullptr) continue;
      if (r_.word(speaker.head).relation != Relation::kNsubj) continue;
      if (speaker.type == EntityType::kPlace || speaker.adjective) continue;
      if (best == kNoDraft || there == here || sentence(best) < here) best = candidate;
      if (sentence(best) == here) break;
    }
    if (best != kNoDraft) r_.join(best, d);
  }

  const Quotation* quotation_of(uint32_t token) const {
    const auto& quotations = r_.parse.text->quotations;
    const auto at = std::upper_bound(quotations.begin(), quotations.end(), token,
                                     [](uint32_t t, const Quotation& q) { return t < q.first; });
    if (at == quotations.begin()) return nullptr;
    const Quotation& before = *(at - 1);
    return token < before.last ? &before : nullptr;
  }

  Reading& r_;
  std::vector<uint32_t> order_;  // drafts by their heads
  std::vector<bool> named_;
  size_t aliases_ = 0;
  size_t parties_ = 0;
  size_t counterparts_ = 0;
};

}  // namespace

void find_coreference(Reading* reading) { Coreference(reading).run(); }

}  // namespace varde
