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

constexpr size_t kLooksAt = 20000;    // bytes of a text
constexpr size_t kLongestWord = 60;   // bytes; longer runs of letters are no words
constexpr size_t kLongestGram = 8;    // code points
constexpr double kBitsForHalf = 6;    // lead over the second language that halves the doubt
constexpr size_t kFewWords = 6;       // fewer are not judged unknown
constexpr double kLeastKnown = 0.12;  // share of words that the best language must know
constexpr double kScriptCertainty =
    0.95;  // a script tells one language from its neighbours so well
constexpr std::string_view kUnknown = "und";
constexpr std::string_view kUnknownName = "an unknown language";

// Web and e-mail addresses become blanks: they are in no language.
void blank_addresses(std::string* text) {
  for (size_t begin = 0; begin < text->size();) {
    const size_t end = std::min(text->find_first_of(" \t\r\n", begin), text->size());
    const std::string_view chunk(text->data() + begin, end - begin);
    if (chunk.find("://") != std::string_view::npos || chunk.find('@') != std::string_view::npos ||
        chunk.starts_with("www.")) {
      text->replace(begin, end - begin, end - begin, ' ');
    }
    begin = end + 1;
  }
}

}  // namespace

struct LanguageIdentifier::Evidence {
  explicit Evidence(size_t languages) : tenths(languages), known(languages) {}
  std::vector<double> tenths;  // of a bit, for each language
  std::vector<size_t> known;   // words that the language lists
  size_t words = 0;
};

Result<LanguageIdentifier> LanguageIdentifier::open(const std::filesystem::path& folder) {
  LanguageIdentifier identifier;
  const auto languages = Table::read(folder / "languages.tsv", {"code", "name", "script", "known"});
  if (!languages) return tl::unexpected(languages.error());
  if (auto read = identifier.read_languages(*languages); !read) return tl::unexpected(read.error());
  const auto profiles = Table::read(folder / "profiles.tsv", {"kind", "gram", "weights"});
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
    language.least_known = kLeastKnown;
    if (const std::string_view known = table.cell(row, "known"); !known.empty()) {
      const auto parsed =
          std::from_chars(known.data(), known.data() + known.size(), language.least_known);
      if (parsed.ec != std::errc() || parsed.ptr != known.data() + known.size() ||
          !(language.least_known >= 0 && language.least_known <= 1)) {
        return failure(table.place(row) + ": 'known' must be a share such as 0.35, or empty");
      }
    }
    languages_.push_back(std::move(language));
  }
  return {};
}

Result<void> LanguageIdentifier::read_weights(const Table& table, size_t row,
                                              std::vector<Weight>* weights) {
  for (const std::string_view pair : split(table.cell(row, "weights"), ' ')) {
    const size_t colon = std::min(pair.find(':'), pair.size());
    const auto number = numbers_.find(pair.substr(0, colon));
    int16_t tenths = 0;
    const std::string_view digits = pair.substr(std::min(colon + 1, pair.size()));
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), tenths);
    if (number == numbers_.end() || parsed.ec != std::errc()) {
      return failure(table.place(row) + ": '" + std::string(pair) +
                     "' must be a code of languages.tsv, ':' and a number");
    }
    weights->push_back({number->second, tenths});
    languages_[number->second].profiled = true;
  }
  return {};
}

Result<void> LanguageIdentifier::read_profiles(const Table& table) {
  for (size_t i = 0; i < languages_.size(); ++i) {
    numbers_[languages_[i].code] = static_cast<uint16_t>(i);
  }
  for (size_t row = 0; row < table.size(); ++row) {
    const std::string_view kind = table.cell(row, "kind");
    const std::string gram(table.cell(row, "gram"));
    if (kind != "word" && kind != "gram") {
      return failure(table.place(row) + ": kind must be 'word' or 'gram'");
    }
    if (kind == "gram") {
      const size_t length = count_code_points(gram);
      if (length == 0 || length > kLongestGram) {
        return failure(table.place(row) + ": a gram must have 1 to " +
                       std::to_string(kLongestGram) + " letters");
      }
      shortest_gram_ = std::min(shortest_gram_, length);
      longest_gram_ = std::max(longest_gram_, length);
    }
    auto& weights = (kind == "word" ? words_ : grams_)[gram];
    if (auto read = read_weights(table, row, &weights); !read) return read;
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

void LanguageIdentifier::count_grams(const std::string& word, Evidence* evidence) const {
  const std::string padded = "_" + word + "_";
  std::vector<size_t> starts;
  for (size_t at = 0; at < padded.size();) {
    starts.push_back(at);
    next_code_point(padded, &at);
  }
  starts.push_back(padded.size());
  for (size_t length = shortest_gram_; length <= longest_gram_; ++length) {
    for (size_t i = 0; i + length < starts.size(); ++i) {
      const auto found = grams_.find(padded.substr(starts[i], starts[i + length] - starts[i]));
      if (found == grams_.end()) continue;
      for (const Weight& weight : found->second) evidence->tenths[weight.language] += weight.tenths;
    }
  }
}

void LanguageIdentifier::count_word(const std::string& word, bool name, Evidence* evidence) const {
  if (!name) ++evidence->words;
  if (const auto found = words_.find(word); found != words_.end()) {
    for (const Weight& weight : found->second) {
      evidence->tenths[weight.language] += weight.tenths;
      if (!name) ++evidence->known[weight.language];
    }
  }
  if (!name) count_grams(word, evidence);  // names are spelt alike everywhere
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
  double most = -std::numeric_limits<double>::infinity();
  double second = most;
  for (size_t i = 0; i < languages_.size(); ++i) {
    const Language& language = languages_[i];
    if (!is_candidate(language, script, among)) continue;
    const double bits = language.profiled ? evidence.tenths[i] / 10 : most;
    if (best == nullptr || bits > most) {
      second = best == nullptr ? second : most;
      most = bits;
      best = &language;
      best_at = i;
    } else {
      second = std::max(second, bits);
    }
  }
  if (best == nullptr) return {kUnknown, kUnknownName, 0};
  if (!best->profiled) return {best->code, best->name, kScriptCertainty};
  const double known = static_cast<double>(evidence.known[best_at]);
  if (evidence.words >= kFewWords &&
      known < best->least_known * static_cast<double>(evidence.words)) {
    return {kUnknown, kUnknownName, 0};
  }
  if (std::isinf(second)) return {best->code, best->name, kScriptCertainty};
  const double lead = most - second;
  if (lead <= 0) return {kUnknown, kUnknownName, 0};  // no word or n-gram that any profile lists
  return {best->code, best->name, 1 - std::exp2(-lead / kBitsForHalf)};
}

LanguageGuess LanguageIdentifier::identify(std::string_view text,
                                           std::span<const std::string> among) const {
  size_t end = std::min(text.size(), kLooksAt);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  std::string sample = to_nfc(text.substr(0, end));
  blank_addresses(&sample);
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
