// Codes the events of one document: evoked frames with their participants, status, date, place and
// sources, and the decision which of them are events that PLOVER would code.
#ifndef VARDE_EVENT_CODING_H_
#define VARDE_EVENT_CODING_H_

#include <filesystem>
#include <vector>

#include "event/analysis.h"
#include "event/attribution.h"
#include "event/event.h"
#include "event/event_model.h"
#include "event/lexicon.h"
#include "event/status.h"
#include "text/segmentation_rules.h"
#include "varde/result.h"

namespace varde {

// What is known about events in one language. Immutable after opening, thread safe.
class EventKnowledge {
 public:
  static Result<EventKnowledge> open(const std::filesystem::path& pack, const Codebook& codebook);

  const Lexicon& lexicon() const { return lexicon_; }
  const StatusCues& cues() const { return cues_; }

 private:
  EventKnowledge(Lexicon lexicon, StatusCues cues)
      : lexicon_(std::move(lexicon)), cues_(std::move(cues)) {}
  Lexicon lexicon_;
  StatusCues cues_;
};

// In text order of their heads. Events with `reported` are the document's events; the others feed
// records only.
// `model` settles who took part, where, and how sure it is; without it, the rules' finding stands.
std::vector<Event> code_events(const Analysis& analysis, const EventKnowledge& knowledge,
                               const Attributions& attributions, const EventModel* model);

}  // namespace varde

#endif  // VARDE_EVENT_CODING_H_
