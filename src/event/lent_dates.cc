#include "event/lent_dates.h"

#include <algorithm>
#include <string_view>

#include "syntax/children.h"
#include "time/times.h"

namespace varde {
namespace {

constexpr uint32_t kDeepest = 64;

class Lending {
 public:
  Lending(const Analysis& analysis, std::vector<Event>* events)
      : analysis_(analysis), parse_(analysis.parse), events_(*events) {}

  // In text order, so that what has borrowed a date lends it on: "24 died, 30 were hurt".
  void run() {
    for (Event& event : events_) {
      if (!may_borrow(event)) continue;
      const Event* lender = in_headline(event)       ? told_below(event)
                            : event.frame->aftermath ? told_before(event)
                                                     : nullptr;
      if (lender == nullptr) continue;
      event.date = lender->date;
      event.dated_by = lender->head;
    }
  }

 private:
  // A time that could not be resolved is one of its own all the same.
  static bool may_borrow(const Event& event) {
    return event.reported && event.status == Status::kActual && !event.date &&
           event.time == nullptr;
  }

  static bool may_lend(const Event& lender, const Event& event) {
    return lender.reported && lender.status == Status::kActual && lender.date &&
           (lender.frame->type == event.frame->type || is_vote(event));
  }

  // What is voted on may be a decision of any type.
  static bool is_vote(const Event& event) {
    return event.frame->aftermath && event.frame->record == RecordKind::kResolution;
  }

  const Sentence& sentence_of(const Event& event) const {
    return analysis_.text.sentences[analysis_.sentence_of(event.head)];
  }

  bool in_headline(const Event& event) const {
    return sentence_of(event).kind == SentenceKind::kHeadline;
  }

  std::string_view country_of(const Role& role) const {
    return analysis_.entities.entities[role.entity].country;
  }

  // Whether they name a country in common, or one of them names none.
  bool may_be_the_same(const Event& a, const Event& b) const {
    bool both = false;
    for (const auto* roles : {&a.actor, &a.recipient}) {
      for (const Role& role : *roles) {
        for (const auto* others : {&b.actor, &b.recipient}) {
          for (const Role& other : *others) {
            both = true;
            if (country_of(role) == country_of(other)) return true;
          }
        }
      }
    }
    return !both;
  }

  const Event* told_below(const Event& event) const {
    const Event* first = nullptr;
    for (const Event& lender : events_) {
      if (in_headline(lender) || !may_lend(lender, event)) continue;
      if (!may_be_the_same(lender, event)) continue;
      if (analysis_.lemma[lender.head] == analysis_.lemma[event.head]) return &lender;
      if (first == nullptr) first = &lender;
    }
    return first;
  }

  // "427 have been killed" counts up what a stretch brought, "427 were killed" tells of a day.
  bool counts_up(const Event& event) const {
    return has_child(parse_, event.head, Relation::kAux, "Pres") ||
           has_child(parse_, event.head, Relation::kAuxPass, "Pres") ||
           has_child(parse_, event.head, Relation::kCop, "Pres");
  }

  bool may_lend_aftermath(const Event& lender, const Event& event) const {
    const bool stretch = lender.time != nullptr && lender.time->span;
    return may_lend(lender, event) && stretch == counts_up(event);
  }

  // Of the events of the nearest sentence the one that its tree puts highest, of those the last.
  const Event* told_before(const Event& event) const {
    const uint32_t sentence = analysis_.sentence_of(event.head);
    const Event* best = nullptr;
    for (auto i = static_cast<size_t>(&event - events_.data()); i-- > 0;) {
      const Event* lender = &events_[i];
      const uint32_t its = analysis_.sentence_of(lender->head);
      if (its + 1 < sentence || (best != nullptr && its < analysis_.sentence_of(best->head))) break;
      if (!may_lend_aftermath(*lender, event)) continue;
      if (sentence_of(*lender).paragraph != sentence_of(event).paragraph) break;
      if (best == nullptr || depth_of(lender->head) < depth_of(best->head)) best = lender;
    }
    return best;
  }

  uint32_t depth_of(uint32_t word) const {
    uint32_t depth = 0;
    while (parse_.words[word].head != kNoHead && depth < kDeepest) {
      word = parse_.words[word].head;
      ++depth;
    }
    return depth;
  }

  const Analysis& analysis_;
  const Parse& parse_;
  std::vector<Event>& events_;
};

}  // namespace

void lend_dates(const Analysis& analysis, std::vector<Event>* events) {
  Lending(analysis, events).run();
}

}  // namespace varde
