#include "time/tense.h"

#include <string>
#include <unordered_set>

#include "base/utf8.h"
#include "syntax/children.h"

namespace varde {
namespace {

constexpr int kHighestClimb = 64;

bool is_any_of(const Parse& parse, const std::unordered_set<std::string>& set, uint32_t word) {
  return set.contains(to_lower(parse.words[word].lemma)) ||
         set.contains(to_lower(parse.form(word)));
}

// What the verb group of one word says.
struct Group {
  bool verbal = false;
  bool future = false;
  bool perfect = false;
  bool past = false;
  bool present = false;
  bool participle = false;  // one without an auxiliary, too
  bool infinitive = false;  // of an auxiliary: "to be held", "skal være drept"
  bool hearsay = false;     // "skal ha drept", "would have met"
};

void read_features(std::string_view feats, Group* group) {
  const auto tense = feature(feats, "Tense");
  const auto form = feature(feats, "VerbForm");
  if (form == "Inf" || form == "Ger") return;
  if (form == "Part") {
    group->participle = tense != "Pres";
  } else if (tense == "Past") {
    group->past = true;
  } else if (tense == "Pres") {
    group->present = true;
  }
}

void read_auxiliary(const Parse& parse, const TimeWords& words, uint32_t child, Group* group) {
  const bool participle = group->participle;
  const bool present = group->present;
  read_features(parse.words[child].feats, group);
  const bool perfect = participle && is_any_of(parse, words.perfect_auxiliaries, child);
  if (feature(parse.words[child].feats, "VerbForm") == "Inf") {
    group->infinitive = true;
    group->hearsay |= perfect;
  } else if (perfect && group->present && !present) {
    group->perfect = true;
  }
}

Group group_of(const Parse& parse, const TimeWords& words, uint32_t word) {
  Group group;
  const Word& self = parse.words[word];
  group.verbal = self.upos == Upos::kVerb || self.upos == Upos::kAux;
  if (group.verbal) read_features(self.feats, &group);
  for (uint32_t c = parse.child_begin[word]; c < parse.child_begin[word + 1]; ++c) {
    const uint32_t child = parse.children[c];
    const Relation relation = parse.words[child].relation;
    if (relation != Relation::kAux && relation != Relation::kAuxPass &&
        relation != Relation::kCop) {
      continue;
    }
    group.verbal = true;
    if (is_any_of(parse, words.future_auxiliaries, child)) group.future = true;
    read_auxiliary(parse, words, child, &group);
  }
  return group;
}

bool in_headline(const Parse& parse, uint32_t word) {
  const Sentence& sentence = parse.text->sentences[parse.sentence_of[word]];
  return sentence.kind == SentenceKind::kHeadline || sentence.kind == SentenceKind::kSubhead;
}

// What stands between an expression and the word that is asked for its tense.
enum class Via : uint8_t { kNothing, kNoun, kPhrase, kClause };

Via via_of(const Parse& parse, uint32_t word) {
  const Word& self = parse.words[word];
  if (self.upos == Upos::kVerb) return Via::kClause;
  const bool oblique = self.relation == Relation::kObl || self.relation == Relation::kNmod;
  return oblique && has_child(parse, word, Relation::kCase) ? Via::kPhrase : Via::kNoun;
}

// Whether the present tense of a word may well be no tense at all, or tell of the past.
bool is_doubtful_present(const Parse& parse, uint32_t word, Via via) {
  if (in_headline(parse, word) || via == Via::kNoun) return true;
  const Word& self = parse.words[word];
  if (self.upos == Upos::kNoun && !has_child(parse, word, Relation::kCase)) return true;
  if (self.relation != Relation::kAdvcl && self.relation != Relation::kAclRelcl) return false;
  uint32_t root = word;
  for (int climbed = 0; parse.words[root].head != kNoHead && climbed < kHighestClimb; ++climbed) {
    root = parse.words[root].head;
  }
  const Word& top = parse.words[root];
  return feature(top.feats, "Tense") == "Past" && feature(top.feats, "VerbForm") == "Fin";
}

Tense past(bool perfect) { return {Direction::kPast, false, perfect}; }
Tense future() { return {Direction::kFuture, false, false}; }

// The tense that a word gives to what hangs on it.
std::optional<Tense> judge(const Parse& parse, const TimeWords& words, uint32_t word, Via via) {
  const Group group = group_of(parse, words, word);
  const bool prospective = is_any_of(parse, words.prospective, word);
  if (prospective && (via == Via::kPhrase || via == Via::kClause)) return future();
  if (!group.verbal) return std::nullopt;
  if (group.hearsay) return past(true);
  if (group.future) return future();
  if (group.perfect) return past(true);
  if (prospective && group.participle && !group.past) return future();
  if (group.past) return past(false);
  if (group.present) {
    if (is_any_of(parse, words.reporting, word)) return past(false);
    if (is_doubtful_present(parse, word, via)) return Tense{};
    return Tense{Direction::kFuture, true, false};
  }
  if (group.participle && !group.infinitive) return past(false);
  return std::nullopt;
}

}  // namespace

Tense tense_of(const Parse& parse, const TimeWords& words, uint32_t word) {
  Via via = Via::kNothing;
  bool verb = false;
  uint32_t at = word;
  for (int climbed = 0; at != kNoHead && climbed < kHighestClimb; ++climbed) {
    // A numeral or noun that is itself the expression has a tense only as a predicate.
    const bool asked =
        climbed > 0 || parse.words[at].upos == Upos::kVerb || parse.words[at].head == kNoHead;
    if (asked) {
      if (const auto tense = judge(parse, words, at, via)) return *tense;
    }
    if (climbed > 0) {
      verb |= parse.words[at].upos == Upos::kVerb;
      via = via_of(parse, at);
    }
    at = parse.words[at].head;
  }
  return verb ? future() : Tense{};
}

}  // namespace varde
