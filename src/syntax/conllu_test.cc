#include "syntax/conllu.h"

#include <gtest/gtest.h>

namespace varde {
namespace {

constexpr const char* kSample =
    "# newdoc\n"
    "# newpar\n"
    "# sent_id = 1\n"
    "# text = Anna can't sleep.\n"
    "1\tAnna\tAnna\tPROPN\t_\tNumber=Sing\t4\tnsubj\t_\tname=B-PER\n"
    "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tca\tcan\tAUX\t_\tVerbForm=Fin\t4\taux\t_\tname=O\n"
    "3\tn't\tnot\tPART\t_\tPolarity=Neg\t4\tadvmod\t_\tname=O\n"
    "4\tsleep\tsleep\tVERB\t_\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No|name=O\n"
    "5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\tname=O\n"
    "\n";

TEST(Conllu, RoundTrip) {
  const auto sentences = read_conllu(kSample);
  ASSERT_TRUE(sentences) << sentences.error().message;
  ASSERT_EQ(sentences->size(), 1u);
  const ConlluSentence& s = sentences->front();
  EXPECT_TRUE(s.new_document);
  EXPECT_EQ(s.words.size(), 5u);
  EXPECT_EQ(s.ranges, (std::vector<ConlluRange>{{1, 3, "can't", true}}));
  EXPECT_EQ(s.words[0].name, "B-PER");
  EXPECT_FALSE(s.words[3].space_after);
  EXPECT_EQ(write_conllu(s), kSample);
}

TEST(Conllu, SkipsEmptyNodesAndForeignLines) {
  const auto sentences = read_conllu(
      "# global.columns = ID\r\n"
      "1\tGo\tgo\tVERB\t_\t_\t0\troot\t_\tCorrect=Go\r\n"
      "1.1\tyou\tyou\tPRON\t_\t_\t_\t_\t1:nsubj\t_\r\n");
  ASSERT_TRUE(sentences) << sentences.error().message;
  EXPECT_EQ(sentences->front().words.size(), 1u);
  EXPECT_EQ(sentences->front().words[0].name, "");
}

TEST(Conllu, NamesTheLineThatIsWrong) {
  const std::pair<const char*, const char*> cases[] = {
      {"1\tGo\n", "line 1: a word must have ten columns"},
      {"1\ta\tb\tX\t_\t_\t0\troot\t_\t_\textra\n", "ten columns"},
      {"2\ta\tb\tX\t_\t_\t0\troot\t_\t_\n", "out of order"},
      {"1\ta\tb\tX\t_\t_\tx\troot\t_\t_\n", "no number"},
      {"1\ta\tb\tX\t_\t_\t7\troot\t_\t_\n\n", "outside the sentence"},
      {"1-3\ta\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\tb\tX\t_\t_\t0\troot\t_\t_\n", "range"},
      {"2-1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", "range"},
  };
  for (const auto& [text, message] : cases) {
    const auto read = read_conllu(text);
    ASSERT_FALSE(read) << text;
    EXPECT_NE(read.error().message.find(message), std::string::npos) << read.error().message;
  }
}

TEST(Conllu, LabelsCannotBreakALine) {
  ConlluSentence sentence;
  ConlluWord word;
  word.form = word.lemma = word.upos = "a\tb";
  word.feats = word.deprel = "c\nd";
  word.name = "B-GPE\n1\tx";
  sentence.words = {word};
  const auto read = read_conllu(write_conllu(sentence));
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 1u);
  ASSERT_EQ(read->front().words.size(), 1u);
  EXPECT_EQ(read->front().words[0].deprel, "c d");
}

TEST(Conllu, ParseToSentences) {
  Arena arena;
  Text text(arena);
  text.content = "Kabul can't";
  text.tokens.push_back({0, 5, "Kabul", true, false});
  text.tokens.push_back({6, 8, "ca", false, true});
  text.tokens.push_back({8, 11, "n't", true, false});
  text.sentences.push_back({0, 3, 0, SentenceKind::kBody});
  Parse parse(arena);
  parse.text = &text;
  parse.words.resize(3);
  parse.words[0].head = 1;
  parse.words[2].head = 1;
  for (Word& word : parse.words) word.lemma = word.deprel = "x";
  parse.names.push_back({0, 1, NameType::kGeoPolitical, "GPE_LOC"});
  parse.index();
  const std::string written = write_conllu(parse);
  const auto read = read_conllu(written);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, to_conllu(parse));
  EXPECT_NE(written.find("2-3\tcan't\t"), std::string::npos);
  EXPECT_NE(written.find("name=B-GPE_LOC"), std::string::npos);
  EXPECT_NE(written.find("# text = Kabul can't\n"), std::string::npos);
}

}  // namespace
}  // namespace varde
