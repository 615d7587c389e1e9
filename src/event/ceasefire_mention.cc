#include "event/ceasefire_mention.h"

#include <algorithm>

#include "event/records.h"

namespace varde {
namespace {

bool is_below(const Parse& parse, uint32_t word, uint32_t head) {
  while (word != head && parse.words[word].head != kNoHead) word = parse.words[word].head;
  return word == head;
}

class MentionReader {
 public:
  MentionReader(const Analysis& analysis, const Lexicon& lexicon, const Terms& terms,
                const std::vector<Event>& events)
      : analysis_(analysis),
        parse_(analysis.parse),
        lexicon_(lexicon),
        terms_(terms),
        events_(events) {}

  std::vector<CeasefireMention> run() const {
    std::vector<CeasefireMention> mentions;
    for (const uint32_t word : mentioned()) mentions.push_back(mention_at(word));
    return mentions;
  }

 private:
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
    for (uint32_t i = parse_.child_begin[word]; i < parse_.child_begin[word + 1]; ++i) {
      mention.earlier |= terms_.is(analysis_, "earlier", parse_.children[i]);
      mention.unilateral |= terms_.is(analysis_, "unilateral", parse_.children[i]);
    }
    for (const auto& event : events_) {
      if (analysis_.sentence_of(event.head) != mention.sentence) continue;
      if (event.frame->record != RecordKind::kCeasefire || event.frame->state.empty()) continue;
      if (event.frame->record_if_named && !acts_on_mention(analysis_, event, word)) continue;
      mention.stage =
          std::max(mention.stage, stage_of(kCeasefireStages, ceasefire_state_told_by(event)));
    }
    for (const auto& duration : analysis_.times.durations) {
      // Prepositional phrases behind the noun often hang on the verb: "propose a truce of 24
      // hours".
      constexpr uint32_t kBehind = 4;  // tokens
      const bool beside =
          duration.last == word || (duration.first > word && duration.first - word <= kBehind);
      if (analysis_.sentence_of(duration.head) == mention.sentence && is_length(duration.head) &&
          (is_below(parse_, duration.head, word) || beside)) {
        mention.hours = duration.hours;
      }
    }
    for (const auto& time : analysis_.times.expressions) {
      if (!time.interval || analysis_.sentence_of(time.head) != mention.sentence) continue;
      if (time.until && time.closes) mention.until = &time;
      const bool stretch = time.opens && time.closes;
      if (!time.until && (stretch || is_below(parse_, time.head, word))) mention.since = &time;
    }
    mention.area = area_of(word);
    return mention;
  }

  // "Of 24 hours", "for a week"; not "after ten hours".
  bool is_length(uint32_t head) const {
    for (uint32_t i = parse_.child_begin[head]; i < parse_.child_begin[head + 1]; ++i) {
      const uint32_t child = parse_.children[i];
      if (parse_.words[child].relation != Relation::kCase) continue;
      const auto preposition = analysis_.lemma[child];
      if (!lexicon_.realises(Slot::kOf, preposition) &&
          !lexicon_.realises(Slot::kFor, preposition) &&
          !lexicon_.realises(Slot::kOn, preposition)) {
        return false;
      }
    }
    return true;
  }

  // Where it holds: a place on the noun itself or beside it on its verb.
  std::optional<PlaceInContext> area_of(uint32_t word) const {
    auto place = place_of(analysis_.entities, parse_, word);
    if (!place || !place->attached) return country_beside(word);
    if (is_below(parse_, place->word, word)) return place;
    const uint32_t verb = parse_.words[word].head;
    const bool beside = verb != kNoHead && is_below(parse_, place->word, verb) &&
                        parse_.words[place->word].head == verb;
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
      found = place_named_by(entities, parse_, mention.head);
    }
    return found;
  }

  const Analysis& analysis_;
  const Parse& parse_;
  const Lexicon& lexicon_;
  const Terms& terms_;
  const std::vector<Event>& events_;
};

}  // namespace

std::vector<CeasefireMention> ceasefire_mentions(const Analysis& analysis, const Lexicon& lexicon,
                                                 const Terms& terms,
                                                 const std::vector<Event>& events) {
  return MentionReader(analysis, lexicon, terms, events).run();
}

bool acts_on_mention(const Analysis& analysis, const Event& event, uint32_t mention) {
  return is_below(analysis.parse, mention, event.head) ||
         is_below(analysis.parse, event.head, mention);
}

std::string_view ceasefire_state_told_by(const Event& event) {
  const std::string_view state = event.frame->state;
  if (event.status == Status::kActual) return state;
  const bool ends = state == "violated" || state == "collapsed" || state == "expired";
  if (ends) return event.status == Status::kHypothetical ? std::string_view() : "in_force";
  if (event.status == Status::kFuture) return state == "in_force" ? "agreed" : "negotiating";
  if (event.status == Status::kNegated && state == "agreed") return "negotiating";
  return "proposed";
}

}  // namespace varde
