#include "syntax/model.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>

#include "syntax/half.h"
#include "syntax/safetensors.h"

namespace varde::syntax {

static_assert(std::endian::native == std::endian::little,
              "model files are little-endian and used in place");

using Json = nlohmann::json;
using Shape = std::vector<uint64_t>;

constexpr std::string_view kFormat = "varde-syntax/3";
constexpr size_t kMaxRows = 1 << 24;
constexpr size_t kMaxWidth = 4096;
static_assert(kFeatureGroups * kMaxWidth <= kMostInputs);
constexpr size_t kMaxLayers = 64;
constexpr size_t kMaxLabels = 1 << 16;
constexpr size_t kMaxEndings = 16;
constexpr std::array<const char*, kFeatureGroups> kGroupNames = {"word", "affix", "ngram", "shape",
                                                                 "list"};

namespace {

std::optional<NameType> name_type_of(std::string_view label) {
  if (label == "PER") return NameType::kPerson;
  if (label == "ORG") return NameType::kOrganization;
  if (label.starts_with("GPE")) return NameType::kGeoPolitical;
  if (label == "LOC") return NameType::kLocation;
  if (label == "EVT") return NameType::kEvent;
  if (label == "PROD") return NameType::kProduct;
  if (label == "DRV") return NameType::kDerived;
  return std::nullopt;
}

std::optional<Upos> upos_of(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Upos::kX); ++i) {
    if (to_string(static_cast<Upos>(i)) == name) return static_cast<Upos>(i);
  }
  return std::nullopt;
}

std::optional<size_t> index_of(const std::vector<std::string>& labels, std::string_view label) {
  const auto at = std::find(labels.begin(), labels.end(), label);
  if (at == labels.end()) return std::nullopt;
  return static_cast<size_t>(at - labels.begin());
}

std::string text_of(const Shape& shape) {
  std::string out;
  for (uint64_t n : shape) out += (out.empty() ? "" : " x ") + std::to_string(n);
  return out;
}

}  // namespace

// Reads one file into one model. The first thing that is wrong stands in error(); after it, every
// call is without effect.
class ModelReader {
 public:
  explicit ModelReader(Model* model) : model_(model) {}

  bool read(std::string_view file);
  const std::string& error() const { return error_; }

 private:
  bool fail(std::string message) {
    if (error_.empty()) error_ = std::move(message);
    return false;
  }

  std::string_view metadata(const char* key);
  Json json(const char* key);
  size_t size(const Json& object, const char* key, size_t most);
  std::vector<std::string> strings(const Json& value, const char* what);
  bool check_identity();
  bool read_config();
  bool read_labels();
  bool read_name_labels();
  bool read_words();
  bool read_name_lists();
  bool read_tables();
  bool read_lexicon();
  bool read_layers();
  bool read_heads();

  const Tensor* tensor(const std::string& name, Dtype dtype, const Shape& shape);
  std::vector<float> matrix(const std::string& name, size_t rows, size_t columns);
  std::vector<float> vector(const std::string& name, size_t n);
  PackedMatrix linear(const std::string& name, size_t outputs, size_t inputs, bool bias = true);

  Model* model_;
  Safetensors file_;
  std::string error_;
};

std::string_view ModelReader::metadata(const char* key) {
  const auto found = file_.metadata.find(key);
  if (found == file_.metadata.end()) {
    fail(fmt::format("metadata '{}' is missing", key));
    return {};
  }
  return found->second;
}

Json ModelReader::json(const char* key) {
  const std::string_view text = metadata(key);
  if (nests_deeper_than(text, 3)) {
    fail(fmt::format("metadata '{}' is nested too deeply", key));
    return {};
  }
  Json value = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (value.is_discarded()) fail(fmt::format("metadata '{}' is no JSON", key));
  return value;
}

size_t ModelReader::size(const Json& object, const char* key, size_t most) {
  if (object.is_object()) {
    const auto found = object.find(key);
    if (found != object.end() && found->is_number_unsigned()) {
      const auto value = found->get<uint64_t>();
      if (value > 0 && value <= most) return value;
    }
  }
  fail(fmt::format("'{}' in metadata 'config' must be a number from 1 to {}", key, most));
  return 0;
}

std::vector<std::string> ModelReader::strings(const Json& value, const char* what) {
  std::vector<std::string> out;
  const bool list = value.is_array() && !value.empty() && value.size() <= kMaxLabels;
  if (!list ||
      !std::all_of(value.begin(), value.end(), [](const Json& v) { return v.is_string(); })) {
    fail(fmt::format("the label list '{}' must hold 1 to {} texts", what, kMaxLabels));
    return out;
  }
  for (const Json& v : value) out.push_back(v.get<std::string>());
  return out;
}

