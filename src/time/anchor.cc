#include "time/anchor.h"

#include <cstdlib>
#include <optional>

namespace varde {
namespace {

constexpr int kHighestClimb = 64;
constexpr int kDeepestPhrase = 6;  // nouns between an expression and the verb that it dates

bool is_verbal(const Parse& parse, uint32_t word) {
  const Upos upos = parse.words[word].upos;
  return upos == Upos::kVerb || upos == Upos::kAux;
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

// How many edges lie between the head of an expression and `word`, when only phrases lie between.
std::optional<int> edges_below(const Parse& parse, uint32_t head, uint32_t word) {
  const bool verbal = is_verbal(parse, word);
  int edges = 0;
  for (uint32_t at = head; at != word; ++edges) {
    if (at == kNoHead || edges > kDeepestPhrase) return std::nullopt;
    const Relation relation = parse.words[at].relation;
    const bool own = edges > 0 && is_verbal(parse, at);  // the clause of another verb
    if (own || (!is_phrasal(relation) && parse.words[at].head != kNoHead && edges > 0)) {
      return std::nullopt;
    }
    if (relation == Relation::kConj && edges == 0 && is_verbal(parse, at)) return std::nullopt;
    if (verbal) {
      // The time of a subject or of what something belongs to is not that of the verb.
      const bool subject = relation == Relation::kNsubj || relation == Relation::kNsubjPass;
      if (relation == Relation::kNmodPoss || subject) return std::nullopt;
    }
    at = parse.words[at].head;
  }
  return edges;
}

uint32_t distance(uint32_t a, uint32_t b) { return a > b ? a - b : b - a; }

// The expression below `word`, the fewest edges away and then the nearest to `from` in the text. In
// the clause above a conjunct only what stands before the conjunct counts.
const TimeExpression* below(const Times& times, const Parse& parse, uint32_t word, uint32_t from,
                            bool only_before) {
  const TimeExpression* best = nullptr;
  int best_edges = 0;
  for (const TimeExpression& one : times.expressions) {
    if (parse.sentence_of[one.head] != parse.sentence_of[word]) continue;
    if (only_before && one.first > from) continue;
    const auto edges = edges_below(parse, one.head, word);
    if (!edges) continue;
    const bool nearer = best != nullptr && *edges == best_edges &&
                        distance(one.head, from) < distance(best->head, from);
    if (best != nullptr && *edges >= best_edges && !nearer) continue;
    best = &one;
    best_edges = *edges;
  }
  return best;
}

bool has_child(const Parse& parse, uint32_t word, Relation relation, std::string_view tense) {
  for (uint32_t c = parse.child_begin[word]; c < parse.child_begin[word + 1]; ++c) {
    const Word& child = parse.words[parse.children[c]];
    if (child.relation != relation) continue;
    if (tense.empty() || feature(child.feats, "Tense") == tense) return true;
  }
  return false;
}

bool has_subject(const Parse& parse, uint32_t word) {
  return has_child(parse, word, Relation::kNsubj, {}) ||
         has_child(parse, word, Relation::kNsubjPass, {});
}

// "had taken": before whatever the clause above tells of.
bool is_pluperfect(const Parse& parse, uint32_t word) {
  return feature(parse.words[word].feats, "VerbForm") == "Part" &&
         has_child(parse, word, Relation::kAux, "Past");
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
      return !has_subject(parse, word);
    case Relation::kAcl:
      return feature(self.feats, "VerbForm") != "Part";
    default:
      return true;
  }
}

}  // namespace

const TimeExpression* time_of(const Times& times, const Parse& parse, uint32_t word) {
  if (word >= parse.words.size()) return nullptr;
  const uint32_t from = word;
  bool only_before = false;
  for (int climbed = 0; climbed < kHighestClimb; ++climbed) {
    if (const auto* found = below(times, parse, word, from, only_before)) return found;
    if (!may_climb(parse, word)) return nullptr;
    only_before |= parse.words[word].relation == Relation::kConj && is_verbal(parse, word);
    word = parse.words[word].head;
  }
  return nullptr;
}

}  // namespace varde
