#include "event/talks.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "event/slots.h"

namespace varde {
namespace {

constexpr int kHighest = 4;          // governors that are asked for the tense
constexpr uint32_t kNear = 2;        // sentences between talks and somebody's staying away
constexpr size_t kMostForums = 200;  // mentions looked at in one document

// "Has met": the auxiliary is in the present, the meeting is not.
bool has_perfect(const Parse& parse, uint32_t verb) {
  for (uint32_t i = parse.child_begin[verb]; i < parse.child_begin[verb + 1]; ++i) {
    if (parse.words[parse.children[i]].relation == Relation::kAux) return true;
  }
  return false;
}

bool is_over(std::string_view state) {
  return state == "refused" || state == "cancelled" || state == "suspended";
}

// Of a verb its own tense, of a noun that of the verb that governs it.
bool is_present(const Parse& parse, uint32_t head) {
  uint32_t at = head;
  for (int step = 0; step < kHighest; ++step) {
    const auto tense = feature(parse.words[at].feats, "Tense");
    if (!tense.empty()) return tense == "Pres" && !has_perfect(parse, at);
    for (uint32_t i = parse.child_begin[at]; i < parse.child_begin[at + 1]; ++i) {
      const Word& child = parse.words[parse.children[i]];
      const bool auxiliary = child.relation == Relation::kAux || child.relation == Relation::kCop;
      if (auxiliary && feature(child.feats, "Tense") == "Pres")
        return child.relation == Relation::kCop;
    }
    if (parse.words[at].head == kNoHead) break;
    at = parse.words[at].head;
  }
  return false;
}

std::string state_of(const Parse& parse, const Event& event) {
  const auto& state = event.frame->state;
  if (event.frame->record != RecordKind::kTalks) return "held";
  if (state != "held" && state != "ongoing") return state;
  switch (event.status) {
    case Status::kFuture:
    case Status::kHypothetical:
      return "planned";
    case Status::kNegated:
      return "refused";
    case Status::kActual:
      break;
  }
  return state == "ongoing" && !is_present(parse, event.head) ? "held" : state;
}

std::string attendance_of(const Event& event, const Role& role, bool refuses) {
  if (refuses || event.status == Status::kNegated) return "absent";
  if (role.certainty == Certainty::kDoubtful) return "unlikely";
  // How sure it is that somebody is meant is another matter than whether they come.
  const bool ahead = event.status == Status::kFuture && role.certainty == Certainty::kLikely;
  return ahead || event.status == Status::kHypothetical ? "likely" : "confirmed";
}

class TalksCoding {
 public:
  TalksCoding(const RecordWriter& writer, const Lexicon& lexicon, const Terms& terms)
      : writer_(writer), lexicon_(lexicon), terms_(terms) {}

  std::vector<TalksRecord> run(std::vector<Event>& events) {
    note_forums(events);
    for (auto& event : events) {
      if (is_talks(event) || is_agreed_abroad(event)) {
        add(draft_of(event), &event);
      } else if (auto roles = talked_beside(event, events); !roles.empty()) {
        add(draft_of_talks_in(event, std::move(roles)), nullptr);
      } else if (terms_.is(writer_.analysis(), "invites", event.head)) {
        add_invited(event);
      }
    }
    for (auto& draft : drafts_) {
      date_events(draft);
      const auto& record = draft.record;
      const bool alone = record.participants.size() < 2;
      if (record.participants.empty() || (alone && !record.place && !record.date)) continue;
      if (alone && draft.mediated) continue;  // what was brokered, not who met
      leave_out_forums(&draft);
      records_.push_back(std::move(draft.record));
    }
    for (size_t i = 0; i < records_.size(); ++i) records_[i].id = record_id("k", i);
    return std::move(records_);
  }

 private:
  struct Draft {
    TalksRecord record;
    uint32_t sentence = 0;
    bool mediated = false;
    std::vector<Event*> events;    // that speak of it
    std::set<std::string> forums;  // ids of participants that are what the others met as
  };

