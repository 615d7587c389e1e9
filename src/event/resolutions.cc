#include "event/resolutions.h"

#include <algorithm>
#include <array>

#include "entity/participant.h"
#include "event/slots.h"

namespace varde {
namespace {

constexpr std::array<std::string_view, 5> kStages = {"drafted", "tabled", "adopted", "failed",
                                                     "vetoed"};

constexpr uint32_t kBetweenCounts = 3;  // tokens in "56 votes to 41"

class ResolutionCoding {
 public:
  ResolutionCoding(const RecordWriter& writer, const Lexicon& lexicon, const Terms& terms,
                   const std::vector<Event>& events)
      : writer_(writer),
        analysis_(writer.analysis()),
        lexicon_(lexicon),
        terms_(terms),
        events_(events) {}

  std::vector<ResolutionRecord> run() {
    const auto& sentences = analysis_.text.sentences;
    for (uint32_t i = 0; i < sentences.size(); ++i) read_sentence(i);
    std::erase_if(records_, [](const ResolutionRecord& record) {
      return record.body.empty() || record.state.empty();
    });
    for (size_t i = 0; i < records_.size(); ++i) records_[i].id = record_id("r", i);
    return std::move(records_);
  }

 private:
  // A sentence speaks of a resolution when it names one, or when a body votes in it.
  void read_sentence(uint32_t number) {
    const auto& sentence = analysis_.text.sentences[number];
    const auto named = terms_.find(analysis_, "resolution", sentence.first, sentence.last);
    std::vector<const Event*> acts;
    for (const auto& event : events_) {
      if (event.head >= sentence.first && event.head < sentence.last &&
          event.frame->record == RecordKind::kResolution) {
        acts.push_back(&event);
      }
    }
    const bool votes = std::any_of(acts.begin(), acts.end(), [](const Event* event) {
      return event->frame->state == "vetoed";
    });
    if (named.empty() && !votes && !(is_about_vote(sentence) && !records_.empty())) return;
    ResolutionRecord& record = record_for(sentence);
    if (record.subject.empty() && !named.empty()) record.subject = subject_of(named[0].last - 1);
    for (const auto& match : named) add_sponsors(match.last - 1, &record);
    for (const Event* event : acts) add_act(*event, &record);
    read_votes(sentence, &record);
  }

  bool is_about_vote(const Sentence& sentence) const {
    return !terms_.find(analysis_, "in_favour", sentence.first, sentence.last).empty() ||
           !terms_.find(analysis_, "abstained", sentence.first, sentence.last).empty();
  }

  ResolutionRecord& record_for(const Sentence& sentence) {
    const auto bodies = terms_.find(analysis_, "body", sentence.first, sentence.last);
    if (!bodies.empty()) {
      for (auto& record : records_) {
        if (record.body == bodies[0].value) return record;
        if (record.body.empty()) {
          record.body = std::string(bodies[0].value);
          return record;
        }
      }
    } else if (!records_.empty()) {
      return records_.back();
    }
    ResolutionRecord record;
    record.body = bodies.empty() ? body_of_document() : std::string(bodies[0].value);
    record.evidence = writer_.sentence_of(sentence.first);
    records_.push_back(std::move(record));
    return records_.back();
  }

  // The first body that the article names at all.
  std::string body_of_document() const {
    const auto size = static_cast<uint32_t>(analysis_.parse.words.size());
    const auto bodies = terms_.find(analysis_, "body", 0, size);
    return bodies.empty() ? std::string() : std::string(bodies[0].value);
  }

  // The words that hang on the noun: "on a ceasefire in Aleppo".
  std::string subject_of(uint32_t noun) const {
    const Parse& parse = analysis_.parse;
    const auto& sentence = analysis_.text.sentences[analysis_.sentence_of(noun)];
    uint32_t first = kNoHead;
    uint32_t last = noun + 1;
    for (uint32_t i = noun + 1; i < sentence.last; ++i) {
      uint32_t at = i;
      while (at > noun && parse.words[at].head != kNoHead && parse.words[at].head != noun) {
        at = parse.words[at].head;
      }
      if (parse.words[at].head != noun || at == noun) break;
      if (first == kNoHead) first = i;
      last = i + 1;
    }
    return first == kNoHead ? std::string() : std::string(analysis_.text.covered(first, last));
  }

