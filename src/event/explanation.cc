#include "event/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/utf8.h"
#include "event/headline.h"
#include "event/slots.h"
#include "event/status.h"

namespace varde {
namespace {

constexpr size_t kLongestForm = 24;  // columns of a word in the tree

std::string_view name_of(Cue cue) {
  switch (cue) {
    case Cue::kNone:
      return "";
    case Cue::kNegation:
      return "negation";
    case Cue::kFailure:
      return "failure";
    case Cue::kFuture:
      return "future";
    case Cue::kWill:
      return "will";
    case Cue::kHypothetical:
      return "hypothetical";
    case Cue::kCondition:
      return "condition";
    case Cue::kDoubt:
      return "doubt";
    case Cue::kDenial:
      return "denial";
    case Cue::kPerfect:
      return "perfect";
  }
  return "";
}

std::string code_of(const Entity& entity) {
  std::string code(entity.country);
  code += ':';
  for (size_t i = 0; i < entity.sector.size(); ++i) {
    code.append(i > 0 ? "," : "").append(entity.sector[i]);
  }
  return code;
}

class Explanation {
 public:
  Explanation(const Analysis& analysis, const EventKnowledge& knowledge,
              const std::vector<Event>& events)
      : analysis_(analysis),
        parse_(analysis.parse),
        lexicon_(knowledge.lexicon()),
        cues_(knowledge.cues().mark(analysis)),
        events_(events) {}

  std::string write() {
    for (size_t at = 0; at < events_.size();) {
      const uint32_t sentence = analysis_.sentence_of(events_[at].head);
      write_sentence(sentence);
      for (; at < events_.size() && analysis_.sentence_of(events_[at].head) == sentence; ++at) {
        events_[at].reported ? write_event(events_[at]) : write_background(events_[at]);
      }
    }
    return std::move(out_);
  }

 private:
  template <class... Values>
  void line(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Values>(values)...);
    out_ += '\n';
  }

  std::string words(uint32_t first, uint32_t last) const {
    return printable(analysis_.text.covered(first, last));
  }

  std::string short_form(uint32_t word) const {
    return printable(first_code_points(parse_.form(word), kLongestForm));
  }

  void write_sentence(uint32_t number) {
    const Sentence& sentence = analysis_.text.sentences[number];
    line("\nSentence {}: {}", number + 1, words(sentence.first, sentence.last));
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Word& word = parse_.words[i];
      line("  {:>3}  {:<{}} {:<6} {:<12} {}", i - sentence.first + 1, short_form(i), kLongestForm,
           to_string(word.upos), word.deprel, word.head == kNoHead ? "" : short_form(word.head));
    }
  }

  void write_background(const Event& event) {
    line("  (not an event of its own: \"{}\", frame {}, {})", words(event.first, event.last),
         event.frame->id, event.entry->place);
  }

  void write_event(const Event& event) {
    const auto& frame = *event.frame;
    line("  {} \"{}\", confidence {:.2f}", frame.type->name, words(event.first, event.last),
         event.confidence);
    line("    frame         {}: {}", frame.id, frame.description);
    line("    lexicon       {} at {}", event.entry->rule, event.entry->place);
    write_roles("actor", event, event.actor);
    write_roles("recipient", event, event.recipient);
    write_status(event);
    write_date(event);
    write_place(event);
    write_sources(event);
  }

  void write_roles(std::string_view name, const Event& event, const std::vector<Role>& roles) {
    if (roles.empty()) line("    {:<13} nobody", name);
    for (const auto& role : roles) {
      const Entity& entity = analysis_.entities.entities[role.entity];
      std::string known;
      if (role.certainty != Certainty::kStated) known += "; likely, by the learned trees";
      if (!entity.canonical.empty()) known += fmt::format("; known as {}", entity.canonical);
      if (!entity.office.empty()) known += fmt::format("; {}", entity.office);
      line("    {:<13} {} {}: {}{}", name, code_of(entity), printable(entity.name),
           place_in_clause(event, role.word), printable(known));
    }
  }

  // As what the word stands in the clause of the event.
  std::string place_in_clause(const Event& event, uint32_t word) const {
    for (const auto& filler : fillers_in_context(analysis_, lexicon_, event.head)) {
      if (filler.word != word) continue;
      if (filler.slot) return fmt::format("{} of the clause", to_string(*filler.slot));
      return fmt::format("behind \"{}\"", printable(parse_.form(filler.preposition)));
    }
    const std::string form = printable(parse_.form(word));
    const bool here = analysis_.sentence_of(word) == analysis_.sentence_of(event.head);
    return here ? fmt::format("by \"{}\" in the sentence", form)
                : fmt::format("by \"{}\" in sentence {}", form, analysis_.sentence_of(word) + 1);
  }

  void write_status(const Event& event) {
    std::vector<uint32_t> own;
    for (uint32_t i = event.first; i < event.last; ++i) own.push_back(i);
    std::string why;
    for (const uint32_t word : status_of(analysis_, cues_, event.head, own).words) {
      why += fmt::format("{}\"{}\" ({})", why.empty() ? ", by " : ", ",
                         printable(parse_.form(word)), name_of(cues_[word]));
    }
    if (!event.entry->status.empty()) why += ", by the lexicon line";
    if (why.empty() && event.status == Status::kFuture) why = ", by its date";
    line("    status        {}{}", to_string(event.status), why);
  }

  void write_date(const Event& event) {
    if (!event.date) {
      return line("    date          none: no time in the text belongs to it");
    }
    const std::string why =
        event.time != nullptr ? fmt::format("by \"{}\"", words(event.time->first, event.time->last))
        : event.dated_by
            ? fmt::format("that of \"{}\" in sentence {}", printable(parse_.form(*event.dated_by)),
                          analysis_.sentence_of(*event.dated_by) + 1)
            : "of the talks that it speaks of";
    line("    date          {} to {}, {}", to_string(event.date->begin), to_string(event.date->end),
         why);
  }

  void write_place(const Event& event) {
    if (!event.place) return line("    place         none");
    const auto& place = *event.place;
    const std::string_view why = place.inferred   ? "inferred from who and what is near"
                                 : place.attached ? "in its clause"
                                                  : "the only place of the sentence";
    line("    place         {} {}: {}", place.country, printable(place.name), why);
  }

  void write_sources(const Event& event) {
    if (event.according_to.empty()) line("    according to  the text itself");
    for (const auto& source : event.according_to) {
      const Entity& entity = analysis_.entities.entities[source.entity];
      line("    according to  {} {}, who {} it", code_of(entity), printable(entity.name),
           to_string(source.stance));
    }
  }

  const Analysis& analysis_;
  const Parse& parse_;
  const Lexicon& lexicon_;
  const std::vector<Cue> cues_;
  const std::vector<Event>& events_;
  std::string out_;
};

}  // namespace

std::string explain_events(const Analysis& analysis, const EventKnowledge& knowledge,
                           const std::vector<Event>& events) {
  return Explanation(analysis, knowledge, events).write();
}

}  // namespace varde
