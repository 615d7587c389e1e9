#include "event/headline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/test_folder.h"
#include "time/parse_fixture.h"

namespace varde {
namespace {

const Lexicon& lexicon() {
  static const Lexicon kLexicon = [] {
    const auto pack = test_folder("headline");
    std::filesystem::create_directories(pack / "lexicon");
    std::ofstream(pack / "pack.toml") << "code = \"xx\"\n";
    std::ofstream(pack / "sets.tsv") << "set\twords\nlight\tlaunch\n";
    std::ofstream(pack / "slots.tsv") << "slot\twords\nin\tin\n";
    std::ofstream(pack / "lexicon" / "a.tsv")
        << "entry\tclass\tframe\nbomb\tverb\tbomb\nkill\tverb\tkill\n";
    std::ofstream(pack / "forms.tsv") << "lemma\tforms\nbomb\tbombs|bombed\nkill\tkills\n";
    static const auto kCodebook =
        Codebook::open(std::filesystem::path(VARDE_SOURCE_DIR) / "codebook");
    return std::move(*Lexicon::open(pack, *kCodebook));
  }();
  return kLexicon;
}

// The fillers of a word as "slot:form", prepositions by their own form; empty when it is no verb of
// a headline.
std::vector<std::string> headline_fillers(std::string_view lines, uint32_t head) {
  const auto fixture = ParseFixture::of_lines(lines);
  const Parse& parse = fixture.parse();
  Entities entities(fixture.arena());
  entities.mention_of.assign(parse.words.size(), kNoMention);
  const Times times(fixture.arena());
  const std::vector<Quantity> quantities;
  const Analysis analysis(*parse.text, parse, entities, times, quantities, fixture.arena());
  std::vector<std::string> found;
  if (!is_headline_verb(analysis, lexicon(), head)) return found;
  for (const auto& filler : fillers_in_context(analysis, lexicon(), head)) {
    const std::string slot = !filler.slot ? std::string(parse.form(filler.preposition))
                             : filler.slot == Slot::kSubject ? "subject"
                                                             : "object";
    found.push_back(slot + ":" + std::string(parse.form(filler.word)));
  }
  return found;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Headline, VerbTaggedAsNounTakesItsNeighbours) {
  EXPECT_THAT(headline_fillers("Utopia Utopia PROPN _ 3 compound\n"
                               "bombs bomb NOUN _ 3 compound\n"
                               "port port NOUN _ 0 root\n"
                               "in in ADP _ 5 case\n"
                               "Erewhon Erewhon PROPN _ 3 nmod\n",
                               1),
              ElementsAre("subject:Utopia", "object:port", "in:Erewhon"));
}

TEST(Headline, FiniteVerbElsewhereLeavesTheNoun) {
  EXPECT_THAT(headline_fillers("Car car NOUN _ 2 compound\n"
                               "bombs bomb NOUN _ 3 nsubj\n"
                               "kill kill VERB VerbForm=Fin 0 root\n"
                               "dozens dozen NOUN _ 3 obj\n",
                               1),
              IsEmpty());
}

TEST(Headline, SentenceWithFullStopIsNone) {
  EXPECT_THAT(headline_fillers("Utopia Utopia PROPN _ 3 compound\n"
                               "bombs bomb NOUN _ 3 compound\n"
                               "port port NOUN _ 0 root\n"
                               ". . PUNCT _ 3 punct\n",
                               1),
              IsEmpty());
}

}  // namespace
}  // namespace varde
