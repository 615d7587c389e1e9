// The rooms together: sentences in, records out.
#include "varde/coder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace varde {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const Coder& coder() {
  static const std::unique_ptr<Coder> kCoder = [] {
    auto opened = Coder::open({VARDE_SOURCE_DIR});
    if (!opened) throw std::runtime_error(opened.error().message);
    return std::move(*opened);
  }();
  return *kCoder;
}

CodedDocument code(const std::string& language, const std::string& published,
                   const std::string& text) {
  Document document;
  document.language = language;
  document.text = text;
  if (const auto day = parse_day(published)) document.published = Interval{*day, *day};
  return coder().code(document);
}

std::vector<std::string> countries(const std::vector<Actor>& actors) {
  std::vector<std::string> codes;
  for (const auto& actor : actors) {
    codes.push_back(actor.country + ":" + (actor.sector.empty() ? "" : actor.sector[0]));
  }
  return codes;
}

std::string day_of(const std::optional<DateSlot>& date) {
  return date ? to_string(date->interval.begin) : "";
}

TEST(Coder, PlaceThatEndsLikeAGenitiveKeepsItsName) {
  const auto coded =
      code("nb", "2022-04-08", "Russiske styrker angrep fredag byen Izium i Donbas.");
  ASSERT_EQ(coded.events.size(), 1u);
  std::vector<std::string> names;
  for (const auto& entity : coded.entities) names.push_back(entity.name);
  EXPECT_THAT(names, testing::Contains("Donbas"));
}

TEST(Coder, ActiveClauseWithPlaceAndDate) {
  const auto coded = code("en", "2012-10-03",
                          "Kenyan troops attacked al-Shabaab fighters near Kismayo on Monday.");
  ASSERT_EQ(coded.events.size(), 1u);
  const auto& event = coded.events[0];
  EXPECT_EQ(event.type, "ASSAULT");
  EXPECT_EQ(event.status, "actual");
  EXPECT_THAT(countries(event.actor), ElementsAre("KEN:MIL"));
  EXPECT_THAT(countries(event.recipient), ElementsAre("SOM:REB"));
  EXPECT_EQ(day_of(event.date), "2012-10-01");
  ASSERT_TRUE(event.place);
  EXPECT_EQ(event.place->name, "Kismayo");
  EXPECT_EQ(event.trigger_text, "attacked");
  EXPECT_EQ(event.trigger, (Span{14, 22}));
}

TEST(Coder, PassiveTurnsTheRolesRound) {
  const auto coded =
      code("nb", "2012-11-21", "Byen Goma ble tirsdag erobret av opprørsgruppen M23.");
  ASSERT_EQ(coded.events.size(), 1u);
  EXPECT_EQ(coded.events[0].type, "ASSAULT");
  EXPECT_THAT(countries(coded.events[0].actor), ElementsAre("COD:REB"));
  ASSERT_EQ(coded.control.size(), 1u);
  EXPECT_EQ(coded.control[0].change, "gained");
  EXPECT_EQ(coded.control[0].place->name, "Goma");
}

TEST(Coder, VetoIsARejectionAndAResolution) {
  const auto coded =
      code("nb", "2011-10-05",
           "Russland og Kina la tirsdag ned veto mot resolusjonen i Sikkerhetsrådet.");
  ASSERT_EQ(coded.events.size(), 1u);
  EXPECT_EQ(coded.events[0].type, "REJECT");
  EXPECT_THAT(countries(coded.events[0].actor), UnorderedElementsAre("RUS:GOV", "CHN:GOV"));
  ASSERT_EQ(coded.resolutions.size(), 1u);
  EXPECT_EQ(coded.resolutions[0].body, "UNSC");
  EXPECT_EQ(coded.resolutions[0].state, "vetoed");
  EXPECT_EQ(coded.resolutions[0].vetoed_by.size(), 2u);
}

TEST(Coder, WhatIsDemandedIsNoEventOfItsOwn) {
  const auto coded =
      code("nn", "2012-11-21", "Noreg kravde måndag at Israel opphevar blokaden av Gaza.");
  ASSERT_EQ(coded.events.size(), 1u);
  EXPECT_EQ(coded.events[0].type, "REQUEST");
  EXPECT_THAT(countries(coded.events[0].actor), ElementsAre("NOR:GOV"));
  EXPECT_THAT(countries(coded.events[0].recipient), ElementsAre("ISR:GOV"));
}

