// Tolls summed, beside a plain sum that is worked out anew for each day: of articles made by
// chance, for many filters, as things stand and as they stood.
#include "store/toll_sums.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "store/test_articles.h"

namespace varde::store {
namespace {

using ledger::Entry;
using ledger::Json;
using ledger::Kind;

using TollsOfArticles = StoredArticles;

Json checked(const Result<Json>& answer) {
  EXPECT_TRUE(answer.has_value()) << answer.error().message;
  return answer.value_or(Json());
}

struct Range {
  int64_t low = 0;
  int64_t high = 0;
  friend bool operator==(const Range&, const Range&) = default;
};

// The claims of a toll that were published by a day and count: no part of a greater number.
std::vector<Json> claims_until(const Json& toll, const std::string& until) {
  std::vector<Json> claims;
  for (const Json& claim : toll["claims"]) {
    const Json& published = claim["report"]["published"];
    if (claim["part"] == Json(false) && published.is_string() && published <= Json(until)) {
      claims.push_back(claim);
    }
  }
  return claims;
}

// What each source says of a toll at the end of a day, worked out from the beginning: what it said
// on the last day on which it said anything.
std::map<std::string, Range> standing(const Json& toll, const std::string& until) {
  const std::vector<Json> claims = claims_until(toll, until);
  std::map<std::string, std::string> last;
  for (const Json& claim : claims) {
    std::string& published = last[claim["source"]];
    published = std::max(published, claim["report"]["published"].get<std::string>());
  }
  std::map<std::string, Range> ranges;
  for (const Json& claim : claims) {
    const std::string source = claim["source"];
    if (claim["report"]["published"] != Json(last[source])) continue;
    const int64_t low = claim["low"].is_null() ? 0 : claim["low"].get<int64_t>();
    const int64_t high = claim["high"].is_null() ? low : claim["high"].get<int64_t>();
    const auto [at, first] = ranges.try_emplace(source, Range{low, high});
    if (first) continue;
    at->second = {std::min(at->second.low, low), std::max(at->second.high, high)};
  }
  return ranges;
}

TEST_F(TollsOfArticles, TollsAreSummedDayByDayAndBySource) {
  for_each_filter([&](const Filter& filter) {
    const auto tolls = entries_in(store_.get(), filter, {Kind::kToll});
    int64_t disputed = 0;
    std::set<std::string> days;
    std::map<std::string, std::set<std::string>> days_of;
    for (const Entry& toll : tolls) {
      if (toll.body["disputed"] == Json(true)) ++disputed;
      for (const Json& claim : claims_until(toll.body, "9999-12-31")) {
        days.insert(claim["report"]["published"]);
        days_of[claim["source"]].insert(claim["report"]["published"]);
      }
    }
    Json all = Json::array();
    std::map<std::string, Json> by_source;
    for (const std::string& until : days) {
      Range total;
      std::map<std::string, Range> sums;
      for (const Entry& toll : tolls) {
        Range range{INT64_MAX, 0};
        for (const auto& [source, figure] : standing(toll.body, until)) {
          range = {std::min(range.low, figure.low), std::max(range.high, figure.high)};
          sums[source].low += figure.low;
          sums[source].high += figure.high;
        }
        if (range.low == INT64_MAX) continue;
        total.low += range.low;
        total.high += range.high;
      }
      all.push_back({{"day", until}, {"low", total.low}, {"high", total.high}});
      for (const auto& [source, sum] : sums) {
        if (!days_of[source].contains(until)) continue;
        by_source[source].push_back({{"day", until}, {"low", sum.low}, {"high", sum.high}});
      }
    }
    const Json answer = checked(toll_sums(store_.get(), filter));
    EXPECT_EQ(answer["entries"], tolls.size());
    EXPECT_EQ(answer["disputed"], disputed);
    EXPECT_EQ(answer["series"][0], (Json{{"source", nullptr}, {"points", all}}));
    // Sources are named as they write themselves, so that their sums are compared alone.
    std::multiset<std::string> expected;
    for (const auto& [source, points] : by_source) expected.insert(points.dump());
    std::multiset<std::string> found;
    for (size_t i = 1; i < answer["series"].size(); ++i) {
      found.insert(answer["series"][i]["points"].dump());
      EXPECT_TRUE(answer["series"][i]["source"].is_string());
    }
    ASSERT_LE(found.size(), 12U);
    if (by_source.size() <= 12) {
      EXPECT_EQ(found, expected);
    } else {
      EXPECT_EQ(found.size(), 12U);
      for (const std::string& points : found) EXPECT_TRUE(expected.contains(points));
    }
    // No source tells twice in a day here, so that the entries say the same.
    Range total;
    for (const Entry& toll : tolls) {
      total.low += toll.body["low"].is_null() ? 0 : toll.body["low"].get<int64_t>();
      total.high += toll.body["high"].is_null() ? 0 : toll.body["high"].get<int64_t>();
    }
    EXPECT_EQ(answer["total"], (Json{{"low", total.low}, {"high", total.high}}));
  });
}

TEST_F(TollsOfArticles, SumsOfThenAreTheBeginningOfThoseOfNow) {
  const Json now = checked(toll_sums(store_.get(), {}))["series"][0]["points"];
  ASSERT_GT(now.size(), 10U);
  for (const Json& point : now) {
    Filter filter;
    filter.as_of = test_day(point["day"]);
    const Json then = checked(toll_sums(store_.get(), filter));
    EXPECT_EQ(then["total"], (Json{{"low", point["low"]}, {"high", point["high"]}}));
    EXPECT_EQ(then["series"][0]["points"].back(), point);
  }
}

// An article that tells of one attack and of what it cost, by one source.
CodedArticle toll_article(int number, const std::string& published, std::optional<int64_t> low,
                          std::optional<int64_t> high, const std::string& place = "Karsava") {
  CodedArticle made;
  made.given.id = made.coded.id = std::to_string(number);
  std::mt19937 random(static_cast<unsigned>(number));
  const Span words{0, 20};
  for (int i = 0; i < 40; ++i) made.given.text += std::to_string(random()) + " ";
  if (!published.empty()) made.given.published = Interval{test_day(published), test_day(published)};
  made.coded.published = made.given.published;
  EventRecord event;
  event.id = "v1";
  event.type = "ASSAULT";
  event.trigger = {0, 3};
  event.evidence = words;
  event.place = Place{place, "LVA", 56.75, 27.75};
  event.date = DateSlot{{test_day("2021-04-01"), test_day("2021-04-01")}, ""};
  made.coded.events = {event};
  TollRecord toll;
  toll.id = "t1";
  toll.kind = "killed";
  toll.low = low;
  toll.high = high;
  toll.event = "v1";
  toll.evidence = words;
  Source source;
  source.actor.name = "the Red Cross";
  toll.according_to = {source};
  made.coded.tolls = {toll};
  return made;
}

Json sums_of(const std::vector<CodedArticle>& articles) {
  const auto store = new_test_store();
  EXPECT_TRUE(store->add(articles, "{}"));
  EXPECT_EQ(entries_in(store.get(), {}, {Kind::kToll}).size(), 1U);
  return checked(toll_sums(store.get(), {}));
}

Json points(const std::vector<std::tuple<std::string, int64_t, int64_t>>& list) {
  Json points = Json::array();
  for (const auto& [at, low, high] : list) {
    points.push_back({{"day", at}, {"low", low}, {"high", high}});
  }
  return points;
}

TEST(TollSums, ANewerFigureTakesThePlaceOfTheOlder) {
  const Json sums =
      sums_of({toll_article(1, "2021-04-02", 10, 12), toll_article(2, "2021-04-03", 9, {}),
               toll_article(3, "2021-04-05", 11, 14)});
  const Json expected =
      points({{"2021-04-02", 10, 12}, {"2021-04-03", 9, 9}, {"2021-04-05", 11, 14}});
  EXPECT_EQ(sums["series"], (Json{{{"source", nullptr}, {"points", expected}},
                                  {{"source", "the Red Cross"}, {"points", expected}}}));
  EXPECT_EQ(sums["total"], (Json{{"low", 11}, {"high", 14}}));
}

TEST(TollSums, TwoFiguresOfOneDayStandSideBySide) {
  const Json sums =
      sums_of({toll_article(1, "2021-04-02", 10, 10), toll_article(2, "2021-04-03", 11, 11),
               toll_article(3, "2021-04-03", 12, 13)});
  EXPECT_EQ(sums["series"][0]["points"], points({{"2021-04-02", 10, 10}, {"2021-04-03", 11, 13}}));
}

TEST(TollSums, AnEmptyStoreHasNone) {
  const auto store = new_test_store();
  EXPECT_EQ(checked(toll_sums(store.get(), {})),
            Json::parse(R"({"entries":0,"disputed":0,"total":{"low":0,"high":0},)"
                        R"("series":[{"source":null,"points":[]}]})"));
}

TEST(TollSums, WhatWasPublishedOnNoKnownDayIsOnNone) {
  const Json sums = sums_of({toll_article(1, "", 10, 12)});
  EXPECT_EQ(sums["entries"], 1);
  EXPECT_EQ(sums["series"][0]["points"], Json::array());
}

// Numbers that no text means, but that a text or an analyst can write.
TEST(TollSums, NoNumberMakesASumRunOver) {
  const auto store = new_test_store();
  std::vector<CodedArticle> articles;
  for (int i = 0; i < 8; ++i) {
    articles.push_back(toll_article(i, i < 4 ? "2021-04-02" : "2021-04-03", INT64_MAX - i % 3,
                                    INT64_MAX, "Town " + std::to_string(i)));
    articles.back().coded.events[0].place->latitude = 50 + i * 2;
  }
  ASSERT_TRUE(store->add(articles, "{}"));
  ASSERT_EQ(entries_in(store.get(), {}, {Kind::kToll}).size(), articles.size());
  const Json sums = checked(toll_sums(store.get(), {}));
  for (const Json& series : sums["series"]) {
    int64_t before = 1'000'000'000;
    ASSERT_EQ(series["points"].size(), 2U);
    for (const Json& point : series["points"]) {
      EXPECT_GT(point["low"], before) << "more dead are not fewer";
      EXPECT_GE(point["high"], point["low"]);
      before = point["low"];
    }
  }
}

// A figure that grows beyond all reason, each not too far from the one before to be of the same
// loss, until the source corrects itself.
TEST(TollSums, WhatIsPutRightIsForgottenHoweverGreatItWas) {
  std::vector<CodedArticle> articles;
  int64_t figure = 10;
  for (int i = 0; i < 18; ++i, figure *= 8) {
    articles.push_back(toll_article(i, to_string(test_day("2021-04-02") + std::chrono::days{i}),
                                    figure - 1, figure));
  }
  articles.push_back(toll_article(18, "2021-04-20", 11, 12));
  const Json sums = sums_of(articles);
  EXPECT_EQ(sums["total"], (Json{{"low", 11}, {"high", 12}}));
  EXPECT_EQ(sums["series"][1]["points"].back(),
            (Json{{"day", "2021-04-20"}, {"low", 11}, {"high", 12}}));
}

}  // namespace
}  // namespace varde::store
