#include "text/number.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <stdexcept>
#include <string>

#include "text/segmenter.h"

namespace varde {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Pack {
  Segmenter segmenter;
  NumberReader numbers;
};

const Pack& pack(const std::string& language) {
  static std::map<std::string, Pack> packs;
  auto found = packs.find(language);
  if (found == packs.end()) {
    const std::string folder = std::string(VARDE_SOURCE_DIR) + "/lang/" + language;
    auto segmenter = Segmenter::open(folder);
    auto numbers = NumberReader::open(folder);
    if (!segmenter) throw std::runtime_error(segmenter.error().message);
    if (!numbers) throw std::runtime_error(numbers.error().message);
    found = packs.emplace(language, Pack{std::move(*segmenter), std::move(*numbers)}).first;
  }
  return found->second;
}

// Each quantity as "words=low..high" with marks: % percent, y year, o ordinal, s<share in %>.
std::vector<std::string> read(const std::string& language, const std::string& content) {
  Arena arena;
  const Text text = pack(language).segmenter.segment(content, arena);
  std::vector<std::string> all;
  for (const Quantity& q : pack(language).numbers.read(text)) {
    std::string one(text.covered(q.first, q.last));
    one += "=" + (q.low ? std::to_string(*q.low) : "") + "..";
    one += q.high ? std::to_string(*q.high) : "";
    if (q.percent) one += "%";
    if (q.year_like) one += "y";
    if (q.ordinal) one += "o";
    if (q.share) one += "s" + std::to_string(static_cast<int>(*q.share * 100 + 0.5));
    all.push_back(one);
  }
  return all;
}

TEST(Numbers, DigitsByTheMarksOfTheLanguage) {
  EXPECT_THAT(read("nb", "35 falt, 12.000 flyktet og 2,4 millioner sulter; 1 200 og 5000 i 1994."),
              ElementsAre("35=35..35", "12.000=12000..12000", "2,4 millioner=2400000..2400000",
                          "1 200=1200..1200", "5000=5000..5000", "1994=1994..1994y"));
  EXPECT_THAT(read("en", "35 fell, 12,000 fled and 2.4 million starve; 1\u00A0200 in 1994."),
              ElementsAre("35=35..35", "12,000=12000..12000", "2.4 million=2400000..2400000",
                          "1\u00A0200=1200..1200", "1994=1994..1994y"));
  EXPECT_THAT(read("nb", "Skjelvet målte 7,2 klokken 10.30."), IsEmpty());
}

TEST(Numbers, WordsCompose) {
  EXPECT_THAT(read("nb", "To hundre og femti menn, tjuefem barn og hundre tusen andre."),
              ElementsAre("To hundre og femti=250..250", "tjuefem=25..25",
                          "hundre tusen=100000..100000", "andre=2..2o"));
  EXPECT_THAT(read("nb", "Femten hundre soldater, tre tusen fem hundre sivile, femogtjue hester."),
              ElementsAre("Femten hundre=1500..1500", "tre tusen fem hundre=3500..3500",
                          "femogtjue=25..25"));
  EXPECT_THAT(read("nn", "Tolv soldatar, eit tusen hus, éin bil og ein mann."),
              ElementsAre("Tolv=12..12", "eit tusen=1000..1000", "éin=1..1"));
  EXPECT_THAT(
      read("en", "Two hundred and fifty men, twenty-five children, a hundred cows, a cow."),
      ElementsAre("Two hundred and fifty=250..250", "twenty-five=25..25", "a hundred=100..100"));
}

TEST(Numbers, Halves) {
  EXPECT_THAT(read("nb", "Halvannen million, en halv million og to og en halv million."),
              ElementsAre("Halvannen million=1500000..1500000", "en halv million=500000..500000",
                          "to og en halv million=2500000..2500000"));
  EXPECT_THAT(read("en", "Half a million and two and a half million; half a dozen."),
              ElementsAre("Half a million=500000..500000",
                          "two and a half million=2500000..2500000", "half a dozen=6..6"));
  EXPECT_THAT(read("nb", "Det skjedde klokken halv fem."), ElementsAre("fem=5..5"));
}

TEST(Numbers, Qualifiers) {
  EXPECT_THAT(read("nb", "Minst 15, opptil 40, over hundre, færre enn 10, rundt 30, nær tre."),
              ElementsAre("Minst 15=15..", "opptil 40=..40", "over hundre=101..",
                          "færre enn 10=..9", "rundt 30=30..30", "nær tre=3..3"));
  EXPECT_THAT(
      read("nb", "Minst ytterligere 20 og 12 eller flere, mer enn 2000."),
      ElementsAre("Minst ytterligere 20=20..", "12 eller flere=12..", "mer enn 2000=2001.."));
  EXPECT_THAT(read("en", "At least 15, up to 40, more than a hundred, as many as 60, some 200."),
              ElementsAre("At least 15=15..", "up to 40=..40", "more than a hundred=101..",
                          "as many as 60=..60", "some 200=200..200"));
  EXPECT_THAT(read("nn", "Minst 15, meir enn 20, om lag 75.000 og opp mot 40."),
              ElementsAre("Minst 15=15..", "meir enn 20=21..", "om lag 75.000=75000..75000",
                          "opp mot 40=..40"));
}

TEST(Numbers, VagueAmounts) {
  EXPECT_THAT(read("nb", "Flere hundre, titalls, et titall, hundrevis, flere hundre tusen."),
              ElementsAre("Flere hundre=200..999", "titalls=20..99", "et titall=10..",
                          "hundrevis=200..999", "flere hundre tusen=200000..999999"));
  EXPECT_THAT(read("en", "Several hundred, dozens, tens of thousands, several thousand, several."),
              ElementsAre("Several hundred=200..999", "dozens=20..99",
                          "tens of thousands=20000..99999", "several thousand=2000..9999"));
  EXPECT_THAT(read("nn", "Fleire hundre og eit tital."),
              ElementsAre("Fleire hundre=200..999", "eit tital=10.."));
}

TEST(Numbers, Ranges) {
  EXPECT_THAT(read("nb", "20–30 døde, mellom 20 og 30 savnet, to til tre timer, 2-3 millioner."),
              ElementsAre("20–30=20..30", "mellom 20 og 30=20..30", "to til tre=2..3",
                          "2-3 millioner=2000000..3000000"));
  EXPECT_THAT(read("nb", "Tallet steg fra 10 til 20 fra 2011–2016."),
              ElementsAre("10=10..10", "20=20..20", "2011=2011..2011y", "2016=2016..2016y"));
  EXPECT_THAT(read("en", "Between two hundred and three hundred fell, five or six fled."),
              ElementsAre("Between two hundred and three hundred=200..300", "five or six=5..6"));
}

TEST(Numbers, Shares) {
  EXPECT_THAT(read("nb", "30 prosent, 2,5 %, to tredeler av byen og halvparten av folket."),
              ElementsAre("30 prosent=30..30%s30", "2,5 %=2..3%s3", "to tredeler=67..67s67",
                          "halvparten=50..50s50"));
  EXPECT_THAT(read("en", "Two-thirds of it, a third of it, a third truce and 30 per cent."),
              ElementsAre("Two-thirds=67..67s67", "a third=33..33s33", "third=3..3o",
                          "30 per cent=30..30%s30"));
}

TEST(Numbers, Ordinals) {
  EXPECT_THAT(read("nb", "Den 5. desember, tredje dag, tjuefemte mann, under 2. runde."),
              ElementsAre("5.=5..5o", "tredje=3..3o", "tjuefemte=25..25o", "2.=2..2o"));
  EXPECT_THAT(read("en", "The 5th day, the twenty-first man."),
              ElementsAre("5th=5..5o", "twenty-first=21..21o"));
}

TEST(Numbers, TheNumberItselfIsMarked) {
  Arena arena;
  const std::string content = "Minst 15 døde.";
  const Text text = pack("nb").segmenter.segment(content, arena);
  const auto all = pack("nb").numbers.read(text);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].first, 0U);
  EXPECT_EQ(all[0].number, 1U);
  EXPECT_EQ(all[0].last, 2U);
}