bool ModelReader::check_identity() {
  const auto checked = varde::check_identity(file_, kFormat, "training/export_syntax.py");
  if (!checked) return fail(checked.error().message);
  model_->training_data = metadata("training_data");
  model_->licence = metadata("licence");
  return error_.empty();
}

bool ModelReader::read_config() {
  const Json config = json("config");
  ModelConfig& c = model_->config;
  const Json rows = config.is_object() ? config.value("rows", Json()) : Json();
  const Json dims = config.is_object() ? config.value("dims", Json()) : Json();
  for (size_t g = 0; g < kFeatureGroups; ++g) {
    c.rows[g] = static_cast<uint32_t>(size(rows, kGroupNames[g], kMaxRows));
    c.dims[g] = size(dims, kGroupNames[g], kMaxWidth);
  }
  if (c.rows[kListGroup] > NameLists::kMaxKinds) {
    return fail(fmt::format("'list' in 'rows' must be at most {}", NameLists::kMaxKinds));
  }
  c.width = size(config, "width", kMaxWidth);
  c.tag_width = size(config, "tag_width", kMaxWidth);
  c.name_width = size(config, "name_width", kMaxWidth);
  c.arc_width = size(config, "arc_width", kMaxWidth);
  c.label_width = size(config, "label_width", kMaxWidth);
  if (!error_.empty()) return false;
  const Json layers = config.value("layers", Json());
  c.layers = layers.is_string() ? layers.get<std::string>() : std::string();
  if (c.layers.empty() || c.layers.size() > kMaxLayers ||
      c.layers.find_first_not_of("CR") != std::string::npos) {
    return fail("'layers' in metadata 'config' must be a text of C and R");
  }
  return true;
}

bool ModelReader::read_labels() {
  ModelLabels& l = model_->labels;
  l.languages = strings(json("languages"), "languages");
  const Json all = json("labels");
  if (!all.is_object()) return fail("metadata 'labels' is no object");
  l.upos_names = strings(all.value("upos", Json()), "upos");
  l.feats = strings(all.value("feats", Json()), "feats");
  l.deprel = strings(all.value("deprel", Json()), "deprel");
  l.name = strings(all.value("name", Json()), "name");
  const std::vector<std::string> scripts = strings(all.value("lemma", Json()), "lemma");
  for (const std::string& name : l.upos_names) {
    const auto upos = upos_of(name);
    if (!upos) return fail(fmt::format("'{}' is no universal part of speech", name));
    l.upos.push_back(*upos);
  }
  for (const std::string& script : scripts) {
    auto parsed = LemmaScript::parse(script);
    if (!parsed) return fail("a lemma script is malformed");
    l.lemma.push_back(std::move(*parsed));
  }
  for (std::string& feats : l.feats) {
    if (feats == "_") feats.clear();
  }
  for (const std::string& deprel : l.deprel) l.relation.push_back(relation_of(deprel));
  const auto root = index_of(l.deprel, "root");
  if (!root || l.deprel.size() < 2) return fail("the relations lack 'root' or any other");
  l.root = *root;
  return error_.empty() && read_name_labels();
}

bool ModelReader::read_name_labels() {
  ModelLabels& l = model_->labels;
  for (const std::string& tag : l.name) {
    const bool outside = tag == "O";
    const std::string label = outside || tag.size() < 3 ? std::string() : tag.substr(2);
    const auto type = outside ? NameType::kOrganization : name_type_of(label);
    if (!type || !(outside || tag.starts_with("B-") || tag.starts_with("I-"))) {
      return fail(fmt::format("'{}' is no known name tag", tag));
    }
    l.name_labels.push_back(label);
    l.name_types.push_back(*type);
  }
  // Without a tag that may start a sentence there would be no well-formed sequence.
  if (!index_of(l.name, "O")) return fail("the name tags lack 'O'");
  return true;
}

const Tensor* ModelReader::tensor(const std::string& name, Dtype dtype, const Shape& shape) {
  if (!error_.empty()) return nullptr;
  const auto found = file_.tensors.find(name);
  if (found == file_.tensors.end()) {
    fail(fmt::format("tensor '{}' is missing", name));
    return nullptr;
  }
  const Tensor& t = found->second;
  if (t.dtype != dtype || t.shape != shape) {
    fail(fmt::format("tensor '{}' is {} {}, expected {} {}", name, to_string(t.dtype),
                     text_of(t.shape), to_string(dtype), text_of(shape)));
    return nullptr;
  }
  return &t;
}

