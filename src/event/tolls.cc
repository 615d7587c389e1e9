// A toll is a quantity that a word of killing, wounding, … counts. The quantity stands before a noun
// ("15 civilians") or alone ("15 were killed"); the word that counts it governs it ("killed 15"),
// follows it ("15 people killed in"), is itself what is counted ("15 dead"), or names a figure that
// the quantity is ("the death toll rose to 35"). A part of a toll ("five of them children") takes
// over what the whole counts.

#include "event/tolls.h"

#include <algorithm>

#include "base/table.h"
#include "base/utf8.h"
#include "entity/place.h"
#include "event/slots.h"
#include "time/anchor.h"

namespace varde {
namespace {

constexpr int kHighest = 4;
constexpr size_t kShortestLastPart = 4;

}  // namespace

class TollFinder {
 public:
  TollFinder(const RecordWriter& writer, const TollWords& words, const Lexicon& lexicon,
             const Attributions& attributions, const std::vector<Event>& events)
      : writer_(writer),
        analysis_(writer.analysis()),
        parse_(analysis_.parse),
        words_(words),
        lexicon_(lexicon),
        attributions_(attributions),
        events_(events) {}

  std::vector<TollRecord> run() {
    for (const auto& quantity : analysis_.quantities) {
      if (counts_people(quantity)) consider(quantity);
    }
    return std::move(tolls_);
  }

 private:
  using Entry = TollWords::Entry;
  using Counts = TollWords::Counts;

  struct Finding {
    const Entry* entry = nullptr;
    uint32_t word = 0;  // that counts
  };

  const Word& word(uint32_t i) const { return parse_.words[i]; }

  template <class Take>
  void for_children(uint32_t i, Take take) const {
    for (uint32_t at = parse_.child_begin[i]; at < parse_.child_begin[i + 1]; ++at) {
      take(parse_.children[at]);
    }
  }

  bool counts_people(const Quantity& quantity) const {
    if (quantity.percent || quantity.ordinal || quantity.share) return false;
    const auto covers = [&](const auto& expression) {
      return quantity.number >= expression.first && quantity.number < expression.last;
    };
    const auto& times = analysis_.times;
    return std::none_of(times.expressions.begin(), times.expressions.end(), covers) &&
           std::none_of(times.durations.begin(), times.durations.end(), covers);
  }

  // The noun that is counted, or the number itself.
  uint32_t counted_by(uint32_t number) const {
    const Relation relation = word(number).relation;
    const uint32_t head = word(number).head;
    if (head == kNoHead) return number;
    const bool before_noun = relation == Relation::kNummod || relation == Relation::kDet ||
                             relation == Relation::kAmod || relation == Relation::kCompound;
    const Upos upos = word(head).upos;
    return before_noun && upos != Upos::kVerb && upos != Upos::kSym ? head : number;
  }

  void consider(const Quantity& quantity) {
    const uint32_t noun = counted_by(quantity.number);
    Finding finding = find_itself(noun);
    if (finding.entry == nullptr) finding = find_participle(noun);
    if (finding.entry == nullptr) finding = find_governor(noun);
    if (finding.entry == nullptr) finding = find_figure(noun);
    if (finding.entry == nullptr) {
      add_part(quantity, noun);
      return;
    }
    add(quantity, noun, finding.entry->kind, finding.entry->rule, finding.word);
  }

  template <class Take>
  bool for_entries(uint32_t token, Take take) const {
    for (const auto& name : {analysis_.lemma[token], analysis_.form[token]}) {
      const auto [begin, end] = words_.words_.equal_range(name);
      for (auto at = begin; at != end; ++at) {
        if (take(at->second)) return true;
      }
    }
    return false;
  }

  bool has_needed(const Entry& entry, uint32_t at) const {
    if (entry.needs.empty()) return true;
    const auto needs = split(entry.needs, '|');
    const auto& sentence = analysis_.text.sentences[analysis_.sentence_of(at)];
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (std::find(needs.begin(), needs.end(), analysis_.lemma[i]) != needs.end()) return true;
    }
    return false;
  }

  Finding find_entry(uint32_t token, Counts counts) const {
    Finding finding;
    for_entries(token, [&](const Entry& entry) {
      if (entry.counts != counts || !has_needed(entry, token)) return false;
      finding = {&entry, token};
      return true;
    });
    return finding;
  }

  Finding find_itself(uint32_t noun) const { return find_entry(noun, Counts::kItself); }

  bool counts_slot(const Entry& entry, Slot slot) const {
    if (entry.counts == Counts::kObject) return slot == Slot::kObject || slot == Slot::kIndirect;
    return entry.counts == Counts::kSubject && slot == Slot::kSubject;
  }

