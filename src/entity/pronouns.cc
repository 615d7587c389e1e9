#include "entity/pronouns.h"

#include <algorithm>

namespace varde {
namespace {

constexpr uint32_t kPronounReach = 2;  // sentences back
constexpr size_t kSpeakerReach = 100;  // drafts before and behind
constexpr int kDeepest = 6;            // words up the tree

}  // namespace

void Pronouns::join(size_t at) {
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
void Pronouns::join_relative(uint32_t d) {
  uint32_t at = draft(d).head;
  for (int step = 0; step < kDeepest && r_.word(at).head != kNoHead; ++step) {
    const Relation relation = r_.word(at).relation;
    at = r_.word(at).head;
    if (relation == Relation::kAclRelcl || relation == Relation::kAcl) {
      const uint32_t noun = r_.draft_at[at];
      if (noun != kNoDraft && noun != d) r_.join(d, noun);
      return;
    }
  }
}

void Pronouns::join_subject(uint32_t d) {
  uint32_t at = draft(d).head;
  for (int step = 0; step < kDeepest && r_.word(at).head != kNoHead; ++step) {
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
void Pronouns::share_with_owned(uint32_t d) {
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

void Pronouns::join_third_person(size_t at) {
  const uint32_t d = order_[at];
  if (draft(d).pronoun->neuter && !may_refer(d)) return;
  uint32_t best = kNoDraft;
  int best_score = 0;
  order_.walk_back(at, kPronounReach, [&](uint32_t candidate, uint32_t distance) {
    if (draft(candidate).kind == MentionKind::kPronoun && r_.root_of(candidate) == candidate)
      return false;
    const int its_score = score(d, candidate, distance);
    if (its_score > best_score) {
      best = candidate;
      best_score = its_score;
    }
    return false;
  });
  if (best == kNoDraft) return;
  r_.join(best, d);
  share_with_owned(d);
}

// A neuter pronoun that is no subject or owner mostly means a thing or nothing.
bool Pronouns::may_refer(uint32_t d) const {
  const Relation relation = r_.word(draft(d).head).relation;
  return relation == Relation::kNsubj || relation == Relation::kNmodPoss;
}

// 0: cannot be meant. Subjects and the near are preferred, the earlier of equals in a sentence
// loses.
int Pronouns::score(uint32_t d, uint32_t candidate, uint32_t distance) const {
  if (!suits(draft(d), candidate) || same_clause_argument(d, candidate)) return 0;
  int score = 10 - 3 * static_cast<int>(distance);
  const Relation relation = r_.word(draft(candidate).head).relation;
  if (relation == Relation::kNsubj || relation == Relation::kNsubjPass) score += 4;
  if (relation == Relation::kNmodPoss || relation == Relation::kNmod) score -= 2;
  return std::max(score, 1);
}

// Number, gender and kind.
bool Pronouns::suits(const Draft& pronoun, uint32_t candidate) const {
  const Draft& mention = draft(candidate);
  const Draft& other = draft(r_.root_of(candidate));
  if (mention.adjective || mention.partial || mention.locative || other.type == EntityType::kPlace)
    return false;
  const bool plural = mention.plural || (other.plural && mention.kind == MentionKind::kPronoun);
  const bool person = other.type == EntityType::kPerson;
  if (pronoun.plural) return plural || (!person && other.type != EntityType::kCountry);
  if (pronoun.pronoun->neuter) return !other.human && !person && !plural;
  if (plural || (!person && !other.human)) return false;
  return pronoun.gender == Gender::kUnknown || gender_of(candidate) == Gender::kUnknown ||
         gender_of(candidate) == pronoun.gender;
}

Gender Pronouns::gender_of(uint32_t d) const {
  if (draft(d).gender != Gender::kUnknown) return draft(d).gender;
  return draft(r_.root_of(d)).gender;
}

// "He met him": two arguments of one verb are two people.
bool Pronouns::same_clause_argument(uint32_t d, uint32_t candidate) const {
  const Word& one = r_.word(draft(d).head);
  const Word& other = r_.word(draft(candidate).head);
  return draft(d).pronoun->kind == PronounKind::kPersonal && one.head != kNoHead &&
         one.head == other.head;
}

// "I" and "we" in a quotation: whoever the sentence says is speaking.
void Pronouns::join_speaker(size_t at) {
  const uint32_t d = order_[at];
  const Quotation* quotation = quotation_of(draft(d).head);
  if (quotation == nullptr) return;
  const uint32_t here = order_.sentence(d);
  uint32_t best = kNoDraft;
  const size_t end = std::min(order_.size(), at + kSpeakerReach);
  for (size_t i = at - std::min(at, kSpeakerReach); i < end; ++i) {
    const uint32_t candidate = order_[i];
    const uint32_t there = order_.sentence(candidate);
    if (there + 1 < here || there > here + 1) continue;
    const Draft& speaker = draft(candidate);
    if (speaker.kind == MentionKind::kPronoun && r_.root_of(candidate) == candidate) continue;
    if (quotation_of(speaker.head) != nullptr) continue;
    if (r_.word(speaker.head).relation != Relation::kNsubj) continue;
    if (speaker.type == EntityType::kPlace || speaker.adjective) continue;
    if (best == kNoDraft || there == here || order_.sentence(best) < here) best = candidate;
    if (order_.sentence(best) == here) break;
  }
  if (best != kNoDraft) r_.join(best, d);
}

const Quotation* Pronouns::quotation_of(uint32_t token) const {
  const auto& quotations = r_.parse.text->quotations;
  const auto at = std::upper_bound(quotations.begin(), quotations.end(), token,
                                   [](uint32_t t, const Quotation& q) { return t < q.first; });
  if (at == quotations.begin()) return nullptr;
  const Quotation& before = *(at - 1);
  return token < before.last ? &before : nullptr;
}

}  // namespace varde
