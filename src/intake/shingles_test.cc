#include "intake/shingles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

namespace varde {
namespace {

constexpr const char* kArticle =
    "Fishing boats stayed in the harbour of Karsava on Tuesday after two shells fell into the "
    "water near the breakwater. Nobody was hurt, the harbour master said, but the ferry to the "
    "islands was cancelled until further notice. The army denied that it had fired and pointed to "
    "a militia that holds the hills north of the town. Residents spoke of a short burst just "
    "before dawn, followed by an hour of silence. The mayor asked both sides to keep to the truce "
    "that they had signed in spring. Observers are expected to visit the breakwater on Thursday "
    "and to collect splinters for their report. It was the third incident of its kind within a "
    "month, and shopkeepers along the quay have begun to board up their windows again.";

constexpr const char* kOther =
    "Negotiators for the two delegations left Geneva without a date for another round. A "
    "spokesman called the atmosphere businesslike, while diplomats in the corridors complained "
    "that the question of prisoners had not been touched at all. The mediator will brief the "
    "council next week and has asked capitals for patience. Several ministers had flown in on "
    "Sunday evening hoping for a signature, only to find that the annexes were still missing. "
    "Aid groups warned that convoys cannot wait for the weather to turn, since the passes will "
    "be closed by November and stocks in the valleys are already low.";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), by);
}

bool share_a_band(const std::string& a, const std::string& b) {
  const auto left = bands_of(signature_of(a));
  const auto right = bands_of(signature_of(b));
  return std::any_of(left.begin(), left.end(), [&](int64_t band) {
    return std::find(right.begin(), right.end(), band) != right.end();
  });
}

double texts_alike(const std::string& a, const std::string& b) {
  return resemblance(signature_of(a), signature_of(b));
}

TEST(Shingles, TheSameTextHasTheSameSignature) {
  EXPECT_EQ(signature_of(kArticle), signature_of(std::string(kArticle)));
  EXPECT_EQ(bands_of(signature_of(kArticle)), bands_of(signature_of(kArticle)));
  EXPECT_EQ(texts_alike(kArticle, kArticle), 1);
}

// Stores keep signatures: they must not change from one version or machine to the next.
TEST(Shingles, ATextHasOneSignatureForEver) {
  EXPECT_EQ(to_hex(signature_of("Two shells fell into the water")).substr(0, 16),
            "7694839e3b6755c1");
}

TEST(Shingles, ALightlyEditedCopyIsOne) {
  const std::string cut = replaced(kArticle, " the harbour master said,", " officials said,");
  EXPECT_GE(texts_alike(kArticle, cut), kCopyResemblance);
  EXPECT_TRUE(share_a_band(kArticle, cut));
  const std::string headed = "KARSAVA (Fjordposten) " + replaced(kArticle, "dawn", "sunrise");
  EXPECT_GE(texts_alike(kArticle, headed), kCopyResemblance);
  EXPECT_TRUE(share_a_band(kArticle, headed));
  const std::string shortened =
      std::string(kArticle).substr(0, std::string(kArticle).rfind(", and shopkeepers"));
  EXPECT_GE(texts_alike(kArticle, shortened), kCopyResemblance);
  EXPECT_TRUE(share_a_band(kArticle, shortened));
}

TEST(Shingles, UnrelatedTextsResembleEachOtherLittle) {
  EXPECT_LT(texts_alike(kArticle, kOther), 0.3);
  EXPECT_FALSE(share_a_band(kArticle, kOther));
}

TEST(Shingles, TheSameWordsInAnotherOrderAreAnotherText) {
  std::string turned = kArticle;
  std::vector<std::string> words;
  for (size_t at = 0; at < turned.size();) {
    const size_t end = std::min(turned.find(' ', at), turned.size());
    words.push_back(turned.substr(at, end - at));
    at = end + 1;
  }
  std::reverse(words.begin(), words.end());
  std::string reversed;
  for (const std::string& word : words) reversed += word + " ";
  EXPECT_LT(texts_alike(kArticle, reversed), 0.3);
}

TEST(Shingles, CaseDiacriticsAndPunctuationDoNotMatter) {
  const Signature plain = signature_of("ved morgengry falt to granater i elva utenfor genève");
  EXPECT_EQ(signature_of("VED MORGENGRY FALT TO GRANATER I ELVA UTENFOR GENÈVE"), plain);
  EXPECT_EQ(signature_of("Ved morgengry: falt «to» granater – i elva,\n\tutenfor Geneve!"), plain);
  EXPECT_EQ(signature_of("ved morgengry falt to granater i elva utenfor gene\u0300ve"), plain)
      << "composed or not";
  EXPECT_NE(signature_of("ved morgengry falt to granater i elva utenfor genua"), plain);
}

TEST(Shingles, OtherScriptsCountToo) {
  const std::string text = "На рассвете два снаряда упали в реку недалеко от города";
  EXPECT_EQ(texts_alike(text, "НА РАССВЕТЕ, два снаряда упали в реку недалеко от города."), 1);
  EXPECT_LT(texts_alike(text, "Переговоры в столице закончились без даты следующей встречи"), 0.3);
}

TEST(Shingles, ShortTextsAreOneRun) {
  EXPECT_EQ(signature_of("two shells fell"), signature_of("Two shells fell."));
  EXPECT_LT(texts_alike("two shells fell", "two shells"), 0.3);
  EXPECT_LT(texts_alike("two shells fell", "two shells fall"), 0.3);
  EXPECT_LT(texts_alike("a", ""), 0.3);
}

