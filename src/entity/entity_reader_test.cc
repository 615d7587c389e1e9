#include "entity/entity_reader.h"

#include <gtest/gtest.h>

#include <random>

#include "entity/test_document.h"

namespace varde {
namespace {

Interval day(std::string_view iso) { return {*parse_day(iso), *parse_day(iso)}; }

TestDocument read(const std::string& language, const std::vector<std::string>& sentences,
                  std::optional<Interval> published = std::nullopt) {
  TestDocument document(sentences);
  document.read(test_reader(language), published);
  return document;
}

TEST(EntityReader, TellsAMinistersCountryFromTheWordsAlone) {
  const auto document = read("nb", {R"(
      Russlands Russland PROPN 2 nmod - B-GPE
      utenriksminister utenriksminister NOUN 5 nsubj Number=Sing -
      Igor Igor PROPN 2 flat:name - B-PER
      Petrov Petrov PROPN 3 flat:name - I-PER
      reiste reise VERB 0 root
      . . PUNCT 5 punct)"});
  const Entity* minister = document.at("Igor");
  ASSERT_NE(minister, nullptr);
  EXPECT_EQ(minister, document.at("utenriksminister"));
  EXPECT_EQ(minister->type, EntityType::kPerson);
  EXPECT_EQ(minister->name, "Igor Petrov");
  EXPECT_EQ(minister->office, "foreign minister");
  EXPECT_EQ(TestDocument::code(*minister), "RUS:GOV");
  EXPECT_EQ(document.at("Russlands")->name, "Russland");
  EXPECT_EQ(document.participants("utenriksminister"), "RUS:GOV");
}

TEST(EntityReader, TellsAMinistersCountryInEnglishToo) {
  const auto document = read("en", {R"(
      Russian Russian ADJ 3 amod
      Foreign foreign ADJ 3 amod
      Minister minister PROPN 4 nmod:desc Number=Sing
      Igor Igor PROPN 6 nsubj - B-PER
      Petrov Petrov PROPN 4 flat - I-PER
      left leave VERB 0 root)"});
  EXPECT_EQ(document.code_at("Igor"), "RUS:GOV");
  EXPECT_EQ(document.at("Igor"), document.at("Minister"));
  EXPECT_EQ(document.at("Igor")->office, "foreign minister");
}

TEST(EntityReader, TakesAnAppositionForTheName) {
  const auto document = read("nb", {R"(
      Igor Igor PROPN 6 nsubj - B-PER
      Petrov Petrov PROPN 1 flat:name - I-PER
      , , PUNCT 5 punct
      Russlands Russland PROPN 5 nmod - B-GPE
      utenriksminister utenriksminister NOUN 1 appos
      reiste reise VERB 0 root)"});
  EXPECT_EQ(document.code_at("Igor"), "RUS:GOV");
}

TEST(EntityReader, GivesASpokesmanTheBodyHeSpeaksFor) {
  const auto document = read("nb", {R"(
      En en DET 2 det
      talsmann talsmann NOUN 7 nsubj
      for for ADP 4 case
      Det det PROPN 2 nmod - B-ORG
      hvite hvit ADJ 4 flat:name - I-ORG
      hus hus NOUN 4 flat:name - I-ORG
      snakket snakke VERB 0 root)"});
  EXPECT_EQ(document.code_at("talsmann"), "USA:GOV");
}

TEST(EntityReader, TakesCompoundsApart) {
  const auto document = read("nb", {R"(
      Syriske syrisk ADJ 2 amod
      regjeringsstyrker regjeringsstyrke NOUN 5 nsubj Number=Plur
      og og CCONJ 4 cc
      opprørskrigere opprørskriger NOUN 2 conj Number=Plur
      møtte møte VERB 0 root
      FN-soldatene FN-soldat NOUN 5 obj Definite=Def|Number=Plur)"});
  EXPECT_EQ(document.code_at("regjeringsstyrker"), "SYR:MIL");
  EXPECT_EQ(document.code_at("opprørskrigere"), "SYR:REB");  // shares the adjective
  EXPECT_EQ(document.code_at("FN-soldatene"), "UNO:MIL");
  EXPECT_EQ(document.participants("regjeringsstyrker"), "SYR:MIL SYR:REB");
}

TEST(EntityReader, FindsCountriesWithinCompounds) {
  const auto document = read("nb", {R"(
      Nye ny ADJ 2 amod
      Syria-samtaler Syria-samtale NOUN 6 nsubj
      og og CCONJ 5 cc
      russisk-amerikanske russisk-amerikansk ADJ 5 amod
      utspill utspill NOUN 2 conj
      venter vente VERB 0 root)"});
  EXPECT_EQ(document.code_at("Syria-samtaler"), "SYR:GOV");
  EXPECT_EQ(document.at("Syria-samtaler")->name, "Syria");
  EXPECT_EQ(document.participants("russisk-amerikanske"), "RUS:GOV USA:GOV");
}

TEST(EntityReader, GivesTwoCountriesTroopsTwoEntities) {
  const auto document = read("en", {R"(
      Russian Russian ADJ 4 amod
      and and CCONJ 3 cc
      Syrian Syrian ADJ 1 conj
      troops troops NOUN 5 nsubj Number=Plur
      advanced advance VERB 0 root)"});
  EXPECT_EQ(document.participants("troops"), "RUS:MIL SYR:MIL");
}

TEST(EntityReader, TellsLedFromBacked) {
  const auto document = read("nb", {R"(
      Den den DET 3 det
      amerikanskledede amerikanskledet ADJ 3 amod
      styrken styrke NOUN 4 nsubj Definite=Def|Number=Sing
      møtte møte VERB 0 root
      USA-støttede USA-støttet ADJ 6 amod
      opprørere opprører NOUN 4 obj Number=Plur
      i i ADP 8 case
      Syria Syria PROPN 6 nmod - B-GPE)"});
  EXPECT_EQ(document.code_at("styrken"), "USA:MIL");
  EXPECT_EQ(document.code_at("opprørere"), "SYR:REB");
  EXPECT_EQ(document.code_at("USA-støttede"), "USA:GOV");
}

TEST(EntityReader, ReadsRebelFightersAsRebels) {
  const auto document = read("en", {R"(
      Rebel rebel NOUN 2 compound
      fighters fighter NOUN 5 nsubj Number=Plur
      and and CCONJ 4 cc
      civilians civilian NOUN 2 conj Number=Plur
      fled flee VERB 0 root
      Homs Homs PROPN 5 obj - B-LOC)"});
  EXPECT_EQ(document.code_at("fighters"), "SYR:REB");  // the sentence's place tells the country
  EXPECT_EQ(document.code_at("civilians"), "SYR:CVL");
  EXPECT_EQ(document.at("Rebel"), nullptr);
}

TEST(EntityReader, KnowsCountriesInHeadingsWhateverTheModelSays) {
  const auto document = read("nb", {R"(
      RUSSLAND Russland PROPN 2 nsubj - B-PER
      TRUER true VERB 0 root
      TYRKIA Tyrkia NOUN 2 obj)"});
  EXPECT_EQ(document.code_at("RUSSLAND"), "RUS:GOV");
  EXPECT_EQ(document.code_at("TYRKIA"), "TUR:GOV");
}

TEST(EntityReader, DoesNotTakeAPronounForAnAcronym) {
  const auto document = read("en", {R"(
      They they PRON 2 nsubj Number=Plur
      told tell VERB 0 root
      us we PRON 2 obj)"});
  EXPECT_EQ(document.at("us"), nullptr);
}

TEST(EntityReader, TellsCapitalsAsPlacesFromCapitalsAsGovernments) {
  const auto document = read("nb", {R"(
      Moskva Moskva PROPN 2 nsubj - B-GPE
      anklager anklage VERB 0 root
      Ankara Ankara PROPN 2 obj - B-GPE
      etter etter ADP 5 case
      møtet møte NOUN 2 obl
      i i ADP 7 case
      Washington Washington PROPN 5 nmod - B-GPE)"});
  EXPECT_EQ(document.participants("Moskva"), "RUS:GOV");
  EXPECT_EQ(document.participants("Ankara"), "TUR:GOV");
  EXPECT_EQ(document.participants("Washington"), "");
  ASSERT_NE(document.at("Washington"), nullptr);
  EXPECT_EQ(document.at("Washington")->type, EntityType::kPlace);
  EXPECT_TRUE(document.at("Washington")->coordinates);
  EXPECT_EQ(document.place("møtet"), "Washington/USA");
}

TEST(EntityReader, TakesThePeopleForTheStateOnlyAsAWhole) {
  const auto document = read("nb", {R"(
      Tre tre NUM 2 nummod
      amerikanere amerikaner NOUN 3 nsubj Number=Plur
      møtte møte VERB 0 root
      russerne russer NOUN 3 obj Definite=Def|Number=Plur)"});
  EXPECT_EQ(document.code_at("amerikanere"), "USA:CVL");
  EXPECT_EQ(document.code_at("russerne"), "RUS:GOV");
}

TEST(EntityReader, TakesOfficesFromTheTableByDate) {
  const std::vector<std::string> text = {R"(
      Alva Alva PROPN 3 nsubj - B-PER
      Grey Grey PROPN 1 flat - I-PER
      spoke speak VERB 0 root)"};
  EXPECT_EQ(read("en", text, day("2012-05-01")).at("Alva")->office, "foreign minister");
  EXPECT_EQ(read("en", text, day("2016-05-01")).at("Alva")->office, "president");
  EXPECT_EQ(read("en", text, day("2016-05-01")).code_at("Alva"), "USA:GOV");
  EXPECT_EQ(read("en", text, day("2020-05-01")).code_at("Alva"), "USA:ELI");  // has left office
}

TEST(EntityReader, LetsTheTextWinOverTheTable) {
  const auto document = read("en", {R"(
      Turkish Turkish ADJ 2 amod
      President president PROPN 3 nmod:desc
      Alva Alva PROPN 5 nsubj - B-PER
      Grey Grey PROPN 3 flat - I-PER
      spoke speak VERB 0 root)"},
                             day("2012-05-01"));
  EXPECT_EQ(document.code_at("Alva"), "TUR:GOV");
  EXPECT_EQ(document.at("Alva")->office, "president");
}

TEST(EntityReader, DoesNotTakeARelativeForAKnownPerson) {
  const auto document = read("en", {R"(
      Nina Nina PROPN 3 nsubj - B-PER
      Grey Grey PROPN 1 flat - I-PER
      spoke speak VERB 0 root)"},
                             day("2016-05-01"));
  EXPECT_EQ(document.code_at("Nina"), ":");
}

TEST(EntityReader, JoinsSurnamesPronounsAndRelatives) {
  const auto document = read("en", {R"(
      Syrian Syrian ADJ 2 amod
      commander commander NOUN 3 nmod:desc
      Igor Igor PROPN 5 nsubj - B-PER
      Haddad Haddad PROPN 3 flat - I-PER
      spoke speak VERB 0 root)",
                                    R"(
      Haddad Haddad PROPN 2 nsubj - B-PER
      said say VERB 0 root
      he he PRON 4 nsubj Number=Sing
      met meet VERB 2 ccomp
      rebels rebel NOUN 4 obj Number=Plur
      who who PRON 7 nsubj PronType=Rel
      fled flee VERB 5 acl:relcl)"});
  EXPECT_EQ(document.at("Haddad", 1), document.at("Igor"));
  EXPECT_EQ(document.participants("he"), "SYR:MIL");
  EXPECT_EQ(document.participants("who"), "SYR:REB");
}

TEST(EntityReader, MindsThePronounsGender) {
  const auto document = read("nb", {R"(
      President president NOUN 2 flat:name
      Nina Nina PROPN 4 nsubj - B-PER
      Berg Berg PROPN 2 flat:name - I-PER
      møtte møte VERB 0 root
      general general NOUN 6 flat:name
      Igor Igor PROPN 4 obj - B-PER
      Petrov Petrov PROPN 6 flat:name - I-PER)",
                                    R"(
      Hun hun PRON 2 nsubj Number=Sing
      reiste reise VERB 0 root)",
                                    R"(
      Han han PRON 2 nsubj Number=Sing
      ble bli VERB 0 root)"});
  EXPECT_EQ(document.at("Hun"), document.at("Nina"));
  EXPECT_EQ(document.at("Han"), document.at("Igor"));
}

TEST(EntityReader, GivesACounterpartTheSameOffice) {
  const auto document = read("nb", {R"(
      Russlands Russland PROPN 2 nmod - B-GPE
      utenriksminister utenriksminister NOUN 3 nsubj
      Igor Igor PROPN 2 flat:name - B-PER
      Petrov Petrov PROPN 3 flat:name - I-PER
      og og CCONJ 8 cc
      hans hans PRON 8 nmod:poss
      amerikanske amerikansk ADJ 8 amod
      kollega kollega NOUN 3 conj
      Tom Tom PROPN 8 appos - B-PER
      Hill Hill PROPN 9 flat:name - I-PER
      snakket snakke VERB 3 acl)"});
  EXPECT_EQ(document.code_at("Tom"), "USA:GOV");
  EXPECT_EQ(document.at("Tom")->office, "foreign minister");
  EXPECT_EQ(document.participants("Igor"), "RUS:GOV USA:GOV");
}

TEST(EntityReader, JoinsGroupsWithTheirOtherNames) {
  const auto document = read("nb", {R"(
      Hærfronten Hærfronten PROPN 8 nsubj - B-ORG
      , , PUNCT 4 punct
      tidligere tidlig ADJ 4 advmod
      kjent kjent ADJ 1 amod
      som som ADP 6 case
      Nordfronten Nordfronten PROPN 4 obl - B-ORG
      , , PUNCT 4 punct
      angrep angripe VERB 0 root)",
                                    R"(
      Gruppen gruppe NOUN 2 nsubj Definite=Def|Number=Sing
      trakk trekke VERB 0 root
      seg seg PRON 2 obj)"});
  ASSERT_NE(document.at("Hærfronten"), nullptr);
  EXPECT_EQ(document.at("Hærfronten"), document.at("Nordfronten"));
  EXPECT_EQ(document.code_at("Hærfronten"), "SYR:REB");
  EXPECT_EQ(document.participants("Gruppen"), "SYR:REB");
  EXPECT_FALSE(document.at("Hærfronten")->aliases.empty());
}

TEST(EntityReader, GivesAGroupsMemberItsSector) {
  const auto document = read("nb", {R"(
      Omar Omar PROPN 5 nsubj - B-PER
      i i ADP 3 case
      opprørsgruppen opprørsgruppe NOUN 1 nmod Definite=Def|Number=Sing
      Nordfronten Nordfronten PROPN 3 appos - B-ORG
      snakket snakke VERB 0 root)"});
  EXPECT_EQ(document.code_at("Omar"), "SYR:REB");
}

TEST(EntityReader, FollowsQuantitiesToWhatTheyCount) {
  const auto document = read("nb", {R"(
      Flere mange ADJ 5 nsubj
      av av ADP 4 case
      syriske syrisk ADJ 4 amod
      opprørerne opprører NOUN 1 nmod Definite=Def|Number=Plur
      falt falle VERB 0 root)"});
  EXPECT_EQ(document.participants("Flere"), "SYR:REB");
}

TEST(EntityReader, MentionsNeverCross) {
  const auto document = read("nb", {R"(
      Russlands Russland PROPN 3 nmod - B-GPE
      nye ny ADJ 3 amod
      general general NOUN 6 nsubj
      i i ADP 5 case
      Syria Syria PROPN 3 nmod - B-GPE
      reiste reise VERB 0 root)"});
  const auto& mentions = document.entities().mentions;
  for (const Mention& a : mentions) {
    EXPECT_LE(a.first, a.head);
    EXPECT_LT(a.head, a.last);
    for (const Mention& b : mentions) {
      EXPECT_FALSE(a.first < b.first && b.first < a.last && a.last < b.last);
    }
  }
}

// Whatever tree the parser makes of whatever words, the result is well formed.
TEST(EntityReader, KeepsItsPromisesOnRandomTrees) {
  constexpr std::string_view kWords[] = {"Russland",
                                         "russisk-amerikanske",
                                         "FN-soldatene",
                                         "USA",
                                         "han",
                                         "som",
                                         "Igor",
                                         "Petrov",
                                         "utenriksminister",
                                         "i",
                                         "av",
                                         "Homs",
                                         "opprørere",
                                         "(",
                                         ")",
                                         "ISSG",
                                         "tidligere",
                                         "kjent",
                                         "kollega",
                                         "partene",
                                         "land",
                                         "Øst-Aleppo",
                                         "-",
                                         "'",
                                         "amerikanskledede",
                                         "Moskva",
                                         "hans",
                                         "styrker",
                                         "og",
                                         "de",
                                         "\u00a0",
                                         "Nordfronten"};
  constexpr std::string_view kTags[] = {"NOUN", "PROPN", "ADJ",   "PRON",
                                        "ADP",  "VERB",  "PUNCT", "DET"};
  constexpr std::string_view kRelations[] = {"nsubj",    "nmod",  "nmod:poss", "amod", "conj",
                                             "case",     "appos", "flat:name", "obl",  "acl:relcl",
                                             "compound", "cop",   "obj"};
  constexpr std::string_view kNames[] = {"-",     "-",     "-",     "B-PER", "B-ORG",
                                         "B-LOC", "B-GPE", "B-EVT", "B-DRV"};
  std::minstd_rand random(7);
  const auto pick = [&](const auto& of) { return std::string(of[random() % std::size(of)]); };
  for (int round = 0; round < 400; ++round) {
    std::vector<std::string> sentences;
    for (int s = 0; s < 3; ++s) {
      const int size = 1 + static_cast<int>(random() % 14);
      const int root = static_cast<int>(random() % size);
      std::string sentence;
      for (int i = 0; i < size; ++i) {
        // Heads lead towards the root, so that it is a tree.
        const int head = i == root ? 0 : (i < root ? i + 2 : i);
        const std::string word = pick(kWords);
        sentence += word + " " + word + " " + pick(kTags) + " " + std::to_string(head) + " " +
                    (i == root ? "root" : pick(kRelations)) + " Number=Plur|Definite=Def " +
                    pick(kNames) + "\n";
      }
      sentences.push_back(sentence);
    }
    const auto document = read(round % 2 == 0 ? "nb" : "en", sentences, day("2016-10-13"));
    const Entities& entities = document.entities();
    for (const Mention& mention : entities.mentions) {
      ASSERT_LT(mention.entity, entities.entities.size());
      ASSERT_LE(mention.first, mention.head);
      ASSERT_LT(mention.head, mention.last);
      for (const Mention& other : entities.mentions) {
        ASSERT_FALSE(mention.first < other.first && other.first < mention.last &&
                     mention.last < other.last);
      }
    }
    for (uint32_t i = 0; i < document.parse().words.size(); ++i) {
      for (const uint32_t e : participants_of(entities, document.parse(), i))
        ASSERT_LT(e, entities.entities.size());
      place_of(entities, document.parse(), i);
      place_named_by(entities, document.parse(), i);
    }
  }
}

TEST(EntityReader, ReadsAnEmptyDocument) {
  const auto document = read("en", {});
  EXPECT_TRUE(document.entities().entities.empty());
}

}  // namespace
}  // namespace varde
