// From a word to an event: (1) evocations give frames; (2) the slots of each give its participants;
// (3) status, date, place and sources are asked for; (4) what others contain, what nobody takes
// part in and what says the same twice (repetitions.h) is taken out.

#include "event/coding.h"

#include <algorithm>

#include "entity/participant.h"
#include "event/evocation.h"
#include "event/headline.h"
#include "event/repetitions.h"
#include "event/slots.h"
#include "syntax/children.h"
#include "time/anchor.h"

namespace varde {
namespace {

constexpr int kHighest = 12;             // governors that are asked
constexpr uint32_t kLongestTrigger = 8;  // tokens

class Coding {
 public:
  Coding(const Analysis& analysis, const EventKnowledge& knowledge,
         const Attributions& attributions)
      : analysis_(analysis),
        parse_(analysis.parse),
        entities_(analysis.entities),
        lexicon_(knowledge.lexicon()),
        attributions_(attributions),
        cues_(knowledge.cues().mark(analysis)) {}

  std::vector<Event> run(const EventModel* model) {
    for (const auto& evocation : evocations(analysis_, lexicon_)) build(evocation);
    for (auto& event : events_) event.reported = is_event(event);
    for (auto& event : events_) {
      if (event.reported && is_contained(event)) event.reported = false;
    }
    join_repetitions(analysis_, &events_);
    if (model != nullptr) {
      model->assign(EventContext(analysis_, lexicon_, events_), &events_);
      for (auto& event : events_) {
        if (event.frame->claim) claim(&event);  // again: by the actors as they are now
      }
    }
    return std::move(events_);
  }

 private:
  void build(const Evocation& evocation) {
    Event event;
    event.entry = evocation.entry;
    event.frame = evocation.entry->frame;
    event.head = evocation.head;
    set_status(evocation, &event);
    set_trigger(evocation, &event);
    const auto fillers = fillers_of_expression(evocation);
    const auto& entry = *event.entry;
    fill_roles(fillers, roles_of(entry.actor, event.frame->actor), event.frame->reciprocal,
               &event.actor);
    fill_roles(fillers, roles_of(entry.recipient, event.frame->recipient), false, &event.recipient);
    if (event.recipient.empty()) add_objects_of_expression(evocation, &event.recipient);
    settle_roles(&event);
    set_date(&event);
    event.place = varde::place_of(entities_, parse_, event.head);
    event.according_to = attributions_.of(event.head);
    if (event.frame->claim) claim(&event);
    events_.push_back(std::move(event));
  }

  // Who "will not meet them on Friday" refuses to, now.
  void set_status(const Evocation& evocation, Event* event) const {
    const StatusFinding found = status_of(analysis_, cues_, event->head, evocation.words);
    event->status = found.status;
    // Who could refuse: of a passive ("will not be freed") the text does not say.
    const bool may_refuse = has_child(parse_, event->head, Relation::kNsubj);
    if (found.refused && event->frame->refused != nullptr && may_refuse) {
      event->frame = event->frame->refused;
      event->status = Status::kActual;
    }
    const auto& named = event->entry->status;
    if (!named.empty()) event->status = status_named(named, event->status);
  }

  // What hangs on the other words counts too: in "hold talks with X" it is the noun that has X.
  std::vector<Filler> fillers_of_expression(const Evocation& evocation) const {
    auto fillers = fillers_in_context(analysis_, lexicon_, evocation.head);
    for (const uint32_t word : evocation.words) {
      if (word == evocation.head || parse_.words[word].upos != Upos::kNoun) continue;
      for (const auto& filler : fillers_of(analysis_, lexicon_, word)) {
        if (filler.slot == Slot::kSubject || filler.slot == Slot::kObject) continue;
        fillers.push_back(filler);
      }
    }
    return fillers;
  }

  // A preposition among the fixed words ("lash out at") has the recipient as its noun.
  void add_objects_of_expression(const Evocation& evocation, std::vector<Role>* to) const {
    for (const uint32_t word : evocation.words) {
      if (parse_.words[word].relation != Relation::kCase) continue;
      const uint32_t noun = parse_.words[word].head;
      const bool fixed =
          std::find(evocation.words.begin(), evocation.words.end(), noun) != evocation.words.end();
      if (!fixed) add_participants(noun, to);
    }
  }

  static Status status_named(std::string_view name, Status found) {
    if (name == "negated") return Status::kNegated;
    if (found == Status::kNegated) return found;
    if (name == "future") return Status::kFuture;
    if (name == "hypothetical") return Status::kHypothetical;
    return Status::kActual;
  }

