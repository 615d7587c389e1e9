#include "event/status.h"

#include <algorithm>

#include "base/table.h"
#include "base/utf8.h"

namespace varde {
namespace {

constexpr int kHighest = 8;  // governors that are asked

std::optional<Cue> cue_of(std::string_view name) {
  if (name == "negation") return Cue::kNegation;
  if (name == "failure") return Cue::kFailure;
  if (name == "future") return Cue::kFuture;
  if (name == "will") return Cue::kWill;
  if (name == "hypothetical") return Cue::kHypothetical;
  if (name == "condition") return Cue::kCondition;
  if (name == "doubt") return Cue::kDoubt;
  if (name == "denial") return Cue::kDenial;
  if (name == "perfect") return Cue::kPerfect;
  return std::nullopt;
}

class StatusFinder {
 public:
  StatusFinder(const Analysis& analysis, const std::vector<Cue>& cues,
               const std::vector<uint32_t>& own)
      : parse_(analysis.parse), cues_(cues), own_(own) {}

  StatusFinding find(uint32_t head) {
    ask_dependents(head);
    refused_ = negated_ && willing_;
    climb(head);
    StatusFinding finding;
    finding.doubted = doubted_;
    finding.refused = refused_;
    finding.words = std::move(asked_);
    if (negated_) {
      finding.status = Status::kNegated;
    } else if (hypothetical_) {
      finding.status = Status::kHypothetical;
    } else if (future_) {
      finding.status = Status::kFuture;
    }
    return finding;
  }

 private:
  Cue cue(uint32_t word) {
    if (cues_[word] == Cue::kNone || std::find(own_.begin(), own_.end(), word) != own_.end()) {
      return Cue::kNone;
    }
    if (std::find(asked_.begin(), asked_.end(), word) == asked_.end()) asked_.push_back(word);
    return cues_[word];
  }

  template <class Take>
  void for_children(uint32_t i, Take take) const {
    for (uint32_t at = parse_.child_begin[i]; at < parse_.child_begin[i + 1]; ++at) {
      take(parse_.children[at]);
    }
  }

  static bool is_future(Cue found) { return found == Cue::kFuture || found == Cue::kWill; }

  void count(Cue found) {
    negated_ |= found == Cue::kNegation;
    hypothetical_ |= found == Cue::kHypothetical || found == Cue::kCondition;
    doubted_ |= found == Cue::kDoubt;
  }

  // Auxiliaries, adverbs, markers, and negative determiners of the arguments ("no talks").
  void ask_dependents(uint32_t head) {
    bool future = false;
    bool perfect = false;
    bool modal = false;
    for_children(head, [&](uint32_t child) {
      const Relation relation = parse_.words[child].relation;
      const Cue found = cue(child);
      switch (relation) {
        case Relation::kAux:
        case Relation::kAuxPass:
          future |= is_future(found);
          willing_ |= found == Cue::kWill;
          modal |= found == Cue::kHypothetical;
          perfect |= found == Cue::kPerfect;
          negated_ |= found == Cue::kNegation;
          break;
        case Relation::kAdvmod:
        case Relation::kDet:
        case Relation::kMark:
        case Relation::kCc:
        case Relation::kDiscourse:
        case Relation::kAmod:
          count(found);
          future |= is_future(found);
          break;
        case Relation::kCase:
          negated_ |= found == Cue::kNegation || found == Cue::kFailure;
          break;
        case Relation::kNsubj:
        case Relation::kNsubjPass:
        case Relation::kObj:
          negated_ |= found == Cue::kNegation || has_negative_determiner(child);
          break;
        case Relation::kObl:
        case Relation::kFixed:
          count(found);
          future |= is_future(found);
          break;
        default:
          break;
      }
    });
    if (future && perfect) {  // "skal ha angrepet": hearsay about the past
      doubted_ = true;
    } else {
      future_ |= future;
      hypothetical_ |= modal && !perfect;
    }
  }

  bool has_negative_determiner(uint32_t noun) {
    bool found = false;
    for_children(noun, [&](uint32_t child) {
      const Relation relation = parse_.words[child].relation;
      found |= (relation == Relation::kDet || relation == Relation::kAdvmod) &&
               cue(child) == Cue::kNegation;
    });
    return found;
  }

