// Articles that tests make up by chance: what is coded from them meets in many ways, and is known.
#ifndef VARDE_STORE_TEST_ARTICLES_H_
#define VARDE_STORE_TEST_ARTICLES_H_

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/test_folder.h"
#include "store/store.h"

namespace varde::store {

// The store of one test, in a folder made anew: a repeated run must not find an old one.
inline std::unique_ptr<Store> new_test_store(const std::string& name = "a.db") {
  const auto folder = test_folder(testing::UnitTest::GetInstance()->current_test_info()->name());
  std::filesystem::remove(folder / name);
  auto store = Store::open((folder / name).string(), true);
  if (!store) throw std::runtime_error(store.error().message);
  // What a test has stored need not survive a loss of power, which takes a write to the disk.
  if (!(*store)->database().run_script("PRAGMA synchronous=OFF")) throw std::runtime_error(name);
  return *std::move(store);
}

inline Day test_day(const std::string& iso) { return *parse_day(iso); }

class TestArticles {
 public:
  explicit TestArticles(unsigned seed) : random_(seed) {}

  // Every one published on a day of its own, none a copy of another. Coordinates are multiples of a
  // quarter, so that sums of them are exact.
  std::vector<CodedArticle> make(size_t count) {
    std::vector<int> days(count);
    for (size_t i = 0; i < count; ++i) days[i] = static_cast<int>(i);
    std::shuffle(days.begin(), days.end(), random_);
    std::vector<CodedArticle> articles;
    for (size_t i = 0; i < count; ++i)
      articles.push_back(article(i, kFirst + std::chrono::days{days[i]}));
    return articles;
  }

  size_t below(size_t limit) { return random_() % limit; }
  bool chance(int percent) { return below(100) < static_cast<size_t>(percent); }

 private:
  static constexpr Day kFirst = std::chrono::sys_days{std::chrono::year{2021} / 1 / 25};
  static constexpr uint32_t kWords = 60;

  std::string word() {
    std::string made;
    for (size_t letters = 3 + below(7); letters > 0; --letters) {
      made += static_cast<char>('a' + below(26));
    }
    return made;
  }

  Actor actor() {
    static const std::array<Actor, 7> kActors{
        {{"", "the army", "LVA", {"MIL"}, "stated"},
         {"", "rebels", "LVA", {"REB"}, "stated"},
         {"", "the ministry", "NOR", {"GOV", "MIL"}, "likely"},
         {"", "Norway", "NOR", {}, "stated"},
         {"", "villagers", "", {"CVL"}, "stated"},
         {"", "somebody", "", {}, "doubtful"},
         {"", "the council", "IGO", {"GOV"}, "denied"}}};
    return kActors[below(kActors.size())];
  }

  std::vector<Actor> actors() {
    std::vector<Actor> list;
    for (size_t count = below(3); count > 0; --count) list.push_back(actor());
    return list;
  }

  std::optional<Place> place() {
    static const std::array<Place, 8> kPlaces{{{"Karsava", "LVA", 56.75, 27.75},
                                               {"Rezekne", "LVA", 56.5, 27.25},
                                               {"Port Vila", "VUT", -17.75, 168.25},
                                               {"Nuku'alofa", "TON", -21.25, -175.25},
                                               {"the border", "", {}, {}},
                                               {"the north", "LVA", 57.5, {}},
                                               {"Null Island", "", 0.0, 0.0},
                                               {"the pole", "", 90.0, 180.0}}};
    if (chance(15)) return std::nullopt;
    return kPlaces[below(kPlaces.size())];
  }

  std::optional<DateSlot> date(Day published) {
    if (chance(30)) return std::nullopt;
    const Day begin = published - std::chrono::days{below(20)};
    const Day end = chance(70) ? begin : begin + std::chrono::days{below(10)};
    return DateSlot{{begin, end}, ""};
  }

