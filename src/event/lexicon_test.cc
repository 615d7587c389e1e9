#include "event/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/test_folder.h"
#include "event/lexicon_check.h"

namespace varde {
namespace {

const Codebook& codebook() {
  static const auto kCodebook =
      Codebook::open(std::filesystem::path(VARDE_SOURCE_DIR) / "codebook");
  return *kCodebook;
}

std::filesystem::path pack_with(const std::string& name, const std::string& entries) {
  const auto pack = test_folder(name);
  std::filesystem::create_directories(pack / "lexicon");
  std::ofstream(pack / "pack.toml") << "code = \"xx\"\ncompounding = true\n";
  std::ofstream(pack / "sets.tsv") << "set\twords\ntroops\tsoldat|styrke\n";
  std::ofstream(pack / "slots.tsv") << "slot\twords\nagainst\tmot|imot\nby\tav\n";
  std::ofstream(pack / "lexicon" / "a.tsv") << "entry\tclass\tframe\tif\troles\tmode\tstatus\n"
                                            << entries;
  return pack;
}

std::string message_of(const std::string& name, const std::string& entries) {
  const auto lexicon = Lexicon::open(pack_with(name, entries), codebook());
  return lexicon ? "" : lexicon.error().message;
}

TEST(Lexicon, ReadsEntries) {
  const auto lexicon =
      Lexicon::open(pack_with("good",
                              "legge/nedlegge ned veto\tverb\tveto\t\trecipient=mot\n"
                              "sende @troops\tverb\tmobilise\tsubject:force object:@troops\n"
                              "stort *angrep\tnoun\tassault\t\t\taerial\tfuture\n"),
                    codebook());
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  ASSERT_EQ(lexicon->entries().size(), 3u);
  const auto& veto = lexicon->entries()[0];
  EXPECT_EQ(veto.rule, "good/legge/nedlegge ned veto.verb");
  EXPECT_EQ(veto.head, 0u);
  EXPECT_EQ(veto.recipient.at(0).preposition, "mot");
  EXPECT_THAT(lexicon->headed_by("nedlegge"), testing::ElementsAre(0u));
  const auto& send = lexicon->entries()[1];
  EXPECT_TRUE(send.words[1].matches("regjeringsstyrke", "regjeringsstyrker", true));
  EXPECT_FALSE(send.words[1].matches("regjeringsstyrke", "regjeringsstyrker", false));
  EXPECT_EQ(send.conditions[1].kind, ConditionKind::kWord);
  const auto& attack = lexicon->entries()[2];
  EXPECT_EQ(attack.head, 1u);
  EXPECT_EQ(attack.mode, std::vector<std::string>{"aerial"});
  EXPECT_EQ(attack.status, "future");
  EXPECT_TRUE(lexicon->realises(Slot::kAgainst, "imot"));
  EXPECT_FALSE(lexicon->realises(Slot::kOn, "imot"));
}

TEST(Lexicon, MatchesListedFormsOfAWord) {
  const auto pack = pack_with("forms", "gun down\tverb\tassault\n");
  std::ofstream(pack / "forms.tsv") << "lemma\tforms\ngun\tguns|gunned\n";
  const auto lexicon = Lexicon::open(pack, codebook());
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  EXPECT_THAT(lexicon->headed_by("gunned"), testing::ElementsAre(0u));
  EXPECT_TRUE(lexicon->entries()[0].words[0].matches("gunn", "gunned", false));
}

TEST(Lexicon, NamesTheLineOfAMistake) {
  using testing::HasSubstr;
  EXPECT_THAT(message_of("frame", "ta\tverb\tno-frame\n"), HasSubstr("a.tsv:2: unknown frame"));
  EXPECT_THAT(message_of("class", "\nta\tverbum\tassault\n"), HasSubstr("a.tsv:3: class is"));
  EXPECT_THAT(message_of("set", "ta @nobody\tverb\tassault\n"), HasSubstr("no set 'nobody'"));
  EXPECT_THAT(message_of("if", "ta\tverb\tassault\tobject\n"), HasSubstr("not slot:kind"));
  EXPECT_THAT(message_of("roles", "ta\tverb\tassault\t\tvictim=object\n"),
              HasSubstr("not actor=… or recipient=…"));
  EXPECT_THAT(message_of("mode", "ta\tverb\tassault\t\t\tvisit\n"), HasSubstr("mode 'visit'"));
  EXPECT_THAT(message_of("status", "ta\tverb\tassault\t\t\t\tmaybe\n"), HasSubstr("status is"));
}

TEST(Lexicon, OpensEveryPackOfTheProject) {
  for (const char* code : {"nb", "nn", "en"}) {
    const auto lexicon =
        Lexicon::open(std::filesystem::path(VARDE_SOURCE_DIR) / "lang" / code, codebook());
    ASSERT_TRUE(lexicon) << lexicon.error().message;
    EXPECT_GE(lexicon->entries().size(), 400u) << code;
  }
}

TEST(LexiconCheck, FindsLinesThatNeverDecide) {
  const auto lexicon =
      Lexicon::open(pack_with("shadows",
                              "legge/nedlegge ned veto\tverb\tveto\n"
                              "legge ned veto\tverb\tveto\n"
                              "angripe\tverb\tassault\tsubject:force object:place\n"
                              "angripe\tverb\taccuse\tobject:place subject:force\n"
                              "angripe\tverb\tassault\tsubject:force\n"
                              "legge/kaste ned veto\tverb\tveto\n"),
                    codebook());
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  const auto messages = shadowed_entries(*lexicon);
  ASSERT_EQ(messages.size(), 2u);
  EXPECT_THAT(messages[0],
              testing::AllOf(testing::HasSubstr("a.tsv:3"), testing::HasSubstr("repeats")));
  EXPECT_THAT(messages[1],
              testing::AllOf(testing::HasSubstr("a.tsv:5"), testing::HasSubstr("contradicts")));
}

}  // namespace
}  // namespace varde
