// Tables filled afterwards, beside those that were kept all along.
#include "store/refill.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/test_articles.h"

namespace varde::store {
namespace {

using ledger::Entry;
using ledger::Kind;

// All rows of both tables, as text.
std::vector<std::string> summaries_in(Store* store) {
  std::vector<std::string> rows;
  for (const auto& [statement, columns] :
       {std::pair("SELECT id, begin_day, end_day, changed_day, reports, type, state, quad, country,"
                  " place, lat, lon, source, target FROM incident_facts ORDER BY id",
                  14),
        std::pair("SELECT report, kind, score FROM review ORDER BY report", 3)}) {
    const auto found = store->database().all(statement);
    EXPECT_TRUE(found.has_value()) << found.error().message;
    for (const Row& row : *found) {
      std::string line;
      for (int i = 0; i < columns; ++i) {
        const auto column = static_cast<size_t>(i);
        line += row.is_null(column) ? "null"
                                    : row.text(column) + "/" + std::to_string(row.number(column)) +
                                          "/" + std::to_string(row.real(column));
        line += "|";
      }
      rows.push_back(std::move(line));
    }
  }
  return rows;
}

void empty_summaries(Store* store) {
  ASSERT_TRUE(store->database().run_script("DELETE FROM incident_facts; DELETE FROM review"));
  ASSERT_TRUE(summaries_in(store).empty());
}

TEST(Summaries, FilledAfterwardsAreAsThoseKeptAllAlong) {
  TestArticles chance(12);
  const auto store = new_test_store();
  const auto articles = chance.make(40);
  for (const CodedArticle& article : articles) ASSERT_TRUE(store->add({article}, "{}"));
  // Some records have been looked at, in each of the ways.
  const auto entries = entries_in(store.get(), {}, all_kinds());
  for (const Entry& entry : entries) {
    if (!chance.chance(20)) continue;
    const char* value = chance.chance(50) ? "yes" : "no";
    ASSERT_TRUE(store->correct({{0, entry.id, "valid", value, "", "Kari", "", "2021"}}));
    if (chance.chance(50)) {
      ASSERT_TRUE(store->correct({{0, entry.id, "place", "Riga, LVA", "", "Kari", "", "2021"}}));
    }
  }
  const auto expected = summaries_in(store.get());
  EXPECT_GT(expected.size(), 100U);
  empty_summaries(store.get());
  ASSERT_TRUE(fill_summaries(&store->database()));
  EXPECT_EQ(summaries_in(store.get()), expected);
}

// All keys by which reports and copies are found, as text.
std::vector<std::string> keys_in(Store* store) {
  std::vector<std::string> rows;
  for (const char* statement : {"SELECT block, report FROM report_block ORDER BY 1, 2",
                                "SELECT document, CAST(band AS TEXT) FROM document_band ORDER BY 1,"
                                " 2"}) {
    const auto found = store->database().all(statement);
    EXPECT_TRUE(found.has_value()) << found.error().message;
    for (const Row& row : *found) rows.push_back(row.text(0) + " " + row.text(1));
  }
  return rows;
}

TEST(Keys, FilledAfterwardsAreAsThoseKeptAllAlong) {
  TestArticles chance(18);
  const auto store = new_test_store();
  for (const CodedArticle& article : chance.make(30)) ASSERT_TRUE(store->add({article}, "{}"));
  for (const Entry& entry : entries_in(store.get(), {}, all_kinds())) {
    if (!chance.chance(20)) continue;
    const bool moved = chance.chance(50);
    ASSERT_TRUE(store->correct({{0, entry.id, moved ? "date" : "valid", moved ? "2021-02-03" : "no",
                                 "", "Kari", "", "2021"}}));
  }
  const auto expected = keys_in(store.get());
  EXPECT_GT(expected.size(), 100U);
  ASSERT_TRUE(store->database().run_script("DELETE FROM report_block; DELETE FROM document_band"));
  ASSERT_TRUE(fill_keys(&store->database()));
  EXPECT_EQ(keys_in(store.get()), expected);
}

TEST(Summaries, ManyRowsAreFilledPageByPage) {
  const auto store = new_test_store();
  CodedArticle article = TestArticles(13).make(1).front();
  article.coded.tolls.clear();
  article.coded.ceasefires.clear();
  article.coded.talks.clear();
  article.coded.control.clear();
  const Day first = *parse_day("1950-01-01");
  const EventRecord event = article.coded.events.front();
  article.coded.events.clear();
  for (int i = 0; i < 1001; ++i) {
    article.coded.events.push_back(event);
    EventRecord& one = article.coded.events.back();
    one.id = "v" + std::to_string(i);
    one.place = Place{"Town " + std::to_string(i), "LVA", {}, {}};
    one.date = DateSlot{{first + std::chrono::days{i}, first + std::chrono::days{i}}, ""};
  }
  ASSERT_TRUE(store->add({article}, "{}"));
  const auto expected = summaries_in(store.get());
  ASSERT_EQ(expected.size(), 2002U);
  empty_summaries(store.get());
  ASSERT_TRUE(fill_summaries(&store->database()));
  EXPECT_EQ(summaries_in(store.get()), expected);
}

TEST(Summaries, OfAnEmptyStoreThereAreNone) {
  const auto store = new_test_store();
  ASSERT_TRUE(fill_summaries(&store->database()));
  EXPECT_TRUE(summaries_in(store.get()).empty());
}

TEST(Summaries, WhatCannotBeReadIsLeftOut) {
  const auto store = new_test_store();
  ASSERT_TRUE(store->add(TestArticles(14).make(3), "{}"));
  const auto incidents = entries_in(store.get(), {}, {Kind::kIncident});
  ASSERT_GT(incidents.size(), 2U);
  empty_summaries(store.get());
  ASSERT_TRUE(store->database().run("UPDATE entry SET json='{' WHERE id=$1", {incidents[0].id}));
  ASSERT_TRUE(store->database().run("UPDATE entry SET json='[]' WHERE id=$1", {incidents[1].id}));
  ASSERT_TRUE(store->database().run("UPDATE report SET json='null'", {}));
  ASSERT_TRUE(fill_summaries(&store->database()));
  EXPECT_EQ(summaries_in(store.get()).size(), incidents.size() - 2);
}

// Whatever comes, goes and is corrected, the rows are those of the entries and records there are.
TEST(Summaries, KeepStepWithTheLedgers) {
  TestArticles chance(15);
  const auto store = new_test_store();
  const auto articles = chance.make(30);
  for (const CodedArticle& article : articles) {
    ASSERT_TRUE(store->add({article}, "{}"));
    const auto incidents = entries_in(store.get(), {}, {Kind::kIncident});
    if (!incidents.empty()) {
      const Entry& one = incidents[chance.below(incidents.size())];
      const bool moved = chance.chance(50);
      ASSERT_TRUE(store->correct({{0, one.id, moved ? "date" : "valid", moved ? "2021-02-03" : "no",
                                   "", "Kari", "", "2021"}}));
    }
    if (chance.chance(30)) {
      const auto document = store->document(article.given.id);
      ASSERT_TRUE(document && *document);
      CodedDocument fewer = article.coded;
      fewer.events.resize(1);
      fewer.tolls.clear();
      ASSERT_TRUE(store->recode({{(*document)->key, fewer}}, "{}"));
    }
  }
  std::vector<std::string> ids;
  for (const Entry& entry : entries_in(store.get(), {}, {Kind::kIncident})) ids.push_back(entry.id);
  std::sort(ids.begin(), ids.end());
  const auto rows = store->database().all("SELECT id FROM incident_facts ORDER BY id");
  ASSERT_TRUE(rows.has_value());
  std::vector<std::string> found;
  for (const Row& row : *rows) found.push_back(row.text(0));
  EXPECT_EQ(found, ids);
  const auto expected = summaries_in(store.get());
  empty_summaries(store.get());
  ASSERT_TRUE(fill_summaries(&store->database()));
  EXPECT_EQ(summaries_in(store.get()), expected);
}

}  // namespace
}  // namespace varde::store
