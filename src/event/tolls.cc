// Each quantity that a word of killing, wounding, … counts is a toll (toll_clause.h). Two kinds of
// figures take over what the toll before them counts: a part of it ("five of them children") and
// another source's figure for the same thing ("the police put it at 12").

#include "event/tolls.h"

#include <algorithm>

#include "entity/participant.h"
#include "entity/place.h"
#include "event/slots.h"
#include "event/toll_clause.h"
#include "time/anchor.h"

namespace varde {
namespace {

constexpr std::string_view kPeople = "people";
constexpr int kHighest = 5;        // governors that are asked for a source
constexpr uint32_t kPartNear = 3;  // tokens between a number and "of them"
constexpr double kConfidence = 0.7;
constexpr double kCausedConfidence = 0.8;
constexpr double kTakenOverConfidence = 0.6;

class TollCoding {
 public:
  TollCoding(const RecordWriter& writer, const TollWords& words, const Lexicon& lexicon,
             const Attributions& attributions, const std::vector<Event>& events)
      : writer_(writer),
        analysis_(writer.analysis()),
        parse_(analysis_.parse),
        words_(words),
        lexicon_(lexicon),
        clause_(analysis_, words, lexicon),
        attributions_(attributions),
        events_(events) {}

  std::vector<TollRecord> run() {
    for (const auto& quantity : analysis_.quantities) {
      if (counts_people(quantity)) consider(quantity);
    }
    return std::move(tolls_);
  }

 private:
  // A verb or noun that tells a figure, and the phrase that names who tells it.
  struct Telling {
    uint32_t word = kNoHead;
    uint32_t teller = kNoHead;
  };

  const Word& word(uint32_t i) const { return parse_.words[i]; }

  template <class Take>
  void for_children(uint32_t i, Take take) const {
    for (uint32_t at = parse_.child_begin[i]; at < parse_.child_begin[i + 1]; ++at) {
      take(parse_.children[at]);
    }
  }

  bool counts_people(const Quantity& quantity) const {
    if (quantity.percent || quantity.ordinal || quantity.share || quantity.high == 0) return false;
    const auto covers = [&](const auto& expression) {
      return quantity.number >= expression.first && quantity.number < expression.last;
    };
    const auto& times = analysis_.times;
    return std::none_of(times.expressions.begin(), times.expressions.end(), covers) &&
           std::none_of(times.durations.begin(), times.durations.end(), covers);
  }

  // One alone is a pronoun more often than a count: "no one", "all but one of them".
  static bool is_one(const Quantity& quantity) { return quantity.low == 1 && quantity.high == 1; }

  bool has_determiner(uint32_t number) const {
    return number > 0 && word(number - 1).upos == Upos::kDet &&
           analysis_.sentence_of(number) == analysis_.sentence_of(number - 1);
  }

  void consider(const Quantity& quantity) {
    const uint32_t noun = clause_.counted_by(quantity);
    if (is_one(quantity) && noun == quantity.number && has_determiner(noun)) return;
    if (is_part(quantity, noun)) {
      if (!is_one(quantity)) add_like_last(quantity, noun, last_word_);
      return;
    }
    if (const auto found = clause_.find(quantity, noun)) {
      return add(quantity, noun, found.entry->kind, found.entry->rule, found.word);
    }
    if (is_one(quantity)) return;
    if (is_beside_last(noun)) return add_like_last(quantity, noun, last_word_);
    if (const uint32_t told_by = rival_by(quantity, noun); told_by != kNoHead) {
      add_like_last(quantity, noun, told_by);
    }
  }

  bool follows_toll(uint32_t token, uint32_t sentences) const {
    return !tolls_.empty() && analysis_.sentence_of(token) <= last_sentence_ + sentences;
  }

  // "Seven of them officers", "among them 12 children".
  bool is_part(const Quantity& quantity, uint32_t noun) const {
    if (!follows_toll(noun, 0)) return false;
    if (noun != quantity.number && victims(noun).empty()) return false;
    const auto& sentence = analysis_.text.sentences[analysis_.sentence_of(noun)];
    const auto first = std::max(sentence.first + kPartNear, quantity.first) - kPartNear;
    for (uint32_t i = first; i < std::min(sentence.last, quantity.last + 1); ++i) {
      if (i >= quantity.first && i < quantity.last) continue;
      if (words_.find(analysis_, i, TollCounts::kPart) != nullptr) return true;
    }
    return false;
  }

  // "…, five children": victims without a counting word of their own beside a toll.
  bool is_beside_last(uint32_t noun) const {
    if (!follows_toll(noun, 0) || word(noun).head == kNoHead) return false;
    const Relation relation = word(noun).relation;
    const bool beside = relation == Relation::kAppos || relation == Relation::kConj ||
                        relation == Relation::kParataxis || relation == Relation::kNmod ||
                        relation == Relation::kNsubj || relation == Relation::kAdvcl;
    return beside && (!victims(noun).empty() || !group_of(word(noun).head).empty());
  }

  // Another figure for what was counted just before: the word that tells it, or kNoHead.
  uint32_t rival_by(const Quantity& quantity, uint32_t noun) const {
    if (noun != quantity.number || !follows_toll(noun, 1) || counts_a_thing(noun)) return kNoHead;
    return telling(noun).word;
  }

  // "From 7 o'clock": the number belongs to a noun that is nobody and no figure.
  bool counts_a_thing(uint32_t number) const {
    const uint32_t head = word(number).head;
    return head != kNoHead && word(head).upos == Upos::kNoun &&
           analysis_.entities.mention_of[head] == kNoMention &&
           words_.find(analysis_, head, TollCounts::kFigure) == nullptr;
  }

