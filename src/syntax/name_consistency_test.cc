#include "syntax/name_consistency.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace varde::syntax {
namespace {

// A parse of the given words, each its own lemma but for a final s.
class NameConsistency : public testing::Test {
 protected:
  void words(const std::vector<std::string_view>& forms) {
    for (std::string_view form : forms) {
      Token token;
      token.form = form;
      text_.tokens.push_back(token);
      Word word;
      word.lemma = form.ends_with('s') ? form.substr(0, form.size() - 1) : form;
      word.upos = Upos::kPropn;
      parse_.words.push_back(word);
    }
    parse_.text = &text_;
  }

  // A name of the likeliest of four kinds; the numbers are probabilities.
  void name(uint32_t first, uint32_t last, std::array<float, 4> sure) {
    const auto best = std::max_element(sure.begin(), sure.end()) - sure.begin();
    const NameKind& kind = opinions_.kinds[static_cast<size_t>(best)];
    Name added;
    added.first = first;
    added.last = last;
    added.type = kind.type;
    added.label = kind.label;
    parse_.names.push_back(added);
    for (float p : sure) opinions_.scores.push_back(std::log(p));
  }

  std::string labels() {
    settle_names(opinions_, NameLists({}, {"s"}), &parse_);
    std::string all;
    for (const Name& one : parse_.names) all.append(all.empty() ? "" : " ").append(one.label);
    return all;
  }

