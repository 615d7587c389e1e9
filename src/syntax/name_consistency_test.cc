#include "syntax/name_consistency.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace varde::syntax {
namespace {

// A parse of the given words, each its own lemma but for a final s.
class NameConsistency : public testing::Test {
 protected:
  void words(const std::vector<std::string_view>& forms) {
    for (std::string_view form : forms) {
      Token token;
      token.form = form;
      text_.tokens.push_back(token);
      Word word;
      word.lemma = form.ends_with('s') ? form.substr(0, form.size() - 1) : form;
      parse_.words.push_back(word);
    }
    parse_.text = &text_;
  }

  void name(uint32_t first, uint32_t last, NameType type, std::string_view label) {
    Name added;
    added.first = first;
    added.last = last;
    added.type = type;
    added.label = label;
    parse_.names.push_back(added);
  }

  Arena arena_;
  Text text_{arena_};
  Parse parse_{arena_};
};

TEST_F(NameConsistency, APartOfAPersonsNameIsThatPerson) {
  words({"Kari", "Berg", "kom", ".", "Bergs", "ord", ".", "Oslo"});
  name(0, 2, NameType::kPerson, "PER");
  name(4, 5, NameType::kOrganization, "ORG");
  name(7, 8, NameType::kGeoPolitical, "GPE_LOC");
  settle_persons(&parse_);
  EXPECT_EQ(parse_.names[1].type, NameType::kPerson);
  EXPECT_EQ(parse_.names[1].label, "PER");
  EXPECT_EQ(parse_.names[2].type, NameType::kGeoPolitical);
}

TEST_F(NameConsistency, LongerNamesAreLeftAlone) {
  words({"Kari", "Berg", "i", "Berg", "bank"});
  name(0, 2, NameType::kPerson, "PER");
  name(3, 5, NameType::kOrganization, "ORG");
  settle_persons(&parse_);
  EXPECT_EQ(parse_.names[1].type, NameType::kOrganization);
}

TEST_F(NameConsistency, NothingWithoutAFullName) {
  words({"Berg", "kom"});
  name(0, 1, NameType::kOrganization, "ORG");
  settle_persons(&parse_);
  EXPECT_EQ(parse_.names[0].type, NameType::kOrganization);
}

}  // namespace
}  // namespace varde::syntax