  static std::vector<RoleSlot> roles_of(const std::vector<RoleSlot>& own,
                                        const std::vector<Slot>& frames) {
    if (!own.empty()) return own;
    std::vector<RoleSlot> slots;
    slots.reserve(frames.size());
    for (const Slot slot : frames) slots.push_back({slot, {}});
    return slots;
  }

  void set_trigger(const Evocation& evocation, Event* event) const {
    const uint32_t first = evocation.words.front();
    const uint32_t last = evocation.words.back() + 1;
    const bool together = last - first <= kLongestTrigger;
    event->first = together ? first : evocation.head;
    event->last = together ? last : evocation.head + 1;
  }

  // The first slot that names participants fills the role; of reciprocal frames all slots do.
  void fill_roles(const std::vector<Filler>& fillers, const std::vector<RoleSlot>& slots, bool all,
                  std::vector<Role>* to) const {
    for (const auto& slot : slots) {
      for (const auto& filler : fillers) {
        if (fills(analysis_, lexicon_, filler, slot)) add_participants(filler.word, to);
      }
      if (!all && !to->empty()) return;
    }
  }

  void add_participants(uint32_t word, std::vector<Role>* to) const {
    if (add_own(word, to)) return;
    // "Serb guns", "the minister's offer", "supporters of the president": who owns or makes it.
    for (uint32_t i = parse_.child_begin[word]; i < parse_.child_begin[word + 1]; ++i) {
      const uint32_t child = parse_.children[i];
      switch (parse_.words[child].relation) {
        case Relation::kNmodPoss:
        case Relation::kAmod:
        case Relation::kCompound:
          add_own(child, to);
          break;
        case Relation::kNmod:
          if (has_preposition(child, Slot::kOf) || !has_child(parse_, child, Relation::kCase)) {
            add_own(child, to);
          }
          break;
        default:
          break;
      }
    }
  }

  // "We", said in a quotation, is whoever speaks.
  bool is_first_person(uint32_t word) const {
    return parse_.words[word].upos == Upos::kPron &&
           feature(parse_.words[word].feats, "Person") == "1";
  }

  bool add_own(uint32_t word, std::vector<Role>* to) const {
    auto entities = participants_of(entities_, parse_, word);
    if (is_first_person(word)) {
      entities.clear();
      for (const auto& source : attributions_.of(word)) entities.push_back(source.entity);
    }
    for (const uint32_t entity : entities) {
      const bool known = std::any_of(to->begin(), to->end(),
                                     [&](const Role& role) { return role.entity == entity; });
      if (!known) to->push_back({entity, word, Certainty::kStated});
    }
    return !entities.empty();
  }

  bool has_preposition(uint32_t word, Slot slot) const {
    for (uint32_t i = parse_.child_begin[word]; i < parse_.child_begin[word + 1]; ++i) {
      const uint32_t child = parse_.children[i];
      if (parse_.words[child].relation == Relation::kCase &&
          lexicon_.realises(slot, analysis_.lemma[child])) {
        return true;
      }
    }
    return false;
  }

  static void settle_roles(Event* event) {
    auto& recipient = event->recipient;
    if (event->frame->reciprocal) {
      for (const auto& role : recipient) {
        const bool known =
            std::any_of(event->actor.begin(), event->actor.end(),
                        [&](const Role& actor) { return actor.entity == role.entity; });
        if (!known) event->actor.push_back(role);
      }
      recipient.clear();
      return;
    }
    std::erase_if(recipient, [&](const Role& role) {
      return std::any_of(event->actor.begin(), event->actor.end(),
                         [&](const Role& actor) { return actor.entity == role.entity; });
    });
  }

  // A date after publication makes an event future; a past tense cannot have one, so such a date
  // belongs elsewhere in the sentence, and that of a refusal to what is refused.
  void set_date(Event* event) const {
    event->time = time_of(analysis_.times, parse_, event->head);
    if (event->time == nullptr) return;
    event->date = event->time->interval;
    const auto& published = analysis_.times.published;
    if (!event->date || !published || event->status != Status::kActual) return;
    const auto feats = parse_.words[event->head].feats;
    const bool finite = feature(feats, "VerbForm") == "Fin";
    const auto tense = finite ? feature(feats, "Tense") : std::string_view();
    const bool after = event->date->begin > published->end;
    const bool refused = event->frame != event->entry->frame;
    if (after && (tense == "Past" || refused)) {
      event->date.reset();
      event->time = nullptr;
    } else if (after || (tense == "Pres" && event->date->begin >= published->begin)) {
      event->status = Status::kFuture;
    }
  }

