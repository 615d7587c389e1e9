#include "event/control.h"

#include <gtest/gtest.h>

#include "event/record_fixture.h"

namespace varde {
namespace {

TEST(Control, HeldShareIsNamedBelowANounOfQuantity) {
  const auto document = coded("nb", "Opprørerne har kontroll over to tredeler av Aleppo.");
  ASSERT_EQ(document.control.size(), 1U);
  EXPECT_EQ(document.control[0].change, "held");
  ASSERT_TRUE(document.control[0].place);
  EXPECT_EQ(document.control[0].place->name, "Aleppo");
  ASSERT_TRUE(document.control[0].share);
  EXPECT_NEAR(*document.control[0].share, 0.667, 0.001);
}

TEST(Control, WhoWithdrawsLeavesNoHolder) {
  const auto document = coded("en", "Russian troops withdrew from Kherson on Tuesday.");
  ASSERT_EQ(document.control.size(), 1U);
  EXPECT_EQ(document.control[0].change, "withdrew");
  EXPECT_EQ(countries_of(document.control[0].from), "RUS");
  EXPECT_TRUE(document.control[0].holder.empty());
}

TEST(Control, CoordinatedPlacesAreOneRecordEach) {
  const auto document =
      coded("en", "Russian troops withdrew from Kherson and Mariupol on Tuesday.");
  ASSERT_EQ(document.control.size(), 2U);
  EXPECT_EQ(document.control[0].place->name, "Kherson");
  EXPECT_EQ(document.control[1].place->name, "Mariupol");
  EXPECT_EQ(document.control[1].change, "withdrew");
}

}  // namespace
}  // namespace varde
