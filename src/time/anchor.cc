#include "time/anchor.h"

#include <optional>

#include "syntax/children.h"
#include "time/calendar.h"

namespace varde {
namespace {

constexpr int kHighestClimb = 64;
constexpr int kDeepestPhrase = 6;        // nouns between an expression and the verb that it dates
constexpr int64_t kDayLike = 7;          // days; a longer interval belongs to the noun it hangs on
constexpr int64_t kMonthLike = 31;       // days; the order of words says no more about a longer one
constexpr uint32_t kNearInTheText = 12;  // tokens
constexpr uint32_t kComplement = 3;      // tokens to an infinitive that completes its verb

bool is_verbal(const Parse& parse, uint32_t word) {
  const Upos upos = parse.words[word].upos;
  return upos == Upos::kVerb || upos == Upos::kAux;
}

// Also a participle that a tagger takes for an adjective: "vart skoten".
bool is_predicate(const Parse& parse, uint32_t word) {
  return is_verbal(parse, word) || feature(parse.words[word].feats, "VerbForm") == "Part";
}

bool is_subject(Relation relation) {
  return relation == Relation::kNsubj || relation == Relation::kNsubjPass;
}

// Relations that hold a clause together from below: what hangs by another one is a clause apart.
bool is_phrasal(Relation relation) {
  switch (relation) {
    case Relation::kAcl:
    case Relation::kAclRelcl:
    case Relation::kAdvcl:
    case Relation::kCcomp:
    case Relation::kConj:
    case Relation::kCsubj:
    case Relation::kCsubjPass:
    case Relation::kParataxis:
    case Relation::kXcomp:
      return false;
    default:
      return true;
  }
}

bool has_subject(const Parse& parse, uint32_t word) {
  return has_child(parse, word, Relation::kNsubj) || has_child(parse, word, Relation::kNsubjPass);
}

// "had taken": before whatever the clause above tells of.
bool is_pluperfect(const Parse& parse, uint32_t word) {
  return feature(parse.words[word].feats, "VerbForm") == "Part" &&
         has_child(parse, word, Relation::kAux, "Past");
}

// An infinitive with no auxiliary: "let them go", not "they would go".
bool is_infinitive(const Parse& parse, uint32_t word) {
  return feature(parse.words[word].feats, "VerbForm") == "Inf" &&
         !has_child(parse, word, Relation::kAux);
}

// In the present tense or the perfect.
bool is_present(const Parse& parse, uint32_t word) {
  return feature(parse.words[word].feats, "Tense") == "Pres" ||
         has_child(parse, word, Relation::kAux, "Pres") ||
         has_child(parse, word, Relation::kAuxPass, "Pres") ||
         has_child(parse, word, Relation::kCop, "Pres");
}

// "since fighting erupted in May": such a clause hangs on a word outside the expression.
bool is_clause(const TimeExpression& one) { return one.head < one.first || one.head >= one.last; }

// The verb of the clause that an expression opens ("two days after" in "two days after the bomb
// fell"), which it dates whatever the parser hung it on.
uint32_t opened_clause(const Parse& parse, const TimeExpression& one) {
  if (is_clause(one)) return kNoHead;
  const Word& last = parse.words[one.last - 1];
  if (last.head == kNoHead || last.head < one.last) return kNoHead;
  if (parse.words[last.head].relation == Relation::kAdvcl) return last.head;
  return last.relation == Relation::kMark && is_verbal(parse, last.head) ? last.head : kNoHead;
}

// How many edges lie between an expression and `word`, when only phrases lie between.
std::optional<int> edges_below(const Parse& parse, const TimeExpression& one, uint32_t word) {
  if (const uint32_t opened = opened_clause(parse, one); opened != kNoHead) {
    return opened == word ? std::optional<int>(0) : std::nullopt;
  }
  if (is_clause(one)) return one.head == word ? std::optional<int>(kDeepestPhrase) : std::nullopt;
  const bool day_like = !one.interval || one.opens || days_in(*one.interval) <= kDayLike;
  int edges = 0;
  for (uint32_t at = one.head; at != word; ++edges) {
    if (at == kNoHead || edges > kDeepestPhrase || (edges > 0 && !day_like)) return std::nullopt;
    const Relation relation = parse.words[at].relation;
    const bool apart = edges > 0 ? is_verbal(parse, at) || !is_phrasal(relation)
                                 : relation == Relation::kConj && is_verbal(parse, at);
    if (apart) return std::nullopt;
    if (is_verbal(parse, word)) {
      // What the time belongs to, and a subject that holds its time within, do not hand it on.
      if (relation == Relation::kNmodPoss) return std::nullopt;
      if (is_subject(relation) && edges == 0) return std::nullopt;
    }
    at = parse.words[at].head;
  }
  return edges;
}

uint32_t distance(uint32_t a, uint32_t b) { return a > b ? a - b : b - a; }

// Which expressions a search looks at.
struct Search {
  const Times& times;
  const Parse& parse;
  uint32_t from;             // the word that asks
  bool until;                // those that only say how long something lasts, or the others
  bool only_before = false;  // in the clause above a conjunct, what stands before the conjunct
};

bool counts(const Search& search, const TimeExpression& one, uint32_t word) {
  return one.until == search.until &&
         search.parse.sentence_of[one.head] == search.parse.sentence_of[word] &&
         !(search.only_before && one.first > search.from);
}

// The expression below `word`, the fewest edges away and then the nearest in the text.
const TimeExpression* below(const Search& search, uint32_t word) {
  const TimeExpression* best = nullptr;
  int best_edges = 0;
  for (const TimeExpression& one : search.times.expressions) {
    if (!counts(search, one, word)) continue;
    const auto edges = edges_below(search.parse, one, word);
    if (!edges || (best != nullptr && *edges > best_edges)) continue;
    if (best != nullptr && *edges == best_edges &&
        distance(one.head, search.from) >= distance(best->head, search.from)) {
      continue;
    }
    best = &one;
    best_edges = *edges;
  }
  return best;
}

// The time of a complement that has no subject of its own: "began to leave on Friday". Not one that
// lies ahead of a verb in the past: "promised to leave on Friday".
const TimeExpression* in_complement(const Search& search, uint32_t word) {
  const Parse& parse = search.parse;
  const auto& feats = parse.words[word].feats;
  const bool past = feature(feats, "Tense") == "Past" && feature(feats, "VerbForm") != "Part";
  for (uint32_t c = parse.child_begin[word]; c < parse.child_begin[word + 1]; ++c) {
    const uint32_t child = parse.children[c];
    const bool complement =
        parse.words[child].relation == Relation::kXcomp ||
        (parse.words[child].relation == Relation::kAdvcl &&
         feature(parse.words[child].feats, "VerbForm") == "Inf" && child - word <= kComplement);
    if (child < word || !complement || has_subject(parse, child)) continue;
    const TimeExpression* found = below(search, child);
    if (found == nullptr) continue;
    const auto& published = search.times.published;
    const bool ahead = found->interval && published && found->interval->end > published->end;
    if (!past || !ahead) return found;
  }
  return nullptr;
}

// The time of a later conjunct that has no subject of its own and the same tense: "downed tools and
// marched on Friday" is one day.
const TimeExpression* in_conjunct(const Search& search, uint32_t word) {
  const Parse& parse = search.parse;
  if (!is_predicate(parse, word)) return nullptr;
  const bool first = parse.words[word].relation != Relation::kConj;
  const uint32_t head = first ? word : parse.words[word].head;
  for (uint32_t c = parse.child_begin[head]; c < parse.child_begin[head + 1]; ++c) {
    const uint32_t child = parse.children[c];
    if (child <= word || parse.words[child].relation != Relation::kConj) continue;
    if (!is_predicate(parse, child) || has_subject(parse, child)) continue;
    if (is_present(parse, child) != is_present(parse, word)) continue;
    if (const TimeExpression* found = below(search, child)) return found;
  }
  return nullptr;
}

// Whether what `word` names happens with what its head names.
bool may_climb(const Parse& parse, uint32_t word) {
  const Word& self = parse.words[word];
  if (self.head == kNoHead) return false;
  if (is_pluperfect(parse, word) && !is_pluperfect(parse, self.head)) return false;
  switch (self.relation) {
    case Relation::kAclRelcl:
    case Relation::kParataxis:
      return false;
    case Relation::kCcomp:
      return is_infinitive(parse, word) || !has_subject(parse, word);
    case Relation::kAcl:
      return feature(self.feats, "VerbForm") != "Part";
    case Relation::kConj:
      return !is_present(parse, word) || is_present(parse, self.head);
    default:
      return true;
  }
}

const TimeExpression* climb(Search search, uint32_t word) {
  for (int climbed = 0; climbed < kHighestClimb; ++climbed) {
    if (const auto* found = below(search, word)) return found;
    if (climbed == 0) {
      if (const auto* found = in_complement(search, word)) return found;
      if (const auto* found = in_conjunct(search, word)) return found;
    }
    if (!may_climb(search.parse, word)) return nullptr;
    search.only_before |=
        search.parse.words[word].relation == Relation::kConj && is_verbal(search.parse, word);
    word = search.parse.words[word].head;
  }
  return nullptr;
}

// Whether no verb, mark or conjunction stands between two tokens, so that they can only belong to
// one clause.
bool is_one_stretch(const Parse& parse, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; ++i) {
    switch (parse.words[i].upos) {
      case Upos::kVerb:
      case Upos::kAux:
      case Upos::kPunct:
      case Upos::kSconj:
      case Upos::kCconj:
        return false;
      default:
        break;
    }
  }
  return true;
}

// Whether the order of the words alone makes an expression that of a verb: it stands behind the
// verb in the same stretch, right before it ("the council on Monday froze"), or opens the sentence
// whose main verb this is.
bool is_beside(const Parse& parse, const TimeExpression& one, uint32_t word) {
  if (one.first > word) {
    return one.first - word <= kNearInTheText && is_one_stretch(parse, word + 1, one.first);
  }
  if (one.last == word) return true;
  const Sentence& sentence = parse.text->sentences[parse.sentence_of[word]];
  const Word& self = parse.words[word];
  const bool main =
      self.head == kNoHead || (self.relation == Relation::kCcomp && self.head > word &&
                               parse.words[self.head].head == kNoHead);
  return main && one.first == sentence.first;
}

// The parser errs; the order of the words is then the better guide.
const TimeExpression* beside(const Search& search, uint32_t word) {
  const Parse& parse = search.parse;
  if (!is_verbal(parse, word) && parse.words[word].head != kNoHead) return nullptr;
  for (const TimeExpression& one : search.times.expressions) {
    if (!counts(search, one, word) || opened_clause(parse, one) != kNoHead) continue;
    if (parse.words[one.head].relation == Relation::kNmodPoss) continue;
    if (one.interval && !one.span && days_in(*one.interval) > kMonthLike) continue;
    const bool compound = one.last == one.first + 1 && is_subject(parse.words[one.head].relation);
    if (!compound && is_beside(parse, one, word)) return &one;
  }
  return nullptr;
}

}  // namespace

const TimeExpression* time_of(const Times& times, const Parse& parse, uint32_t word) {
  if (word >= parse.words.size()) return nullptr;
  for (const bool until : {false, true}) {
    const Search search{times, parse, word, until};
    if (const auto* found = climb(search, word)) return found;
    if (const auto* found = beside(search, word)) return found;
  }
  return nullptr;
}

}  // namespace varde
