// What the ledgers say of one thing, kind by kind.
#include "ledger/entry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace varde::ledger {
namespace {

using std::chrono::days;
using testing::ElementsAre;

Day day(const std::string& iso) { return *parse_day(iso); }
Interval on(const std::string& iso) { return {day(iso), day(iso)}; }

const Place kAleppo{"Aleppo", "SYR", 36.2012, 37.1612};

Party party(Role role, const std::string& name, const std::string& country,
            const std::string& sector) {
  return {role, name, "", country, {sector}, "stated"};
}

// Reports of one kind, each by an article of its own, in the order in which they are added.
class Told {
 public:
  explicit Told(Kind kind) : kind_(kind) {}

  Report& add(const std::string& published) {
    Report made;
    const std::string key(1, static_cast<char>('a' + reports_.size()));
    made.id = key + "/x1";
    made.kind = kind_;
    made.article.key = key;
    made.article.id = "document " + key;
    if (!published.empty()) made.article.published = on(published);
    made.evidence = {0, 10};
    made.confidence = 0.5;
    reports_.push_back(made);
    return reports_.back();
  }

  Report& state(const std::string& published, const std::string& name) {
    Report& made = add(published);
    made.state = name;
    return made;
  }

  Report& toll(const std::string& published, const std::string& source, std::optional<int64_t> low,
               std::optional<int64_t> high, const std::string& who = "people") {
    Report& made = add(published);
    made.type = "killed";
    made.detail = who;
    made.low = low;
    made.high = high;
    if (!source.empty()) made.parties = {{Role::kSource, source, "", "", {}, "states"}};
    return made;
  }

  Report& claim(const std::string& published, const std::string& change, const std::string& holder,
                const std::string& sector) {
    Report& made = add(published);
    made.type = change;
    made.place = kAleppo;
    if (!holder.empty()) made.parties = {party(Role::kHolder, holder, "SYR", sector)};
    return made;
  }

  Report& last() { return reports_.back(); }

  Entry entry() const {
    std::vector<const Report*> all;
    for (const Report& report : reports_) all.push_back(&report);
    return entry_of(all);
  }
  Json body() const { return entry().body; }

