// What speaks for two reports being of one thing and what rules it out.
#include "ledger/likeness.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace varde::ledger {
namespace {

using std::chrono::days;

Day day(const std::string& iso) { return *parse_day(iso); }
Interval on(const std::string& iso) { return {day(iso), day(iso)}; }

const Place kAleppo{"Aleppo", "SYR", 36.2012, 37.1612};
const Place kHoms{"Homs", "SYR", 34.7268, 36.7234};
const Place kSyria{"Syria", "SYR", {}, {}};

Party party(Role role, const std::string& name, const std::string& country,
            const std::string& sector) {
  return {role, name, "", country, {sector}, "stated"};
}

// A report of a kind by its own article.
Report report(Kind kind, const std::string& key, const std::string& published) {
  Report made;
  made.id = key + "/x1";
  made.kind = kind;
  made.article.key = key;
  made.article.published = on(published);
  return made;
}

Report attack(const std::string& key, const std::string& date, const Place& place) {
  Report made = report(Kind::kIncident, key, "2016-09-14");
  made.type = "ASSAULT";
  made.state = "actual";
  made.date = on(date);
  made.place = place;
  made.parties = {party(Role::kActor, "the army", "SYR", "MIL"),
                  party(Role::kRecipient, "rebels", "SYR", "REB")};
  return made;
}

Report truce(const std::string& key, const std::string& published) {
  Report made = report(Kind::kCeasefire, key, published);
  made.state = "agreed";
  made.place = kSyria;
  made.parties = {party(Role::kParty, "the army", "SYR", "MIL"),
                  party(Role::kParty, "rebels", "SYR", "REB")};
  return made;
}

Report vote(const std::string& key, int64_t in_favour, int64_t against) {
  Report made = report(Kind::kResolution, key, "2016-10-09");
  made.state = "vetoed";
  made.detail = "UNSC";
  made.in_favour = in_favour;
  made.against = against;
  made.date = on("2016-10-08");
  made.parties = {party(Role::kSponsor, "France", "FRA", "GOV"),
                  party(Role::kVetoer, "Russia", "RUS", "GOV")};
  return made;
}

double compared(const Report& a, const Report& b) {
  const double there = likeness(Profile(a), Profile(b));
  EXPECT_EQ(there, likeness(Profile(b), Profile(a))) << "not symmetric";
  return there;
}

bool share_a_key(const Profile& a, const Profile& b) {
  return std::any_of(a.keys.begin(), a.keys.end(), [&](const std::string& key) {
    return std::find(b.keys.begin(), b.keys.end(), key) != b.keys.end();
  });
}

// -- random reports -------------------------------------------------------------------------------

// Reports whose fields come from pools so small that many agree.
class Reports {
 public:
  explicit Reports(unsigned seed) : random_(seed) {}

  bool several_of_one_country = false;  // parties of one report
  bool city_called_like_its_country = false;

  Report next(Kind kind) {
    Report made;
    made.kind = kind;
    made.article.key = "k" + std::to_string(below(20));
    if (!rarely()) made.article.published = some_days("2016-09-10");
    made.type = pick({"ASSAULT", "ASSAULT", "CONSULT", "AGREE"});
    if (kind == Kind::kToll) made.type = pick({"killed", "wounded"});
    made.state = pick({"actual", "future", "negated", "agreed", "held", "planned"});
    made.detail = pick({"", "UNSC", "Genève", "people", "geneve"});
    if (rarely()) made.modes = {pick({"aerial", "firearms"}), "heavy-weapons"};
    if (rarely()) made.excluded = {pick({"the Front", "the Base"})};
    add_parties(&made);
    if (below(5) != 0) made.place = place();
    if (below(3) != 0) made.date = some_days("2016-09-05");
    if (rarely()) made.end_date = some_days("2016-09-15");
    if (below(3) != 0) made.low = pick({5, 6, 20, 300});
    if (below(3) != 0) made.high = made.low.value_or(0) + pick({0, 5, 400});
    if (rarely()) made.in_favour = pick({11, 13});
    if (rarely()) made.against = pick({0, 2});
    if (rarely()) made.amount = pick({48.0, 72.0});
    if (rarely()) made.cause = pick({"a/v1", "b/v1"});
    made.evidence.begin = below(30);
    made.evidence.end = made.evidence.begin + 1 + below(30);
    made.quote = pick({"Two shells landed beside the central market before sunrise",
                       "Before sunrise shells landed beside the central station",
                       "På torget ved stasjonen falt granater før soloppgang", "1250 people"});
    made.id = made.article.key + "/x" + std::to_string(++made_);
    return made;
  }

