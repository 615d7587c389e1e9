#include "ledger/correction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace varde::ledger {
namespace {

using testing::AllOf;
using testing::HasSubstr;

Interval days(const std::string& begin, const std::string& end) {
  return {*parse_day(begin), *parse_day(end)};
}

Report filled() {
  Report report;
  report.kind = Kind::kToll;
  report.type = "killed";
  report.state = "actual";
  report.detail = "people";
  report.low = 12;
  report.high = 14;
  report.place = Place{"Aleppo", "SYR", 36.2012, 37.1612};
  report.date = days("2016-09-12", "2016-09-12");
  report.end_date = days("2016-09-12", "2016-09-14");
  report.parties = {{Role::kActor, "the army", "Syrian Army", "SYR", {"MIL"}, "likely"},
                    {Role::kSource, "Røde Kors", "", "NGO", {}, "denies"}};
  return report;
}

std::string value_of(const Report& report, std::string_view field) {
  const auto value = field_of(report, field);
  return value ? *value : "error: " + value.error().message;
}

// The field after it was set, as it is written.
std::string after(Report report, std::string_view field, std::string_view value) {
  const auto done = set_field(field, value, &report);
  return done ? value_of(report, field) : "error: " + done.error().message;
}

std::string refusal(std::string_view field, std::string_view value) {
  const Report before = filled();
  Report report = before;
  const auto done = set_field(field, value, &report);
  EXPECT_EQ(report, before) << "what is refused changes nothing";
  return done ? "" : done.error().message;
}

TEST(Corrections, FieldsAreWrittenAsDocumented) {
  const Report report = filled();
  EXPECT_EQ(value_of(report, "valid"), "yes");
  EXPECT_EQ(value_of(report, "type"), "killed");
  EXPECT_EQ(value_of(report, "state"), "actual");
  EXPECT_EQ(value_of(report, "detail"), "people");
  EXPECT_EQ(value_of(report, "low"), "12");
  EXPECT_EQ(value_of(report, "high"), "14");
  EXPECT_EQ(value_of(report, "place"), "Aleppo, SYR");
  EXPECT_EQ(value_of(report, "date"), "2016-09-12");
  EXPECT_EQ(value_of(report, "end_date"), "2016-09-12/2016-09-14");
  EXPECT_EQ(value_of(report, "actor"), "the army (SYR:MIL)");
  EXPECT_EQ(value_of(report, "according_to"), "Røde Kors (NGO:)");
  EXPECT_EQ(value_of(report, "recipient"), "");
}

TEST(Corrections, WhatIsNotKnownIsEmpty) {
  for (const char* field : {"type", "state", "detail", "low", "high", "place", "date", "end_date",
                            "actor", "holder", "according_to"}) {
    EXPECT_EQ(value_of(Report(), field), "") << field;
    EXPECT_EQ(after(filled(), field, ""), "") << field;
    EXPECT_EQ(after(filled(), field, "  "), "") << field;
  }
  Report report = filled();
  for (const char* field : {"low", "high", "place", "date", "end_date", "actor", "according_to"}) {
    ASSERT_TRUE(set_field(field, "", &report));
  }
  EXPECT_FALSE(report.low || report.high || report.place || report.date || report.end_date);
  EXPECT_TRUE(report.parties.empty());
}

TEST(Corrections, EveryFieldRoundTrips) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> values{
      {"type", {"ASSAULT", "wounded", "gained"}},
      {"state", {"negated", "in_force"}},
      {"detail", {"children", "Genève-gruppen", "дети"}},
      {"low", {"0", "12", "9223372036854775807"}},
      {"high", {"0", "31"}},
      {"place", {"Aleppo, SYR", "Aleppo", "Tripoli, the port", "Tripoli, the port, LBN", "Халеб"}},
      {"date", {"2016-09-12", "2016-09-12/2016-09-14", "2015-12-31/2016-01-01"}},
      {"end_date", {"2016-09-12", "2016-09-12/2016-09-14"}}};
  for (const auto& [field, list] : values) {
    for (const std::string& value : list) {
      EXPECT_EQ(after(filled(), field, value), value) << field;
      EXPECT_EQ(after(Report(), field, value), value) << field;
    }
  }
}

