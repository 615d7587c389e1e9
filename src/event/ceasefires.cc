// The nouns that name a ceasefire are its mentions. Around each mention stand, in the same sentence,
// the events that act on it (propose, agree, reject, break, …) and its terms (duration, area,
// exclusions). Mentions are then grouped into ceasefires.

#include "event/ceasefires.h"

#include <algorithm>
#include <array>

#include "entity/participant.h"
#include "event/slots.h"

namespace varde {
namespace {

// Later in the life of a ceasefire is higher; a rejected proposal ends it where it stands.
constexpr std::array<std::string_view, 9> kStages = {
    "proposed", "negotiating", "rejected", "agreed",   "in_force",
    "extended", "expired",     "violated", "collapsed"};

int stage_of(std::string_view state) {
  const auto found = std::find(kStages.begin(), kStages.end(), state);
  return found == kStages.end() ? -1 : static_cast<int>(found - kStages.begin());
}

struct CeasefireMention {
  uint32_t word = 0;
  uint32_t sentence = 0;
  bool earlier = false;
  std::optional<double> hours;
};

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
    const auto size = static_cast<uint32_t>(analysis_.parse.words.size());
    for (const auto& match : terms_.find(analysis_, "ceasefire", 0, size)) {
      const CeasefireMention mention = mention_at(match.last - 1);
      add(mention, &record_for(mention));
    }
    for (auto& group : groups_) finish(&group);
    std::vector<CeasefireRecord> records;
    for (auto& group : groups_) {
      if (group.record.state.empty()) continue;
      group.record.id = record_id("c", records.size());
      records.push_back(std::move(group.record));
    }
    return records;
  }

 private:
  struct Group {
    CeasefireRecord record;
    bool earlier = false;
    int stage = -1;
    std::vector<Role> parties;
    std::vector<Role> proposed_by;
    std::vector<Role> rejected_by;
    std::vector<Role> brokered_by;
  };

  CeasefireMention mention_at(uint32_t word) const {
    CeasefireMention mention{word, analysis_.sentence_of(word), false, std::nullopt};
    const Parse& parse = analysis_.parse;
    for (uint32_t i = parse.child_begin[word]; i < parse.child_begin[word + 1]; ++i) {
      mention.earlier |= terms_.is(analysis_, "earlier", parse.children[i]);
    }
    const auto& sentence = analysis_.text.sentences[mention.sentence];
    for (const auto& duration : analysis_.times.durations) {
      if (duration.first >= sentence.first && duration.last <= sentence.last) {
        mention.hours = duration.hours;
      }
    }
    return mention;
  }

  Group& record_for(const CeasefireMention& mention) {
    for (auto& group : groups_) {
      const bool other_length = mention.hours && group.record.duration_hours &&
                                *mention.hours != *group.record.duration_hours;
      if (group.earlier == mention.earlier && !other_length) return group;
    }
    groups_.emplace_back();
    groups_.back().earlier = mention.earlier;
    groups_.back().record.evidence = writer_.sentence_of(mention.word);
    return groups_.back();
  }

  void add(const CeasefireMention& mention, Group* group) {
    CeasefireRecord& record = group->record;
    if (!record.duration_hours) record.duration_hours = mention.hours;
    const auto& sentence = analysis_.text.sentences[mention.sentence];
    if (!record.area) {
      const auto place = place_of(analysis_.entities, analysis_.parse, mention.word);
      if (place) record.area = writer_.place(place);
    }
    for (const auto& match : terms_.find(analysis_, "purpose", sentence.first, sentence.last)) {
      if (record.purpose.empty()) record.purpose = std::string(match.value);
    }
    if (!terms_.find(analysis_, "renewable", sentence.first, sentence.last).empty()) {
      record.renewable = true;
    }
    add_excluded(sentence, &record);
    add_parties(mention, group);
    for (const auto& event : events_) {
      if (analysis_.sentence_of(event.head) != mention.sentence) continue;
      if (!event.frame->record_if_named || concerns(event, mention)) add_event(event, group);
    }
  }

  bool is_below(uint32_t word, uint32_t head) const {
    while (word != head && analysis_.parse.words[word].head != kNoHead) {
      word = analysis_.parse.words[word].head;
    }
    return word == head;
  }

  // "Agreed on a ceasefire", "the ceasefire that they agreed on".
  bool concerns(const Event& event, const CeasefireMention& mention) const {
    return is_below(mention.word, event.head) || is_below(event.head, mention.word);
  }

  // "Will not cover X", "except X": the names behind the verb.
  void add_excluded(const Sentence& sentence, CeasefireRecord* record) const {
    for (const auto& match : terms_.find(analysis_, "exclude", sentence.first, sentence.last)) {
      for (const auto& found : analysis_.entities.mentions) {
        if (found.first < sentence.first || found.last > sentence.last) continue;
        const Entity& entity = analysis_.entities.entities[found.entity];
        if (entity.type != EntityType::kArmedGroup || found.kind != MentionKind::kName) continue;
        if (found.first < match.first && analysis_.parse.words[found.head].relation !=
                                             Relation::kNsubjPass) {
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

  static void add_roles(const std::vector<Role>& roles, std::vector<Role>* to) {
    for (const auto& role : roles) {
      const bool known = std::any_of(to->begin(), to->end(), [&](const Role& other) {
        return other.entity == role.entity;
      });
      if (!known) to->push_back(role);
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
    if (frame.state == "proposed") {
      add_roles(event.actor, &group->proposed_by);
    } else if (frame.state == "rejected") {
      add_roles(event.actor, &group->rejected_by);
    } else if (frame.state != "violated") {
      add_roles(event.actor, &group->parties);
    }
    raise(event.status == Status::kNegated && frame.state == "agreed" ? "negotiating" : frame.state,
          event, group);
  }

  // A later stage replaces an earlier one; what is planned or asked for is not reached yet.
  void raise(std::string_view state, const Event& event, Group* group) const {
    const bool reached = event.status == Status::kActual;
    const int stage = stage_of(reached ? state : "proposed");
    if (stage <= group->stage) return;
    group->stage = stage;
    CeasefireRecord& record = group->record;
    record.state = std::string(kStages[static_cast<size_t>(stage)]);
    record.rule = event.entry->rule;
    record.confidence = event.confidence;
    record.evidence = writer_.sentence_of(event.head);
    if (!event.date) return;
    const bool ends = state == "collapsed" || state == "expired";
    auto& slot = ends ? record.end_date : record.begin_date;
    if ((ends || state == "in_force") && !slot) slot = writer_.date(event.date, event.time);
  }

  void finish(Group* group) const {
    CeasefireRecord& record = group->record;
    record.parties = writer_.actors(group->parties);
    record.proposed_by = writer_.actors(group->proposed_by);
    record.rejected_by = writer_.actors(group->rejected_by);
    record.brokered_by = writer_.actors(group->brokered_by);
    if (record.confidence == 0) record.confidence = 0.5;
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
                                             const Terms& terms,
                                             const std::vector<Event>& events) {
  return CeasefireCoding(writer, lexicon, terms, events).run();
}

}  // namespace varde