  Report next() { return next(static_cast<Kind>(below(kKindNames.size()))); }

 private:
  uint32_t below(size_t bound) { return static_cast<uint32_t>(random_() % bound); }
  bool rarely() { return below(3) == 0; }
  template <class T>
  T pick(std::initializer_list<T> pool) {
    return *(pool.begin() + below(pool.size()));
  }
  std::string pick(std::initializer_list<const char*> pool) {
    return *(pool.begin() + below(pool.size()));
  }

  Interval some_days(const std::string& from) {
    const Day begin = day(from) + days(below(12));
    return {begin, begin + days(pick({0, 0, 0, 1, 5, 60}))};
  }

  Place place() {
    std::vector<Place> pool{kAleppo,
                            kHoms,
                            kSyria,
                            {"Халеб", "SYR", 36.2012, 37.1612},
                            {"al-Bab", "SYR", 36.37, 37.51},
                            {"Handarat", "SYR", 36.29, 37.21},
                            {"Aleppo", "USA", 40.2, -80.1},
                            {"Lebanon", "LBN", {}, {}},
                            {"the front", "", {}, {}},
                            {"the valley", "", {}, {}}};
    if (city_called_like_its_country) {
      pool.push_back({"Kuwait", "KWT", 29.37, 47.98});
      pool.push_back({"Kuwait", "KWT", {}, {}});
    }
    return pool[below(pool.size())];
  }

  void add_parties(Report* to) {
    const std::vector<std::string> countries{"SYR", "RUS", "USA", "KWT", ""};
    std::vector<std::string> left = countries;
    for (uint32_t wanted = below(4); wanted > 0; --wanted) {
      Party one;
      one.role = role_of(to->kind);
      const size_t at = below(left.size());
      one.country = left[at];
      if (!several_of_one_country) left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
      // Names and canonical names belong to a country, so that they are not several either.
      one.name = one.country + pick({"", " men", " forces"});
      if (rarely() && !one.country.empty()) one.canonical = one.country + " Army";
      if (!rarely()) one.sector = {pick({"GOV", "MIL", "REB"})};
      to->parties.push_back(std::move(one));
    }
  }

  Role role_of(Kind kind) {
    switch (kind) {
      case Kind::kIncident:
        return pick({Role::kActor, Role::kRecipient, Role::kSource});
      case Kind::kToll:
        return pick({Role::kActor, Role::kSource});
      case Kind::kCeasefire:
        return pick({Role::kParty, Role::kProposer, Role::kRejecter, Role::kBroker});
      case Kind::kTalks:
        return Role::kParticipant;
      case Kind::kResolution:
        return pick({Role::kSponsor, Role::kVetoer});
      case Kind::kControl:
        break;
    }
    return pick({Role::kHolder, Role::kFrom, Role::kSource});
  }

