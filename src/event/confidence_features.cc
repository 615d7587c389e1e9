#include "event/confidence_features.h"

#include <algorithm>

#include "event/slots.h"

namespace varde {
namespace {

// Beyond these a number says no more.
constexpr size_t kMostConditions = 4;
constexpr size_t kMostChildren = 8;
constexpr uint32_t kMostSentences = 30;
constexpr uint32_t kMostWords = 60;

bool is_quoted(const Analysis& analysis, uint32_t word) {
  const auto& quotations = analysis.text.quotations;
  return std::any_of(quotations.begin(), quotations.end(), [word](const Quotation& quotation) {
    return word >= quotation.first && word < quotation.last;
  });
}

size_t children_of(const Parse& parse, uint32_t word) {
  return parse.child_begin[word + 1] - parse.child_begin[word];
}

}  // namespace

ConfidenceFeatures confidence_features(const Analysis& analysis, const Event& event) {
  const Parse& parse = analysis.parse;
  const Word& head = parse.words[event.head];
  const uint32_t sentence_number = analysis.sentence_of(event.head);
  const Sentence& sentence = analysis.text.sentences[sentence_number];
  const auto tense = feature(head.feats, "Tense");
  const auto numbers = [](auto... values) {
    static_assert(sizeof...(values) == kConfidenceFeatures);
    return ConfidenceFeatures{static_cast<float>(values)...};
  };
  return numbers(
      event.frame->type->number, event.frame->type->quad, event.entry->entry_class, event.status,
      event.actor.size(), event.recipient.size(), event.place.has_value(), event.date.has_value(),
      !event.according_to.empty(), sentence.kind, head.relation, head.upos,
      tense == "Past"   ? 2
      : tense == "Pres" ? 1
                        : 0,
      is_passive(parse, event.head), event.entry->words.size(),
      std::min(event.entry->conditions.size(), kMostConditions),
      std::min(sentence_number, kMostSentences),
      std::min(sentence.last - sentence.first, kMostWords), is_quoted(analysis, event.head),
      std::min(children_of(parse, event.head), kMostChildren));
}

std::array<std::string_view, kConfidenceFeatures> confidence_feature_names() {
  return {"event_type", "quad",     "entry_class", "status",     "actors",
          "recipients", "place",    "date",        "attributed", "sentence_kind",
          "relation",   "upos",     "tense",       "passive",    "words",
          "conditions", "sentence", "length",      "quoted",     "children"};
}

}  // namespace varde