  void add_act(const Event& event, ResolutionRecord* record) const {
    const std::string_view state =
        event.status == Status::kActual ? std::string_view(event.frame->state) : "tabled";
    const int stage = stage_of(kStages, state);
    if (event.frame->state == "vetoed" && event.status == Status::kActual) {
      add(writer_.actors(event.actor), &record->vetoed_by);
    } else if (stage_of(kStages, event.frame->state) <= stage_of(kStages, "tabled")) {
      add(writer_.actors(event.actor), &record->sponsors);
    }
    if (stage <= stage_of(kStages, record->state)) return;
    record->state = std::string(state);
    record->rule = event.entry->rule;
    record->confidence = event.confidence;
    record->evidence = writer_.sentence_of(event.head);
    if (event.date) record->date = writer_.date(event.date, event.time);
  }

  // "A French resolution", "Russia's draft"; the body itself is no sponsor.
  void add_sponsors(uint32_t noun, ResolutionRecord* record) const {
    std::vector<Role> roles;
    for (const auto& filler : fillers_of(analysis_, lexicon_, noun)) {
      const bool sponsors = filler.slot == Slot::kAdjective || filler.slot == Slot::kGenitive ||
                            fills(analysis_, lexicon_, filler, {Slot::kBy, {}});
      if (!sponsors || !terms_.find(analysis_, "body", filler.word, filler.word + 1).empty())
        continue;
      for (const uint32_t entity :
           participants_of(analysis_.entities, analysis_.parse, filler.word)) {
        const bool states = analysis_.entities.entities[entity].country != "UNO";
        if (states) roles.push_back({entity, filler.word, Certainty::kStated});
      }
    }
    add(writer_.actors(roles), &record->sponsors);
  }

  static void add(std::vector<Actor> actors, std::vector<Actor>* to) {
    for (auto& actor : actors) to->push_back(std::move(actor));
    remove_repeated(to);
  }

  // "Eleven voted in favour, two against": each count belongs to the nearest word of voting behind
  // it.
  void read_votes(const Sentence& sentence, ResolutionRecord* record) const {
    if (read_result(sentence, record)) return;
    read_vote(sentence, "in_favour", &record->in_favour);
    read_vote(sentence, "against", &record->against);
    read_vote(sentence, "abstained", &record->abstained);
  }

  // "By 56 votes to 41", "med 82 mot 25 stemmer": two counts with a word of opposition between them
  // and the word for votes behind one of them.
  bool read_result(const Sentence& sentence, ResolutionRecord* record) const {
    const auto& quantities = analysis_.quantities;
    for (size_t i = 0; i + 1 < quantities.size(); ++i) {
      const Quantity& yes = quantities[i];
      const Quantity& no = quantities[i + 1];
      if (yes.first < sentence.first || no.last > sentence.last || !yes.low || !no.low) continue;
      if (no.first > yes.last + kBetweenCounts) continue;
      if (terms_.find(analysis_, "versus", yes.last, no.first).empty()) continue;
      const uint32_t end = std::min(sentence.last, no.last + 1);
      if (terms_.find(analysis_, "vote", yes.last, end).empty()) continue;
      if (!record->in_favour) record->in_favour = yes.low;
      if (!record->against) record->against = no.low;
      read_vote(sentence, "abstained", &record->abstained);
      return true;
    }
    return false;
  }

  void read_vote(const Sentence& sentence, std::string_view term_class,
                 std::optional<int64_t>* to) const {
    constexpr uint32_t kFarthest = 6;  // tokens
    for (const auto& match : terms_.find(analysis_, term_class, sentence.first, sentence.last)) {
      const Quantity* nearest = nullptr;
      // A bare preposition ("11 for, 2 against") counts only right behind its number.
      const bool adjacent = analysis_.parse.words[match.first].upos == Upos::kAdp ||
                            analysis_.parse.words[match.first].upos == Upos::kAdv;
      for (const auto& quantity : analysis_.quantities) {
        if (quantity.first < sentence.first || quantity.last > match.first) continue;
        const uint32_t apart = match.first - quantity.last;
        if (apart <= (adjacent ? 0 : kFarthest) && quantity.low) nearest = &quantity;
      }
      if (nearest != nullptr && !*to) *to = nearest->low;
    }
  }

  const RecordWriter& writer_;
  const Analysis& analysis_;
  const Lexicon& lexicon_;
  const Terms& terms_;
  const std::vector<Event>& events_;
  std::vector<ResolutionRecord> records_;
};

}  // namespace

std::vector<ResolutionRecord> code_resolutions(const RecordWriter& writer, const Lexicon& lexicon,
                                               const Terms& terms,
                                               const std::vector<Event>& events) {
  return ResolutionCoding(writer, lexicon, terms, events).run();
}

}  // namespace varde
