// Status of an event: whether it happened, will, might or did not, from cue words of the language
// (lang/<code>/status.tsv) and the tree. PLOVER names these auxiliary statuses.
#ifndef VARDE_EVENT_STATUS_H_
#define VARDE_EVENT_STATUS_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "event/analysis.h"
#include "event/event.h"
#include "varde/result.h"

namespace varde {

// negation "not" · will "will" (future; with a negation beside it a refusal) · failure "fail to"
// (what depends on it did not happen) · future "will" · hypothetical "might" · condition "if" ·
// doubt "reportedly" · denial "denies having" (what depends on it is denied) · perfect "have"
// (makes "skal ha" a report, no future).
enum class Cue : uint8_t {
  kNone,
  kNegation,
  kFailure,
  kFuture,
  kWill,
  kHypothetical,
  kCondition,
  kDoubt,
  kDenial,
  kPerfect
};

// Immutable after opening, thread safe.
class StatusCues {
 public:
  static Result<StatusCues> open(const std::filesystem::path& pack);

  // The cue of every token of a document, kNone for most; of a phrase its head token has the cue.
  std::vector<Cue> mark(const Analysis& analysis) const;

 private:
  struct Phrase {
    std::vector<std::string> words;
    Cue cue;
  };
  std::unordered_map<std::string, std::vector<Phrase>> phrases_;  // by first word, longest first
};

struct StatusFinding {
  Status status = Status::kActual;
  bool doubted = false;         // "reportedly", "allegedly"
  bool refused = false;         // "will not"
  std::vector<uint32_t> words;  // the cue words that were asked
};

// `own` are the tokens of the expression itself, whose cues do not count ("gir seg ikke").
StatusFinding status_of(const Analysis& analysis, const std::vector<Cue>& cues, uint32_t head,
                        const std::vector<uint32_t>& own);

}  // namespace varde

#endif  // VARDE_EVENT_STATUS_H_