  // A forum belongs to the talks that its sentence names nearest to it.
  void note_forums(const std::vector<Event>& events) {
    const Analysis& analysis = writer_.analysis();
    size_t seen = 0;
    for (const Mention& mention : analysis.entities.mentions) {
      const Entity& entity = analysis.entities.entities[mention.entity];
      if (!entity.forum || ++seen > kMostForums) continue;
      const Event* nearest = nullptr;
      uint32_t least = 0;
      for (const Event& event : events) {
        if (!is_talks(event)) continue;
        if (analysis.sentence_of(event.head) != analysis.sentence_of(mention.head)) continue;
        const uint32_t distance =
            std::max(event.head, mention.head) - std::min(event.head, mention.head);
        if (nearest != nullptr && distance >= least) continue;
        nearest = &event;
        least = distance;
      }
      if (nearest != nullptr) forum_of_.try_emplace(nearest->head, name_of(entity, mention));
    }
  }

  // The abbreviation that the text gives, else what it says there.
  static std::string name_of(const Entity& entity, const Mention& mention) {
    for (const std::string_view alias : entity.aliases) {
      if (is_all_upper(alias)) return std::string(alias);
    }
    return std::string(mention.name.empty() ? entity.name : mention.name);
  }

  // Those who met are the participants; the forum is one where nobody else is named.
  static void leave_out_forums(Draft* draft) {
    auto& participants = draft->record.participants;
    const auto is_forum = [&](const Participant& participant) {
      return draft->forums.contains(participant.actor.entity);
    };
    if (std::all_of(participants.begin(), participants.end(), is_forum)) return;
    std::erase_if(participants, is_forum);
  }

  // Whoever will take part in talks does so on their day, wherever the article names it.
  static void date_events(const Draft& draft) {
    if (draft.record.state != "planned" || !draft.record.date) return;
    for (Event* event : draft.events) {
      const bool ahead = event->status == Status::kFuture || event->status == Status::kHypothetical;
      if (ahead && !event->date) event->date = draft.record.date->interval;
    }
  }

  // Cancelling counts when it is talks or a visit that is cancelled.
  bool is_talks(const Event& event) const {
    if (event.frame->record != RecordKind::kTalks) return false;
    if (!event.reported && event.frame->type != nullptr) return false;
    return !event.frame->record_if_named || names_talks(event);
  }

  // "In a phone call the king assured X", "after talks in Geneva A and B said": a noun of talks
  // that names nobody, beside what those who talked did. Empty when they are not of several
  // countries.
  std::vector<Role> talked_beside(const Event& event, const std::vector<Event>& events) const {
    const Analysis& analysis = writer_.analysis();
    const bool noun = event.entry->entry_class == EntryClass::kNoun;
    if (!noun || event.reported || event.frame->record != RecordKind::kTalks) return {};
    const Word& word = analysis.parse.words[event.head];
    if (word.relation != Relation::kObl || word.head == kNoHead) return {};
    std::vector<Role> roles;
    const auto told = std::find_if(events.begin(), events.end(), [&](const Event& other) {
      return other.reported && other.head == word.head;
    });
    if (told != events.end()) {
      if (told->status != Status::kActual) return {};
      roles = told->actor;
      roles.insert(roles.end(), told->recipient.begin(), told->recipient.end());
    } else {
      roles = subjects_of(word.head);
    }
    std::set<std::string_view> countries;
    for (const auto& role : roles) {
      countries.insert(analysis.entities.entities[role.entity].country);
    }
    return countries.size() > 1 ? roles : std::vector<Role>();
  }

  std::vector<Role> subjects_of(uint32_t verb) const {
    const Analysis& analysis = writer_.analysis();
    std::vector<Role> roles;
    for (const auto& filler : fillers_of(analysis, lexicon_, verb)) {
      if (filler.slot != Slot::kSubject) continue;
      const auto behind = roles_behind(analysis, filler.word);
      roles.insert(roles.end(), behind.begin(), behind.end());
    }
    return roles;
  }

  Draft draft_of_talks_in(const Event& talks, std::vector<Role> roles) const {
    Event event = talks;
    event.status = Status::kActual;
    event.actor = std::move(roles);
    event.recipient.clear();
    return draft_of(event);
  }

