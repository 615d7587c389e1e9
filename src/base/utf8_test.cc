#include "base/utf8.h"

#include <gtest/gtest.h>

#include <random>

namespace varde {
namespace {

TEST(Utf8, TellsValidFromInvalid) {
  EXPECT_TRUE(is_valid_utf8(""));
  EXPECT_TRUE(is_valid_utf8("fred i Genève – 5 €"));
  EXPECT_TRUE(is_valid_utf8("\xEF\xBF\xBD"));                    // U+FFFD itself
  EXPECT_FALSE(is_valid_utf8("fr\xE9"));                         // Latin-1
  EXPECT_FALSE(is_valid_utf8("\xC3"));                           // cut off
  EXPECT_FALSE(is_valid_utf8(std::string_view("\xC0\x80", 2)));  // overlong
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));                   // surrogate
}

TEST(Utf8, InvalidBytesCountAsReplacementAndAlwaysAdvance) {
  const std::string_view text = "a\xFF\xC3z";
  size_t at = 0;
  EXPECT_EQ(next_code_point(text, &at), U'a');
  EXPECT_EQ(next_code_point(text, &at), char32_t{0xFFFD});
  EXPECT_EQ(next_code_point(text, &at), char32_t{0xFFFD});
  EXPECT_EQ(next_code_point(text, &at), U'z');
  EXPECT_EQ(at, text.size());
  EXPECT_EQ(next_code_point(text, &at), char32_t{0xFFFD});  // behind the end: stays there
  EXPECT_EQ(at, text.size());
}

TEST(Utf8, AppendsWhatItReads) {
  std::string copy;
  const std::string_view text = "Øst–Aleppo 😀";
  for (size_t at = 0; at < text.size();) append_code_point(next_code_point(text, &at), &copy);
  EXPECT_EQ(copy, text);
  std::string surrogate;
  append_code_point(0xD800, &surrogate);
  EXPECT_EQ(surrogate, "\xEF\xBF\xBD");
}

TEST(Utf8, LowersAndFoldsKeepingDiacritics) {
  EXPECT_EQ(to_lower("ÅSNE Løkke"), "åsne løkke");
  EXPECT_EQ(to_lower("ABC"), "abc");
  EXPECT_EQ(fold_case("Straße"), "strasse");
  EXPECT_EQ(to_nfc("A\xCC\x8A"), "Å");
}

TEST(Utf8, NameKeyTakesOffDiacriticsAndVariants) {
  EXPECT_EQ(name_key("Genève"), "geneve");
  EXPECT_EQ(name_key("Øst-Aleppo"), "ost-aleppo");
  EXPECT_EQ(name_key("Øst\u2011Aleppo"), "ost-aleppo");
  EXPECT_EQ(name_key("A\xCC\x8A"
                     "sgård"),
            "asgard");
  EXPECT_EQ(name_key("Sana'a"), name_key("Sana’a"));
  EXPECT_EQ(name_key("Sana'a"), "sanaa");
  EXPECT_EQ(name_key("Łódź"), "lodz");
  EXPECT_EQ(name_key(" San\u00A0 José\n"), "san jose");
  EXPECT_EQ(name_key(""), "");
}

TEST(Utf8, JudgesCase) {
  EXPECT_TRUE(starts_with_upper("Ål"));
  EXPECT_FALSE(starts_with_upper("ål"));
  EXPECT_FALSE(starts_with_upper(""));
  EXPECT_TRUE(is_all_upper("FN-ØST 3"));
  EXPECT_FALSE(is_all_upper("FNs"));
  EXPECT_FALSE(is_all_upper("35"));
}

TEST(Utf8, ClassesOfCharacters) {
  EXPECT_TRUE(is_letter(U'ø'));
  EXPECT_FALSE(is_letter(U'3'));
  EXPECT_TRUE(is_digit(U'3'));
  EXPECT_TRUE(is_space(U'\u00A0'));
  EXPECT_TRUE(is_punctuation(U'–'));
  EXPECT_TRUE(is_punctuation(U'$'));
  EXPECT_FALSE(is_punctuation(U'a'));
}

TEST(CodePointIndex, AgreesWithCountingOnRandomTexts) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"a", "ø", "–", "😀", "\n", "\xFF", "\xC3"};
  for (int round = 0; round < 20; ++round) {
    std::string text;
    const size_t parts = random() % 900;
    for (size_t i = 0; i < parts; ++i) text += pieces[random() % pieces.size()];
    const CodePointIndex index(text);
    uint32_t count = 0;
    for (size_t at = 0; at < text.size(); ++count) {
      ASSERT_EQ(index.at(at), count) << "byte " << at;
      next_code_point(text, &at);
    }
    EXPECT_EQ(index.at(text.size()), count);
    EXPECT_EQ(index.at(text.size() + 100), count);
    EXPECT_EQ(count_code_points(text), count);
  }
}

TEST(Utf8, TakesAwayWhatSteersATerminal) {
  EXPECT_EQ(printable("a\x1b[31mb\nc\u202Ed"), "a [31mb cd");
}

TEST(Utf8, CutsBetweenCodePoints) {
  EXPECT_EQ(first_code_points("Genève", 5), "Genèv");
  EXPECT_EQ(first_code_points("Genève", 99), "Genève");
  EXPECT_EQ(first_code_points("", 3), "");
}

}  // namespace
}  // namespace varde
