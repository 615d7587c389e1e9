// The nouns that name a ceasefire are its mentions, and verbs that speak of one without a noun
// ("the guns fell silent"). Around each mention stand, in the same sentence, the events that act on
// it (propose, agree, reject, break, …) and its terms (duration, area, exclusions). Mentions are
// then grouped into ceasefires.

#include "event/ceasefires.h"

#include <algorithm>
#include <array>

#include "entity/participant.h"
#include "event/belligerents.h"
#include "event/slots.h"

namespace varde {
namespace {

// Later in the life of a ceasefire is higher; a rejected proposal ends it where it stands.
constexpr std::array<std::string_view, 9> kStages = {"proposed", "negotiating", "rejected",
                                                     "agreed",   "in_force",    "extended",
                                                     "expired",  "violated",    "collapsed"};

constexpr double kUnsupported = 0.5;  // confidence of a record that no event supports

struct CeasefireMention {
  uint32_t word = 0;
  uint32_t sentence = 0;
  bool earlier = false;
  std::optional<double> hours;
  std::optional<PlaceInContext> area;
  const TimeExpression* since = nullptr;  // "the truce of November 2012"
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
    for (auto& group : groups_) finish(&group);
    std::vector<CeasefireRecord> records;
    for (auto& group : groups_) {
      if (!is_known(group)) continue;
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
    }
    for (const auto& duration : analysis_.times.durations) {
      // Prepositional phrases behind the noun often hang on the verb: "propose a truce of 24
      // hours".
      constexpr uint32_t kBehind = 4;  // tokens
      const bool beside =
          duration.last == word || (duration.first > word && duration.first - word <= kBehind);
      if (analysis_.sentence_of(duration.head) == mention.sentence &&
          (is_below(duration.head, word) || beside)) {
        mention.hours = duration.hours;
      }
    }
    for (const auto& time : analysis_.times.expressions) {
      if (time.interval && !time.until && analysis_.sentence_of(time.head) == mention.sentence &&
          is_below(time.head, word)) {
        mention.since = &time;
      }
    }
    mention.area = area_of(word);
    return mention;
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

  static bool contradict(const CeasefireMention& mention, const Group& group) {
    const auto& record = group.record;
    if (group.earlier != mention.earlier) return true;
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
    if (!record.begin_date && mention.since != nullptr) {
      record.begin_date = writer_.date(mention.since->interval, mention.since);
    }
    const auto& sentence = analysis_.text.sentences[mention.sentence];
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

  static void add_roles(const std::vector<Role>& roles, std::vector<Role>* to) {
    for (const auto& role : roles) {
      const bool known = std::any_of(
          to->begin(), to->end(), [&](const Role& other) { return other.entity == role.entity; });
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
    const bool begins = state == "in_force" || state == "agreed";
    if (event.time != nullptr && event.time->until) {
      const Interval last{event.date->end, event.date->end};
      if (!record->end_date) record->end_date = writer_.date(last, event.time);
    } else if (ends && !record->end_date) {
      record->end_date = writer_.date(event.date, event.time);
    } else if (begins && !record->begin_date) {
      record->begin_date = writer_.date(event.date, event.time);
    }
  }

  // What an article leaves out goes without saying: the country at war and those who fight there.
  void finish(Group* group) const {
    CeasefireRecord& record = group->record;
    std::erase_if(group->parties, [&](const Role& role) { return is_broker(role, *group); });
    const bool placed = record.area.has_value();
    if (!placed) record.area = country_at_war();
    if (group->parties.empty() && record.area) {
      add_roles(belligerents(analysis_, events_, record.area->country), &group->parties);
    }
    const bool alone = group->parties.empty() && group->proposed_by.empty() &&
                       group->rejected_by.empty() && group->brokered_by.empty();
    if (!placed && alone) record.area.reset();
    if (record.state.empty() && record.area && !group->parties.empty()) {
      record.state = "in_force";
    }
    record.parties = writer_.actors(group->parties);
    record.proposed_by = writer_.actors(group->proposed_by);
    record.rejected_by = writer_.actors(group->rejected_by);
    record.brokered_by = writer_.actors(group->brokered_by);
    if (record.confidence == 0) record.confidence = kUnsupported;
  }

  bool is_broker(const Role& role, const Group& group) const {
    const auto& country = analysis_.entities.entities[role.entity].country;
    return std::any_of(group.brokered_by.begin(), group.brokered_by.end(), [&](const Role& other) {
      return analysis_.entities.entities[other.entity].country == country;
    });
  }

  static bool is_known(const Group& group) {
    const auto& record = group.record;
    return !record.state.empty() && (record.area || !record.parties.empty() ||
                                     !record.proposed_by.empty() || !record.rejected_by.empty());
  }

  // By the name that the text gives it.
  std::optional<Place> country_at_war() const {
    const Entities& entities = analysis_.entities;
    if (entities.conflict_country.empty()) return std::nullopt;
    const Entity* found = nullptr;
    for (const auto& entity : entities.entities) {
      if (entity.type != EntityType::kCountry || entity.country != entities.conflict_country)
        continue;
      if (found == nullptr || entity.mentions.size() > found->mentions.size()) found = &entity;
    }
    if (found == nullptr) return std::nullopt;
    Place place;
    place.name = std::string(found->name);
    place.country = std::string(found->country);
    return place;
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