TEST(Shingles, TextsWithoutWordsAreAlike) {
  EXPECT_EQ(signature_of(""), signature_of(" \n…?!"));
  EXPECT_EQ(texts_alike("", ""), 1);
}

TEST(Shingles, ResemblanceIsTheShareOfEqualValues) {
  Signature a{};
  Signature b{};
  EXPECT_EQ(resemblance(a, b), 1);
  for (size_t i = 0; i < b.size(); i += 2) b[i] = 7;
  EXPECT_EQ(resemblance(a, b), 0.5);
  b.fill(7);
  EXPECT_EQ(resemblance(a, b), 0);
}

TEST(Shingles, BandsDependOnTheirPositionAndTheirValuesOnly) {
  Signature same{};  // alike in every band
  const auto bands = bands_of(same);
  EXPECT_EQ(std::set<int64_t>(bands.begin(), bands.end()).size(), kSignatureBands);
  for (size_t value = 0; value < kSignatureValues; ++value) {
    Signature changed = same;
    changed[value] = 1;
    const auto others = bands_of(changed);
    for (size_t band = 0; band < kSignatureBands; ++band) {
      EXPECT_EQ(others[band] == bands[band], band != value / kBandValues) << value;
    }
  }
}

TEST(Shingles, HexadecimalRoundTrips) {
  const Signature signature = signature_of(kArticle);
  const std::string hex = to_hex(signature);
  EXPECT_EQ(hex.size(), kSignatureValues * 4);
  EXPECT_EQ(signature_from_hex(hex), signature);
  Signature edges{};
  for (size_t i = 0; i < edges.size(); ++i) edges[i] = static_cast<uint16_t>(i * 517 + 0xff);
  edges[0] = 0xffff;
  EXPECT_EQ(signature_from_hex(to_hex(edges)), edges);
  EXPECT_TRUE(to_hex(edges).starts_with("ffff"));
}

TEST(Shingles, WhatIsNoSignatureIsAllZeros) {
  const std::string hex = to_hex(signature_of(kArticle));
  EXPECT_EQ(signature_from_hex(""), Signature{});
  EXPECT_EQ(signature_from_hex(hex.substr(1)), Signature{});
  EXPECT_EQ(signature_from_hex(hex + "0"), Signature{});
  for (const char wrong : {'g', 'G', 'A', '/', ':', '`', ' ', '\0'}) {
    std::string broken = hex;
    broken.back() = wrong;
    EXPECT_EQ(signature_from_hex(broken), Signature{}) << wrong;
  }
}

// -- the estimate against the exact share ---------------------------------------------------------

using Words = std::vector<std::string>;

std::set<Words> runs_of(const Words& words) {
  std::set<Words> runs;
  for (size_t at = 0; at + 5 <= words.size(); ++at) {
    runs.insert(Words(words.begin() + static_cast<std::ptrdiff_t>(at),
                      words.begin() + static_cast<std::ptrdiff_t>(at + 5)));
  }
  return runs;
}

double exact_resemblance(const Words& a, const Words& b) {
  const std::set<Words> left = runs_of(a);
  const std::set<Words> right = runs_of(b);
  size_t common = 0;
  for (const Words& run : left) common += right.count(run);
  return static_cast<double>(common) / static_cast<double>(left.size() + right.size() - common);
}

std::string text_of(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

TEST(Shingles, EstimatesTheShareOfRunsInCommon) {
  std::mt19937 random(11);
  const auto word = [&] { return "word" + std::to_string(random() % 500); };
  double error = 0;
  constexpr int kPairs = 60;
  for (int pair = 0; pair < kPairs; ++pair) {
    Words a(100 + random() % 400);
    std::generate(a.begin(), a.end(), word);
    Words b;
    const unsigned edits = pair % 20;  // of a hundred words
    for (const std::string& one : a) {
      const unsigned dice = random() % 100;
      if (dice >= edits)
        b.push_back(one);
      else if (dice % 2 == 0)
        b.push_back(word());
    }
    const double exact = exact_resemblance(a, b);
    const double estimate = texts_alike(text_of(a), text_of(b));
    EXPECT_NEAR(estimate, exact, 0.12) << pair;
    error += estimate - exact;
  }
  EXPECT_NEAR(error / kPairs, 0, 0.02) << "too high or too low on the whole";
}

// A band is shared with probability 1-(1-s^5)^8: 0.99 at 0.85.
TEST(Shingles, NearCopiesShareABand) {
  std::mt19937 random(12);
  const auto word = [&] { return "word" + std::to_string(random() % 5000); };
  int copies = 0;
  int found = 0;
  for (int pair = 0; pair < 100; ++pair) {
    Words a(300);
    std::generate(a.begin(), a.end(), word);
    Words b = a;
    for (int edit = 0; edit < 4; ++edit) b[random() % b.size()] = word();
    if (exact_resemblance(a, b) < 0.85) continue;
    ++copies;
    found += share_a_band(text_of(a), text_of(b)) ? 1 : 0;
  }
  ASSERT_GT(copies, 50);
  EXPECT_GE(found, copies - copies / 20);
}

}  // namespace
}  // namespace varde