TEST(Corrections, EveryRoleRoundTrips) {
  for (const std::string_view role : kRoleNames) {
    for (const char* value :
         {"Sergej Lavrov (RUS:GOV)", "Sergej Lavrov (RUS:GOV); USA:MIL", "rebels", "SYR:", ":CVL",
          "militsen (LVA:REB+MIL)", "the Front (north)", "the Front (north) (SYR:REB)",
          "villagers (:CVL)", "Bürger (DEU:CVL); Opposition (DEU:)"}) {
      EXPECT_EQ(after(filled(), role, value), value) << role;
    }
  }
}

TEST(Corrections, SettingAFieldToItsOwnValueKeepsTheParties) {
  for (const std::string_view role : kRoleNames) {
    Report report = filled();
    ASSERT_TRUE(set_field(role, value_of(report, role), &report));
    for (const Party& party : filled().parties) {
      EXPECT_THAT(report.parties, testing::Contains(party)) << role;
    }
    EXPECT_EQ(report.parties.size(), 2U) << role;
  }
}

TEST(Corrections, SettingThePlaceToItsOwnValueKeepsWhereItLies) {
  Report report = filled();
  ASSERT_TRUE(set_field("place", value_of(report, "place"), &report));
  EXPECT_EQ(report, filled());
}

TEST(Corrections, WritingIsForgivingAboutSpaces) {
  EXPECT_EQ(after(filled(), "place", "  Aleppo ,SYR "), "Aleppo, SYR");
  EXPECT_EQ(after(filled(), "low", " 7\n"), "7");
  EXPECT_EQ(after(filled(), "date", " 2016-09-12 "), "2016-09-12");
  EXPECT_EQ(after(filled(), "date", "2016-09-12/2016-09-12"), "2016-09-12");
  EXPECT_EQ(after(filled(), "actor", "rebels(SYR:REB);;USA:MIL ; "), "rebels (SYR:REB); USA:MIL");
}

TEST(Corrections, PartiesGetWhatTheirTextSays) {
  Report report = filled();
  ASSERT_TRUE(set_field("actor", "the army (SYR:MIL); Sergej Lavrov (RUS:GOV); USA:MIL", &report));
  ASSERT_EQ(report.parties.size(), 4U);
  EXPECT_EQ(report.parties[0].role, Role::kSource) << "other roles stay";
  EXPECT_EQ(report.parties[1], filled().parties[0]) << "what else was known of it stays";
  EXPECT_EQ(report.parties[2],
            (Party{Role::kActor, "Sergej Lavrov", "", "RUS", {"GOV"}, "stated"}));
  EXPECT_EQ(report.parties[3], (Party{Role::kActor, "", "", "USA", {"MIL"}, "stated"}));
  ASSERT_TRUE(set_field("according_to", "the mayor", &report));
  EXPECT_EQ(report.parties.back().certainty, "states");
  ASSERT_TRUE(set_field("participant", "the mayor", &report));
  EXPECT_EQ(report.parties.back().certainty, "confirmed");
}

TEST(Corrections, ACorrectedPlaceIsANameAndACountry) {
  Report report;
  ASSERT_TRUE(set_field("place", "Rezekne, LVA", &report));
  EXPECT_EQ(report.place, (Place{"Rezekne", "LVA", {}, {}}));
  ASSERT_TRUE(set_field("place", "Rezekne, lva", &report));
  EXPECT_EQ(report.place, (Place{"Rezekne, lva", "", {}, {}})) << "no code";
}

