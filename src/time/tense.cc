#include "time/tense.h"

#include <string>
#include <unordered_set>

#include "base/utf8.h"

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

// The direction that a word gives to what hangs on it. `direct`: the expression itself does;
// otherwise an infinitive or a noun stands between.
std::optional<Tense> judge(const Parse& parse, const TimeWords& words, uint32_t word, bool direct) {
  const Group group = group_of(parse, words, word);
  const bool prospective = is_any_of(parse, words.prospective, word);
  if (prospective && !direct) return Tense{Direction::kFuture, false, word};
  if (!group.verbal) return std::nullopt;
  if (group.future) {
    return Tense{group.hearsay ? Direction::kPast : Direction::kFuture, false, word};
  }
  if (group.perfect) return Tense{Direction::kPast, true, word};
  if (prospective && group.participle && !group.past) return Tense{Direction::kFuture, false, word};
  if (group.past) return Tense{Direction::kPast, false, word};
  if (group.present) {
    if (is_any_of(parse, words.reporting, word)) return Tense{Direction::kPast, false, word};
    if (in_headline(parse, word)) return Tense{Direction::kUnknown, false, word};
    return Tense{Direction::kFuture, false, word};
  }
  if (group.participle && !group.infinitive) return Tense{Direction::kPast, false, word};
  return std::nullopt;
}

}  // namespace

Tense tense_of(const Parse& parse, const TimeWords& words, uint32_t word) {
  bool direct = true;
  bool verb = false;
  uint32_t at = word;
  for (int climbed = 0; at != kNoHead && climbed < kHighestClimb; ++climbed) {
    // A numeral or noun that is itself the expression has no tense of its own.
    if (climbed > 0 || parse.words[at].upos == Upos::kVerb) {
      if (const auto tense = judge(parse, words, at, direct)) return *tense;
      verb |= parse.words[at].upos == Upos::kVerb;
      direct = false;
    } else if (const auto tense = judge(parse, words, at, true);
               tense && parse.words[at].head == kNoHead) {
      return *tense;
    }
    at = parse.words[at].head;
  }
  return Tense{verb ? Direction::kFuture : Direction::kUnknown, false, kNoHead};
}

}  // namespace varde
