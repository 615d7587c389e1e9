#include "text/boundaries.h"

#include <algorithm>
#include <iterator>

namespace varde {
namespace {

constexpr size_t kShortBlock = 300;  // bytes, on average
constexpr uint64_t kMostVerbs = 3;   // that are told apart
constexpr uint64_t kLengths[] = {1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 25, 40};

uint64_t step_of(uint64_t length) {
  const auto above = std::upper_bound(std::begin(kLengths), std::end(kLengths), length);
  return static_cast<uint64_t>(above - std::begin(kLengths));
}

class BoundaryFinder {
 public:
  BoundaryFinder(const BoundaryModel& model, const SegmentationRules& rules, const Text& text,
                 TokenRange block, BlockLayout layout)
      : model_(model), rules_(rules), text_(text), block_(block), layout_(layout) {
    words_.reserve(block.last - block.first);
    for (uint32_t at = block.first; at < block.last; ++at) {
      words_.push_back(model.describe(text.tokens[at]));
    }
    look_ahead();
  }

  std::vector<uint32_t> run() {
    std::vector<uint32_t> ends;
    for (size_t at = 0; at + 1 < words_.size(); ++at) {
      read(words_[at]);
      const uint32_t end = block_.first + static_cast<uint32_t>(at) + 1;
      if (words_[at][kWordClass] == kClassAbbreviation) {
        ruled_end_ = end_behind_abbreviation(rules_, text_, block_, end - 1);
      }
      if (end != ruled_end_ && (is_barred(at) || !model_.ends(words_, at, gap_behind(at))))
        continue;
      ends.push_back(end);
      start_ = at + 1;
      verbs_ = 0;
      in_brackets_ = false;
    }
    if (!words_.empty()) ends.push_back(block_.last);
    return ends;
  }

 private:
  struct Ahead {
    uint32_t words = 0;
    uint32_t verbs = 0;
  };

  static bool is_terminal_class(uint64_t c) {
    return c >= kClassFullStop && c <= kClassOtherTerminal;
  }

  // Where no sentence ends, whatever the model would say; training leaves these gaps out too, save
  // those in headings.
  bool is_barred(size_t at) const {
    const uint64_t here = words_[at][kWordClass];
    const bool word = is_word_class(here);
    const bool pause = here >= kClassColon && here <= kClassComma;
    if (text_.tokens[block_.first + at].joined_to_next || (pause && layout_.heading)) return true;
    if (words_[at + 1][kWordClass] == kClassSmallWord && (word || pause)) return true;
    return word &&
           (words_[at][kWordSpace] == 0 || (layout_.short_blocks && model_.headings_stand_apart()));
  }

  // A word without a full stop of its own.
  static bool is_word_class(uint64_t c) {
    return c == kClassNumber || (c >= kClassFirstWord && c <= kClassLastWord);
  }

  void look_ahead() {
    ahead_.resize(words_.size());
    Ahead seen;
    for (size_t at = words_.size(); at-- > 0;) {
      ahead_[at] = seen;
      ++seen.words;
      seen.verbs += BoundaryModel::is_finite_verb(words_[at]) ? 1 : 0;
      if (is_terminal_class(words_[at][kWordClass])) seen = {};
    }
  }

  void read(const WordAtoms& word) {
    const uint64_t c = word[kWordClass];
    if (c == kClassOpeningQuote) in_quotes_ = true;
    if (c == kClassClosingQuote) in_quotes_ = false;
    if (c == kClassStraightQuote) in_quotes_ = !in_quotes_;
    if (c == kClassOpeningBracket) in_brackets_ = true;
    if (c == kClassClosingBracket) in_brackets_ = false;
    verbs_ += BoundaryModel::is_finite_verb(word) ? 1 : 0;
  }

  GapAtoms gap_behind(size_t at) const {
    GapAtoms gap;
    const uint64_t before = at > 0 ? words_[at - 1][kWordSpace] : 0;
    gap[kGapSpacing] = words_[at][kWordSpace] | words_[at + 1][kWordSpace] << 1 | before << 2;
    gap[kGapQuote] = (in_quotes_ ? 1 : 0) | (in_brackets_ ? 2 : 0);
    gap[kGapLength] = step_of(at - start_);
    gap[kGapAhead] = step_of(ahead_[at].words);
    gap[kGapFirstClass] = words_[start_][kWordClass];
    gap[kGapFirstLower] = words_[start_][kWordLower];
    gap[kGapVerbs] = std::min(verbs_, kMostVerbs);
    gap[kGapVerbsAhead] = std::min<uint64_t>(ahead_[at].verbs, kMostVerbs);
    gap[kGapLayout] = layout_.short_blocks ? 1 : 0;
    return gap;
  }

  const BoundaryModel& model_;
  const SegmentationRules& rules_;
  const Text& text_;
  TokenRange block_;
  BlockLayout layout_;
  std::vector<WordAtoms> words_;
  std::vector<Ahead> ahead_;  // behind each word
  uint32_t ruled_end_ = 0;    // of the sentence, where the rules are sure
  size_t start_ = 0;          // of the sentence
  uint64_t verbs_ = 0;        // in the sentence
  bool in_quotes_ = false;
  bool in_brackets_ = false;
};

}  // namespace

std::vector<uint32_t> learned_ends(const BoundaryModel& model, const SegmentationRules& rules,
                                   const Text& text, TokenRange block, BlockLayout layout) {
  return BoundaryFinder(model, rules, text, block, layout).run();
}

bool has_short_blocks(size_t bytes, size_t blocks) { return bytes < kShortBlock * blocks; }

}  // namespace varde
