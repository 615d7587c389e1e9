// The nouns that name a ceasefire are its mentions, and verbs that speak of one without a noun
// ("the guns fell silent"). Around each mention stand, in the same sentence, the events that act on
// it (propose, agree, reject, break, …) and its terms (duration, area, exclusions). Mentions are
// then grouped into ceasefires.

#include "event/ceasefires.h"

#include <algorithm>
#include <array>

#include "entity/participant.h"
#include "event/ceasefire_context.h"
#include "event/slots.h"

namespace varde {
namespace {

// Later in the life of a ceasefire is higher; a rejected proposal ends it where it stands.
constexpr std::array<std::string_view, 9> kStages = {"proposed", "negotiating", "rejected",
                                                     "agreed",   "in_force",    "extended",
                                                     "expired",  "violated",    "collapsed"};

struct CeasefireMention {
  uint32_t word = 0;
  uint32_t sentence = 0;
  bool earlier = false;
  bool unilateral = false;
  int stage = -1;  // told by the events of the sentence
  std::optional<double> hours;
  std::optional<PlaceInContext> area;
  const TimeExpression* since = nullptr;  // "the truce of November 2012"
  const TimeExpression* until = nullptr;  // "extended until Friday"
};

bool overlap(const Interval& a, const Interval& b) { return !(a.begin > b.end || b.begin > a.end); }

class CeasefireCoding {
 public:
  CeasefireCoding(const RecordWriter& writer, const Lexicon& lexicon, const Terms& terms,
                  const std::vector<Event>& events)
      : writer_(writer),
        analysis_(writer.analysis()),
        lexicon_(lexicon),
        terms_(terms),
        events_(events) {}

  std::vector<CeasefireRecord> run() {
    for (const uint32_t word : mentioned()) {
      const CeasefireMention mention = mention_at(word);
      add(mention, &group_for(mention));
    }
    complete_ceasefires(writer_, events_, &groups_);
    std::vector<CeasefireRecord> records;
    for (auto& group : groups_) {
      if (!is_known(group)) continue;
      group.record.id = record_id("c", records.size());
      records.push_back(std::move(group.record));
    }
    return records;
  }

 private:
  using Group = CeasefireGroup;

  // In text order: the nouns, and the events that speak of a ceasefire in a sentence without one.
  std::vector<uint32_t> mentioned() const {
    const auto size = static_cast<uint32_t>(analysis_.parse.words.size());
    std::vector<uint32_t> words;
    for (const auto& match : terms_.find(analysis_, "ceasefire", 0, size)) {
      words.push_back(match.last - 1);
    }
    const size_t nouns = words.size();
    for (const auto& event : events_) {
      const auto& mode = event.frame->mode;
      if (!event.reported || std::find(mode.begin(), mode.end(), "ceasefire") == mode.end())
        continue;
      const uint32_t sentence = analysis_.sentence_of(event.head);
      const bool named =
          std::any_of(words.begin(), words.begin() + static_cast<long>(nouns),
                      [&](uint32_t word) { return analysis_.sentence_of(word) == sentence; });
      if (!named) words.push_back(event.head);
    }
    std::sort(words.begin(), words.end());
    return words;
  }

  CeasefireMention mention_at(uint32_t word) const {
    CeasefireMention mention;
    mention.word = word;
    mention.sentence = analysis_.sentence_of(word);
    const Parse& parse = analysis_.parse;
    for (uint32_t i = parse.child_begin[word]; i < parse.child_begin[word + 1]; ++i) {
      mention.earlier |= terms_.is(analysis_, "earlier", parse.children[i]);
      mention.unilateral |= terms_.is(analysis_, "unilateral", parse.children[i]);
    }
    for (const auto& event : events_) {
      if (analysis_.sentence_of(event.head) != mention.sentence) continue;
      if (event.frame->record != RecordKind::kCeasefire || event.frame->state.empty()) continue;
      if (event.frame->record_if_named && !concerns(event, word)) continue;
      mention.stage = std::max(mention.stage, stage_of(kStages, state_told_by(event)));
    }
    for (const auto& duration : analysis_.times.durations) {
      // Prepositional phrases behind the noun often hang on the verb: "propose a truce of 24
      // hours".
      constexpr uint32_t kBehind = 4;  // tokens
      const bool beside =
          duration.last == word || (duration.first > word && duration.first - word <= kBehind);
      if (analysis_.sentence_of(duration.head) == mention.sentence && is_length(duration.head) &&
          (is_below(duration.head, word) || beside)) {
        mention.hours = duration.hours;
      }
    }
    for (const auto& time : analysis_.times.expressions) {
      if (!time.interval || analysis_.sentence_of(time.head) != mention.sentence) continue;
      if (time.until && time.closes) mention.until = &time;
      const bool stretch = time.opens && time.closes;
      if (!time.until && (stretch || is_below(time.head, word))) mention.since = &time;
    }
    mention.area = area_of(word);
    return mention;
  }

