#include "text/language.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

#include "base/utf8.h"

namespace varde {
namespace {

constexpr size_t kLooksAt = 20000;       // bytes of a text
constexpr size_t kLongestWord = 60;      // bytes; longer runs of letters are no words
constexpr double kUnseen = 165;          // tenths of a bit: dearer than anything a profile lists
constexpr double kTrigramWeight = 0.45;  // trigrams of one word say much the same
constexpr double kBitsForHalf = 6;       // lead over the second language that halves the doubt
constexpr size_t kFewWords = 12;         // fewer are not judged unknown
constexpr double kLeastKnown = 0.12;     // share of words that the best language must know
constexpr double kScriptCertainty =
    0.95;  // a script tells one language from its neighbours so well
constexpr std::string_view kUnknown = "und";
constexpr std::string_view kUnknownName = "an unknown language";

}  // namespace

struct LanguageIdentifier::Evidence {
  explicit Evidence(size_t languages) : bits(languages), known(languages) {}
  std::vector<double> bits;   // cost of the text so far
  std::vector<size_t> known;  // words that the language lists
  size_t words = 0;
};

Result<LanguageIdentifier> LanguageIdentifier::open(const std::filesystem::path& folder) {
  LanguageIdentifier identifier;
  const auto languages = Table::read(folder / "languages.tsv", {"code", "name", "script"});
  if (!languages) return tl::unexpected(languages.error());
  if (auto read = identifier.read_languages(*languages); !read) return tl::unexpected(read.error());
  const auto profiles = Table::read(folder / "profiles.tsv", {"kind", "gram", "costs"});
  if (!profiles) return tl::unexpected(profiles.error());
  if (auto read = identifier.read_profiles(*profiles); !read) return tl::unexpected(read.error());
  return identifier;
}

Result<void> LanguageIdentifier::read_languages(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    Language language;
    language.code = table.cell(row, "code");
    language.name = table.cell(row, "name");
    if (language.code.empty() || language.name.empty()) {
      return failure(table.place(row) + ": 'code' and 'name' must not be empty; fill them in");
    }
    for (const std::string_view script : table.list(row, "script")) {
      const int32_t code = u_getPropertyValueEnum(UCHAR_SCRIPT, std::string(script).c_str());
      if (code < 0) {
        return failure(table.place(row) + ": '" + std::string(script) +
                       "' is no ISO 15924 script; write it as 'Latn'");
      }
      language.scripts.push_back(code);
    }
    languages_.push_back(std::move(language));
  }
  return {};
}

Result<void> LanguageIdentifier::read_profiles(const Table& table) {
  std::map<std::string_view, uint16_t> numbers;
  for (size_t i = 0; i < languages_.size(); ++i) {
    numbers[languages_[i].code] = static_cast<uint16_t>(i);
  }
  for (size_t row = 0; row < table.size(); ++row) {
    const std::string_view kind = table.cell(row, "kind");
    if (kind != "word" && kind != "trigram") {
      return failure(table.place(row) + ": kind must be 'word' or 'trigram'");
    }
    auto& costs = (kind == "word" ? words_ : trigrams_)[std::string(table.cell(row, "gram"))];
    for (const std::string_view pair : split(table.cell(row, "costs"), ' ')) {
      const size_t colon = std::min(pair.find(':'), pair.size());
      const auto number = numbers.find(pair.substr(0, colon));
      uint16_t tenths = 0;
      const std::string_view digits = pair.substr(std::min(colon + 1, pair.size()));
      const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), tenths);
      if (number == numbers.end() || parsed.ec != std::errc()) {
        return failure(table.place(row) + ": '" + std::string(pair) +
                       "' must be a code of languages.tsv, ':' and a number");
      }
      costs.push_back({number->second, tenths});
      languages_[number->second].profiled = true;
    }
  }
  return {};
}

