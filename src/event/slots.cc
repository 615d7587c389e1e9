#include "event/slots.h"

#include <algorithm>

#include "entity/participant.h"

namespace varde {
namespace {

constexpr int kDeepest = 6;  // steps of control and coordination that are followed

class SlotFinder {
 public:
  SlotFinder(const Analysis& analysis, const Lexicon& lexicon)
      : analysis_(analysis), parse_(analysis.parse), lexicon_(lexicon) {}

  std::vector<Filler> of(uint32_t head) {
    collect_dependents(head);
    if (is_predicate(head)) {
      if (!has_subject_) inherit_subject(head);
      fill_relative_gap(head);
    } else {
      borrow_from_light_verb(head);
    }
    return std::move(found_);
  }

 private:
  const Word& word(uint32_t i) const { return parse_.words[i]; }

  template <class Take>
  void for_children(uint32_t i, Take take) const {
    for (uint32_t at = parse_.child_begin[i]; at < parse_.child_begin[i + 1]; ++at) {
      take(parse_.children[at]);
    }
  }

  bool is_predicate(uint32_t i) const {
    const Upos upos = word(i).upos;
    if (upos == Upos::kVerb || upos == Upos::kAux) return true;
    return upos == Upos::kAdj;
  }

  // Of several ("out of", "ut av") the one nearest to the noun tells the meaning.
  uint32_t preposition_of(uint32_t i) const {
    uint32_t found = kNoHead;
    for_children(i, [&](uint32_t child) {
      if (word(child).relation == Relation::kCase) found = child;
    });
    return found;
  }

  void add(Slot slot, uint32_t filler) { found_.push_back({slot, kNoHead, filler}); }

  void add_oblique(uint32_t filler, bool passive) {
    const uint32_t preposition = preposition_of(filler);
    if (preposition == kNoHead) return add_behind_time(filler);
    const bool agent = word(filler).relation == Relation::kOblAgent ||
                       (passive && lexicon_.realises(Slot::kBy, analysis_.lemma[preposition]));
    if (agent && passive) add(Slot::kSubject, filler);
    found_.push_back({std::nullopt, preposition, filler});
  }

  // "Accused on-Sunday Sudan": the name that the parser hung on a bare time is the verb's object.
  void add_behind_time(uint32_t time) {
    for_children(time, [&](uint32_t child) {
      const Word& name = word(child);
      const bool behind = name.relation == Relation::kNmod && child > time;
      if (behind && name.upos == Upos::kPropn && preposition_of(child) == kNoHead) {
        add(Slot::kObject, child);
      }
    });
  }

  // What hangs on the event word itself.
  void collect_dependents(uint32_t head) {
    const bool passive = is_passive(parse_, head);
    for_children(head, [&](uint32_t child) {
      switch (word(child).relation) {
        case Relation::kNsubj:
        case Relation::kCsubj:
          has_subject_ = true;
          add(passive ? Slot::kObject : Slot::kSubject, child);
          break;
        case Relation::kNsubjPass:
          has_subject_ = true;
          add(Slot::kObject, child);
          break;
        case Relation::kObj:
          add(Slot::kObject, child);
          break;
        case Relation::kIobj:
          add(Slot::kIndirect, child);
          break;
        case Relation::kObl:
        case Relation::kOblAgent:
          add_oblique(child, passive);
          break;
        case Relation::kCcomp:
        case Relation::kXcomp:
        case Relation::kAdvcl:
          if (const uint32_t subject = subject_of(child); subject != kNoHead) {
            add(Slot::kClause, subject);
          }
          break;
        case Relation::kNmodPoss:
          add(Slot::kGenitive, child);
          break;
        case Relation::kNmod:
          collect_nominal(child);
          break;
        case Relation::kAmod:
        case Relation::kDet:
          add(Slot::kAdjective, child);
          break;
        case Relation::kCompound:
        case Relation::kFlatName:
          add(Slot::kCompound, child);
          break;
        default:
          break;
      }
    });
    if (analysis_.entities.mention_of[head] != kNoMention) add(Slot::kCompound, head);
  }

  // Without a preposition it is a genitive where compounds are one word ("Russlands veto"), and a
  // noun before the noun elsewhere.
  void collect_nominal(uint32_t child) {
    if (preposition_of(child) != kNoHead) {
      add_oblique(child, false);
    } else {
      add(lexicon_.compounding() ? Slot::kGenitive : Slot::kCompound, child);
    }
  }

  // The surface subject of the nearest clause that shares it: coordination, control, adverbial and
  // participial clauses. An infinitive takes the object of the verb that governs it.
  void inherit_subject(uint32_t head) {
    uint32_t at = head;
    for (int step = 0; step < kDeepest && word(at).head != kNoHead; ++step) {
      const uint32_t governor = word(at).head;
      const Relation relation = word(at).relation;
      if (relation == Relation::kAmod || relation == Relation::kAcl) {
        add_surface_subject(head, governor);
        return;
      }
      if (relation == Relation::kAclRelcl) return;  // the gap: see fill_relative_gap
      if (relation != Relation::kConj && relation != Relation::kXcomp &&
          relation != Relation::kAdvcl && relation != Relation::kParataxis) {
        return;
      }
      if (relation == Relation::kXcomp) {
        if (const uint32_t object = object_of(governor); object != kNoHead) {
          add_surface_subject(head, object);
          return;
        }
      }
      if (const uint32_t subject = subject_of(governor); subject != kNoHead) {
        add_surface_subject(head, subject);
        return;
      }
      at = governor;
    }
  }

