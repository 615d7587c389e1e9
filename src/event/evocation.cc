// How matching works. Every token is looked up, by lemma and by form, as the head of entries; in
// compounding languages a noun's last parts are looked up too. A candidate entry must then find its
// other words among the tokens near its head: those that hang on it in the tree without a clause
// between, those just beside it, and the noun that it modifies as a participle or relative clause.
// That finds "veto" in "Russland la mandag ned veto" as well as in "vetoet som Russland la ned",
// and survives many a wrong tree. Of all that matches, the most specific is taken first, and no
// token is used twice, so "declare war on" is not also "war".

#include "event/evocation.h"

#include <algorithm>
#include <array>

#include "entity/participant.h"
#include "event/headline.h"
#include "event/slots.h"

namespace varde {
namespace {

constexpr uint32_t kVerbWindow = 7;  // tokens behind a verb
constexpr uint32_t kNounWindow = 3;  // tokens on either side of a noun
constexpr int kDepth = 3;
constexpr size_t kMostNear = 64;
constexpr size_t kShortestPart = 4;  // bytes of a compound's last part

bool fits_class(EntryClass entry_class, Upos upos) {
  switch (entry_class) {
    case EntryClass::kVerb:
      return upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kAdj;
    case EntryClass::kNoun:
      return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kX;
    case EntryClass::kAdjective:
      return upos == Upos::kAdj || upos == Upos::kVerb || upos == Upos::kAdv || upos == Upos::kNoun;
    case EntryClass::kPhrase:
      return true;
  }
  return false;
}

bool opens_clause(Relation relation) {
  switch (relation) {
    case Relation::kCcomp:
    case Relation::kAdvcl:
    case Relation::kAclRelcl:
    case Relation::kParataxis:
    case Relation::kCsubj:
    case Relation::kConj:
      return true;
    default:
      return false;
  }
}

struct Candidate {
  Evocation evocation;
  size_t score = 0;
};

class Matcher {
 public:
  Matcher(const Analysis& analysis, const Lexicon& lexicon)
      : analysis_(analysis), parse_(analysis.parse), lexicon_(lexicon) {}

  std::vector<Evocation> run(bool with_blocking) {
    for (uint32_t i = 0; i < parse_.words.size(); ++i) look_up(i);
    return select(with_blocking);
  }

 private:
  void look_up(uint32_t head) {
    have_fillers_ = false;
    const auto lemma = analysis_.lemma[head];
    const auto form = analysis_.form[head];
    try_all(head, lemma);
    if (form != lemma) try_all(head, form);
    const Upos upos = parse_.words[head].upos;
    if (!lexicon_.compounding() || (upos != Upos::kNoun && upos != Upos::kPropn)) return;
    if (has_noun(lemma)) return;
    for (size_t at = 2; at + kShortestPart <= lemma.size(); ++at) {
      if ((static_cast<unsigned char>(lemma[at]) & 0xC0) == 0x80) continue;  // within a code point
      if (try_last_part(head, lemma.substr(at))) return;
    }
  }

  bool has_noun(std::string_view word) const {
    const auto& found = lexicon_.headed_by(word);
    return std::any_of(found.begin(), found.end(), [&](uint32_t i) {
      return lexicon_.entries()[i].entry_class == EntryClass::kNoun;
    });
  }

  // The longest part that the lexicon knows is what a compound is: a proposal ("forslag") is no
  // blow ("slag").
  bool try_last_part(uint32_t head, std::string_view part) {
    bool known = false;
    for (const uint32_t i : lexicon_.headed_by(part)) {
      const auto& entry = lexicon_.entries()[i];
      if (entry.entry_class != EntryClass::kNoun) continue;
      known = true;
      try_entry(head, entry, part.size());
    }
    return known;
  }

  void try_all(uint32_t head, std::string_view word) {
    for (const uint32_t i : lexicon_.headed_by(word)) {
      try_entry(head, lexicon_.entries()[i], word.size() + 1);
    }
  }

  void try_entry(uint32_t head, const LexiconEntry& entry, size_t matched) {
    const bool verb_of_headline =
        entry.entry_class == EntryClass::kVerb && is_headline_verb(analysis_, lexicon_, head);
    if (!verb_of_headline && !fits_class(entry.entry_class, parse_.words[head].upos)) return;
    Evocation evocation{&entry, head, {head}};
    const bool words = entry.entry_class == EntryClass::kPhrase ? match_phrase(entry, &evocation)
                                                                : match_others(entry, &evocation);
    if (!words) return;
    evocation.head = predicate_of(evocation);
    if (!holds_all(evocation)) return;
    std::sort(evocation.words.begin(), evocation.words.end());
    // A condition counts as a word, but words win a tie: "be om unnskyldning" over "be om" of an
    // actor.
    const size_t score = 1000 * entry.words.size() + 900 * entry.conditions.size();
    candidates_.push_back({std::move(evocation), score + std::min<size_t>(matched, 99)});
  }

