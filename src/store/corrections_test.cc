// Corrections in the store: kept in their order, all of a batch or none, and put into the ledgers
// so that taking them back leaves no trace there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/correction.h"
#include "store/corrected.h"
#include "store/document_rows.h"
#include "store/store.h"
#include "store/test_articles.h"

namespace varde::store {
namespace {

using ledger::Entry;
using ledger::Kind;
using ledger::Report;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Correction correction(const std::string& report, const std::string& field, const std::string& value,
                      const std::string& analyst = "Kari") {
  return {0, report, field, value, "", analyst, "see the text", "2021-06-01T00:00:00Z"};
}

class StoredCorrections : public testing::Test {
 protected:
  void SetUp() override {
    store_ = new_test_store();
    articles_ = TestArticles(16).make(25);
    const auto added = store_->add(articles_, "{}");
    ASSERT_TRUE(added.has_value()) << added.error().message;
    for (const CodedArticle& article : articles_) {
      const std::string key = key_of(article.given);
      for (Report& report : ledger::reports_of(article.coded, article.given.text, key)) {
        reports_.push_back(std::move(report));
      }
    }
  }

  void correct(const std::string& report, const std::string& field, const std::string& value) {
    const auto done = store_->correct({correction(report, field, value)});
    ASSERT_TRUE(done.has_value()) << done.error().message;
  }

  Report stored(const std::string& id) {
    const auto report = store_->report(id);
    EXPECT_TRUE(report && *report) << id;
    return report && *report ? **report : Report();
  }

  const Report& first_of(Kind kind) const {
    const auto found = std::find_if(reports_.begin(), reports_.end(),
                                    [&](const Report& report) { return report.kind == kind; });
    EXPECT_NE(found, reports_.end());
    return *found;
  }

  // Everything that the ledgers say.
  std::string everything() {
    std::string all;
    for (const Entry& entry : entries_in(store_.get(), {}, all_kinds())) {
      all += entry.body.dump() + "\n";
    }
    return all;
  }

  std::vector<std::string> told(Kind kind) {
    std::vector<std::string> ids;
    for (const Entry& entry : entries_in(store_.get(), {}, {kind})) {
      for (const auto& one : entry.body["told"]) ids.push_back(one["id"]);
    }
    return ids;
  }

  Result<void> recode(size_t article, const CodedDocument& coded) {
    return store_->recode({{key_of(articles_[article].given), coded}}, "{}");
  }

