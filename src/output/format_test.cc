#include "output/format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "output/codes.h"
#include "output/sample_document.h"

namespace varde {
namespace {

using testing::HasSubstr;
using testing::Not;

// The cells of a CSV file, read as RFC 4180 says.
std::vector<std::vector<std::string>> read_csv(std::string_view csv) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (size_t i = 0; i < csv.size(); ++i) {
    if (quoted) {
      if (csv[i] != '"') {
        rows.back().back() += csv[i];
      } else if (i + 1 < csv.size() && csv[i + 1] == '"') {
        rows.back().back() += csv[++i];
      } else {
        quoted = false;
      }
    } else if (csv[i] == '"') {
      quoted = true;
    } else if (csv[i] == ',') {
      rows.back().emplace_back();
    } else if (csv[i] == '\r') {
      continue;
    } else if (csv[i] == '\n') {
      rows.emplace_back(1);
    } else {
      rows.back().back() += csv[i];
    }
  }
  rows.pop_back();
  return rows;
}

std::string cell(const std::vector<std::vector<std::string>>& rows, size_t row,
                 std::string_view column) {
  for (size_t i = 0; i < rows[0].size(); ++i) {
    if (rows[0][i] == column) return rows[row][i];
  }
  return "no such column";
}

TEST(Csv, HasOneRowForEachEvent) {
  const auto rows = read_csv(format_header(Format::kCsv) +
                             format_document(Format::kCsv, {}, sample_document(), kSampleText));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].size(), rows[0].size());
  EXPECT_EQ(cell(rows, 1, "title"), "Om \"møtet\", del 1");
  EXPECT_EQ(cell(rows, 1, "mode"), "visit;multilateral");
  EXPECT_EQ(cell(rows, 1, "actor"), "NOR:GOV");
  EXPECT_EQ(cell(rows, 1, "recipient"), ":REB");
  EXPECT_EQ(cell(rows, 1, "date_begin"), "2016-10-15");
  EXPECT_EQ(cell(rows, 1, "lat"), "46.20222");
  EXPECT_EQ(cell(rows, 1, "confidence"), "0.912");
  EXPECT_EQ(cell(rows, 2, "date_begin"), "");
  EXPECT_EQ(cell(rows, 2, "status"), "negated");
}

TEST(Csv, KeepsListsApart) {
  CodedDocument document = sample_document();
  document.events[0].actor[0].name = "Berg; minister";
  document.events[0].actor.push_back(document.events[0].recipient[0]);
  const auto rows = read_csv(format_header(Format::kCsv) +
                             format_document(Format::kCsv, {}, document, kSampleText));
  EXPECT_EQ(cell(rows, 1, "actor_name"), "Berg, minister;opprørerne");
}

TEST(Plover, UsesTheCodebooksFieldNames) {
  std::istringstream lines(format_document(Format::kPlover, {}, sample_document(), kSampleText));
  std::string line;
  ASSERT_TRUE(std::getline(lines, line));
  const auto event = nlohmann::json::parse(line);
  EXPECT_EQ(event["id"], "sample-v1");
  EXPECT_EQ(event["event"], nlohmann::json::array({"CONSULT"}));
  EXPECT_EQ(event["context"], nlohmann::json::array({"diplomatic", "future"}));
  EXPECT_EQ(event["source"][0]["code"], "NOR");
  EXPECT_EQ(event["source"][0]["identifier_text"], "Kari Berg");
  EXPECT_EQ(event["event_loc"]["cc3"], "CHE");
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_EQ(nlohmann::json::parse(line)["context"], nlohmann::json::array({"negation"}));
}

TEST(Table, ShowsEveryKindOfRecord) {
  const std::string table =
      format_document(Format::kTable, {220, false}, sample_document(), kSampleText);
  for (const char* part :
       {"sample · 2016-10-13 · nb", "Events", "Berg (NOR:GOV) → opprørerne (:REB, doubtful)",
        "Tolls", "15 or more", "Minst 15", "Ceasefires", "24 hours", "Talks", "(:REB, likely)",
        "Resolutions", "11 for, 2 against, 2 abstained", "Control", "67 %", "Note: a note"}) {
    EXPECT_THAT(table, HasSubstr(part));
  }
  EXPECT_THAT(table, Not(HasSubstr("\x1b")));
}

TEST(Table, ColoursWhenAsked) {
  EXPECT_THAT(format_document(Format::kTable, {100, true}, sample_document(), kSampleText),
              HasSubstr("\x1b[34mfuture\x1b[0m"));
}

TEST(Table, SaysThatThereIsNothing) {
  EXPECT_THAT(format_document(Format::kTable, {}, CodedDocument{}, ""),
              HasSubstr("nothing to code"));
}

TEST(Table, SurvivesSpansOutsideTheText) {
  CodedDocument document = sample_document();
  document.tolls[0].evidence = {1000, 5};
  document.talks[0].evidence = {5, 4'000'000'000};
  EXPECT_FALSE(format_document(Format::kTable, {}, document, kSampleText).empty());
}

TEST(Format, DropsWhatIsUnsure) {
  CodedDocument document = sample_document();
  keep_confident(0.5, &document);
  ASSERT_EQ(document.events.size(), 1U);
  EXPECT_EQ(document.events[0].id, "v1");
  EXPECT_EQ(document.tolls[0].event, "");
}

TEST(Codes, WriteActorsAndDates) {
  EXPECT_EQ(actor_code({"", "x", "PSE", {"REB", "GOV"}, ""}), "PSE:REB+GOV");
  EXPECT_EQ(actor_code({"", "x", "RUS", {}, ""}), "RUS:");
  EXPECT_EQ(date_code({*parse_day("2016-10-10"), *parse_day("2016-10-16")}),
            "2016-10-10/2016-10-16");
}

}  // namespace
}  // namespace varde
