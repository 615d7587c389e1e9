#include "entity/place.h"

#include <gtest/gtest.h>

#include "entity/test_document.h"

namespace varde {
namespace {

TestDocument read(const std::string& language, const std::vector<std::string>& sentences) {
  TestDocument document(sentences);
  document.read(test_reader(language));
  return document;
}

TEST(PlaceOf, PrefersTheTownToTheCountry) {
  const auto document = read("nb", {R"(
      Angrepet angrep NOUN 7 nsubj
      mot mot ADP 4 case
      en en DET 4 det
      base base NOUN 1 nmod
      i i ADP 6 case
      Homs Homs PROPN 4 nmod - B-LOC
      skjedde skje VERB 0 root
      i i ADP 9 case
      Syria Syria PROPN 7 obl - B-GPE)"});
  EXPECT_EQ(document.place("Angrepet"), "Homs/SYR");
  const auto place = place_of(document.entities(), document.parse(), document.token("Angrepet"));
  ASSERT_TRUE(place && place->coordinates);
  EXPECT_NEAR(place->coordinates->latitude, 34.73, 0.01);
  EXPECT_EQ(place->geonames, 169577);
  EXPECT_TRUE(place->attached);
}

TEST(PlaceOf, ClimbsToTheVerbOfTheClause) {
  const auto document = read("en", {R"(
      Troops troops NOUN 2 nsubj Number=Plur
      launched launch VERB 0 root
      a a DET 4 det
      raid raid NOUN 2 obj
      in in ADP 8 case
      the the DET 8 det
      northern northern ADJ 8 amod
      city city NOUN 2 obl
      of of ADP 10 case
      Aleppo Aleppo PROPN 8 nmod - B-LOC)"});
  EXPECT_EQ(document.place("raid"), "Aleppo/SYR");
}

TEST(PlaceOf, KeepsTheNameAsWrittenAndFindsItsTown) {
  const auto document = read("nb", {R"(
      De de PRON 2 nsubj
      bombet bombe VERB 0 root
      Øst-Aleppo Øst-Aleppo PROPN 2 obj - B-LOC)"});
  EXPECT_EQ(document.place("bombet"), "Øst-Aleppo/SYR");
}

TEST(PlaceOf, TakesNamesOfSeveralWordsAndOtherSpellings) {
  const auto document = read("nb", {R"(
      Det det PRON 2 nsubj
      smalt smelle VERB 0 root
      i i ADP 4 case
      Deir Deir PROPN 2 obl - B-LOC
      ez-Zor ez-Zor PROPN 4 flat:name - I-LOC)"});
  EXPECT_EQ(document.place("smalt"), "Deir ez-Zor/SYR");
}

TEST(PlaceOf, DoesNotLookOutsideTheSentence) {
  const auto document = read("en", {R"(
      It it PRON 2 nsubj
      began begin VERB 0 root
      in in ADP 4 case
      Homs Homs PROPN 2 obl - B-LOC)",
                                    R"(
      It it PRON 2 nsubj
      ended end VERB 0 root)"});
  EXPECT_EQ(document.place("ended"), "");
}

TEST(PlaceOf, TakesTheMostPopulousOfANameAndExonyms) {
  const auto document = read("nb", {R"(
      De de PRON 2 nsubj
      møttes møte VERB 0 root
      i i ADP 4 case
      Paris Paris PROPN 2 obl - B-LOC)",
                                    R"(
      De de PRON 2 nsubj
      snakket snakke VERB 0 root
      i i ADP 4 case
      Genf Genf PROPN 2 obl - B-LOC)"});
  EXPECT_EQ(document.place("møttes"), "Paris/FRA");
  EXPECT_EQ(document.place("snakket"), "Genf/CHE");
}

}  // namespace
}  // namespace varde
