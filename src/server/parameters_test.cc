#include "server/parameters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "base/utf8.h"

namespace varde::server {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

// What a reader makes of a query, and what it finds wrong.
template <class Value>
struct Read {
  Value value;
  std::string fault;  // empty: none
};

template <class Reader>
auto read(const Query& query, Reader reader) {
  Parameters parameters(query);
  auto value = reader(&parameters);
  return Read<decltype(value)>{std::move(value), parameters.fault().value_or("")};
}

Read<int64_t> number(const std::string& value, int64_t least = 1, int64_t most = 500) {
  return read({{"limit", value}},
              [&](Parameters* p) { return p->number("limit", 50, least, most); });
}

Read<double> real(const std::string& value) {
  return read({{"west", value}}, [](Parameters* p) { return p->real("west", -180, -180, 180); });
}

Read<std::optional<Day>> day(const std::string& value) {
  return read({{"since", value}}, [](Parameters* p) { return p->day("since"); });
}

Read<std::optional<store::Position>> position(const std::string& value) {
  return read({{"cursor", value}}, [](Parameters* p) { return p->position("cursor"); });
}

TEST(Parameters, AnEmptyQueryIsRight) {
  const auto nothing = read({}, [](Parameters*) { return 0; });
  EXPECT_EQ(nothing.fault, "");
}

TEST(Parameters, WhatIsAbsentHasItsOrdinaryValue) {
  const Query query;
  Parameters parameters(query);
  EXPECT_EQ(parameters.text("q"), "");
  EXPECT_THAT(parameters.list("actor"), IsEmpty());
  EXPECT_EQ(parameters.number("limit", 50, 1, 500), 50);
  EXPECT_EQ(parameters.real("west", -180, -180, 180), -180);
  EXPECT_EQ(parameters.day("since"), std::nullopt);
  EXPECT_EQ(parameters.position("cursor"), std::nullopt);
  EXPECT_EQ(parameters.one_of("order", {"oldest", "newest"}), "oldest");
  EXPECT_EQ(parameters.fault(), std::nullopt);
}

TEST(Parameters, AnEmptyValueIsAsGoodAsNone) {
  const Query query{{"q", ""},     {"actor", ""},  {"limit", ""}, {"west", ""},
                    {"since", ""}, {"cursor", ""}, {"order", ""}};
  Parameters parameters(query);
  EXPECT_EQ(parameters.text("q"), "");
  EXPECT_THAT(parameters.list("actor"), IsEmpty());
  EXPECT_EQ(parameters.number("limit", 50, 1, 500), 50);
  EXPECT_EQ(parameters.real("west", -180, -180, 180), -180);
  EXPECT_EQ(parameters.day("since"), std::nullopt);
  EXPECT_EQ(parameters.position("cursor"), std::nullopt);
  EXPECT_EQ(parameters.one_of("order", {"oldest", "newest"}), "oldest");
  EXPECT_EQ(parameters.fault(), std::nullopt);
}

TEST(Parameters, WhatNobodyReadIsAFault) {
  const Query query{{"limit", "5"}, {"lmit", "7"}};
  Parameters parameters(query);
  EXPECT_THAT(*parameters.fault(), HasSubstr("'limit'"));
  EXPECT_EQ(parameters.number("limit", 50, 1, 500), 5);
  EXPECT_THAT(*parameters.fault(), HasSubstr("'lmit'"));
  parameters.text("lmit");
  EXPECT_EQ(parameters.fault(), std::nullopt);
}

TEST(Parameters, NamesAreTakenAsTheyStand) {
  for (const char* name : {"Limit", " limit", "limit ", "limit[]", ""}) {
    const auto limit =
        read({{name, "7"}}, [](Parameters* p) { return p->number("limit", 50, 1, 500); });
    EXPECT_EQ(limit.value, 50) << name;
    EXPECT_THAT(limit.fault, HasSubstr("'" + std::string(name) + "'"));
  }
}

TEST(Parameters, AWrongValueIsToldBeforeAnUnknownName) {
  const auto limit = read({{"invented", "1"}, {"limit", "none"}},
                          [](Parameters* p) { return p->number("limit", 50, 1, 500); });
  EXPECT_THAT(limit.fault, StartsWith("limit: "));
}

TEST(Parameters, OfSeveralFaultsTheFirstIsTold) {
  const Query query{{"since", "x"}, {"limit", "x"}};
  Parameters parameters(query);
  parameters.number("limit", 50, 1, 500);
  parameters.day("since");
  EXPECT_THAT(*parameters.fault(), StartsWith("limit: "));
}

TEST(Parameters, ALongNameIsToldShortAndInWholeLetters) {
  for (const char* letter : {"a", "å", "€", "😀"}) {
    std::string name;
    for (int i = 0; i < 5000; ++i) name += letter;
    for (const char* before : {"", "a", "aa", "aaa"}) {
      const Query query{{before + name, ""}};
      const auto fault = Parameters(query).fault();
      ASSERT_TRUE(fault.has_value());
      EXPECT_LT(fault->size(), 1000U);
      EXPECT_TRUE(is_valid_utf8(*fault)) << letter;
    }
  }
}

TEST(Parameters, TextIsGivenOnce) {
  const auto reader = [](Parameters* p) { return p->text("q"); };
  EXPECT_EQ(read({{"q", "våpenhvile nå"}}, reader).value, "våpenhvile nå");
  EXPECT_EQ(read({{"q", "a"}, {"q", "b"}}, reader).fault, "q: is given twice");
  EXPECT_EQ(read({{"q", "a"}, {"q", "a"}}, reader).fault, "q: is given twice");
  const auto once = read({{"q", ""}, {"q", "a"}, {"q", ""}}, reader);
  EXPECT_EQ(once.value, "a");
  EXPECT_EQ(once.fault, "");
}

TEST(Parameters, EveryReaderOfOneValueRefusesTwo) {
  const auto fault = [](const std::string& value, const auto& reader) {
    return read({{"x", value}, {"x", value}}, reader).fault;
  };
  EXPECT_EQ(fault("7", [](Parameters* p) { return p->number("x", 50, 1, 500); }),
            "x: is given twice");
  EXPECT_EQ(fault("7", [](Parameters* p) { return p->real("x", 0, 0, 90); }), "x: is given twice");
  EXPECT_EQ(fault("2021-05-01", [](Parameters* p) { return p->day("x"); }), "x: is given twice");
  EXPECT_EQ(fault("7~a", [](Parameters* p) { return p->position("x"); }), "x: is given twice");
  EXPECT_EQ(fault("newest",
                  [](Parameters* p) {
                    return p->one_of("x", {"oldest", "newest"});
                  }),
            "x: is given twice");
}

TEST(Parameters, ListsKeepTheirOrderAndLeaveOutWhatIsEmpty) {
  const auto reader = [](Parameters* p) { return p->list("actor"); };
  const auto list =
      read({{"actor", "RUS"}, {"actor", ""}, {"actor", "PKK"}, {"actor", "RUS"}}, reader);
  EXPECT_THAT(list.value, ElementsAre("RUS", "PKK", "RUS"));
  EXPECT_EQ(list.fault, "");
  EXPECT_THAT(read({{"actor", "a,b;c"}}, reader).value, ElementsAre("a,b;c"));
}

TEST(Parameters, ListsAreBounded) {
  const auto reader = [](Parameters* p) { return p->list("actor"); };
  Query query(50, {"actor", "RUS"});
  EXPECT_EQ(read(query, reader).fault, "");
  query.emplace_back("actor", "");
  EXPECT_EQ(read(query, reader).fault, "") << "an empty value is none";
  query.emplace_back("actor", "RUS");
  EXPECT_THAT(read(query, reader).fault, AllOf(StartsWith("actor: "), HasSubstr("50")));
}

TEST(Parameters, ValuesAreBounded) {
  const auto text = [](Parameters* p) { return p->text("q"); };
  EXPECT_EQ(read({{"q", std::string(1000, 'a')}}, text).fault, "");
  EXPECT_EQ(read({{"q", std::string(1001, 'a')}}, text).fault, "q: too long");
  const auto list = [](Parameters* p) { return p->list("actor"); };
  EXPECT_EQ(read({{"actor", "a"}, {"actor", std::string(1'000'000, 'a')}}, list).fault,
            "actor: too long");
  EXPECT_NE(position("1~" + std::string(1000, 'a')).fault, "");
}

TEST(Parameters, NumbersLieWithinTheirBounds) {
  for (const auto& [value, wanted] :
       {std::pair("1", 1), std::pair("500", 500), std::pair("007", 7)}) {
    EXPECT_EQ(number(value).value, wanted) << value;
    EXPECT_EQ(number(value).fault, "") << value;
  }
  EXPECT_EQ(number("-5", -10, 10).value, -5);
  EXPECT_EQ(number("9223372036854775807", 0, INT64_MAX).value, INT64_MAX);
  EXPECT_EQ(number("-9223372036854775808", INT64_MIN, 0).value, INT64_MIN);
}

TEST(Parameters, WhatIsNoNumberIsAFault) {
  for (const char* wrong :
       {"0", "501", "-1", "+5", " 5", "5 ", "5.0", "5e1", "0x10", "five", "５", "5,000", "1_000",
        "--5", "-", "9223372036854775808", "-9223372036854775809", "99999999999999999999999999"}) {
    EXPECT_EQ(number(wrong).value, 50) << wrong;
    EXPECT_EQ(number(wrong).fault, "limit: write a whole number from 1 to 500") << wrong;
  }
}

TEST(Parameters, RealsLieWithinTheirBounds) {
  for (const auto& [value, wanted] :
       {std::pair("-180", -180.0), std::pair("180", 180.0), std::pair("12.5", 12.5),
        std::pair("1e2", 100.0), std::pair("0.1", 0.1), std::pair("-0", 0.0)}) {
    EXPECT_EQ(real(value).value, wanted) << value;
    EXPECT_EQ(real(value).fault, "") << value;
  }
}

TEST(Parameters, WhatIsNoRealIsAFault) {
  for (const char* wrong :
       {"nan", "NaN", "-nan", "inf", "-inf", "infinity", "nan(1)", "180.0001", "-181", "1e400",
        "+1", " 1", "1 ", "1,5", "0x1p3", "1.2.3", "1e", "north", "１"}) {
    EXPECT_EQ(real(wrong).value, -180) << wrong;
    EXPECT_EQ(real(wrong).fault, "west: write a number from -180 to 180") << wrong;
  }
}

TEST(Parameters, DaysAreWrittenInOneWay) {
  EXPECT_EQ(to_string(*day("2016-10-13").value), "2016-10-13");
  EXPECT_EQ(to_string(*day("2016-02-29").value), "2016-02-29");
  for (const char* wrong :
       {"2015-02-29", "2016-13-01", "2016-00-01", "2016-01-00", "2016-04-31", "16-10-13",
        "2016-1-13", "2016-10-13T00:00", "13.10.2016", "20161013", " 2016-10-13", "2016-10-13 ",
        "today", "0000-01-01", "-016-10-13", "+016-10-13", "2016/10/13", "２016-10-13"}) {
    EXPECT_EQ(day(wrong).value, std::nullopt) << wrong;
    EXPECT_EQ(day(wrong).fault, "since: is no date; write YYYY-MM-DD") << wrong;
  }
}

TEST(Parameters, PositionsRoundTrip) {
  std::mt19937_64 random(9);
  std::vector<store::Position> places{
      {0, ""},   {0, "3f9a2c81d0e4/v1"}, {INT64_MAX, "a"}, {INT64_MIN, "a"},
      {-1, "~"}, {17000, "a~b~"},        {5, "7~8"},       {1, "id with spaces & Ære"}};
  for (int i = 0; i < 200; ++i) {
    places.push_back({static_cast<int64_t>(random()), std::to_string(random())});
  }
  for (const store::Position& place : places) {
    const auto found = position(cursor_of(place));
    EXPECT_EQ(found.fault, "");
    ASSERT_TRUE(found.value.has_value()) << cursor_of(place);
    EXPECT_EQ(*found.value, place) << cursor_of(place);
  }
}

TEST(Parameters, WhatIsNoPositionIsAFault) {
  for (const char* wrong : {"17000", "~", "~a", "a~b", "1.5~a", " 1~a", "1 ~a", "+1~a", "0x1~a",
                            "9223372036854775808~a", "--1~a", "next"}) {
    EXPECT_EQ(position(wrong).value, std::nullopt) << wrong;
    EXPECT_EQ(position(wrong).fault, "cursor: is none of ours") << wrong;
  }
}

Read<std::optional<store::QueuePosition>> queue_position(const std::string& value) {
  return read({{"cursor", value}}, [](Parameters* p) { return p->queue_position("cursor"); });
}

TEST(Parameters, PositionsInTheQueueRoundTrip) {
  std::mt19937_64 random(10);
  std::vector<store::QueuePosition> places{
      {0, ""},   {1, "3f9a2c81d0e4/v1"}, {2, "~"},     {0.1, "a~b"},    {0.56, "a"},
      {-1, "a"}, {5e-324, "a"},          {1e300, "a"}, {1.0 / 3, "Ære"}};
  for (int i = 0; i < 500; ++i) {
    places.push_back({std::ldexp(static_cast<double>(random()), -64), std::to_string(random())});
  }
  for (const store::QueuePosition& place : places) {
    const auto found = queue_position(cursor_of(place));
    EXPECT_EQ(found.fault, "") << cursor_of(place);
    ASSERT_TRUE(found.value.has_value()) << cursor_of(place);
    EXPECT_EQ(found.value->score, place.score) << cursor_of(place);
    EXPECT_EQ(found.value->id, place.id);
  }
}

// What compares with nothing would be before all others in one database and behind in another.
TEST(Parameters, WhatIsNoPositionInTheQueueIsAFault) {
  for (const char* wrong : {"0.5", "~", "~a", "a~b", " 1~a", "1 ~a", "+1~a", "0x1~a", "1e400~a",
                            "0,5~a", "nan~a", "-nan~a", "inf~a", "-inf~a", "infinity~a"}) {
    EXPECT_EQ(queue_position(wrong).value.has_value(), false) << wrong;
    EXPECT_EQ(queue_position(wrong).fault, "cursor: is none of ours") << wrong;
  }
  EXPECT_EQ(queue_position("").value.has_value(), false);
  EXPECT_EQ(queue_position("").fault, "");
}

TEST(Parameters, OneOfAFewWords) {
  const auto order = [](const std::string& value) {
    return read({{"order", value}}, [](Parameters* p) {
      return p->one_of("order", {"oldest", "newest", "largest"});
    });
  };
  EXPECT_EQ(order("newest").value, "newest");
  EXPECT_EQ(order("newest").fault, "");
  for (const char* wrong : {"Newest", "new", "newest ", "oldest, newest"}) {
    EXPECT_EQ(order(wrong).value, "oldest") << wrong;
    EXPECT_EQ(order(wrong).fault, "order: write one of oldest, newest, largest") << wrong;
  }
}

TEST(Parameters, AFilterTakesAllItsParameters) {
  const Query query{{"actor", "RUS:GOV"},    {"actor", "PKK"},        {"country", "SYR"},
                    {"place", "Karsava"},    {"type", "ASSAULT"},     {"source", "the Red Cross"},
                    {"since", "2016-01-02"}, {"until", "2016-03-04"}, {"as_of", "2016-05-06"},
                    {"min_reports", "3"}};
  Parameters parameters(query);
  const store::Filter filter = parameters.filter();
  EXPECT_EQ(parameters.fault(), std::nullopt);
  EXPECT_THAT(filter.actors, ElementsAre("RUS:GOV", "PKK"));
  EXPECT_THAT(filter.countries, ElementsAre("SYR"));
  EXPECT_THAT(filter.places, ElementsAre("Karsava"));
  EXPECT_THAT(filter.types, ElementsAre("ASSAULT"));
  EXPECT_THAT(filter.sources, ElementsAre("the Red Cross"));
  EXPECT_EQ(filter.since, parse_day("2016-01-02"));
  EXPECT_EQ(filter.until, parse_day("2016-03-04"));
  EXPECT_EQ(filter.as_of, parse_day("2016-05-06"));
  EXPECT_EQ(filter.min_reports, 3);
}

TEST(Parameters, AFilterWithoutParametersLetsAllThrough) {
  const auto filter = read({}, [](Parameters* p) { return p->filter(); });
  EXPECT_EQ(filter.fault, "");
  EXPECT_THAT(filter.value.actors, IsEmpty());
  EXPECT_THAT(filter.value.kinds, IsEmpty());
  EXPECT_EQ(filter.value.since, std::nullopt);
  EXPECT_EQ(filter.value.as_of, std::nullopt);
  EXPECT_EQ(filter.value.min_reports, 1);
  EXPECT_EQ(filter.value.after, std::nullopt);
}

TEST(Parameters, AFilterTellsWhatIsWrong) {
  for (const auto& [name, value] :
       {std::pair("since", "yesterday"), std::pair("until", "2016-02-30"), std::pair("as_of", "1"),
        std::pair("min_reports", "0"), std::pair("min_reports", "1000001")}) {
    const auto filter = read({{name, value}}, [](Parameters* p) { return p->filter(); });
    EXPECT_THAT(filter.fault, StartsWith(std::string(name) + ": "));
  }
  EXPECT_NE(read({{"limit", "5"}}, [](Parameters* p) { return p->filter(); }).fault, "")
      << "not of a filter";
}

}  // namespace
}  // namespace varde::server