TEST(Coder, ConditionFutureAndDenial) {
  const auto conditional =
      code("nb", "2012-11-21", "Hvis Iran angriper Israel, vil USA sende soldater til landet.");
  ASSERT_EQ(conditional.events.size(), 2u);
  EXPECT_EQ(conditional.events[0].status, "hypothetical");
  EXPECT_EQ(conditional.events[1].status, "future");
  const auto denied = code("en", "2012-11-21", "Rwanda denies that it armed the rebels.");
  ASSERT_EQ(denied.events.size(), 1u);
  EXPECT_EQ(denied.events[0].status, "negated");
  EXPECT_THAT(countries(denied.events[0].actor), ElementsAre("RWA:GOV"));
}

TEST(Coder, MeetingAheadIsTalksPlanned) {
  const auto coded = code("nn", "2012-11-21",
                          "Utanriksminister Espen Barth Eide skal møte Palestinas president "
                          "Mahmoud Abbas i Ramallah fredag.");
  ASSERT_EQ(coded.events.size(), 1u);
  EXPECT_EQ(coded.events[0].type, "CONSULT");
  EXPECT_EQ(coded.events[0].status, "future");
  EXPECT_THAT(countries(coded.events[0].actor), UnorderedElementsAre("NOR:GOV", "PSE:GOV"));
  ASSERT_EQ(coded.talks.size(), 1u);
  EXPECT_EQ(coded.talks[0].state, "planned");
  EXPECT_EQ(day_of(coded.talks[0].date), "2012-11-23");
}

TEST(Coder, TollOfAPartBelongsToTheWhole) {
  const auto coded =
      code("en", "2012-11-21",
           "According to the United Nations, at least 15 people were killed in Juba, five of them "
           "children.");
  ASSERT_EQ(coded.tolls.size(), 2u);
  EXPECT_EQ(coded.tolls[0].kind, "killed");
  EXPECT_EQ(coded.tolls[0].low, 15);
  EXPECT_EQ(coded.tolls[0].high, std::nullopt);
  ASSERT_EQ(coded.tolls[0].according_to.size(), 1u);
  EXPECT_EQ(coded.tolls[0].according_to[0].actor.country, "UNO");
  EXPECT_EQ(coded.tolls[1].who, "children");
  EXPECT_EQ(coded.tolls[1].high, 5);
}

TEST(Coder, FirstPersonInAQuotationIsTheSpeaker) {
  const auto coded =
      code("nb", "2012-11-21", "– Vi trekker oss ut av Mali, sier president François Hollande.");
  ASSERT_EQ(coded.events.size(), 1u);
  EXPECT_EQ(coded.events[0].type, "RETREAT");
  EXPECT_THAT(countries(coded.events[0].actor), ElementsAre("FRA:GOV"));
  ASSERT_EQ(coded.events[0].according_to.size(), 1u);
  EXPECT_EQ(coded.events[0].according_to[0].actor.country, "FRA");
}

TEST(Coder, SportIsNoConflict) {
  const auto coded =
      code("en", "2012-11-21",
           "The striker attacked the goal twice before half-time, but United held on.");
  EXPECT_THAT(coded.events, IsEmpty());
}

TEST(Coder, SaysWhyItDidNotCode) {
  const auto empty = code("nb", "2012-11-21", " \n ");
  EXPECT_THAT(empty.notes, ElementsAre("not coded: the text is empty"));
  const auto unknown = code("xx", "2012-11-21", "Text.");
  ASSERT_EQ(unknown.notes.size(), 1u);
  EXPECT_THAT(unknown.notes[0], HasSubstr("no language pack for 'xx'; there are en, nb, nn"));
  const auto swedish =
      code("", "2012-11-21",
           "Regeringen meddelade på onsdagen att de svenska soldaterna inte längre "
           "kommer att vara kvar i landet, eftersom uppdraget är slutfört.");
  EXPECT_EQ(swedish.language, "sv");
  EXPECT_THAT(swedish.events, IsEmpty());
}

TEST(Coder, TheSameDocumentGivesTheSameRecords) {
  const std::string text = "Israel bombed Gaza on Tuesday, killing 12 people, Hamas said.";
  const auto one = code("en", "2012-11-21", text);
  const auto two = code("en", "2012-11-21", text);
  ASSERT_EQ(one.events.size(), two.events.size());
  EXPECT_EQ(one.id, two.id);
  EXPECT_EQ(one.events[0].evidence, two.events[0].evidence);
}

TEST(Coder, OpeningNamesWhatIsMissing) {
  const auto opened = Coder::open({"no/such/folder"});
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, HasSubstr("no/such/folder"));
}

}  // namespace
}  // namespace varde
