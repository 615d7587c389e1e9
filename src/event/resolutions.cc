// Sentence by sentence: (1) which body is spoken of; (2) what the sentence says of a decision of
// its: acts of drafting, adopting and vetoing, verbs by which a body decides, counts of votes;
// (3) that is a new resolution or more about a known one.

#include "event/resolutions.h"

#include <algorithm>
#include <array>

#include "entity/participant.h"
#include "event/records.h"
#include "event/slots.h"
#include "event/votes.h"
#include "time/anchor.h"

namespace varde {
namespace {

constexpr std::array<std::string_view, 5> kStages = {"drafted", "tabled", "adopted", "failed",
                                                     "vetoed"};
constexpr uint32_t kFollows = 2;  // sentences through which a body stays the one spoken of

bool is_decided(std::string_view state) { return stage_of(kStages, state) >= 2; }

bool disjoint(const std::optional<DateSlot>& a, const std::optional<DateSlot>& b) {
  return a && b && (a->interval.end < b->interval.begin || b->interval.end < a->interval.begin);
}

class ResolutionCoding {
 public:
  ResolutionCoding(const RecordWriter& writer, const EventKnowledge& knowledge, const Terms& terms,
                   const std::vector<Event>& events)
      : writer_(writer),
        analysis_(writer.analysis()),
        lexicon_(knowledge.lexicon()),
        cues_(knowledge.cues().mark(writer.analysis())),
        terms_(terms),
        events_(events) {}

  std::vector<ResolutionRecord> run() {
    if (!names_body()) return {};
    for (uint32_t i = 0; i < analysis_.text.sentences.size(); ++i) read_sentence(i);
    std::vector<ResolutionRecord> records;
    for (auto& draft : drafts_) {
      if (draft.record.body.empty()) draft.record.body = first_body();
      if (draft.record.body.empty() || draft.record.state.empty()) continue;
      draft.record.in_favour = draft.votes.in_favour;
      draft.record.against = draft.votes.against;
      draft.record.abstained = draft.votes.abstained;
      draft.record.id = record_id("r", records.size());
      records.push_back(std::move(draft.record));
    }
    return records;
  }

 private:
  struct Draft {
    ResolutionRecord record;
    Votes votes;
    bool further = false;  // "another resolution"
  };

  // A verb by which a body decides.
  struct Decision {
    uint32_t verb = 0;
    std::string body;
  };

  void read_sentence(uint32_t number) {
    const auto& sentence = analysis_.text.sentences[number];
    Draft draft;
    const auto decision = decision_in(sentence);
    const auto body =
        decision ? std::optional(decision->body) : body_in(sentence.first, sentence.last);
    if (body) spoken_of_ = {*body, number};
    if (number <= spoken_of_.sentence + kFollows) draft.record.body = spoken_of_.body;
    draft.votes = votes_in(analysis_, lexicon_, terms_, sentence);
    if (!read_acts(sentence, decision, &draft)) return;
    draft.further = !terms_.find(analysis_, "further", sentence.first, sentence.last).empty();
    settle(&draft);
    add(std::move(draft));
  }

  // False when the sentence is about no resolution.
  bool read_acts(const Sentence& sentence, const std::optional<Decision>& decision, Draft* draft) {
    const auto named = terms_.find(analysis_, "resolution", sentence.first, sentence.last);
    bool vetoes = false;
    for (const auto& event : events_) {
      const bool here = event.head >= sentence.first && event.head < sentence.last;
      if (!here || event.frame->record != RecordKind::kResolution) continue;
      vetoes |= event.frame->state == "vetoed";
      add_act(event, &draft->record);
    }
    const bool voted = draft->votes.any() && (!draft->record.body.empty() || !drafts_.empty());
    if (named.empty() && !vetoes && !decision && !voted) return false;
    if (draft->record.evidence.end == 0) {
      draft->record.evidence = writer_.sentence_of(sentence.first);
    }
    if (decision) add_decision(*decision, &draft->record);
    for (const auto& match : named) {
      if (draft->record.subject.empty()) draft->record.subject = subject_of(match.last - 1);
      add_sponsors(match.last - 1, &draft->record);
    }
    return true;
  }

