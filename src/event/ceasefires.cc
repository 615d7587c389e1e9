// The nouns that name a ceasefire are its mentions, and verbs that speak of one without a noun
// ("the guns fell silent"). Around each mention stand, in the same sentence, the events that act on
// it (propose, agree, reject, break, …) and its terms (duration, area, exclusions). Mentions are
// then grouped into ceasefires.

#include "event/ceasefires.h"

#include <algorithm>

#include "event/ceasefire_context.h"
#include "event/ceasefire_mention.h"
#include "event/slots.h"

namespace varde {
namespace {

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
    for (const auto& mention : ceasefire_mentions(analysis_, lexicon_, terms_, events_)) {
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

  static bool is_over(int stage) {
    return stage == stage_of(kCeasefireStages, "collapsed") ||
           stage == stage_of(kCeasefireStages, "expired");
  }
  static bool is_open(int stage) {
    return stage == stage_of(kCeasefireStages, "proposed") ||
           stage == stage_of(kCeasefireStages, "negotiating") ||
           stage == stage_of(kCeasefireStages, "agreed");
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
      if (!event.frame->record_if_named || acts_on_mention(analysis_, event, mention.word))
        add_event(event, group);
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
    if (group.stage > stage_of(kCeasefireStages, "negotiating")) return false;
    const uint32_t sentence = analysis_.sentence_of(event.head);
    if (sentence < mention.sentence || sentence > mention.sentence + 1) return false;
    if (sentence == mention.sentence && acts_on_mention(analysis_, event, mention.word) &&
        event.head != mention.word) {
      return true;
    }
    const auto fillers = fillers_of(analysis_, lexicon_, event.head);
    return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& filler) {
      return filler.word > mention.word && filler.slot == Slot::kObject &&
             terms_.is(analysis_, "proposal", filler.word);
    });
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
      add_roles(roles_behind(analysis_, filler.word), &roles);
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
      add_roles(roles_behind(analysis_, filler.word), &owners);
    }
    for (const auto& event : events_) {
      const bool acts = event.frame->record == RecordKind::kCeasefire && !event.frame->reciprocal &&
                        analysis_.sentence_of(event.head) == mention.sentence &&
                        acts_on_mention(analysis_, event, mention.word);
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
    raise(ceasefire_state_told_by(event), event, group);
  }

  // A later stage replaces an earlier one.
  void raise(std::string_view state, const Event& event, Group* group) const {
    if (state.empty()) return;
    set_dates(event, &group->record);
    const int stage = stage_of(kCeasefireStages, state);
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
