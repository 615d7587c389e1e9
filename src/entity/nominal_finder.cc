#include "entity/nominal_finder.h"

#include <algorithm>
#include <array>

namespace varde {
namespace {

constexpr uint32_t kLongestPhrase = 4;  // words of a title or noun
constexpr int kDeepestPhrase = 24;
constexpr uint32_t kWidestPhrase = 60;  // words on either side of a head

std::vector<std::string_view> views(const std::vector<std::string>& strings) {
  return {strings.begin(), strings.end()};
}

bool is_any(std::string_view sector, std::initializer_list<std::string_view> of) {
  return std::find(of.begin(), of.end(), sector) != of.end();
}

class NominalFinder {
 public:
  explicit NominalFinder(Reading* reading) : r_(*reading), covered_(reading->size(), false) {}

  void run() {
    for (const Sentence& sentence : r_.parse.text->sentences) {
      for (uint32_t i = sentence.first; i < sentence.last; ++i) {
        if (covered_[i] || (r_.name_at[i] != kNoDraft && !is_title_in_name(i))) continue;
        read_token(i, sentence.last);
      }
    }
  }

 private:
  // A model that marks "President Obama" as one name hides a title.
  bool is_title_in_name(uint32_t i) const {
    const Draft& name = r_.drafts[r_.name_at[i]];
    return name.type == EntityType::kPerson && name.actor == KnowledgeBase::kNone &&
           i == name.first && name.last - name.first > 1 && !name.partial &&
           r_.lexicon.phrase(r_.key[i], r_.lemma_key[i]) != nullptr &&
           r_.lexicon.phrase(r_.key[i], r_.lemma_key[i])->title;
  }

  void read_token(uint32_t i, uint32_t end) {
    const Word& word = r_.word(i);
    if (word.upos == Upos::kPron || word.upos == Upos::kDet) {
      read_pronoun(i);
      return;
    }
    uint32_t last = i;
    const RoleNoun* noun = phrase_at(i, end, &last);
    if (noun != nullptr && last > i + 1) {
      add_nominal(i, last, {noun, nullptr, {}});
      return;
    }
    if (!may_head(i)) return;
    NounReading reading = r_.lexicon.noun(r_.key[i], lemma(i));
    if (reading.noun == nullptr && is_nominal(word.upos) &&
        r_.lexicon.ends_in_cue(NameCue::kCounterpart, r_.key[i], r_.lemma_key[i])) {
      reading.noun = &counterpart_noun();
    }
    if (reading.noun == nullptr && is_nominal(word.upos) && is_owned(i) &&
        r_.lexicon.ends_in_cue(NameCue::kEquipment, r_.key[i], r_.lemma_key[i])) {
      reading.noun = &equipment_noun();
    }
    if (reading.noun != nullptr && reading.noun->type != EntityType::kPlace)
      add_nominal(i, i + 1, reading);
  }

  // A counterpart is somebody even where the table of nouns does not list the word.
  static const RoleNoun& counterpart_noun() {
    static const RoleNoun kNoun = [] {
      RoleNoun noun;
      noun.type = EntityType::kPerson;
      return noun;
    }();
    return kNoun;
  }

  // "Israeli aircraft", "Serb positions": an army's things that stand for it.
  static const RoleNoun& equipment_noun() {
    static const RoleNoun kNoun = [] {
      RoleNoun noun;
      noun.sector = {"MIL"};
      return noun;
    }();
    return kNoun;
  }

  // Whether a word beside a noun may tell whose it is.
  bool is_owned(uint32_t head) const {
    bool owned = false;
    r_.for_children(head, [&](uint32_t child) {
      const Relation relation = r_.word(child).relation;
      const bool beside = relation == Relation::kAmod || relation == Relation::kCompound ||
                          relation == Relation::kNmod || relation == Relation::kNmodPoss ||
                          relation == Relation::kDet;
      if (!beside) return;
      owned |= r_.name_at[child] != kNoDraft ||
               r_.lexicon.modifier(r_.key[child], r_.lemma_key[child]) != nullptr;
    });
    return owned;
  }

