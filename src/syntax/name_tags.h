// Flat named entities from tag scores: the best sequence that is well-formed IOB2.
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
  explicit NameTagger(const std::vector<std::string>& tags);

  // Viterbi over `words` rows of tag scores (logits, `stride` apart); I-X follows only B-X or I-X.
  std::vector<Span> decode(const float* scores, size_t words, size_t stride) const;

 private:
  bool may_follow(size_t before, size_t tag) const;
  std::vector<uint32_t> best_tags(const float* scores, size_t words, size_t stride) const;

  enum class Place : uint8_t { kOutside, kBegin, kInside };
  std::vector<Place> place_;
  std::vector<uint32_t> type_;  // the same number for B-X and I-X
};

}  // namespace varde::syntax

#endif  // VARDE_SYNTAX_NAME_TAGS_H_
