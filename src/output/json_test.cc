#include "output/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "output/json_writer.h"
#include "output/sample_document.h"

namespace varde {
namespace {

using nlohmann::ordered_json;
using testing::ElementsAre;

ordered_json written(const CodedDocument& document) {
  std::string line;
  append_json(document, &line);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  return ordered_json::parse(line);
}

std::vector<std::string> keys(const ordered_json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

TEST(Json, KeepsTheFieldsAndTheirOrder) {
  const ordered_json json = written(sample_document());
  EXPECT_THAT(keys(json), ElementsAre("schema", "id", "sha256", "language", "source", "published",
                                      "duplicate_of", "entities", "events", "tolls", "ceasefires",
                                      "talks", "resolutions", "control", "notes"));
  EXPECT_THAT(
      keys(json["events"][0]),
      ElementsAre("id", "type", "mode", "context", "quad", "cameo", "status", "trigger", "actor",
                  "recipient", "date", "place", "according_to", "confidence", "evidence", "rule"));
  EXPECT_THAT(keys(json["entities"][0]),
              ElementsAre("id", "type", "name", "canonical", "country", "sector", "office",
                          "aliases", "location", "mentions"));
}

TEST(Json, WritesAnEvent) {
  EXPECT_EQ(written(sample_document())["events"][0].dump(),
            R"({"id":"v1","type":"CONSULT","mode":["visit","multilateral"],)"
            R"("context":["diplomatic"],"quad":1,"cameo":"042","status":"future",)"
            R"("trigger":{"begin":14,"end":19,"text":"møter"},)"
            R"("actor":[{"entity":"e1","name":"Berg","country":"NOR","sector":["GOV"],)"
            R"("certainty":"stated"}],)"
            R"("recipient":[{"entity":null,"name":"opprørerne","country":null,"sector":["REB"],)"
            R"("certainty":"doubtful"}],)"
            R"("date":{"begin":"2016-10-15","end":"2016-10-15","text":"lørdag"},)"
            R"("place":{"name":"Genève","country":"CHE","lat":46.20222,"lon":6.14569},)"
            R"("according_to":[{"entity":"e1","name":"Berg","country":"NOR","sector":["GOV"],)"
            R"("stance":"confirms"}],"confidence":0.912,"evidence":{"begin":0,"end":47},)"
            R"("rule":"nb/meet.v.1"})");
}

TEST(Json, WritesNullForWhatTheTextDoesNotSay) {
  const ordered_json json = written(sample_document());
  EXPECT_TRUE(json["source"]["publisher"].is_null());
  EXPECT_TRUE(json["events"][1]["date"].is_null());
  EXPECT_TRUE(json["events"][1]["place"].is_null());
  EXPECT_EQ(json["events"][1]["actor"], ordered_json::array());
  EXPECT_TRUE(json["tolls"][0]["high"].is_null());
  EXPECT_TRUE(json["tolls"][0]["date"]["text"].is_null());

  const ordered_json empty = written(CodedDocument{});
  EXPECT_EQ(empty["published"].dump(), R"({"begin":null,"end":null,"basis":"unknown"})");
  EXPECT_EQ(empty["events"], ordered_json::array());
}

TEST(Json, WritesTheOtherRecords) {
  const ordered_json json = written(sample_document());
  EXPECT_EQ(json["ceasefires"][0]["area"], "Aleppo");
  EXPECT_EQ(json["ceasefires"][0]["country"], "SYR");
  EXPECT_EQ(json["ceasefires"][0]["duration_hours"], 24);
  EXPECT_EQ(json["talks"][0]["participants"][1]["attendance"], "likely");
  EXPECT_EQ(json["resolutions"][0]["in_favour"], 11);
  EXPECT_EQ(json["control"][0]["share"], 0.667);
  EXPECT_EQ(json["entities"][1]["location"].dump(),
            R"({"lat":46.20222,"lon":6.14569,"country":"CHE","geonames":2660646})");
}

TEST(JsonWriter, EscapesWhatJsonForbids) {
  std::string json;
  JsonWriter(&json).value(
      std::string_view("a\"\\\n\x01\x7F\0b\xFF"
                       "ø",
                       11));
  EXPECT_EQ(ordered_json::parse(json).get<std::string>(),
            std::string("a\"\\\n\x01\x7F\0b\xEF\xBF\xBDø", 13));
}

TEST(JsonWriter, WritesNumbersShortest) {
  std::string json;
  JsonWriter out(&json);
  out.begin_array();
  for (const double number : {0.1, -0.0, 24.0, std::numeric_limits<double>::quiet_NaN(),
                              std::numeric_limits<double>::infinity()}) {
    out.value(number);
  }
  out.end_array();
  EXPECT_EQ(json, "[0.1,0,24,null,null]");
}

}  // namespace
}  // namespace varde