std::vector<float> ModelReader::matrix(const std::string& name, size_t rows, size_t columns) {
  std::vector<float> out;
  const Tensor* t = tensor(name, Dtype::kF16, {rows, columns});
  if (t == nullptr) return out;
  out.resize(rows * columns);
  for (size_t i = 0; i < out.size(); ++i) {
    uint16_t half;
    std::memcpy(&half, t->bytes.data() + 2 * i, sizeof half);
    out[i] = half_to_float(half);
  }
  return out;
}

std::vector<float> ModelReader::vector(const std::string& name, size_t n) {
  std::vector<float> out;
  const Tensor* t = tensor(name, Dtype::kF32, {n});
  if (t == nullptr) return out;
  out.resize(n);
  std::memcpy(out.data(), t->bytes.data(), n * sizeof(float));
  if (!std::all_of(out.begin(), out.end(), [](float x) { return std::isfinite(x); })) {
    fail(fmt::format("tensor '{}' holds a number that is not finite", name));
  }
  return out;
}

PackedMatrix ModelReader::linear(const std::string& name, size_t outputs, size_t inputs,
                                 bool bias) {
  const std::vector<float> weights = matrix(name + ".weight", outputs, inputs);
  const std::vector<float> b = bias ? vector(name + ".bias", outputs) : std::vector<float>();
  if (!error_.empty()) return {};
  return PackedMatrix(weights.data(), outputs, inputs, bias ? b.data() : nullptr);
}

bool ModelReader::read_words() {
  const uint64_t words = model_->config.rows[kWordGroup];
  const Tensor* hashes = tensor("vocabulary", Dtype::kU64, {words});
  const Tensor* scales = tensor("tables.word.scale", Dtype::kF32, {words});
  const Tensor* rows = tensor("tables.word", Dtype::kI8, {words, model_->config.dims[kWordGroup]});
  if (hashes == nullptr || scales == nullptr || rows == nullptr) return false;
  if (reinterpret_cast<uintptr_t>(scales->bytes.data()) % alignof(float) != 0) {
    return fail("its tables are not aligned; export it again with training/export_syntax.py");
  }
  const auto* scale = reinterpret_cast<const float*>(scales->bytes.data());
  if (!std::all_of(scale, scale + words, [](float x) { return std::isfinite(x); })) {
    return fail("tensor 'tables.word.scale' holds a number that is not finite");
  }
  model_->vocabulary = Vocabulary(hashes->bytes);
  model_->words = {reinterpret_cast<const int8_t*>(rows->bytes.data()), scale};
  return true;
}

bool ModelReader::read_name_lists() {
  const Json config = json("config");
  const Json endings = config.is_object() ? config.value("possessive", Json::array()) : Json();
  std::vector<std::string> possessive;
  for (const Json& ending : endings) {
    if (!endings.is_array() || !ending.is_string() ||
        ending.get_ref<const std::string&>().empty() || possessive.size() == kMaxEndings) {
      return fail(
          fmt::format("'possessive' in metadata 'config' must hold at most {} texts", kMaxEndings));
    }
    possessive.push_back(ending.get<std::string>());
  }
  const auto found = file_.tensors.find("lists");
  if (found == file_.tensors.end() || found->second.shape.size() != 1) {
    return fail("tensor 'lists' is missing");
  }
  const Tensor* entries = tensor("lists", Dtype::kU64, found->second.shape);
  if (entries == nullptr) return false;
  model_->lists = NameLists(entries->bytes, std::move(possessive));
  return true;
}

bool ModelReader::read_tables() {
  const ModelConfig& c = model_->config;
  for (size_t g = kWordGroup + 1; g < kFeatureGroups; ++g) {
    const Tensor* t =
        tensor(fmt::format("tables.{}", kGroupNames[g]), Dtype::kF16, {c.rows[g], c.dims[g]});
    if (t == nullptr) return false;
    if (reinterpret_cast<uintptr_t>(t->bytes.data()) % alignof(uint16_t) != 0) {
      return fail("its tables are not aligned; export it again with training/export_syntax.py");
    }
    model_->tables[g] = reinterpret_cast<const uint16_t*>(t->bytes.data());
  }
  return true;
}

