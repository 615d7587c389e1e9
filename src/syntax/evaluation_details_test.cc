#include "syntax/evaluation_details.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>

namespace varde {
namespace {

class EvaluationDetailsTest : public testing::Test {
 protected:
  const ConlluWord* word(const char* upos, const char* deprel) {
    words_.emplace_back();
    words_.back().upos = upos;
    words_.back().deprel = deprel;
    return &words_.back();
  }

  std::deque<ConlluWord> words_;
};

size_t count_of(const std::vector<NameConfusion>& confusions, NameError error, const char* gold,
                const char* system) {
  const auto found =
      std::find_if(confusions.begin(), confusions.end(), [&](const NameConfusion& c) {
        return c.error == error && c.gold == gold && c.system == system;
      });
  return found == confusions.end() ? 0 : found->count;
}

TEST_F(EvaluationDetailsTest, RelationsNeedHeadAndLabel) {
  EvaluationDetails details;
  count_words({{word("NOUN", "nsubj:pass"), word("NOUN", "nsubj"), true},
               {word("NOUN", "nsubj"), word("NOUN", "nsubj"), false},
               {word("NOUN", "nsubj"), word("NOUN", "obj"), true},
               {word("NOUN", "nsubj"), word("NOUN", "obj"), false},
               {word("NOUN", "nsubj"), nullptr, false},
               {nullptr, word("NOUN", "obl"), false}},
              &details);
  ASSERT_EQ(details.relations.size(), 3u);
  const RelationScore& subject = details.relations[0];
  EXPECT_EQ(subject.label, "nsubj");
  EXPECT_EQ(subject.score.correct, 1u);
  EXPECT_EQ(subject.score.gold, 5u);
  EXPECT_EQ(subject.score.system, 2u);
  EXPECT_EQ(subject.aligned, 4u);
  EXPECT_EQ(subject.wrong_head, 2u);
  ASSERT_EQ(details.relation_confusions.size(), 1u);
  EXPECT_EQ(details.relation_confusions[0].gold, "nsubj");
  EXPECT_EQ(details.relation_confusions[0].system, "obj");
  EXPECT_EQ(details.relation_confusions[0].count, 2u);
  EXPECT_EQ(details.relation_confusions[0].right_head, 1u);
}

TEST_F(EvaluationDetailsTest, ConfusionsByFrequencyThenLabel) {
  EvaluationDetails details;
  count_words({{word("NOUN", "x"), word("PROPN", "x"), true},
               {word("ADJ", "x"), word("VERB", "x"), true},
               {word("NOUN", "x"), word("PROPN", "x"), true},
               {word("ADJ", "x"), word("ADV", "x"), true}},
              &details);
  ASSERT_EQ(details.upos_confusions.size(), 3u);
  EXPECT_EQ(details.upos_confusions[0].gold, "NOUN");
  EXPECT_EQ(details.upos_confusions[0].count, 2u);
  EXPECT_EQ(details.upos_confusions[1].system, "ADV");
  EXPECT_EQ(details.upos_confusions[2].system, "VERB");
  EXPECT_EQ(details.upos[0].label, "ADJ");
  EXPECT_EQ(details.upos[0].score.gold, 2u);
  EXPECT_EQ(details.upos[0].score.correct, 0u);
}

TEST_F(EvaluationDetailsTest, NamesByKindOfError) {
  EvaluationDetails details;
  count_names({{0, 5, "PER"}, {6, 9, "ORG"}, {10, 20, "LOC"}, {30, 35, "PER"}, {36, 40, "PER"}},
              {{0, 5, "PER"}, {6, 9, "PER"}, {10, 12, "LOC"}, {13, 20, "ORG"}, {50, 55, "ORG"}},
              &details);
  const auto& errors = details.name_confusions;
  EXPECT_EQ(count_of(errors, NameError::kType, "ORG", "PER"), 1u);
  EXPECT_EQ(count_of(errors, NameError::kBoundary, "LOC", "ORG"), 1u);
  EXPECT_EQ(count_of(errors, NameError::kMissed, "PER", ""), 2u);
  EXPECT_EQ(count_of(errors, NameError::kSpurious, "", "ORG"), 1u);
  EXPECT_EQ(errors.size(), 4u);
  EXPECT_EQ(errors[0].error, NameError::kMissed);
  ASSERT_EQ(details.names[0].label, "PER");
  EXPECT_EQ(details.names[0].score.gold, 3u);
  EXPECT_EQ(details.names[0].score.system, 2u);
  EXPECT_EQ(details.names[0].score.correct, 1u);
}

}  // namespace
}  // namespace varde