  std::string_view lemma(uint32_t i) const { return r_.lemma_key[i]; }

  bool may_head(uint32_t i) const {
    const Word& word = r_.word(i);
    if (is_nominal(word.upos)) return true;
    if (word.upos != Upos::kAdj && word.upos != Upos::kX) return false;
    switch (word.relation) {  // "the wounded", "de sivile"
      case Relation::kNsubj:
      case Relation::kNsubjPass:
      case Relation::kObj:
      case Relation::kIobj:
      case Relation::kObl:
      case Relation::kOblAgent:
      case Relation::kNmod:
      case Relation::kNmodPoss:
        return true;
      case Relation::kConj:
        return word.head != kNoHead && is_nominal(r_.word(word.head).upos);
      default:
        return false;
    }
  }

  // The longest noun or title of several words that begins at a token.
  const RoleNoun* phrase_at(uint32_t first, uint32_t end, uint32_t* last) const {
    const RoleNoun* best = nullptr;
    std::string by_form;
    std::string by_lemma;
    for (uint32_t i = first; i < end && i < first + kLongestPhrase; ++i) {
      if (r_.name_at[i] != kNoDraft) break;
      const bool glued = i > first && !r_.parse.token(i - 1).space_after && r_.key[i].empty();
      if (r_.key[i].empty() && !glued) break;
      if (!glued) {
        if (i > first) {
          by_form += ' ';
          by_lemma += ' ';
        }
        const std::string before = by_form;
        by_form += r_.key[i];
        const std::string with_lemma = before + r_.lemma_key[i];
        by_lemma += r_.lemma_key[i];
        const RoleNoun* found = r_.lexicon.phrase(by_form, with_lemma);
        if (found == nullptr) found = r_.lexicon.phrase(by_lemma, {});
        if (found != nullptr &&
            (i == first || is_nominal(r_.word(i).upos) || is_nominal(r_.word(first).upos))) {
          best = found;
          *last = i + 1;
        }
      }
      if (!r_.lexicon.begins_phrase(by_form) && !r_.lexicon.begins_phrase(by_lemma)) break;
    }
    return best;
  }

  void add_nominal(uint32_t first, uint32_t last, const NounReading& reading) {
    const uint32_t head = last > first + 1 ? r_.head_of(first, last) : first;
    if (r_.draft_at[head] != kNoDraft) return;
    for (uint32_t i = first; i < last; ++i) covered_[i] = true;
    if (is_mere_modifier(head) || is_mere_measure(head, reading)) return;
    Draft draft;
    draft.head = head;
    draft.core_first = first;
    draft.core_last = last;
    draft.kind = MentionKind::kNominal;
    draft.noun = reading.noun;
    draft.type = reading.noun->type;
    draft.office = reading.noun->office;
    read_number(&draft);
    draft.human = reading.noun->type == EntityType::kPerson ||
                  (reading.noun->type == EntityType::kGroup && draft.plural);
    if (draft.type == EntityType::kPerson && (!reading.noun->title || draft.plural)) {
      draft.type = EntityType::kGroup;  // people by their kind
    }
    draft.equipment = reading.noun == &equipment_noun();
    draft.counterpart = !draft.plural && r_.lexicon.ends_in_cue(NameCue::kCounterpart, r_.key[head],
                                                                r_.lemma_key[head]);
    if (draft.counterpart) draft.type = EntityType::kPerson;
    draft.key = reading.noun->text.empty() ? r_.lemma_key[head] : match_key(reading.noun->text);
    if (reading.modifier != nullptr)
      draft.key = match_key(reading.modifier->text) + " " + draft.key;
    auto sector = views(reading.noun->sector);
    if (reading.modifier != nullptr)
      sector = combine_sectors(sector, views(reading.modifier->sector));
    sector = modified(head, sector, &draft);
    set_sector(sector, Ground::kWords, &draft);
    set_country(reading.noun->country, Ground::kKnowledge, &draft);
    if (reading.modifier != nullptr) set_country(reading.modifier->country, Ground::kWords, &draft);
    read_first_part(reading.first_part, &draft);
    span(first, last, &draft);
    r_.add(std::move(draft));
  }

