// Model files made to deceive: the toy model, changed in thousands of ways that know the format of
// the file but not the tensors that it should hold. The checksum is made right again, so that each
// change reaches the checks behind it. A file is refused with one line, or it opens and the parser
// gives trees; under the sanitizers this finds what the checks forgot.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "syntax/conllu.h"
#include "syntax/parser.h"

namespace varde {
namespace {

using Json = nlohmann::json;

constexpr const char* kMetadata = "__metadata__";
constexpr size_t kAlignment = 64;  // of the data in the file

// Numbers from one seed, the same with every standard library.
class Dice {
 public:
  explicit Dice(uint32_t seed) : random_(seed) {}
  size_t below(size_t n) { return n == 0 ? 0 : random_() % n; }
  bool once_in(size_t n) { return below(n) == 0; }
  char byte() { return static_cast<char>(random_()); }
  template <class T>
  T one_of(std::initializer_list<T> values) {
    return *(values.begin() + static_cast<std::ptrdiff_t>(below(values.size())));
  }

 private:
  std::mt19937 random_;
};

std::string little_endian(uint64_t number) {
  std::string bytes;
  for (int i = 0; i < 8; ++i) bytes.push_back(static_cast<char>(number >> (8 * i)));
  return bytes;
}

size_t element_bytes(const std::string& dtype) {
  return dtype == "U64" ? 8 : dtype == "F16" ? 2 : dtype == "U8" || dtype == "I8" ? 1 : 4;
}

// A model file taken apart.
struct ModelFile {
  Json header;
  std::string body;
  bool aligned = true;