  // "Of 24 hours", "for a week"; not "after ten hours".
  bool is_length(uint32_t head) const {
    const Parse& parse = analysis_.parse;
    for (uint32_t i = parse.child_begin[head]; i < parse.child_begin[head + 1]; ++i) {
      const uint32_t child = parse.children[i];
      if (parse.words[child].relation != Relation::kCase) continue;
      const auto preposition = analysis_.lemma[child];
      if (!lexicon_.realises(Slot::kOf, preposition) &&
          !lexicon_.realises(Slot::kFor, preposition) &&
          !lexicon_.realises(Slot::kOn, preposition)) {
        return false;
      }
    }
    return true;
  }

  // Where it holds: a place on the noun itself or beside it on its verb.
  std::optional<PlaceInContext> area_of(uint32_t word) const {
    auto place = place_of(analysis_.entities, analysis_.parse, word);
    if (!place || !place->attached) return country_beside(word);
    if (is_below(place->word, word)) return place;
    const uint32_t verb = analysis_.parse.words[word].head;
    const bool beside = verb != kNoHead && is_below(place->word, verb) &&
                        analysis_.parse.words[place->word].head == verb;
    return beside ? place : country_beside(word);
  }

  // The only country in which the sentence says that something is.
  std::optional<PlaceInContext> country_beside(uint32_t word) const {
    const Entities& entities = analysis_.entities;
    std::optional<PlaceInContext> found;
    for (const auto& mention : entities.mentions) {
      if (!mention.locative || analysis_.sentence_of(mention.head) != analysis_.sentence_of(word)) {
        continue;
      }
      if (entities.entities[mention.entity].type != EntityType::kCountry) continue;
      if (found && found->entity != mention.entity) return std::nullopt;
      found = place_named_by(entities, analysis_.parse, mention.head);
    }
    return found;
  }

  static bool is_over(int stage) {
    return stage == stage_of(kStages, "collapsed") || stage == stage_of(kStages, "expired");
  }
  static bool is_open(int stage) {
    return stage == stage_of(kStages, "proposed") || stage == stage_of(kStages, "negotiating") ||
           stage == stage_of(kStages, "agreed");
  }

  static bool contradict(const CeasefireMention& mention, const Group& group) {
    const auto& record = group.record;
    if (group.earlier != mention.earlier) return true;
    if (is_over(group.stage) ? is_open(mention.stage)
                             : is_open(group.stage) && is_over(mention.stage)) {
      return true;  // what is over is not sought again, what is sought is not yet over
    }
    if (mention.hours && record.duration_hours && *mention.hours != *record.duration_hours) {
      return true;
    }
    if (mention.area && record.area && !mention.area->country.empty() &&
        mention.area->country != record.area->country) {
      return true;
    }
    return mention.since != nullptr && record.begin_date &&
           !overlap(*mention.since->interval, record.begin_date->interval);
  }

  Group& group_for(const CeasefireMention& mention) {
    for (auto group = groups_.rbegin(); group != groups_.rend(); ++group) {
      if (!contradict(mention, *group)) return *group;
    }
    groups_.emplace_back();
    groups_.back().earlier = mention.earlier;
    groups_.back().record.evidence = writer_.sentence_of(mention.word);
    return groups_.back();
  }

  void add(const CeasefireMention& mention, Group* group) {
    CeasefireRecord& record = group->record;
    if (!record.duration_hours) record.duration_hours = mention.hours;
    if (!record.area) record.area = writer_.place(mention.area);
    if (!record.end_date && mention.until != nullptr) {
      record.end_date = writer_.date(mention.until->closes, mention.until);
    }
    if (!record.begin_date && mention.since != nullptr) {
      set_begin(*mention.since->interval, mention.since, &record);
    }
    const auto& sentence = analysis_.text.sentences[mention.sentence];
    const auto purposes = terms_.find(analysis_, "purpose", sentence.first, sentence.last);
    if (record.purpose.empty() && !purposes.empty()) record.purpose = purposes[0].value;
    if (!terms_.find(analysis_, "renewable", sentence.first, sentence.last).empty()) {
      record.renewable = true;
    }
    add_excluded(sentence, &record);
    if (const Sentence* next = sentence_behind(mention)) add_excluded(*next, &record);
    add_parties(mention, group);
    if (mention.unilateral) add_declarer(mention, group);
    for (const auto& event : events_) {
      if (analysis_.sentence_of(event.head) != mention.sentence) continue;
      if (!event.frame->record_if_named || concerns(event, mention.word)) add_event(event, group);
    }
    for (const auto& event : events_) {
      if (turns_down(event, mention, *group)) {
        add_roles(event.actor, &group->rejected_by);
        raise("rejected", event, group);
      }
    }
  }

