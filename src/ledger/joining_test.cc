// Which attacks speak against a ceasefire, when it is over, and which meeting follows which.
#include "ledger/joining.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace varde::ledger {
namespace {

using testing::ElementsAre;

Day day(const std::string& iso) { return *parse_day(iso); }
Interval days(const std::string& begin, const std::string& end) { return {day(begin), day(end)}; }
Interval on(const std::string& iso) { return days(iso, iso); }

const Place kSyria{"Syria", "SYR", {}, {}};
const Place kAleppo{"Aleppo", "SYR", 36.2012, 37.1612};
const Place kHoms{"Homs", "SYR", 34.7268, 36.7234};

Party party(Role role, const std::string& name, const std::string& country,
            const std::string& sector) {
  return {role, name, "", country, {sector}, "stated"};
}

Report report(Kind kind, const std::string& published) {
  Report made;
  made.kind = kind;
  made.id = "a/x1";
  made.article.key = "a";
  made.article.publisher = "Fjordposten";
  made.article.published = on(published);
  return made;
}

// Government and rebels, from the twelfth.
Report agreed() {
  Report made = report(Kind::kCeasefire, "2016-09-10");
  made.state = "agreed";
  made.place = kSyria;
  made.date = on("2016-09-12");
  made.parties = {party(Role::kParty, "Damascus", "SYR", "GOV"),
                  party(Role::kParty, "the opposition", "SYR", "OPP")};
  return made;
}

Report in_state(const std::string& state, const std::string& published) {
  Report made = report(Kind::kCeasefire, published);
  made.state = state;
  return made;
}

Entry entry(const std::vector<Report>& reports) {
  std::vector<const Report*> all;
  for (const Report& one : reports) all.push_back(&one);
  return entry_of(all);
}

// The army on rebels in Aleppo.
Report attack(const std::string& date) {
  Report made = report(Kind::kIncident, "2016-09-20");
  made.id = "b/v" + date;
  made.type = "ASSAULT";
  made.state = "actual";
  made.place = kAleppo;
  made.date = on(date);
  made.parties = {party(Role::kActor, "the army", "SYR", "MIL"),
                  party(Role::kRecipient, "fighters", "SYR", "REB")};
  return made;
}

size_t violations(const std::vector<Report>& ceasefire, const Report& incident) {
  return violations_of(entry(ceasefire), std::vector{entry({incident})}, day("2016-09-30")).size();
}

// An attack on the fourteenth by one on another.
Report attack_by(const Party& actor, const std::vector<Party>& on_whom) {
  Report made = attack("2016-09-14");
  made.parties = {actor};
  for (Party one : on_whom) {
    one.role = Role::kRecipient;
    made.parties.push_back(one);
  }
  return made;
}

const Party kArmy = party(Role::kActor, "the army", "SYR", "MIL");
const Party kRebels = party(Role::kActor, "fighters", "SYR", "REB");
const Party kCivilians = party(Role::kActor, "villagers", "SYR", "CVL");
const Party kForeign = party(Role::kActor, "jets", "USA", "MIL");

// -- days in force --------------------------------------------------------------------------------

TEST(DaysInForce, BeginAsSaidElseWithTheNewsOfIt) {
  EXPECT_EQ(days_in_force(entry({agreed()}), day("2016-09-30")), days("2016-09-12", "2016-09-30"));
  Report undated = agreed();
  undated.date.reset();
  EXPECT_EQ(days_in_force(entry({undated}), day("2016-09-30")), days("2016-09-10", "2016-09-30"));
  EXPECT_EQ(days_in_force(entry({in_state("proposed", "2016-09-01"), undated}), day("2016-09-30")),
            days("2016-09-10", "2016-09-30"))
      << "a proposal binds nobody";
}

TEST(DaysInForce, ThereAreNoneWhileItIsOnlyTalkedOf) {
  for (const char* state : {"proposed", "negotiating", "rejected", ""}) {
    Report talked = agreed();
    talked.state = state;
    EXPECT_FALSE(days_in_force(entry({talked}), day("2016-09-30")).has_value()) << state;
  }
  EXPECT_FALSE(days_in_force(entry({agreed()}), day("2016-09-11")).has_value()) << "not yet";
  EXPECT_FALSE(days_in_force(entry({agreed()}), std::nullopt).has_value());
}

TEST(DaysInForce, EndWithItsCollapseOrItsLastDay) {
  EXPECT_EQ(
      days_in_force(entry({agreed(), in_state("collapsed", "2016-09-19")}), day("2016-09-30")),
      days("2016-09-12", "2016-09-19"));
  Report week = agreed();
  week.amount = 7 * 24;
  EXPECT_EQ(days_in_force(entry({week}), day("2016-09-30")), days("2016-09-12", "2016-09-19"));
  week.end_date = on("2016-09-15");
  EXPECT_EQ(days_in_force(entry({week}), std::nullopt), days("2016-09-12", "2016-09-15"));
}

TEST(DaysInForce, GoOnWhenItIsRenewableExtendedOrViolated) {
  Report week = agreed();
  week.end_date = on("2016-09-19");
  const Interval until_now = days("2016-09-12", "2016-09-30");
  EXPECT_EQ(days_in_force(entry({week, in_state("extended", "2016-09-18")}), until_now.end),
            until_now);
  EXPECT_EQ(days_in_force(entry({week, in_state("violated", "2016-09-18")}), until_now.end),
            until_now);
  week.renewable = true;
  EXPECT_EQ(days_in_force(entry({week}), until_now.end), until_now);
}

// The table of states lets an expired truce be extended, but its days stay those up to expiry.
TEST(DaysInForce, GoOnWhenItIsExtendedAfterItsEnd) {
  EXPECT_EQ(days_in_force(entry({agreed(), in_state("expired", "2016-09-19"),
                                 in_state("extended", "2016-09-20")}),
                          day("2016-09-30")),
            days("2016-09-12", "2016-09-30"));
}

// -- violations -----------------------------------------------------------------------------------

TEST(Violations, SayWhoWhomWhereWhenAndByWhoseAccount) {
  Report shelling = attack("2016-09-14");
  const Json paper =
      violations_of(entry({agreed()}), std::vector{entry({shelling})}, day("2016-09-30"));
  ASSERT_EQ(paper.size(), 1U);
  EXPECT_EQ(paper[0]["incident"], shelling.id);
  EXPECT_EQ(paper[0]["date"]["begin"], "2016-09-14");
  EXPECT_EQ(paper[0]["place"], "Aleppo");
  EXPECT_THAT(paper[0]["by"], ElementsAre("SYR:MIL"));
  EXPECT_THAT(paper[0]["against"], ElementsAre("SYR:REB"));
  EXPECT_THAT(paper[0]["according_to"], ElementsAre("Fjordposten"));
  shelling.parties.push_back(party(Role::kSource, "the Observatory", "", "NGO"));
  const Json source =
      violations_of(entry({agreed()}), std::vector{entry({shelling})}, day("2016-09-30"));
  EXPECT_THAT(source[0]["according_to"], ElementsAre("the Observatory"));
}

TEST(Violations, AttacksBeforeItHeldAreNone) {
  EXPECT_EQ(violations({agreed()}, attack("2016-09-11")), 0U);
  EXPECT_EQ(violations({agreed()}, attack("2016-09-12")), 1U);
  Report span = attack("2016-09-11");
  span.date->end = day("2016-09-13");
  EXPECT_EQ(violations({agreed()}, span), 0U) << "it may have been before";
}

TEST(Violations, AttacksAfterItEndedAreNone) {
  const std::vector<Report> week{agreed(), in_state("collapsed", "2016-09-19")};
  EXPECT_EQ(violations(week, attack("2016-09-19")), 1U);
  EXPECT_EQ(violations(week, attack("2016-09-20")), 0U);
  Report short_one = agreed();
  short_one.end_date = on("2016-09-14");
  EXPECT_EQ(violations({short_one}, attack("2016-09-14")), 1U);
  EXPECT_EQ(violations({short_one}, attack("2016-09-15")), 0U);
}

TEST(Violations, OnlyAttacksThatHappenedOnASaidDayCount) {
  for (const char* state : {"future", "negated", "hypothetical"}) {
    Report other = attack("2016-09-14");
    other.state = state;
    EXPECT_EQ(violations({agreed()}, other), 0U) << state;
  }
  Report other = attack("2016-09-14");
  other.type = "PROTEST";
  EXPECT_EQ(violations({agreed()}, other), 0U);
  other = attack("2016-09-14");
  other.date.reset();
  EXPECT_EQ(violations({agreed()}, other), 0U);
}

TEST(Violations, ExcludedGroupsBreakNothingWhoeverAttacksThem) {
  Report truce = agreed();
  truce.excluded = {"Nusrafronten"};
  Party front = party(Role::kActor, "NUSRAFRONTEN", "SYR", "REB");
  EXPECT_EQ(violations({truce}, attack_by(front, {kArmy})), 0U);
  EXPECT_EQ(violations({truce}, attack_by(kArmy, {front})), 0U);
  EXPECT_EQ(violations({truce}, attack_by(kArmy, {kRebels, front})), 0U);
  front.name = "the group";
  EXPECT_EQ(violations({truce}, attack_by(front, {kArmy})), 1U);
  front.canonical = "Nusrafronten";
  EXPECT_EQ(violations({truce}, attack_by(front, {kArmy})), 0U) << "by the knowledge base";
}

TEST(Violations, AttacksOutsideItsAreaAreNone) {
  Report abroad = attack("2016-09-14");
  abroad.place = Place{"Tripoli", "LBN", 34.43, 35.83};
  EXPECT_EQ(violations({agreed()}, abroad), 0U);
  Report nowhere = attack("2016-09-14");
  nowhere.place.reset();
  EXPECT_EQ(violations({agreed()}, nowhere), 0U);
  Report town = agreed();
  town.place = kHoms;
  EXPECT_EQ(violations({town}, attack("2016-09-14")), 0U);
  town.place = kAleppo;
  EXPECT_EQ(violations({town}, attack("2016-09-14")), 1U);
  town.place.reset();
  EXPECT_EQ(violations({town}, attack("2016-09-14")), 0U) << "of no known area";
}

// docs/ledgers.md: "Nothing is counted for a ceasefire whose area has no country"; but of two
// places without one, the area counts as a country that holds the other.
TEST(Violations, AnAreaWithoutACountryHoldsNothing) {
  Report somewhere = agreed();
  somewhere.place = Place{"the valley", "", {}, {}};
  Report elsewhere = attack("2016-09-14");
  elsewhere.place = Place{"the pass", "", {}, {}};
  EXPECT_EQ(violations({somewhere}, elsewhere), 0U);
}

TEST(Violations, AttacksOnCiviliansByThoseBoundCount) {
  EXPECT_EQ(violations({agreed()}, attack_by(kArmy, {kCivilians})), 1U);
  EXPECT_EQ(violations({agreed()}, attack_by(kRebels, {kCivilians})), 1U);
  EXPECT_EQ(violations({agreed()}, attack_by(kCivilians, {kArmy})), 0U) << "they are not bound";
  EXPECT_EQ(violations({agreed()}, attack_by(kForeign, {kCivilians})), 0U);
}

TEST(Violations, AreByOneSideOnAnother) {
  EXPECT_EQ(violations({agreed()}, attack_by(kRebels, {kArmy})), 1U);
  EXPECT_EQ(violations({agreed()}, attack_by(kArmy, {kArmy})), 0U);
  EXPECT_EQ(violations({agreed()}, attack_by(kForeign, {kRebels})), 0U);
  EXPECT_EQ(violations({agreed()}, attack_by(kArmy, {kForeign})), 0U);
  EXPECT_EQ(violations({agreed()}, attack_by(kArmy, {})), 1U) << "on nobody named";
  const Party police = party(Role::kActor, "policemen", "SYR", "COP");
  EXPECT_EQ(violations({agreed()}, attack_by(police, {kRebels})), 1U)
      << "government, army and police are one";
  EXPECT_EQ(violations({agreed()}, attack_by(police, {kArmy})), 0U);
}

TEST(Violations, WhenNobodySaysWhoIsBoundAllFightersAre) {
  Report unnamed = agreed();
  unnamed.parties.clear();
  EXPECT_EQ(violations({unnamed}, attack_by(kForeign, {kRebels})), 1U);
  EXPECT_EQ(violations({unnamed}, attack_by(kForeign, {kArmy})), 1U);
  EXPECT_EQ(violations({unnamed}, attack_by(kCivilians, {kArmy})), 0U);
}

TEST(Violations, WhereOneSideIsNamedTheOtherIsAnyoneOfTheCountry) {
  Party government = kArmy;
  government.name = "the government";
  government.sector = {"GOV"};
  Report truce = agreed();
  truce.parties = {kArmy, government};
  for (Party& one : truce.parties) one.role = Role::kParty;
  EXPECT_EQ(violations({truce}, attack_by(kRebels, {kArmy})), 1U);
  EXPECT_EQ(violations({truce}, attack_by(kArmy, {kRebels})), 1U);
  EXPECT_EQ(violations({truce}, attack_by(kForeign, {kArmy})), 0U);
  EXPECT_EQ(violations({truce}, attack_by(kArmy, {government})), 0U);
}

// A correction may put in parties by code alone; "" is taken for one name and so for one side.
TEST(Violations, PartiesWithoutANameAreNotOneSideForThat) {
  Party army = kArmy;
  Party rebels = kRebels;
  army.name = rebels.name = "";
  EXPECT_EQ(violations({agreed()}, attack_by(army, {rebels})), 1U);
}

TEST(Violations, NobodyIsBoundForHavingNoName) {
  Report truce = agreed();
  for (Party& one : truce.parties) one.name = "";
  truce.parties[1].country = "TUR";
  truce.parties[1].sector = {"MIL"};
  Party unbound = kForeign;
  unbound.name = "";
  EXPECT_EQ(violations({truce}, attack_by(unbound, {kCivilians})), 0U);
}

// -- expiry ---------------------------------------------------------------------------------------

Entry expired_at(const std::vector<Report>& reports, const std::optional<Day>& now) {
  Entry ceasefire = entry(reports);
  expire(now, &ceasefire);
  return ceasefire;
}

TEST(Expiry, ComesWhenTheLastDayIsOver) {
  Report week = agreed();
  week.end_date = on("2016-09-19");
  const Entry over = expired_at({week}, day("2016-09-20"));
  EXPECT_EQ(over.body["state"], "expired");
  ASSERT_EQ(over.body["history"].size(), 2U);
  EXPECT_EQ(over.body["history"][1]["state"], "expired");
  EXPECT_EQ(over.body["history"][1]["date"]["end"], "2016-09-19");
  EXPECT_TRUE(over.body["history"][1]["report"].is_null()) << "the calendar says so";
  EXPECT_EQ(days_in_force(over, day("2016-09-30")), days("2016-09-12", "2016-09-19"));
  EXPECT_EQ(
      violations_of(over, std::vector{entry({attack("2016-09-19")})}, day("2016-09-30")).size(),
      1U);
}

TEST(Expiry, LeavesWhatIsNotOver) {
  Report week = agreed();
  EXPECT_EQ(expired_at({week}, day("2016-09-20")).body, entry({week}).body) << "no last day";
  week.end_date = on("2016-09-19");
  const Json before = entry({week}).body;
  EXPECT_EQ(expired_at({week}, day("2016-09-19")).body, before);
  EXPECT_EQ(expired_at({week}, std::nullopt).body, before);
  week.renewable = true;
  EXPECT_EQ(expired_at({week}, day("2016-09-20")).body["state"], "agreed");
}

TEST(Expiry, LeavesWhatIsOtherwiseSettled) {
  Report week = agreed();
  week.end_date = on("2016-09-19");
  for (const char* state : {"extended", "violated", "collapsed", "rejected"}) {
    const Entry kept = expired_at({week, in_state(state, "2016-09-18")}, day("2016-09-25"));
    EXPECT_EQ(kept.body["state"], state);
    EXPECT_EQ(kept.body["history"].size(), 2U) << state;
  }
  const Entry held = expired_at({week, in_state("in_force", "2016-09-13")}, day("2016-09-25"));
  EXPECT_EQ(held.body["state"], "expired");
}

TEST(Expiry, ComesOnce) {
  Report week = agreed();
  week.end_date = on("2016-09-19");
  Entry ceasefire = expired_at({week}, day("2016-09-20"));
  const Json once = ceasefire.body;
  expire(day("2016-09-21"), &ceasefire);
  EXPECT_EQ(ceasefire.body, once);
}

// -- rounds of talks ------------------------------------------------------------------------------

Entry round_of_talks(const std::string& id, const std::string& date, const std::string& forum,
                     const std::vector<std::string>& countries) {
  Report made = report(Kind::kTalks, "2016-09-20");
  made.id = id;
  made.date = on(date);
  made.state = "held";
  made.detail = forum;
  for (const std::string& country : countries) {
    made.parties.push_back(party(Role::kParticipant, "envoy of " + country, country, "GOV"));
  }
  return entry({made});
}

TEST(Rounds, FollowEachOtherInOneForum) {
  const Entry first = round_of_talks("a/k1", "2016-08-01", "Genève", {"SYR", "RUS"});
  const Entry second = round_of_talks("b/k1", "2016-09-01", "geneve", {"USA"});
  EXPECT_TRUE(is_earlier_round(first, second));
  EXPECT_FALSE(is_earlier_round(second, first));
  EXPECT_FALSE(is_earlier_round(first, first));
  EXPECT_FALSE(
      is_earlier_round(first, round_of_talks("c/k1", "2016-09-01", "Astana", {"SYR", "USA"})));
}

TEST(Rounds, FollowEachOtherAmongTheSameParties) {
  const Entry first = round_of_talks("a/k1", "2016-08-01", "", {"RUS", "USA"});
  EXPECT_TRUE(
      is_earlier_round(first, round_of_talks("b/k1", "2016-09-01", "Genève", {"USA", "RUS"})));
  EXPECT_FALSE(
      is_earlier_round(first, round_of_talks("b/k1", "2016-09-01", "", {"USA", "RUS", "TUR"})));
  EXPECT_FALSE(is_earlier_round(round_of_talks("a/k1", "2016-08-01", "", {"RUS"}),
                                round_of_talks("b/k1", "2016-09-01", "", {"RUS"})))
      << "one alone meets everybody";
  EXPECT_FALSE(is_earlier_round(round_of_talks("a/k1", "2016-08-01", "", {}),
                                round_of_talks("b/k1", "2016-09-01", "", {})));
}

TEST(Rounds, DoNotOverlap) {
  Report long_one = report(Kind::kTalks, "2016-09-20");
  long_one.id = "a/k1";
  long_one.detail = "Genève";
  long_one.date = days("2016-08-01", "2016-09-01");
  EXPECT_FALSE(
      is_earlier_round(entry({long_one}), round_of_talks("b/k1", "2016-09-01", "Genève", {"SYR"})));
  EXPECT_TRUE(
      is_earlier_round(entry({long_one}), round_of_talks("b/k1", "2016-09-02", "Genève", {"SYR"})));
}

}  // namespace
}  // namespace varde::ledger
