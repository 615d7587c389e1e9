#include "text/boundary_model.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <optional>

#include "base/safetensors.h"
#include "base/table.h"
#include "base/utf8.h"
#include "text/chars.h"

namespace varde {

static_assert(std::endian::native == std::endian::little, "model files are used in place");

namespace {

constexpr std::string_view kFormat = "varde-sentences/1";
constexpr size_t kMostRows = 1 << 24;
constexpr size_t kMostTemplates = 1024;
constexpr size_t kMostAtoms = 16;  // of one template
constexpr int kFarthest = 15;      // offset of an atom
constexpr int kMostThreshold = 1 << 20;
constexpr size_t kLongestForm = 40;  // code points
constexpr size_t kLongestShape = 8;
constexpr size_t kSuffix = 3;
constexpr size_t kLexiconSuffixes[] = {5, 4, 3, 2};
constexpr uint8_t kUnknownWord = 1 | 1 << 4;  // a noun, of unknown case
constexpr uint64_t kFiniteVerb = 13;
constexpr int kZeroWeight = 128;

constexpr std::array<std::string_view, kWordAtoms> kWordNames = {
    "word", "lower", "suffix", "shape", "class", "case", "tag", "space"};
constexpr std::array<std::string_view, kGapAtoms> kGapNames = {
    "spacing",     "quote", "length",      "ahead", "first_class",
    "first_lower", "verbs", "verbs_ahead", "layout"};

uint64_t fnv(char tag, std::string_view text) {
  constexpr uint64_t kPrime = 0x100000001B3;
  uint64_t value = (0xCBF29CE484222325 ^ static_cast<unsigned char>(tag)) * kPrime;
  for (const char byte : text) value = (value ^ static_cast<unsigned char>(byte)) * kPrime;
  return value;
}

uint64_t mix(uint64_t value, uint64_t part) {
  value = (value ^ part) * 0x9E3779B97F4A7C15;
  return value ^ (value >> 29);
}

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_upper(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  return u_isupper(code) || u_istitle(code);
}

bool is_word_character(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

char32_t without_variants(char32_t c) {
  if (is_one_of(c, U"«»“”„")) return U'"';
  if (is_one_of(c, U"‘’‚‹›")) return U'\'';
  return is_one_of(c, U"—―−") ? U'–' : c;
}

std::string shape_of(std::u32string_view normal) {
  std::u32string shape;
  for (const char32_t c : normal) {
    const char32_t s = is_upper(c) ? U'X' : is_letter(c) ? U'x' : is_ascii_digit(c) ? U'd' : c;
    const size_t n = shape.size();
    if (n < 2 || shape[n - 1] != s || shape[n - 2] != s) shape += s;
    if (shape.size() == kLongestShape) break;
  }
  std::string out;
  for (const char32_t c : shape) append_code_point(c, &out);
  return out;
}

// The classes of marks 1 to 13 and 17, 0 for anything with a letter or a digit.
uint64_t class_of_mark(std::string_view form, char32_t first, bool has_word) {
  const bool single = form.size() == 1;
  if (single && form == ".") return kClassFullStop;
  if (single && is_one_of(first, U":;,"))
    return first == U':' ? kClassColon : first == U';' ? 5 : kClassComma;
  if (is_one_of(first, U"«“„‘‚‹")) return kClassOpeningQuote;
  if (is_one_of(first, U"»”›")) return kClassClosingQuote;
  if (first == U'"') return kClassStraightQuote;
  if (form == "'" || form == "’") return 10;
  if (is_opening_bracket(first)) return kClassOpeningBracket;
  if (is_closing_bracket(first)) return kClassClosingBracket;
  if (first == U'-' || is_dash(first)) return has_word ? 14 : 13;
  return has_word ? 0 : 17;
}

uint64_t class_of(std::string_view form) {
  const char32_t first = first_char(form);
  bool has_word = false, terminal = true;
  size_t length = 0;
  for (size_t at = 0; at < form.size(); ++length) {
    const char32_t c = next_code_point(form, &at);
    has_word = has_word || is_word_character(c);
    terminal = terminal && is_terminal(c);
  }
  if (terminal && form != ".") return first == U'!' || first == U'?' ? 2 : kClassOtherTerminal;
  if (const uint64_t mark = class_of_mark(form, first, has_word); mark != 0) return mark;
  const bool full_stop = form.back() == '.';
  if (is_ascii_digit(first)) return full_stop ? 16 : kClassNumber;
  if (full_stop) return kClassAbbreviation;
  if (is_upper(first)) return length > 1 && is_all_upper(form) ? kClassFirstWord : 20;
  return is_letter(first) ? kClassSmallWord : kClassLastWord;
}

// The last `count` code points.
std::string_view last_of(std::string_view text, size_t count) {
  size_t at = text.size();
  while (at > 0 && count > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) --count;
  }
  return text.substr(at);
}

template <typename Names>
std::optional<uint8_t> index_of(const Names& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<uint8_t>(found - names.begin());
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

// Reads one file into one model; the first mistake stands in error().
class BoundaryModelReader {
 public:
  explicit BoundaryModelReader(BoundaryModel* model) : model_(model) {}

  bool read() {
    auto file = Safetensors::read(model_->file_.bytes());
    if (!file) return fail(file.error().message);
    file_ = std::move(*file);
    return check_identity() && read_tensors() && read_templates() && read_threshold();
  }

  const std::string& error() const { return error_; }

 private:
  bool fail(std::string message) {
    error_ = std::move(message);
    return false;
  }

  std::string_view metadata(const char* key) const {
    const auto found = file_.metadata.find(key);
    return found == file_.metadata.end() ? std::string_view() : found->second;
  }

  bool check_identity() {
    const auto checked = varde::check_identity(file_, kFormat, "training/train_sentences.py");
    return checked || fail(checked.error().message);
  }

  bool list(const char* name, Dtype dtype, std::string_view* bytes) {
    const auto found = file_.tensors.find(name);
    if (found == file_.tensors.end() || found->second.dtype != dtype ||
        found->second.shape.size() != 1) {
      return fail(fmt::format("tensor '{}' is missing or no list of {}", name, to_string(dtype)));
    }
    *bytes = found->second.bytes;
    return true;
  }

  bool read_tensors() {
    if (!list("weights", Dtype::kU8, &model_->weights_) ||
        !list("lexicon.key", Dtype::kU32, &model_->keys_) ||
        !list("lexicon.value", Dtype::kU8, &model_->values_)) {
      return false;
    }
    const size_t rows = model_->weights_.size();
    if (rows > kMostRows || !std::has_single_bit(rows)) {
      return fail("the number of its weights is no power of two that is in use");
    }
    if (model_->keys_.size() != model_->values_.size() * sizeof(uint32_t)) {
      return fail("its lexicon has not one value for each key");
    }
    for (size_t i = 1; i < model_->values_.size(); ++i) {
      if (model_->key_at(i - 1) >= model_->key_at(i)) return fail("its lexicon is not sorted");
    }
    return true;
  }

  bool read_templates() {
    std::string_view text = metadata("templates");
    while (!text.empty()) {
      std::string_view line = take(&text, '\n');
      BoundaryModel::Template one;
      one.seed = mix(0, model_->templates_.size());
      while (!line.empty()) {
        const auto atom = read_atom(take(&line, ' '));
        if (!atom || one.atoms.size() == kMostAtoms) {
          return fail(fmt::format("its template {} is not understood; train it again",
                                  model_->templates_.size() + 1));
        }
        one.atoms.push_back(*atom);
      }
      model_->templates_.push_back(std::move(one));
      if (model_->templates_.size() > kMostTemplates) return fail("it has too many templates");
    }
    return !model_->templates_.empty() || fail("it has no templates");
  }

  static std::optional<BoundaryModel::Atom> read_atom(std::string_view text) {
    const bool shifted = text.find('@') != std::string_view::npos;
    const std::string_view name = take(&text, '@');
    BoundaryModel::Atom atom;
    if (const auto gap = index_of(kGapNames, name); gap && !shifted) {
      atom.of_gap = true;
      atom.index = *gap;
      return atom;
    }
    const auto word = index_of(kWordNames, name);
    const auto offset = shifted ? number(text) : std::optional<int>(0);
    if (!word || !offset || *offset < -kFarthest || *offset > kFarthest) return std::nullopt;
    atom.index = *word;
    atom.offset = static_cast<int8_t>(*offset);
    return atom;
  }

  bool read_threshold() {
    const auto threshold = number(metadata("threshold"));
    if (!threshold || *threshold < -kMostThreshold || *threshold > kMostThreshold) {
      return fail("its threshold is no number that is in use");
    }
    model_->threshold_ = *threshold;
    model_->headings_stand_apart_ = metadata("headings") == "apart";
    return true;
  }

  BoundaryModel* model_;
  Safetensors file_;
  std::string error_;
};

Result<std::shared_ptr<const BoundaryModel>> BoundaryModel::open(
    const std::filesystem::path& path) {
  auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  auto model = std::make_shared<BoundaryModel>();
  model->file_ = std::move(*file);
  BoundaryModelReader reader(model.get());
  if (!reader.read()) return failure(path.string() + ": " + reader.error());
  return std::shared_ptr<const BoundaryModel>(std::move(model));
}

uint32_t BoundaryModel::key_at(size_t entry) const {
  uint32_t key;
  std::memcpy(&key, keys_.data() + entry * sizeof(key), sizeof(key));
  return key;
}

uint8_t BoundaryModel::look_up(std::string_view key) const {
  const auto wanted = static_cast<uint32_t>(fnv('k', key));
  size_t first = 0, last = values_.size();
  while (first < last) {
    const size_t middle = first + (last - first) / 2;
    if (key_at(middle) < wanted)
      first = middle + 1;
    else
      last = middle;
  }
  const bool found = first < values_.size() && key_at(first) == wanted;
  return found ? static_cast<uint8_t>(values_[first]) : 0;
}

// Part of speech and case of a word in lower case; of an unknown one by its suffix.
uint8_t BoundaryModel::lexical(std::string_view lower) const {
  if (!is_letter(first_char(lower))) return 0;
  if (const uint8_t known = look_up(lower); known != 0) return known;
  const size_t length = count_code_points(lower);
  std::string suffix;
  for (const size_t count : kLexiconSuffixes) {
    if (length <= count) continue;
    suffix.assign(1, '$').append(last_of(lower, count));
    if (const uint8_t known = look_up(suffix); known != 0) return (known & 15) | 1 << 4;
  }
  return kUnknownWord;
}

WordAtoms BoundaryModel::describe(const Token& token) const {
  std::u32string normal;
  std::string form, lower;
  for (size_t at = 0; at < token.form.size() && normal.size() < kLongestForm;) {
    const char32_t c = without_variants(next_code_point(token.form, &at));
    normal += c;
    append_code_point(c, &form);
    const auto small = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    append_code_point(is_ascii_digit(c) ? U'0' : small, &lower);
  }
  const uint8_t known = lexical(lower);
  WordAtoms atoms;
  atoms[kWordForm] = fnv('w', form);
  atoms[kWordLower] = fnv('l', lower);
  atoms[kWordSuffix] = fnv('s', last_of(lower, kSuffix));
  atoms[kWordShape] = fnv('h', shape_of(normal));
  atoms[kWordClass] = class_of(token.form);
  atoms[kWordCase] = known >> 4;
  atoms[kWordTag] = uint64_t{known & 15U} << 5 | atoms[kWordClass];
  atoms[kWordSpace] = token.space_after ? 1 : 0;
  return atoms;
}

bool BoundaryModel::is_finite_verb(const WordAtoms& word) {
  return word[kWordTag] >> 5 == kFiniteVerb;
}

bool BoundaryModel::ends(std::span<const WordAtoms> words, size_t at, const GapAtoms& gap) const {
  const uint64_t mask = weights_.size() - 1;
  int sum = 0;
  for (const Template& one : templates_) {
    uint64_t value = one.seed;
    for (const Atom& atom : one.atoms) {
      // Far outside either end the index wraps round and is too large as well.
      const size_t word = at + static_cast<size_t>(static_cast<ptrdiff_t>(atom.offset));
      value = mix(value, atom.of_gap           ? gap[atom.index]
                         : word < words.size() ? words[word][atom.index]
                                               : 0);
    }
    sum += static_cast<unsigned char>(weights_[value & mask]) - kZeroWeight;
  }
  return sum > threshold_;
}

}  // namespace varde