  // Counts tell how it ended where no veto does.
  static void settle(Draft* draft) {
    ResolutionRecord& record = draft->record;
    const Votes& votes = draft->votes;
    if (record.state == "vetoed" || record.body.empty()) return;
    if (!votes.settled && !votes.in_favour) return;
    const bool won = !votes.in_favour || *votes.in_favour > votes.against.value_or(0);
    record.state = won ? "adopted" : "failed";
    if (record.confidence == 0) record.confidence = kUnsupported;
  }

  std::optional<Decision> decision_in(const Sentence& sentence) const {
    for (const auto& match : terms_.find(analysis_, "decides", sentence.first, sentence.last)) {
      if (analysis_.parse.words[match.first].upos != Upos::kVerb) continue;
      for (const auto& filler : fillers_of(analysis_, lexicon_, match.first)) {
        const bool acts = fills(analysis_, lexicon_, filler, {Slot::kSubject, {}}) ||
                          fills(analysis_, lexicon_, filler, {Slot::kBy, {}});
        if (!acts) continue;
        if (auto body = body_that(filler.word)) return Decision{match.first, std::move(*body)};
      }
    }
    return std::nullopt;
  }

  // The body that a phrase names: one of the pack's, or a legislature with a name.
  std::optional<std::string> body_that(uint32_t word) const {
    uint32_t first = word;
    uint32_t last = word + 1;
    const uint32_t index = analysis_.entities.mention_of[word];
    if (index != kNoMention) {
      first = analysis_.entities.mentions[index].first;
      last = analysis_.entities.mentions[index].last;
    }
    if (auto body = body_in(first, last)) return body;
    for (const uint32_t entity : participants_of(analysis_.entities, analysis_.parse, word)) {
      const Entity& acting = analysis_.entities.entities[entity];
      if (legislates(acting) && acting.type == EntityType::kOrganization) {
        return std::string(acting.name);
      }
    }
    return std::nullopt;
  }

  std::optional<std::string> body_in(uint32_t first, uint32_t last) const {
    const auto bodies = terms_.find(analysis_, "body", first, last);
    if (bodies.empty()) return std::nullopt;
    return std::string(bodies[0].value);
  }

  // Whether there is anybody in the article who could decide.
  bool names_body() const {
    const auto& entities = analysis_.entities.entities;
    return !first_body().empty() ||
           std::any_of(entities.begin(), entities.end(), [](const Entity& entity) {
             return entity.type == EntityType::kOrganization && legislates(entity);
           });
  }

  static bool legislates(const Entity& entity) {
    return !entity.sector.empty() && entity.sector.front() == "LEG";
  }

  // The first body that the article names at all.
  std::string first_body() const {
    const auto body = body_in(0, static_cast<uint32_t>(analysis_.parse.words.size()));
    return body.value_or(std::string());
  }

  // A pending decision is tabled; one that might be taken says nothing.
  void add_decision(const Decision& decision, ResolutionRecord* record) const {
    const auto status = status_of(analysis_, cues_, decision.verb, {decision.verb}).status;
    const TimeExpression* time = time_of(analysis_.times, analysis_.parse, decision.verb);
    const auto& published = analysis_.times.published;
    const bool ahead =
        time != nullptr && time->interval && published && time->interval->begin > published->end;
    const bool votes = terms_.is(analysis_, "votes", decision.verb);
    std::string_view state;
    if (status == Status::kFuture || (status == Status::kActual && ahead)) state = "tabled";
    if (status == Status::kActual && !ahead && (!votes || has_content(decision.verb))) {
      state = "adopted";
    }
    if (!record->date && time != nullptr && !state.empty()) {
      record->date = writer_.date(time->interval, time);
    }
    if (stage_of(kStages, state) <= stage_of(kStages, record->state)) return;
    record->state = std::string(state);
    record->evidence = writer_.sentence_of(decision.verb);
    if (record->confidence == 0) record->confidence = kUnsupported;
  }

  // "Voted to end …".
  bool has_content(uint32_t verb) const {
    const Parse& parse = analysis_.parse;
    for (uint32_t i = parse.child_begin[verb]; i < parse.child_begin[verb + 1]; ++i) {
      const Relation relation = parse.words[parse.children[i]].relation;
      if (relation == Relation::kXcomp || relation == Relation::kCcomp) return true;
    }
    return false;
  }

