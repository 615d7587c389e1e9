#include "event/topicality.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "event/record_fixture.h"

namespace varde {
namespace {

TEST(Topicality, SportIsLeftOutWithANote) {
  const auto document = coded("en",
                              "Late strike sinks Harbour Rovers\n\n"
                              "Harbour Rovers were beaten at home on Saturday. "
                              "The visitors attacked from the first minute. "
                              "Their captain shot twice from long range. "
                              "The coach accused the referee after the match. "
                              "The two clubs meet again in May.");
  EXPECT_TRUE(document.events.empty());
  EXPECT_THAT(document.notes, testing::Contains(testing::HasSubstr("left out")));
}

TEST(Topicality, WarIsNot) {
  const auto document = coded("en",
                              "Russian jets pound Aleppo\n\n"
                              "Russian jets bombed rebels in Aleppo on Saturday. "
                              "The army shelled the old town. "
                              "Rebels attacked government troops near the airport. "
                              "France condemned Russia. "
                              "The United Nations demanded a truce.");
  EXPECT_GE(document.events.size(), 4U);
}

TEST(Topicality, AFlashIsTooShortToTell) {
  EXPECT_EQ(coded("en", "Five people were killed in a bomb attack in Kabul.").events.size(), 1U);
}

}  // namespace
}  // namespace varde