int32_t LanguageIdentifier::main_script(std::string_view text) const {
  std::map<int32_t, size_t> counts;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, &at);
    if (!is_letter(c)) continue;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
    if (U_SUCCESS(status) && script > USCRIPT_INHERITED) ++counts[script];
  }
  int32_t best = USCRIPT_COMMON;
  size_t most = 0;
  for (const auto& [script, count] : counts) {
    if (count <= most) continue;
    most = count;
    best = script;
  }
  return best;
}

void LanguageIdentifier::count_word(const std::string& word, bool name, Evidence* evidence) const {
  const auto add = [&](const Costs& table, const std::string& gram, double weight, bool count) {
    const auto found = table.find(gram);
    if (found == table.end()) return;
    for (double& bits : evidence->bits) bits += kUnseen / 10 * weight;
    for (const Cost& cost : found->second) {
      evidence->bits[cost.language] -=
          (kUnseen - std::min<double>(cost.tenths, kUnseen)) / 10 * weight;
      if (count) ++evidence->known[cost.language];
    }
  };
  if (!name) ++evidence->words;
  add(words_, word, 1, !name);
  if (name) return;  // names are spelt alike everywhere
  const std::string padded = "_" + word + "_";
  std::vector<size_t> starts;
  for (size_t at = 0; at < padded.size();) {
    starts.push_back(at);
    next_code_point(padded, &at);
  }
  starts.push_back(padded.size());
  for (size_t i = 0; i + 3 < starts.size(); ++i) {
    add(trigrams_, padded.substr(starts[i], starts[i + 3] - starts[i]), kTrigramWeight, false);
  }
}

bool LanguageIdentifier::is_candidate(const Language& language, int32_t script,
                                      std::span<const std::string> among) const {
  const auto& scripts = language.scripts;
  return std::find(scripts.begin(), scripts.end(), script) != scripts.end() &&
         (among.empty() || std::find(among.begin(), among.end(), language.code) != among.end());
}

LanguageGuess LanguageIdentifier::decide(const Evidence& evidence, int32_t script,
                                         std::span<const std::string> among) const {
  const Language* best = nullptr;
  size_t best_at = 0;
  double least = std::numeric_limits<double>::infinity();
  double second = least;
  for (size_t i = 0; i < languages_.size(); ++i) {
    const Language& language = languages_[i];
    if (!is_candidate(language, script, among)) continue;
    const double bits = language.profiled ? evidence.bits[i] : least;
    if (best == nullptr || bits < least) {
      second = best == nullptr ? second : least;
      least = bits;
      best = &language;
      best_at = i;
    } else {
      second = std::min(second, bits);
    }
  }
  if (best == nullptr) return {kUnknown, kUnknownName, 0};
  if (!best->profiled) return {best->code, best->name, kScriptCertainty};
  const double known = static_cast<double>(evidence.known[best_at]);
  if (evidence.words >= kFewWords && known < kLeastKnown * static_cast<double>(evidence.words)) {
    return {kUnknown, kUnknownName, 0};
  }
  if (std::isinf(second)) return {best->code, best->name, kScriptCertainty};
  const double lead = second - least;
  if (lead <= 0) return {kUnknown, kUnknownName, 0};  // no word or trigram that any profile lists
  return {best->code, best->name, 1 - std::exp2(-lead / kBitsForHalf)};
}

LanguageGuess LanguageIdentifier::identify(std::string_view text,
                                           std::span<const std::string> among) const {
  size_t end = std::min(text.size(), kLooksAt);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  const std::string sample = to_nfc(text.substr(0, end));
  Evidence evidence(languages_.size());
  std::string word;
  for (size_t at = 0; at <= sample.size();) {
    const size_t start = at;
    const char32_t c = at < sample.size() ? next_code_point(sample, &at) : U' ';
    if (is_letter(c)) {
      word.append(sample, start, at - start);
      continue;
    }
    if (!word.empty() && word.size() <= kLongestWord) {
      count_word(to_lower(word), starts_with_upper(word), &evidence);
    }
    word.clear();
    if (start >= sample.size()) break;
  }
  return decide(evidence, main_script(sample), among);
}

}  // namespace varde
