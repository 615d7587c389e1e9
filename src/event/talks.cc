#include "event/talks.h"

#include <algorithm>

#include "event/slots.h"

namespace varde {
namespace {

std::string state_of(const Event& event) {
  const auto& state = event.frame->state;
  if (state != "held" && state != "ongoing") return state;
  switch (event.status) {
    case Status::kFuture:
    case Status::kHypothetical: return "planned";
    case Status::kNegated: return "refused";
    case Status::kActual: return state;
  }
  return state;
}

std::string attendance_of(const Event& event, const Role& role) {
  if (role.certainty == Certainty::kLikely) return "likely";
  if (role.certainty == Certainty::kDoubtful) return "unlikely";
  return event.status == Status::kNegated ? "absent" : "confirmed";
}

class TalksCoding {
 public:
  TalksCoding(const RecordWriter& writer, const Lexicon& lexicon) : writer_(writer), lexicon_(lexicon) {}

  std::vector<TalksRecord> run(const std::vector<Event>& events) {
    for (const auto& event : events) {
      if (is_talks(event)) add(event);
    }
    std::erase_if(records_, [](const TalksRecord& record) {
      const bool alone = record.participants.size() < 2;
      return record.participants.empty() || (alone && !record.place && !record.date);
    });
    for (size_t i = 0; i < records_.size(); ++i) records_[i].id = record_id("k", i);
    return std::move(records_);
  }

 private:
  // Cancelling counts when it is talks or a visit that is cancelled.
  bool is_talks(const Event& event) const {
    if (event.frame->record != RecordKind::kTalks) return false;
    if (!event.reported && event.frame->type != nullptr) return false;
    return !event.frame->record_if_named || names_talks(event);
  }

  bool names_talks(const Event& event) const {
    const auto& talks = lexicon_.set("talks");
    const Analysis& analysis = writer_.analysis();
    for (const auto& filler : fillers_of(analysis, lexicon_, event.head)) {
      if (talks.contains(analysis.lemma[filler.word])) return true;
    }
    return false;
  }

  TalksRecord record_of(const Event& event) const {
    TalksRecord record;
    record.state = state_of(event);
    record.place = writer_.place(event.place);
    record.date = writer_.date(event.date, event.time);
    add_participants(event, event.actor, &record);
    add_participants(event, event.recipient, &record);
    record.confidence = event.confidence;
    record.evidence = writer_.sentence_of(event.head);
    record.rule = event.entry->rule;
    return record;
  }

  void add_participants(const Event& event, const std::vector<Role>& roles,
                        TalksRecord* record) const {
    for (const auto& role : roles) {
      add_participant({writer_.actor(role), attendance_of(event, role)}, record);
    }
  }

  static void add_participant(Participant participant, TalksRecord* record) {
    const auto known = std::find_if(
        record->participants.begin(), record->participants.end(), [&](const Participant& other) {
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

  static bool agree(const TalksRecord& a, const TalksRecord& b) {
    if (a.place && b.place && a.place->name != b.place->name) return false;
    if (a.date && b.date) {
      const auto& one = a.date->interval;
      const auto& two = b.date->interval;
      if (one.begin > two.end || two.begin > one.end) return false;
    }
    const bool over = a.state == "planned" || a.state == "refused" || b.state == "planned" ||
                      b.state == "refused";
    return a.state == b.state || !over;
  }

  void add(const Event& event) {
    auto record = record_of(event);
    for (auto& known : records_) {
      const bool one_sentence = known.evidence == record.evidence;
      if (!agree(known, record) || !(one_sentence || share_participant(known, record))) continue;
      for (auto& participant : record.participants) {
        add_participant(std::move(participant), &known);
      }
      if (!known.place) known.place = record.place;
      if (!known.date) known.date = record.date;
      return;
    }
    records_.push_back(std::move(record));
  }

  const RecordWriter& writer_;
  const Lexicon& lexicon_;
  std::vector<TalksRecord> records_;
};

}  // namespace

std::vector<TalksRecord> code_talks(const RecordWriter& writer, const Lexicon& lexicon,
                                    const std::vector<Event>& events) {
  return TalksCoding(writer, lexicon).run(events);
}

}  // namespace varde
