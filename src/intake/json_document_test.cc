#include "intake/json_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace varde {
namespace {

using testing::HasSubstr;

std::string fault(std::string_view json) {
  const auto document = read_json_document(json);
  return document ? "no fault" : document.error().message;
}

TEST(JsonDocument, TakesItsFieldsAndSkipsTheRest) {
  const auto document = read_json_document(
      R"({"id":"a","events":[{"text":"inner","id":"b"}],"text":"Outer.","language":"nb",
          "published":"2016-10-13","uri":"u","publisher":"p","title":"t","note":null})");
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->id, "a");
  EXPECT_EQ(document->text, "Outer.");
  EXPECT_EQ(document->language, "nb");
  EXPECT_EQ(to_string(document->published->begin), "2016-10-13");
  EXPECT_EQ(document->uri + document->publisher + document->title, "upt");
}

TEST(JsonDocument, TakesNullForAbsentAndNumbersForIds) {
  const auto document =
      read_json_document(R"({"id":42,"text":"T","language":null,"published":null})");
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->id, "42");
  EXPECT_TRUE(document->language.empty());
  EXPECT_FALSE(document->published.has_value());
}

TEST(JsonDocument, DerivesTheIdFromTheText) {
  const auto one = read_json_document(R"({"text":"Same."})");
  const auto two = read_json_document(R"({"text":"Same.","title":"x"})");
  EXPECT_EQ(one->id.size(), 16U);
  EXPECT_EQ(one->id, two->id);
}

TEST(JsonDocument, SaysWhatIsWrong) {
  EXPECT_THAT(fault("[1]"), HasSubstr("is a JSON list"));
  EXPECT_THAT(fault("3"), HasSubstr("no object"));
  EXPECT_THAT(fault("\"text\""), HasSubstr("no object"));
  EXPECT_THAT(fault("{}"), HasSubstr("has no \"text\""));
  EXPECT_THAT(fault(R"({"text":"  "})"), HasSubstr("is empty"));
  EXPECT_THAT(fault(R"({"text":7})"), HasSubstr("has 7 as \"text\""));
  EXPECT_THAT(fault(R"({"text":["a"]})"), HasSubstr("a list as \"text\""));
  EXPECT_THAT(fault(R"({"text":"T","id":{}})"), HasSubstr("an object as \"id\""));
  EXPECT_THAT(fault(R"({"text":"T","language":true})"), HasSubstr("has true as \"language\""));
  EXPECT_THAT(fault(R"({"text":"T","language":"english!"})"), HasSubstr("'english!'"));
  EXPECT_THAT(fault(R"({"text":"T","published":"13.10.2016"})"), HasSubstr("'13.10.2016'"));
  EXPECT_THAT(fault(R"({"text":"T"} {"text":"T"})"), HasSubstr("not valid JSON at column 14"));
  EXPECT_THAT(fault(R"({"text":"\ud800"})"), HasSubstr("not valid JSON"));
}

TEST(JsonDocument, RefusesDeepNesting) {
  const auto nested = [](size_t depth) {
    return R"({"text":"T","x":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
  };
  EXPECT_EQ(fault(nested(kDeepestJson - 1)), "no fault");
  EXPECT_THAT(fault(nested(kDeepestJson)), HasSubstr("deeper than 64 levels"));
  EXPECT_THAT(fault(std::string(1'000'000, '[')), HasSubstr("is a JSON list"));
  EXPECT_THAT(fault(R"({"x":)" + std::string(1'000'000, '[')), HasSubstr("deeper than 64"));
}

TEST(JsonDocument, ConvertsOtherEncodings) {
  const auto document = read_json_document("{\"text\":\"p\xE5 v\xE6rt\"}");
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->text, "på vært");
  EXPECT_EQ(document->notes.size(), 1U);
}

}  // namespace
}  // namespace varde