  // Whether a verb has the noun in the part of the clause that it counts.
  Finding find_in_clause(uint32_t verb, uint32_t noun) const {
    Finding finding;
    for_entries(verb, [&](const Entry& entry) {
      if (entry.counts == Counts::kItself || entry.counts == Counts::kFigure) return false;
      if (!has_needed(entry, verb)) return false;
      for (const auto& filler : fillers_of(analysis_, lexicon_, verb)) {
        if (filler.word == noun && filler.slot && counts_slot(entry, *filler.slot)) {
          finding = {&entry, verb};
          return true;
        }
      }
      return false;
    });
    return finding;
  }

  // "15 people killed in …", "15 people who died".
  Finding find_participle(uint32_t noun) const {
    Finding finding;
    for_children(noun, [&](uint32_t child) {
      if (finding.entry != nullptr) return;
      const Relation relation = word(child).relation;
      if (relation != Relation::kAcl && relation != Relation::kAclRelcl &&
          relation != Relation::kAmod) {
        return;
      }
      finding = find_in_clause(child, noun);
      if (finding.entry == nullptr && relation == Relation::kAmod) {
        finding = find_entry(child, Counts::kItself);
      }
    });
    return finding;
  }

  // The verb above the noun; of coordinated nouns the verb above the first.
  Finding find_governor(uint32_t noun) const {
    uint32_t at = noun;
    for (int step = 0; step < kHighest && word(at).head != kNoHead; ++step) {
      const uint32_t governor = word(at).head;
      if (const auto finding = find_in_clause(governor, at); finding.entry != nullptr) {
        return finding;
      }
      const Relation relation = word(at).relation;
      if (relation == Relation::kConj) {
        if (step == 0 && has_own_predicate(noun)) return {};
      } else if (relation == Relation::kNmod || relation == Relation::kAppos) {
        if (const auto finding = find_itself(governor); finding.entry != nullptr) return finding;
      } else if (relation != Relation::kXcomp) {
        return {};
      }
      at = governor;
    }
    return {};
  }

  bool has_own_predicate(uint32_t noun) const {
    bool found = false;
    for_children(noun, [&](uint32_t child) {
      found |= word(child).relation == Relation::kAcl || word(child).relation == Relation::kCop;
    });
    return found;
  }

  // "The death toll rose to 35", "put the number of dead at 38".
  Finding find_figure(uint32_t number) const {
    uint32_t at = number;
    for (int step = 0; step < kHighest && word(at).head != kNoHead; ++step) {
      at = word(at).head;
      Finding finding = find_entry(at, Counts::kFigure);
      if (finding.entry == nullptr && word(at).upos != Upos::kNum) {
        for_children(at, [&](uint32_t child) {
          if (finding.entry != nullptr || child == number) return;
          finding = find_entry(child, Counts::kFigure);
          if (finding.entry == nullptr) return;
          if (const auto kind = kind_below(child); kind.entry != nullptr) finding = kind;
        });
      }
      if (finding.entry != nullptr) return finding.entry->kind.empty() ? Finding{} : finding;
      const Upos upos = word(at).upos;
      if (upos == Upos::kVerb) return {};
    }
    return {};
  }

  // "The number of wounded": what a figure counts stands below it.
  Finding kind_below(uint32_t figure) const {
    Finding finding;
    for_children(figure, [&](uint32_t child) {
      if (finding.entry == nullptr) finding = find_itself(child);
    });
    return finding;
  }

  // Category of victims that a noun names, or "".
  std::string_view group_of(uint32_t noun) const {
    for (const auto& name : {analysis_.lemma[noun], analysis_.form[noun]}) {
      const auto found = words_.groups_.find(name);
      if (found != words_.groups_.end()) return found->second;
    }
    if (!lexicon_.compounding()) return {};
    const auto lemma = analysis_.lemma[noun];
    for (size_t at = 2; at + kShortestLastPart <= lemma.size(); ++at) {
      const auto found = words_.groups_.find(lemma.substr(at));
      if (found != words_.groups_.end()) return found->second;
    }
    return {};
  }

  // The victims' category: of the counted noun, or of what the number is a part of.
  std::string_view victims(uint32_t noun) const {
    auto group = group_of(noun);
    for_children(noun, [&](uint32_t child) {
      const Relation relation = word(child).relation;
      if (group.empty() && (relation == Relation::kNmod || relation == Relation::kAppos)) {
        group = group_of(child);
      }
    });
    return group;
  }

