// Scores of small cases, worked out by hand after the official script's rules.
#include "syntax/evaluation.h"

#include <gtest/gtest.h>

#include <sstream>

namespace varde {
namespace {

// One sentence; per word "form head deprel [name]", a range as "first-last=form" before its words.
ConlluSentence sentence(const std::string& lines) {
  ConlluSentence out;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string first;
    fields >> first;
    const size_t equals = first.find("=");
    if (equals != std::string::npos) {
      const auto words = static_cast<uint32_t>(out.words.size());
      out.ranges.push_back({words,
                            words + static_cast<uint32_t>(std::stoi(first.substr(0, equals))),
                            first.substr(equals + 1), true});
      continue;
    }
    ConlluWord word;
    word.form = first;
    word.lemma = first;
    word.upos = "X";
    fields >> word.head >> word.deprel >> word.name;
    out.words.push_back(word);
  }
  return out;
}

TEST(Evaluation, EqualIsPerfect) {
  const std::vector<ConlluSentence> gold = {sentence("a 0 root B-PER\nb 1 obj O")};
  const auto e = evaluate(gold, gold);
  ASSERT_TRUE(e);
  for (const F1Score& score : {e->tokens, e->sentences, e->words, e->upos, e->ufeats, e->lemmas,
                               e->uas, e->las, *e->names}) {
    EXPECT_EQ(score.f1(), 1);
  }
}

TEST(Evaluation, SubtypesDoNotCountForLas) {
  const auto e = evaluate({sentence("a 0 root\nb 1 nsubj:pass\nc 1 obj")},
                          {sentence("a 0 root\nb 1 nsubj\nc 1 iobj")});
  ASSERT_TRUE(e);
  EXPECT_EQ(e->uas.correct, 3u);
  EXPECT_EQ(e->las.correct, 2u);
}

TEST(Evaluation, WordsAreAlignedByCharacters) {
  // The system splits "bc": a and d are aligned, the head of d is not.
  const auto e = evaluate({sentence("a 2 det\nbc 0 root\nd 2 obj")},
                          {sentence("a 3 det\nb 3 x\nc 0 root\nd 3 obj")});
  ASSERT_TRUE(e);
  EXPECT_EQ(e->tokens.correct, 2u);
  EXPECT_EQ(e->words.correct, 2u);
  EXPECT_EQ(e->uas.correct, 0u);
  EXPECT_DOUBLE_EQ(e->words.f1(), 4.0 / 7);
}

TEST(Evaluation, MultiwordTokensAreAlignedByForm) {
  const auto e = evaluate({sentence("2=don't\ndo 3 aux\nn't 3 advmod\ngo 0 root")},
                          {sentence("do 3 aux\nn't 3 advmod\ngo 0 root")});
  ASSERT_TRUE(e);
  EXPECT_EQ(e->tokens.correct, 1u);
  EXPECT_EQ(e->tokens.gold, 2u);
  EXPECT_EQ(e->words.correct, 3u);
  EXPECT_EQ(e->las.correct, 3u);
}

TEST(Evaluation, LongestCommonSubsequenceInsideMultiwordTokens) {
  const auto e =
      evaluate({sentence("3=abc\na 0 root\nx 1 y\nc 1 z")}, {sentence("2=abc\na 0 root\nc 1 z")});
  ASSERT_TRUE(e);
  EXPECT_EQ(e->tokens.correct, 1u);
  EXPECT_EQ(e->words.correct, 2u);
  EXPECT_EQ(e->las.correct, 2u);
}

TEST(Evaluation, SentenceBoundaries) {
  const auto e = evaluate({sentence("a 0 root"), sentence("b 0 root"), sentence("c 0 root")},
                          {sentence("a 0 root\nb 1 dep"), sentence("c 0 root")});
  ASSERT_TRUE(e);
  EXPECT_EQ(e->sentences.correct, 1u);
  EXPECT_EQ(e->uas.correct, 2u);
}

TEST(Evaluation, LanguageSpecificFeaturesAreLeftOut) {
  auto gold = sentence("a 0 root"), system = gold;
  gold.words[0].feats = "ExtPos=ADV|Number=Sing";
  system.words[0].feats = "Number=Sing|Typo=Yes";
  EXPECT_EQ(evaluate({gold}, {system})->ufeats.correct, 1u);
  system.words[0].feats = "Number=Plur";
  EXPECT_EQ(evaluate({gold}, {system})->ufeats.correct, 0u);
}

TEST(Evaluation, NamesNeedSpanAndType) {
  const auto e = evaluate({sentence("a 0 root B-PER\nb 1 x I-PER\nc 1 x B-GPE_LOC\nd 1 x B-ORG")},
                          {sentence("a 0 root B-PER\nb 1 x O\nc 1 x B-GPE_LOC\nd 1 x B-PER")});
  ASSERT_TRUE(e && e->names);
  EXPECT_EQ(e->names->correct, 1u);
  EXPECT_EQ(e->names->gold, 3u);
  EXPECT_EQ(e->names->system, 3u);
}

TEST(Evaluation, CoarseGoldNames) {
  const auto e = evaluate({sentence("a 0 root B-LOC\nb 1 x B-PER\nc 1 x O")},
                          {sentence("a 0 root B-GPE\nb 1 x B-PER\nc 1 x B-EVT")});
  ASSERT_TRUE(e && e->names);
  EXPECT_EQ(e->names->f1(), 1);
}

TEST(Evaluation, GoldWithoutNames) {
  EXPECT_FALSE(evaluate({sentence("a 0 root")}, {sentence("a 0 root B-PER")})->names);
}

TEST(Evaluation, OtherCharactersAreAnError) {
  const auto e = evaluate({sentence("abc 0 root")}, {sentence("abd 0 root")});
  ASSERT_FALSE(e);
  EXPECT_NE(e.error().message.find("'c' against 'd'"), std::string::npos) << e.error().message;
}

TEST(Evaluation, RawDocuments) {
  std::vector<ConlluSentence> gold(4);
  gold[0].text = "En.";
  gold[0].new_document = gold[0].new_paragraph = true;
  gold[1].text = "To.";
  gold[2].text = "Tre.";
  gold[2].new_paragraph = true;
  gold[3].text = "Fire.";
  gold[3].new_document = true;
  EXPECT_EQ(raw_documents(gold), (std::vector<std::string>{"En. To.\n\nTre.", "Fire."}));
}

TEST(Evaluation, RawDocumentsHaveNoSpaceWhereTheTextHasNone) {
  std::vector<ConlluSentence> gold = {sentence("En. 0 root"), sentence("To. 0 root"),
                                      sentence("Tre. 0 root")};
  gold[0].text = "En.";
  gold[1].text = "To.";
  gold[2].text = "Tre.";
  gold[0].words[0].space_after = false;
  gold[1].ranges.push_back({0, 1, "To.", /*space_after=*/false});
  EXPECT_EQ(raw_documents(gold), (std::vector<std::string>{"En.To.Tre."}));
}

}  // namespace
}  // namespace varde