  static ModelFile tiny() {
    std::ifstream in(std::string(VARDE_SOURCE_DIR) + "/src/syntax/testdata/tiny.safetensors",
                     std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    const std::string file = out.str();
    uint64_t length = 0;
    std::memcpy(&length, file.data(), sizeof length);
    return {Json::parse(file.substr(8, length)), file.substr(8 + length)};
  }

  std::vector<std::string> tensors() const {
    std::vector<std::string> names;
    for (const auto& [name, entry] : header.items()) {
      if (name != kMetadata) names.push_back(name);
    }
    return names;
  }

  std::string any_tensor(Dice* dice) const {
    const auto names = tensors();
    return names.empty() ? std::string() : names[dice->below(names.size())];
  }

  std::string bytes() const {
    Json checked = header;
    const auto crc = crc32_z(0, reinterpret_cast<const Bytef*>(body.data()), body.size());
    if (checked.contains(kMetadata) && checked[kMetadata].is_object()) {
      checked[kMetadata]["checksum"] = fmt::format("crc32:{:08x}", crc);
    }
    std::string text = checked.dump(-1, ' ', false, Json::error_handler_t::replace);
    while (aligned && (8 + text.size()) % kAlignment != 0) text.push_back(' ');
    return little_endian(text.size()) + text + body;
  }
};

// ---- changes of any JSON value

std::string hostile_text(Dice* dice) {
  return dice->one_of<std::string>({"",
                                    " ",
                                    "_",
                                    "O",
                                    "B-",
                                    "I-PER",
                                    "root",
                                    ":",
                                    "\n",
                                    "a\tb",
                                    std::string("\0x", 2),
                                    "\u202e",
                                    "K\t99999999999999999999\t\t0\t",
                                    "L\t4294967295\t\t4294967295\t",
                                    "K\t-1\t\t-1\t",
                                    "CCCC",
                                    std::string(100, 'R'),
                                    std::string(100000, 'x'),
                                    "[[[[[[[[",
                                    "{}",
                                    "[]",
                                    "null",
                                    "0"});
}

Json hostile_number(Dice* dice) {
  return dice->one_of<Json>({0,
                             1,
                             2,
                             3,
                             7,
                             4095,
                             4096,
                             4097,
                             65536,
                             16777216,
                             16777217,
                             2147483647,
                             2147483648U,
                             4294967295U,
                             4294967296U,
                             9223372036854775807LL,
                             18446744073709551615ULL,
                             9223372036854775808ULL,
                             -1,
                             -4096,
                             0.5,
                             1e300,
                             -0.0});
}

Json hostile_value(Dice* dice) {
  switch (dice->below(6)) {
    case 0:
      return nullptr;
    case 1:
      return dice->once_in(2);
    case 2:
      return Json::array();
    case 3:
      return Json::object();
    case 4:
      return hostile_text(dice);
    default:
      return hostile_number(dice);
  }
}

Json nested(size_t depth) {
  Json value = 1;
  for (size_t i = 0; i < depth; ++i) {
    Json around = Json::array();
    around.push_back(std::move(value));
    value = std::move(around);
  }
  return value;
}

void change_list(Json* list, Dice* dice) {
  const size_t at = dice->below(list->size());
  switch (list->empty() ? 4 : dice->below(6)) {
    case 0:
      list->erase(at);
      break;
    case 1:
      list->push_back((*list)[at]);
      break;
    case 2:
      std::swap((*list)[at], (*list)[dice->below(list->size())]);
      break;
    case 3:
      list->insert(list->begin(), hostile_value(dice));
      break;
    case 4:
      list->push_back(hostile_value(dice));
      break;
    default:
      *list = Json(dice->one_of<size_t>({0, 1, 5, 300, 70000}), (*list)[at]);
  }
}

void change_object(Json* object, Dice* dice) {
  if (object->empty()) {
    (*object)["x"] = hostile_value(dice);
    return;
  }
  auto at = object->begin();
  std::advance(at, dice->below(object->size()));
  const std::string key = at.key();
  if (dice->once_in(2)) (*object)[key + hostile_text(dice).substr(0, 100)] = at.value();
  object->erase(key);
}

void change_number(Json* number, Dice* dice) {
  if (dice->once_in(2)) {
    *number = hostile_number(dice);
  } else {
    const auto was = number->is_number_unsigned() ? number->get<uint64_t>() : 0;
    *number = dice->one_of<uint64_t>({was + 1, was - 1, 2 * was, was / 2, was + (1ULL << 32)});
  }
}

void change_text(Json* text, Dice* dice) {
  auto was = text->get<std::string>();
  if (was.empty() || dice->once_in(2)) {
    *text = hostile_text(dice);
    return;
  }
  was[dice->below(was.size())] = static_cast<char>(dice->below(128));
  *text = was;
}

// Goes down to a value anywhere below `value` and changes it.
void change(Json* value, Dice* dice) {
  if (dice->once_in(12)) {
    *value = dice->once_in(8) ? nested(dice->below(2000)) : hostile_value(dice);
  } else if (value->is_array()) {
    if (value->empty() || dice->once_in(3)) return change_list(value, dice);
    change(&(*value)[dice->below(value->size())], dice);
  } else if (value->is_object()) {
    if (value->empty() || dice->once_in(6)) return change_object(value, dice);
    auto at = value->begin();
    std::advance(at, dice->below(value->size()));
    change(&at.value(), dice);
  } else if (value->is_string()) {
    change_text(value, dice);
  } else {
    change_number(value, dice);
  }
}

// ---- changes of the file

void change_metadata(ModelFile* file, Dice* dice) {
  Json& metadata = file->header[kMetadata];
  if (metadata.empty()) return;
  auto at = metadata.begin();
  std::advance(at, dice->below(metadata.size()));
  Json inner = Json::parse(at.value().get<std::string>(), nullptr, false);
  if (inner.is_discarded() || dice->once_in(20)) return change(&metadata, dice);
  change(&inner, dice);
  at.value() = inner.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void change_entry(ModelFile* file, Dice* dice) {
  change(&file->header[file->any_tensor(dice)], dice);
}

void change_dtype(ModelFile* file, Dice* dice) {
  file->header[file->any_tensor(dice)]["dtype"] =
      dice->one_of<const char*>({"F16", "F32", "U64", "U32", "U8", "I8", "BF16", "F64", ""});
}

// The same number of elements in another shape.
void change_shape(ModelFile* file, Dice* dice) {
  Json& shape = file->header[file->any_tensor(dice)]["shape"];
  uint64_t elements = 1;
  for (const Json& n : shape) elements *= n.get<uint64_t>();
  std::vector<uint64_t> turned = shape.get<std::vector<uint64_t>>();
  std::reverse(turned.begin(), turned.end());
  shape = dice->one_of<std::vector<uint64_t>>({{elements},
                                               {1, elements},
                                               {elements, 1},
                                               {1, 1, elements},
                                               {2, elements / 2},
                                               {1, 1, 1, 1, elements},
                                               turned});
}

void change_offsets(ModelFile* file, Dice* dice) {
  Json& offsets = file->header[file->any_tensor(dice)]["data_offsets"];
  const auto begin = offsets.at(0).get<uint64_t>(), end = offsets.at(1).get<uint64_t>();
  const uint64_t by = dice->one_of<uint64_t>({1, 2, 3, 4, 7, 64, 1ULL << 31, 1ULL << 63});
  offsets = dice->one_of<std::vector<uint64_t>>({{begin + by, end + by},
                                                 {begin - by, end - by},
                                                 {begin, end + by},
                                                 {begin + by, end},
                                                 {end, begin},
                                                 {0, end - begin}});
}

void swap_tensors(ModelFile* file, Dice* dice) {
  std::swap(file->header[file->any_tensor(dice)], file->header[file->any_tensor(dice)]);
}

void remove_or_rename(ModelFile* file, Dice* dice) {
  const std::string name = file->any_tensor(dice);
  const Json entry = file->header[name];
  file->header.erase(name);
  if (dice->once_in(2)) file->header[name + hostile_text(dice).substr(0, 1000)] = entry;
}

void flip_data(ModelFile* file, Dice* dice) {
  for (size_t n = 1 + dice->below(20); n > 0 && !file->body.empty(); --n) {
    file->body[dice->below(file->body.size())] =
        dice->once_in(2) ? dice->byte()
                         : dice->one_of<char>({'\0', '\x7b', '\x7c', '\x7f', '\xff'});
  }
}

// Every element of a tensor the same: zeros, the smallest and largest numbers, what is none.
void fill_tensor(ModelFile* file, Dice* dice) {
  const Json& entry = file->header[file->any_tensor(dice)];
  const auto begin = entry.at("data_offsets").at(0).get<size_t>();
  const auto end = std::min(entry.at("data_offsets").at(1).get<size_t>(), file->body.size());
  const size_t size = element_bytes(entry.at("dtype").get<std::string>());
  const uint64_t pattern =
      size == 2   ? dice->one_of<uint64_t>({0, 1, 0x7bff, 0xfbff, 0x7c00, 0x7e00, 0x8000})
      : size == 4 ? dice->one_of<uint64_t>(
                        {0, 1, 0x7f7fffff, 0xff7fffff, 0x7f800000, 0x7fc00000, 0x5f000000})
                  : dice->one_of<uint64_t>({0, 1, 0x7f, 0xff, ~uint64_t{0}, uint64_t{1} << 63});
  for (size_t at = begin; at < end && end - at >= size; at += size) {
    if (dice->once_in(10)) continue;  // not all, so that there are differences too
    std::memcpy(file->body.data() + at, &pattern, size);
  }
}

void cut_data(ModelFile* file, Dice* dice) {
  if (dice->once_in(4)) {
    file->body.append(1 + dice->below(1000), dice->byte());
  } else {
    file->body.resize(dice->below(file->body.size()));
  }
}

// Resizes each list of texts that has `from` elements and each such number below `value`.
void resize(Json* value, size_t from, size_t to) {
  if (value->is_array() && value->size() == from && value->front().is_string()) {
    Json list = Json::array();
    for (size_t i = 0; i < to; ++i) list.push_back((*value)[i % from]);
    *value = list;
  } else if (value->is_structured()) {
    for (Json& inner : *value) resize(&inner, from, to);
  } else if (value->is_number_unsigned() && value->get<size_t>() == from) {
    *value = to;
  }
}

// Another size wherever a number, a list or a dimension has one size, with data for it: what a
// consistent model of another size would say, where sizes are not sums or products of others.
void resize_all(ModelFile* file, Dice* dice) {
  const Json dims = file->header[file->any_tensor(dice)]["shape"];
  const auto from = dims.at(dice->below(dims.size())).get<size_t>();
  const auto to = dice->one_of<size_t>({1, 2, 3, from + 1, from - 1, 2 * from, 257});
  for (auto& [key, value] : file->header[kMetadata].items()) {
    Json inner = Json::parse(value.get<std::string>(), nullptr, false);
    if (inner.is_discarded()) continue;
    resize(&inner, from, to);
    value = inner.dump();
  }
  std::string body;
  for (const std::string& name : file->tensors()) {
    Json& entry = file->header[name];
    const auto begin = entry.at("data_offsets").at(0).get<size_t>();
    const auto end = std::min(entry.at("data_offsets").at(1).get<size_t>(), file->body.size());
    size_t size = element_bytes(entry.at("dtype").get<std::string>());
    for (Json& n : entry["shape"]) {
      if (n.get<size_t>() == from) n = to;
      size *= n.get<size_t>();
    }
    body.resize((body.size() + kAlignment - 1) / kAlignment * kAlignment);
    entry["data_offsets"] = Json::array({body.size(), body.size() + size});
    for (size_t i = 0; i < size && begin < end; ++i)
      body.push_back(file->body[begin + i % (end - begin)]);
  }
  file->body = body;
}

using Change = std::function<void(ModelFile*, Dice*)>;

class HostileModel : public testing::Test {
 protected:
  // In memory: thousands of files would keep a disk busy.
  HostileModel() : file_(memfd_create("model", MFD_CLOEXEC)) {}
  ~HostileModel() override { close(file_); }

  // Refused in one line, or it works.
  void expect_harmless(const std::string& bytes) {
    const std::string path = fmt::format("/proc/self/fd/{}", file_);
    ASSERT_EQ(ftruncate(file_, 0), 0);
    ASSERT_EQ(pwrite(file_, bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
    const auto parser = Parser::open(path, "nb");
    if (parser) {
      ++opened_;
      expect_trees(*parser);
      return;
    }
    ++refused_;
    const std::string& message = parser.error().message;
    EXPECT_GT(message.size(), path.size());
    EXPECT_LT(message.size(), 1100u) << message.substr(0, 1100);
    EXPECT_TRUE(std::none_of(message.begin(), message.end(), [](char c) {
      return static_cast<unsigned char>(c) < ' ';
    })) << message;
  }

  void repeat(uint32_t seed, size_t times, const Change& change) {
    const ModelFile whole = ModelFile::tiny();
    for (size_t i = 0; i < times && !HasFailure(); ++i) {
      SCOPED_TRACE(fmt::format("seed {}, repeat {}", seed, i));
      Dice dice(seed + static_cast<uint32_t>(i));
      ModelFile file = whole;
      try {
        for (size_t n = dice.one_of<size_t>({1, 1, 1, 2}); n > 0; --n) change(&file, &dice);
      } catch (const Json::exception&) {
        // What one change left is no header that the next can read; the file is bad enough.
      }
      file.aligned = !dice.once_in(10);
      expect_harmless(file.bytes());
    }
  }

  size_t opened_ = 0;
  size_t refused_ = 0;

 private:
  static void expect_trees(const Parser& parser) {
    constexpr std::string_view kText = "Ola sa NEI i New York , 12,5 ganger \xc3\x85 !";
    Arena arena;
    Text text(arena);
    text.content = kText;
    for (size_t at = 0; at < kText.size();) {
      const size_t end = std::min(kText.find(' ', at), kText.size());
      text.tokens.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end),
                             kText.substr(at, end - at), true, false});
      at = end + 1;
    }
    const auto words = static_cast<uint32_t>(text.tokens.size());
    text.sentences.push_back({0, words, 0, SentenceKind::kBody});
    const Parse parse = parser.parse(text, arena);
    ASSERT_EQ(parse.words.size(), words);
    for (uint32_t i = 0; i < words; ++i) {
      uint32_t steps = 0;
      for (uint32_t at = i; at != kNoHead; at = parse.words[at].head) {
        ASSERT_LT(at, words);
        ASSERT_LE(++steps, words) << "a cycle";
      }
    }
    for (const Name& name : parse.names) {
      ASSERT_LT(name.first, name.last);
      ASSERT_LE(name.last, words);
    }
    ASSERT_TRUE(read_conllu(write_conllu(parse)));
  }

  const int file_;
};

TEST_F(HostileModel, TakenApartAndPutTogetherItWorks) {
  expect_harmless(ModelFile::tiny().bytes());
  EXPECT_EQ(opened_, 1u);
}

TEST_F(HostileModel, Metadata) { repeat(100000, 1500, change_metadata); }

TEST_F(HostileModel, TensorEntries) {
  repeat(200000, 1000, change_entry);
  EXPECT_GT(refused_, 500u);
}

TEST_F(HostileModel, TypesShapesAndOffsets) {
  repeat(300000, 300, change_dtype);
  repeat(310000, 300, change_shape);
  repeat(320000, 600, change_offsets);
  repeat(330000, 200, swap_tensors);
  repeat(340000, 200, remove_or_rename);
}

TEST_F(HostileModel, Data) {
  repeat(400000, 600, flip_data);
  repeat(410000, 1000, fill_tensor);
  repeat(420000, 100, cut_data);
  EXPECT_GT(opened_, 500u) << "extreme numbers must reach the parser";
}

TEST_F(HostileModel, OtherSizes) {
  repeat(500000, 600, resize_all);
  EXPECT_GT(opened_, 50u) << "other sizes must reach the parser";
}

TEST_F(HostileModel, AnythingAtOnce) {
  const std::vector<Change> changes = {change_metadata, change_entry, change_shape,
                                       change_offsets,  flip_data,    fill_tensor};
  repeat(600000, 1000, [&](ModelFile* file, Dice* dice) {
    for (size_t n = 2 + dice->below(3); n > 0; --n)
      changes[dice->below(changes.size())](file, dice);
  });
}

TEST_F(HostileModel, HeaderBytes) {
  const std::string whole = ModelFile::tiny().bytes();
  uint64_t length = 0;
  std::memcpy(&length, whole.data(), sizeof length);
  for (uint32_t i = 0; i < 2000 && !HasFailure(); ++i) {
    SCOPED_TRACE(fmt::format("repeat {}", i));
    Dice dice(700000 + i);
    std::string file = whole;
    for (size_t n = 1 + dice.below(3); n > 0; --n) {
      file[8 + dice.below(length)] =
          dice.once_in(2) ? dice.byte()
                          : dice.one_of<char>({'"', '{', '}', '[', ']', '0', '9', '\\'});
    }
    expect_harmless(file);
  }
}

TEST_F(HostileModel, LengthOfTheHeader) {
  const ModelFile whole = ModelFile::tiny();
  const std::string file = whole.bytes();
  uint64_t length = 0;
  std::memcpy(&length, file.data(), sizeof length);
  for (uint64_t wrong : {uint64_t{0}, uint64_t{1}, length - 1, length + 1, length / 2,
                         uint64_t{file.size()}, uint64_t{file.size()} - 8, uint64_t{1} << 32,
                         (uint64_t{1} << 63) - 1, uint64_t{1} << 63, ~uint64_t{0}, ~uint64_t{7}}) {
    expect_harmless(little_endian(wrong) + file.substr(8));
  }
  for (size_t size = 0; size < file.size(); size += 131) expect_harmless(file.substr(0, size));
  EXPECT_EQ(opened_, 0u);
}

}  // namespace
}  // namespace varde