  std::vector<Source> sources() {
    static const std::array<const char*, 3> kNames{"the Red Cross", "a doctor", "the Ministry"};
    std::vector<Source> list;
    for (size_t count = below(3); count > 0; --count) {
      Source source;
      source.actor.name = kNames[below(kNames.size())];
      source.actor.country = chance(50) ? "NOR" : "";
      list.push_back(source);
    }
    return list;
  }

  double confidence() { return static_cast<double>(below(101)) / 100; }

  CodedArticle article(size_t number, Day published) {
    static const std::array<const char*, 5> kTypes{"ASSAULT", "PROTEST", "CONSULT", "AID",
                                                   "COERCE"};
    static const std::array<const char*, 4> kStatuses{"actual", "actual", "future", "negated"};
    static const std::array<const char*, 4> kPublishers{"", "The Courier", "Tidende", "Posten"};
    CodedArticle made;
    Document& given = made.given;
    given.id = "article " + std::to_string(number);
    for (uint32_t i = 0; i < kWords; ++i) given.text += (i == 0 ? "" : " ") + word();
    given.language = "en";
    given.title = "Title of " + given.id;
    given.publisher = kPublishers[below(kPublishers.size())];
    given.published = Interval{published, published};
    CodedDocument& coded = made.coded;
    coded.id = given.id;
    coded.language = given.language;
    coded.publisher = given.publisher;
    coded.published = given.published;
    coded.published_basis = "metadata";
    for (size_t entities = below(3); entities > 0; --entities) {
      static const std::array<const char*, 4> kNames{"Anna Berg", "Ole Berg", "Berg",
                                                     "the Northern Front"};
      EntityRecord entity;
      entity.id = "e" + std::to_string(entities);
      entity.name = kNames[below(kNames.size())];
      entity.type = entity.name.starts_with("the") ? "armed_group" : "person";
      entity.country = chance(50) ? "NOR" : "";
      entity.mentions = {{{0, 5}, entity.name, "name"}};
      coded.entities.push_back(entity);
    }
    const auto span = [](size_t at) {
      return Span{static_cast<uint32_t>(at * 10), static_cast<uint32_t>(at * 10 + 9)};
    };
    size_t at = 0;
    for (size_t events = 2 + below(4); events > 0; --events, ++at) {
      const size_t type = below(kTypes.size());
      EventRecord event;
      event.id = "v" + std::to_string(at);
      event.type = kTypes[type];
      event.quad = static_cast<int>(type);
      event.status = kStatuses[below(kStatuses.size())];
      event.trigger = {span(at).begin, span(at).begin + 3};
      event.actor = actors();
      event.recipient = actors();
      event.date = date(published);
      event.place = place();
      event.according_to = sources();
      event.confidence = confidence();
      event.evidence = span(at);
      coded.events.push_back(event);
    }
    for (size_t tolls = below(4); tolls > 0; --tolls, ++at) {
      TollRecord toll;
      toll.id = "t" + std::to_string(at);
      toll.kind = chance(75) ? "killed" : "wounded";
      if (chance(90)) toll.low = static_cast<int64_t>(below(30));
      if (chance(60)) toll.high = toll.low.value_or(0) + static_cast<int64_t>(below(10));
      toll.who = chance(70) ? "people" : "children";
      toll.event = coded.events[below(coded.events.size())].id;
      toll.according_to = sources();
      toll.confidence = confidence();
      toll.evidence = span(chance(30) && at > 0 ? at - 1 : at);
      coded.tolls.push_back(toll);
    }
    if (chance(50)) {
      CeasefireRecord ceasefire;
      ceasefire.id = "c1";
      ceasefire.state = chance(50) ? "agreed" : "violated";
      ceasefire.area = place();
      ceasefire.parties = {actor(), actor()};
      ceasefire.begin_date = date(published);
      ceasefire.confidence = confidence();
      ceasefire.evidence = span(at);
      coded.ceasefires.push_back(ceasefire);
    }
    if (chance(50)) {
      TalksRecord talks;
      talks.id = "k1";
      talks.state = "held";
      talks.place = place();
      talks.date = date(published);
      talks.participants = {{actor(), "confirmed"}, {actor(), "likely"}};
      talks.confidence = confidence();
      talks.evidence = span(at);
      coded.talks.push_back(talks);
    }
    if (chance(30)) {
      ControlRecord control;
      control.id = "g1";
      control.place = place();
      control.holder = actors();
      control.change = "gained";
      control.confidence = confidence();
      control.evidence = span(at);
      coded.control.push_back(control);
    }
    return made;
  }

