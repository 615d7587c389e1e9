// Flat named entities from tag scores: the best sequence that is well-formed IOB2, where each pair
// of neighbouring tags has a score too (a linear-chain conditional random field, Lafferty et al.
// 2001).
#ifndef VARDE_SYNTAX_NAME_TAGS_H_
#define VARDE_SYNTAX_NAME_TAGS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace varde::syntax {

// The tag inventory: "O", "B-PER", "I-PER", … in any order.
class NameTagger {
 public:
  struct Span {
    uint32_t first;  // half open
    uint32_t last;
    uint32_t begin_tag;  // index of its B- tag
  };

  NameTagger() = default;
  // `transitions`: tags x tags scores, the row being the tag before.
  NameTagger(const std::vector<std::string>& tags, std::vector<float> transitions);

  // Viterbi over `words` rows of tag scores (`stride` apart); I-X follows only B-X or I-X.
  std::vector<Span> decode(const float* scores, size_t words, size_t stride) const;

  // Each type's B- tag, in a fixed order.
  const std::vector<uint32_t>& begin_tags() const { return begin_; }
  // Adds to `out`, for each of these types, the log probability that the span's name has it, its
  // boundaries given.
  void score_types(const float* scores, size_t stride, const Span& span,
                   std::vector<float>* out) const;

 private:
  void find_pairs();
  bool may_follow(size_t before, size_t tag) const;
  std::vector<uint32_t> best_tags(const float* scores, size_t words, size_t stride) const;

  enum class Place : uint8_t { kOutside, kBegin, kInside };
  std::vector<Place> place_;
  std::vector<uint32_t> type_;  // the same number for B-X and I-X
  std::vector<float> transitions_;
  std::vector<uint32_t> begin_;
  std::vector<uint32_t> inside_;  // of the same types; the B- tag where there is no I- tag
};

}  // namespace varde::syntax

#endif  // VARDE_SYNTAX_NAME_TAGS_H_
