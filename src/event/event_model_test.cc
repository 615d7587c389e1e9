#include "event/event_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "base/test_folder.h"
#include "event/record_fixture.h"

namespace varde {
namespace {

std::string shipped() {
  std::ifstream in(std::string(VARDE_SOURCE_DIR) + "/codebook/events.safetensors",
                   std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

Result<EventModel> open(const std::string& bytes) {
  const auto path = test_folder("events") / "events.safetensors";
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
  return EventModel::open(path);
}

void expect_error(const std::string& from, const std::string& to, const std::string& part) {
  std::string file = shipped();
  const size_t at = file.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  file.replace(at, from.size(), to);
  const auto model = open(file);
  ASSERT_FALSE(model) << part;
  EXPECT_NE(model.error().message.find(part), std::string::npos) << model.error().message;
  EXPECT_NE(model.error().message.find("events.safetensors"), std::string::npos);
}

TEST(EventModel, NamesWhatIsWrong) {
  ASSERT_TRUE(open(shipped()));
  EXPECT_FALSE(open(""));
  expect_error("varde-events/1", "varde-events/9", "varde-events/1");
  expect_error("rule rule_other", "rule rule_0ther", "other features");
  expect_error("crc32:", "crc33:", "checksum");
  EXPECT_FALSE(EventModel::open("/nowhere/events.safetensors"));
}

TEST(EventModel, DamagedFilesNeverCrash) {
  const std::string whole = shipped();
  std::mt19937 random(7);
  for (int repeat = 0; repeat < 300; ++repeat) {
    std::string file = whole;
    for (unsigned n = 0; n < 1 + random() % 4; ++n) {
      file[random() % 2048] = static_cast<char>(random());
    }
    open(file);
  }
}

// What the clause leaves to be understood is found around it; what it says outright stays.
TEST(EventModel, TakesParticipantsFromTheSentenceBefore) {
  const auto document = coded("en",
                              "Thousands of demonstrators marched in Nairobi, Kenya, on Monday. "
                              "Police fired tear gas.");
  const auto assault = std::find_if(document.events.begin(), document.events.end(),
                                    [](const EventRecord& e) { return e.trigger.begin > 60; });
  ASSERT_NE(assault, document.events.end());
  EXPECT_EQ(countries_of(assault->actor), "KEN");
  EXPECT_EQ(countries_of(assault->recipient), "KEN");
}

TEST(EventModel, WhatTheRulesFoundIsStated) {
  const auto document = coded("en", "Russia accused Georgia of shelling a village on Tuesday.");
  ASSERT_EQ(document.events.size(), 1U);
  EXPECT_EQ(countries_of(document.events[0].actor), "RUS");
  EXPECT_EQ(countries_of(document.events[0].recipient), "GEO");
  EXPECT_EQ(document.events[0].actor[0].certainty, "stated");
}

}  // namespace
}  // namespace varde