  // "The police speak of 12", "put the number at 12"; in "the police said 12, the hospital 15" the
  // hospital tells the second figure.
  Telling telling(uint32_t number) const {
    uint32_t at = number;
    uint32_t teller = kNoHead;
    for (int step = 0; step < kHighest && word(at).head != kNoHead; ++step) {
      if (word(at).relation == Relation::kConj && word(at).upos != Upos::kVerb) teller = at;
      at = word(at).head;
      if (word(at).upos != Upos::kVerb && word(at).upos != Upos::kAux) continue;
      if (!tells_figure(at)) continue;
      return {at, teller == kNoHead ? subject_of(at) : teller};
    }
    return {};
  }

  bool tells_figure(uint32_t verb) const {
    if (words_.find(analysis_, verb, TollCounts::kReports) != nullptr) return true;
    bool found = false;
    for_children(verb, [&](uint32_t child) {
      found |= words_.find(analysis_, child, TollCounts::kFigure) != nullptr;
    });
    return found;
  }

  uint32_t subject_of(uint32_t verb) const {
    for (const auto& filler : fillers_of(analysis_, lexicon_, verb)) {
      if (filler.slot == Slot::kSubject) return filler.word;
    }
    return kNoHead;
  }

  std::string_view group_of(uint32_t noun) const {
    return words_.group_of(analysis_, noun, lexicon_.compounding());
  }

  // The victims' category: of the counted noun, or of what the number is a part of.
  std::string_view victims(uint32_t noun) const {
    auto group = group_of(noun);
    for_children(noun, [&](uint32_t child) {
      const Relation relation = word(child).relation;
      const bool of =
          relation == Relation::kNmod || relation == Relation::kAppos || relation == Relation::kObl;
      if (group.empty() && of) group = group_of(child);
    });
    return group;
  }

  void add_like_last(const Quantity& quantity, uint32_t noun, uint32_t counting) {
    const TollRecord last = tolls_.back();
    add(quantity, noun, last.kind, last.rule, counting);
    TollRecord& toll = tolls_.back();
    toll.confidence = kTakenOverConfidence;
    if (toll.who == kPeople) toll.who = last.who;
    if (!toll.place) toll.place = last.place;
    if (!toll.date) toll.date = last.date;
  }

  // The head of the event that the event at `head` is a part of, or `head`.
  uint32_t standing_for(uint32_t head) const {
    for (const Event* event = event_at(events_, head); event != nullptr && event->part_of;) {
      head = *event->part_of;
      event = event_at(events_, head);
    }
    return head;
  }

  const Event* cause_of(uint32_t counting) const {
    constexpr int kMaterialConflict = 4;
    const uint32_t sentence = analysis_.sentence_of(counting);
    const Event* found = nullptr;
    const uint32_t head = standing_for(counting);
    for (const auto& event : events_) {
      if (!event.reported || analysis_.sentence_of(event.head) != sentence) continue;
      if (event.frame->type->quad != kMaterialConflict) continue;
      if (event.head == head) return &event;
      if (found == nullptr) found = &event;
    }
    return found;
  }

  void add(const Quantity& quantity, uint32_t noun, std::string_view kind, const std::string& rule,
           uint32_t counting) {
    TollRecord toll;
    toll.id = record_id("t", tolls_.size());
    toll.kind = std::string(kind);
    toll.low = quantity.low;
    toll.high = quantity.high;
    const auto group = victims(noun);
    toll.who = group.empty() ? kPeople : group;
    toll.confidence = kConfidence;
    if (const Event* cause = cause_of(counting)) {
      toll.event = RecordWriter::event_id(events_, *cause);
      toll.place = writer_.place(cause->place);
      toll.date = writer_.date(cause->date, cause->time);
      toll.confidence = kCausedConfidence;
    }
    if (!toll.place) toll.place = writer_.place(place_of(analysis_.entities, parse_, counting));
    if (!toll.date) {
      const auto* time = time_of(analysis_.times, parse_, counting);
      if (time != nullptr) toll.date = writer_.date(time->interval, time);
    }
    toll.according_to = writer_.sources(sources_of(quantity.number, noun, counting));
    toll.evidence = writer_.span(quantity.first, quantity.last);
    toll.rule = rule;
    tolls_.push_back(std::move(toll));
    last_sentence_ = analysis_.sentence_of(noun);
    last_word_ = counting;
  }

  // Who says it, or else who counts it.
  std::vector<Attribution> sources_of(uint32_t number, uint32_t noun, uint32_t counting) const {
    auto sources = attributions_.of(number);
    if (sources.empty()) sources = attributions_.of(counting);
    if (!sources.empty()) return sources;
    const uint32_t teller = telling(number).teller;
    const bool victims_themselves = teller == noun || teller == number;
    if (teller == kNoHead || victims_themselves) return sources;
    for (const uint32_t entity : participants_of(analysis_.entities, parse_, teller)) {
      sources.push_back({entity, Stance::kStates});
    }
    return sources;
  }

  const RecordWriter& writer_;
  const Analysis& analysis_;
  const Parse& parse_;
  const TollWords& words_;
  const Lexicon& lexicon_;
  const TollClause clause_;
  const Attributions& attributions_;
  const std::vector<Event>& events_;
  std::vector<TollRecord> tolls_;
  uint32_t last_sentence_ = kNoHead;
  uint32_t last_word_ = 0;
};

}  // namespace

std::vector<TollRecord> code_tolls(const RecordWriter& writer, const TollWords& words,
                                   const Lexicon& lexicon, const Attributions& attributions,
                                   const std::vector<Event>& events) {
  return TollCoding(writer, words, lexicon, attributions, events).run();
}

}  // namespace varde