  // The sentence behind, unless it has a mention of its own.
  const Sentence* sentence_behind(const CeasefireMention& mention) const {
    const auto& sentences = analysis_.text.sentences;
    const uint32_t next = mention.sentence + 1;
    if (next >= sentences.size()) return nullptr;
    const auto& sentence = sentences[next];
    const bool own = !terms_.find(analysis_, "ceasefire", sentence.first, sentence.last).empty();
    return own ? nullptr : &sentence;
  }

  // "… a truce, which Israel rejected", "the rebels turned down the offer", here or right behind.
  bool turns_down(const Event& event, const CeasefireMention& mention, const Group& group) const {
    if (event.frame->type == nullptr || event.frame->type->name != "REJECT") return false;
    if (!event.reported || event.status != Status::kActual) return false;
    if (group.stage > stage_of(kStages, "negotiating")) return false;
    const uint32_t sentence = analysis_.sentence_of(event.head);
    if (sentence < mention.sentence || sentence > mention.sentence + 1) return false;
    if (sentence == mention.sentence && concerns(event, mention.word) &&
        event.head != mention.word) {
      return true;
    }
    const auto fillers = fillers_of(analysis_, lexicon_, event.head);
    return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& filler) {
      return filler.word > mention.word && filler.slot == Slot::kObject &&
             terms_.is(analysis_, "proposal", filler.word);
    });
  }

  bool is_below(uint32_t word, uint32_t head) const {
    while (word != head && analysis_.parse.words[word].head != kNoHead) {
      word = analysis_.parse.words[word].head;
    }
    return word == head;
  }

  // "Agreed on a ceasefire", "the ceasefire that they agreed on".
  bool concerns(const Event& event, uint32_t mention) const {
    return is_below(mention, event.head) || is_below(event.head, mention);
  }

  // "Will not cover X", "except X": the names behind the verb.
  void add_excluded(const Sentence& sentence, CeasefireRecord* record) const {
    for (const auto& match : terms_.find(analysis_, "exclude", sentence.first, sentence.last)) {
      for (const auto& found : analysis_.entities.mentions) {
        if (found.first < sentence.first || found.last > sentence.last) continue;
        const Entity& entity = analysis_.entities.entities[found.entity];
        const bool rebels = !entity.sector.empty() && entity.sector.front() == "REB";
        if ((!rebels && entity.type != EntityType::kArmedGroup) ||
            found.kind != MentionKind::kName) {
          continue;
        }
        if (found.first < match.first &&
            analysis_.parse.words[found.head].relation != Relation::kNsubjPass) {
          continue;
        }
        std::string name(entity.name);
        if (std::find(record->excluded.begin(), record->excluded.end(), name) ==
            record->excluded.end()) {
          record->excluded.push_back(std::move(name));
        }
      }
    }
  }

  // "A truce between X and Y".
  void add_parties(const CeasefireMention& mention, Group* group) const {
    std::vector<Role> roles;
    for (const auto& filler : fillers_of(analysis_, lexicon_, mention.word)) {
      if (!fills(analysis_, lexicon_, filler, {Slot::kBetween, {}})) continue;
      for (const uint32_t entity :
           participants_of(analysis_.entities, analysis_.parse, filler.word)) {
        roles.push_back({entity, filler.word, Certainty::kStated});
      }
    }
    add_roles(roles, &group->parties);
  }