 private:
  Kind kind_;
  std::vector<Report> reports_;
};

std::vector<std::string> texts(const Json& list, const char* field) {
  std::vector<std::string> found;
  for (const Json& one : list) found.push_back(one[field].get<std::string>());
  return found;
}

std::vector<std::string> states(const Json& body) { return texts(body["history"], "state"); }

std::string dumped(const std::vector<Entry>& entries) {
  std::string all;
  for (const Entry& entry : entries) {
    all += entry.id + " " + std::to_string(entry.reports) + " ";
    for (const std::string& facet : entry.facets) all += facet + " ";
    for (const auto& interval : {entry.days, entry.span}) {
      if (interval) all += to_string(interval->begin) + "/" + to_string(interval->end) + " ";
    }
    for (const auto& known : {entry.first_known, entry.last_known}) {
      if (known) all += to_string(*known) + " ";
    }
    all += entry.body.dump() + "\n";
  }
  return all;
}

// -- any kind -------------------------------------------------------------------------------------

std::vector<Report> random_reports(std::mt19937* random, size_t number) {
  const auto below = [&](size_t bound) { return (*random)() % bound; };
  const std::vector<std::string> states{"actual", "future", "agreed", "violated", "planned"};
  const std::vector<std::string> names{"the army", "hæren", "rebels", "Norway", ""};
  std::vector<Report> reports;
  for (size_t i = 0; i < number; ++i) {
    Report made;
    made.kind = static_cast<Kind>(below(kKindNames.size()));
    made.article.key = "k" + std::to_string(below(number));
    made.id = made.article.key + "/x" + std::to_string(i);
    const Day published = day("2016-09-10") + days(below(8));
    if (below(10) != 0) made.article.published = Interval{published, published};
    made.type = made.kind == Kind::kToll ? "killed" : "ASSAULT";
    made.state = states[below(states.size())];
    made.detail = below(2) == 0 ? "people" : "UNSC";
    if (below(4) != 0) made.place = kAleppo;
    if (below(3) != 0) made.date = Interval{published - days(below(3)), published};
    for (size_t parties = below(4); parties > 0; --parties) {
      Party one = party(static_cast<Role>(below(kRoleNames.size())), names[below(names.size())],
                        below(2) == 0 ? "SYR" : "NOR", below(2) == 0 ? "GOV" : "MIL");
      made.parties.push_back(std::move(one));
    }
    if (below(2) == 0) made.low = made.high = static_cast<int64_t>(10 + below(30));
    if (below(4) == 0) made.amount = 48;
    made.evidence = {static_cast<uint32_t>(below(3)), 9};
    made.confidence = static_cast<double>(below(100)) / 100;
    reports.push_back(std::move(made));
  }
  return reports;
}

TEST(Entries, DoNotDependOnTheOrderGiven) {
  std::mt19937 random(31);
  for (int run = 0; run < 20; ++run) {
    std::vector<Report> reports = random_reports(&random, 50);
    const std::vector<Entry> entries = entries_of(reports);
    const std::string expected = dumped(entries);
    ASSERT_LT(entries.size(), reports.size()) << "none joined";
    for (int shuffle = 0; shuffle < 10; ++shuffle) {
      std::shuffle(reports.begin(), reports.end(), random);
      ASSERT_EQ(dumped(entries_of(reports)), expected) << "run " << run;
    }
  }
}

TEST(Entries, NothingGivesNone) { EXPECT_TRUE(entries_of({}).empty()); }

TEST(Entries, TellWhoReportedAndWhen) {
  Told told(Kind::kIncident);
  told.state("2016-09-10", "actual").confidence = 0.6;
  told.last().article.publisher = "Fjordposten";
  told.state("2016-09-12", "actual").confidence = 0.9;
  told.last().article.publisher = "Fjordposten";
  told.last().date = on("2016-09-08");
  told.state("", "actual").confidence = 0.7;
  const Entry entry = told.entry();
  EXPECT_EQ(entry.id, "a/x1");
  EXPECT_EQ(entry.reports, 3);
  EXPECT_EQ(entry.first_known, day("2016-09-10"));
  EXPECT_EQ(entry.last_known, day("2016-09-12"));
  EXPECT_EQ(entry.days, on("2016-09-08"));
  EXPECT_EQ(entry.span, (Interval{day("2016-09-03"), day("2016-09-10")}));
  EXPECT_EQ(entry.body["kind"], "incident");
  EXPECT_EQ(entry.body["id"], "a/x1");
  EXPECT_EQ(entry.body["reports"], 3);
  EXPECT_EQ(entry.body["publishers"], 2) << "an article without one counts as one";
  EXPECT_EQ(entry.body["first_report"], "2016-09-10");
  EXPECT_EQ(entry.body["last_report"], "2016-09-12");
  EXPECT_EQ(entry.body["confidence"], 0.9);
  EXPECT_THAT(texts(entry.body["told"], "id"), ElementsAre("a/x1", "b/x1", "c/x1"));
}

TEST(Entries, DatesThatExcludeEachOtherLeaveTheShortest) {
  Told told(Kind::kIncident);
  told.add("2016-09-20").date = Interval{day("2016-09-01"), day("2016-09-05")};
  told.add("2016-09-20").date = Interval{day("2016-09-04"), day("2016-09-09")};
  EXPECT_EQ(told.body()["date"]["begin"], "2016-09-04");
  EXPECT_EQ(told.body()["date"]["end"], "2016-09-05");
  told.add("2016-09-20").date = Interval{day("2016-09-08"), day("2016-09-09")};
  EXPECT_EQ(told.body()["date"]["begin"], "2016-09-08");
  EXPECT_EQ(told.body()["date"]["end"], "2016-09-09");
}

TEST(Entries, FacetsAreWhatTheyCanBeFoundBy) {
  Report report;
  report.type = "ASSAULT";
  report.place = kAleppo;
  report.article.publisher = "Le Courrier de Genève";
  report.parties = {{Role::kActor, "Hæren", "Syrian Army", "SYR", {"MIL"}, ""},
                    {Role::kSource, "Røde Kors", "", "NGO", {"NGO"}, "states"}};
  EXPECT_THAT(facets_of(report),
              ElementsAre("actor|SYR", "actor|SYR:MIL", "actor|haeren", "actor|syrian army",
                          "country|SYR", "place|aleppo", "source|NGO", "source|NGO:NGO",
                          "source|le courrier de geneve", "source|rode kors", "type|ASSAULT"));
  EXPECT_TRUE(facets_of(Report()).empty());
}

TEST(Entries, FacetsAreCutToWhatAKeyMayHold) {
  std::string name;
  for (int i = 0; i < 300; ++i) name += "ж";
  Report report;
  report.type = name;
  EXPECT_THAT(facets_of(report), ElementsAre(facet("type", name)));
  EXPECT_EQ(facet("type", name), "type|" + name.substr(0, 2 * 200));
}

TEST(Entries, PartiesAreOneByNameKnowledgeBaseOrForce) {
  Told told(Kind::kIncident);
  told.add("2016-09-10").parties = {party(Role::kActor, "hæren", "SYR", "MIL"),
                                    party(Role::kActor, "Kari Nordmann", "NOR", "GOV")};
  told.add("2016-09-11").parties = {party(Role::kActor, "the Syrian army", "SYR", "MIL"),
                                    party(Role::kActor, "Ola Nordmann", "NOR", "GOV")};
  told.add("2016-09-12").parties = {party(Role::kActor, "KARI NORDMANN", "NOR", "GOV")};
  const Json actors = told.body()["actor"];
  EXPECT_THAT(texts(actors, "name"),
              ElementsAre("the Syrian army", "Kari Nordmann", "Ola Nordmann"))
      << "of a government two may take part; the fullest name; those named most often first";
  EXPECT_EQ(actors[0]["reports"], 2);
}

// A correction may put in parties by code alone ("SYR:GOV; RUS:GOV"); "" is taken for one name.
TEST(Entries, PartiesWithoutANameAreNotOneForThat) {
  Told told(Kind::kIncident);
  told.add("2016-09-10").parties = {party(Role::kActor, "", "SYR", "GOV"),
                                    party(Role::kActor, "", "RUS", "GOV")};
  EXPECT_THAT(texts(told.body()["actor"], "country"), ElementsAre("SYR", "RUS"));
}

// -- incidents ------------------------------------------------------------------------------------

TEST(IncidentEntries, WhatIsAnnouncedHappens) {
  Told told(Kind::kIncident);
  told.state("2016-09-10", "future");
  EXPECT_EQ(told.body()["state"], "announced");
  told.state("2016-09-11", "future");
  told.state("2016-09-12", "actual").date = on("2016-09-11");
  told.state("2016-09-13", "future");
  const Json body = told.body();
  EXPECT_EQ(body["state"], "happened");
  EXPECT_THAT(states(body), ElementsAre("announced", "happened"));
  EXPECT_EQ(body["history"][1]["report"]["id"], "c/x1");
  EXPECT_EQ(body["history"][1]["date"]["begin"], "2016-09-11");
}

TEST(IncidentEntries, WhatIsAnnouncedMayBeCancelledAndStillHappen) {
  Told told(Kind::kIncident);
  told.state("2016-09-10", "future");
  told.state("2016-09-11", "negated");
  EXPECT_THAT(states(told.body()), ElementsAre("announced", "cancelled"));
  told.state("2016-09-12", "future");
  EXPECT_EQ(told.body()["state"], "cancelled");
  told.state("2016-09-13", "actual");
  EXPECT_THAT(states(told.body()), ElementsAre("announced", "cancelled", "happened"));
}

TEST(IncidentEntries, ADenialOfWhatHasHappenedIsAContradiction) {
  Told told(Kind::kIncident);
  told.state("2016-09-10", "actual");
  EXPECT_TRUE(told.body()["contradictions"].empty());
  told.state("2016-09-11", "negated");
  const Json body = told.body();
  EXPECT_EQ(body["state"], "happened");
  ASSERT_EQ(body["contradictions"].size(), 1U);
  EXPECT_EQ(body["contradictions"][0]["field"], "happened");
  EXPECT_THAT(texts(body["contradictions"][0]["values"], "value"), ElementsAre("no", "yes"));
}

TEST(IncidentEntries, AnAllegedOneIsPossibleADeniedOneDenied) {
  Told told(Kind::kIncident);
  told.state("2016-09-10", "hypothetical");
  EXPECT_EQ(told.body()["state"], "possible");
  told.state("2016-09-11", "negated");
  EXPECT_EQ(told.body()["state"], "denied");
  told.state("2016-09-12", "hypothetical");
  EXPECT_EQ(told.body()["state"], "denied") << "moves nothing once there is a state";
  told.state("2016-09-13", "actual");
  EXPECT_THAT(states(told.body()), ElementsAre("possible", "denied", "happened"));
}

TEST(IncidentEntries, CountriesThatDifferAreContradictions) {
  Told told(Kind::kIncident);
  told.state("2016-09-10", "actual").parties = {party(Role::kActor, "jets", "RUS", "MIL")};
  told.state("2016-09-11", "actual").parties = {party(Role::kActor, "jets", "SYR", "MIL")};
  told.state("2016-09-12", "actual");
  const Json found = told.body()["contradictions"];
  ASSERT_EQ(found.size(), 1U) << found;
  EXPECT_EQ(found[0]["field"], "actor");
  EXPECT_THAT(texts(found[0]["values"], "value"), ElementsAre("RUS", "SYR"));
  EXPECT_THAT(found[0]["values"][1]["reports"], ElementsAre("b/x1"));
}

// -- tolls ----------------------------------------------------------------------------------------

TEST(TollEntries, ANewerFigureOfOneSourceReplacesItsOlderOne) {
  Told told(Kind::kToll);
  told.toll("2016-09-17", "The Observatory", 62, 62);
  told.toll("2016-09-18", "THE OBSERVATORY", 90, 90);
  const Json body = told.body();
  EXPECT_EQ(body["low"], 90);
  EXPECT_EQ(body["high"], 90);
  EXPECT_EQ(body["disputed"], false);
  EXPECT_EQ(body["claims"][0]["replaced"], true);
  EXPECT_EQ(body["claims"][1]["replaced"], false);
  EXPECT_EQ(body["claims"][0]["source"], "the observatory");
}

TEST(TollEntries, OneOfTheKnowledgeBaseIsOneSourceUnderAnyName) {
  Told told(Kind::kToll);
  told.toll("2016-09-17", "the Observatory", 62, 62).parties[0].canonical = "SOHR";
  told.toll("2016-09-18", "Обсерватория", 90, 90).parties[0].canonical = "SOHR";
  EXPECT_EQ(told.body()["claims"][0]["replaced"], true);
}

TEST(TollEntries, WithoutASourceThePublisherClaims) {
  Told told(Kind::kToll);
  told.toll("2016-09-17", "", 62, 62).article.publisher = "Fjordposten";
  told.toll("2016-09-18", "", 90, 90).article.publisher = "Fjordposten";
  told.toll("2016-09-19", "", 90, 90);
  const Json body = told.body();
  EXPECT_EQ(body["claims"][0]["source"], "fjordposten");
  EXPECT_EQ(body["claims"][0]["replaced"], true);
  EXPECT_EQ(body["claims"][2]["source"], "c") << "else the article";
}

TEST(TollEntries, OtherSourcesReplaceNothing) {
  Told told(Kind::kToll);
  told.toll("2016-09-17", "the ministry", 62, 62);
  told.toll("2016-09-18", "the hospital", 90, 90);
  const Json body = told.body();
  EXPECT_EQ(body["low"], 62);
  EXPECT_EQ(body["high"], 90);
  EXPECT_EQ(body["disputed"], true);
  EXPECT_EQ(body["claims"][0]["replaced"], false);
}

TEST(TollEntries, AtLeastSoManyAgreesWithMore) {
  Told told(Kind::kToll);
  told.toll("2016-09-17", "the ministry", 35, std::nullopt);
  EXPECT_EQ(told.body()["low"], 35);
  EXPECT_EQ(told.body()["high"], 35) << "\"at least 35\" counts as 35 for both";
  told.toll("2016-09-18", "the hospital", 38, 38);
  EXPECT_EQ(told.body()["disputed"], false);
  EXPECT_EQ(told.body()["low"], 35);
  EXPECT_EQ(told.body()["high"], 38);
  told.toll("2016-09-19", "the mayor", std::nullopt, 30);
  EXPECT_EQ(told.body()["disputed"], true) << "up to 30 does not";
}

TEST(TollEntries, RangesThatOverlapAgree) {
  Told told(Kind::kToll);
  told.toll("2016-09-17", "the ministry", 20, 30);
  told.toll("2016-09-18", "the hospital", 25, 40);
  EXPECT_EQ(told.body()["disputed"], false);
  told.toll("2016-09-19", "the mayor", 31, 35);
  EXPECT_EQ(told.body()["disputed"], true);
  EXPECT_EQ(told.body()["low"], 20);
  EXPECT_EQ(told.body()["high"], 40);
}

TEST(TollEntries, PartsAreNoTotals) {
  Told told(Kind::kToll);
  told.toll("2016-09-17", "", 22, 22);
  const Article article = told.last().article;
  told.toll("2016-09-17", "", 5, 5, "children").article = article;
  const Json body = told.body();
  EXPECT_EQ(body["low"], 22);
  EXPECT_EQ(body["high"], 22);
  EXPECT_EQ(body["disputed"], false);
  EXPECT_EQ(body["claims"][0]["part"], false);
  EXPECT_EQ(body["claims"][1]["part"], true);
  EXPECT_EQ(body["reports"], 1);
}

TEST(TollEntries, ANewerPartReplacesThePartOfTheSamePeopleOnly) {
  Told told(Kind::kToll);
  told.toll("2016-09-17", "the hospital", 22, 22);
  const Article first = told.last().article;
  told.toll("2016-09-17", "the hospital", 5, 5, "children").article = first;
  told.toll("2016-09-17", "the hospital", 3, 3, "nurses").article = first;
  told.toll("2016-09-18", "the hospital", 25, 25);
  const Article second = told.last().article;
  told.toll("2016-09-18", "the hospital", 7, 7, "children").article = second;
  std::vector<bool> replaced;
  const Json claims = told.body()["claims"];
  for (const Json& claim : claims) replaced.push_back(claim["replaced"]);
  EXPECT_THAT(replaced, ElementsAre(true, true, false, false, false));
  EXPECT_EQ(told.body()["low"], 25);
}

TEST(TollEntries, NameTheIncidentsThatCausedThem) {
  Told told(Kind::kToll);
  told.toll("2016-09-17", "", 22, 22).cause = "a/v1";
  told.toll("2016-09-17", "", 22, 22);
  EXPECT_THAT(told.body()["causes"], ElementsAre("a/v1"));
}

// -- processes ------------------------------------------------------------------------------------

TEST(CeasefireEntries, StatesThatCannotFollowMoveNothing) {
  Told told(Kind::kCeasefire);
  told.state("2016-09-09", "proposed");
  told.state("2016-09-10", "agreed");
  told.state("2016-09-11", "negotiating");
  told.state("2016-09-12", "in_force");
  told.state("2016-09-13", "proposed");
  told.state("2016-09-13", "");
  told.state("2016-09-14", "violated");
  told.state("2016-09-15", "agreed");
  told.state("2016-09-16", "violated");
  told.state("2016-09-19", "collapsed");
  told.state("2016-09-20", "in_force");
  const Json body = told.body();
  EXPECT_THAT(states(body), ElementsAre("proposed", "agreed", "in_force", "violated", "collapsed"));
  EXPECT_EQ(body["state"], "collapsed");
  EXPECT_EQ(body["told"].size(), 11U) << "they stay as reports";
  EXPECT_EQ(body["history"][3]["report"]["id"], "g/x1") << "the first that says so";
}

TEST(CeasefireEntries, MayBeginInAnyState) {
  for (const char* state : {"violated", "expired", "collapsed", "proposed"}) {
    Told told(Kind::kCeasefire);
    told.state("2016-09-10", state);
    EXPECT_EQ(told.body()["state"], state);
  }
  Told silent(Kind::kCeasefire);
  silent.state("2016-09-10", "");
  EXPECT_TRUE(silent.body()["state"].is_null());
  EXPECT_TRUE(silent.body()["history"].empty());
}

TEST(CeasefireEntries, WhatIsRejectedMayBeAgreedAfterAll) {
  Told told(Kind::kCeasefire);
  told.state("2016-09-10", "proposed");
  told.state("2016-09-11", "rejected");
  told.state("2016-09-12", "violated");
  told.state("2016-09-13", "agreed");
  EXPECT_THAT(states(told.body()), ElementsAre("proposed", "rejected", "agreed"));
}

TEST(CeasefireEntries, EndAsSaidElseByTheirLength) {
  Told told(Kind::kCeasefire);
  told.state("2016-09-10", "agreed").date = on("2016-09-12");
  EXPECT_TRUE(told.body()["end_date"].is_null());
  told.state("2016-09-11", "agreed").amount = 60;
  EXPECT_EQ(told.body()["begin_date"]["begin"], "2016-09-12");
  EXPECT_EQ(told.body()["end_date"]["end"], "2016-09-15") << "whole days";
  EXPECT_EQ(told.body()["duration_hours"], 60);
  told.state("2016-09-12", "in_force").end_date = on("2016-09-19");
  EXPECT_EQ(told.body()["end_date"]["end"], "2016-09-19");
  for (const double senseless : {0.0, -48.0, 1e12}) {
    Told other(Kind::kCeasefire);
    other.state("2016-09-10", "agreed").date = on("2016-09-12");
    other.last().amount = senseless;
    EXPECT_TRUE(other.body()["end_date"].is_null()) << senseless;
  }
}

TEST(CeasefireEntries, LaterReportsKnowBest) {
  Told told(Kind::kCeasefire);
  told.state("2016-09-10", "agreed").renewable = false;
  told.last().detail = "holiday";
  told.last().excluded = {"the Front"};
  told.state("2016-09-11", "agreed").renewable = true;
  told.last().excluded = {"the Base", "the Front"};
  told.state("2016-09-12", "agreed").detail = "humanitarian";
  const Json body = told.body();
  EXPECT_EQ(body["renewable"], true);
  EXPECT_EQ(body["purpose"], "humanitarian");
  EXPECT_THAT(body["excluded"], ElementsAre("the Front", "the Base"));
}

TEST(CeasefireEntries, WhoIsExcludedIsNoParty) {
  Told told(Kind::kCeasefire);
  told.state("2016-09-10", "agreed").parties = {
      {Role::kParty, "the army", "", "SYR", {"MIL"}, "stated"},
      {Role::kParty, "Front", "The Front", "SYR", {"REB"}, "stated"}};
  EXPECT_EQ(told.body()["parties"].size(), 2U);
  told.state("2016-09-11", "agreed").excluded = {"the front"};
  const Json body = told.body();
  ASSERT_EQ(body["parties"].size(), 1U);
  EXPECT_EQ(body["parties"][0]["name"], "the army");
}

TEST(TalksEntries, WhatIsHeldIsOver) {
  Told told(Kind::kTalks);
  told.state("2016-09-10", "planned").parties = {
      {Role::kParticipant, "Norway", "", "NOR", {"GOV"}, "likely"}};
  told.state("2016-09-11", "cancelled");
  told.state("2016-09-12", "planned");
  told.state("2016-09-13", "held").parties = {
      {Role::kParticipant, "norway", "", "NOR", {"GOV"}, "confirmed"}};
  told.state("2016-09-14", "planned");
  const Json body = told.body();
  EXPECT_THAT(states(body), ElementsAre("planned", "cancelled", "planned", "held"));
  ASSERT_EQ(body["participants"].size(), 1U);
  EXPECT_EQ(body["participants"][0]["attendance"], "confirmed") << "what the last report says";
  EXPECT_EQ(body["participants"][0]["reports"], 2);
}

TEST(ResolutionEntries, KnowHowCountriesVotedAsFarAsAnybodySays) {
  Told told(Kind::kResolution);
  told.state("2016-10-07", "drafted").detail = "UNSC";
  told.last().parties = {party(Role::kSponsor, "France", "FRA", "GOV"),
                         party(Role::kSponsor, "Spain", "ESP", "GOV")};
  told.state("2016-10-08", "vetoed").parties = {party(Role::kVetoer, "Russia", "RUS", "GOV"),
                                                party(Role::kVetoer, "the envoy", "", "GOV")};
  told.last().in_favour = 11;
  told.last().against = 2;
  told.state("2016-10-09", "tabled").abstained = 2;
  const Json body = told.body();
  EXPECT_EQ(body["votes"], Json::parse(R"({"FRA":"in_favour","ESP":"in_favour","RUS":"against"})"));
  EXPECT_THAT(states(body), ElementsAre("drafted", "vetoed"));
  EXPECT_EQ(body["body"], "UNSC");
  EXPECT_EQ(body["in_favour"], 11);
  EXPECT_EQ(body["against"], 2);
  EXPECT_EQ(body["abstained"], 2);
}

TEST(ResolutionEntries, WithoutVotersHaveNoVotes) {
  Told told(Kind::kResolution);
  told.state("2016-10-07", "adopted");
  EXPECT_EQ(told.body()["votes"], Json::object());
}

// -- control --------------------------------------------------------------------------------------

TEST(ControlEntries, TheHolderIsThatOfTheLatestClaim) {
  Told told(Kind::kControl);
  told.claim("2016-09-10", "held", "rebels", "REB");
  told.claim("2016-09-12", "gained", "the army", "MIL");
  const Json body = told.body();
  EXPECT_THAT(texts(body["holder"], "name"), ElementsAre("the army"));
  EXPECT_EQ(body["state"], "gained");
  EXPECT_EQ(body["disputed"], false);
}

TEST(ControlEntries, ClaimsGoByTheDayThatTheyName) {
  Told told(Kind::kControl);
  told.claim("2016-09-10", "gained", "the army", "MIL").date = on("2016-09-09");
  told.claim("2016-09-12", "held", "rebels", "REB").date = on("2016-08-01");
  const Json body = told.body();
  EXPECT_THAT(texts(body["holder"], "name"), ElementsAre("the army"));
  EXPECT_EQ(body["since"]["begin"], "2016-09-09");
  EXPECT_THAT(texts(body["claims"], "change"), ElementsAre("held", "gained"));
}

TEST(ControlEntries, WhoNamesNoHolderChangesNone) {
  Told told(Kind::kControl);
  told.claim("2016-09-10", "held", "rebels", "REB");
  told.claim("2016-09-12", "contested", "", "");
  const Json body = told.body();
  EXPECT_THAT(texts(body["holder"], "name"), ElementsAre("rebels"));
  EXPECT_EQ(body["state"], "contested");
  Told nobody(Kind::kControl);
  nobody.claim("2016-09-12", "contested", "", "");
  EXPECT_EQ(nobody.body()["holder"], Json::array());
  EXPECT_TRUE(nobody.body()["since"].is_null());
}

TEST(ControlEntries, TwoHoldersOfOneDayAreDisputed) {
  Told told(Kind::kControl);
  told.claim("2016-09-12", "held", "rebels", "REB");
  told.claim("2016-09-12", "gained", "the army", "MIL");
  EXPECT_EQ(told.body()["disputed"], true);
  told.claim("2016-09-13", "held", "the army", "MIL");
  EXPECT_EQ(told.body()["disputed"], false) << "no longer";
}

}  // namespace
}  // namespace varde::ledger
