#include "cli/accuracy_report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace varde::cli {
namespace {

ConlluWord word(const char* form, const char* upos, uint32_t head, const char* deprel,
                const char* name) {
  ConlluWord out;
  out.form = out.lemma = form;
  out.upos = upos;
  out.head = head;
  out.deprel = deprel;
  out.name = name;
  return out;
}

Evaluation evaluation(const char* gold_name = "B-PER") {
  ConlluSentence gold, system;
  gold.words = {word("a", "NOUN", 0, "root", gold_name), word("b", "ADJ", 1, "amod", "O"),
                word("c", "NOUN", 1, "obl:arg", "O")};
  system.words = {word("a", "NOUN", 0, "root", "O"), word("b", "VERB", 1, "acl", "O"),
                  word("c", "NOUN", 2, "nmod", "O")};
  return *evaluate({gold}, {system});
}

TEST(AccuracyReport, ScoresAloneUnlessAskedForMore) {
  const std::string table = accuracy_table(evaluation(), false);
  EXPECT_NE(table.find("LAS       |     33.33 |  33.33 |  33.33\n"), std::string::npos) << table;
  EXPECT_EQ(table.find("Relation"), std::string::npos);
  EXPECT_FALSE(nlohmann::json::parse(accuracy_json(evaluation(), false)).contains("relations"));
}

TEST(AccuracyReport, TableOfDetails) {
  const std::string table = accuracy_table(evaluation(), true);
  for (const char* row : {
           "obl        |      1 |      0 |      0.00 |   0.00 |   0.00 |       1 |          1\n",
           "VERB       |      0 |      1 |      0.00 |   0.00 |   0.00\n",
           "PER        |      1 |      0 |      0.00 |   0.00 |   0.00\n",
           "amod > acl               |      1 |          1\n",
           "obl > nmod               |      1 |          0\n",
           "ADJ > VERB               |      1\n",
           "PER > -                  |      1 | missed\n",
       }) {
    EXPECT_NE(table.find(row), std::string::npos) << row << "\n" << table;
  }
}

TEST(AccuracyReport, GoldWithoutNamesHasNoTableOfThem) {
  EXPECT_EQ(accuracy_table(evaluation("O"), true).find("Name"), std::string::npos);
}

TEST(AccuracyReport, Json) {
  const auto json = nlohmann::json::parse(accuracy_json(evaluation(), true));
  EXPECT_DOUBLE_EQ(json["scores"]["LAS"]["f1"].get<double>(), 0.333333);
  EXPECT_EQ(json["relations"].size(), 5u);
  EXPECT_EQ(json["relations"][0]["label"], "amod");
  EXPECT_EQ(json["relation_confusions"][0]["right_head"], 1);
  EXPECT_EQ(json["upos_confusions"][0]["gold"], "ADJ");
  EXPECT_EQ(json["name_confusions"][0]["error"], "missed");
  EXPECT_TRUE(json["name_confusions"][0]["system"].is_null());
}

}  // namespace
}  // namespace varde::cli