// Whatever the words: quantities in order and apart, never without a bound.
TEST(Numbers, AreSoundOnRandomWords) {
  const std::vector<std::string> pieces = {"minst",
                                           "to",
                                           "hundre",
                                           "og",
                                           "en",
                                           "halv",
                                           "million",
                                           "-",
                                           "–",
                                           "2000",
                                           "12.000",
                                           "fra",
                                           "til",
                                           "mellom",
                                           "tjue",
                                           "fem",
                                           "%",
                                           "tredel",
                                           "av",
                                           "flere",
                                           "3.",
                                           "under",
                                           "99999999999999999999",
                                           "000",
                                           "tusen",
                                           "milliarder",
                                           ".",
                                           "eller",
                                           "opptil",
                                           "tjuefem"};
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    std::string content;
    const size_t parts = random() % 14;
    for (size_t i = 0; i < parts; ++i) {
      content += pieces[random() % pieces.size()];
      if (random() % 5 != 0) content += " ";
    }
    Arena arena;
    const Text text = pack("nb").segmenter.segment(content, arena);
    uint32_t end = 0;
    for (const Quantity& q : pack("nb").numbers.read(text)) {
      ASSERT_GE(q.first, end) << content;
      ASSERT_LT(q.first, q.last) << content;
      ASSERT_TRUE(q.low || q.high) << content;
      ASSERT_GE(q.number, q.first) << content;
      ASSERT_LT(q.number, q.last) << content;
      end = q.last;
    }
  }
}

TEST(Numbers, MistakesInTheFileNameTheLine) {
  const auto missing = NumberReader::open("/nonexistent/pack");
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error().message, testing::HasSubstr("numbers.tsv"));
}

}  // namespace
}  // namespace varde