  void read_number(Draft* draft) const {
    const Word& head = r_.word(draft->head);
    draft->plural = feature(head.feats, "Number") == "Plur";
    draft->definite = feature(head.feats, "Definite") == "Def";
    r_.for_children(draft->head, [&](uint32_t child) {
      const Word& word = r_.word(child);
      if (word.relation == Relation::kNummod) draft->counted = true;
      if (word.relation == Relation::kDet && feature(word.feats, "Definite") == "Def")
        draft->definite = true;
      if (word.relation == Relation::kDet && feature(word.feats, "PronType") == "Dem")
        draft->definite = true;
    });
    draft->plural |= draft->counted;
  }

  // A noun that only tells the kind of another noun for people: "rebel fighters".
  bool is_mere_modifier(uint32_t head) const {
    const Word& word = r_.word(head);
    if (word.relation != Relation::kCompound && word.relation != Relation::kAmod) return false;
    if (word.head == kNoHead) return false;
    const uint32_t governor = word.head;
    if (r_.name_at[governor] != kNoDraft) return false;
    return r_.lexicon.noun(r_.key[governor], r_.lemma_key[governor]).noun != nullptr;
  }

  // "With full force", "i styrke": a bare singular behind a preposition is no body of people.
  bool is_mere_measure(uint32_t head, const NounReading& reading) const {
    if (reading.noun->type != EntityType::kGroup || reading.modifier != nullptr ||
        !reading.first_part.empty()) {
      return false;
    }
    const Word& word = r_.word(head);
    if (feature(word.feats, "Number") == "Plur" || feature(word.feats, "Definite") == "Def")
      return false;
    if (word.relation == Relation::kOblAgent || r_.preposition_of(head) == kNoHead) return false;
    bool bare = true;
    r_.for_children(head, [&](uint32_t child) {
      const Relation relation = r_.word(child).relation;
      if (relation == Relation::kDet || relation == Relation::kNmodPoss ||
          relation == Relation::kNmod || relation == Relation::kNummod ||
          relation == Relation::kCompound || r_.name_at[child] != kNoDraft) {
        bare = false;
      }
    });
    return bare;
  }

  // Sectors as the words beside the noun change them.
  std::vector<std::string_view> modified(uint32_t head, std::vector<std::string_view> sector,
                                         Draft* draft) const {
    r_.for_children(head, [&](uint32_t child) {
      const Word& word = r_.word(child);
      const bool beside = word.relation == Relation::kAmod ||
                          word.relation == Relation::kCompound ||
                          (word.relation == Relation::kNmod && r_.preposition_of(child) == kNoHead);
      if (!beside) return;
      if (r_.has_cue(NameCue::kFormer, child)) {
        if (draft->noun->title) sector = {"ELI"};
        return;
      }
      if (r_.name_at[child] != kNoDraft) return;
      const RoleNoun* modifier = r_.lexicon.modifier(r_.key[child], r_.lemma_key[child]);
      if (modifier == nullptr) return;
      sector = combine_sectors(sector, views(modifier->sector));
      set_country(modifier->country, Ground::kWords, draft);
      draft->key = match_key(modifier->text) + " " + draft->key;
    });
    return sector;
  }

  // "FN-soldater", "Taliban-soldatene": the name in front is the body that they belong to.
  void read_first_part(std::string_view part, Draft* draft) const {
    if (part.empty()) return;
    for (const auto stem : r_.lexicon.stems(part, NameCue::kJoint)) {
      for (const NameSense& sense : r_.lexicon.senses(stem)) {
        if (sense.kind == NameKind::kPlace) {
          set_country(r_.knowledge.places().place(sense.index).country, Ground::kWords, draft);
        } else if (sense.kind == NameKind::kActor) {
          const KnownActor& actor = r_.knowledge.actor_on(sense.index, r_.day);
          set_country(actor.country, Ground::kWords, draft);
          if (!actor.sector.empty()) {
            draft->sector = views(actor.sector);
            draft->sector_ground = Ground::kWords;
          }
        } else {
          set_country(r_.knowledge.country(sense.index).code, Ground::kWords, draft);
        }
        return;
      }
    }
  }

