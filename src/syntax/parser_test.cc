#include "syntax/parser.h"

#include <gtest/gtest.h>

#include <thread>

#include "syntax/conllu.h"

namespace varde {
namespace {

std::string path(const char* file) { return std::string(VARDE_SOURCE_DIR) + "/" + file; }
std::string tiny() { return path("src/syntax/testdata/tiny.safetensors"); }

// A text of one-word tokens between blanks; every line is a sentence.
Text text_of(std::string_view content, Arena& arena) {
  Text text(arena);
  text.content = content;
  uint32_t first = 0;
  for (uint32_t at = 0; at <= content.size(); ++at) {
    const uint32_t begin = at;
    while (at < content.size() && content[at] != ' ' && content[at] != '\n') ++at;
    if (at > begin)
      text.tokens.push_back({begin, at, content.substr(begin, at - begin), true, false});
    const auto last = static_cast<uint32_t>(text.tokens.size());
    if ((at == content.size() || content[at] == '\n') && last > first) {
      text.sentences.push_back({first, last, 0, SentenceKind::kBody});
      first = last;
    }
  }
  return text;
}

void expect_well_formed(const Parse& parse) {
  for (const Sentence& s : parse.text->sentences) {
    int roots = 0;
    for (uint32_t i = s.first; i < s.last; ++i) {
      uint32_t at = i, steps = 0;
      while (parse.words[at].head != kNoHead) {
        ASSERT_GE(parse.words[at].head, s.first);
        ASSERT_LT(parse.words[at].head, s.last);
        ASSERT_LE(++steps, s.last - s.first) << "a cycle";
        at = parse.words[at].head;
      }
      const bool root = parse.words[i].head == kNoHead;
      roots += root;
      EXPECT_EQ(root, parse.words[i].relation == Relation::kRoot);
    }
    EXPECT_EQ(roots, 1);
  }
  uint32_t last = 0;
  for (const Name& name : parse.names) {
    EXPECT_GE(name.first, last);
    EXPECT_LT(name.first, name.last);
    EXPECT_EQ(parse.sentence_of[name.first], parse.sentence_of[name.last - 1]);
    last = name.last;
  }
}

TEST(Parser, AnyTextGivesTrees) {
  const auto parser = Parser::open(tiny(), "nb");
  ASSERT_TRUE(parser) << parser.error().message;
  std::string content;
  for (int i = 0; i < 3000; ++i)
    content += "ord" + std::to_string(i) + (i % 1100 == 7 ? "\n" : " ");
  for (const std::string& one : {content, std::string(), std::string("x"), std::string("\xff \x80"),
                                 std::string(100000, 'a')}) {
    Arena arena;
    const Text text = text_of(one, arena);
    expect_well_formed(parser->parse(text, arena));
  }
}

TEST(Parser, ThreadsGetTheSame) {
  const auto parser = Parser::open(tiny(), "nb");
  ASSERT_TRUE(parser);
  const auto run = [&parser] {
    Arena arena;
    const Text text = text_of("Åse sa nei i New York\nNEI sa Åse", arena);
    return write_conllu(parser->parse(text, arena));
  };
  const std::string expected = run();
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) threads.emplace_back([&result, &run] { result = run(); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_EQ(result, expected);
}

TEST(Parser, OtherLanguagesAreRefused) {
  const auto parser = Parser::open(tiny(), "sv");
  ASSERT_FALSE(parser);
  EXPECT_NE(parser.error().message.find("trained for nb, not for 'sv'"), std::string::npos)
      << parser.error().message;
}

const Word& word(const Parse& parse, std::string_view form) {
  for (uint32_t i = 0; i < parse.words.size(); ++i) {
    if (parse.form(i) == form) return parse.words[i];
  }
  ADD_FAILURE() << form;
  return parse.words[0];
}

std::string_view head_form(const Parse& parse, std::string_view form) {
  const uint32_t head = word(parse, form).head;
  return head == kNoHead ? "" : parse.form(head);
}

TEST(Parser, ReadsBokmaal) {
  const auto parser = Parser::open(path("lang/nb/model.safetensors"), "nb");
  ASSERT_TRUE(parser) << parser.error().message;
  Arena arena;
  const Text text = text_of("Soldatene angrep byen mandag .", arena);
  const Parse parse = parser->parse(text, arena);
  expect_well_formed(parse);
  EXPECT_EQ(word(parse, "angrep").lemma, "angripe");
  EXPECT_EQ(word(parse, "angrep").relation, Relation::kRoot);
  EXPECT_EQ(head_form(parse, "Soldatene"), "angrep");
  EXPECT_EQ(word(parse, "Soldatene").relation, Relation::kNsubj);
  EXPECT_EQ(word(parse, "byen").relation, Relation::kObj);
  EXPECT_EQ(word(parse, "Soldatene").lemma, "soldat");
}

TEST(Parser, ReadsNynorskWithTheSameModel) {
  const auto parser = Parser::open(path("lang/nb/model.safetensors"), "nn");
  ASSERT_TRUE(parser) << parser.error().message;
  Arena arena;
  const Text text = text_of("Soldatane var ikkje i Oslo .", arena);
  const Parse parse = parser->parse(text, arena);
  EXPECT_EQ(word(parse, "var").lemma, "vere");
  ASSERT_EQ(parse.names.size(), 1u);
  EXPECT_EQ(parse.names[0].type, NameType::kGeoPolitical);
}

TEST(Parser, ReadsEnglish) {
  const auto parser = Parser::open(path("lang/en/model.safetensors"), "en");
  ASSERT_TRUE(parser) << parser.error().message;
  Arena arena;
  const Text text = text_of("The soldiers were killed by rebels in Iraq .", arena);
  const Parse parse = parser->parse(text, arena);
  expect_well_formed(parse);
  EXPECT_EQ(word(parse, "killed").lemma, "kill");
  EXPECT_EQ(word(parse, "soldiers").relation, Relation::kNsubjPass);
  EXPECT_EQ(feature(word(parse, "killed").feats, "VerbForm"), "Part");
  EXPECT_EQ(head_form(parse, "rebels"), "killed");
}

}  // namespace
}  // namespace varde