  NameOpinions opinions_{{{NameType::kPerson, "PER"},
                          {NameType::kOrganization, "ORG"},
                          {NameType::kGeoPolitical, "GPE_LOC"},
                          {NameType::kGeoPolitical, "GPE_ORG"}},
                         {}};
  Arena arena_;
  Text text_{arena_};
  Parse parse_{arena_};
};

TEST_F(NameConsistency, TheSurestMentionDecides) {
  words({"Berg", "og", "Bergs", "mot", "Berg"});
  name(0, 1, {0.4f, 0.5f, 0.05f, 0.05f});
  name(2, 3, {0.9f, 0.02f, 0.04f, 0.04f});
  name(4, 5, {0.4f, 0.5f, 0.05f, 0.05f});
  EXPECT_EQ(labels(), "PER PER PER");
}

TEST_F(NameConsistency, APersonsFullNameSpeaksForItsParts) {
  words({"Kari", "Berg", "kom", ".", "Bergs", "ord", ".", "Oslo"});
  name(0, 2, {0.97f, 0.01f, 0.01f, 0.01f});
  name(4, 5, {0.3f, 0.6f, 0.05f, 0.05f});
  name(7, 8, {0.1f, 0.1f, 0.7f, 0.1f});
  EXPECT_EQ(labels(), "PER PER GPE_LOC");
}

TEST_F(NameConsistency, APartThatIsSurelySomethingElseStays) {
  words({"Kari", "Berg", "i", "Berg"});
  name(0, 2, {0.7f, 0.1f, 0.1f, 0.1f});
  name(3, 4, {0.01f, 0.01f, 0.97f, 0.01f});
  EXPECT_EQ(labels(), "PER GPE_LOC");
}

TEST_F(NameConsistency, LongerNamesAreNamesOfTheirOwn) {
  words({"Kari", "Berg", "i", "Berg", "bank"});
  name(0, 2, {0.97f, 0.01f, 0.01f, 0.01f});
  name(3, 5, {0.4f, 0.5f, 0.05f, 0.05f});
  EXPECT_EQ(labels(), "PER ORG");
}

TEST_F(NameConsistency, CountriesMayActHereAndBePlacesThere) {
  words({"Norge", "i", "Norge", "Norge"});
  name(0, 1, {0.05f, 0.05f, 0.1f, 0.8f});
  name(2, 3, {0.05f, 0.05f, 0.8f, 0.1f});
  name(3, 4, {0.05f, 0.5f, 0.2f, 0.25f});
  EXPECT_EQ(labels(), "GPE_ORG GPE_LOC GPE_ORG");
}

TEST_F(NameConsistency, APersonIsThatPersonUnderTheLastWordAlone) {
  words({"Bergs", "ord", "mot", "Kari", "Berg", "i", "Oslo", "Berg", "Kari"});
  name(3, 5, {0.97f, 0.01f, 0.01f, 0.01f});
  name(6, 7, {0.1f, 0.1f, 0.7f, 0.1f});
  EXPECT_EQ(labels(), "PER PER GPE_LOC PER");
  EXPECT_EQ(parse_.names[0].first, 0U);
  EXPECT_EQ(parse_.names[0].last, 1U);
  EXPECT_EQ(parse_.names[3].first, 7U);
}

TEST_F(NameConsistency, AWordThatIsAlsoAnOrdinaryOneIsNobodysName) {
  words({"Kari", "Berg", "så", "berg", ".", "Berg"});
  name(0, 2, {0.97f, 0.01f, 0.01f, 0.01f});
  EXPECT_EQ(labels(), "PER");
}

TEST_F(NameConsistency, ALastWordMayStandInCapitals) {
  words({"Kari", "Berg", ".", "BERG"});
  name(0, 2, {0.97f, 0.01f, 0.01f, 0.01f});
  EXPECT_EQ(labels(), "PER PER");
}

TEST_F(NameConsistency, OnlyNounsAreAddedAsNames) {
  words({"Kari", "Berg", ".", "Berg", "Berg"});
  parse_.words[3].upos = Upos::kVerb;
  parse_.words[4].upos = Upos::kNoun;
  name(0, 2, {0.97f, 0.01f, 0.01f, 0.01f});
  EXPECT_EQ(labels(), "PER PER");
  EXPECT_EQ(parse_.names[1].first, 4U);
}

TEST_F(NameConsistency, WordsInSmallLettersAreNotNames) {
  words({"Kari", "Berg", ".", "bergs"});
  name(0, 2, {0.97f, 0.01f, 0.01f, 0.01f});
  EXPECT_EQ(labels(), "PER");
}

TEST_F(NameConsistency, AnAbbreviationIsWhatItAbbreviates) {
  words({"NB", ".", "Norges", "bank", "(", "NB", ")", "og", "Oslo", "(", "NB", ")"});
  name(2, 4, {0.01f, 0.97f, 0.01f, 0.01f});
  name(8, 9, {0.01f, 0.01f, 0.97f, 0.01f});
  parse_.words[0].upos = Upos::kAdv;
  EXPECT_EQ(labels(), "ORG ORG ORG GPE_LOC ORG");
  EXPECT_EQ(parse_.names[2].first, 5U);
}

TEST_F(NameConsistency, TheFullNameVotesOnItsAbbreviation) {
  words({"Norges", "bank", "(", "NB", ")", "NB"});
  name(0, 2, {0.01f, 0.97f, 0.01f, 0.01f});
  name(3, 4, {0.01f, 0.3f, 0.6f, 0.09f});
  name(5, 6, {0.01f, 0.3f, 0.6f, 0.09f});
  EXPECT_EQ(labels(), "ORG ORG ORG");
}

TEST_F(NameConsistency, WhatStandsInBracketsNeedNotAbbreviate) {
  words({"Norges", "bank", "(", "BN", ")", "Norges", "bank", "(", "Nb", ")", "Kari", "Berg", "(",
         "KB", ")"});
  name(0, 2, {0.01f, 0.97f, 0.01f, 0.01f});
  name(5, 7, {0.01f, 0.97f, 0.01f, 0.01f});
  name(10, 12, {0.97f, 0.01f, 0.01f, 0.01f});
  EXPECT_EQ(labels(), "ORG ORG PER");
}

TEST_F(NameConsistency, ABracketThatEndsTheTextIsNoAbbreviation) {
  words({"Norges", "bank", "(", "NB"});
  name(0, 2, {0.01f, 0.97f, 0.01f, 0.01f});
  EXPECT_EQ(labels(), "ORG");
}

TEST_F(NameConsistency, NoNamesNoVotes) {
  words({"Berg"});
  EXPECT_EQ(labels(), "");
}

}  // namespace
}  // namespace varde::syntax