  // The noun phrase without relative clauses, appositions and coordination.
  void span(uint32_t first, uint32_t last, Draft* draft) const {
    const Sentence& sentence = r_.sentence_at(draft->head);
    const uint32_t begin =
        std::max(sentence.first, first > kWidestPhrase ? first - kWidestPhrase : 0);
    const uint32_t end = std::min(sentence.last, last + kWidestPhrase);
    std::vector<bool> inside(end - begin, false);
    for (uint32_t i = first; i < last; ++i) inside[i - begin] = true;
    mark(draft->head, begin, end, 0, &inside);
    draft->first = first;
    draft->last = last;
    while (draft->first > begin && inside[draft->first - 1 - begin]) --draft->first;
    while (draft->last < end && inside[draft->last - begin]) ++draft->last;
  }

  void mark(uint32_t head, uint32_t begin, uint32_t end, int depth,
            std::vector<bool>* inside) const {
    if (depth > kDeepestPhrase) return;
    r_.for_children(head, [&](uint32_t child) {
      if (child < begin || child >= end || !belongs(child, depth)) return;
      (*inside)[child - begin] = true;
      mark(child, begin, end, depth + 1, inside);
    });
  }

  bool belongs(uint32_t child, int depth) const {
    switch (r_.word(child).relation) {
      case Relation::kDet:
      case Relation::kAmod:
      case Relation::kNummod:
      case Relation::kNmodPoss:
      case Relation::kNmod:
      case Relation::kCompound:
      case Relation::kFlat:
      case Relation::kFlatName:
      case Relation::kFixed:
      case Relation::kAdvmod:
        return true;
      case Relation::kCase:
      case Relation::kConj:
      case Relation::kCc:
        return depth > 0;
      default:
        return false;
    }
  }

  void read_pronoun(uint32_t i) {
    const Word& word = r_.word(i);
    const Pronoun* pronoun = r_.lexicon.pronoun(r_.key[i]);
    if (pronoun == nullptr || r_.draft_at[i] != kNoDraft) return;
    if (word.upos == Upos::kDet && word.relation == Relation::kDet) return;
    if (word.relation == Relation::kExpl || word.relation == Relation::kMark) return;
    Draft draft;
    draft.first = draft.head = i;
    draft.last = i + 1;
    draft.kind = MentionKind::kPronoun;
    draft.pronoun = pronoun;
    draft.plural =
        pronoun->plural && (!pronoun->singular || feature(word.feats, "Number") == "Plur");
    draft.gender = pronoun->gender;
    r_.add(std::move(draft));
  }

  Reading& r_;
  std::vector<bool> covered_;
};

}  // namespace

std::vector<std::string_view> combine_sectors(const std::vector<std::string_view>& noun,
                                              const std::vector<std::string_view>& modifier) {
  if (modifier.empty()) return noun;
  if (noun.empty()) return modifier;
  const std::string_view kind = modifier.front();
  if (is_any(kind, {"GOV", "CVL"})) return noun;  // "government forces" are an army
  const bool armed = is_any(noun.front(), {"MIL", "UAF", "REB", "PRM"});
  if (kind == "OPP" && armed) return {"REB"};
  if (noun.front() == "REB" && kind == "MIL") return noun;  // mutineers
  if (armed || noun.front() == "CVL") return modifier;
  if (noun.front() == "GOV" && is_any(kind, {"REB", "MIL", "COP", "SPY", "JUD", "LEG", "PRE"}))
    return modifier;
  return noun;
}

void find_nominals(Reading* reading) { NominalFinder(reading).run(); }

}  // namespace varde
