#include "syntax/name_tags.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace varde::syntax {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();

}  // namespace

NameTagger::NameTagger(const std::vector<std::string>& tags, std::vector<float> transitions)
    : transitions_(std::move(transitions)) {
  std::map<std::string, uint32_t> types;
  for (const std::string& tag : tags) {
    const bool named = tag.size() > 2 && tag[1] == '-' && (tag[0] == 'B' || tag[0] == 'I');
    place_.push_back(!named ? Place::kOutside : tag[0] == 'B' ? Place::kBegin : Place::kInside);
    const std::string type = named ? tag.substr(2) : std::string();
    type_.push_back(types.emplace(type, static_cast<uint32_t>(types.size())).first->second);
  }
  find_pairs();
}

void NameTagger::find_pairs() {
  for (uint32_t tag = 0; tag < place_.size(); ++tag) {
    if (place_[tag] != Place::kBegin) continue;
    uint32_t inside = tag;
    for (uint32_t other = 0; other < place_.size(); ++other) {
      if (place_[other] == Place::kInside && type_[other] == type_[tag]) inside = other;
    }
    begin_.push_back(tag);
    inside_.push_back(inside);
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
    for (size_t t = 0; t < n; ++t) {
      size_t from = 0;
      double top = kNever;
      for (size_t b = 0; b < n; ++b) {
        const double score = best[b] + transitions_[b * n + t];
        if (score > top && may_follow(b, t)) top = score, from = b;
      }
      next[t] = top + row[t];
      back[w * n + t] = static_cast<uint32_t>(from);
    }
    best.swap(next);
  }
  std::vector<uint32_t> tags(words);
  auto at = static_cast<uint32_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (size_t w = words; w-- > 0; at = back[w * n + at]) tags[w] = at;
  return tags;
}

void NameTagger::score_types(const float* scores, size_t stride, const Span& span,
                             std::vector<float>* out) const {
  const size_t n = place_.size(), at = out->size();
  double top = kNever;
  for (size_t type = 0; type < begin_.size(); ++type) {
    double sum = scores[span.first * stride + begin_[type]];
    for (uint32_t w = span.first + 1; w < span.last; ++w) {
      const uint32_t before = w == span.first + 1 ? begin_[type] : inside_[type];
      sum += scores[w * stride + inside_[type]] + transitions_[before * n + inside_[type]];
    }
    out->push_back(static_cast<float>(sum));
    top = std::max(top, sum);
  }
  double total = 0;
  for (size_t i = at; i < out->size(); ++i) total += std::exp((*out)[i] - top);
  for (size_t i = at; i < out->size(); ++i) {
    (*out)[i] -= static_cast<float>(top + std::log(total));
  }
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