  static void claim(Event* event) {
    event->according_to.clear();
    for (const auto& role : event->actor) {
      event->according_to.push_back({role.entity, Stance::kStates});
    }
  }

  // A noun names an event only when the text says who, or both where and when, or when it stands in
  // a clause that says that it takes place; else it is background. A verb always reports one.
  bool is_event(const Event& event) const {
    if (event.frame->type == nullptr || is_denial_of_act(event.head)) return false;
    if (event.entry->entry_class != EntryClass::kNoun) return true;
    if (!event.actor.empty() || !event.recipient.empty()) return true;
    return (event.place && (event.date || is_headline(event.head))) || takes_place(event.head);
  }

  // "Denied that its soldiers had fired": the act is the event, negated.
  bool is_denial_of_act(uint32_t verb) const {
    return cues_[verb] == Cue::kDenial && has_child(parse_, verb, Relation::kCcomp);
  }

  // "Air strike on Khartoum airport": a headline without a verb reports what its noun names.
  bool is_headline(uint32_t noun) const {
    const Sentence& sentence = analysis_.text.sentences[analysis_.sentence_of(noun)];
    const bool heading =
        sentence.kind == SentenceKind::kHeadline || sentence.kind == SentenceKind::kSubhead;
    return heading && parse_.words[noun].head == kNoHead;
  }

  bool takes_place(uint32_t noun) const {
    const Relation relation = parse_.words[noun].relation;
    const uint32_t governor = parse_.words[noun].head;
    if (governor == kNoHead) return false;
    if (relation != Relation::kNsubj && relation != Relation::kNsubjPass &&
        relation != Relation::kObj) {
      return false;
    }
    const auto& verbs = lexicon_.set(relation == Relation::kObj ? "light" : "occur");
    return verbs.contains(analysis_.lemma[governor]) ||
           (relation == Relation::kNsubjPass &&
            lexicon_.set("light").contains(analysis_.lemma[governor]));
  }

  // "Accused Russia of shelling", "agreed to meet": what is said is no event of its own.
  bool is_contained(const Event& event) const {
    uint32_t at = event.head;
    for (int step = 0; step < kHighest; ++step) {
      const Relation relation = parse_.words[at].relation;
      const uint32_t governor = parse_.words[at].head;
      if (governor == kNoHead || relation == Relation::kConj || relation == Relation::kAclRelcl ||
          relation == Relation::kParataxis || relation == Relation::kNsubj ||
          relation == Relation::kNsubjPass) {
        if (relation != Relation::kConj || governor == kNoHead) return false;
      } else if (relation == Relation::kAdvcl && !has_marker_slot(at)) {
        return false;
      } else if (contains(governor, event)) {
        return true;
      }
      at = governor;
    }
    return false;
  }

  // An adverbial clause behind a preposition ("accused of shelling", "for å …") is content; one
  // behind a conjunction ("after shelling") is not, nor is one in its own time.
  bool has_marker_slot(uint32_t clause) const {
    for (uint32_t i = parse_.child_begin[clause]; i < parse_.child_begin[clause + 1]; ++i) {
      const uint32_t child = parse_.children[i];
      if (parse_.words[child].relation != Relation::kMark &&
          parse_.words[child].relation != Relation::kCase) {
        continue;
      }
      for (const Slot slot : {Slot::kOf, Slot::kFor, Slot::kTo, Slot::kAgainst, Slot::kOn}) {
        if (lexicon_.realises(slot, analysis_.lemma[child])) return true;
      }
    }
    return false;
  }

  bool contains(uint32_t word, const Event& inner) const {
    const Event* outer = event_at(events_, word);
    return outer != nullptr && outer != &inner && outer->frame->content && outer->reported;
  }

  const Analysis& analysis_;
  const Parse& parse_;
  const Entities& entities_;
  const Lexicon& lexicon_;
  const Attributions& attributions_;
  const std::vector<Cue> cues_;
  std::vector<Event> events_;
};

}  // namespace

Result<EventKnowledge> EventKnowledge::open(const std::filesystem::path& pack,
                                            const Codebook& codebook) {
  auto lexicon = Lexicon::open(pack, codebook);
  if (!lexicon) return tl::unexpected(lexicon.error());
  auto cues = StatusCues::open(pack);
  if (!cues) return tl::unexpected(cues.error());
  return EventKnowledge(std::move(*lexicon), std::move(*cues));
}

std::vector<Event> code_events(const Analysis& analysis, const EventKnowledge& knowledge,
                               const Attributions& attributions, const EventModel* model) {
  return Coding(analysis, knowledge, attributions).run(model);
}

}  // namespace varde
