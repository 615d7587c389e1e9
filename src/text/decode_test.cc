#include "text/decode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace varde {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Decode, KeepsUtf8AndItsLineEnds) {
  const auto decoded = decode_text("Først.\r\nSå fred – i går.\n");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, "Først.\r\nSå fred – i går.\n");
  EXPECT_THAT(decoded->notes, IsEmpty());
}

TEST(Decode, DropsTheByteOrderMark) {
  const auto decoded = decode_text("\xEF\xBB\xBFÅ");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, "Å");
}

TEST(Decode, KeepsDecomposedLetters) {
  const auto decoded = decode_text("A\xCC\x8Ase");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, "A\xCC\x8Ase");
}

TEST(Decode, ReadsUtf16OfBothByteOrders) {
  const auto little = decode_text(std::string_view("\xFF\xFE\xD8\0=\xD8\0\xDE", 8));
  ASSERT_TRUE(little);
  EXPECT_EQ(little->text, "Ø😀");
  EXPECT_THAT(little->notes, ElementsAre("converted from UTF-16"));
  const auto big = decode_text(std::string_view("\xFE\xFF\0\xD8\xD8\x3D", 6));
  ASSERT_TRUE(big);
  EXPECT_EQ(big->text, "Ø\xEF\xBF\xBD");  // half a surrogate pair
}

TEST(Decode, ConvertsWindows1252WithANote) {
  const auto decoded = decode_text("\x96 \xABN\xE5\xBB kostet \x80 5 i Gen\xE8ve\x81");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, "– «Nå» kostet € 5 i Genève\xEF\xBF\xBD");
  EXPECT_THAT(decoded->notes, ElementsAre("converted from Windows-1252"));
}

TEST(Decode, RefusesWhatIsNoText) {
  EXPECT_FALSE(decode_text(std::string_view("GIF89a\0\1\0", 9)));
  EXPECT_FALSE(decode_text("\x01\x02\x03\x04 abc"));
  EXPECT_FALSE(decode_text(std::string_view("\xFF\xFE\0\0a\0", 6)));
}

TEST(Decode, TakesNothing) {
  const auto decoded = decode_text("");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, "");
}

}  // namespace
}  // namespace varde