  std::mt19937 random_;
};

// Entries of these kinds that fit the filter, as the store lists them.
inline std::vector<ledger::Entry> entries_in(Store* store, Filter filter,
                                             std::vector<ledger::Kind> kinds) {
  filter.kinds = std::move(kinds);
  std::vector<ledger::Entry> found;
  const auto done = store->entries(filter, [&](ledger::Entry entry) {
    found.push_back(std::move(entry));
    return true;
  });
  EXPECT_TRUE(done.has_value()) << done.error().message;
  return found;
}

inline std::vector<ledger::Kind> all_kinds() {
  return {ledger::Kind::kIncident, ledger::Kind::kToll,       ledger::Kind::kCeasefire,
          ledger::Kind::kTalks,    ledger::Kind::kResolution, ledger::Kind::kControl};
}

// After all articles: what was known then is what is known.
inline constexpr Day kLater = std::chrono::sys_days{std::chrono::year{2030} / 1 / 1};

// Filters of each kind and of several together; some that nothing fits.
inline std::vector<Filter> test_filters() {
  std::vector<Filter> list(1);
  const auto add = [&](const std::function<void(Filter*)>& set) { set(&list.emplace_back()); };
  add([](Filter* f) { f->actors = {"LVA:MIL"}; });
  add([](Filter* f) { f->actors = {"The Army", "NOR"}; });
  add([](Filter* f) { f->countries = {"VUT", "NOR"}; });
  add([](Filter* f) { f->places = {"KARSAVA"}; });
  add([](Filter* f) { f->types = {"ASSAULT", "killed"}; });
  add([](Filter* f) { f->sources = {"tidende"}; });
  add([](Filter* f) { f->since = test_day("2021-02-14"); });
  add([](Filter* f) { f->until = test_day("2021-02-14"); });
  add([](Filter* f) { f->since = f->until = test_day("2021-02-14"); });
  add([](Filter* f) { f->min_reports = 2; });
  add([](Filter* f) {
    f->countries = {"LVA"};
    f->types = {"ASSAULT", "PROTEST", "killed", "wounded"};
    f->since = test_day("2021-02-01");
    f->until = test_day("2021-03-01");
  });
  add([](Filter* f) {
    f->actors = {"rebels"};
    f->sources = {"The Courier", "NOR"};
    f->until = test_day("2021-03-10");
  });
  add([](Filter* f) { f->actors = {"nobody at all"}; });
  add([](Filter* f) { f->since = test_day("2025-01-01"); });
  add([](Filter* f) { f->types = {"' OR 1=1 --"}; });
  return list;
}

// A store of articles made by chance, and those.
class StoredArticles : public testing::Test {
 protected:
  void SetUp() override {
    store_ = new_test_store();
    articles_ = TestArticles(11).make(40);
    const auto added = store_->add(articles_, "{}");
    ASSERT_TRUE(added.has_value()) << added.error().message;
    ASSERT_EQ(added->copies, 0U);
  }

  std::vector<ledger::Entry> incidents(const Filter& filter = {}) {
    return entries_in(store_.get(), filter, {ledger::Kind::kIncident});
  }

  // Each filter as things stand, as they stand to one who asks later, and as they stood.
  static void for_each_filter(const std::function<void(const Filter&)>& test) {
    for (Filter filter : test_filters()) {
      test(filter);
      for (const Day as_of : {kLater, test_day("2021-02-20")}) {
        filter.as_of = as_of;
        test(filter);
      }
    }
  }

  std::unique_ptr<Store> store_;
  std::vector<CodedArticle> articles_;
};

}  // namespace varde::store

#endif  // VARDE_STORE_TEST_ARTICLES_H_