bool ModelReader::read_lexicon() {
  const auto keys = file_.tensors.find("lexicon.key");
  const auto text = file_.tensors.find("lexicon.text");
  if (keys == file_.tensors.end() || text == file_.tensors.end() ||
      keys->second.shape.size() != 1 || text->second.shape.size() != 1) {
    return fail("the lemma lexicon is missing");
  }
  const Tensor* k = tensor("lexicon.key", Dtype::kU64, keys->second.shape);
  const Tensor* o = tensor("lexicon.offset", Dtype::kU32, keys->second.shape);
  const Tensor* t = tensor("lexicon.text", Dtype::kU8, text->second.shape);
  if (k == nullptr || o == nullptr || t == nullptr) return false;
  const bool terminated = !t->bytes.empty() && t->bytes.back() == '\0';
  for (size_t i = 0; i < o->bytes.size(); i += sizeof(uint32_t)) {
    uint32_t offset;
    std::memcpy(&offset, o->bytes.data() + i, sizeof offset);
    if (!terminated || offset >= t->bytes.size()) {
      return fail("the lemma lexicon points outside its text");
    }
  }
  model_->lexicon = LemmaLexicon(k->bytes, o->bytes, t->bytes);
  return true;
}

bool ModelReader::read_layers() {
  const size_t width = model_->config.width;
  for (size_t i = 0; i < model_->config.layers.size() && error_.empty(); ++i) {
    const std::string name = fmt::format("layers.{}.", i);
    Layer layer;
    layer.recurrent = model_->config.layers[i] == 'R';
    layer.gain = vector(name + "norm.weight", width);
    layer.bias = vector(name + "norm.bias", width);
    if (layer.recurrent) {
      layer.inward = linear(name + "inward", 4 * width, width);
      layer.outward = linear(name + "outward", width, 2 * width);
    } else {
      layer.inward = linear(name + "linear", 2 * width, 3 * width);
    }
    model_->layers.push_back(std::move(layer));
  }
  model_->gain = vector("norm.weight", width);
  model_->bias = vector("norm.bias", width);
  return error_.empty();
}

bool ModelReader::read_heads() {
  const ModelConfig& c = model_->config;
  const ModelLabels& l = model_->labels;
  model_->input = linear("input", 2 * c.width, c.input_width());
  model_->language = matrix("language", l.languages.size(), 2 * c.width);
  model_->hidden = linear("hidden", c.hidden_width(), c.width);
  model_->upos = linear("upos", l.upos.size(), c.tag_width);
  model_->feats = linear("feats", l.feats.size(), c.tag_width);
  model_->lemma = linear("lemma", l.lemma.size(), c.tag_width);
  model_->name = linear("name", l.name.size(), c.name_width);
  std::vector<float> transitions = matrix("name_transition", l.name.size(), l.name.size());
  model_->arc = linear("arc", c.arc_width, c.arc_width);
  model_->root = vector("root", c.arc_width);
  model_->label_root = vector("label_root", c.label_width);
  const size_t pairs = l.deprel.size() * c.label_width;
  const std::vector<float> label = matrix("label", pairs, c.label_width);
  if (!error_.empty()) return false;
  model_->names = NameTagger(l.name, std::move(transitions));
  model_->label = PackedMatrix(label.data(), pairs, c.label_width, nullptr);
  model_->label_dependent = linear("label_dependent", l.deprel.size(), c.label_width);
  model_->label_head = linear("label_head", l.deprel.size(), c.label_width, /*bias=*/false);
  return error_.empty();
}

bool ModelReader::read(std::string_view file) {
  auto container = Safetensors::read(file);
  if (!container) return fail(container.error().message);
  file_ = std::move(*container);
  return check_identity() && read_config() && read_labels() && read_words() && read_name_lists() &&
         read_tables() && read_lexicon() && read_layers() && read_heads();
}

Result<std::unique_ptr<const Model>> Model::open(const std::filesystem::path& path) {
  auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  std::unique_ptr<Model> model(new Model());
  model->file_ = std::move(*file);
  ModelReader reader(model.get());
  if (!reader.read(model->file_.bytes())) {
    return failure(fmt::format("{}: {}", path.string(), reader.error()));
  }
  return std::unique_ptr<const Model>(std::move(model));
}

uint64_t LemmaLexicon::key(size_t i) const {
  uint64_t value;
  std::memcpy(&value, keys_.data() + i * sizeof value, sizeof value);
  return value;
}

std::string_view LemmaLexicon::find(std::string_view language, std::string_view lower_form,
                                    std::string_view upos) const {
  std::string text;
  text.append(language).append(1, '\t').append(lower_form).append(1, '\t').append(upos);
  const uint64_t wanted = hash64('l', text);
  size_t low = 0, high = size();
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (key(middle) < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == size() || key(low) != wanted) return {};
  uint32_t offset;
  std::memcpy(&offset, offsets_.data() + low * sizeof offset, sizeof offset);
  return std::string_view(text_.data() + offset);
}

}  // namespace varde::syntax
