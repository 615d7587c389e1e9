#include "syntax/name_tags.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace varde::syntax {
namespace {

const std::vector<std::string> kTags = {"O", "B-ORG", "I-ORG", "B-PER", "I-PER"};

bool well_formed(const std::vector<size_t>& tags) {
  for (size_t i = 0; i < tags.size(); ++i) {
    const std::string& tag = kTags[tags[i]];
    if (tag[0] != 'I') continue;
    if (i == 0 || kTags[tags[i - 1]].substr(1) != tag.substr(1)) return false;
  }
  return true;
}

std::vector<float> random_numbers(size_t n, std::mt19937* random) {
  std::normal_distribution<float> normal(0, 2);
  std::vector<float> out(n);
  for (float& x : out) x = normal(*random);
  return out;
}

NameTagger without_transitions() {
  return NameTagger(kTags, std::vector<float>(kTags.size() * kTags.size(), 0));
}

std::vector<size_t> best_by_enumeration(const std::vector<float>& scores,
                                        const std::vector<float>& transitions, size_t words) {
  std::vector<size_t> tags(words, 0), best;
  double top = -1e30;
  while (true) {
    double total = 0;
    for (size_t i = 0; i < words; ++i) {
      total += scores[i * kTags.size() + tags[i]];
      if (i > 0) total += transitions[tags[i - 1] * kTags.size() + tags[i]];
    }
    if (well_formed(tags) && total > top) top = total, best = tags;
    size_t i = 0;
    while (i < words && ++tags[i] == kTags.size()) tags[i++] = 0;
    if (i == words) return best;
  }
}

std::vector<size_t> tags_of(const std::vector<NameTagger::Span>& spans, size_t words) {
  std::vector<size_t> tags(words, 0);
  for (const auto& span : spans) {
    for (uint32_t i = span.first; i < span.last; ++i) {
      tags[i] = i == span.first ? span.begin_tag : span.begin_tag + 1;
    }
  }
  return tags;
}

TEST(NameTagger, EqualsEnumeration) {
  std::mt19937 random(3);
  for (size_t words = 1; words <= 5; ++words) {
    for (int repeat = 0; repeat < 40; ++repeat) {
      const auto scores = random_numbers(words * kTags.size(), &random);
      const auto transitions = random_numbers(kTags.size() * kTags.size(), &random);
      const auto spans = NameTagger(kTags, transitions).decode(scores.data(), words, kTags.size());
      EXPECT_EQ(tags_of(spans, words), best_by_enumeration(scores, transitions, words));
    }
  }
}

TEST(NameTagger, NeighboursOfOneTypeStayApart) {
  const std::vector<float> scores = {0, 9, 0, 0, 0, 0, 0, 9, 0, 0, 0, 9, 0, 0, 0};
  const auto spans = without_transitions().decode(scores.data(), 3, kTags.size());
  ASSERT_EQ(spans.size(), 2u);
  EXPECT_EQ(spans[0].last, 2u);
  EXPECT_EQ(spans[1].first, 2u);
}

TEST(NameTagger, NothingToTag) {
  EXPECT_TRUE(without_transitions().decode(nullptr, 0, kTags.size()).empty());
  const std::vector<float> nan(2 * kTags.size(), NAN);
  without_transitions().decode(nan.data(), 2, kTags.size());  // any answer, no crash
}

}  // namespace
}  // namespace varde::syntax
