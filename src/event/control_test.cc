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

TEST(Control, UnknownWordWithCapitalIsGround) {
  const auto document = coded("en", "The rebels wrested Sakwe from government forces in Congo.");
  ASSERT_EQ(document.control.size(), 1U);
  EXPECT_EQ(document.control[0].place->name, "Sakwe");
  EXPECT_EQ(document.control[0].change, "gained");
}

TEST(Control, ObjectOfCaptureIsNotItsSubject) {
  const auto document = coded("nb", "Syriske soldater tok tirsdag landsbyen Qara i Syria.");
  ASSERT_EQ(document.control.size(), 1U);
  EXPECT_EQ(document.control[0].place->name, "Qara");
  EXPECT_EQ(countries_of(document.control[0].holder), "SYR");
}

TEST(Control, CivilsHoldNoGround) {
  EXPECT_TRUE(coded("en", "Aid workers pulled out of Goma on Monday.").control.empty());
}

TEST(Control, LeavingACountryIsTravel) {
  EXPECT_TRUE(coded("en", "Russian officers left Serbia on Monday.").control.empty());
}

}  // namespace
}  // namespace varde