  // "The ELN's unilateral truce", "Manila called off its own truce": whose it is.
  void add_declarer(const CeasefireMention& mention, Group* group) const {
    std::vector<Role> owners;
    for (const auto& filler : fillers_of(analysis_, lexicon_, mention.word)) {
      const bool owns = filler.slot == Slot::kGenitive || filler.slot == Slot::kAdjective ||
                        fills(analysis_, lexicon_, filler, {Slot::kBy, {}}) ||
                        fills(analysis_, lexicon_, filler, {Slot::kFrom, {}});
      if (!owns) continue;
      for (const uint32_t entity :
           participants_of(analysis_.entities, analysis_.parse, filler.word)) {
        owners.push_back({entity, filler.word, Certainty::kStated});
      }
    }
    for (const auto& event : events_) {
      const bool acts = event.frame->record == RecordKind::kCeasefire && !event.frame->reciprocal &&
                        analysis_.sentence_of(event.head) == mention.sentence &&
                        concerns(event, mention.word);
      if (acts && owners.empty()) add_roles(event.actor, &owners);
    }
    add_roles(owners, &group->proposed_by);
    add_roles(owners, &group->parties);
  }

  void add_event(const Event& event, Group* group) const {
    const Frame& frame = *event.frame;
    if (frame.third_party) add_roles(event.actor, &group->brokered_by);
    if (frame.record == RecordKind::kTalks) return raise("negotiating", event, group);
    const bool voted_down = frame.record == RecordKind::kResolution &&
                            (frame.state == "vetoed" || frame.state == "failed");
    if (voted_down && event.status == Status::kActual) {
      add_roles(event.actor, &group->rejected_by);
      return raise("rejected", event, group);
    }
    if (frame.record != RecordKind::kCeasefire || frame.state.empty()) return;
    const bool declared = frame.state == "agreed" && !frame.reciprocal && !frame.content;
    if (frame.state == "proposed" || declared) add_roles(event.actor, &group->proposed_by);
    if (frame.state == "rejected") add_roles(event.actor, &group->rejected_by);
    if (frame.state != "proposed") add_roles(event.actor, &group->parties);
    raise(state_told_by(event), event, group);
  }

  // What an event says about the stage, by whether it happened; "" when it says nothing.
  static std::string_view state_told_by(const Event& event) {
    const std::string_view state = event.frame->state;
    if (event.status == Status::kActual) return state;
    const bool ends = state == "violated" || state == "collapsed" || state == "expired";
    if (ends) return event.status == Status::kHypothetical ? std::string_view() : "in_force";
    if (event.status == Status::kFuture) return state == "in_force" ? "agreed" : "negotiating";
    if (event.status == Status::kNegated && state == "agreed") return "negotiating";
    return "proposed";
  }

  // A later stage replaces an earlier one.
  void raise(std::string_view state, const Event& event, Group* group) const {
    if (state.empty()) return;
    set_dates(event, &group->record);
    const int stage = stage_of(kStages, state);
    if (stage <= group->stage) return;
    group->stage = stage;
    CeasefireRecord& record = group->record;
    record.state = std::string(state);
    record.rule = event.entry->rule;
    record.confidence = event.confidence;
    record.evidence = writer_.sentence_of(event.head);
  }

  void set_dates(const Event& event, CeasefireRecord* record) const {
    const std::string_view state = event.frame->state;
    if (!event.date) return;
    const bool ends = state == "collapsed" || state == "expired";
    const bool begins = state == "in_force" || (state == "agreed" && !event.frame->reciprocal);
    if (event.time != nullptr && event.time->until) {
      if (!record->end_date) record->end_date = writer_.date(event.time->closes, event.time);
    } else if (ends && !record->end_date) {
      record->end_date = writer_.date(event.date, event.time);
    } else if (begins && !record->begin_date) {
      set_begin(*event.date, event.time, record);
    }
  }

  // "Since Monday", "from 3 to 8 May": a stretch also tells where it ends.
  void set_begin(const Interval& interval, const TimeExpression* time,
                 CeasefireRecord* record) const {
    const bool opens = time != nullptr && time->opens;
    record->begin_date = writer_.date(opens ? *time->opens : interval, time);
    if (opens && time->closes && !record->end_date) {
      record->end_date = writer_.date(time->closes, time);
    }
  }

  static bool is_known(const Group& group) {
    const auto& record = group.record;
    return !record.state.empty() && (record.area || !record.parties.empty() ||
                                     !record.proposed_by.empty() || !record.rejected_by.empty());
  }

  const RecordWriter& writer_;
  const Analysis& analysis_;
  const Lexicon& lexicon_;
  const Terms& terms_;
  const std::vector<Event>& events_;
  std::vector<Group> groups_;
};

}  // namespace

std::vector<CeasefireRecord> code_ceasefires(const RecordWriter& writer, const Lexicon& lexicon,
                                             const Terms& terms, const std::vector<Event>& events) {
  return CeasefireCoding(writer, lexicon, terms, events).run();
}

}  // namespace varde