  // What governs the clause: "plans to attack", "failed to agree", "if they attack", "denies that".
  void climb(uint32_t head) {
    uint32_t at = head;
    for (int step = 0; step < kHighest && parse_.words[at].head != kNoHead; ++step) {
      const Relation relation = parse_.words[at].relation;
      const uint32_t governor = parse_.words[at].head;
      const Cue found = cue(governor);
      switch (relation) {
        case Relation::kXcomp:
        case Relation::kObj:
        case Relation::kNsubj:
        case Relation::kNsubjPass:
          govern(found);
          ask_dependents(governor);
          break;
        case Relation::kCcomp:
        case Relation::kAcl:
        case Relation::kObl:
        case Relation::kNmod:
          govern(found);
          if (relation == Relation::kCcomp && found == Cue::kNone) return;
          break;
        case Relation::kAdvcl:
          govern(found);
          return;
        case Relation::kConj:
          ask_shared(governor);
          break;
        default:
          return;
      }
      at = governor;
    }
  }

  void govern(Cue found) {
    negated_ |= found == Cue::kFailure || found == Cue::kDenial;
    future_ |= is_future(found);
    hypothetical_ |= found == Cue::kHypothetical;
  }

  // Auxiliaries of the first verb hold for the ones joined to it.
  void ask_shared(uint32_t first) {
    for_children(first, [&](uint32_t child) {
      const Relation relation = parse_.words[child].relation;
      if (relation == Relation::kMark) count(cue(child));
      if (relation == Relation::kAux) future_ |= is_future(cue(child));
    });
  }

  const Parse& parse_;
  const std::vector<Cue>& cues_;
  const std::vector<uint32_t>& own_;
  bool negated_ = false;
  bool future_ = false;
  bool hypothetical_ = false;
  bool doubted_ = false;
  bool willing_ = false;
  bool refused_ = false;
  std::vector<uint32_t> asked_;
};

}  // namespace

Result<StatusCues> StatusCues::open(const std::filesystem::path& pack) {
  const auto table = Table::read(pack / "status.tsv", {"word", "class"});
  if (!table) return tl::unexpected(table.error());
  StatusCues cues;
  for (size_t row = 0; row < table->size(); ++row) {
    const auto cue = cue_of(table->cell(row, "class"));
    if (!cue) {
      return failure(
          table->place(row) + ": unknown class '" + std::string(table->cell(row, "class")) +
          "'; it is negation, failure, future, will, hypothetical, condition, doubt, denial or "
          "perfect");
    }
    Phrase phrase;
    phrase.cue = *cue;
    for (const auto word : split(table->cell(row, "word"), ' ')) {
      if (!word.empty()) phrase.words.push_back(to_lower(word));
    }
    if (phrase.words.empty()) return failure(table->place(row) + ": names no word");
    cues.phrases_[phrase.words[0]].push_back(std::move(phrase));
  }
  for (auto& [first, phrases] : cues.phrases_) {
    std::stable_sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
      return a.words.size() > b.words.size();
    });
  }
  return cues;
}

std::vector<Cue> StatusCues::mark(const Analysis& analysis) const {
  const size_t size = analysis.lemma.size();
  std::vector<Cue> cues(size, Cue::kNone);
  const auto matches = [&](const std::string& word, size_t at) {
    return analysis.lemma[at] == word || analysis.form[at] == word;
  };
  for (size_t i = 0; i < size;) {
    auto found = phrases_.find(std::string(analysis.lemma[i]));
    if (found == phrases_.end()) found = phrases_.find(std::string(analysis.form[i]));
    size_t next = i + 1;
    if (found != phrases_.end()) {
      for (const auto& phrase : found->second) {
        const size_t length = phrase.words.size();
        bool all = i + length <= size;
        for (size_t k = 1; all && k < length; ++k) all = matches(phrase.words[k], i + k);
        if (!all) continue;
        for (size_t k = 0; k < length; ++k) cues[i + k] = phrase.cue;
        next = i + length;
        break;
      }
    }
    i = next;
  }
  return cues;
}

StatusFinding status_of(const Analysis& analysis, const std::vector<Cue>& cues, uint32_t head,
                        const std::vector<uint32_t>& own) {
  return StatusFinder(analysis, cues, own).find(head);
}

std::string_view to_string(Status status) {
  switch (status) {
    case Status::kActual:
      return "actual";
    case Status::kFuture:
      return "future";
    case Status::kHypothetical:
      return "hypothetical";
    case Status::kNegated:
      return "negated";
  }
  return "actual";
}

std::string_view to_string(Stance stance) {
  switch (stance) {
    case Stance::kStates:
      return "states";
    case Stance::kConfirms:
      return "confirms";
    case Stance::kDenies:
      return "denies";
    case Stance::kDoubts:
      return "doubts";
  }
  return "states";
}

std::string_view to_string(Certainty certainty) {
  switch (certainty) {
    case Certainty::kStated:
      return "stated";
    case Certainty::kLikely:
      return "likely";
    case Certainty::kDoubtful:
      return "doubtful";
    case Certainty::kDenied:
      return "denied";
  }
  return "stated";
}

}  // namespace varde