  // "Russia and Turkey are invited", right behind the talks to come.
  void add_invited(const Event& event) {
    const uint32_t sentence = writer_.analysis().sentence_of(event.head);
    if (drafts_.empty() || drafts_.back().record.state != "planned") return;
    if (sentence > drafts_.back().sentence + kNear) return;
    for (const auto& role : event.recipient) {
      add_participant({writer_.actor(role), "likely"}, &drafts_.back().record);
    }
  }

  // Who agrees or signs in a third country has met there.
  bool is_agreed_abroad(const Event& event) const {
    const bool agreed = event.frame->reciprocal && event.frame->state == "agreed";
    if (!agreed || !event.reported || event.status != Status::kActual) return false;
    if (!event.place || event.place->inferred || event.place->country.empty()) return false;
    const Entities& entities = writer_.analysis().entities;
    if (event.place->country == entities.conflict_country) return false;
    std::set<std::string_view> countries;
    for (const auto& role : event.actor) {
      countries.insert(entities.entities[role.entity].country);
    }
    return countries.size() > 1 && !countries.contains(event.place->country);
  }

  bool names_talks(const Event& event) const {
    const Analysis& analysis = writer_.analysis();
    const auto fillers = fillers_of(analysis, lexicon_, event.head);
    return std::any_of(fillers.begin(), fillers.end(),
                       [&](const Filler& filler) { return names_talks(filler.word); });
  }

  Draft draft_of(const Event& event) const {
    Draft draft;
    draft.sentence = writer_.analysis().sentence_of(event.head);
    draft.mediated = event.frame->third_party;
    TalksRecord& record = draft.record;
    record.state = state_of(writer_.analysis().parse, event);
    // Where a war is fought is seldom where it is talked about.
    if (event.place && !event.place->inferred && !is_country_at_war(*event.place)) {
      record.place = writer_.place(event.place);
    }
    record.date = writer_.date(event.date, event.time);
    record.format = format_of(event);
    add_participants(event, event.actor, is_over(event.frame->state), &draft);
    add_participants(event, event.recipient, false, &draft);
    record.confidence = event.confidence;
    record.evidence = writer_.sentence_of(event.head);
    record.rule = event.entry->rule;
    return draft;
  }

  bool is_country_at_war(const PlaceInContext& place) const {
    const Entities& entities = writer_.analysis().entities;
    return place.country == entities.conflict_country &&
           entities.entities[place.entity].type == EntityType::kCountry;
  }

  // The name of the forum: a noun of talks that is written as a name ("Libya-konferansen"), or a
  // body that states meet as.
  std::string format_of(const Event& event) const {
    const Analysis& analysis = writer_.analysis();
    std::vector<uint32_t> words = {event.head};
    for (const auto& filler : fillers_of(analysis, lexicon_, event.head))
      words.push_back(filler.word);
    for (const uint32_t word : words) {
      const std::string_view form = analysis.parse.form(word);
      const bool named = !form.empty() && form.find('-') != std::string_view::npos &&
                         form.substr(0, 1) != analysis.form[word].substr(0, 1);
      if (named && names_talks(word)) return std::string(form);
    }
    const auto forum = forum_of_.find(event.head);
    return forum == forum_of_.end() ? std::string() : forum->second;
  }

  // Also as the last part of a compound.
  bool names_talks(uint32_t word) const {
    const auto& talks = lexicon_.set("talks");
    const auto lemma = writer_.analysis().lemma[word];
    const auto hyphen = lemma.rfind('-');
    return talks.contains(lemma) ||
           (hyphen != std::string_view::npos && talks.contains(lemma.substr(hyphen + 1)));
  }

  void add_participants(const Event& event, const std::vector<Role>& roles, bool refuse,
                        Draft* draft) const {
    for (const auto& role : roles) {
      if (stands_for_place(role)) continue;
      Participant participant{writer_.actor(role), attendance_of(event, role, refuse)};
      if (writer_.analysis().entities.entities[role.entity].forum) {
        draft->forums.insert(participant.actor.entity);
      }
      add_participant(std::move(participant), &draft->record);
    }
  }