  std::unique_ptr<Store> store_;
  std::vector<CodedArticle> articles_;
  std::vector<Report> reports_;  // as the program found them
};

TEST_F(StoredCorrections, AreKeptInTheOrderInWhichTheyWereMade) {
  const std::string one = reports_[0].id;
  const std::string other = reports_.back().id;
  EXPECT_THAT(*store_->corrections(), IsEmpty());
  correct(one, "place", "Riga, LVA");
  correct(other, "valid", "no");
  correct(one, "place", "Oslo, NOR");
  const auto all = store_->corrections();
  ASSERT_TRUE(all.has_value());
  ASSERT_EQ(all->size(), 3U);
  EXPECT_EQ(store_->count_corrections(), 3);
  EXPECT_LT((*all)[0].number, (*all)[1].number);
  EXPECT_LT((*all)[1].number, (*all)[2].number);
  const Correction& first = all->front();
  EXPECT_EQ(first.report, one);
  EXPECT_EQ(first.field, "place");
  EXPECT_EQ(first.value, "Riga, LVA");
  EXPECT_EQ(first.machine, *ledger::field_of(reports_[0], "place"));
  EXPECT_EQ(first.analyst, "Kari");
  EXPECT_EQ(first.reason, "see the text");
  EXPECT_EQ(first.made_at, "2021-06-01T00:00:00Z");
  const auto of_one = store_->corrections(one);
  ASSERT_EQ(of_one->size(), 2U);
  EXPECT_EQ((*of_one)[1].value, "Oslo, NOR");
  EXPECT_EQ((*of_one)[1].machine, first.machine) << "what the program had found, not who corrected";
  EXPECT_EQ(store_->corrections_in(reports_[0].article.key)->size(), 2U);
  EXPECT_THAT(*store_->corrections("000000000000/v1"), IsEmpty());
  EXPECT_THAT(*store_->corrections_in("000000000000"), IsEmpty());
}

TEST_F(StoredCorrections, AreListedPageByPage) {
  for (int i = 0; i < 7; ++i) {
    correct(reports_[i % 2 == 0 ? 0 : 1].id, "detail", std::to_string(i));
  }
  for (const std::string& report : {std::string(), reports_[0].id, std::string("none")}) {
    const auto whole = store_->corrections(report);
    ASSERT_TRUE(whole.has_value());
    for (const int64_t limit : {1, 2, 3, 100}) {
      std::vector<std::string> values;
      int64_t after = 0;
      while (true) {
        const auto page = store_->corrections(report, after, limit);
        ASSERT_TRUE(page.has_value());
        ASSERT_LE(page->size(), static_cast<size_t>(limit));
        for (const Correction& one : *page) values.push_back(one.value);
        if (page->empty()) break;
        after = page->back().number;
      }
      std::vector<std::string> expected;
      for (const Correction& one : *whole) expected.push_back(one.value);
      EXPECT_EQ(values, expected) << report << " by " << limit;
    }
  }
  EXPECT_THAT(*store_->corrections("", INT64_MAX), IsEmpty());
}

TEST_F(StoredCorrections, AllOfABatchAreMadeOrNone) {
  const std::string before = everything();
  const int64_t revision = *store_->revision();
  const std::string id = reports_[0].id;
  for (const Correction& wrong :
       {correction("000000000000/v1", "valid", "no"), correction("", "valid", "no"),
        correction(id, "colour", "red"), correction(id, "date", "2021-02-30"),
        correction(id, "low", "-1"), correction(id, "valid", "maybe")}) {
    const auto done = store_->correct(
        {correction(id, "place", "Riga, LVA"), correction(reports_[1].id, "valid", "no"), wrong});
    ASSERT_FALSE(done.has_value()) << wrong.field;
    EXPECT_FALSE(done.error().message.empty());
    EXPECT_THAT(*store_->corrections(), IsEmpty());
    EXPECT_EQ(everything(), before);
    EXPECT_EQ(*store_->revision(), revision) << "nothing has changed";
  }
}

TEST_F(StoredCorrections, OfARecordThatIsNotThereSayWhichOneIsMeant) {
  const auto done = store_->correct({correction("000000000000/v1", "valid", "no")});
  ASSERT_FALSE(done.has_value());
  EXPECT_THAT(done.error().message, HasSubstr("000000000000/v1"));
}

TEST_F(StoredCorrections, SeveralFieldsOfARecordAtOnce) {
  const Report& toll = first_of(Kind::kToll);
  ASSERT_TRUE(store_->correct({correction(toll.id, "low", "41"), correction(toll.id, "high", "43"),
                               correction(toll.id, "place", "Riga, LVA"),
                               correction(toll.id, "according_to", "the mayor (LVA:GOV)")}));
  Report expected = toll;
  expected.low = 41;
  expected.high = 43;
  ASSERT_TRUE(ledger::set_field("place", "Riga, LVA", &expected));
  ASSERT_TRUE(ledger::set_field("according_to", "the mayor (LVA:GOV)", &expected));
  EXPECT_EQ(stored(toll.id), expected);
  const auto entry = store_->entry(toll.id);
  ASSERT_TRUE(entry && *entry);
  EXPECT_EQ((*entry)->body["place"]["name"], "Riga");
}

TEST_F(StoredCorrections, TheLastWordOnAFieldCounts) {
  const std::string id = reports_[0].id;
  ASSERT_TRUE(store_->correct({correction(id, "place", "Riga, LVA", "Kari"),
                               correction(id, "place", "Oslo, NOR", "Ola"),
                               correction(id, "state", "future", "Ola")}));
  EXPECT_EQ(stored(id).place->name, "Oslo");
  correct(id, "place", "Bergen, NOR");
  EXPECT_EQ(stored(id).place->name, "Bergen");
  EXPECT_EQ(stored(id).state, "future") << "the other field stays";
  correct(id, "place", "");
  EXPECT_EQ(stored(id).place, std::nullopt);
}

TEST_F(StoredCorrections, WhatTheProgramHadFoundComesBackWhole) {
  const std::string before = everything();
  for (const Report& report : reports_) {
    if (!report.place || !report.place->latitude) continue;
    const std::string machine = *ledger::field_of(report, "place");
    correct(report.id, "place", "Riga, LVA");
    EXPECT_EQ(stored(report.id).place->latitude, std::nullopt);
    correct(report.id, "place", machine);
    EXPECT_EQ(stored(report.id), report) << "with its coordinates";
    break;
  }
  EXPECT_EQ(everything(), before);
}

TEST_F(StoredCorrections, ConfirmingChangesNothingInTheLedgers) {
  const std::string before = everything();
  for (size_t i = 0; i < reports_.size(); i += 9) {
    for (const char* field : {"type", "state", "place", "date", "actor", "low"}) {
      correct(reports_[i].id, field, *ledger::field_of(reports_[i], field));
    }
    correct(reports_[i].id, "valid", "yes");
  }
  EXPECT_EQ(everything(), before);
}

TEST_F(StoredCorrections, ARejectedRecordIsInNoEntryButStillThere) {
  for (const Kind kind : all_kinds()) {
    if (kind == Kind::kResolution) continue;
    const std::string id = first_of(kind).id;
    EXPECT_THAT(told(kind), testing::Contains(id));
    correct(id, "valid", "no");
    EXPECT_THAT(told(kind), testing::Not(testing::Contains(id)));
    EXPECT_EQ(stored(id), first_of(kind));
    const auto entry = store_->entry(id);
    ASSERT_TRUE(entry.has_value());
    EXPECT_FALSE(*entry);
    correct(id, "place", "Riga, LVA");
    EXPECT_THAT(told(kind), testing::Not(testing::Contains(id))) << "still rejected";
    correct(id, "valid", "yes");
    EXPECT_THAT(told(kind), testing::Contains(id));
    EXPECT_EQ(stored(id).place->name, "Riga") << "and nothing said meanwhile is lost";
  }
}

TEST_F(StoredCorrections, AVerdictThatIsTakenBackLeavesTheRecordAsItWas) {
  const std::string before = everything();
  const auto waiting = [&] {
    const auto rows = store_->database().all("SELECT report FROM review ORDER BY report");
    std::vector<std::string> ids;
    for (const Row& row : *rows) ids.push_back(row.text(0));
    return ids;
  };
  const std::vector<std::string> queue = waiting();
  const std::string id = first_of(Kind::kIncident).id;
  for (const char* verdict : {"yes", "no"}) {
    correct(id, "valid", verdict);
    EXPECT_THAT(waiting(), testing::Not(testing::Contains(id)));
    correct(id, "valid", "");
    EXPECT_EQ(waiting(), queue) << "somebody may look at it again";
    EXPECT_EQ(everything(), before);
  }
}

TEST_F(StoredCorrections, EntriesAreFoundByWhatTheAnalystSays) {
  const auto found = [&](const std::string& place) {
    Filter filter;
    filter.places = {place};
    return entries_in(store_.get(), filter, {Kind::kIncident}).size();
  };
  const Report& report = first_of(Kind::kIncident);
  EXPECT_EQ(found("Tórshavn"), 0U);
  correct(report.id, "place", "Tórshavn, FRO");
  EXPECT_EQ(found("Tórshavn"), 1U);
  EXPECT_EQ(found("torshavn"), 1U);
  correct(report.id, "place", "Oslo, NOR");
  EXPECT_EQ(found("Tórshavn"), 0U);
}

// Whatever is said in whatever order, by the last word on each field the ledgers are the same, and
// when everything is taken back they are as they were.
TEST_F(StoredCorrections, TheOrderOfWordsOnDifferentRecordsLeavesNoTrace) {
  TestArticles chance(17);
  const std::string before = everything();
  std::vector<Correction> words;
  for (size_t i = 0; i < reports_.size(); i += 1 + chance.below(6)) {
    const std::string& id = reports_[i].id;
    switch (chance.below(4)) {
      case 0:
        words.push_back(correction(id, "valid", "no"));
        break;
      case 1:
        words.push_back(correction(id, "place", chance.chance(50) ? "Karsava, LVA" : "Riga, LVA"));
        break;
      case 2:
        words.push_back(correction(id, "date", "2021-02-1" + std::to_string(chance.below(10))));
        break;
      default:
        words.push_back(correction(id, "actor", "rebels (LVA:REB); the army (LVA:MIL)"));
    }
  }
  ASSERT_GT(words.size(), 20U);
  ASSERT_TRUE(store_->correct(words));
  const std::string after = everything();
  EXPECT_NE(after, before);

  const auto other = new_test_store("other.db");
  std::vector<CodedArticle> shuffled = articles_;
  std::reverse(shuffled.begin(), shuffled.end());
  ASSERT_TRUE(other->add(shuffled, "{}"));
  std::reverse(words.begin(), words.end());
  for (const Correction& word : words) ASSERT_TRUE(other->correct({word}));
  std::string others;
  for (const Entry& entry : entries_in(other.get(), {}, all_kinds())) {
    others += entry.body.dump() + "\n";
  }
  EXPECT_EQ(others, after);

  for (Correction& word : words) {
    const auto machine = std::find_if(reports_.begin(), reports_.end(),
                                      [&](const Report& r) { return r.id == word.report; });
    word.value = *ledger::field_of(*machine, word.field);
  }
  ASSERT_TRUE(store_->correct(words));
  EXPECT_EQ(everything(), before);
}

TEST_F(StoredCorrections, OutliveRecodingUnderWhateverNumber) {
  CodedDocument coded = articles_[0].coded;
  ASSERT_GE(coded.events.size(), 2U);
  const std::string digits = key_of(articles_[0].given).substr(0, 12);
  correct(digits + "/" + coded.events[1].id, "place", "Riga, LVA");
  const std::string after = everything();
  ASSERT_TRUE(recode(0, coded));
  EXPECT_EQ(everything(), after) << "the same coding changes nothing";

  coded.events.erase(coded.events.begin());
  coded.events[0].id = "w1";  // the same words, found under another name
  ASSERT_TRUE(recode(0, coded));
  EXPECT_EQ(stored(digits + "/w1").place->name, "Riga");
}

TEST_F(StoredCorrections, WaitForARecordThatIsNotFoundForTheTime) {
  const CodedDocument& coded = articles_[0].coded;
  const std::string id = key_of(articles_[0].given).substr(0, 12) + "/" + coded.events[0].id;
  correct(id, "place", "Riga, LVA");
  const std::string after = everything();
  CodedDocument without = coded;
  without.events.erase(without.events.begin());
  without.tolls.clear();
  ASSERT_TRUE(recode(0, without));
  EXPECT_FALSE(*store_->report(id));
  EXPECT_EQ(store_->corrections(id)->size(), 1U) << "kept";
  ASSERT_TRUE(recode(0, coded));
  EXPECT_EQ(everything(), after);
}

TEST_F(StoredCorrections, KeptReportsHoldBothWords) {
  const CodedArticle& article = articles_[0];
  const std::string key = key_of(article.given);
  const Report machine = ledger::reports_of(article.coded, article.given.text, key).front();
  auto kept = kept_report(&store_->database(), machine);
  ASSERT_TRUE(kept.has_value());
  EXPECT_EQ(kept->report, machine);
  EXPECT_EQ(kept->machine, "") << "nobody has said anything";
  EXPECT_TRUE(kept->valid);
  correct(machine.id, "state", "hypothetical");
  correct(machine.id, "valid", "no");
  kept = kept_report(&store_->database(), machine);
  ASSERT_TRUE(kept.has_value());
  EXPECT_EQ(kept->report.state, "hypothetical");
  EXPECT_EQ(kept->machine, to_json(machine));
  EXPECT_FALSE(kept->valid);
  const auto all = kept_reports(&store_->database(), article.coded, article.given.text, key);
  ASSERT_TRUE(all.has_value());
  size_t touched = 0;
  for (const KeptReport& one : *all) touched += one.machine.empty() ? 0 : 1;
  EXPECT_EQ(touched, 1U);
  const auto elsewhere =
      kept_reports(&store_->database(), article.coded, article.given.text, "another key");
  ASSERT_TRUE(elsewhere.has_value());
  for (const KeptReport& one : *elsewhere) EXPECT_EQ(one.machine, "");
}

TEST_F(StoredCorrections, WordsAreKeptAsTheyStand) {
  const std::string id = reports_[0].id;
  for (const char* words : {"O'Hara; DROP TABLE correction", "\"$1\"", "Ærlend Øverås", "%_\\"}) {
    Correction one = correction(id, "detail", words, words);
    one.reason = words;
    ASSERT_TRUE(store_->correct({one}));
    EXPECT_EQ(stored(id).detail, words);
    const Correction last = store_->corrections(id)->back();
    EXPECT_EQ(last.value, words);
    EXPECT_EQ(last.analyst, words);
    EXPECT_EQ(last.reason, words);
  }
}

// Whatever signs a word has, what is found by it goes when it goes.
TEST_F(StoredCorrections, WordsMayHaveLineBreaksAndOtherSigns) {
  const std::string id = first_of(Kind::kIncident).id;
  const auto found = [&](const std::string& words) {
    Filter places;
    places.places = {words};
    Filter types;
    types.types = {words};
    const size_t by_place = entries_in(store_.get(), places, {Kind::kIncident}).size();
    EXPECT_EQ(entries_in(store_.get(), types, {Kind::kIncident}).size(), by_place) << words;
    return by_place;
  };
  const std::string before = everything();
  const Report machine = first_of(Kind::kIncident);
  for (const char* place : {"Upper\nLower", "Tab\tTown", "Pipe|Town", "a\r\nb\n\nc", "'quoted'"}) {
    correct(id, "place", place);
    correct(id, "type", place);
    EXPECT_EQ(found(place), 1U) << place;
    correct(id, "detail", "once more");
    EXPECT_EQ(found(place), 1U) << place;
    correct(id, "place", "Riga, LVA");
    correct(id, "type", "ASSAULT");
    EXPECT_EQ(found(place), 0U) << place;
  }
  correct(id, "detail", "");
  correct(id, "place", *ledger::field_of(machine, "place"));
  correct(id, "type", machine.type);
  EXPECT_EQ(everything(), before);
}

TEST_F(StoredCorrections, EveryBatchIsAChangeOfTheStore) {
  const int64_t before = *store_->revision();
  correct(reports_[0].id, "valid", "yes");
  EXPECT_GT(*store_->revision(), before);
}

}  // namespace
}  // namespace varde::store
