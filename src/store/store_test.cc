// The ledgers in a database: that the order of documents leaves no trace, that corrections and
// recoding keep what they must, and what the tables refuse.
#include "store/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>

#include "base/test_folder.h"
#include "store/ledgers.h"

namespace varde::store {
namespace {

using testing::HasSubstr;

Day day(const std::string& iso) { return *parse_day(iso); }

Actor actor(const std::string& name, const std::string& country, const std::string& sector) {
  Actor made;
  made.name = name;
  made.country = country;
  made.sector = {sector};
  return made;
}

// An article of one paragraph that tells of an attack with a toll and of a ceasefire.
CodedArticle article(const std::string& id, const std::string& published, const std::string& text,
                     const std::string& attacked, int killed, const std::string& state) {
  CodedArticle made;
  made.given.id = id;
  made.given.text = text;
  made.given.language = "en";
  made.given.published = Interval{day(published), day(published)};
  made.coded.id = id;
  made.coded.sha256 = id;
  made.coded.language = "en";
  made.coded.published = made.given.published;
  made.coded.published_basis = "metadata";
  const Span all{0, static_cast<uint32_t>(text.size())};
  const Place place{"Karsava", "LVA", 56.78, 27.69};
  EventRecord attack;
  attack.id = "v1";
  attack.type = "ASSAULT";
  attack.actor = {actor("the army", "LVA", "MIL")};
  attack.recipient = {actor("rebels", "LVA", "REB")};
  attack.date = DateSlot{{day(attacked), day(attacked)}, ""};
  attack.place = place;
  attack.evidence = all;
  attack.trigger = {0, 3};
  attack.confidence = 0.9;
  TollRecord toll;
  toll.id = "t1";
  toll.kind = "killed";
  toll.low = toll.high = killed;
  toll.who = "people";
  toll.event = "v1";
  toll.evidence = all;
  Source source;
  source.actor = actor("the Red Cross", "NGO", "NGO");
  toll.according_to = {source};
  CeasefireRecord ceasefire;
  ceasefire.id = "c1";
  ceasefire.state = state;
  ceasefire.area = Place{"Latvia", "LVA", {}, {}};
  ceasefire.parties = {actor("the army", "LVA", "MIL"), actor("rebels", "LVA", "REB")};
  ceasefire.begin_date = DateSlot{{day("2021-05-02"), day("2021-05-02")}, ""};
  ceasefire.evidence = all;
  made.coded.events = {attack};
  made.coded.tolls = {toll};
  made.coded.ceasefires = {ceasefire};
  return made;
}

std::vector<CodedArticle> articles() {
  return {article("one", "2021-05-01", "A truce from Sunday was agreed upon by both sides in Riga",
                  "2021-04-30", 10, "agreed"),
          article("two", "2021-05-04", "Shelling of the port cost twelve lives a day before",
                  "2021-05-03", 12, "violated"),
          article("three", "2021-05-05", "Two more of the wounded from Monday died in hospital",
                  "2021-05-03", 14, "violated"),
          article("four", "2021-05-09", "The truce was called off by the general on Saturday",
                  "2021-05-08", 3, "collapsed"),
          // A copy of "two", lightly edited at the end.
          article("copy", "2021-05-04", "Shelling of the port cost twelve lives a day before",
                  "2021-05-03", 12, "violated")};
}

class StoreTest : public testing::Test {
 protected:
  std::unique_ptr<Store> open(const std::string& name) {
    auto store = Store::open((folder_ / name).string(), true);
    if (!store) throw std::runtime_error(store.error().message);
    return *std::move(store);
  }

