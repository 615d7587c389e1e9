#include "event/headline.h"

#include <algorithm>

namespace varde {
namespace {

constexpr uint32_t kLongestHeadline = 20;  // tokens

bool is_nominal(Upos upos) { return upos == Upos::kNoun || upos == Upos::kPropn; }

const Sentence& sentence_around(const Analysis& analysis, uint32_t word) {
  return analysis.text.sentences[analysis.sentence_of(word)];
}

// A title or sub-head, or a line of its own that ends without a full stop.
bool is_headline(const Analysis& analysis, const Sentence& sentence) {
  if (sentence.last - sentence.first > kLongestHeadline || sentence.last <= sentence.first) {
    return false;
  }
  if (analysis.parse.words[sentence.last - 1].upos == Upos::kPunct) return false;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Word& word = analysis.parse.words[i];
    const bool verbal = word.upos == Upos::kVerb || word.upos == Upos::kAux;
    if (verbal && feature(word.feats, "VerbForm") == "Fin") return false;
  }
  return true;
}

bool is_verb_in(const Lexicon& lexicon, std::string_view form) {
  const auto& entries = lexicon.headed_by(form);
  return std::any_of(entries.begin(), entries.end(), [&](uint32_t entry) {
    return lexicon.entries()[entry].entry_class == EntryClass::kVerb;
  });
}

// Behind a noun or name and not last: "rebels seize town", but neither "rebel seizure" nor the
// first word.
bool may_be_verb(const Analysis& analysis, const Lexicon& lexicon, const Sentence& sentence,
                 uint32_t word) {
  if (word <= sentence.first || word + 1 >= sentence.last) return false;
  if (!is_nominal(analysis.parse.words[word].upos)) return false;
  const Upos before = analysis.parse.words[word - 1].upos;
  const bool behind_comma = before == Upos::kPunct && word >= sentence.first + 3;
  if (!is_nominal(before) && before != Upos::kNum && !behind_comma) return false;
  return is_verb_in(lexicon, analysis.form[word]);
}

bool inflected(const Analysis& analysis, uint32_t word) {
  return analysis.form[word] != analysis.lemma[word];
}

// The verb of the headline: the first inflected candidate, or else the first.
uint32_t verb_of(const Analysis& analysis, const Lexicon& lexicon, const Sentence& sentence) {
  uint32_t found = kNoHead;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (!may_be_verb(analysis, lexicon, sentence, i)) continue;
    if (analysis.parse.words[i - 1].upos == Upos::kPunct) continue;
    if (inflected(analysis, i)) return i;
    if (found == kNoHead) found = i;
  }
  return found;
}

}  // namespace

bool is_headline_verb(const Analysis& analysis, const Lexicon& lexicon, uint32_t word) {
  if (!is_nominal(analysis.parse.words[word].upos)) return false;
  const Sentence& sentence = sentence_around(analysis, word);
  if (!is_headline(analysis, sentence) || !may_be_verb(analysis, lexicon, sentence, word)) {
    return false;
  }
  const uint32_t verb = verb_of(analysis, lexicon, sentence);
  if (word == verb) return true;
  // "…, kill dozens": a second verb behind a comma.
  return verb != kNoHead && word > verb && analysis.parse.words[word - 1].upos == Upos::kPunct;
}

std::vector<Filler> fillers_in_context(const Analysis& analysis, const Lexicon& lexicon,
                                       uint32_t head) {
  if (!is_headline_verb(analysis, lexicon, head)) return fillers_of(analysis, lexicon, head);
  const Sentence& sentence = sentence_around(analysis, head);
  const uint32_t verb = verb_of(analysis, lexicon, sentence);
  std::vector<Filler> fillers;
  for (uint32_t i = sentence.first; i < std::min(verb, head); ++i) {
    if (is_nominal(analysis.parse.words[i].upos)) fillers.push_back({Slot::kSubject, kNoHead, i});
  }
  uint32_t preposition = kNoHead;
  for (uint32_t i = head + 1; i < sentence.last; ++i) {
    const Upos upos = analysis.parse.words[i].upos;
    if (upos == Upos::kPunct) break;
    if (upos == Upos::kAdp) preposition = i;
    if (!is_nominal(upos) && upos != Upos::kAdj) continue;
    if (preposition == kNoHead) {
      fillers.push_back({Slot::kObject, kNoHead, i});
    } else {
      fillers.push_back({std::nullopt, preposition, i});
    }
  }
  return fillers;
}

}  // namespace varde