  // "…, five of them children": a number without a counting word of its own behind a toll.
  void add_part(const Quantity& quantity, uint32_t noun) {
    if (tolls_.empty() || last_sentence_ != analysis_.sentence_of(noun)) return;
    std::string_view group = victims(noun);
    const uint32_t head = word(noun).head;
    const bool beside = word(noun).relation == Relation::kAppos ||
                        word(noun).relation == Relation::kConj ||
                        word(noun).relation == Relation::kParataxis ||
                        word(noun).relation == Relation::kNmod ||
                        word(noun).relation == Relation::kNsubj ||
                        word(noun).relation == Relation::kAdvcl;
    if (!beside || head == kNoHead) return;
    if (group.empty()) group = group_of(head);
    if (group.empty()) return;
    const std::string kind = tolls_.back().kind;
    const std::string rule = tolls_.back().rule;
    add(quantity, noun, kind, rule, last_word_);
    if (tolls_.back().who == words_.people_) tolls_.back().who = std::string(group);
  }

  const Event* cause_of(uint32_t counting) const {
    const uint32_t sentence = analysis_.sentence_of(counting);
    const Event* found = nullptr;
    for (const auto& event : events_) {
      if (!event.reported || analysis_.sentence_of(event.head) != sentence) continue;
      if (event.frame->type->quad != 4) continue;
      if (event.head == counting) return &event;
      if (found == nullptr) found = &event;
    }
    return found;
  }

  void add(const Quantity& quantity, uint32_t noun, std::string_view kind, const std::string& rule,
           uint32_t counting) {
    if (quantity.high == 0) return;
    TollRecord toll;
    toll.id = record_id("t", tolls_.size());
    toll.kind = std::string(kind);
    toll.low = quantity.low;
    toll.high = quantity.high;
    const auto group = victims(noun);
    toll.who = group.empty() ? words_.people_ : std::string(group);
    if (const Event* cause = cause_of(counting)) {
      toll.event = RecordWriter::event_id(events_, *cause);
      toll.place = writer_.place(cause->place);
      toll.date = writer_.date(cause->date, cause->time);
    }
    if (!toll.place) toll.place = writer_.place(place_of(analysis_.entities, parse_, counting));
    if (!toll.date) {
      const auto* time = time_of(analysis_.times, parse_, counting);
      if (time != nullptr) toll.date = writer_.date(time->interval, time);
    }
    toll.according_to = writer_.sources(attributions_.of(quantity.number));
    toll.confidence = toll.event.empty() ? 0.7 : 0.8;
    toll.evidence = writer_.span(quantity.first, quantity.last);
    toll.rule = rule;
    tolls_.push_back(std::move(toll));
    last_sentence_ = analysis_.sentence_of(noun);
    last_word_ = counting;
  }

  const RecordWriter& writer_;
  const Analysis& analysis_;
  const Parse& parse_;
  const TollWords& words_;
  const Lexicon& lexicon_;
  const Attributions& attributions_;
  const std::vector<Event>& events_;
  std::vector<TollRecord> tolls_;
  uint32_t last_sentence_ = kNoHead;
  uint32_t last_word_ = 0;
};

Result<TollWords> TollWords::open(const std::filesystem::path& pack) {
  TollWords words;
  const auto table = Table::read(pack / "tolls.tsv", {"word", "counts", "kind", "needs"});
  if (!table) return tl::unexpected(table.error());
  for (size_t row = 0; row < table->size(); ++row) {
    TollWords::Entry entry;
    const auto counts = table->cell(row, "counts");
    if (counts == "object") {
      entry.counts = TollWords::Counts::kObject;
    } else if (counts == "subject") {
      entry.counts = TollWords::Counts::kSubject;
    } else if (counts == "itself") {
      entry.counts = TollWords::Counts::kItself;
    } else if (counts == "figure") {
      entry.counts = TollWords::Counts::kFigure;
    } else {
      return failure(table->place(row) + ": counts is object, subject, itself or figure");
    }
    entry.kind = std::string(table->cell(row, "kind"));
    entry.needs = to_lower(table->cell(row, "needs"));
    for (const auto word : table->list(row, "word")) {
      entry.rule = pack.filename().string() + "/" + std::string(word) + ".toll";
      words.words_.emplace(to_lower(word), entry);
    }
  }
  const auto nouns = Table::read(pack / "nouns.tsv", {"noun", "toll"});
  if (!nouns) return tl::unexpected(nouns.error());
  for (size_t row = 0; row < nouns->size(); ++row) {
    const auto category = nouns->cell(row, "toll");
    if (category.empty()) continue;
    words.groups_.emplace(to_lower(nouns->cell(row, "noun")), category);
  }
  return words;
}

std::vector<TollRecord> code_tolls(const RecordWriter& writer, const TollWords& words,
                                   const Lexicon& lexicon, const Attributions& attributions,
                                   const std::vector<Event>& events) {
  return TollFinder(writer, words, lexicon, attributions, events).run();
}

}  // namespace varde