  void add_surface_subject(uint32_t head, uint32_t filler) {
    has_subject_ = true;
    const bool participle = word(head).relation == Relation::kAmod ||
                            (word(head).relation == Relation::kAcl && is_participle(head));
    add(is_passive(parse_, head) || participle ? Slot::kObject : Slot::kSubject, filler);
  }

  // A past participle beside a noun ("the soldiers killed in", "drepte soldater").
  bool is_participle(uint32_t i) const {
    if (word(i).upos == Upos::kAdj) return true;
    return feature(word(i).feats, "VerbForm") == "Part" &&
           feature(word(i).feats, "Tense") != "Pres";
  }

  uint32_t child_with(uint32_t i, Relation one, Relation other) const {
    uint32_t found = kNoHead;
    for_children(i, [&](uint32_t child) {
      const Relation relation = word(child).relation;
      if (found == kNoHead && (relation == one || relation == other)) found = child;
    });
    return found;
  }
  uint32_t subject_of(uint32_t i) const {
    return child_with(i, Relation::kNsubj, Relation::kNsubjPass);
  }
  uint32_t object_of(uint32_t i) const { return child_with(i, Relation::kObj, Relation::kIobj); }

  // "The raid that Russia launched": the noun outside fills what the relative clause leaves open.
  void fill_relative_gap(uint32_t head) {
    uint32_t clause = head;
    for (int step = 0; step < kDeepest && word(clause).head != kNoHead &&
                       word(clause).relation != Relation::kAclRelcl;
         ++step) {
      if (word(clause).relation != Relation::kConj && word(clause).relation != Relation::kXcomp) {
        return;
      }
      clause = word(clause).head;
    }
    if (word(clause).relation != Relation::kAclRelcl) return;
    const uint32_t antecedent = word(clause).head;
    if (!has_subject_) {
      const bool passive = is_passive(parse_, head);
      add(passive ? Slot::kObject : Slot::kSubject, antecedent);
      return;
    }
    const bool has_object = std::any_of(found_.begin(), found_.end(), [](const Filler& filler) {
      return filler.slot == Slot::kObject;
    });
    if (!has_object) add(Slot::kObject, antecedent);
  }

  // "Launched an attack": the subject of a verb that only supports the noun is the noun's own.
  void borrow_from_light_verb(uint32_t head) {
    if (word(head).relation != Relation::kObj && word(head).relation != Relation::kNsubjPass)
      return;
    const uint32_t verb = word(head).head;
    const auto& light = lexicon_.set("light");
    if (verb == kNoHead ||
        !(light.contains(analysis_.lemma[verb]) || light.contains(analysis_.form[verb]))) {
      return;
    }
    const auto of_verb = SlotFinder(analysis_, lexicon_).of(verb);
    for (const auto& filler : of_verb) {
      if (filler.slot == Slot::kSubject || (!filler.slot && filler.word != head)) {
        found_.push_back(filler);
      }
    }
  }

  const Analysis& analysis_;
  const Parse& parse_;
  const Lexicon& lexicon_;
  std::vector<Filler> found_;
  bool has_subject_ = false;
};

}  // namespace

bool is_passive(const Parse& parse, uint32_t verb) {
  const Word& word = parse.words[verb];
  if (feature(word.feats, "Voice") == "Pass") {
    // Deponents and reciprocals ("møtes") carry the feature too, with an active subject.
    bool active_subject = false;
    for (uint32_t at = parse.child_begin[verb]; at < parse.child_begin[verb + 1]; ++at) {
      active_subject |= parse.words[parse.children[at]].relation == Relation::kNsubj;
    }
    if (!active_subject) return true;
  }
  for (uint32_t at = parse.child_begin[verb]; at < parse.child_begin[verb + 1]; ++at) {
    const Relation relation = parse.words[parse.children[at]].relation;
    // The passive of result ("er arrestert") has a copula in the Norwegian treebanks.
    const bool result = relation == Relation::kCop && feature(word.feats, "VerbForm") == "Part" &&
                        feature(word.feats, "Tense") != "Pres";
    if (result || relation == Relation::kAuxPass || relation == Relation::kNsubjPass ||
        relation == Relation::kOblAgent) {
      return true;
    }
  }
  if (word.relation == Relation::kConj && word.head != kNoHead) {
    // "Were arrested and deported": a bare participle continues the passive.
    return feature(word.feats, "VerbForm") == "Part" && parse.words[word.head].upos == word.upos &&
           is_passive(parse, word.head);
  }
  return false;
}

std::vector<Filler> fillers_of(const Analysis& analysis, const Lexicon& lexicon, uint32_t head) {
  return SlotFinder(analysis, lexicon).of(head);
}

std::vector<Role> roles_behind(const Analysis& analysis, uint32_t word) {
  std::vector<Role> roles;
  for (const uint32_t entity : participants_of(analysis.entities, analysis.parse, word)) {
    roles.push_back({entity, word, Certainty::kStated});
  }
  return roles;
}

bool fills(const Analysis& analysis, const Lexicon& lexicon, const Filler& filler,
           const RoleSlot& where) {
  if (filler.preposition == kNoHead) return where.slot && filler.slot == where.slot;
  const auto preposition = analysis.lemma[filler.preposition];
  if (!where.slot) return where.preposition == preposition;
  return lexicon.realises(*where.slot, preposition);
}

}  // namespace varde