  // Each test in a folder of its own, made anew: a repeated run must not find old stores.
  void SetUp() override {
    folder_ = test_folder(testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }

  std::filesystem::path folder_;
};

// Everything that the ledgers say, as text.
std::string everything(Store* store, std::optional<Day> as_of = {}) {
  Filter filter;
  filter.kinds = {ledger::Kind::kIncident, ledger::Kind::kToll,    ledger::Kind::kCeasefire,
                  ledger::Kind::kTalks,    ledger::Kind::kControl, ledger::Kind::kResolution};
  filter.as_of = as_of;
  std::string all;
  const auto done = ledger(store, filter, [&](ledger::Entry entry) {
    all += entry.body.dump() + "\n";
    return true;
  });
  EXPECT_TRUE(done.has_value()) << done.error().message;
  return all;
}

std::vector<ledger::Json> bodies(Store* store, ledger::Kind kind, std::optional<Day> as_of = {}) {
  Filter filter;
  filter.kinds = {kind};
  filter.as_of = as_of;
  std::vector<ledger::Json> found;
  const auto done = ledger(store, filter, [&](ledger::Entry entry) {
    found.push_back(std::move(entry.body));
    return true;
  });
  EXPECT_TRUE(done.has_value()) << done.error().message;
  return found;
}

TEST_F(StoreTest, JoinsReportsOfOneHappening) {
  const auto store = open("a.db");
  const auto added = store->add(articles(), "{}");
  ASSERT_TRUE(added.has_value()) << added.error().message;
  EXPECT_EQ(added->stored, 5U);
  EXPECT_EQ(added->copies, 1U);
  const auto incidents = bodies(store.get(), ledger::Kind::kIncident);
  ASSERT_EQ(incidents.size(), 3U);
  EXPECT_EQ(incidents[1]["reports"], 2) << "the copy is no report";
  const auto tolls = bodies(store.get(), ledger::Kind::kToll);
  ASSERT_EQ(tolls.size(), 3U);
  EXPECT_EQ(tolls[1]["low"], 14) << "a source's newer figure replaces its older one";
  EXPECT_EQ(tolls[1]["incident"], incidents[1]["id"]);
}

TEST_F(StoreTest, TellsWhatADocumentIsACopyOf) {
  const auto store = open("a.db");
  ASSERT_TRUE(store->add(articles(), "{}"));
  for (const auto& [id, original] : {std::pair("copy", "two"), std::pair("two", "")}) {
    const auto document = store->document(id);
    ASSERT_TRUE(document.has_value()) << document.error().message;
    ASSERT_TRUE(document->has_value()) << id;
    EXPECT_EQ((*document)->duplicate_of, original);
    EXPECT_EQ((*document)->copy_of.empty(), (*document)->duplicate_of.empty());
  }
}

TEST_F(StoreTest, KeepsOneCeasefireWithItsStatesAndViolations) {
  const auto store = open("a.db");
  ASSERT_TRUE(store->add(articles(), "{}"));
  const auto ceasefires = bodies(store.get(), ledger::Kind::kCeasefire);
  ASSERT_EQ(ceasefires.size(), 1U);
  std::string states;
  for (const auto& step : ceasefires[0]["history"])
    states += step["state"].get<std::string>() + " ";
  EXPECT_EQ(states, "agreed violated collapsed ");
  ASSERT_EQ(ceasefires[0]["violations"].size(), 2U) << "one attack came before it held";
  EXPECT_EQ(ceasefires[0]["violations"][0]["by"][0], "LVA:MIL");
}

TEST_F(StoreTest, OrderBatchesAndRepetitionLeaveNoTrace) {
  const auto reference = open("reference.db");
  ASSERT_TRUE(reference->add(articles(), "{}"));
  const std::string expected = everything(reference.get());
  std::mt19937 random(7);
  for (int run = 0; run < 50; ++run) {
    std::vector<CodedArticle> shuffled = articles();
    shuffled.push_back(shuffled[random() % shuffled.size()]);
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    const auto store = open("run" + std::to_string(run) + ".db");
    for (size_t begin = 0; begin < shuffled.size();) {
      const size_t size = std::min<size_t>(1 + random() % 3, shuffled.size() - begin);
      ASSERT_TRUE(store->add({shuffled.begin() + static_cast<std::ptrdiff_t>(begin),
                              shuffled.begin() + static_cast<std::ptrdiff_t>(begin + size)},
                             "{}"));
      begin += size;
    }
    ASSERT_EQ(everything(store.get()), expected) << "run " << run;
  }
}

TEST_F(StoreTest, AsOfIsWhatTheArticlesUpToThenGive) {
  const auto whole = open("whole.db");
  ASSERT_TRUE(whole->add(articles(), "{}"));
  for (const char* until : {"2021-04-30", "2021-05-01", "2021-05-04", "2021-05-05", "2021-05-09"}) {
    std::vector<CodedArticle> early = articles();
    std::erase_if(early,
                  [&](const CodedArticle& a) { return a.given.published->end > day(until); });
    const auto part = open(std::string(until) + ".db");
    ASSERT_TRUE(part->add(early, "{}"));
    EXPECT_EQ(everything(whole.get(), day(until)), everything(part.get(), day(until))) << until;
  }
}

TEST_F(StoreTest, CorrectionsOutliveRecodingAndAreKeptApart) {
  const auto store = open("a.db");
  ASSERT_TRUE(store->add(articles(), "{}"));
  const auto before = bodies(store.get(), ledger::Kind::kIncident);
  const std::string id = before[0]["id"];
  ASSERT_TRUE(
      store->correct({{0, id, "place", "Rezekne, LVA", "", "Kari", "see text", "2021-06-01"}}));
  auto after = bodies(store.get(), ledger::Kind::kIncident);
  EXPECT_EQ(after[0]["place"]["name"], "Rezekne");
  const auto corrections = store->corrections(id);
  ASSERT_TRUE(corrections.has_value());
  ASSERT_EQ(corrections->size(), 1U);
  EXPECT_EQ(corrections->front().machine, "Karsava, LVA");

  const auto document = store->document("one");
  ASSERT_TRUE(document && *document);
  ASSERT_TRUE(store->recode({{(*document)->key, articles()[0].coded}}, "{\"varde\":\"2\"}"));
  after = bodies(store.get(), ledger::Kind::kIncident);
  EXPECT_EQ(after[0]["place"]["name"], "Rezekne");

  ASSERT_TRUE(store->correct({{0, id, "valid", "no", "", "Kari", "a game", "2021-06-02"}}));
  EXPECT_EQ(bodies(store.get(), ledger::Kind::kIncident).size(), before.size() - 1);
  ASSERT_TRUE(store->correct({{0, id, "valid", "yes", "", "Kari", "no game", "2021-06-03"}}));
  EXPECT_EQ(bodies(store.get(), ledger::Kind::kIncident).size(), before.size());
}

TEST_F(StoreTest, RefusesCorrectionsThatMakeNoSense) {
  const auto store = open("a.db");
  ASSERT_TRUE(store->add(articles(), "{}"));
  const std::string id = bodies(store.get(), ledger::Kind::kIncident)[0]["id"];
  const auto wrong = [&](const std::string& field, const std::string& value) {
    const auto done = store->correct({{0, id, field, value, "", "Kari", "", ""}});
    return done ? std::string() : done.error().message;
  };
  EXPECT_THAT(wrong("colour", "red"), HasSubstr("there is no field 'colour'"));
  EXPECT_THAT(wrong("date", "Monday"), HasSubstr("is no date"));
  EXPECT_THAT(wrong("low", "many"), HasSubstr("is no number"));
  EXPECT_THAT(wrong("valid", "maybe"), HasSubstr("yes or no"));
  EXPECT_TRUE(store->corrections()->empty());
}

TEST_F(StoreTest, FiltersByWhoWhereWhatAndWhen) {
  const auto store = open("a.db");
  ASSERT_TRUE(store->add(articles(), "{}"));
  const auto count = [&](const std::function<void(Filter*)>& set) {
    Filter filter;
    filter.kinds = {ledger::Kind::kIncident};
    set(&filter);
    size_t found = 0;
    EXPECT_TRUE(store->entries(filter, [&](const ledger::Entry&) { return ++found > 0; }));
    return found;
  };
  EXPECT_EQ(count([](Filter* f) { f->actors = {"LVA:MIL"}; }), 3U);
  EXPECT_EQ(count([](Filter* f) { f->actors = {"The Army"}; }), 3U);
  EXPECT_EQ(count([](Filter* f) { f->actors = {"NOR"}; }), 0U);
  EXPECT_EQ(count([](Filter* f) { f->countries = {"NOR", "LVA"}; }), 3U);
  EXPECT_EQ(count([](Filter* f) { f->places = {"kārsava"}; }), 3U);
  EXPECT_EQ(count([](Filter* f) { f->types = {"ASSAULT"}; }), 3U);
  EXPECT_EQ(count([](Filter* f) { f->since = day("2021-05-03"); }), 2U);
  EXPECT_EQ(count([](Filter* f) { f->until = day("2021-05-03"); }), 2U);
  EXPECT_EQ(count([](Filter* f) { f->min_reports = 2; }), 1U);
  EXPECT_EQ(count([](Filter* f) { f->changed_since = day("2021-05-05"); }), 2U);
}

TEST_F(StoreTest, FindsWordsWhateverTheirCaseAndDiacritics) {
  const auto store = open("a.db");
  ASSERT_TRUE(store->add(articles(), "{}"));
  EXPECT_EQ(store->search("TRUCE", 10)->size(), 2U);
  EXPECT_EQ(store->search("shell*", 10)->size(), 2U);
  EXPECT_EQ(store->search("truce riga", 10)->size(), 1U);
  EXPECT_EQ(store->search("\"'truce'\" OR riga)", 10)->size(), 0U) << "operators are words";
  EXPECT_FALSE(store->search("?!", 10).has_value());
}

TEST_F(StoreTest, RefusesNewerStoresAndOtherFiles) {
  const std::string path = (folder_ / "a.db").string();
  {
    const auto store = open("a.db");
    ASSERT_TRUE(store->database().run("UPDATE varde_schema SET version=version+1", {}));
  }
  const auto newer = Store::open(path, false);
  ASSERT_FALSE(newer.has_value());
  EXPECT_THAT(newer.error().message, HasSubstr("newer version of varde"));
  const std::string text = (folder_ / "text.db").string();
  std::ofstream(text) << "This is no database, though long enough to look at as one.";
  const auto other = Store::open(text, true);
  ASSERT_FALSE(other.has_value());
  EXPECT_THAT(other.error().message, HasSubstr("text.db"));
  EXPECT_FALSE(Store::open((folder_ / "none.db").string(), false).has_value());
}

TEST_F(StoreTest, AFailedBatchLeavesNothing) {
  const auto store = open("a.db");
  ASSERT_TRUE(store->add({articles()[0]}, "{}"));
  const std::string before = everything(store.get());
  ASSERT_TRUE(store->database().run_script("PRAGMA max_page_count=1"));  // the disk is full
  std::vector<CodedArticle> more;
  for (int i = 0; i < 200; ++i) {
    more.push_back(articles()[1]);
    more.back().given.text += " number " + std::to_string(i) + std::string(2000, 'x');
  }
  const auto added = store->add(more, "{}");
  ASSERT_FALSE(added.has_value());
  EXPECT_THAT(added.error().message, HasSubstr("full"));
  EXPECT_EQ(everything(store.get()), before);
  EXPECT_EQ(*store->count_documents(), 1);
}

}  // namespace
}  // namespace varde::store
