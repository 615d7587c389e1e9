#include "time/anchor.h"

#include <gtest/gtest.h>

#include "time/parse_fixture.h"

namespace varde {
namespace {

// The form at the head of the expression that dates `word`; every word in `times` is one.
std::string dated(const ParseFixture& fixture, std::string_view word,
                  const std::vector<std::string_view>& time_words) {
  const Parse& parse = fixture.parse();
  Times times(fixture.arena());
  uint32_t at = 0;
  for (uint32_t i = 0; i < parse.words.size(); ++i) {
    if (parse.form(i) == word) at = i;
    for (const auto form : time_words) {
      if (parse.form(i) == form)
        times.expressions.push_back({i, i + 1, i, std::nullopt, false, false});
    }
  }
  const TimeExpression* found = time_of(times, parse, at);
  return found == nullptr ? "" : std::string(parse.form(found->head));
}

constexpr std::string_view kPast = "Tense=Past|VerbForm=Fin";

std::string line(std::string_view form, std::string_view upos, std::string_view feats, int head,
                 std::string_view deprel) {
  return std::string(form) + " " + std::string(form) + " " + std::string(upos) + " " +
         std::string(feats) + " " + std::to_string(head) + " " + std::string(deprel) + "\n";
}

TEST(TimeOf, TakesTheTimeOfTheVerbItself) {
  const auto fixture = ParseFixture::of_lines(
      line("Styrkene", "NOUN", "_", 2, "nsubj") + line("angrep", "VERB", kPast, 0, "root") +
      line("byen", "NOUN", "_", 2, "obj") + line("lørdag", "NOUN", "_", 2, "obl"));
  EXPECT_EQ(dated(fixture, "angrep", {"lørdag"}), "lørdag");
  EXPECT_EQ(dated(fixture, "Styrkene", {"lørdag"}), "lørdag");
}

TEST(TimeOf, FindsATimeThatTheParserHungOnAPlace) {
  const auto fixture = ParseFixture::of_lines(
      line("Fly", "NOUN", "_", 2, "nsubj") + line("bombet", "VERB", kPast, 0, "root") +
      line("markedet", "NOUN", "_", 2, "obj") + line("i", "ADP", "_", 5, "case") +
      line("Idlib", "PROPN", "_", 3, "nmod") + line("onsdag", "NOUN", "_", 5, "nmod"));
  EXPECT_EQ(dated(fixture, "bombet", {"onsdag"}), "onsdag");
}

TEST(TimeOf, KeepsThePossessiveToItsNoun) {
  const auto fixture = ParseFixture::of_lines(
      line("Lørdagens", "NOUN", "_", 2, "nmod:poss") + line("møte", "NOUN", "_", 3, "nsubj") +
      line("endte", "VERB", kPast, 0, "root") + line("søndag", "NOUN", "_", 3, "obl"));
  EXPECT_EQ(dated(fixture, "møte", {"Lørdagens", "søndag"}), "Lørdagens");
  EXPECT_EQ(dated(fixture, "endte", {"Lørdagens", "søndag"}), "søndag");
  EXPECT_EQ(dated(fixture, "endte", {"Lørdagens"}), "");
}

TEST(TimeOf, TakesACompoundForItself) {
  const auto fixture = ParseFixture::of_lines(line("Søndagsmøtet", "NOUN", "_", 2, "nsubj") +
                                              line("strandet", "VERB", kPast, 0, "root"));
  EXPECT_EQ(dated(fixture, "Søndagsmøtet", {"Søndagsmøtet"}), "Søndagsmøtet");
  EXPECT_EQ(dated(fixture, "strandet", {"Søndagsmøtet"}), "");
}

TEST(TimeOf, ClimbsFromInfinitiveAndNounToTheirVerb) {
  const auto fixture = ParseFixture::of_lines(
      line("De", "PRON", "_", 2, "nsubj") + line("lovet", "VERB", kPast, 0, "root") +
      line("tirsdag", "NOUN", "_", 2, "obl") + line("å", "PART", "_", 5, "mark") +
      line("stanse", "VERB", "VerbForm=Inf", 2, "xcomp") +
      line("angrepene", "NOUN", "_", 5, "obj"));
  EXPECT_EQ(dated(fixture, "stanse", {"tirsdag"}), "tirsdag");
  EXPECT_EQ(dated(fixture, "angrepene", {"tirsdag"}), "tirsdag");
}

TEST(TimeOf, DoesNotTakeWhatWouldHappenForTheTimeOfSayingSo) {
  const auto fixture = ParseFixture::of_lines(
      line("On", "ADP", "_", 2, "case") + line("Monday", "PROPN", "_", 4, "obl") +
      line("they", "PRON", "_", 4, "nsubj") + line("announced", "VERB", kPast, 0, "root") +
      line("they", "PRON", "_", 7, "nsubj") + line("would", "AUX", "VerbForm=Fin", 7, "aux") +
      line("attack", "VERB", "VerbForm=Inf", 4, "ccomp"));
  EXPECT_EQ(dated(fixture, "announced", {"Monday"}), "Monday");
  EXPECT_EQ(dated(fixture, "attack", {"Monday"}), "");
}

TEST(TimeOf, ConjunctsOfOneSubjectShareATimeUnlessBothHaveOne) {
  const auto fixture = ParseFixture::of_lines(
      line("On", "ADP", "_", 2, "case") + line("Sunday", "PROPN", "_", 4, "obl") +
      line("rebels", "NOUN", "_", 4, "nsubj") + line("shelled", "VERB", kPast, 0, "root") +
      line("the", "DET", "_", 6, "det") + line("town", "NOUN", "_", 4, "obj") +
      line("and", "CCONJ", "_", 8, "cc") + line("took", "VERB", kPast, 4, "conj") +
      line("it", "PRON", "_", 8, "obj") + line("Tuesday", "PROPN", "_", 8, "obl"));
  EXPECT_EQ(dated(fixture, "took", {"Sunday"}), "Sunday");
  EXPECT_EQ(dated(fixture, "took", {"Sunday", "Tuesday"}), "Tuesday");
  EXPECT_EQ(dated(fixture, "shelled", {"Sunday", "Tuesday"}), "Sunday");
  EXPECT_EQ(dated(fixture, "shelled", {"Tuesday"}), "Tuesday");
}

TEST(TimeOf, AConjunctWithASubjectKeepsItsTime) {
  const auto fixture = ParseFixture::of_lines(
      line("Rebels", "NOUN", "_", 2, "nsubj") + line("fled", "VERB", kPast, 0, "root") +
      line("and", "CCONJ", "_", 5, "cc") + line("troops", "NOUN", "_", 5, "nsubj") +
      line("came", "VERB", kPast, 2, "conj") + line("Tuesday", "PROPN", "_", 5, "obl"));
  EXPECT_EQ(dated(fixture, "came", {"Tuesday"}), "Tuesday");
  EXPECT_EQ(dated(fixture, "fled", {"Tuesday"}), "");
}

TEST(TimeOf, AnInfinitiveThatCompletesAVerbDatesIt) {
  const auto fixture = ParseFixture::of_lines(
      line("Truce", "NOUN", "_", 2, "nsubj") + line("came", "VERB", kPast, 0, "root") +
      line("to", "PART", "_", 4, "mark") + line("hold", "VERB", "VerbForm=Inf", 2, "advcl") +
      line("Tuesday", "PROPN", "_", 4, "obl"));
  EXPECT_EQ(dated(fixture, "came", {"Tuesday"}), "Tuesday");
}

TEST(TimeOf, DoesNotHandTheTimeOfSayingToWhatIsSaid) {
  const auto fixture = ParseFixture::of_lines(
      line("Army", "NOUN", "_", 2, "nsubj") + line("said", "VERB", kPast, 0, "root") +
      line("Friday", "PROPN", "_", 2, "obl") + line("rebels", "NOUN", "_", 5, "nsubj") +
      line("fled", "VERB", kPast, 2, "ccomp"));
  EXPECT_EQ(dated(fixture, "fled", {"Friday"}), "");
  EXPECT_EQ(dated(fixture, "said", {"Friday"}), "Friday");
}

TEST(TimeOf, DoesNotTakeTheTimeOfARelativeClause) {
  const auto fixture = ParseFixture::of_lines(
      line("Generalen", "NOUN", "_", 5, "nsubj") + line("som", "PRON", "_", 3, "nsubj") +
      line("flyktet", "VERB", kPast, 1, "acl:relcl") + line("mandag", "NOUN", "_", 3, "obl") +
      line("døde", "VERB", kPast, 0, "root") + line("fredag", "NOUN", "_", 5, "obl"));
  EXPECT_EQ(dated(fixture, "døde", {"mandag", "fredag"}), "fredag");
  EXPECT_EQ(dated(fixture, "flyktet", {"mandag", "fredag"}), "mandag");
  EXPECT_EQ(dated(fixture, "flyktet", {"fredag"}), "");
}

TEST(TimeOf, LendsItsTimeToAnAdverbialClauseUnlessThatLiesFurtherBack) {
  const auto near = ParseFixture::of_lines(
      line("Hun", "PRON", "_", 2, "nsubj") + line("falt", "VERB", kPast, 0, "root") +
      line("søndag", "NOUN", "_", 2, "obl") + line("da", "SCONJ", "_", 6, "mark") +
      line("taket", "NOUN", "_", 6, "nsubj") + line("raste", "VERB", kPast, 2, "advcl"));
  EXPECT_EQ(dated(near, "raste", {"søndag"}), "søndag");
  const auto far = ParseFixture::of_lines(
      line("Bilene", "NOUN", "_", 2, "nsubj") + line("kom", "VERB", kPast, 0, "root") +
      line("søndag", "NOUN", "_", 2, "obl") + line("etter", "SCONJ", "_", 7, "mark") +
      line("han", "PRON", "_", 7, "nsubj") + line("hadde", "AUX", kPast, 7, "aux") +
      line("nektet", "VERB", "VerbForm=Part", 2, "advcl"));
  EXPECT_EQ(dated(far, "nektet", {"søndag"}), "");
}

TEST(TimeOf, DoesNotDateAPresentByThePastBesideIt) {
  const auto fixture = ParseFixture::of_lines(
      line("Troops", "NOUN", "_", 3, "nsubj") + line("Monday", "PROPN", "_", 3, "obl") +
      line("entered", "VERB", kPast, 0, "root") + line("and", "CCONJ", "_", 5, "cc") +
      line("hunt", "VERB", "Tense=Pres|VerbForm=Fin", 3, "conj"));
  EXPECT_EQ(dated(fixture, "entered", {"Monday"}), "Monday");
  EXPECT_EQ(dated(fixture, "hunt", {"Monday"}), "");
}

TEST(TimeOf, TakesTheTimeOfAnInfinitiveThatTellsTheSameAct) {
  const auto fixture = ParseFixture::of_lines(
      line("Truce", "NOUN", "_", 2, "nsubj") + line("began", "VERB", kPast, 0, "root") +
      line("to", "PART", "_", 4, "mark") + line("hold", "VERB", "VerbForm=Inf", 2, "xcomp") +
      line("Sunday", "PROPN", "_", 4, "obl"));
  EXPECT_EQ(dated(fixture, "began", {"Sunday"}), "Sunday");
}

TEST(TimeOf, GivesATimeThatOpensAClauseToThatClauseOnly) {
  auto fixture = ParseFixture::of_lines(
      line("Jets", "NOUN", "_", 2, "nsubj") + line("struck", "VERB", kPast, 0, "root") +
      line("days", "NOUN", "_", 2, "obl") + line("after", "SCONJ", "_", 6, "mark") +
      line("bombs", "NOUN", "_", 6, "nsubj") + line("fell", "VERB", kPast, 2, "advcl"));
  Times times(fixture.arena());
  times.expressions.push_back({2, 4, 2, std::nullopt, false, false});
  EXPECT_EQ(time_of(times, fixture.parse(), 5), &times.expressions[0]);
  EXPECT_EQ(time_of(times, fixture.parse(), 1), nullptr);
}

TEST(TimeOf, TrustsTheOrderOfWordsWhereTheTreeYieldsNothing) {
  // The parser took "yielded" for a relative clause and hung the time elsewhere.
  const auto fixture = ParseFixture::of_lines(
      line("The", "DET", "_", 2, "det") + line("general", "NOUN", "_", 5, "nsubj") +
      line("yielded", "VERB", kPast, 2, "acl:relcl") +
      line("Friday", "PROPN", "_", 5, "nmod:poss") + line("left", "VERB", kPast, 0, "root"));
  EXPECT_EQ(dated(fixture, "yielded", {"Friday"}), "");
  const auto other = ParseFixture::of_lines(
      line("The", "DET", "_", 2, "det") + line("general", "NOUN", "_", 6, "nsubj") +
      line("yielded", "VERB", kPast, 2, "acl:relcl") + line("Friday", "PROPN", "_", 6, "obl") +
      line("and", "CCONJ", "_", 6, "cc") + line("left", "VERB", kPast, 0, "root"));
  EXPECT_EQ(dated(other, "yielded", {"Friday"}), "Friday");
}

TEST(TimeOf, IsSafeOutsideTheText) {
  const auto fixture = ParseFixture::of_lines(line("Ja", "INTJ", "_", 0, "root"));
  const Times times(fixture.arena());
  EXPECT_EQ(time_of(times, fixture.parse(), 0), nullptr);
  EXPECT_EQ(time_of(times, fixture.parse(), 99), nullptr);
}

}  // namespace
}  // namespace varde