  bool matches(const WordPattern& pattern, uint32_t token) const {
    return pattern.matches(analysis_.lemma[token], analysis_.form[token], lexicon_.compounding());
  }

  bool match_phrase(const LexiconEntry& entry, Evocation* evocation) const {
    const uint32_t first = evocation->head;
    const auto& sentence = analysis_.text.sentences[analysis_.sentence_of(first)];
    if (first + entry.words.size() > sentence.last) return false;
    for (uint32_t i = 1; i < entry.words.size(); ++i) {
      if (!matches(entry.words[i], first + i)) return false;
      evocation->words.push_back(first + i);
    }
    evocation->head = head_of_phrase(first, static_cast<uint32_t>(first + entry.words.size()));
    return true;
  }

  // The word of a phrase on which the others hang.
  uint32_t head_of_phrase(uint32_t first, uint32_t last) const {
    for (uint32_t i = first; i < last; ++i) {
      const uint32_t head = parse_.words[i].head;
      if (head == kNoHead || head < first || head >= last) {
        if (parse_.words[i].upos != Upos::kPunct) return i;
      }
    }
    return first;
  }

  bool match_others(const LexiconEntry& entry, Evocation* evocation) {
    if (entry.words.size() == 1) return true;
    gather_near(evocation->head, entry.entry_class);
    for (size_t i = 0; i < entry.words.size(); ++i) {
      if (i == entry.head) continue;
      const auto found = std::find_if(near_.begin(), near_.end(), [&](uint32_t token) {
        return matches(entry.words[i], token) &&
               !(i > entry.head && acts(evocation->head, token, entry.entry_class)) &&
               std::find(evocation->words.begin(), evocation->words.end(), token) ==
                   evocation->words.end();
      });
      if (found == near_.end()) return false;
      evocation->words.push_back(*found);
    }
    return true;
  }

  // "Are agreed on": the copula's own dependents hang on the predicate.
  uint32_t predicate_of(const Evocation& evocation) const {
    const Word& word = parse_.words[evocation.head];
    if (word.relation != Relation::kCop && word.relation != Relation::kAux) return evocation.head;
    const bool matched = std::find(evocation.words.begin(), evocation.words.end(), word.head) !=
                         evocation.words.end();
    return matched ? word.head : evocation.head;
  }

  // Words behind the verb of an entry are what it is done to: where it has an object, in "soldiers
  // took the village", they cannot be its subject.
  bool acts(uint32_t verb, uint32_t token, EntryClass entry_class) const {
    const Word& word = parse_.words[token];
    if (entry_class != EntryClass::kVerb || word.head != verb) return false;
    if (word.relation != Relation::kNsubj) return false;
    for (uint32_t at = parse_.child_begin[verb]; at < parse_.child_begin[verb + 1]; ++at) {
      if (parse_.words[parse_.children[at]].relation == Relation::kObj) return true;
    }
    return false;
  }

  void gather_near(uint32_t head, EntryClass entry_class) {
    near_.clear();
    gather_below(head, 0);
    const auto& sentence = analysis_.text.sentences[analysis_.sentence_of(head)];
    const bool noun = entry_class == EntryClass::kNoun;
    const uint32_t window = noun ? kNounWindow : kVerbWindow;
    const uint32_t end = std::min(sentence.last, head + 1 + window);
    for (uint32_t i = head + 1; i < end; ++i) near_.push_back(i);
    if (noun) {
      const uint32_t begin = std::max(sentence.first, head >= window ? head - window : 0);
      for (uint32_t i = begin; i < head; ++i) near_.push_back(i);
    }
    const Word& word = parse_.words[head];
    if (word.relation == Relation::kAmod || word.relation == Relation::kAcl ||
        word.relation == Relation::kAclRelcl) {
      near_.push_back(word.head);
    }
  }

  void gather_below(uint32_t head, int depth) {
    for (uint32_t at = parse_.child_begin[head]; at < parse_.child_begin[head + 1]; ++at) {
      const uint32_t child = parse_.children[at];
      if (opens_clause(parse_.words[child].relation) || near_.size() >= kMostNear) continue;
      near_.push_back(child);
      if (depth + 1 < kDepth) gather_below(child, depth + 1);
    }
  }

  bool holds_all(const Evocation& evocation) {
    const LexiconEntry& entry = *evocation.entry;
    const uint32_t head = evocation.head;
    if (entry.conditions.empty()) return true;
    if (!have_fillers_ || filled_head_ != head) {
      fillers_ = fillers_in_context(analysis_, lexicon_, head);
      filled_head_ = head;
      have_fillers_ = true;
    }
    return std::all_of(entry.conditions.begin(), entry.conditions.end(),
                       [&](const Condition& condition) { return holds(condition, evocation); });
  }