  void add_act(const Event& event, ResolutionRecord* record) const {
    const bool actual = event.status == Status::kActual;
    std::string_view state = actual ? std::string_view(event.frame->state) : "tabled";
    const bool open = event.status == Status::kHypothetical || event.status == Status::kNegated;
    const bool of_one = state == "adopted" || state == "failed";
    if (open || (of_one && is_of_states(event))) state = {};
    if (event.frame->state == "vetoed" && actual) {
      add(writer_.actors(event.actor), &record->vetoed_by);
    } else if (stage_of(kStages, event.frame->state) <= stage_of(kStages, "tabled")) {
      add(writer_.actors(event.actor), &record->sponsors);
    }
    if (stage_of(kStages, state) <= stage_of(kStages, record->state)) return;
    record->state = std::string(state);
    record->rule = event.entry->rule;
    record->confidence = event.confidence;
    record->evidence = writer_.sentence_of(event.head);
    if (event.date) record->date = writer_.date(event.date, event.time);
  }

  // What single states vote for or against is not yet what the body decides.
  bool is_of_states(const Event& event) const {
    return !event.actor.empty() &&
           std::all_of(event.actor.begin(), event.actor.end(), [&](const Role& role) {
             const Entity& entity = analysis_.entities.entities[role.entity];
             const bool acts_abroad = entity.type == EntityType::kCountry ||
                                      (!entity.sector.empty() && entity.sector.front() == "GOV");
             return acts_abroad && !terms_.is(analysis_, "body", role.word);
           });
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

  // "A French resolution", "Russia's draft"; the body itself is no sponsor.
  void add_sponsors(uint32_t noun, ResolutionRecord* record) const {
    std::vector<Role> roles;
    for (const auto& filler : fillers_of(analysis_, lexicon_, noun)) {
      const bool sponsors = filler.slot == Slot::kAdjective || filler.slot == Slot::kGenitive ||
                            fills(analysis_, lexicon_, filler, {Slot::kBy, {}});
      if (!sponsors || terms_.is(analysis_, "body", filler.word)) continue;
      for (const auto& role : roles_behind(analysis_, filler.word)) {
        const bool states = analysis_.entities.entities[role.entity].country != "UNO";
        if (states) roles.push_back(role);
      }
    }
    add(writer_.actors(roles), &record->sponsors);
  }

  static void add(std::vector<Actor> actors, std::vector<Actor>* to) {
    for (auto& actor : actors) to->push_back(std::move(actor));
    remove_repeated(to);
  }

  static bool is_one(const Draft& known, const Draft& draft) {
    const auto& a = known.record;
    const auto& b = draft.record;
    if (!a.body.empty() && !b.body.empty() && a.body != b.body) return false;
    if (known.votes.contradicts(draft.votes)) return false;
    const bool both_decided = is_decided(a.state) && is_decided(b.state);
    if (both_decided && disjoint(a.date, b.date)) return false;
    return !(draft.further && is_decided(a.state));
  }

  void add(Draft draft) {
    for (auto known = drafts_.rbegin(); known != drafts_.rend(); ++known) {
      if (is_one(*known, draft)) return join(std::move(draft), &*known);
    }
    drafts_.push_back(std::move(draft));
  }

  static void join(Draft draft, Draft* known) {
    auto& record = known->record;
    auto& more = draft.record;
    known->votes.complete(draft.votes);
    if (record.body.empty()) record.body = std::move(more.body);
    if (record.subject.empty()) record.subject = std::move(more.subject);
    add(std::move(more.sponsors), &record.sponsors);
    add(std::move(more.vetoed_by), &record.vetoed_by);
    const bool later = stage_of(kStages, more.state) > stage_of(kStages, record.state);
    if (more.date && (!record.date || later)) record.date = std::move(more.date);
    if (!later) return;
    record.state = std::move(more.state);
    record.rule = std::move(more.rule);
    record.confidence = more.confidence;
    record.evidence = more.evidence;
  }

  struct SpokenOf {
    std::string body;
    uint32_t sentence = 0;
  };

  const RecordWriter& writer_;
  const Analysis& analysis_;
  const Lexicon& lexicon_;
  const std::vector<Cue> cues_;
  const Terms& terms_;
  const std::vector<Event>& events_;
  SpokenOf spoken_of_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<ResolutionRecord> code_resolutions(const RecordWriter& writer,
                                               const EventKnowledge& knowledge, const Terms& terms,
                                               const std::vector<Event>& events) {
  return ResolutionCoding(writer, knowledge, terms, events).run();
}

}  // namespace varde
