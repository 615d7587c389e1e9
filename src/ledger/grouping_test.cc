#include "ledger/grouping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace varde::ledger {
namespace {

using std::chrono::days;
using testing::ElementsAre;

Day day(const std::string& iso) { return *parse_day(iso); }

const Place kAleppo{"Aleppo", "SYR", 36.2012, 37.1612};

Report attack(const std::string& key, const std::string& published, const std::string& begin,
              const std::string& end) {
  Report made;
  made.id = key + "/v1";
  made.article.key = key;
  made.article.published = Interval{day(published), day(published)};
  made.type = "ASSAULT";
  made.state = "actual";
  made.place = kAleppo;
  made.date = Interval{day(begin), day(end)};
  made.parties = {{Role::kActor, "the army", "", "SYR", {"MIL"}, ""},
                  {Role::kRecipient, "rebels", "", "SYR", {"REB"}, ""}};
  return made;
}

std::vector<Profile> profiles_of(const std::vector<Report>& reports) {
  std::vector<Profile> profiles;
  for (const Report& report : reports) profiles.emplace_back(report);
  return profiles;
}

std::vector<Group> grouped(const std::vector<Report>& reports) {
  return group(profiles_of(reports));
}

// Reports of a few things by a few articles, in the order of reported_before.
std::vector<Report> random_reports(std::mt19937* random, size_t number) {
  const auto below = [&](size_t bound) { return (*random)() % bound; };
  const std::vector<Place> places{kAleppo,
                                  {"Homs", "SYR", 34.7268, 36.7234},
                                  {"al-Bab", "SYR", 36.37, 37.51},
                                  {"Syria", "SYR", {}, {}}};
  const std::vector<std::string> sectors{"GOV", "MIL", "REB"};
  const std::vector<std::string> countries{"SYR", "RUS", "TUR"};
  std::vector<Report> reports;
  for (size_t i = 0; i < number; ++i) {
    Report made;
    made.kind = static_cast<Kind>(below(kKindNames.size()));
    made.article.key = "k" + std::to_string(below(number));
    made.id = made.article.key + "/x" + std::to_string(i);
    const Day published = day("2016-09-10") + days(below(10));
    if (below(10) != 0) made.article.published = Interval{published, published};
    made.type = below(4) == 0 ? "COERCE" : "ASSAULT";
    made.state = below(4) == 0 ? "planned" : "actual";
    made.detail = below(2) == 0 ? "" : "UNSC";
    if (below(5) != 0) made.place = places[below(places.size())];
    const Day begin = published - days(below(4));
    if (below(3) != 0) made.date = Interval{begin, begin + days(below(3) * below(8))};
    const Role roles[] = {Role::kActor,       Role::kActor,   Role::kParty,
                          Role::kParticipant, Role::kSponsor, Role::kHolder};
    for (size_t party = below(3); party > 0; --party) {
      made.parties.push_back({roles[static_cast<size_t>(made.kind)],
                              "",
                              "",
                              countries[below(countries.size())],
                              {sectors[below(sectors.size())]},
                              ""});
    }
    if (below(2) == 0) made.low = static_cast<int64_t>(10 + below(4) * 10);
    made.evidence = {static_cast<uint32_t>(i), static_cast<uint32_t>(i + 9)};
    reports.push_back(std::move(made));
  }
  std::sort(reports.begin(), reports.end(), reported_before);
  return reports;
}

// Each index once; groups in the order of their first members, members in theirs.
void expect_partition(const std::vector<Group>& groups, size_t size) {
  std::vector<size_t> seen;
  size_t first = 0;
  for (const Group& one : groups) {
    ASSERT_FALSE(one.empty());
    EXPECT_TRUE(std::is_sorted(one.begin(), one.end()));
    EXPECT_TRUE(seen.empty() || one.front() > first);
    first = one.front();
    seen.insert(seen.end(), one.begin(), one.end());
  }
  std::sort(seen.begin(), seen.end());
  ASSERT_EQ(seen.size(), size);
  for (size_t i = 0; i < size; ++i) EXPECT_EQ(seen[i], i);
}

TEST(Grouping, NothingMakesNoGroups) {
  EXPECT_TRUE(group({}).empty());
  EXPECT_TRUE(components({}).empty());
}

TEST(Grouping, GroupsArePartsOfComponents) {
  std::mt19937 random(21);
  size_t joined = 0;
  for (int run = 0; run < 60; ++run) {
    const std::vector<Report> reports = random_reports(&random, 80);
    const std::vector<Profile> profiles = profiles_of(reports);
    const std::vector<Group> groups = group(profiles);
    const std::vector<Group> whole = components(profiles);
    expect_partition(groups, reports.size());
    expect_partition(whole, reports.size());
    std::vector<size_t> component(reports.size());
    for (size_t i = 0; i < whole.size(); ++i) {
      for (const size_t member : whole[i]) component[member] = i;
    }
    for (const Group& one : groups) {
      joined += one.size() - 1;
      for (const size_t member : one) {
        ASSERT_EQ(component[member], component[one.front()]) << "run " << run;
      }
    }
  }
  EXPECT_GT(joined, 300U) << "too few groups of several say little";
}

// What makes it possible to work out a component alone.
TEST(Grouping, AComponentAloneGivesItsGroups) {
  std::mt19937 random(22);
  for (int run = 0; run < 30; ++run) {
    const std::vector<Report> reports = random_reports(&random, 80);
    const std::vector<Profile> profiles = profiles_of(reports);
    std::vector<Group> alone;
    for (const Group& component : components(profiles)) {
      std::vector<Profile> members;
      for (const size_t at : component) members.push_back(profiles[at]);
      for (Group one : group(members)) {
        for (size_t& at : one) at = component[at];
        alone.push_back(std::move(one));
      }
    }
    std::sort(alone.begin(), alone.end());
    ASSERT_EQ(alone, group(profiles)) << "run " << run;
  }
}

TEST(Grouping, ComponentsAreChainsOfLikenesses) {
  std::mt19937 random(23);
  for (int run = 0; run < 20; ++run) {
    const std::vector<Report> reports = random_reports(&random, 60);
    const std::vector<Profile> profiles = profiles_of(reports);
    const std::vector<Group> whole = components(profiles);
    // Joining all pairs, whether or not they share a key, gives the same.
    std::vector<size_t> label(profiles.size());
    for (size_t i = 0; i < label.size(); ++i) label[i] = i;
    for (size_t a = 0; a < profiles.size(); ++a) {
      for (size_t b = a + 1; b < profiles.size(); ++b) {
        if (likeness(profiles[a], profiles[b]) < kJoins) continue;
        const size_t from = std::max(label[a], label[b]);
        const size_t to = std::min(label[a], label[b]);
        std::replace(label.begin(), label.end(), from, to);
      }
    }
    for (const Group& one : whole) {
      for (const size_t member : one) ASSERT_EQ(label[member], one.front()) << "run " << run;
    }
  }
}

TEST(Grouping, WhatWasTogetherStaysTogetherWhateverIsLearntLater) {
  std::mt19937 random(24);
  for (int run = 0; run < 30; ++run) {
    const std::vector<Report> reports = random_reports(&random, 60);
    const std::vector<Group> all = grouped(reports);
    for (size_t known = 0; known <= reports.size(); known += 1 + random() % 5) {
      std::vector<Group> restricted = all;
      for (Group& one : restricted) std::erase_if(one, [&](size_t at) { return at >= known; });
      std::erase_if(restricted, [](const Group& one) { return one.empty(); });
      const std::vector<Report> prefix(reports.begin(),
                                       reports.begin() + static_cast<std::ptrdiff_t>(known));
      ASSERT_EQ(grouped(prefix), restricted) << "run " << run << ", first " << known;
    }
  }
}

TEST(Grouping, NoMemberContradictsAnother) {
  std::mt19937 random(25);
  for (int run = 0; run < 60; ++run) {
    const std::vector<Report> reports = random_reports(&random, 80);
    const std::vector<Profile> profiles = profiles_of(reports);
    for (const Group& one : group(profiles)) {
      for (const size_t a : one) {
        for (const size_t b : one) {
          if (a == b) continue;
          ASSERT_GT(likeness(profiles[a], profiles[b]), kContradiction) << "run " << run;
        }
      }
    }
  }
}

TEST(Grouping, LikeReportsMakeOneGroup) {
  EXPECT_THAT(grouped({attack("a", "2016-09-14", "2016-09-13", "2016-09-13"),
                       attack("b", "2016-09-14", "2016-09-13", "2016-09-13"),
                       attack("c", "2016-09-15", "2016-09-12", "2016-09-14")}),
              ElementsAre(ElementsAre(0, 1, 2)));
}

TEST(Grouping, AContradictingReportFoundsItsOwnGroup) {
  Report elsewhere = attack("b", "2016-09-14", "2016-09-13", "2016-09-13");
  elsewhere.place = Place{"Homs", "SYR", 34.7268, 36.7234};
  EXPECT_THAT(grouped({attack("a", "2016-09-14", "2016-09-13", "2016-09-13"), elsewhere,
                       attack("c", "2016-09-14", "2016-09-13", "2016-09-13")}),
              ElementsAre(ElementsAre(0, 2), ElementsAre(1)));
}

TEST(Grouping, AReportThatContradictsOneMemberStaysOut) {
  // The second is like both; first and third are of two days of one week.
  const std::vector<Report> reports{attack("a", "2016-09-15", "2016-09-13", "2016-09-13"),
                                    attack("b", "2016-09-15", "2016-09-13", "2016-09-14"),
                                    attack("c", "2016-09-15", "2016-09-14", "2016-09-14")};
  EXPECT_THAT(grouped(reports), ElementsAre(ElementsAre(0, 1), ElementsAre(2)));
  EXPECT_THAT(components(profiles_of(reports)), ElementsAre(ElementsAre(0, 1, 2)))
      << "components go by likeness alone";
}

// The same over more than a week: first and third share no key, so likeness says 0
// (cannot be compared), not kContradiction, and the third joins a group whose first member is of
// another day.
TEST(Grouping, AReportThatContradictsAMemberOfAnotherWeekStaysOut) {
  const std::vector<Report> reports{attack("a", "2016-09-25", "2016-09-01", "2016-09-01"),
                                    attack("b", "2016-09-25", "2016-09-01", "2016-09-20"),
                                    attack("c", "2016-09-25", "2016-09-20", "2016-09-20")};
  EXPECT_THAT(grouped(reports), ElementsAre(ElementsAre(0, 1), ElementsAre(2)));
}

TEST(Grouping, AReportJoinsTheGroupThatItIsMostLike) {
  // The third says not where: it would fit either, but the second for its mode too.
  Report first = attack("a", "2016-09-14", "2016-09-13", "2016-09-13");
  first.place = Place{"Homs", "SYR", 34.7268, 36.7234};
  Report second = attack("b", "2016-09-14", "2016-09-13", "2016-09-13");
  second.modes = {"aerial"};
  Report third = attack("c", "2016-09-14", "2016-09-13", "2016-09-13");
  third.place.reset();
  EXPECT_THAT(grouped({first, second, third}), ElementsAre(ElementsAre(0, 2), ElementsAre(1)))
      << "of equals the first";
  third.modes = {"aerial"};
  EXPECT_THAT(grouped({first, second, third}), ElementsAre(ElementsAre(0), ElementsAre(1, 2)));
}

}  // namespace
}  // namespace varde::ledger
