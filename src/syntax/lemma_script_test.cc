#include "syntax/lemma_script.h"

#include <gtest/gtest.h>

namespace varde::syntax {
namespace {

std::string apply(std::string_view script, std::string_view form) {
  const auto parsed = LemmaScript::parse(script);
  return parsed ? parsed->apply(form) : "no script";
}

TEST(LemmaScript, Applies) {
  EXPECT_EQ(apply("L\t0\t\t2\tære", "Var"), "være");
  EXPECT_EQ(apply("K\t0\t\t1\t", "USAs"), "USA");
  EXPECT_EQ(apply("T\t0\t\t0\t", "ÅSNES"), "Åsnes");
  EXPECT_EQ(apply("U\t0\t\t0\t", "nato"), "NATO");
  EXPECT_EQ(apply("L\t0\t$\t0\t", "«"), "$«");
  EXPECT_EQ(apply("L\t2\tbe\t0\t", "is"), "be");
}

TEST(LemmaScript, TooShortFormsStayWhole) {
  EXPECT_EQ(apply("L\t2\tbe\t3\tx", "Is"), "is");
  EXPECT_EQ(apply("L\t0\t\t1\te", ""), "");
}

TEST(LemmaScript, RefusesWhatIsNoScript) {
  for (const char* text : {"", "L", "L\t0\t\t1", "X\t0\t\t1\t", "L\t-1\t\t1\t", "L\t0\t\t1\t\t",
                           "L\t99999999999999999999\t\t1\t", "L\t0x\t\t1\t"}) {
    EXPECT_FALSE(LemmaScript::parse(text)) << text;
  }
}

TEST(LemmaScript, LowersByCodePoint) { EXPECT_EQ(lower_one_by_one("ÆØÅ Ist"), "æøå ist"); }

}  // namespace
}  // namespace varde::syntax
