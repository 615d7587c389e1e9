#include "text/language.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/test_folder.h"

namespace varde {
namespace {

const LanguageIdentifier& identifier() {
  static const LanguageIdentifier opened = [] {
    auto one = LanguageIdentifier::open(std::string(VARDE_SOURCE_DIR) + "/lang/identification");
    if (!one) throw std::runtime_error(one.error().message);
    return std::move(*one);
  }();
  return opened;
}

void expect_all(std::string_view code, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    EXPECT_EQ(identifier().identify(text).code, code) << text;
  }
}

TEST(Language, Bokmal) {
  expect_all("nb", {"Minst tolv soldater ble drept da opprørere angrep en leir utenfor byen.",
                    "Regjeringen sier at våpenhvilen skal tre i kraft mandag morgen.",
                    "– Vi har ikke noe annet valg, sier utenriksministeren til NTB.",
                    "Partene møttes i Genève for å forhandle om en løsning på konflikten.",
                    "Politiet har pågrepet fire personer etter bombeangrepet i hovedstaden.",
                    "Presidenten nekter for at hæren står bak angrepet."});
}

TEST(Language, Nynorsk) {
  expect_all(
      "nn",
      {"Minst tolv soldatar vart drepne då opprørarar gjekk til åtak på ein leir utanfor byen.",
       "Regjeringa seier at våpenkvila skal ta til måndag morgon.",
       "– Me har ikkje noko anna val, seier utanriksministeren.",
       "Partane møttest i Genève for å forhandla om ei løysing på konflikten.",
       "Politiet har gripe fire personar etter bombeåtaket i hovudstaden.",
       "Presidenten nektar for at hæren står bak åtaket."});
}

TEST(Language, English) {
  expect_all("en",
             {"At least twelve soldiers were killed when rebels attacked a camp outside the city.",
              "The government says the truce will take effect on Monday morning.",
              "Police arrested four people after the bombing in the capital.",
              "The president denies that the army was behind the attack.",
              "Russia vetoed the resolution"});
}

TEST(Language, DanishIsNotBokmal) {
  expect_all("da",
             {"Mindst tolv soldater blev dræbt, da oprørere angreb en lejr uden for byen.",
              "Regeringen siger, at våbenhvilen skal træde i kraft mandag morgen.",
              "Vi har ikke noget andet valg, siger udenrigsministeren til Ritzau.",
              "Politiet har anholdt fire personer efter bombeangrebet i hovedstaden.",
              "Præsidenten afviser, at hæren står bag angrebet.",
              "Flere hundrede mennesker er flygtet fra kampene i den nordlige del af landet."});
}

TEST(Language, SwedishAndGerman) {
  expect_all("sv", {"Minst tolv soldater dödades när rebeller anföll ett läger utanför staden.",
                    "Regeringen säger att vapenvilan ska träda i kraft på måndag morgon.",
                    "Vi har inget annat val, säger utrikesministern till TT.",
                    "Polisen har gripit fyra personer efter bombdådet i huvudstaden.",
                    "Presidenten förnekar att armén ligger bakom attacken."});
  expect_all("de", {"Mindestens zwölf Soldaten wurden getötet, als Rebellen ein Lager angriffen.",
                    "Die Regierung sagt, dass die Waffenruhe am Montag in Kraft treten soll.",
                    "Wir haben keine andere Wahl, sagte der Außenminister.",
                    "Die Polizei hat nach dem Anschlag vier Menschen festgenommen.",
                    "Russland legte sein Veto gegen die Resolution ein"});
}

TEST(Language, Others) {
  expect_all("nl",
             {"Minstens twaalf soldaten kwamen om het leven toen rebellen een kamp aanvielen."});
  expect_all("fr",
             {"Au moins douze soldats ont été tués lorsque des rebelles ont attaqué un camp."});
  expect_all("es", {"Al menos doce soldados murieron cuando los rebeldes atacaron un campamento."});
  expect_all("is", {"Að minnsta kosti tólf hermenn féllu þegar uppreisnarmenn réðust á búðir."});
  expect_all("fi",
             {"Ainakin kaksitoista sotilasta sai surmansa, kun kapinalliset hyökkäsivät leiriin."});
  expect_all("ru", {"По меньшей мере двенадцать солдат погибли при нападении повстанцев."});
  expect_all("ar", {"قتل ما لا يقل عن اثني عشر جنديا في هجوم على معسكر خارج المدينة."});
  expect_all("zh", {"至少十二名士兵在袭击中丧生。"});
  expect_all("ja", {"少なくとも12人の兵士が攻撃で死亡した。"});
}

TEST(Language, ChoosesAmongTheGivenCodes) {
  const std::vector<std::string> among = {"nb", "en"};
  EXPECT_EQ(identifier().identify("Præsidenten afviser, at hæren står bag.", among).code, "nb");
  EXPECT_EQ(identifier().identify("По меньшей мере двенадцать солдат", among).code, "und");
}

TEST(Language, UnknownWithoutWords) {
  expect_all("und",
             {"", "12345 !!!", "xqzv xqzv xqzv xqzv xqzv xqzv xqzv xqzv xqzv xqzv xqzv xqzv xqzv"});
}

TEST(Language, AddressesAreInNoLanguage) {
  const std::string address = "https://www.example.org/der-die-das/und-nicht-mehr ";
  EXPECT_EQ(identifier().identify(address + "kari.nordmann@example.org").code, "und");
  expect_all("nb", {address + "Presidenten nekter for at de har angrepet. " + address});
}

TEST(Language, LanguagesThatNoProfileKnowsAreNoPackLanguage) {
  for (const char* text :
       {"Vähemalt kakskümmend sõdurit hukkus, kui mässulised ründasid linna lähedal laagrit.",
        "Maraíodh fiche saighdiúir ar a laghad nuair a d'ionsaigh reibiliúnaigh campa.",
        "Gutxienez hogei soldadu hil dira matxinoek kanpamendu bati eraso egin diotenean."}) {
    const auto code = identifier().identify(text).code;
    EXPECT_TRUE(code != "nb" && code != "nn" && code != "en") << code << ": " << text;
  }
}

TEST(Language, CertaintyGrowsWithTheText) {
  const std::string sentence = "Han var i Oslo. ";
  const double once = identifier().identify(sentence).certainty;
  std::string often;
  for (int i = 0; i < 10; ++i) often += sentence;
  const double ten = identifier().identify(often).certainty;
  EXPECT_LT(once, 0.95);
  EXPECT_GT(ten, once);
  EXPECT_LE(ten, 1);
  EXPECT_GE(once, 0);
}

TEST(Language, NamesTheLineThatIsWrong) {
  const auto folder = test_folder("identification");
  const auto open = [&](const std::string& languages, const std::string& profiles) {
    std::ofstream(folder / "languages.tsv") << "code\tname\tscript\tknown\n" << languages;
    std::ofstream(folder / "profiles.tsv") << "kind\tgram\tweights\n" << profiles;
    const auto opened = LanguageIdentifier::open(folder);
    return opened ? std::string() : opened.error().message;
  };
  const std::string good = "nb\tNorwegian\tLatn\t0.3\n";
  EXPECT_EQ(open(good, "word\tog\tnb:-12\n"), "");
  for (const auto& [languages, profiles, message] : std::vector<std::array<std::string, 3>>{
           {"nb\tNorwegian\tLatn\tmany\n", "", "languages.tsv:2: 'known' must be a share"},
           {"nb\tNorwegian\tLatn\t1.5\n", "", "'known' must be a share"},
           {"nb\tNorwegian\tLatin-ish\t\n", "", "is no ISO 15924 script"},
           {good, "trigram\t_og\tnb:1\n", "profiles.tsv:2: kind must be 'word' or 'gram'"},
           {good, "gram\tabcdefghi\tnb:1\n", "a gram must have 1 to 8 letters"},
           {good, "word\tog\tnb:40000\n", "must be a code of languages.tsv"},
           {good, "word\tog\txx:1\n", "'xx:1' must be a code of languages.tsv"}}) {
    const std::string said = open(languages, profiles);
    EXPECT_NE(said.find(message), std::string::npos) << said;
  }
}

TEST(Language, TakesAnyBytes) {
  std::string bytes;
  for (int i = 0; i < 60000; ++i) bytes.push_back(static_cast<char>(i * 37 % 256));
  EXPECT_FALSE(identifier().identify(bytes).code.empty());
  EXPECT_EQ(identifier().identify(std::string(60000, 'a')).code, "und");
}

}  // namespace
}  // namespace varde
