#include "syntax/features.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace varde::syntax {
namespace {

constexpr TableSizes kSizes = {1000, 900, 800, 70, 8};

// A vocabulary of the word "oslo" among others.
const Vocabulary& vocabulary() {
  static const std::string hashes = [] {
    std::array<uint64_t, 3> sorted = {hash64('w', "oslo"), hash64('w', "i"), hash64('w', "byen")};
    std::sort(sorted.begin(), sorted.end());
    return std::string(reinterpret_cast<const char*>(sorted.data()), sizeof sorted);
  }();
  static const Vocabulary words(hashes);
  return words;
}

// Lists of "oslo" (kinds 1 and 3) and "lars" (kind 2), with the possessive ending s.
const NameLists& lists() {
  static const std::string entries = [] {
    const auto entry = [](std::string_view word, uint64_t kinds) {
      return hash64('k', word) >> NameLists::kMaxKinds << NameLists::kMaxKinds | kinds;
    };
    std::array<uint64_t, 3> sorted = {entry("oslo", 0b1010), entry("lars", 0b100),
                                      entry("lar", 0b1)};
    std::sort(sorted.begin(), sorted.end());
    return std::string(reinterpret_cast<const char*>(sorted.data()), sizeof sorted);
  }();
  static const NameLists names(entries, {"s"});
  return names;
}

FeatureRows rows_of(std::string_view form) {
  FeatureRows rows;
  feature_rows(form, vocabulary(), lists(), kSizes, &rows);
  return rows;
}

using Kinds = std::vector<uint32_t>;

TEST(Features, KindsOfListedNames) {
  EXPECT_EQ(rows_of("Oslo").rows[kListGroup], (Kinds{1, 3}));
  EXPECT_EQ(rows_of("OSLO").rows[kListGroup], (Kinds{1, 3}));
  EXPECT_EQ(rows_of("Bergen").rows[kListGroup], Kinds());
}

TEST(Features, WordsInLowerCaseAreNoNames) { EXPECT_EQ(rows_of("oslo").rows[kListGroup], Kinds()); }

TEST(Features, PossessiveEndingsComeOffOnlyWhereTheWordIsInNoList) {
  EXPECT_EQ(rows_of("Oslos").rows[kListGroup], (Kinds{1, 3}));
  EXPECT_EQ(rows_of("Lars").rows[kListGroup], Kinds{2});
}

TEST(Features, QuotationMarksAndDashesAreOne) {
  EXPECT_EQ(rows_of("«").rows, rows_of("\"").rows);
  EXPECT_EQ(rows_of("–").rows, rows_of("-").rows);
  EXPECT_EQ(normalise("d’Hondt"), U"d'Hondt");
}

TEST(Features, FoldKeepsDiacriticsAndHidesDigits) {
  EXPECT_EQ(fold(normalise("ÅSE-2024")), U"åse-0000");
}

TEST(Features, Shape) {
  EXPECT_EQ(shape(U"Oslo"), "Xxx");
  EXPECT_EQ(shape(U"NATO-landene"), "XX-xx");
  EXPECT_EQ(shape(U"2024"), "dd");
  EXPECT_EQ(shape(U"«"), "«");
}

TEST(Features, CaseChangesTheShapeAlone) {
  const auto lower = rows_of("oslo"), upper = rows_of("OSLO");
  EXPECT_EQ(lower.rows[kWordGroup], upper.rows[kWordGroup]);
  EXPECT_EQ(lower.rows[kNgramGroup], upper.rows[kNgramGroup]);
  EXPECT_NE(lower.rows[kShapeGroup], upper.rows[kShapeGroup]);
}

TEST(Features, NumbersOfRows) {
  const auto rows = rows_of("Kabul");
  EXPECT_EQ(rows.rows[kWordGroup].size(), 0u);  // not in the vocabulary
  EXPECT_EQ(rows.rows[kAffixGroup].size(), 4u + 5u);
  EXPECT_EQ(rows.rows[kNgramGroup].size(), 5u + 4u);
  EXPECT_EQ(rows.rows[kShapeGroup].size(), 1u);
}

TEST(Features, OneRowForEachWordOfTheVocabulary) {
  std::vector<uint32_t> seen;
  for (std::string_view word : {"oslo", "i", "byen"}) {
    const auto rows = rows_of(word);
    ASSERT_EQ(rows.rows[kWordGroup].size(), 1u);
    seen.push_back(rows.rows[kWordGroup][0]);
  }
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(seen, (std::vector<uint32_t>{0, 1, 2}));
}

TEST(Features, AnyBytesGiveRowsInRange) {
  for (const std::string& form :
       {std::string(), std::string("\xff\xfe"), std::string(100000, 'x'), std::string("\0\0", 2)}) {
    const auto rows = rows_of(form);
    for (size_t g = 0; g < kFeatureGroups; ++g) {
      EXPECT_LE(rows.rows[g].size(), 120u);
      for (uint32_t row : rows.rows[g]) EXPECT_LT(row, kSizes[g]);
    }
  }
}

}  // namespace
}  // namespace varde::syntax
