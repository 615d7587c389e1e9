// Where the errors are: scores by relation, part of speech and type of name, and what was taken for
// what. Labels are counted on the words that evaluation.h aligns.
#ifndef VARDE_SYNTAX_EVALUATION_DETAILS_H_
#define VARDE_SYNTAX_EVALUATION_DETAILS_H_

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/conllu.h"

namespace varde {

struct F1Score {
  size_t correct = 0;
  size_t gold = 0;
  size_t system = 0;
  double f1() const {
    return gold + system == 0
               ? 0
               : 2.0 * static_cast<double>(correct) / static_cast<double>(gold + system);
  }
  double precision() const {
    return system == 0 ? 0 : static_cast<double>(correct) / static_cast<double>(system);
  }
  double recall() const {
    return gold == 0 ? 0 : static_cast<double>(correct) / static_cast<double>(gold);
  }
};

struct LabelScore {
  std::string label;
  F1Score score;
};

struct RelationScore {
  std::string label;      // without subtype
  F1Score score;          // head and relation right: what LAS adds up
  size_t aligned = 0;     // words of this relation in the gold that the system has too
  size_t wrong_head = 0;  // of these, whatever the system calls the relation
};

struct Confusion {
  std::string gold;
  std::string system;
  size_t count = 0;       // aligned words
  size_t right_head = 0;  // of these; for relations only
};

enum class NameError {
  kType,      // the same span, another type
  kBoundary,  // spans that overlap, whatever the types
  kMissed,    // of the gold; `system` is empty
  kSpurious,  // of the system; `gold` is empty
};
std::string_view to_string(NameError error);  // "type", …

struct NameConfusion {
  NameError error = NameError::kType;
  std::string gold;
  std::string system;
  size_t count = 0;
};

// Labels by falling gold count, confusions by falling count; ties by label.
struct EvaluationDetails {
  std::vector<RelationScore> relations;
  std::vector<LabelScore> upos;
  std::vector<LabelScore> names;
  std::vector<Confusion> relation_confusions;
  std::vector<Confusion> upos_confusions;
  std::vector<NameConfusion> name_confusions;
};

// A word of the gold with that of the system that it is aligned with; one that is aligned with none
// stands alone.
struct AlignedWord {
  const ConlluWord* gold = nullptr;
  const ConlluWord* system = nullptr;
  bool attached = false;  // both have the same head
};

// Characters, half open. In order and without overlap where many are given.
struct NameSpan {
  size_t begin = 0;
  size_t end = 0;
  std::string type;
  friend auto operator<=>(const NameSpan&, const NameSpan&) = default;
};

// "nsubj:pass" -> "nsubj".
std::string_view universal_relation(std::string_view deprel);

// Fill the parts of `details` that speak of words and of names. A name of the gold is compared with
// the system's name of the same span, else with the one that shares most characters with it.
void count_words(const std::vector<AlignedWord>& words, EvaluationDetails* details);
void count_names(const std::vector<NameSpan>& gold, const std::vector<NameSpan>& system,
                 EvaluationDetails* details);

}  // namespace varde

#endif  // VARDE_SYNTAX_EVALUATION_DETAILS_H_
