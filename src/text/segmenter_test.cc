#include "text/segmenter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace varde {
namespace {

using testing::ElementsAre;

const Segmenter& segmenter(const std::string& language) {
  static const std::vector<std::string> codes = {"nb", "nn", "en"};
  static const std::vector<Segmenter> all = [] {
    std::vector<Segmenter> opened;
    for (const std::string& code : codes) {
      auto one = Segmenter::open(std::string(VARDE_SOURCE_DIR) + "/lang/" + code);
      if (!one) throw std::runtime_error(one.error().message);
      opened.push_back(std::move(*one));
    }
    return opened;
  }();
  for (size_t i = 0; i < codes.size(); ++i) {
    if (codes[i] == language) return all[i];
  }
  throw std::runtime_error("no pack " + language);
}

struct Cut {
  std::string content;
  Arena arena;
  Text text;
  Cut(const std::string& language, std::string given)
      : content(std::move(given)), text(segmenter(language).segment(content, arena)) {}

  std::string words(uint32_t first, uint32_t last) const {
    std::string joined;
    for (uint32_t i = first; i < last; ++i) {
      if (i > first) joined += text.tokens[i - 1].joined_to_next ? "|" : " ";
      joined += text.tokens[i].form;
    }
    return joined;
  }
  std::vector<std::string> sentences() const {
    std::vector<std::string> all;
    for (const Sentence& s : text.sentences) all.push_back(words(s.first, s.last));
    return all;
  }
  std::vector<SentenceKind> kinds() const {
    std::vector<SentenceKind> all;
    for (const Sentence& s : text.sentences) all.push_back(s.kind);
    return all;
  }
  std::vector<std::string> quotations() const {  // "speech: words"
    std::vector<std::string> all;
    for (const Quotation& q : text.quotations) {
      all.push_back(std::to_string(q.speech) + (q.dash ? "-: " : ": ") + words(q.first, q.last));
    }
    return all;
  }
};

std::string words(const std::string& language, const std::string& content) {
  const Cut cut(language, content);
  return cut.words(0, static_cast<uint32_t>(cut.text.tokens.size()));
}

TEST(Words, NorwegianKeepsCompoundsAndOrdinals) {
  EXPECT_EQ(words("nb",
                  "Russisk-amerikanske samtaler om Øst-Aleppo 5. desember, bl.a. om fly- og "
                  "artilleriangrep."),
            "Russisk-amerikanske samtaler om Øst-Aleppo 5. desember , bl.a. om fly- og "
            "artilleriangrep .");
  EXPECT_EQ(words("nb", "Mellom 20-30 soldater (og 12.000 sivile) i 1994–95, eller 2,5 %."),
            "Mellom 20 - 30 soldater ( og 12.000 sivile ) i 1994 – 95 , eller 2,5 % .");
  EXPECT_EQ(words("nb", "Hamas' våpen og/eller menn; se fred.no/nytt."),
            "Hamas' våpen og / eller menn ; se fred.no / nytt .");
  EXPECT_EQ(words("nn", "Han kom kl. 10.30 den 22. Juli vart T. Vik såra."),
            "Han kom kl. 10.30 den 22. Juli vart T. Vik såra .");
}

TEST(Words, EnglishSplitsCliticsHyphensAndUnits) {
  EXPECT_EQ(
      words("en", "They don't say they can't, but he cannot: it's the rebels' U.S.-made gun."),
      "They do|n't say they ca|n't , but he can|not : it|'s the rebels|' U.S. - made gun .");
  EXPECT_EQ(words("en", "A 15-year-old post-war 155mm shell cost $5,000 at 5:30pm."),
            "A 15 - year - old post-war 155 mm shell cost $ 5,000 at 5:30 pm .");
  EXPECT_EQ(words("en", "‘I’d’ve gone,’ al-Zamil’s aide said—twice."),
            "‘ I|’d|’ve gone , ’ al - Zamil|’s aide said — twice .");
}

TEST(Words, KeepAddressesWhole) {
  EXPECT_EQ(words("en", "See https://example.org/a,b(c)?d=1. Or ask press@example.org!"),
            "See https://example.org/a,b(c)?d=1 . Or ask press@example.org !");
  EXPECT_EQ(words("en", "See https://example.org/news/ :-) today"),
            "See https://example.org/news/ :-) today");
}

TEST(Words, FormsAreNfcAndOffsetsCountTheGivenBytes) {
  const Cut cut("nb", "A\xCC\x8Ase kom");
  ASSERT_EQ(cut.text.tokens.size(), 2U);
  EXPECT_EQ(cut.text.tokens[0].form, "Åse");
  EXPECT_EQ(cut.text.tokens[0].end, 5U);
  EXPECT_EQ(cut.text.covered(1, 2), "kom");
}

TEST(Sentences, EndBeforeACapitalButNotBehindAnAbbreviation) {
  EXPECT_THAT(
      Cut("nb", "Ca. 20 døde. Gen. Dahl kom kl. 5. Ingen vet hvorfor! Eller?").sentences(),
      ElementsAre("Ca. 20 døde .", "Gen. Dahl kom kl. 5 .", "Ingen vet hvorfor !", "Eller ?"));
  EXPECT_THAT(
      Cut("en", "The U.S. Army left at 6 p.m. The rest, i.e. Dr. Lee et al., stayed.").sentences(),
      ElementsAre("The U.S. Army left at 6 p.m.", "The rest , i.e. Dr. Lee et al. , stayed ."));
}

TEST(Sentences, ClosingMarksBelongToTheSentenceBefore) {
  EXPECT_THAT(Cut("nb", "Han sa «nei.» Så gikk han (fort.) Alle så det.").sentences(),
              ElementsAre("Han sa « nei . »", "Så gikk han ( fort . )", "Alle så det ."));
  EXPECT_THAT(Cut("en", "\"Why now?\" the envoy asked. \"Go!\"").sentences(),
              ElementsAre("\" Why now ? \" the envoy asked .", "\" Go ! \""));
}

TEST(Sentences, ColonEndsANorwegianSentenceButNoHeading) {
  EXPECT_THAT(Cut("nb", "Vik: Nei til krig\n\nDette er klart: Ingen vil ha krig.").sentences(),
              ElementsAre("Vik : Nei til krig", "Dette er klart :", "Ingen vil ha krig ."));
}

TEST(Sentences, AColonBeforeASmallLetterEndsNone) {
  EXPECT_THAT(Cut("nb", "Partene står fast: ingen vil trekke seg ut.").sentences(),
              ElementsAre("Partene står fast : ingen vil trekke seg ut ."));
}

// Text that lost its lines: nothing but the words tells the heading from the paragraph.
TEST(Sentences, AHeadingThatRunsIntoItsParagraph) {
  const Cut cut("nb",
                "Soldatene trakk seg ut av byen i går, og det var ikke flere skudd å høre gjennom "
                "natta. Innbyggerne i de østlige bydelene våget seg ut for å hente vann og mat "
                "til familiene sine. Redde for framtida Det er ingen som vet hvor lenge freden "
                "varer. Mange har bestemt seg for å vente til våren før de flytter hjem igjen.");
  ASSERT_EQ(cut.sentences().size(), 5U);
  EXPECT_EQ(cut.sentences()[2], "Redde for framtida");
}

TEST(Sentences, ABlankLineEndsASentenceWhateverTheModelSays) {
  EXPECT_THAT(Cut("en", "The envoys met in\n\nGeneva on Monday.").sentences(),
              ElementsAre("The envoys met in", "Geneva on Monday ."));
}

TEST(Sentences, KindsOfBlocks) {
  const Cut cut(
      "nb",
      "Harde kamper ved grensen\nAv Kari Vik\n\nOSLO (NTB-Reuters): Kampene fortsatte natt "
      "til fredag.\n\nNye angrep\n\nTolv soldater falt.");
  EXPECT_THAT(cut.kinds(),
              ElementsAre(SentenceKind::kHeadline, SentenceKind::kDateline, SentenceKind::kDateline,
                          SentenceKind::kBody, SentenceKind::kSubhead, SentenceKind::kBody));
  EXPECT_EQ(cut.sentences()[2], "OSLO ( NTB-Reuters ) :");
  EXPECT_EQ(cut.text.paragraphs.size(), 5U);
  EXPECT_EQ(cut.text.sentences[3].paragraph, 2U);
}

TEST(Sentences, Datelines) {
  EXPECT_EQ(Cut("en", "GENEVA, Oct. 13 (Reuters) - Talks broke down.").sentences()[0],
            "GENEVA , Oct. 13 ( Reuters ) -");
  EXPECT_EQ(Cut("en", "NAIROBI, Kenya — Talks broke down.").sentences()[0], "NAIROBI , Kenya —");
  EXPECT_EQ(Cut("nb", "NEW YORK: Samtalene brøt sammen.").sentences()[0], "NEW YORK :");
  EXPECT_EQ(Cut("nb", "KYIV: Samtalene brøt sammen.").sentences()[0], "KYIV :");
  EXPECT_EQ(Cut("nb", "Aleppo (NTB) Samtalene brøt sammen.").sentences()[0], "Aleppo ( NTB )");
  EXPECT_EQ(Cut("en", "The army (RSF) left — again.").kinds()[0], SentenceKind::kBody);
}

TEST(Blocks, LinesBrokenAtAColumnAreOneParagraph) {
  const Cut cut(
      "en",
      "The ceasefire held through the night in most\nof the city, residents said, although "
      "shots\nwere heard near the bridge at dawn.\nA second convoy is expected on Monday.");
  EXPECT_EQ(cut.text.paragraphs.size(), 2U);
}

TEST(Blocks, LinesOfAnyLengthAreParagraphsOfTheirOwn) {
  EXPECT_EQ(Cut("en", "A headline\r\nA paragraph that is a good deal longer than that.\r\nShort.")
                .text.paragraphs.size(),
            3U);
}

TEST(Quotations, BetweenMarks) {
  EXPECT_THAT(Cut("nb", "Han kalte det «et svik» og gikk.").quotations(),
              ElementsAre("0: et svik"));
  EXPECT_THAT(
      Cut("en", "\"We want peace,\" the envoy said, \"but not today.\" He left.").quotations(),
      ElementsAre("0: We want peace ,", "0: but not today ."));
  EXPECT_THAT(Cut("en", "The workers' leader spoke of 'a new day' for us.").quotations(),
              ElementsAre("0: a new day"));
}

TEST(Quotations, DashEndsAtTheReportingClause) {
  EXPECT_THAT(Cut("nb", "– Vi vil ha fred, sier Vik. – Men ikke nå.").quotations(),
              ElementsAre("0-: Vi vil ha fred", "0-: Men ikke nå ."));
  EXPECT_THAT(Cut("nb", "– Hva nå? spør Vik.").quotations(), ElementsAre("0-: Hva nå ?"));
  EXPECT_THAT(
      Cut("nb", "– Vi vil ha fred, og vi vil ha brød. Vi gir oss ikke, sa Vik.").quotations(),
      ElementsAre("0-: Vi vil ha fred , og vi vil ha brød . Vi gir oss ikke"));
  EXPECT_THAT(Cut("nb", "– Vi gir oss ikke, sier Vik.\n\n– Nei, svarer Lie.").quotations(),
              ElementsAre("0-: Vi gir oss ikke", "1-: Nei"));
  EXPECT_THAT(Cut("en", "– We shall not yield, the minister said.").quotations(),
              ElementsAre("0-: We shall not yield"));
}

TEST(Quotations, GoOnInTheNextParagraph) {
  EXPECT_THAT(Cut("en", "Lee spoke: “First this.\n\n“Then that.”").quotations(),
              ElementsAre("0: First this .", "0: Then that ."));
  EXPECT_THAT(Cut("nb", "– Først dette.\n\n– Så dette, sier Vik.").quotations(),
              ElementsAre("0-: Først dette .", "0-: Så dette"));
  EXPECT_THAT(Cut("nb", "– Vi blir, sier Vik.\n\n– Er du redd?\n\n– Nei.").quotations(),
              ElementsAre("0-: Vi blir", "1-: Er du redd ?", "2-: Nei ."));
}

TEST(Quotations, AnUnclosedMarkEndsWithTheSentence) {
  EXPECT_THAT(Cut("nb", "Han sa «nei til alt. Så gikk han.").quotations(),
              ElementsAre("0: nei til alt ."));
}

// Whatever the text: tokens in order, apart, without white space; together all that is not white
// space; sentences and paragraphs without gaps; quotations in order and apart.
void expect_sound(const Text& text) {
  uint32_t end = 0;
  for (const Token& token : text.tokens) {
    ASSERT_LT(token.begin, token.end);
    ASSERT_GE(token.begin, end);
    end = token.end;
    ASSERT_LE(end, text.content.size());
  }
  uint32_t first = 0;
  for (const Sentence& sentence : text.sentences) {
    ASSERT_EQ(sentence.first, first);
    ASSERT_LT(sentence.first, sentence.last);
    ASSERT_LT(sentence.paragraph, text.paragraphs.size());
    first = sentence.last;
  }
  ASSERT_EQ(first, text.tokens.size());
  uint32_t last = 0;
  for (const Quotation& quotation : text.quotations) {
    ASSERT_LE(last, quotation.first);
    ASSERT_LT(quotation.first, quotation.last);
    last = quotation.last;
    ASSERT_LE(last, text.tokens.size());
  }
}

TEST(Segmenter, IsSoundOnRandomTexts) {
  const std::vector<std::string> pieces = {
      "Vik", "sier", "don't", "U.S.", "5.", "(",    ")",  "«",  "»",       "\"",
      "'",   "’s",   "–",     "-",    ".",  "...",  "!",  "?",  ",",       ":",
      "\n",  "\n\n", " ",     " ",    " ",  "\xFF", "/",  "%",  "www.",    "@",
      "NTB", "s'",   "n't",   "\r\n", "“",  "”",    "\t", "$5", "\xC2\xAD"};
  std::mt19937 random(3);
  for (int round = 0; round < 600; ++round) {
    std::string content;
    const size_t parts = random() % 60;
    for (size_t i = 0; i < parts; ++i) content += pieces[random() % pieces.size()];
    for (const char* language : {"nb", "nn", "en"}) {
      const Cut cut(language, content);
      expect_sound(cut.text);
      if (HasFatalFailure()) FAIL() << language << ": " << content;
    }
  }
}

TEST(Segmenter, TakesLongAndOddTexts) {
  for (const std::string_view unit :
       {"a", "'", "'s", "(", "«", ". ", "– ", "a-", "5.", "\n", "! ", "sier "}) {
    std::string content;
    while (content.size() < 200000) content += unit;
    for (const char* language : {"nb", "en"}) expect_sound(Cut(language, content).text);
  }
  EXPECT_TRUE(Cut("nb", "").text.tokens.empty());
  EXPECT_TRUE(Cut("nb", " \n\t ").text.sentences.empty());
}

TEST(Segmenter, ReportsAMissingModel) {
  const auto pack =
      std::filesystem::temp_directory_path() / ("varde_pack_" + std::to_string(getpid()));
  std::filesystem::create_directory(pack);
  std::ofstream(pack / "segmentation.toml") << "sentence_model = \"none.safetensors\"\n";
  std::ofstream(pack / "abbreviations.txt") << "bl.a.\n";
  std::ofstream(pack / "reporting.txt") << "sier\n";
  const auto missing = Segmenter::open(pack);
  std::ofstream(pack / "segmentation.toml") << "colon_ends_sentence = true\n";
  const auto without = Segmenter::open(pack);
  std::filesystem::remove_all(pack);
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error().message, testing::HasSubstr("none.safetensors"));
  ASSERT_TRUE(without);  // the rules alone
  Arena arena;
  EXPECT_EQ(without->segment("Vik kom. Det er klart: Ingen gikk.", arena).sentences.size(), 3U);
}

TEST(Segmenter, ReportsAMissingPack) {
  const auto missing = Segmenter::open("/nonexistent/pack");
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error().message, testing::HasSubstr("segmentation.toml"));
}

}  // namespace
}  // namespace varde
