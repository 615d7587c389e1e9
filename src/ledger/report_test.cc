// What a record becomes as a report, how reports are kept and in which order they came.
#include "ledger/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/utf8.h"

namespace varde::ledger {
namespace {

using testing::ElementsAre;

constexpr const char* kKey = "3f9a2c81d0e4b7a65c";

Day day(const std::string& iso) { return *parse_day(iso); }
Interval days(const std::string& begin, const std::string& end) { return {day(begin), day(end)}; }
Interval on(const std::string& iso) { return days(iso, iso); }

Actor actor(const std::string& name, const std::string& country, const std::string& sector) {
  Actor made;
  made.name = name;
  made.country = country;
  made.sector = {sector};
  return made;
}

Source source(const std::string& name, const std::string& stance) {
  return {actor(name, "", "MED"), stance};
}

// A document of one attack with a toll that says neither where nor when.
CodedDocument attack_with_toll() {
  CodedDocument document;
  document.id = "one";
  document.language = "nb";
  document.publisher = "Fjordposten";
  document.published = on("2021-05-04");
  EventRecord attack;
  attack.id = "v1";
  attack.type = "ASSAULT";
  attack.mode = {"heavy-weapons"};
  attack.quad = 4;
  attack.cameo = "194";
  attack.trigger = {3, 9};
  attack.trigger_text = "beskjøt";
  attack.actor = {actor("hæren", "LVA", "MIL"), actor("militsen", "LVA", "REB")};
  attack.recipient = {actor("havna", "LVA", "CVL")};
  attack.date = DateSlot{on("2021-05-03"), "mandag"};
  attack.place = Place{"Karsava", "LVA", 56.78, 27.69};
  attack.according_to = {source("Nyhetsbyrået", "confirms")};
  attack.confidence = 0.9;
  attack.rule = "attack.7";
  document.events = {attack};
  TollRecord toll;
  toll.id = "t1";
  toll.kind = "killed";
  toll.low = 12;
  toll.who = "people";
  toll.event = "v1";
  toll.according_to = {source("sykehuset", "states")};
  document.tolls = {toll};
  return document;
}

const Report& of_kind(const std::vector<Report>& reports, Kind kind) {
  return *std::find_if(reports.begin(), reports.end(),
                       [&](const Report& report) { return report.kind == kind; });
}

std::vector<std::string> names(const Report& report, Role role) {
  std::vector<std::string> found;
  for (const Party& party : report.parties) {
    if (party.role == role) found.push_back(party.name);
  }
  return found;
}

// A report in which every field holds something.
Report filled() {
  Report report;
  report.id = "3f9a2c81d0e4/v3";
  report.kind = Kind::kResolution;
  report.article = {kKey, "doc \"7\"", "ru", "Вечерний вестник", days("2016-09-10", "2016-09-11")};
  report.type = "ASSAULT";
  report.state = "actual";
  report.detail = "Genève-gruppen";
  report.subject = "line one\nline two\ttab \\ slash \x01";
  report.cameo = "190";
  report.quad = 4;
  report.modes = {"aerial", "heavy-weapons"};
  report.excluded = {"the Front", "«Фронт»"};
  for (size_t role = 0; role < kRoleNames.size(); ++role) {
    report.parties.push_back({static_cast<Role>(role),
                              "name " + std::to_string(role),
                              "canonical",
                              "SYR",
                              {"GOV", "MIL"},
                              "likely"});
  }
  report.parties.push_back({Role::kBroker, "", "", "", {}, ""});
  report.place = Place{"Халеб", "SYR", 36.201241, -37.161170};
  report.date = on("2016-09-12");
  report.end_date = days("2016-09-14", "2016-09-19");
  report.low = 0;
  report.high = 9'007'199'254'740'993;  // no double holds it
  report.in_favour = 11;
  report.against = 2;
  report.abstained = 1;
  report.amount = 0.1;
  report.renewable = false;
  report.cause = "3f9a2c81d0e4/v1";
  report.confidence = 0.875;
  report.evidence = {12, 250};
  report.trigger = {20, 26};
  report.trigger_text = "атаковали";
  report.quote = "«Атаковали» 🙂…";
  report.rule = "attack.7";
  return report;
}

TEST(Kinds, AreFoundByTheirNames) {
  for (size_t i = 0; i < kKindNames.size(); ++i) {
    const Kind kind = static_cast<Kind>(i);
    EXPECT_EQ(name_of(kind), kKindNames[i]);
    EXPECT_EQ(kind_named(kKindNames[i]), kind);
  }
  for (const char* none : {"", "Incident", "war", "tolls"}) {
    EXPECT_FALSE(kind_named(none).has_value()) << none;
  }
}

TEST(ReportsOf, AnEventKeepsWhatItsRecordSays) {
  const auto reports = reports_of(attack_with_toll(), "De beskjøt havna.", kKey);
  ASSERT_EQ(reports.size(), 2U);
  const Report& report = of_kind(reports, Kind::kIncident);
  EXPECT_EQ(report.type, "ASSAULT");
  EXPECT_EQ(report.state, "actual");
  EXPECT_THAT(report.modes, ElementsAre("heavy-weapons"));
  EXPECT_EQ(report.quad, 4);
  EXPECT_EQ(report.cameo, "194");
  EXPECT_THAT(names(report, Role::kActor), ElementsAre("hæren", "militsen"));
  EXPECT_THAT(names(report, Role::kRecipient), ElementsAre("havna"));
  EXPECT_THAT(names(report, Role::kSource), ElementsAre("Nyhetsbyrået"));
  EXPECT_EQ(report.parties.back().certainty, "confirms");
  EXPECT_EQ(report.date, on("2021-05-03"));
  EXPECT_EQ(report.place->name, "Karsava");
  EXPECT_EQ(report.trigger, (Span{3, 9}));
  EXPECT_EQ(report.rule, "attack.7");
  EXPECT_EQ(report.article, (Article{kKey, "one", "nb", "Fjordposten", on("2021-05-04")}));
}

TEST(ReportsOf, ATollTakesPlaceDateAndActorsFromItsEvent) {
  const auto reports = reports_of(attack_with_toll(), "", kKey);
  const Report& toll = of_kind(reports, Kind::kToll);
  EXPECT_EQ(toll.cause, of_kind(reports, Kind::kIncident).id);
  EXPECT_EQ(toll.place, (Place{"Karsava", "LVA", 56.78, 27.69}));
  EXPECT_EQ(toll.date, on("2021-05-03"));
  EXPECT_THAT(names(toll, Role::kActor), ElementsAre("hæren", "militsen"));
  EXPECT_THAT(names(toll, Role::kRecipient), ElementsAre());
  EXPECT_THAT(names(toll, Role::kSource), ElementsAre("sykehuset")) << "its own only";
  EXPECT_EQ(toll.type, "killed");
  EXPECT_EQ(toll.detail, "people");
  EXPECT_EQ(toll.low, 12);
  EXPECT_FALSE(toll.high.has_value());
}

TEST(ReportsOf, ATollKeepsItsOwnPlaceAndDate) {
  CodedDocument document = attack_with_toll();
  document.tolls[0].place = Place{"Ludza", "LVA", 56.54, 27.72};
  document.tolls[0].date = DateSlot{days("2021-05-01", "2021-05-04"), "siden lørdag"};
  const auto reports = reports_of(document, "", kKey);
  const Report& toll = of_kind(reports, Kind::kToll);
  EXPECT_EQ(toll.place->name, "Ludza");
  EXPECT_EQ(toll.date, days("2021-05-01", "2021-05-04"));
  EXPECT_THAT(names(toll, Role::kActor), ElementsAre("hæren", "militsen"));
}

TEST(ReportsOf, ATollWithoutItsEventTakesNothing) {
  for (const char* event : {"", "v9"}) {
    CodedDocument document = attack_with_toll();
    document.tolls[0].event = event;
    const auto reports = reports_of(document, "", kKey);
    const Report& toll = of_kind(reports, Kind::kToll);
    EXPECT_EQ(toll.cause, "") << event;
    EXPECT_FALSE(toll.place.has_value()) << event;
    EXPECT_FALSE(toll.date.has_value()) << event;
    EXPECT_THAT(names(toll, Role::kActor), ElementsAre()) << event;
  }
}

TEST(ReportsOf, IdsAreTwelveDigitsOfTheKeyAndTheRecord) {
  const auto reports = reports_of(attack_with_toll(), "", kKey);
  EXPECT_EQ(of_kind(reports, Kind::kIncident).id, "3f9a2c81d0e4/v1");
  EXPECT_EQ(of_kind(reports, Kind::kToll).id, "3f9a2c81d0e4/t1");
  EXPECT_EQ(of_kind(reports, Kind::kToll).article.key, kKey);
}

TEST(ReportsOf, NamesInTheKnowledgeBaseComeFromEntities) {
  CodedDocument document = attack_with_toll();
  EntityRecord entity;
  entity.id = "e4";
  entity.canonical = "National Armed Forces";
  document.entities = {entity};
  document.events[0].actor[0].entity = "e4";
  const auto reports = reports_of(document, "", kKey);
  EXPECT_EQ(reports[0].parties[0].canonical, "National Armed Forces");
  EXPECT_EQ(reports[0].parties[1].canonical, "");
}

TEST(ReportsOf, EachKindPutsItsPartiesInTheirRoles) {
  CodedDocument document;
  CeasefireRecord ceasefire;
  ceasefire.id = "c1";
  ceasefire.state = "agreed";
  ceasefire.purpose = "humanitarian";
  ceasefire.area = Place{"Latvia", "LVA", {}, {}};
  ceasefire.parties = {actor("a", "LVA", "GOV")};
  ceasefire.proposed_by = {actor("b", "NOR", "GOV")};
  ceasefire.rejected_by = {actor("c", "LVA", "REB")};
  ceasefire.brokered_by = {actor("d", "UNO", "GOV")};
  ceasefire.begin_date = DateSlot{on("2021-05-02"), ""};
  ceasefire.end_date = DateSlot{on("2021-05-09"), ""};
  ceasefire.duration_hours = 168;
  ceasefire.renewable = true;
  ceasefire.excluded = {"x"};
  document.ceasefires = {ceasefire};
  TalksRecord talks;
  talks.id = "k1";
  talks.state = "held";
  talks.format = "Riga process";
  talks.participants = {{actor("e", "LVA", "GOV"), "unlikely"}};
  document.talks = {talks};
  ResolutionRecord resolution;
  resolution.id = "r1";
  resolution.body = "UNSC";
  resolution.state = "vetoed";
  resolution.sponsors = {actor("f", "FRA", "GOV")};
  resolution.vetoed_by = {actor("g", "USA", "GOV")};
  resolution.in_favour = 11;
  resolution.against = 2;
  resolution.abstained = 2;
  resolution.subject = "the port";
  document.resolutions = {resolution};
  ControlRecord control;
  control.id = "p1";
  control.change = "gained";
  control.holder = {actor("h", "LVA", "REB")};
  control.from = {actor("i", "LVA", "MIL")};
  control.share = 0.4;
  document.control = {control};
  const auto reports = reports_of(document, "", kKey);
  ASSERT_EQ(reports.size(), 4U);

  const Report& truce = of_kind(reports, Kind::kCeasefire);
  EXPECT_EQ(truce.state, "agreed");
  EXPECT_EQ(truce.detail, "humanitarian");
  EXPECT_EQ(truce.place->name, "Latvia");
  EXPECT_EQ(truce.date, on("2021-05-02"));
  EXPECT_EQ(truce.end_date, on("2021-05-09"));
  EXPECT_EQ(truce.amount, 168);
  EXPECT_EQ(truce.renewable, true);
  EXPECT_THAT(truce.excluded, ElementsAre("x"));
  EXPECT_THAT(names(truce, Role::kParty), ElementsAre("a"));
  EXPECT_THAT(names(truce, Role::kProposer), ElementsAre("b"));
  EXPECT_THAT(names(truce, Role::kRejecter), ElementsAre("c"));
  EXPECT_THAT(names(truce, Role::kBroker), ElementsAre("d"));
  const Report& meeting = of_kind(reports, Kind::kTalks);
  EXPECT_EQ(meeting.detail, "Riga process");
  EXPECT_THAT(names(meeting, Role::kParticipant), ElementsAre("e"));
  EXPECT_EQ(meeting.parties[0].certainty, "unlikely");
  const Report& vote = of_kind(reports, Kind::kResolution);
  EXPECT_EQ(vote.detail, "UNSC");
  EXPECT_EQ(vote.subject, "the port");
  EXPECT_THAT(names(vote, Role::kSponsor), ElementsAre("f"));
  EXPECT_THAT(names(vote, Role::kVetoer), ElementsAre("g"));
  EXPECT_EQ(vote.in_favour, 11);
  EXPECT_EQ(vote.against, 2);
  EXPECT_EQ(vote.abstained, 2);
  const Report& taken = of_kind(reports, Kind::kControl);
  EXPECT_EQ(taken.type, "gained");
  EXPECT_EQ(taken.amount, 0.4);
  EXPECT_THAT(names(taken, Role::kHolder), ElementsAre("h"));
  EXPECT_THAT(names(taken, Role::kFrom), ElementsAre("i"));
}

// 840 code points of one to four bytes.
std::string long_text() {
  std::string text;
  for (int i = 0; i < 120; ++i) text += "åЩ家🙂 x.";
  return text;
}

std::string quote_of(const std::string& text, Span evidence) {
  CodedDocument document = attack_with_toll();
  document.events[0].evidence = evidence;
  return of_kind(reports_of(document, text, kKey), Kind::kIncident).quote;
}

TEST(Quotes, AreTheWordsOfTheEvidenceByCodePoints) {
  EXPECT_EQ(quote_of("Ættene «flyktet» fra Ålesund 🙂 i går", {8, 16}), "flyktet»");
  const std::string text = long_text();
  EXPECT_EQ(quote_of(text, {0, 300}), first_code_points(text, 300)) << "the longest one";
  EXPECT_EQ(quote_of(text, {4, 4}), "");
}

TEST(Quotes, AreCutWhenLongerThanTheLongest) {
  const std::string text = long_text();
  const std::string from_third = text.substr(std::string("åЩ").size());
  const std::string quote = quote_of(text, {2, 800});
  ASSERT_TRUE(quote.ends_with("…")) << quote;
  const std::string words = quote.substr(0, quote.size() - std::string("…").size());
  EXPECT_TRUE(from_third.starts_with(words));
  EXPECT_TRUE(is_valid_utf8(words));
  EXPECT_GE(count_code_points(words), kLongestQuote - 1);
  EXPECT_LE(count_code_points(words), kLongestQuote);
}

// docs/ledgers.md: "the words there, at most 300 characters"; the ellipsis makes it 301.
TEST(Quotes, AreNeverLongerThanTheLongest) {
  EXPECT_LE(count_code_points(quote_of(long_text(), {2, 800})), kLongestQuote);
}

TEST(Quotes, StayInsideTheText) {
  EXPECT_EQ(quote_of("kort", {2, 90}), "rt");
  EXPECT_EQ(quote_of("kort", {70, 90}), "");
  EXPECT_EQ(quote_of("kort", {3, 1}), "");
  EXPECT_EQ(quote_of("", {0, 4}), "");
}

TEST(ReportJson, KeepsEveryField) {
  const Report report = filled();
  const auto back = report_from_json(to_json(report));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->id, report.id);
  EXPECT_EQ(back->article, report.article);
  EXPECT_EQ(back->parties, report.parties);
  EXPECT_EQ(back->place, report.place);
  EXPECT_EQ(*back, report);
  EXPECT_EQ(to_json(*back), to_json(report));
}

TEST(ReportJson, KeepsEveryKind) {
  for (size_t kind = 0; kind < kKindNames.size(); ++kind) {
    Report report = filled();
    report.kind = static_cast<Kind>(kind);
    EXPECT_EQ(report_from_json(to_json(report)), report) << kKindNames[kind];
  }
}

TEST(ReportJson, KeepsAnEmptyReport) {
  EXPECT_EQ(report_from_json(to_json(Report())), Report());
  Report nowhere;
  nowhere.place = Place();
  nowhere.parties = {Party()};
  EXPECT_EQ(report_from_json(to_json(nowhere)), nowhere);
}

TEST(ReportJson, BrokenTextGivesNothing) {
  for (const char* json : {"",
                           " ",
                           "{",
                           "}",
                           "[]",
                           "null",
                           "7",
                           "\"incident\"",
                           "{\"id\":}",
                           "{\"id\":1}",
                           "{\"parties\":7}",
                           "{\"parties\":[7]}",
                           "{\"parties\":[{\"sector\":\"GOV\"}]}",
                           "{\"place\":[]}",
                           "{\"place\":{\"lat\":\"north\"}}",
                           "{\"low\":\"many\"}",
                           "{\"date\":\"2016-09-12\"}",
                           "{\"date\":[\"2016-09-12\"]}",
                           "{\"date\":[1,2]}",
                           "{\"evidence\":[1]}",
                           "{\"modes\":\"aerial\"}",
                           "{\"renewable\":\"no\"}",
                           "{\"kind\":\"toll\"} x"}) {
    EXPECT_FALSE(report_from_json(json).has_value()) << json;
  }
  const std::string whole = to_json(filled());
  for (size_t size = 0; size < whole.size(); ++size) {
    ASSERT_FALSE(report_from_json(std::string_view(whole).substr(0, size)).has_value()) << size;
  }
}

// "nothing when it is no report": what names no kind, or one that is not known, becomes an
// incident.
TEST(ReportJson, WhatHasNoKindIsNoReport) {
  EXPECT_FALSE(report_from_json("{}").has_value());
  EXPECT_FALSE(report_from_json("{\"kind\":\"war\",\"parties\":[],\"confidence\":0}").has_value());
}

Report published(const std::optional<Interval>& when, const std::string& key) {
  Report report;
  report.id = key + "/v1";
  report.article.key = key;
  report.article.published = when;
  return report;
}

TEST(ReportedBefore, GoesByPublicationUndatedLast) {
  const Report early = published(on("2016-09-10"), "d");
  const Report span = published(days("2016-09-01", "2016-09-11"), "c");
  const Report late = published(on("2016-09-12"), "b");
  const Report undated = published(std::nullopt, "a");
  EXPECT_EQ(known(span), day("2016-09-11")) << "the last day on which it can have appeared";
  EXPECT_FALSE(known(undated).has_value());
  const std::vector<const Report*> order{&early, &span, &late, &undated};
  for (size_t a = 0; a < order.size(); ++a) {
    for (size_t b = 0; b < order.size(); ++b) {
      EXPECT_EQ(reported_before(*order[a], *order[b]), a < b) << a << " " << b;
    }
  }
}

TEST(ReportedBefore, ThenByArticlePlaceInItAndId) {
  const Report first = published(on("2016-09-10"), "a");
  EXPECT_TRUE(reported_before(first, published(on("2016-09-10"), "b")));
  Report later = first;
  later.evidence = {5, 9};
  EXPECT_TRUE(reported_before(first, later));
  EXPECT_FALSE(reported_before(later, first));
  later = first;
  later.trigger = {5, 9};
  EXPECT_TRUE(reported_before(first, later));
  later = first;
  later.id = "a/v2";
  EXPECT_TRUE(reported_before(first, later));
  EXPECT_FALSE(reported_before(later, first));
}

TEST(PossibleDays, AreThoseThatTheWordsSay) {
  Report report = published(on("2016-09-12"), "a");
  report.date = days("2016-08-01", "2016-08-31");
  EXPECT_EQ(possible_days(report), report.date);
  report.state = "future";
  EXPECT_EQ(possible_days(report), report.date);
  report.article.published.reset();
  EXPECT_EQ(possible_days(report), report.date);
}

TEST(PossibleDays, ElseTheWeekUpToPublication) {
  Report report = published(days("2016-09-12", "2016-09-14"), "a");
  for (const char* state : {"", "actual", "negated", "held"}) {
    report.state = state;
    EXPECT_EQ(possible_days(report), days("2016-09-05", "2016-09-14")) << state;
  }
}

TEST(PossibleDays, OfWhatIsAnnouncedComeAfterPublication) {
  Report report = published(days("2016-09-12", "2016-09-14"), "a");
  for (const char* state : {"future", "planned"}) {
    report.state = state;
    EXPECT_EQ(possible_days(report), days("2016-09-12", "2016-10-14")) << state;
  }
}

TEST(PossibleDays, AreUnknownWithoutAnyDate) {
  EXPECT_FALSE(possible_days(published(std::nullopt, "a")).has_value());
}

TEST(CodeOf, WritesPartiesAsTheFormatsDo) {
  EXPECT_EQ(code_of({Role::kActor, "a", "", "RUS", {"GOV", "MIL"}, ""}), "RUS:GOV+MIL");
  EXPECT_EQ(code_of({Role::kActor, "a", "", "", {"CVL"}, ""}), ":CVL");
  EXPECT_EQ(code_of(Party()), ":");
}

}  // namespace
}  // namespace varde::ledger
