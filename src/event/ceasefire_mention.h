// Where an article speaks of a ceasefire, and what it says of it right there.
#ifndef VARDE_EVENT_CEASEFIRE_MENTION_H_
#define VARDE_EVENT_CEASEFIRE_MENTION_H_

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "event/analysis.h"
#include "event/event.h"
#include "event/lexicon.h"
#include "event/terms.h"

namespace varde {

// Later in the life of a ceasefire is higher; a rejected proposal ends it where it stands.
inline constexpr std::array<std::string_view, 9> kCeasefireStages = {
    "proposed", "negotiating", "rejected", "agreed",   "in_force",
    "extended", "expired",     "violated", "collapsed"};

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

// In text order: the nouns that name a ceasefire, and the events that speak of one in a sentence
// without ("the guns fell silent").
std::vector<CeasefireMention> ceasefire_mentions(const Analysis& analysis, const Lexicon& lexicon,
                                                 const Terms& terms,
                                                 const std::vector<Event>& events);

// "Agreed on a ceasefire", "the ceasefire that they agreed on".
bool acts_on_mention(const Analysis& analysis, const Event& event, uint32_t mention);

// What an event says about the stage, by whether it happened; "" when it says nothing.
std::string_view ceasefire_state_told_by(const Event& event);

}  // namespace varde

#endif  // VARDE_EVENT_CEASEFIRE_MENTION_H_
