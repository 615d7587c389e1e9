#include "syntax/evaluation_details.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace varde {
namespace {

using LabelScores = std::map<std::string, F1Score, std::less<>>;
using Confusions = std::map<std::pair<std::string, std::string>, Confusion>;
using NameErrors = std::map<std::tuple<NameError, std::string, std::string>, size_t>;

template <class Score>
void sort_by_gold(std::vector<Score>* scores) {
  std::stable_sort(scores->begin(), scores->end(),
                   [](const Score& a, const Score& b) { return a.score.gold > b.score.gold; });
}

// The maps are in order of labels, which a stable sort keeps among equals.
template <class Counted>
void sort_by_count(std::vector<Counted>* confusions) {
  std::stable_sort(confusions->begin(), confusions->end(),
                   [](const Counted& a, const Counted& b) { return a.count > b.count; });
}

std::vector<LabelScore> label_scores(const LabelScores& scores) {
  std::vector<LabelScore> out;
  for (const auto& [label, score] : scores) out.push_back({label, score});
  sort_by_gold(&out);
  return out;
}

void confuse(std::string_view gold, std::string_view system, bool attached,
             Confusions* confusions) {
  Confusion& confusion = (*confusions)[{std::string(gold), std::string(system)}];
  ++confusion.count;
  confusion.right_head += attached;
}

std::vector<Confusion> sorted(const Confusions& confusions) {
  std::vector<Confusion> out;
  for (const auto& [labels, confusion] : confusions) {
    out.push_back({labels.first, labels.second, confusion.count, confusion.right_head});
  }
  sort_by_count(&out);
  return out;
}

void count_upos(const std::vector<AlignedWord>& words, EvaluationDetails* details) {
  LabelScores scores;
  Confusions confusions;
  for (const auto& [gold, system, attached] : words) {
    if (gold != nullptr) ++scores[gold->upos].gold;
    if (system != nullptr) ++scores[system->upos].system;
    if (gold == nullptr || system == nullptr) continue;
    if (gold->upos == system->upos) {
      ++scores[gold->upos].correct;
    } else {
      confuse(gold->upos, system->upos, attached, &confusions);
    }
  }
  details->upos = label_scores(scores);
  details->upos_confusions = sorted(confusions);
}

void count_relations(const std::vector<AlignedWord>& words, EvaluationDetails* details) {
  std::map<std::string, RelationScore, std::less<>> scores;
  Confusions confusions;
  for (const auto& [gold, system, attached] : words) {
    const std::string right(gold == nullptr ? "" : universal_relation(gold->deprel));
    const std::string given(system == nullptr ? "" : universal_relation(system->deprel));
    if (gold != nullptr) ++scores[right].score.gold;
    if (system != nullptr) ++scores[given].score.system;
    if (gold == nullptr || system == nullptr) continue;
    RelationScore& relation = scores[right];
    ++relation.aligned;
    relation.wrong_head += !attached;
    relation.score.correct += attached && right == given;
    if (right != given) confuse(right, given, attached, &confusions);
  }
  for (auto& [label, score] : scores) {
    score.label = label;
    details->relations.push_back(score);
  }
  sort_by_gold(&details->relations);
  details->relation_confusions = sorted(confusions);
}

size_t shared(const NameSpan& a, const NameSpan& b) {
  const size_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

// The name that shares most characters with this one, or null. An equal span shares all and
// overlaps no other, since names do not overlap one another.
const NameSpan* counterpart(const NameSpan& name, const std::vector<NameSpan>& others) {
  auto at = std::lower_bound(others.begin(), others.end(), name.begin,
                             [](const NameSpan& o, size_t begin) { return o.end <= begin; });
  const NameSpan* best = nullptr;
  for (; at != others.end() && at->begin < name.end; ++at) {
    if (best == nullptr || shared(name, *at) > shared(name, *best)) best = &*at;
  }
  return best;
}

void count_name(const NameSpan& right, const std::vector<NameSpan>& system, LabelScores* scores,
                NameErrors* errors) {
  const NameSpan* given = counterpart(right, system);
  ++(*scores)[right.type].gold;
  if (given == nullptr) {
    ++(*errors)[{NameError::kMissed, right.type, ""}];
  } else if (given->begin != right.begin || given->end != right.end) {
    ++(*errors)[{NameError::kBoundary, right.type, given->type}];
  } else if (given->type != right.type) {
    ++(*errors)[{NameError::kType, right.type, given->type}];
  } else {
    ++(*scores)[right.type].correct;
  }
}

}  // namespace

std::string_view to_string(NameError error) {
  switch (error) {
    case NameError::kType:
      return "type";
    case NameError::kBoundary:
      return "boundary";
    case NameError::kMissed:
      return "missed";
    case NameError::kSpurious:
      return "spurious";
  }
  return "";
}

std::string_view universal_relation(std::string_view deprel) {
  return deprel.substr(0, deprel.find(':'));
}

void count_words(const std::vector<AlignedWord>& words, EvaluationDetails* details) {
  count_relations(words, details);
  count_upos(words, details);
}

void count_names(const std::vector<NameSpan>& gold, const std::vector<NameSpan>& system,
                 EvaluationDetails* details) {
  LabelScores scores;
  NameErrors errors;
  for (const NameSpan& name : gold) count_name(name, system, &scores, &errors);
  for (const NameSpan& name : system) {
    ++scores[name.type].system;
    if (counterpart(name, gold) == nullptr) ++errors[{NameError::kSpurious, "", name.type}];
  }
  details->names = label_scores(scores);
  for (const auto& [key, count] : errors) {
    const auto& [error, right, given] = key;
    details->name_confusions.push_back({error, right, given, count});
  }
  sort_by_count(&details->name_confusions);
}

}  // namespace varde
