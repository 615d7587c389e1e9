// Model files that lie: whatever the bytes, opening gives a model or an error.
#include "syntax/model.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>

#include <fstream>
#include <random>
#include <sstream>

#include "syntax/safetensors.h"

namespace varde::syntax {
namespace {

std::string tiny() {
  std::ifstream in(std::string(VARDE_SOURCE_DIR) + "/src/syntax/testdata/tiny.safetensors",
                   std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

uint64_t header_length(const std::string& file) {
  uint64_t length = 0;
  for (int i = 7; i >= 0; --i)
    length = length << 8 | static_cast<unsigned char>(file[static_cast<size_t>(i)]);
  return length;
}

std::string with_header(const std::string& header, std::string_view body) {
  std::string file;
  for (int i = 0; i < 8; ++i) file.push_back(static_cast<char>(header.size() >> (8 * i)));
  return file + header + std::string(body);
}

// The tiny model with one piece of its header replaced by another.
std::string altered(const std::string& from, const std::string& to) {
  const std::string file = tiny();
  std::string header = file.substr(8, header_length(file));
  const size_t at = header.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  header.replace(at, from.size(), to);
  return with_header(header, std::string_view(file).substr(8 + header_length(file)));
}

class ModelTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = std::filesystem::temp_directory_path() / fmt::format("varde_model_{}", getpid());
  }
  void TearDown() override { std::filesystem::remove(path_); }

  Result<std::unique_ptr<const Model>> open(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << bytes;
    return Model::open(path_);
  }

  void expect_error(const std::string& bytes, const std::string& part) {
    const auto model = open(bytes);
    ASSERT_FALSE(model) << part;
    EXPECT_NE(model.error().message.find(part), std::string::npos) << model.error().message;
    EXPECT_NE(model.error().message.find(path_.string()), std::string::npos);
  }

  std::filesystem::path path_;
};

TEST_F(ModelTest, OpensWhole) {
  const auto model = open(tiny());
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ((*model)->config.layers, "CRC");
  EXPECT_EQ((*model)->lexicon.size(), 2u);
  EXPECT_EQ((*model)->lexicon.find("nb", "sa", "VERB"), "si");
  EXPECT_EQ((*model)->lexicon.find("nb", "sa", "NOUN"), "");
  EXPECT_EQ((*model)->lexicon.find("nn", "sa", "VERB"), "");
}

TEST_F(ModelTest, NamesWhatIsWrong) {
  expect_error("", "too short");
  expect_error(std::string(8, '\xff') + "{}", "header length");
  expect_error(with_header("[]", ""), "no JSON object");
  expect_error(with_header(std::string(100000, '['), ""), "nested");
  expect_error(with_header("{}", ""), "metadata 'format' is missing");
  expect_error(altered("varde-syntax/3", "varde-syntax/9"), "varde-syntax/3");
  expect_error(altered("\"checksum\":\"crc32:", "\"checksum\":\"crc32:0"), "checksum");
  expect_error(altered("\"tables.word\"", "\"tables.weird\""), "'tables.word' is missing");
  expect_error(altered("[11,16]", "[16,11]"), "'tables.word' is I8");
  expect_error(altered("[11,16]", "[4294967296,4294967296]"), "does not fit");
  expect_error(altered("[11,16]", "[-1,16]"), "holds no number");
  expect_error(altered("\"data_offsets\":[0,88]", "\"data_offsets\":[0,99999999]"), "outside");
  expect_error(altered("\"data_offsets\":[0,88]", "\"data_offsets\":[88,0]"), "outside");
  expect_error(altered("\"dtype\":\"F16\"", "\"dtype\":\"F99\""), "dtype");
  expect_error(altered("\\\"width\\\": 16", "\\\"width\\\": 0"), "'width'");
  expect_error(altered("\\\"width\\\": 16", "\\\"width\\\": 99999999"), "'width'");
  expect_error(altered("\\\"layers\\\": \\\"CRC\\\"", "\\\"layers\\\": \\\"CXC\\\""), "'layers'");
  expect_error(altered("\\\"word\\\": 11", "\\\"word\\\": 12"), "'vocabulary'");
  expect_error(altered("\\\"PROPN\\\"", "\\\"PROPX\\\""), "part of speech");
  expect_error(altered("\\\"B-PER\\\"", "\\\"X-PER\\\""), "name tag");
  expect_error(altered("L\\\\t0\\\\t$", "L\\\\tz\\\\t$"), "lemma script");
}

TEST_F(ModelTest, DamagedBodiesAreNoticed) {
  std::string file = tiny();
  file[file.size() / 2] ^= 1;
  expect_error(file, "checksum");
  expect_error(tiny().substr(0, tiny().size() - 10), "");
}

TEST_F(ModelTest, LexiconOffsetsAreChecked) {
  const std::string file = tiny();
  const size_t body_at = 8 + header_length(file);
  const auto container = Safetensors::read(file);
  ASSERT_TRUE(container);
  std::string body = file.substr(body_at);
  const auto& offsets = container->tensors.at("lexicon.offset").bytes;
  const auto at = static_cast<size_t>(offsets.data() - container->body.data());
  body[at + 3] = '\x7f';
  const auto old_crc =
      crc32_z(0, reinterpret_cast<const Bytef*>(container->body.data()), body.size());
  const auto new_crc = crc32_z(0, reinterpret_cast<const Bytef*>(body.data()), body.size());
  std::string header = file.substr(8, header_length(file));
  const std::string old_text = fmt::format("{:08x}", old_crc);
  header.replace(header.find(old_text), 8, fmt::format("{:08x}", new_crc));
  expect_error(with_header(header, body), "lexicon points outside");
}

TEST_F(ModelTest, RandomDamageNeverCrashes) {
  const std::string whole = tiny();
  const size_t header = 8 + header_length(whole);
  std::mt19937 random(5);
  for (int repeat = 0; repeat < 2000; ++repeat) {
    std::string file = whole;
    for (unsigned n = 0; n < 1 + random() % 3; ++n) {
      file[random() % header] = static_cast<char>(random());
    }
    open(file);
  }
  for (size_t length = 0; length < whole.size(); length += 97) open(whole.substr(0, length));
}

TEST_F(ModelTest, MissingFile) {
  const auto model = Model::open("/nowhere/model.safetensors");
  ASSERT_FALSE(model);
  EXPECT_NE(model.error().message.find("/nowhere/model.safetensors"), std::string::npos);
}

}  // namespace
}  // namespace varde::syntax
