#include "time/time_reader.h"

#include <gtest/gtest.h>

#include <map>
#include <ostream>

#include "time/anchor.h"
#include "time/parse_fixture.h"

namespace varde {
namespace {

std::filesystem::path pack(const std::string& language) {
  return std::filesystem::path(VARDE_SOURCE_DIR) / "lang" / language;
}

const TimeReader& reader(const std::string& language) {
  static auto* readers = new std::map<std::string, TimeReader>;
  const auto found = readers->find(language);
  if (found != readers->end()) return found->second;
  auto opened = TimeReader::open(pack(language));
  if (!opened) {
    ADD_FAILURE() << opened.error().message;
    std::abort();
  }
  return readers->emplace(language, std::move(*opened)).first->second;
}

std::string show(const std::optional<Interval>& interval) {
  if (!interval) return "-";
  if (interval->begin == interval->end) return to_string(interval->begin);
  return to_string(interval->begin) + ".." + to_string(interval->end);
}

std::optional<Interval> interval_of(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const auto begin = parse_day(text.substr(0, 10));
  const auto end = text.size() > 12 ? parse_day(text.substr(12)) : begin;
  return Interval{*begin, *end};
}

// "natt til fredag = 2016-10-13..2016-10-14; om ti dager = …", durations as "48 timer = 48h".
std::string read(const std::string& language, std::string_view published, std::string_view words) {
  const auto fixture = ParseFixture::of_words(words);
  const Times times =
      reader(language).read(fixture.parse(), interval_of(published), fixture.arena());
  std::string all;
  const auto add = [&](uint32_t first, uint32_t last, const std::string& value) {
    if (!all.empty()) all += "; ";
    all += std::string(fixture.parse().text->covered(first, last)) + " = " + value;
  };
  for (const auto& one : times.expressions) {
    add(one.first, one.last, show(one.interval) + (one.span ? " span" : ""));
  }
  for (const auto& one : times.durations) {
    std::ostringstream hours;
    hours << one.hours << "h";
    add(one.first, one.last, hours.str());
  }
  return all;
}

struct Case {
  std::string_view language;
  std::string_view published;
  std::string_view words;
  std::string_view expected;
};

std::ostream& operator<<(std::ostream& out, const Case& one) { return out << one.words; }

class TimeExpressions : public testing::TestWithParam<Case> {};

TEST_P(TimeExpressions, ResolveAgainstPublication) {
  const Case& one = GetParam();
  EXPECT_EQ(read(std::string(one.language), one.published, one.words), one.expected);
}

// 2016-10-13 is a Thursday.
INSTANTIATE_TEST_SUITE_P(
    Bokmal, TimeExpressions,
    testing::Values(
        Case{"nb", "2016-10-13", "Partene *møttes tirsdag", "tirsdag = 2016-10-11"},
        Case{"nb", "2016-10-13", "Partene *møttes torsdag kveld", "torsdag kveld = 2016-10-13"},
        Case{"nb", "2016-10-13", "Partene *møttes fredag", "fredag = 2016-10-07"},
        Case{"nb", "2016-10-13", "Partene >møtes fredag", "fredag = 2016-10-14"},
        Case{"nb", "2016-10-13", "Partene >møtes torsdag", "torsdag = 2016-10-13"},
        Case{"nb", "2016-10-13", "Partene >skal ~møtes lørdag", "lørdag = 2016-10-15"},
        Case{"nb", "2016-10-13", "Hæren +har ^angrepet siden lørdag",
             "siden lørdag = 2016-10-08..2016-10-13 span"},
        Case{"nb", "2016-10-13", "Byen *falt natt til onsdag",
             "natt til onsdag = 2016-10-11..2016-10-12"},
        Case{"nb", "2016-10-13", "Våpenhvilen >begynner natt til lørdag",
             "natt til lørdag = 2016-10-14..2016-10-15"},
        Case{"nb", "2016-10-13", "De >reiser tirsdag kveld eller onsdag morgen",
             "tirsdag kveld eller onsdag morgen = 2016-10-18..2016-10-19"},
        Case{"nb", "2016-10-13", "De *bombet leiren onsdag og torsdag",
             "onsdag og torsdag = 2016-10-12..2016-10-13"},
        Case{"nb", "2016-10-13", "De *bombet leiren torsdag og fredag",
             "torsdag og fredag = 2016-10-06..2016-10-07"},
        Case{"nb", "2016-10-13", "De *flyktet i helgen", "i helgen = 2016-10-08..2016-10-09"},
        Case{"nb", "2016-10-13", "De >kommer i helga", "i helga = 2016-10-15..2016-10-16"},
        Case{"nb", "2016-10-13", "De >møtes neste helg", "neste helg = 2016-10-22..2016-10-23"},
        Case{"nb", "2016-10-13", "Det *skjedde i går kveld", "i går kveld = 2016-10-12"},
        Case{"nb", "2016-10-13", "Det *skjedde i dag", "i dag = 2016-10-13"},
        Case{"nb", "2016-10-13", "Det >skjer i morgen", "i morgen = 2016-10-14"},
        Case{"nb", "2016-10-13", "Det *skjedde i natt", "i natt = 2016-10-12..2016-10-13"},
        Case{"nb", "2016-10-13", "Det *skjedde i forrige uke",
             "i forrige uke = 2016-10-03..2016-10-09"},
        Case{"nb", "2016-10-13", "De >møtes i neste uke", "i neste uke = 2016-10-17..2016-10-23"},
        Case{"nb", "2016-10-13", "De *brøt avtalen i september",
             "i september = 2016-09-01..2016-09-30"},
        Case{"nb", "2016-10-13", "De >møtes i desember", "i desember = 2016-12-01..2016-12-31"},
        Case{"nb", "2016-10-13", "De *møttes i desember", "i desember = 2015-12-01..2015-12-31"},
        Case{"nb", "2016-10-13", "De >møtes 5. desember", "5. desember = 2016-12-05"},
        Case{"nb", "2016-10-13", "De *møttes den 5. desember 2014",
             "den 5. desember 2014 = 2014-12-05"},
        Case{"nb", "2016-01-09", "De *angrep 20. november", "20. november = 2015-11-20"},
        Case{"nb", "2016-10-13", "De *angrep 1. mars i fjor", "1. mars i fjor = 2015-03-01"},
        Case{"nb", "2016-10-13", "Minst ti *døde de siste to dagene",
             "de siste to dagene = 2016-10-11..2016-10-13 span"},
        Case{"nb", "2016-10-13", "De +har ^kriget siden 2011",
             "siden 2011 = 2011-01-01..2016-10-13 span"},
        Case{"nb", "2016-10-13", "De *stormet byen i fjor", "i fjor = 2015-01-01..2015-12-31"},
        Case{"nb", "2016-10-13", "De *stormet byen for tre uker siden",
             "for tre uker siden = 2016-09-22"},
        Case{"nb", "2016-10-13", "De *stormet byen for ti dager siden",
             "for ti dager siden = 2016-10-03"},
        Case{"nb", "2016-10-13", "De *stormet byen for to år siden",
             "for to år siden = 2014-01-01..2014-12-31"},
        Case{"nb", "2016-10-13", "De >møtes om ti dager", "om ti dager = 2016-10-23"},
        Case{"nb", "2016-10-13", "De >trekker seg innen søndag",
             "innen søndag = 2016-10-13..2016-10-16 span"},
        Case{"nb", "2016-10-13", "Avtalen >gjelder fram til 27. oktober",
             "fram til 27. oktober = 2016-10-13..2016-10-27 span"},
        Case{"nb", "2016-10-13", "De *angrep i begynnelsen av september",
             "i begynnelsen av september = 2016-09-01..2016-09-10"},
        Case{"nb", "2016-10-13", "De *angrep i midten av august",
             "i midten av august = 2016-08-11..2016-08-20"},
        Case{"nb", "2016-10-13", "De >angriper i slutten av måneden",
             "i slutten av måneden = 2016-10-21..2016-10-31"},
        Case{"nb", "2016-10-13", "De >møtes senere i uken",
             "senere i uken = 2016-10-14..2016-10-16"},
        Case{"nb", "2016-10-13", "De *møttes tidligere i uken",
             "tidligere i uken = 2016-10-10..2016-10-12"},
        Case{"nb", "2016-10-13", "De *møttes tidligere i år",
             "tidligere i år = 2016-01-01..2016-10-12"},
        Case{"nb", "2016-10-13", "De *flyktet i sommer", "i sommer = 2016-06-01..2016-08-31"},
        Case{"nb", "2016-10-13", "De *flyktet i fjor sommer",
             "i fjor sommer = 2015-06-01..2015-08-31"},
        Case{"nb", "2016-03-29", "De *snakket sammen i påsken",
             "i påsken = 2016-03-24..2016-03-28"},
        Case{"nb", "2016-10-13", "De *møttes mandag | To dager senere *angrep de",
             "mandag = 2016-10-10; To dager senere = 2016-10-12"},
        Case{"nb", "2016-10-13", "De *møttes mandag | Samme dag *falt byen",
             "mandag = 2016-10-10; Samme dag = 2016-10-10"},
        Case{"nb", "2016-10-13", "De *møttes tirsdag | Dagen før *falt byen",
             "tirsdag = 2016-10-11; Dagen før = 2016-10-10"},
        Case{"nb", "2016-10-13", "De *møttes tirsdag | Siden da +har de ^tidd",
             "tirsdag = 2016-10-11; Siden da = 2016-10-11..2016-10-13 span"},
        Case{"nb", "2016-10-13", "Søndagsmøtet *førte ikke fram", "Søndagsmøtet = 2016-10-09"},
        Case{"nb", "2016-10-13", "Lørdagens møte *førte ikke fram", "Lørdagens = 2016-10-08"},
        Case{"nb", "2016-10-13", "De *demonstrerte hver fredag", ""},
        Case{"nb", "2016-10-13", "De *fikk en frist på 48 timer", "på 48 timer = 48h"},
        Case{"nb", "2016-10-13", "De *fikk en 72-timersfrist", "72-timersfrist = 72h"},
        Case{"nb", "2016-10-13", "En sju dager lang våpenhvile *startet", "sju dager lang = 168h"},
        Case{"nb", "2016-10-13", "Han +har ^nektet i åtte dager",
             "i åtte dager = 2016-10-05..2016-10-13 span; i åtte dager = 192h"},
        Case{"nb", "2016-10-13", "Et to år gammelt barn *døde", ""},
        Case{"nb", "2006-12-30", "De *reiste to dager før jul", "to dager før jul = 2006-12-22"},
        Case{"nb", "", "De *møttes tirsdag", "tirsdag = -"},
        Case{"nb", "2016-10-13", "Flere tusen *døde i 2014", "i 2014 = 2014-01-01..2014-12-31"}));

// 2021-05-21 is a Friday.
INSTANTIATE_TEST_SUITE_P(
    Nynorsk, TimeExpressions,
    testing::Values(Case{"nn", "2021-05-21", "Dei *møttest tysdag", "tysdag = 2021-05-18"},
                    Case{"nn", "2021-05-21", "Dei >møtest måndag", "måndag = 2021-05-24"},
                    Case{"nn", "2021-05-21", "Byen *fall natt til fredag",
                         "natt til fredag = 2021-05-20..2021-05-21"},
                    Case{"nn", "2021-05-21", "Førre laurdag *skaut dei",
                         "Førre laurdag = 2021-05-15"},
                    Case{"nn", "2021-05-21", "Dei *skaut i førre veke",
                         "i førre veke = 2021-05-10..2021-05-16"},
                    Case{"nn", "2021-05-21", "Dei >kjem i komande veke",
                         "i komande veke = 2021-05-24..2021-05-30"},
                    Case{"nn", "2021-05-21", "Tidleg i mars *gav dei opp",
                         "Tidleg i mars = 2021-03-01..2021-03-10"},
                    Case{"nn", "2021-05-21", "Hausten 2005 *stogga dei",
                         "Hausten 2005 = 2005-09-01..2005-11-30"},
                    Case{"nn", "2021-05-21", "Dei +har ^slost sidan 1. februar",
                         "sidan 1. februar = 2021-02-01..2021-05-21 span"},
                    Case{"nn", "2021-05-21", "Dei *møttest onsdag | To dagar seinare *stogga dei",
                         "onsdag = 2021-05-19; To dagar seinare = 2021-05-21"},
                    Case{"nn", "2021-05-21", "Dei >røystar før helga er omme",
                         "før helga er omme = 2021-05-21..2021-05-23 span"},
                    Case{"nn", "2021-05-21", "I april i fjor *kom dei",
                         "I april i fjor = 2020-04-01..2020-04-30"},
                    Case{"nn", "2021-05-21", "Dei >møtest i morgon", "i morgon = 2021-05-22"},
                    Case{"nn", "2021-05-21", "Ein 48-timars frist *gjekk ut", "48-timars = 48h"}));

INSTANTIATE_TEST_SUITE_P(
    English, TimeExpressions,
    testing::Values(
        Case{"en", "2016-10-13", "They *met on Tuesday", "Tuesday = 2016-10-11"},
        Case{"en", "2016-10-13", "They +will ~meet on Saturday", "Saturday = 2016-10-15"},
        Case{"en", "2016-10-13", "They *fought on Tuesday night", "Tuesday night = 2016-10-11"},
        Case{"en", "2016-10-13", "They *fought last Friday", "last Friday = 2016-10-07"},
        Case{"en", "2016-10-13", "They >meet next Wednesday", "next Wednesday = 2016-10-19"},
        Case{"en", "2016-10-13", "The truce *began at midnight on Monday",
             "at midnight on Monday = 2016-10-10..2016-10-11"},
        Case{"en", "2016-10-13", "They *fled at the weekend",
             "at the weekend = 2016-10-08..2016-10-09"},
        Case{"en", "2016-10-13", "They *fled yesterday", "yesterday = 2016-10-12"},
        Case{"en", "2016-10-13", "They +will ~flee tomorrow", "tomorrow = 2016-10-14"},
        Case{"en", "2016-10-13", "They *shelled it overnight",
             "overnight = 2016-10-12..2016-10-13"},
        Case{"en", "2016-10-13", "They *fled last week", "last week = 2016-10-03..2016-10-09"},
        Case{"en", "2016-10-13", "They +will ~meet later this week",
             "later this week = 2016-10-14..2016-10-16"},
        Case{"en", "2016-10-13", "They +may ~meet late next week",
             "late next week = 2016-10-19..2016-10-23"},
        Case{"en", "2016-10-13", "They *met on October 3", "October 3 = 2016-10-03"},
        Case{"en", "2016-10-13", "They *met on Oct. 3 , 2012", "Oct. 3 , 2012 = 2012-10-03"},
        Case{"en", "2016-10-13", "They *met on 13 October 2015", "13 October 2015 = 2015-10-13"},
        Case{"en", "2016-10-13", "They *met on the 13th of October",
             "the 13th of October = 2016-10-13"},
        Case{"en", "2016-10-13", "They *met on 2016-10-03", "2016-10-03 = 2016-10-03"},
        Case{"en", "2016-10-13", "They *died over the past two days",
             "over the past two days = 2016-10-11..2016-10-13 span"},
        Case{"en", "2016-10-13", "They +have ^fought since 2011",
             "since 2011 = 2011-01-01..2016-10-13 span"},
        Case{"en", "2016-10-13", "They +have ^fought since Saturday",
             "since Saturday = 2016-10-08..2016-10-13 span"},
        Case{"en", "2016-10-13", "They *fled three weeks ago", "three weeks ago = 2016-09-22"},
        Case{"en", "2016-10-13", "They *fled a year ago", "a year ago = 2015-10-01..2015-10-31"},
        Case{"en", "2016-10-13", "They +will ~meet in ten days", "in ten days = 2016-10-23"},
        Case{"en", "2016-10-13", "They *advanced in four days", "in four days = 96h"},
        Case{"en", "2016-10-13", "They +must ~leave by Friday",
             "by Friday = 2016-10-13..2016-10-14 span"},
        Case{"en", "2016-10-13", "They >leave within a week",
             "within a week = 2016-10-13..2016-10-20 span"},
        Case{"en", "2016-10-13", "It *began in mid - August",
             "mid - August = 2016-08-11..2016-08-20"},
        Case{"en", "2016-10-13", "They *met on Monday | Two days later they *fought",
             "Monday = 2016-10-10; Two days later = 2016-10-12"},
        Case{"en", "2016-10-13", "They *met on Monday | Hours later they *fought",
             "Monday = 2016-10-10; Hours later = 2016-10-10..2016-10-11"},
        Case{"nb", "2016-10-13", "De *møttes mandag | Få timer tidligere *skjøt de",
             "mandag = 2016-10-10; Få timer tidligere = 2016-10-09..2016-10-10"},
        Case{"nn", "2016-10-13", "Dei *møttest for første gong sidan februar", ""},
        Case{"en", "2016-10-13", "They *met on Monday | The next day they *fought",
             "Monday = 2016-10-10; The next day = 2016-10-11"},
        Case{"en", "2016-10-13", "They *agreed a 72-hour truce", "72-hour = 72h"},
        Case{"en", "2016-10-13", "They *agreed a 72 - hour truce", "72 - hour = 72h"},
        Case{"en", "2016-10-13", "They *agreed a seven-day truce", "seven-day = 168h"},
        Case{"en", "2016-10-13", "It >opens in the first week of January",
             "in the first week of January = 2017-01-01..2017-01-07"},
        Case{"en", "2016-10-13", "They *met last March", "last March = 2016-03-01..2016-03-31"},
        Case{"en", "2016-10-13", "They *struck every Friday", ""},
        Case{"en", "2016-10-13", "Quarrels , Oct 11 , *went on", "Oct 11 = 2016-10-11"},
        Case{"en", "2016-10-13", "They *fought from October 3 to October 5",
             "from October 3 to October 5 = 2016-10-03..2016-10-05"},
        Case{"en", "2016-10-13", "They *met in February , under fire",
             "in February = 2016-02-01..2016-02-29"},
        Case{"en", "2003-11-20", "It >begins on Eid al-Fitr",
             "Eid al-Fitr = 2003-11-26..2003-11-28"},
        Case{"en", "2016-10-13", "They *met in the summer of 2014",
             "in the summer of 2014 = 2014-06-01..2014-08-31"}));

struct Dating {
  std::string_view language;
  std::string_view words;
  std::string_view expected;
};

std::ostream& operator<<(std::ostream& out, const Dating& one) { return out << one.words; }

class DocumentDates : public testing::TestWithParam<Dating> {};

TEST_P(DocumentDates, AreReadFromTheText) {
  const Dating& one = GetParam();
  const auto fixture = ParseFixture::of_words(one.words);
  const Times times =
      reader(std::string(one.language)).read(fixture.parse(), std::nullopt, fixture.arena());
  EXPECT_EQ(show(times.published) + " " + std::string(to_string(times.basis)), one.expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, DocumentDates,
    testing::Values(
        Dating{"nb", "OSLO 13. oktober 2016 || Partene *møttes onsdag", "2016-10-13 dateline"},
        Dating{"en", "LONDON ( AP ) March 5 , 2003 || They *met on Tuesday", "2003-03-05 dateline"},
        Dating{"en", "date 2016-12 || They *met", "2016-12-01..2016-12-31 dateline"},
        Dating{"nb", "Partene *møttes fredag 14. oktober 2016 i byen hos den gamle vennen deres",
               "2016-10-14..2016-10-15 inferred"},
        Dating{
            "nb",
            "De gamle partene fra nord og sør *møttes igjen tirsdag || Møtet i byen *kom i stand "
            "etter at de *ble enige lørdag 8. oktober 2016 om rammene",
            "2016-10-11..2016-10-12 inferred"},
        Dating{"nb", "Partene *møttes tirsdag i byen", "- unknown"}));

TEST(TimeReader, ClauseWithSinceIsAStretchThatDatesTheVerbAbove) {
  const auto fixture = ParseFixture::of_lines(
      "Thousands thousand NOUN _ 3 nsubj\nhave have AUX Tense=Pres 3 aux\n"
      "died die VERB Tense=Past|VerbForm=Part 0 root\nsince since SCONJ _ 6 mark\n"
      "fighting fighting NOUN _ 6 nsubj\nerupted erupt VERB Tense=Past|VerbForm=Fin 3 advcl\n"
      "in in ADP _ 8 case\nMay May PROPN _ 6 obl\n");
  const Times times =
      reader("en").read(fixture.parse(), interval_of("2016-10-13"), fixture.arena());
  ASSERT_EQ(times.expressions.size(), 2U);
  const TimeExpression& since = times.expressions[0];
  EXPECT_EQ(since.first, 3U);
  EXPECT_EQ(since.head, 2U);
  EXPECT_TRUE(since.span);
  EXPECT_EQ(show(since.interval), "2016-05-01..2016-10-13");
  EXPECT_EQ(show(since.opens), "2016-05-01..2016-05-31");
  EXPECT_EQ(time_of(times, fixture.parse(), 2), &since);
  EXPECT_EQ(time_of(times, fixture.parse(), 5), &times.expressions[1]);
}

TEST(TimeReader, ClauseWithSinceThatNamesNoTimeIsATimeNobodyKnows) {
  const auto fixture = ParseFixture::of_lines(
      "Thousands thousand NOUN _ 3 nsubj\nhave have AUX Tense=Pres 3 aux\n"
      "died die VERB Tense=Past|VerbForm=Part 0 root\nsince since SCONJ _ 6 mark\n"
      "fighting fighting NOUN _ 6 nsubj\nerupted erupt VERB Tense=Past|VerbForm=Fin 3 advcl\n");
  const Times times =
      reader("en").read(fixture.parse(), interval_of("2016-10-13"), fixture.arena());
  ASSERT_EQ(times.expressions.size(), 1U);
  EXPECT_FALSE(times.expressions[0].interval);
  EXPECT_EQ(time_of(times, fixture.parse(), 2), times.expressions.data());
}

TEST(TimeReader, CoversEveryDayThatThePublicationMayHave) {
  EXPECT_EQ(read("nb", "2016-10-10..2016-10-12", "Partene *møttes lørdag"), "lørdag = 2016-10-08");
  EXPECT_EQ(read("nb", "2016-10-10..2016-10-12", "Partene *møttes tirsdag"),
            "tirsdag = 2016-10-04..2016-10-11");
  EXPECT_EQ(read("nb", "2016-01-01..2016-12-31", "Partene *møttes 5. mai 2014"),
            "5. mai 2014 = 2014-05-05");
}

TEST(TimeReader, DoesNotTakeACountForAYear) {
  const auto fixture = ParseFixture::of_lines(
      "Han han PRON _ 2 nsubj\ndelte dele VERB Tense=Past|VerbForm=Fin 0 root\n"
      "i i ADP _ 5 case\n2000 2000 NUM _ 5 nummod\ndeler del NOUN _ 2 obl\n");
  const Times times =
      reader("nb").read(fixture.parse(), interval_of("2016-10-13"), fixture.arena());
  EXPECT_TRUE(times.expressions.empty());
}

TEST(TimeReader, HangsAnExpressionOnItsHead) {
  const auto fixture = ParseFixture::of_lines(
      "De de PRON _ 2 nsubj\nflyktet flykte VERB Tense=Past|VerbForm=Fin 0 root\n"
      "natt natt NOUN _ 2 obl\ntil til ADP _ 5 case\nfredag fredag NOUN _ 3 nmod\n");
  const Times times =
      reader("nb").read(fixture.parse(), interval_of("2016-10-13"), fixture.arena());
  ASSERT_EQ(times.expressions.size(), 1u);
  EXPECT_EQ(times.expressions[0].head, 2u);
  EXPECT_EQ(show(times.expressions[0].interval), "2016-10-06..2016-10-07");
}

TEST(TimeReader, ReadsWhatThePackDoesNotExpect) {
  EXPECT_EQ(read("nb", "2016-10-13", "siden siden siden siden siden siden"), "");
  EXPECT_EQ(read("en", "2016-10-13", "99999999 days ago they *met"), "99999999 days ago = -");
  EXPECT_EQ(read("en", "1000-01-01", "They *met last year"), "last year = -");
  EXPECT_EQ(read("nb", "9999-12-31", "De >møtes om ti dager"), "om ti dager = -");
}

TEST(TimeReader, SurvivesAnyOrderOfWords) {
  const std::vector<std::string> words = {
      "siden",    "til",          "natt",      "fredag",     "5.",   "mai",   "2014", "to",
      "dager",    "før",          "etter",     "jul",        "i",    "fjor",  "uke",  "neste",
      "og",       "*falt",        ">møtes",    "|",          "over", "halvt", "år",   "den",
      "midt-mai", "søndagsmøtet", "72-timers", "2016-10-13", "–",    "fra"};
  uint32_t state = 1;
  for (int round = 0; round < 300; ++round) {
    std::string text = "Da";
    for (int i = 0; i < 40; ++i) {
      state = state * 1664525u + 1013904223u;
      text += " " + words[(state >> 16) % words.size()];
    }
    const auto fixture = ParseFixture::of_words(text);
    const Times times =
        reader("nb").read(fixture.parse(), interval_of("2016-10-13"), fixture.arena());
    uint32_t behind = 0;
    for (const TimeExpression& one : times.expressions) {
      EXPECT_LE(behind, one.first) << text;
      EXPECT_LT(one.first, one.last);
      EXPECT_TRUE(one.first <= one.head && one.head < one.last);
      EXPECT_TRUE(!one.interval || one.interval->begin <= one.interval->end) << text;
      behind = one.last;
    }
  }
}

TEST(TimeReader, SaysWhatIsMissing) {
  const auto opened = TimeReader::open(pack("no-such-language"));
  ASSERT_FALSE(opened.has_value());
  EXPECT_NE(opened.error().message.find("time.toml"), std::string::npos);
}

}  // namespace
}  // namespace varde
