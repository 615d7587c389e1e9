#include "store/summaries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <map>

#include "store/test_articles.h"

namespace varde::store {
namespace {

using ledger::Entry;
using ledger::Json;
using ledger::Kind;
using ledger::Report;

// -- the facts of an incident ---------------------------------------------------------------------

// The columns by their names in kInsertFacts.
std::map<std::string, Value> facts_of(const Entry& incident) {
  constexpr std::array kColumns{"id",   "begin_day", "end_day", "changed_day", "reports",
                                "type", "state",     "quad",    "country",     "place",
                                "lat",  "lon",       "source",  "target"};
  const Values row = facts_row(incident);
  EXPECT_EQ(row.size(), kColumns.size());
  std::map<std::string, Value> facts;
  for (size_t i = 0; i < row.size(); ++i) facts[kColumns[i]] = row[i];
  return facts;
}

int64_t number_of(const std::string& iso) { return parse_day(iso)->time_since_epoch().count(); }

Report report() {
  Report made;
  made.id = "3f9a2c81d0e4/v1";
  made.type = "ASSAULT";
  made.state = "actual";
  made.quad = 4;
  made.article.key = "3f9a2c81d0e4";
  made.article.published = Interval{*parse_day("2021-05-04"), *parse_day("2021-05-05")};
  made.date = Interval{*parse_day("2021-05-02"), *parse_day("2021-05-03")};
  made.place = Place{"Karsava", "LVA", 56.75, 27.75};
  made.parties = {{ledger::Role::kActor, "the army", "", "LVA", {"MIL"}, "stated"},
                  {ledger::Role::kRecipient, "rebels", "", "LVA", {"REB"}, "stated"}};
  return made;
}

std::map<std::string, Value> facts_of(const Report& report) {
  return facts_of(ledger::entry_of({&report}));
}

Value text(const char* words) { return std::string(words); }

TEST(Facts, AreThoseOfTheEntry) {
  const auto facts = facts_of(report());
  EXPECT_EQ(facts.at("id"), text("3f9a2c81d0e4/v1"));
  EXPECT_EQ(facts.at("begin_day"), Value(number_of("2021-05-02")));
  EXPECT_EQ(facts.at("end_day"), Value(number_of("2021-05-03")));
  EXPECT_EQ(facts.at("changed_day"), Value(number_of("2021-05-05")));
  EXPECT_EQ(facts.at("reports"), Value(int64_t{1}));
  EXPECT_EQ(facts.at("type"), text("ASSAULT"));
  EXPECT_EQ(facts.at("state"), text("happened"));
  EXPECT_EQ(facts.at("quad"), Value(int64_t{4}));
  EXPECT_EQ(facts.at("country"), text("LVA"));
  EXPECT_EQ(facts.at("place"), text("Karsava"));
  EXPECT_EQ(facts.at("lat"), Value(56.75));
  EXPECT_EQ(facts.at("lon"), Value(27.75));
  EXPECT_EQ(facts.at("source"), text("LVA:MIL"));
  EXPECT_EQ(facts.at("target"), text("LVA:REB"));
}

TEST(Facts, WhatIsNotKnownIsEmptyOrNull) {
  Report bare;
  bare.id = "3f9a2c81d0e4/v1";
  const auto facts = facts_of(bare);
  for (const char* null : {"begin_day", "end_day", "changed_day", "lat", "lon"}) {
    EXPECT_EQ(facts.at(null), Value(Null{})) << null;
  }
  for (const char* empty : {"type", "country", "place", "source", "target"}) {
    EXPECT_EQ(facts.at(empty), text("")) << empty;
  }
  EXPECT_EQ(facts.at("quad"), Value(int64_t{0}));
}

TEST(Facts, AWholeDegreeIsARealNumberToo) {
  Report made = report();
  made.place = Place{"Null Island", "", 0.0, -10.0};
  EXPECT_EQ(facts_of(made).at("lat"), Value(0.0));
  EXPECT_EQ(facts_of(made).at("lon"), Value(-10.0));
}

TEST(Facts, TheFirstWhoHasACodeStandsForAll) {
  using ledger::Party;
  using ledger::Role;
  const auto source = [](std::vector<Party> parties) {
    Report made = report();
    for (Party& party : parties) party.role = Role::kActor;
    made.parties = std::move(parties);
    return facts_of(made).at("source");
  };
  const Party nobody{Role::kActor, "somebody", "", "", {}, "stated"};
  const Party country{Role::kActor, "Norway", "", "NOR", {}, "stated"};
  const Party sector{Role::kActor, "villagers", "", "", {"CVL"}, "stated"};
  const Party both{Role::kActor, "the ministry", "", "NOR", {"GOV", "MIL"}, "stated"};
  EXPECT_EQ(source({}), text(""));
  EXPECT_EQ(source({nobody}), text(""));
  EXPECT_EQ(source({nobody, country}), text("NOR"));
  EXPECT_EQ(source({sector, country}), text(":CVL"));
  EXPECT_EQ(source({both, sector}), text("NOR:GOV")) << "of several sectors the first";
}

// -- how much a look is worth ---------------------------------------------------------------------

double score(Kind kind, double confidence, int quad = 0) {
  Report made;
  made.kind = kind;
  made.confidence = confidence;
  made.quad = quad;
  return review_score(made);
}

TEST(ReviewScores, LieBetweenNothingAndOne) {
  for (int kind = 0; kind < 6; ++kind) {
    for (const double confidence : {-1e9, -0.1, 0.0, 0.5, 1.0, 1.1, 1e9}) {
      for (const int quad : {INT_MIN, -1, 0, 1, 2, 3, 4, 5, INT_MAX}) {
        const double value = score(static_cast<Kind>(kind), confidence, quad);
        EXPECT_GE(value, 0) << kind << " " << confidence << " " << quad;
        EXPECT_LE(value, 1) << kind << " " << confidence << " " << quad;
      }
    }
  }
}

TEST(ReviewScores, GrowWithDoubt) {
  for (int kind = 0; kind < 6; ++kind) {
    EXPECT_EQ(score(static_cast<Kind>(kind), 1), 0) << "what is certain needs no look";
    EXPECT_GT(score(static_cast<Kind>(kind), 0.3), score(static_cast<Kind>(kind), 0.4));
    EXPECT_DOUBLE_EQ(score(static_cast<Kind>(kind), 0.5), score(static_cast<Kind>(kind), 0) / 2);
  }
}

TEST(ReviewScores, GrowWithWhatHangsOnTheRecord) {
  EXPECT_EQ(score(Kind::kCeasefire, 0), 1);
  EXPECT_GT(score(Kind::kToll, 0), score(Kind::kTalks, 0));
  EXPECT_GT(score(Kind::kIncident, 0, 4), score(Kind::kIncident, 0, 1)) << "fighting and talking";
  EXPECT_GT(score(Kind::kTalks, 0), score(Kind::kIncident, 0, 0));
}

TEST(ReviewScores, ARowHoldsTheRecordItsKindAndItsScore) {
  Report made = report();
  made.kind = Kind::kTalks;
  made.confidence = 0.25;
  EXPECT_EQ(review_row(made),
            (Values{std::string("3f9a2c81d0e4/v1"), int64_t{3}, review_score(made)}));
}

}  // namespace
}  // namespace varde::store
