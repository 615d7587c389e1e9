#include "store/review_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "ledger/report.h"
#include "store/summaries.h"
#include "store/test_articles.h"

namespace varde::store {
namespace {

using ledger::Json;

class Queue : public StoredArticles {
 protected:
  // All records, as the program found them, by id.
  std::map<std::string, ledger::Report> reports() {
    std::map<std::string, ledger::Report> found;
    for (const CodedArticle& article : articles_) {
      const std::string key = varde::store::key_of(article.given);
      for (ledger::Report& report : ledger::reports_of(article.coded, article.given.text, key)) {
        found[report.id] = std::move(report);
      }
    }
    return found;
  }

  // The queue, page by page.
  std::vector<Json> queue(size_t limit) {
    std::vector<Json> items;
    std::optional<QueuePosition> at = QueuePosition{};
    while (at) {
      const auto page = review_queue(store_.get(), *at, limit);
      EXPECT_TRUE(page.has_value()) << page.error().message;
      if (!page) return items;
      EXPECT_LE(page->items.size(), limit);
      EXPECT_TRUE(page->items.size() == limit || !page->next);
      items.insert(items.end(), page->items.begin(), page->items.end());
      if (items.size() > 10'000) return {};  // it goes round
      at = page->next;
    }
    return items;
  }

  void correct(const std::string& report, const std::string& field, const std::string& value) {
    const auto done =
        store_->correct({{0, report, field, value, "", "Kari", "a test", "2021-06-01T00:00:00Z"}});
    EXPECT_TRUE(done.has_value()) << done.error().message;
  }
};

TEST_F(Queue, HoldsEveryRecordOnceThoseMostWorthALookFirst) {
  const auto all = reports();
  const auto items = queue(10'000);
  ASSERT_EQ(items.size(), all.size());
  std::set<std::string> seen;
  double before = 1;
  for (const Json& item : items) {
    EXPECT_TRUE(seen.insert(item["report"]).second);
    const ledger::Report& report = all.at(item["report"]);
    EXPECT_EQ(item["score"], review_score(report));
    EXPECT_LE(item["score"], before);
    before = item["score"];
    EXPECT_EQ(item["kind"], ledger::name_of(report.kind));
    EXPECT_EQ(item["type"], report.type.empty() ? Json() : Json(report.type));
    EXPECT_EQ(item["state"], report.state.empty() ? Json() : Json(report.state));
    EXPECT_EQ(item["key"], report.article.key);
    EXPECT_EQ(item["document"], report.article.id);
    EXPECT_EQ(item["published"], to_string(report.article.published->end));
    EXPECT_EQ(item["title"], "Title of " + report.article.id);
    EXPECT_EQ(item["begin"], report.evidence.begin);
    EXPECT_EQ(item["end"], report.evidence.end);
    EXPECT_EQ(item["quote"], report.quote);
    EXPECT_EQ(item["confidence"], report.confidence);
  }
}

TEST_F(Queue, PagesOfAnySizeHoldTheSameInTheSameOrder) {
  const auto whole = queue(10'000);
  for (const size_t limit : {size_t{1}, size_t{2}, size_t{7}, whole.size() - 1, whole.size()}) {
    EXPECT_EQ(queue(limit), whole) << limit;
  }
}

TEST_F(Queue, TheLastPageIsNotFollowedByAnEmptyOne) {
  const size_t size = reports().size();
  const auto page = review_queue(store_.get(), {}, size);
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(page->items.size(), size);
  EXPECT_FALSE(page->next.has_value());
}

TEST_F(Queue, RecordsOfOneScoreAreOnOnePageOnly) {
  ASSERT_TRUE(store_->database().run("UPDATE review SET score=0.5", {}));
  const auto whole = queue(10'000);
  EXPECT_EQ(whole.size(), reports().size());
  EXPECT_EQ(queue(3), whole);
}

TEST_F(Queue, WhatWasLookedAtIsOutOfItWhateverWasSaid) {
  const auto before = queue(10'000);
  const std::string confirmed = before[0]["report"];
  const std::string rejected = before[1]["report"];
  const std::string changed = before[2]["report"];
  correct(confirmed, "valid", "yes");
  correct(rejected, "valid", "no");
  correct(changed, "place", "Riga, LVA");
  const std::vector<Json> rest(before.begin() + 3, before.end());
  EXPECT_EQ(queue(10'000), rest);
  correct(rejected, "valid", "yes");
  EXPECT_EQ(queue(10'000), rest) << "and was looked at twice";
}

TEST_F(Queue, ALookInBetweenDoesNotShiftThePages) {
  const auto whole = queue(10'000);
  auto page = review_queue(store_.get(), {}, 5);
  ASSERT_TRUE(page && page->next);
  correct(whole[1]["report"], "valid", "yes");
  correct(whole[4]["report"], "valid", "no");
  page = review_queue(store_.get(), *page->next, 5);
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(page->items, std::vector<Json>(whole.begin() + 5, whole.begin() + 10));
}

TEST_F(Queue, PositionsFromOutsideAreBoundedByTheScore) {
  EXPECT_TRUE(review_queue(store_.get(), {-1, "z"}, 10)->items.empty());
  EXPECT_EQ(review_queue(store_.get(), {1e300, ""}, 10)->items.size(), 10U);
  EXPECT_EQ(review_queue(store_.get(), {2, "' OR 1=1 --"}, 10)->items.size(), 10U);
  EXPECT_TRUE(review_queue(store_.get(), {std::nan(""), "a"}, 10).has_value());
}

TEST(NoQueue, OfAnEmptyStore) {
  const auto store = new_test_store();
  const auto page = review_queue(store.get(), {}, 10);
  ASSERT_TRUE(page.has_value());
  EXPECT_TRUE(page->items.empty());
  EXPECT_FALSE(page->next);
}

}  // namespace
}  // namespace varde::store