  // "In Geneva", taken for a side that the clause does not name.
  bool stands_for_place(const Role& role) const {
    const Entities& entities = writer_.analysis().entities;
    return role.certainty == Certainty::kLikely &&
           entities.entities[role.entity].type == EntityType::kPlace;
  }

  static void add_participant(Participant participant, TalksRecord* record) {
    const auto known = std::find_if(record->participants.begin(), record->participants.end(),
                                    [&](const Participant& other) {
                                      return other.actor.country == participant.actor.country &&
                                             other.actor.sector == participant.actor.sector;
                                    });
    if (known == record->participants.end()) record->participants.push_back(std::move(participant));
  }

  static bool share_participant(const TalksRecord& a, const TalksRecord& b) {
    return std::any_of(a.participants.begin(), a.participants.end(), [&](const Participant& one) {
      return std::any_of(b.participants.begin(), b.participants.end(), [&](const Participant& two) {
        return one.actor.country == two.actor.country;
      });
    });
  }

  static bool same_occasion(const TalksRecord& a, const TalksRecord& b) {
    if (a.place && b.place && a.place->name != b.place->name) return false;
    if (!a.date || !b.date) return true;
    const auto& one = a.date->interval;
    const auto& two = b.date->interval;
    return one.begin <= two.end && two.begin <= one.end;
  }

  static bool agree(const TalksRecord& a, const TalksRecord& b) {
    if (!same_occasion(a, b)) return false;
    const bool apart =
        a.state == "planned" || is_over(a.state) || b.state == "planned" || is_over(b.state);
    return a.state == b.state || !apart;
  }

  // "X sends his regrets" right behind the talks that X stays away from.
  static bool stays_away(const Draft& known, const Draft& draft) {
    const TalksRecord& record = draft.record;
    return is_over(record.state) && record.state != "suspended" && !is_over(known.record.state) &&
           record.participants.size() < 3 && !record.place && !record.date &&
           draft.sentence <= known.sentence + kNear && draft.sentence > known.sentence &&
           std::all_of(record.participants.begin(), record.participants.end(),
                       [](const Participant& one) { return one.attendance == "absent"; });
  }

  static bool is_one(const Draft& known, const Draft& draft) {
    if (stays_away(known, draft)) return true;
    const bool shared = share_participant(known.record, draft.record);
    const bool one_sentence = known.sentence == draft.sentence;
    const bool meets = !is_over(known.record.state) && !is_over(draft.record.state);
    if (one_sentence && shared && meets && same_occasion(known.record, draft.record)) return true;
    return agree(known.record, draft.record) && (one_sentence || shared);
  }

  void add(Draft draft, Event* event) {
    if (event != nullptr) draft.events.push_back(event);
    for (auto known = drafts_.rbegin(); known != drafts_.rend(); ++known) {
      if (!is_one(*known, draft)) continue;
      for (auto& participant : draft.record.participants) {
        add_participant(std::move(participant), &known->record);
      }
      if (!known->record.place) known->record.place = draft.record.place;
      if (!known->record.date) known->record.date = draft.record.date;
      if (known->record.format.empty()) known->record.format = draft.record.format;
      known->mediated &= draft.mediated;
      known->forums.merge(draft.forums);
      known->events.insert(known->events.end(), draft.events.begin(), draft.events.end());
      return;
    }
    drafts_.push_back(std::move(draft));
  }

  const RecordWriter& writer_;
  const Lexicon& lexicon_;
  const Terms& terms_;
  std::map<uint32_t, std::string> forum_of_;  // by the head of the event
  std::vector<Draft> drafts_;
  std::vector<TalksRecord> records_;
};

}  // namespace

std::vector<TalksRecord> code_talks(const RecordWriter& writer, const Lexicon& lexicon,
                                    const Terms& terms, std::vector<Event>* events) {
  return TalksCoding(writer, lexicon, terms).run(*events);
}

}  // namespace varde
