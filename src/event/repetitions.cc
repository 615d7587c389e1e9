#include "event/repetitions.h"

#include <algorithm>

#include "syntax/children.h"
#include "time/times.h"

namespace varde {
namespace {

constexpr int kHighest = 12;  // governors that are asked

class Repetitions {
 public:
  Repetitions(const Analysis& analysis, std::vector<Event>* events)
      : analysis_(analysis), parse_(analysis.parse), events_(*events) {}

  void run() {
    for (size_t i = 0; i < events_.size(); ++i) {
      for (size_t k = i + 1; k < events_.size(); ++k) {
        Event& a = events_[i];
        Event& b = events_[k];
        if (analysis_.sentence_of(a.head) != analysis_.sentence_of(b.head)) break;
        if (!a.reported || !b.reported || a.frame->type != b.frame->type) continue;
        const bool one_clause = clause_of(a.head) == clause_of(b.head);
        const bool first = one_clause ? weight(a) >= weight(b) : is_part_of(b, a);
        if (!one_clause && !first && !is_part_of(a, b)) continue;
        Event* kept = first ? &a : &b;
        Event* dropped = first ? &b : &a;
        // That nobody was killed does not undo the attack.
        if (one_clause && kept->status == Status::kActual) kept->status = dropped->status;
        merge(kept, dropped);
      }
    }
  }

 private:
  // The clause that a word belongs to: its nearest predicate.
  uint32_t clause_of(uint32_t word) const {
    uint32_t at = word;
    for (int step = 0; step < kHighest; ++step) {
      const Relation relation = parse_.words[at].relation;
      const bool predicate = parse_.words[at].upos == Upos::kVerb;
      if (parse_.words[at].head == kNoHead) return at;
      if (predicate && relation != Relation::kXcomp && relation != Relation::kAmod) return at;
      at = parse_.words[at].head;
    }
    return at;
  }

  // Whether a clause tells of what another one tells of, only less of it.
  bool is_part_of(const Event& part, const Event& whole) const {
    return is_aftermath_of(part, whole) || is_claimed_by(part, whole) || is_purpose_of(part, whole);
  }

  // "Came to Kyiv to meet him", "meet to discuss the crisis".
  bool is_purpose_of(const Event& part, const Event& whole) const {
    const Word& verb = parse_.words[part.head];
    return verb.relation == Relation::kAdvcl && verb.head == clause_of(whole.head) &&
           feature(verb.feats, "VerbForm") == "Inf" &&
           !has_child(parse_, part.head, Relation::kNsubj);
  }

  // "Admitted that it was behind the bomb": the claim is the attack.
  bool is_claimed_by(const Event& attack, const Event& claim) const {
    return claim.frame->claim && attack.entry->entry_class == EntryClass::kNoun &&
           is_within(parse_, attack.head, claim.head);
  }

  // "39 were killed when two rockets struck", "planes dropped bombs, and one was killed": what an
  // attack did is no second one unless it has a source, a time or an actor of its own.
  bool is_aftermath_of(const Event& victims, const Event& attack) const {
    if (!victims.frame->aftermath || victims.frame->claim || !victims.actor.empty()) return false;
    const auto* then = victims.time != nullptr ? victims.time : attack.time;
    if (then != nullptr && (then->span || (attack.time != nullptr && attack.time != then))) {
      return false;
    }
    const auto& a = victims.according_to;
    const auto& b = attack.according_to;
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(),
        [](const Attribution& x, const Attribution& y) { return x.entity == y.entity; });
  }

  static size_t weight(const Event& event) {
    const bool noun = event.entry->entry_class == EntryClass::kNoun;
    return 2 * event.frame->mode.size() + event.actor.size() + (noun ? 0 : 1);
  }

  static void merge(Event* kept, Event* dropped) {
    dropped->reported = false;
    dropped->part_of = kept->head;
    const auto known = [&](const Role& role) {
      const auto same = [&](const Role& other) { return other.entity == role.entity; };
      return std::any_of(kept->actor.begin(), kept->actor.end(), same) ||
             std::any_of(kept->recipient.begin(), kept->recipient.end(), same);
    };
    if (kept->actor.empty() || kept->frame->reciprocal) {
      for (const auto& role : dropped->actor) {
        if (!known(role)) kept->actor.push_back(role);
      }
    }
    if (kept->recipient.empty() && !kept->frame->reciprocal) {
      for (const auto& role : dropped->recipient) {
        if (!known(role)) kept->recipient.push_back(role);
      }
    }
    if (!kept->place) kept->place = dropped->place;
    if (!kept->date) {
      kept->date = dropped->date;
      kept->time = dropped->time;
    }
  }

  const Analysis& analysis_;
  const Parse& parse_;
  std::vector<Event>& events_;
};

}  // namespace

void join_repetitions(const Analysis& analysis, std::vector<Event>* events) {
  Repetitions(analysis, events).run();
}

}  // namespace varde
