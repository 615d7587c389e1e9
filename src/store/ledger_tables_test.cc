// That the tables hold the same rows, whichever way a store came to its documents and corrections.
#include "store/ledger_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "store/test_articles.h"

namespace varde::store {
namespace {

// Every table that is derived from documents and corrections, row by row as text.
std::map<std::string, std::vector<std::string>> tables_of(Store* store) {
  std::map<std::string, std::vector<std::string>> tables;
  for (const char* table : {"report", "report_block", "entry", "entry_facet", "incident_facts",
                            "review", "actor_mention", "document_band"}) {
    std::string columns;
    const auto names =
        store->database().all("SELECT name FROM pragma_table_info('" + std::string(table) + "')");
    EXPECT_TRUE(names.has_value()) << names.error().message;
    for (const Row& name : *names) {
      columns += (columns.empty() ? "quote(" : "||','||quote(") + name.text(0) + ")";
    }
    const auto rows = store->database().all("SELECT " + columns + " FROM " + table + " ORDER BY 1");
    EXPECT_TRUE(rows.has_value()) << rows.error().message;
    EXPECT_FALSE(rows->empty()) << table;
    for (const Row& row : *rows) tables[table].push_back(row.text(0));
  }
  return tables;
}

TEST(LedgerTables, HoldTheSameRowsWhicheverWayTheyCame) {
  for (const unsigned seed : {21U, 22U}) {
    TestArticles chance(seed);
    const auto articles = chance.make(25);
    std::vector<Correction> words;
    for (const CodedArticle& article : articles) {
      const std::string digits = key_of(article.given).substr(0, 12);
      const auto correct = [&](const std::string& record, const char* field, const char* value) {
        words.push_back({0, digits + "/" + record, field, value, "", "Kari", "", "2021"});
      };
      for (const EventRecord& event : article.coded.events) {
        if (chance.chance(10)) correct(event.id, "valid", "no");
        if (chance.chance(10)) correct(event.id, "date", "1969-12-31/1970-01-02");
        if (chance.chance(10)) correct(event.id, "place", "Two\nLines, LVA");
        if (chance.chance(10)) correct(event.id, "type", "TWO\nLINES");
      }
      for (const TollRecord& toll : article.coded.tolls) {
        if (chance.chance(10)) correct(toll.id, "low", "7");
      }
    }
    const auto straight = new_test_store("straight.db");
    ASSERT_TRUE(straight->add(articles, "{}"));
    ASSERT_TRUE(straight->correct(words));

    // One by one, each first with a coding that is put right later, and corrected in between.
    const auto winding = new_test_store("winding.db");
    for (const CodedArticle& article : articles) {
      CodedArticle first = article;
      if (chance.chance(50)) first.coded.events.pop_back();
      if (chance.chance(50)) first.coded.tolls.clear();
      if (chance.chance(50)) first.coded.events[0].date.reset();
      if (chance.chance(50)) first.coded.entities.clear();
      ASSERT_TRUE(winding->add({first}, "{}"));
      if (chance.chance(50)) {
        const std::string digits = key_of(article.given).substr(0, 12);
        ASSERT_TRUE(winding->correct({{0, digits + "/" + article.coded.events[0].id, "place",
                                       "Tórshavn, FRO", "", "Ola", "", "2021"}}));
      }
    }
    for (const CodedArticle& article : articles) {
      ASSERT_TRUE(winding->recode({{key_of(article.given), article.coded}}, "{}"));
    }
    for (const Correction& word : words) {
      const auto done = winding->correct({word});
      ASSERT_TRUE(done.has_value()) << done.error().message;
    }
    // What was said in between is said to be as the program found it.
    const auto said = winding->corrections();
    ASSERT_TRUE(said.has_value());
    for (const Correction& one : *said) {
      if (one.analyst != "Ola") continue;
      Correction last = one;
      for (const Correction& word : words) {
        if (word.report == one.report && word.field == one.field) last.value = word.value;
      }
      if (last.value == one.value) last.value = one.machine;
      const auto done = winding->correct({last});
      ASSERT_TRUE(done.has_value()) << done.error().message;
      // A record that somebody has looked at stays out of the queue: here, too.
      ASSERT_TRUE(straight->correct({last}));
    }
    const auto expected = tables_of(straight.get());
    EXPECT_EQ(expected.size(), 8U);
    for (const auto& [table, rows] : tables_of(winding.get())) {
      EXPECT_EQ(rows, expected.at(table)) << table << " of seed " << seed;
    }
  }
}

}  // namespace
}  // namespace varde::store
