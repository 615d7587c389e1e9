#include "event/slots.h"

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
    const auto pack = test_folder("slots");
    std::filesystem::create_directories(pack / "lexicon");
    std::ofstream(pack / "pack.toml") << "code = \"xx\"\n";
    std::ofstream(pack / "sets.tsv") << "set\twords\nlight\tlaunch\n";
    std::ofstream(pack / "slots.tsv") << "slot\twords\nagainst\tagainst\nby\tby\nof\tof\n";
    std::ofstream(pack / "lexicon" / "a.tsv") << "entry\tclass\tframe\nattack\tverb\tassault\n";
    static const auto kCodebook =
        Codebook::open(std::filesystem::path(VARDE_SOURCE_DIR) / "codebook");
    return std::move(*Lexicon::open(pack, *kCodebook));
  }();
  return kLexicon;
}

// The fillers of a word as "slot:form", prepositions by their own form.
std::vector<std::string> fillers(std::string_view lines, uint32_t head) {
  const auto fixture = ParseFixture::of_lines(lines);
  const Parse& parse = fixture.parse();
  const Entities entities = [&] {
    Entities none(fixture.arena());
    none.mention_of.assign(parse.words.size(), kNoMention);
    return none;
  }();
  const Times times(fixture.arena());
  const std::vector<Quantity> quantities;
  const Analysis analysis(*parse.text, parse, entities, times, quantities, fixture.arena());
  std::vector<std::string> found;
  for (const auto& filler : fillers_of(analysis, lexicon(), head)) {
    std::string name = "subject";
    if (!filler.slot) {
      name = parse.form(filler.preposition);
    } else if (filler.slot == Slot::kObject) {
      name = "object";
    } else if (filler.slot == Slot::kGenitive) {
      name = "genitive";
    } else if (filler.slot != Slot::kSubject) {
      name = "other";
    }
    found.push_back(name + ":" + std::string(parse.form(filler.word)));
  }
  return found;
}

using testing::Contains;
using testing::IsSupersetOf;
using testing::Not;
using testing::UnorderedElementsAre;

TEST(Slots, ActiveClause) {
  EXPECT_THAT(fillers("Rebels rebel NOUN _ 2 nsubj\n"
                      "attacked attack VERB VerbForm=Fin 0 root\n"
                      "towns town NOUN _ 2 obj\n",
                      1),
              UnorderedElementsAre("subject:Rebels", "object:towns"));
}

TEST(Slots, PassiveTurnsSubjectIntoObjectAndAgentIntoSubject) {
  EXPECT_THAT(fillers("Towns town NOUN _ 3 nsubj:pass\n"
                      "were be AUX _ 3 aux:pass\n"
                      "attacked attack VERB VerbForm=Part 0 root\n"
                      "by by ADP _ 5 case\n"
                      "rebels rebel NOUN _ 3 obl\n",
                      2),
              IsSupersetOf({"object:Towns", "subject:rebels"}));
}

TEST(Slots, CoordinatedVerbSharesTheSubject) {
  const char* lines =
      "Rebels rebel NOUN _ 2 nsubj\n"
      "advanced advance VERB VerbForm=Fin 0 root\n"
      "and and CCONJ _ 4 cc\n"
      "attacked attack VERB VerbForm=Fin 2 conj\n"
      "towns town NOUN _ 4 obj\n";
  EXPECT_THAT(fillers(lines, 3), UnorderedElementsAre("subject:Rebels", "object:towns"));
}

TEST(Slots, InfinitiveTakesTheObjectThatControlsIt) {
  const char* lines =
      "Paris Paris PROPN _ 2 nsubj\n"
      "urged urge VERB VerbForm=Fin 0 root\n"
      "rebels rebel NOUN _ 2 obj\n"
      "to to PART _ 5 mark\n"
      "attack attack VERB VerbForm=Inf 2 xcomp\n";
  EXPECT_THAT(fillers(lines, 4), UnorderedElementsAre("subject:rebels"));
}

TEST(Slots, RelativeClauseIsFilledByItsNoun) {
  const char* gap_is_object =
      "The the DET _ 2 det\n"
      "towns town NOUN _ 0 root\n"
      "rebels rebel NOUN _ 4 nsubj\n"
      "attacked attack VERB VerbForm=Fin 2 acl:relcl\n";
  EXPECT_THAT(fillers(gap_is_object, 3), UnorderedElementsAre("subject:rebels", "object:towns"));
}

TEST(Slots, PastParticipleBesideANounHasItAsObject) {
  const char* lines =
      "soldiers soldier NOUN _ 0 root\n"
      "attacked attack VERB Tense=Past|VerbForm=Part 1 acl\n"
      "by by ADP _ 4 case\n"
      "rebels rebel NOUN _ 2 obl\n";
  EXPECT_THAT(fillers(lines, 1), Contains("object:soldiers"));
}

TEST(Slots, NounHasGenitiveAndPrepositions) {
  const char* lines =
      "Russia Russia PROPN _ 3 nmod:poss\n"
      "'s 's PART _ 1 case\n"
      "attack attack NOUN _ 0 root\n"
      "against against ADP _ 5 case\n"
      "towns town NOUN _ 3 nmod\n";
  EXPECT_THAT(fillers(lines, 2), UnorderedElementsAre("genitive:Russia", "against:towns"));
}

TEST(Slots, LightVerbLendsItsSubjectToTheNoun) {
  const char* lines =
      "Rebels rebel NOUN _ 2 nsubj\n"
      "launched launch VERB VerbForm=Fin 0 root\n"
      "attacks attack NOUN _ 2 obj\n";
  EXPECT_THAT(fillers(lines, 2), Contains("subject:Rebels"));
  const char* heavy =
      "Rebels rebel NOUN _ 2 nsubj\n"
      "condemned condemn VERB VerbForm=Fin 0 root\n"
      "attacks attack NOUN _ 2 obj\n";
  EXPECT_THAT(fillers(heavy, 2), Not(Contains("subject:Rebels")));
}

}  // namespace
}  // namespace varde