TEST(Corrections, NumbersAreWholeAndNotNegative) {
  for (const char* field : {"low", "high"}) {
    for (const char* value :
         {"many", "12.5", "-1", "1 000", "12 people", "0x10", "+3", "9223372036854775808"}) {
      EXPECT_THAT(refusal(field, value), AllOf(HasSubstr(value), HasSubstr("is no number")))
          << field;
    }
  }
}

// "an error says how it is to be written": of numbers it does not.
TEST(Corrections, ARefusedNumberSaysHowItIsWritten) {
  EXPECT_THAT(refusal("low", "12.5"), testing::ContainsRegex("write|whole"));
}

TEST(Corrections, DatesAreDaysOrTwoOfThemInOrder) {
  for (const char* field : {"date", "end_date"}) {
    for (const char* value :
         {"Monday", "2016-09", "12.09.2016", "2016-02-30", "2016-09-12/", "/2016-09-12",
          "2016-09-14/2016-09-12", "2016-09-12 2016-09-14", "2016-09-12/2016-09-13/2016-09-14"}) {
      EXPECT_THAT(refusal(field, value),
                  AllOf(HasSubstr(std::string("'") + value + "'"),
                        HasSubstr("write YYYY-MM-DD, or two with / between")))
          << field;
    }
  }
}

TEST(Corrections, ValidIsYesOrNoOrTakenBack) {
  Report report = filled();
  EXPECT_TRUE(set_field("valid", "yes", &report));
  EXPECT_TRUE(set_field("valid", "no", &report));
  EXPECT_TRUE(set_field("valid", "", &report));
  EXPECT_EQ(report, filled()) << "who keeps the reports leaves it out";
  for (const char* value : {"maybe", "Yes", "0"}) {
    EXPECT_THAT(refusal("valid", value), HasSubstr("yes or no")) << value;
  }
}

TEST(Corrections, UnknownFieldsAreRefusedWithThoseThatThereAre) {
  for (const char* field : {"", "colour", "Actor", "confidence", "id"}) {
    const std::string message = refusal(field, "x");
    EXPECT_THAT(message, HasSubstr(std::string("no field '") + field + "'"));
    for (const char* known :
         {"valid", "type", "state", "detail", "low", "high", "place", "date", "end_date"}) {
      EXPECT_THAT(message, HasSubstr(known));
    }
    for (const std::string_view role : kRoleNames) {
      EXPECT_THAT(message, HasSubstr(std::string(role)));
    }
    const auto value = field_of(filled(), field);
    ASSERT_FALSE(value.has_value());
    EXPECT_EQ(value.error().message, message);
  }
}

TEST(Anchors, AreWhereTheReportStands) {
  Report event;
  event.evidence = {10, 90};
  EXPECT_EQ(anchor_of(event), "incident|10");
  event.trigger = {30, 36};
  EXPECT_EQ(anchor_of(event), "incident|30");
  Report talks = event;
  talks.kind = Kind::kTalks;
  EXPECT_NE(anchor_of(talks), anchor_of(event));
}

TEST(Anchors, TellFiguresOfOneSentenceApart) {
  Report killed = filled();
  killed.evidence = {10, 90};
  Report wounded = killed;
  wounded.type = "wounded";
  Report fewer = killed;
  fewer.low = 3;
  EXPECT_NE(anchor_of(killed), anchor_of(wounded));
  EXPECT_NE(anchor_of(killed), anchor_of(fewer));
  Report elsewhere = killed;
  elsewhere.place->name = "Homs";
  EXPECT_NE(anchor_of(killed), anchor_of(elsewhere));
  Report by_others = killed;
  by_others.parties[0].name = "rebels";
  EXPECT_NE(anchor_of(killed), anchor_of(by_others));
  Report by_its_account = killed;
  by_its_account.parties[1].name = "the mayor";
  EXPECT_EQ(anchor_of(killed), anchor_of(by_its_account));
}

}  // namespace
}  // namespace varde::ledger
