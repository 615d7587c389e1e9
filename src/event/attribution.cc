#include "event/attribution.h"

#include <algorithm>

#include "entity/participant.h"
#include "event/slots.h"
#include "text/reporting.h"

namespace varde {
namespace {

constexpr int kHighest = 12;  // governors that are asked

}  // namespace

Attributions::Attributions(const Analysis& analysis, const SegmentationRules& rules,
                           const Lexicon& lexicon)
    : analysis_(analysis),
      lexicon_(lexicon),
      report_of_verb_(analysis.parse.words.size(), kNoHead) {
  find_reports(rules);
  reports_of_sentence_.resize(analysis.text.sentences.size());
  for (uint32_t i = 0; i < reports_.size(); ++i) {
    reports_of_sentence_[analysis.sentence_of(reports_[i].word)].push_back(i);
  }
}

void Attributions::find_reports(const SegmentationRules& rules) {
  const Text& text = analysis_.text;
  for (uint32_t i = 0; i < analysis_.form.size(); ++i) {
    const uint32_t end = text.sentences[analysis_.sentence_of(i)].last;
    if (reporting_length(rules, text, i, end) == 0) continue;
    const Word& word = analysis_.parse.words[i];
    if (word.relation == Relation::kCase || word.upos == Upos::kAdp) {
      add_phrase(i);
    } else if (word.upos == Upos::kVerb || word.upos == Upos::kAux) {
      add_verb(i);
    }
  }
}

Stance Attributions::stance_of(uint32_t verb) const {
  const auto lemma = analysis_.lemma[verb];
  if (lexicon_.set("confirm").contains(lemma)) return Stance::kConfirms;
  if (lexicon_.set("deny").contains(lemma)) return Stance::kDenies;
  if (lexicon_.set("doubt").contains(lemma)) return Stance::kDoubts;
  return Stance::kStates;
}

void Attributions::add_verb(uint32_t verb) {
  Report report{verb, true, {}};
  const Stance stance = stance_of(verb);
  for (const auto& filler : fillers_of(analysis_, lexicon_, verb)) {
    if (filler.slot != Slot::kSubject) continue;
    for (const uint32_t entity :
         participants_of(analysis_.entities, analysis_.parse, filler.word)) {
      report.sources.push_back({entity, stance});
    }
  }
  report_of_verb_[verb] = static_cast<uint32_t>(reports_.size());
  reports_.push_back(std::move(report));
}

void Attributions::add_phrase(uint32_t preposition) {
  const uint32_t noun = analysis_.parse.words[preposition].head;
  if (noun == kNoHead) return;
  Report report{noun, false, {}};
  for (const uint32_t entity : participants_of(analysis_.entities, analysis_.parse, noun)) {
    report.sources.push_back({entity, Stance::kStates});
  }
  if (!report.sources.empty()) reports_.push_back(std::move(report));
}

// A reporting verb that governs the clause of `head`, or hangs on it as an aside.
const Report* Attributions::in_clause(uint32_t head) const {
  const Parse& parse = analysis_.parse;
  uint32_t at = head;
  for (int step = 0; step < kHighest; ++step) {
    for (uint32_t i = parse.child_begin[at]; i < parse.child_begin[at + 1]; ++i) {
      const uint32_t child = parse.children[i];
      if (child == head || report_of_verb_[child] == kNoHead) continue;
      const Relation relation = parse.words[child].relation;
      if (relation == Relation::kParataxis || relation == Relation::kDiscourse) {
        return &reports_[report_of_verb_[child]];
      }
    }
    const uint32_t governor = parse.words[at].head;
    if (governor == kNoHead) return nullptr;
    const Relation relation = parse.words[at].relation;
    const bool clause = relation == Relation::kCcomp || relation == Relation::kXcomp ||
                        relation == Relation::kParataxis || relation == Relation::kObj ||
                        relation == Relation::kNsubjPass || relation == Relation::kCsubjPass;
    if (clause && report_of_verb_[governor] != kNoHead) return &reports_[report_of_verb_[governor]];
    at = governor;
  }
  return nullptr;
}

// A report in a sentence, outside the given tokens: "according to" phrases before verbs.
const Report* Attributions::in_sentence(uint32_t sentence, uint32_t not_first,
                                        uint32_t not_last) const {
  const Report* verb = nullptr;
  for (const uint32_t i : reports_of_sentence_[sentence]) {
    const Report& report = reports_[i];
    if (report.sources.empty()) continue;
    if (report.word >= not_first && report.word < not_last) continue;
    if (!report.verb) return &report;
    if (verb == nullptr) verb = &report;
  }
  return verb;
}

// The speaker of the quotation around `head`: who reports beside it, else beside another part of
// the same speech, else in the sentence before.
const Report* Attributions::of_quotation(uint32_t head) const {
  const auto& quotations = analysis_.text.quotations;
  const auto quotation = std::find_if(quotations.begin(), quotations.end(), [&](const auto& q) {
    return head >= q.first && head < q.last;
  });
  if (quotation == quotations.end()) return nullptr;
  const auto beside = [&](const Quotation& part) -> const Report* {
    for (const uint32_t token : {part.last, part.first}) {
      const uint32_t at =
          std::min<uint32_t>(token, static_cast<uint32_t>(analysis_.parse.words.size()) - 1);
      if (const auto* report = in_sentence(analysis_.sentence_of(at), part.first, part.last)) {
        return report;
      }
    }
    return in_sentence(analysis_.sentence_of(part.last - 1), part.first, part.last);
  };
  if (const auto* report = beside(*quotation)) return report;
  for (const auto& other : quotations) {
    if (&other == &*quotation || other.speech != quotation->speech) continue;
    if (const auto* report = beside(other)) return report;
  }
  const uint32_t sentence = analysis_.sentence_of(quotation->first);
  return sentence == 0 ? nullptr : in_sentence(sentence - 1, 0, 0);
}

std::vector<Attribution> Attributions::of(uint32_t head) const {
  const Report* report = in_clause(head);
  if (report == nullptr || report->sources.empty()) {
    if (const auto* quoted = of_quotation(head)) report = quoted;
  }
  if (report == nullptr || report->sources.empty()) {
    for (const uint32_t i : reports_of_sentence_[analysis_.sentence_of(head)]) {
      if (reports_[i].verb) continue;
      report = &reports_[i];
      break;
    }
  }
  return report == nullptr ? std::vector<Attribution>() : report->sources;
}

}  // namespace varde
