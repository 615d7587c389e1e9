// The quantity stands before a noun ("15 civilians") or alone ("15 were killed"); the word that
// counts it is that noun itself ("15 dead"), modifies it ("15 people killed in"), governs it
// ("killed 15"), is predicated of it ("15 were found dead"), follows it where the tree fails, or
// names a figure that the quantity is ("the death toll rose to 35").

#include "event/toll_clause.h"

#include <algorithm>

#include "event/slots.h"

namespace varde {
namespace {

constexpr int kHighest = 4;        // governors that are asked
constexpr uint32_t kFarthest = 5;  // tokens behind the number

template <class Take>
void for_children(const Parse& parse, uint32_t i, Take take) {
  for (uint32_t at = parse.child_begin[i]; at < parse.child_begin[i + 1]; ++at) {
    take(parse.children[at]);
  }
}

bool before_noun(Relation relation) {
  return relation == Relation::kNummod || relation == Relation::kDet ||
         relation == Relation::kAmod || relation == Relation::kCompound ||
         relation == Relation::kNmod;
}

}  // namespace

uint32_t TollClause::counted_by(const Quantity& quantity) const {
  const uint32_t number = quantity.number;
  const uint32_t head = word(number).head;
  if (head == kNoHead || !before_noun(word(number).relation)) return number;
  // "Titalls separatister": an amount hangs before its noun as a nominal does.
  if (word(number).relation == Relation::kNmod && (head < number || !is_bare(quantity, number))) {
    return number;
  }
  const Upos upos = word(head).upos;
  if (upos == Upos::kVerb || upos == Upos::kSym) return number;
  const bool participle = word(head).relation == Relation::kAmod && word(head).head != kNoHead &&
                          head < word(head).head && upos == Upos::kAdj &&
                          !entry(head, TollCounts::kItself);
  return participle ? word(head).head : head;
}

TollFinding TollClause::find(const Quantity& quantity, uint32_t noun) const {
  if (const auto found = entry(noun, TollCounts::kItself)) return found;
  if (const auto found = on_number(quantity)) return found;
  if (const auto found = modifying(quantity, noun)) return found;
  if (const auto found = governing(quantity, noun)) return found;
  if (const auto found = predicated(noun)) return found;
  if (const auto found = following(quantity)) return found;
  return figure(noun);
}

TollFinding TollClause::entry(uint32_t token, TollCounts counts) const {
  return {words_.find(analysis_, token, counts), token};
}

bool TollClause::has_child(uint32_t i, Relation relation) const {
  bool found = false;
  for_children(parse_, i, [&](uint32_t child) { found |= word(child).relation == relation; });
  return found;
}

bool TollClause::has_own_number(uint32_t i) const {
  bool found = false;
  for_children(parse_, i, [&](uint32_t child) {
    found |= word(child).relation == Relation::kNummod || word(child).upos == Upos::kNum;
  });
  return found;
}

// A participle that may stand for a passive: "er drept", "såret", "killed in an ambush".
bool TollClause::may_be_done_to_subject(uint32_t verb) const {
  if (is_passive(parse_, verb)) return true;
  if (has_child(verb, Relation::kObj)) return false;
  if (has_child(verb, Relation::kCop)) return true;
  if (has_child(verb, Relation::kAux)) return false;
  return word(verb).upos == Upos::kAdj || feature(word(verb).feats, "VerbForm") == "Part" ||
         words_.find(analysis_, verb, TollCounts::kItself) != nullptr;
}

// A word that says what somebody is ("dead") or has undergone ("killed").
TollFinding TollClause::undergone(uint32_t token) const {
  if (has_child(token, Relation::kObj)) return {};
  if (const auto found = entry(token, TollCounts::kItself)) return found;
  const auto found = entry(token, TollCounts::kObject);
  return found && may_be_done_to_subject(token) ? found : TollFinding{};
}

// No preposition but the quantity's own qualifier ("over hundre").
bool TollClause::is_bare(const Quantity& quantity, uint32_t noun) const {
  bool bare = true;
  for_children(parse_, noun, [&](uint32_t child) {
    const bool own = child >= quantity.first && child < quantity.last;
    bare &= word(child).relation != Relation::kCase || own;
  });
  return bare;
}

// "80 injured", where the tree hangs the number on the participle.
TollFinding TollClause::on_number(const Quantity& quantity) const {
  const uint32_t head = word(quantity.number).head;
  if (head == kNoHead || !before_noun(word(quantity.number).relation)) return {};
  if (head < quantity.number) return {};
  return undergone(head);
}

// Whether a verb has the noun in the part of the clause that it counts.
TollFinding TollClause::in_clause(const Quantity& quantity, uint32_t verb, uint32_t noun) const {
  const auto object = entry(verb, TollCounts::kObject);
  const auto subject = entry(verb, TollCounts::kSubject);
  const auto oblique = entry(verb, TollCounts::kOblique);
  if (!object && !subject && !oblique) return {};
  for (const auto& filler : fillers_of(analysis_, lexicon_, verb)) {
    if (filler.word != noun) continue;
    if (filler.preposition != kNoHead) {
      const bool own = filler.preposition >= quantity.first && filler.preposition < quantity.last;
      if (!own && oblique) return oblique;
      continue;
    }
    const bool is_subject = filler.slot == Slot::kSubject;
    if (is_subject && subject) return subject;
    if (is_subject && object && may_be_done_to_subject(verb)) return object;
    if (object && (filler.slot == Slot::kObject || filler.slot == Slot::kIndirect)) return object;
  }
  // An object or subject that the parser took for an adverbial, without a preposition.
  const Relation relation = word(noun).relation;
  const bool adverbial = word(noun).head == verb && is_bare(quantity, noun) &&
                         (relation == Relation::kObl || relation == Relation::kNmod);
  if (!adverbial) return {};
  return noun < verb && subject ? subject : object;
}

// "15 people killed in …", "15 people who died", "sju soldater bortført".
TollFinding TollClause::modifying(const Quantity& quantity, uint32_t noun) const {
  TollFinding finding;
  for_children(parse_, noun, [&](uint32_t child) {
    if (finding) return;
    const Relation relation = word(child).relation;
    if (relation == Relation::kXcomp || relation == Relation::kAmod || relation == Relation::kAcl) {
      finding = undergone(child);
    }
    if (!finding && (relation == Relation::kAcl || relation == Relation::kAclRelcl ||
                     relation == Relation::kAmod)) {
      finding = in_clause(quantity, child, noun);
    }
  });
  return finding;
}

// The verb above the noun; of coordinated nouns the verb above the first.
TollFinding TollClause::governing(const Quantity& quantity, uint32_t noun) const {
  uint32_t at = noun;
  for (int step = 0; step < kHighest && word(at).head != kNoHead; ++step) {
    const uint32_t governor = word(at).head;
    if (const auto finding = in_clause(quantity, governor, at)) return finding;
    const Relation relation = word(at).relation;
    if (relation == Relation::kConj) {
      if (step == 0 && has_predicate_of_its_own(noun)) return {};
    } else if (relation == Relation::kNmod || relation == Relation::kAppos) {
      if (const auto finding = entry(governor, TollCounts::kItself)) return finding;
      if (word(governor).head != kNoHead) {  // "took the lives of 20"
        if (const auto finding = entry(word(governor).head, TollCounts::kOblique)) return finding;
      }
    } else if (relation != Relation::kXcomp) {
      return {};
    }
    at = governor;
  }
  return {};
}

bool TollClause::has_predicate_of_its_own(uint32_t noun) const {
  return has_child(noun, Relation::kAcl) || has_child(noun, Relation::kCop);
}

// "15 were found dead", "left nine dead", "48 are listed as missing": what is said of the subject
// or object beside the verb.
TollFinding TollClause::predicated(uint32_t noun) const {
  const uint32_t verb = word(noun).head;
  if (verb == kNoHead) return {};
  const Relation relation = word(noun).relation;
  if (relation != Relation::kNsubj && relation != Relation::kNsubjPass &&
      relation != Relation::kObj && relation != Relation::kIobj) {
    return {};
  }
  if (has_child(verb, Relation::kCop) || is_passive(parse_, verb)) {
    if (const auto found = undergone(verb)) return found;
  }
  TollFinding finding;
  for_children(parse_, verb, [&](uint32_t child) {
    if (finding || child == noun || child < noun || has_own_number(child)) return;
    const Relation below = word(child).relation;
    const bool adjective = word(child).upos == Upos::kAdj || word(child).upos == Upos::kVerb;
    const bool predicate = below == Relation::kXcomp || below == Relation::kAdvcl ||
                           below == Relation::kAcl || below == Relation::kAdvmod ||
                           below == Relation::kObj || below == Relation::kConj;
    if (!predicate || !adjective || has_child(child, Relation::kNsubj)) return;
    if (below == Relation::kConj && relation != Relation::kNsubjPass) return;
    finding = undergone(child);
  });
  return finding;
}

// Right behind the number in its phrase, whatever the tree says: "two dozen hurt".
TollFinding TollClause::following(const Quantity& quantity) const {
  const auto& sentence = analysis_.text.sentences[analysis_.sentence_of(quantity.number)];
  const uint32_t end = std::min(sentence.last, quantity.last + kFarthest);
  for (uint32_t i = quantity.last; i < end; ++i) {
    if (const auto found = undergone(i)) return found;
    switch (word(i).upos) {
      case Upos::kAdj:
      case Upos::kNoun:
      case Upos::kPropn:
      case Upos::kAux:
      case Upos::kAdv:
        break;
      default:
        return {};
    }
  }
  return {};
}

// "The death toll rose to 35", "put the number of dead at 38".
TollFinding TollClause::figure(uint32_t number) const {
  uint32_t at = number;
  for (int step = 0; step < kHighest && word(at).head != kNoHead; ++step) {
    at = word(at).head;
    auto finding = entry(at, TollCounts::kFigure);
    if (finding && finding.entry->kind.empty()) {
      if (const auto kind = below_figure(at)) finding = kind;
    }
    if (!finding && word(at).upos != Upos::kNum) {
      for_children(parse_, at, [&](uint32_t child) {
        if (finding || child == number) return;
        finding = entry(child, TollCounts::kFigure);
        if (finding) {
          if (const auto kind = below_figure(child)) finding = kind;
        } else if (has_figure(child)) {
          finding = entry(child, TollCounts::kItself);
        }
      });
    }
    if (finding) return finding.entry->kind.empty() ? TollFinding{} : finding;
    if (word(at).upos == Upos::kVerb) return {};
  }
  return {};
}

bool TollClause::has_figure(uint32_t i) const {
  bool found = false;
  for_children(parse_, i, [&](uint32_t child) {
    found |= static_cast<bool>(entry(child, TollCounts::kFigure));
  });
  return found;
}

// "The number of wounded": what a figure counts stands below it.
TollFinding TollClause::below_figure(uint32_t figure) const {
  TollFinding finding;
  for_children(parse_, figure, [&](uint32_t child) {
    if (!finding) finding = entry(child, TollCounts::kItself);
    if (!finding) finding = modifying({}, child);
  });
  return finding;
}

}  // namespace varde