  bool holds(const Condition& condition, const Evocation& evocation) const {
    bool any = false;
    for (const auto& filler : fillers_) {
      if (!fills(analysis_, lexicon_, filler, condition.where) &&
          !is_object_of_particle(filler, condition.where, evocation)) {
        continue;
      }
      any = true;
      if (is_kind(filler.word, condition)) return true;
    }
    return condition.kind == ConditionKind::kNone && !any;
  }

  // A particle of the expression that is parsed as the preposition of its object.
  static bool is_object_of_particle(const Filler& filler, const RoleSlot& where,
                                    const Evocation& evocation) {
    return where.slot == Slot::kObject && filler.preposition != kNoHead &&
           std::find(evocation.words.begin(), evocation.words.end(), filler.preposition) !=
               evocation.words.end();
  }

  bool is_kind(uint32_t word, const Condition& condition) const {
    switch (condition.kind) {
      case ConditionKind::kNone:
        return false;
      case ConditionKind::kWord:
        return matches(condition.word, word) || stands_for(word, condition.word);
      case ConditionKind::kPlace:
        return is_place(word);
      default:
        break;
    }
    for (const uint32_t i : participants_of(analysis_.entities, parse_, word)) {
      if (is_participant_kind(analysis_.entities.entities[i], condition.kind)) return true;
    }
    return false;
  }

  // "The truce …, before it expires": a pronoun for a noun earlier in the sentence.
  bool stands_for(uint32_t pronoun, const WordPattern& pattern) const {
    if (parse_.words[pronoun].upos != Upos::kPron) return false;
    if (analysis_.entities.mention_of[pronoun] != kNoMention) return false;
    const uint32_t first = analysis_.text.sentences[analysis_.sentence_of(pronoun)].first;
    for (uint32_t noun = pronoun; noun-- > first;) {
      if (parse_.words[noun].upos == Upos::kNoun && matches(pattern, noun)) return true;
    }
    return false;
  }

  // A place, or a country or city that may stand for one.
  bool is_place(uint32_t word) const {
    const uint32_t mention = analysis_.entities.mention_of[word];
    if (mention == kNoMention) return lexicon_.set("place").contains(analysis_.lemma[word]);
    const auto type = analysis_.entities.entities[analysis_.entities.mentions[mention].entity].type;
    return type == EntityType::kPlace || type == EntityType::kCountry;
  }

  static bool has_sector(const Entity& entity, std::initializer_list<std::string_view> sectors) {
    return std::any_of(entity.sector.begin(), entity.sector.end(), [&](std::string_view sector) {
      return std::find(sectors.begin(), sectors.end(), sector) != sectors.end();
    });
  }

  static bool is_participant_kind(const Entity& entity, ConditionKind kind) {
    switch (kind) {
      case ConditionKind::kActor:
        return true;
      case ConditionKind::kForce:
        return entity.type == EntityType::kArmedGroup ||
               has_sector(entity, {"MIL", "REB", "COP", "PRM", "UAF", "SPY", "CRM"});
      case ConditionKind::kGovernment:
        return entity.type == EntityType::kCountry || has_sector(entity, {"GOV", "LEG", "JUD"});
      case ConditionKind::kPeople:
        return entity.type == EntityType::kPerson || entity.type == EntityType::kGroup;
      default:
        return false;
    }
  }

  static bool blocks(const Evocation& evocation) {
    const Frame* frame = evocation.entry->frame;
    return frame->type == nullptr && frame->record == RecordKind::kNone;
  }

  std::vector<Evocation> select(bool with_blocking) {
    // Of two that are equally specific, the one that blocks wins.
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) {
                       if (a.score != b.score) return a.score > b.score;
                       return blocks(a.evocation) && !blocks(b.evocation);
                     });
    std::vector<bool> used(parse_.words.size(), false);
    std::vector<Evocation> selected;
    for (auto& candidate : candidates_) {
      auto& evocation = candidate.evocation;
      if (std::any_of(evocation.words.begin(), evocation.words.end(),
                      [&](uint32_t token) { return used[token]; })) {
        continue;
      }
      for (const uint32_t token : evocation.words) used[token] = true;
      if (with_blocking || !blocks(evocation)) selected.push_back(std::move(evocation));
    }
    std::sort(selected.begin(), selected.end(),
              [](const Evocation& a, const Evocation& b) { return a.head < b.head; });
    return selected;
  }

  const Analysis& analysis_;
  const Parse& parse_;
  const Lexicon& lexicon_;
  std::vector<Candidate> candidates_;
  std::vector<uint32_t> near_;
  std::vector<Filler> fillers_;
  uint32_t filled_head_ = kNoHead;
  bool have_fillers_ = false;
};

}  // namespace

std::vector<Evocation> evocations(const Analysis& analysis, const Lexicon& lexicon,
                                  bool with_blocking) {
  return Matcher(analysis, lexicon).run(with_blocking);
}

}  // namespace varde
