// Sentence models that lie: whatever the bytes, opening gives a model or an error.
#include "text/boundary_model.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>

#include <fstream>
#include <random>
#include <sstream>
#include <string>

#include "text/segmenter.h"

namespace varde {
namespace {

using testing::HasSubstr;

// Two weights, a lexicon of one entry and the given templates; the checksum is right.
std::string tiny(const std::string& templates, const std::string& weights = std::string("\x81\x7F"),
                 const std::string& threshold = "0") {
  const std::string body = weights + std::string("\0\0\0\0\x1D", 5);
  const size_t n = weights.size();
  const uLong crc = crc32_z(0, reinterpret_cast<const Bytef*>(body.data()), body.size());
  const std::string header =
      fmt::format(R"({{"weights":{{"dtype":"U8","shape":[{0}],"data_offsets":[0,{0}]}},)"
                  R"("lexicon.key":{{"dtype":"U32","shape":[1],"data_offsets":[{0},{1}]}},)"
                  R"("lexicon.value":{{"dtype":"U8","shape":[1],"data_offsets":[{1},{2}]}},)"
                  R"("__metadata__":{{"format":"varde-sentences/1","checksum":"crc32:{3:08x}",)"
                  R"("templates":"{4}","threshold":"{5}"}}}})",
                  n, n + 4, n + 5, crc, templates, threshold);
  std::string file;
  for (int i = 0; i < 8; ++i) file.push_back(static_cast<char>(header.size() >> (8 * i)));
  return file + header + body;
}

class BoundaryModelTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = std::filesystem::temp_directory_path() / fmt::format("varde_sentences_{}", getpid());
  }
  void TearDown() override { std::filesystem::remove(path_); }

  Result<std::shared_ptr<const BoundaryModel>> open(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << bytes;
    return BoundaryModel::open(path_);
  }

  void expect_error(const std::string& bytes, const std::string& part) {
    const auto model = open(bytes);
    ASSERT_FALSE(model) << part;
    EXPECT_THAT(model.error().message, HasSubstr(part));
    EXPECT_THAT(model.error().message, HasSubstr(path_.string()));
    EXPECT_EQ(model.error().message.find('\n'), std::string::npos);
  }

  std::filesystem::path path_;
};

TEST_F(BoundaryModelTest, OpensWhole) {
  const auto model = open(tiny("class class@1\\nlower@-3 verbs_ahead"));
  ASSERT_TRUE(model) << model.error().message;
}

TEST_F(BoundaryModelTest, RefusesWhatItDoesNotUnderstand) {
  expect_error("short", "too short");
  expect_error(tiny("class colour"), "template 1 is not understood");
  expect_error(tiny("class\\nclass@99"), "template 2 is not understood");
  expect_error(tiny("length@1"), "template 1 is not understood");
  expect_error(tiny("class@"), "template 1 is not understood");
  expect_error(tiny(""), "no templates");
  expect_error(tiny("class", std::string("\x81\x7F\x80")), "no power of two");
  expect_error(tiny("class", ""), "no power of two");
  expect_error(tiny("class", "ab", "9999999999"), "threshold");
  std::string many;
  for (int i = 0; i < 2000; ++i) many += "class\\n";
  expect_error(tiny(many), "too many templates");
}

TEST_F(BoundaryModelTest, RefusesADamagedFile) {
  std::string file = tiny("class");
  file.back() = '\x01';
  expect_error(file, "checksum");
  expect_error(tiny("class").substr(0, 60), "larger than the file");
}

TEST_F(BoundaryModelTest, SurvivesAnyBytes) {
  const std::string whole = tiny("class class@1");
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    std::string file = whole;
    for (size_t change = 0; change <= random() % 4; ++change) {
      file[random() % file.size()] = static_cast<char>(random());
    }
    if (random() % 4 == 0) file.resize(random() % file.size());
    static_cast<void>(open(file));
  }
}

// The numbers are those of training/train_sentences.py: what is hashed otherwise here than there
// makes the weights meaningless.
TEST_F(BoundaryModelTest, DescribesWordsAsTrainingDoes) {
  const auto model = open(tiny("class"));
  ASSERT_TRUE(model);
  Token token;
  token.form = "Øst-2024";
  token.space_after = false;
  const WordAtoms atoms = (*model)->describe(token);
  EXPECT_EQ(atoms[kWordForm], 0xED8F62A46189F241ULL);
  EXPECT_EQ(atoms[kWordLower], 0xA62DAC66DD318C5EULL);
  EXPECT_EQ(atoms[kWordSuffix], 0x61BF2417CFC58EC6ULL);
  EXPECT_EQ(atoms[kWordShape], 0x57149E8ADE9CFEB0ULL);
  EXPECT_EQ(atoms[kWordClass], 20U);
  EXPECT_EQ(atoms[kWordCase], 1U);
  EXPECT_EQ(atoms[kWordTag], (1U << 5) | 20U);
  EXPECT_EQ(atoms[kWordSpace], 0U);
}

TEST_F(BoundaryModelTest, ClassesOfWords) {
  const auto model = open(tiny("class"));
  ASSERT_TRUE(model);
  const std::vector<std::pair<std::string_view, uint64_t>> classes = {
      {".", 1},    {"!?", 2},     {"...", 3},    {"…", 3},   {":", 4},  {";", 5},      {",", 6},
      {"«", 7},    {"»", 8},      {"\"", 9},     {"’", 10},  {"(", 11}, {"]", 12},     {"–", 13},
      {"--", 13},  {"-kort", 14}, {"1.200", 15}, {"5.", 16}, {"*", 17}, {"bl.a.", 18}, {"FN", 19},
      {"Vik", 20}, {"vik", 21},   {"½", 22},     {"A", 20}};
  for (const auto& [form, expected] : classes) {
    Token token;
    token.form = form;
    EXPECT_EQ((*model)->describe(token)[kWordClass], expected) << form;
  }
}

// A gap's sum is that of the rows its templates hash to, and a word outside the block counts as 0.
TEST_F(BoundaryModelTest, SumsItsWeights) {
  const auto ends = [&](const std::string& weights, const std::string& threshold) {
    const auto model = open(tiny("length\\nclass@5", weights, threshold));
    EXPECT_TRUE(model);
    const std::vector<WordAtoms> words(2);
    return (*model)->ends(words, 0, GapAtoms{});
  };
  EXPECT_TRUE(ends("\x83\x83", "5"));
  EXPECT_FALSE(ends("\x83\x83", "6"));
  EXPECT_FALSE(ends("\x7F\x7F", "-2"));
}

}  // namespace
}  // namespace varde
