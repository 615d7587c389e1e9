#include "syntax/name_tags.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace varde::syntax {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();

// log of the sum of exp, so that scores of different words can be added up as probabilities.
double log_sum(const float* scores, size_t n) {
  const double top = *std::max_element(scores, scores + n);
  double sum = 0;
  for (size_t i = 0; i < n; ++i) sum += std::exp(scores[i] - top);
  return top + std::log(sum);
}

}  // namespace

NameTagger::NameTagger(const std::vector<std::string>& tags) {
  std::map<std::string, uint32_t> types;
  for (const std::string& tag : tags) {
    const bool named = tag.size() > 2 && tag[1] == '-' && (tag[0] == 'B' || tag[0] == 'I');
    place_.push_back(!named ? Place::kOutside : tag[0] == 'B' ? Place::kBegin : Place::kInside);
    const std::string type = named ? tag.substr(2) : std::string();
    type_.push_back(types.emplace(type, static_cast<uint32_t>(types.size())).first->second);
  }
}

bool NameTagger::may_follow(size_t before, size_t tag) const {
  return place_[tag] != Place::kInside ||
         (place_[before] != Place::kOutside && type_[before] == type_[tag]);
}

std::vector<uint32_t> NameTagger::best_tags(const float* scores, size_t words,
                                            size_t stride) const {
  const size_t n = place_.size();
  std::vector<double> best(n), next(n);
  std::vector<uint32_t> back(words * n, 0);
  for (size_t t = 0; t < n; ++t) best[t] = place_[t] == Place::kInside ? kNever : scores[t];
  for (size_t w = 1; w < words; ++w) {
    const float* row = scores + w * stride;
    const double norm = log_sum(row, n);
    for (size_t t = 0; t < n; ++t) {
      size_t from = 0;
      double top = kNever;
      for (size_t b = 0; b < n; ++b) {
        if (best[b] > top && may_follow(b, t)) top = best[b], from = b;
      }
      next[t] = top + row[t] - norm;
      back[w * n + t] = static_cast<uint32_t>(from);
    }
    best.swap(next);
  }
  std::vector<uint32_t> tags(words);
  auto at = static_cast<uint32_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (size_t w = words; w-- > 0; at = back[w * n + at]) tags[w] = at;
  return tags;
}

std::vector<NameTagger::Span> NameTagger::decode(const float* scores, size_t words,
                                                 size_t stride) const {
  std::vector<Span> spans;
  if (words == 0 || place_.empty()) return spans;
  const std::vector<uint32_t> tags = best_tags(scores, words, stride);
  bool open = false;
  for (uint32_t w = 0; w < words; ++w) {
    const Place place = place_[tags[w]];
    if (place == Place::kBegin) {
      spans.push_back({w, w + 1, tags[w]});
    } else if (place == Place::kInside && open) {
      spans.back().last = w + 1;
    }
    open = place == Place::kBegin || (place == Place::kInside && open);
  }
  return spans;
}

}  // namespace varde::syntax