  std::mt19937 random_;
  int made_ = 0;
};

// How many of two reports after two join.
template <class Next>
int compare_pairs(int pairs, Next next) {
  int joined = 0;
  for (int pair = 0; pair < pairs; ++pair) {
    const auto [a, b] = next();
    const Profile left(a);
    const Profile right(b);
    const double there = likeness(left, right);
    EXPECT_EQ(there, likeness(right, left)) << to_json(a) << "\n" << to_json(b);
    EXPECT_EQ(there, likeness(Profile(a), Profile(b))) << "not a function of both";
    if (there < kJoins) continue;
    ++joined;
    EXPECT_TRUE(share_a_key(left, right)) << to_json(a) << "\n" << to_json(b);
    EXPECT_EQ(a.kind, b.kind);
  }
  return joined;
}

int compare_pairs_of(Kind kind, int pairs, Reports* reports) {
  return compare_pairs(pairs, [&] { return std::pair(reports->next(kind), reports->next(kind)); });
}

TEST(Likeness, SymmetricAndWithAKeyInCommonForRandomReports) {
  Reports reports(1);
  const int joined = compare_pairs(2000, [&, pair = 0]() mutable {
    Report a = reports.next();
    Report b = ++pair % 3 == 0 ? reports.next() : reports.next(a.kind);
    return std::pair(std::move(a), std::move(b));
  });
  EXPECT_GT(joined, 50) << "too few pairs that join say little";
}

TEST(Likeness, SymmetricForEachKind) {
  Reports reports(2);
  for (size_t kind = 0; kind < kKindNames.size(); ++kind) {
    EXPECT_GT(compare_pairs_of(static_cast<Kind>(kind), 2000, &reports), 5) << kKindNames[kind];
  }
}

// Of talks, parties_in_common counts those of the first report only.
TEST(Likeness, SymmetricWhenSeveralOfOneCountryTakePart) {
  Reports reports(3);
  reports.several_of_one_country = true;
  for (size_t kind = 0; kind < kKindNames.size(); ++kind) {
    compare_pairs_of(static_cast<Kind>(kind), 2000, &reports);
  }
}

TEST(Likeness, OneMinisterMeetsTwoOfHisGovernmentOnEitherSide) {
  Report two = report(Kind::kTalks, "a", "2016-09-14");
  two.parties = {party(Role::kParticipant, "the foreign minister", "NOR", "GOV"),
                 party(Role::kParticipant, "the prime minister", "NOR", "GOV")};
  Report one = report(Kind::kTalks, "b", "2016-09-14");
  one.parties = {party(Role::kParticipant, "Norway", "NOR", "GOV")};
  EXPECT_EQ(likeness(Profile(two), Profile(one)), likeness(Profile(one), Profile(two)));
}

// A city and its country of one name are kSame, and then the first report's whole_country counts.
TEST(Likeness, SymmetricWhereACityIsCalledLikeItsCountry) {
  Reports reports(4);
  reports.city_called_like_its_country = true;
  for (size_t kind = 0; kind < kKindNames.size(); ++kind) {
    compare_pairs_of(static_cast<Kind>(kind), 2000, &reports);
  }
}

TEST(Likeness, SymmetricForACityAndTheCountryOfItsName) {
  const Report city = attack("a", "2016-09-12", {"Kuwait", "KWT", 29.37, 47.98});
  const Report country = attack("b", "2016-09-12", {"Kuwait", "KWT", {}, {}});
  EXPECT_EQ(likeness(Profile(city), Profile(country)), likeness(Profile(country), Profile(city)));
}

// -- what contradicts -----------------------------------------------------------------------------

TEST(Likeness, KindsDoNotMix) {
  const Report incident = attack("a", "2016-09-12", kAleppo);
  for (size_t kind = 1; kind < kKindNames.size(); ++kind) {
    Report other = attack("b", "2016-09-12", kAleppo);
    other.kind = static_cast<Kind>(kind);
    EXPECT_EQ(compared(incident, other), kContradiction) << kKindNames[kind];
  }
}

TEST(Likeness, IncidentsOnOtherDaysAreContradictions) {
  // Days of one week, where both are looked at together.
  EXPECT_GE(compared(attack("a", "2016-09-13", kAleppo), attack("b", "2016-09-13", kAleppo)),
            kJoins);
  EXPECT_EQ(compared(attack("a", "2016-09-13", kAleppo), attack("b", "2016-09-14", kAleppo)),
            kContradiction);
}

TEST(Likeness, IncidentsOnOtherDaysNeverJoin) {
  for (int first = 0; first < 7; ++first) {
    Report a = attack("a", "2016-09-12", kAleppo);
    a.date = Interval{a.date->begin + days(first), a.date->begin + days(first)};
    for (int apart = 1; apart < 60; ++apart) {
      Report b = a;
      b.article.key = "b";
      b.date = Interval{a.date->begin + days(apart), a.date->begin + days(apart)};
      EXPECT_LE(compared(a, b), 0) << first << " " << apart;
    }
  }
}

TEST(Likeness, IncidentsOfOtherTypesNeverJoin) {
  const Report a = attack("a", "2016-09-12", kAleppo);
  Report b = attack("b", "2016-09-12", kAleppo);
  b.type = "COERCE";
  EXPECT_LE(compared(a, b), 0);
}

TEST(Likeness, IncidentsInOtherPlacesAreContradictions) {
  const Report a = attack("a", "2016-09-12", kAleppo);
  EXPECT_EQ(compared(a, attack("b", "2016-09-12", kHoms)), kContradiction);
  EXPECT_EQ(compared(a, attack("b", "2016-09-12", {"Aleppo", "USA", 40.2, -80.1})), kContradiction)
      << "a town of the same name elsewhere";
  EXPECT_EQ(compared(a, attack("b", "2016-09-12", {"Lebanon", "LBN", {}, {}})), kContradiction);
  EXPECT_GT(compared(a, attack("b", "2016-09-12", {"Handarat", "SYR", 36.29, 37.21})), 0) << "near";
  EXPECT_GT(compared(a, attack("b", "2016-09-12", kSyria)), 0) << "inside";
}

// -- what joins -----------------------------------------------------------------------------------

TEST(Likeness, SamePlaceAndDayJoinsAcrossLanguages) {
  Report english = attack("a", "2016-09-12", kAleppo);
  english.article.language = "en";
  english.quote = "Government troops stormed the northern district of Aleppo on Monday";
  Report russian = attack("b", "2016-09-12", {"Халеб", "SYR", 36.2012, 37.1612});
  russian.article.language = "ru";
  russian.parties = {party(Role::kActor, "правительственные войска", "SYR", "MIL"),
                     party(Role::kRecipient, "повстанцы", "SYR", "REB")};
  russian.quote = "Правительственные войска штурмовали северный район Халеба";
  EXPECT_GE(compared(english, russian), kJoins);
  russian.date = on("2016-09-13");
  EXPECT_LE(compared(english, russian), 0);
}

TEST(Likeness, WhoFightsWhomInACountryIsNotEnough) {
  Report a = attack("a", "2016-09-12", kSyria);
  Report b = attack("b", "2016-09-12", kSyria);
  EXPECT_GE(compared(a, b), kJoins) << "on one day";
  a.date.reset();
  b.date.reset();
  EXPECT_LT(compared(a, b), kJoins);
  a.quote = b.quote = "Several mortars landed behind the railway station";
  EXPECT_GE(compared(a, b), kJoins) << "in the same words";
}

TEST(Likeness, TollsOfOneEventJoin) {
  Report killed = report(Kind::kToll, "a", "2016-09-14");
  killed.type = "killed";
  killed.low = killed.high = 62;
  killed.place = kAleppo;
  killed.cause = "a/v1";
  Report same = killed;
  EXPECT_GE(compared(killed, same), kJoins);
  same.type = "wounded";
  EXPECT_LT(compared(killed, same), kJoins);
  same = killed;
  same.place = kHoms;
  EXPECT_EQ(compared(killed, same), kContradiction);
  same = killed;
  same.article = {"b", "b", "", "", on("2016-11-14")};
  same.cause.clear();
  EXPECT_LT(compared(killed, same), kJoins) << "months later";
}

TEST(Likeness, NumbersOfAnotherOrderCountAgainstOneToll) {
  Report few = report(Kind::kToll, "a", "2016-09-14");
  few.type = "killed";
  few.low = 60;
  few.place = kAleppo;
  Report alike = few;
  alike.article.key = "b";
  alike.low = 70;
  Report many = alike;
  many.low = 3000;
  EXPECT_GT(compared(few, alike), compared(few, many));
}

TEST(Likeness, CeasefiresOfLongAgoDoNotJoinThePresentOne) {
  const Report present = truce("a", "2016-09-10");
  EXPECT_GE(compared(present, truce("b", "2016-09-11")), kJoins);
  Report recalled = truce("b", "2016-09-11");
  recalled.date = on("2012-04-12");
  EXPECT_EQ(compared(present, recalled), kContradiction) << "told beside it";
  Report dated = present;
  dated.date = on("2016-09-12");
  EXPECT_EQ(compared(dated, recalled), kContradiction);
  Report then = truce("c", "2012-04-10");
  then.date = on("2012-04-12");
  EXPECT_LT(compared(present, then), kJoins);
  EXPECT_GE(compared(recalled, then), kJoins) << "that is the one that it recalls";
}

TEST(Likeness, CeasefiresThatBeginFarApartAreTwo) {
  Report a = truce("a", "2016-09-10");
  Report b = truce("b", "2016-09-11");
  a.date = on("2016-09-12");
  b.date = on("2016-09-15");
  EXPECT_GE(compared(a, b), kJoins) << "three days are slack";
  b.date = on("2016-09-16");
  EXPECT_EQ(compared(a, b), kContradiction);
}

TEST(Likeness, ProcessesOfOneArticleAreNeverOne) {
  EXPECT_EQ(compared(truce("a", "2016-09-10"), truce("a", "2016-09-10")), kContradiction);
  EXPECT_EQ(compared(vote("a", 11, 2), vote("a", 11, 2)), kContradiction);
}

TEST(Likeness, ResolutionsWithOtherVotesDoNotJoin) {
  EXPECT_GE(compared(vote("a", 11, 2), vote("b", 11, 2)), kJoins);
  EXPECT_EQ(compared(vote("a", 11, 2), vote("b", 13, 2)), kContradiction);
  EXPECT_EQ(compared(vote("a", 11, 2), vote("b", 11, 1)), kContradiction);
  Report uncounted = vote("b", 11, 2);
  uncounted.in_favour.reset();
  uncounted.against.reset();
  EXPECT_GE(compared(vote("a", 11, 2), uncounted), kJoins) << "silence contradicts nothing";
  Report other = vote("b", 11, 2);
  other.detail = "UNGA";
  EXPECT_LT(compared(vote("a", 11, 2), other), kJoins);
}

TEST(Likeness, TalksJoinByParticipantsPlaceAndDay) {
  Report a = report(Kind::kTalks, "a", "2016-09-14");
  a.date = on("2016-09-13");
  a.place = kAleppo;
  a.parties = {party(Role::kParticipant, "Norway", "NOR", "GOV"),
               party(Role::kParticipant, "Syria", "SYR", "GOV")};
  Report b = a;
  b.article.key = "b";
  EXPECT_GE(compared(a, b), kJoins);
  b.place = kHoms;
  EXPECT_EQ(compared(a, b), kContradiction);
  b = a;
  b.article.key = "b";
  b.date = on("2016-09-14");
  EXPECT_EQ(compared(a, b), kContradiction);
}

TEST(Likeness, ControlJoinsByPlaceNotByCountry) {
  const auto holds = [](const std::string& key, const std::string& published, const Place& place) {
    Report made = report(Kind::kControl, key, published);
    made.place = place;
    return made;
  };
  const Report a = holds("a", "2016-09-14", kAleppo);
  EXPECT_GE(compared(a, holds("b", "2016-10-30", kAleppo)), kJoins);
  EXPECT_GE(compared(a, holds("b", "2016-09-14", {"Халеб", "SYR", 36.2012, 37.1612})), kJoins);
  EXPECT_LT(compared(a, holds("b", "2017-09-14", kAleppo)), kJoins) << "a year later";
  EXPECT_LT(compared(a, holds("b", "2016-09-14", kHoms)), kJoins);
  EXPECT_LT(compared(holds("a", "2016-09-14", kSyria), holds("b", "2016-09-14", kSyria)), kJoins);
}

// Places within 10 km are the same (docs/ledgers.md), but these share no key: a tenth of a degree
// ends between them.
TEST(Likeness, ControlJoinsNeighbouringPlacesWhereverTheyLie) {
  Report a = report(Kind::kControl, "a", "2016-09-14");
  a.place = Place{"Manbij", "SYR", 36.549, 37.95};
  Report b = report(Kind::kControl, "b", "2016-09-14");
  b.place = Place{"Menbic", "SYR", 36.551, 37.95};
  EXPECT_GE(compared(a, b), kJoins);
}

}  // namespace
}  // namespace varde::ledger
