// Which language a text is written in.
#ifndef VARDE_TEXT_LANGUAGE_H_
#define VARDE_TEXT_LANGUAGE_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/table.h"
#include "varde/result.h"

namespace varde {

struct LanguageGuess {
  std::string_view code;  // BCP 47, "und" when it cannot be told; lives as long as the identifier
  std::string_view name;  // in English
  double certainty = 0;   // 0 to 1; low for short texts and for close relatives
};

// A linear model over frequent words and letter n-grams after the text's script has narrowed the
// choice (Cavnar and Trenkle 1994 for n-grams, Grefenstette 1995 for words); its weights are
// trained by training/language_profiles.py. Web and e-mail addresses are left out. Immutable,
// thread safe.
class LanguageIdentifier {
 public:
  // Reads languages.tsv and profiles.tsv of lang/identification.
  static Result<LanguageIdentifier> open(const std::filesystem::path& folder);

  // Looks at the first 20,000 bytes. "und" for a text without letters and for one whose words no
  // language knows. With `among`, only these codes are weighed: the best of them for a text that
  // is too short to be refused.
  LanguageGuess identify(std::string_view text, std::span<const std::string> among = {}) const;

 private:
  struct Language {
    std::string code;
    std::string name;
    std::vector<int32_t> scripts;  // UScriptCode
    bool profiled = false;
    double least_known = 0;  // share of a text's words
  };
  struct Weight {
    uint16_t language;
    int16_t tenths;  // of a bit
  };
  using Weights = std::unordered_map<std::string, std::vector<Weight>>;
  struct Evidence;

  Result<void> read_languages(const Table& table);
  Result<void> read_profiles(const Table& table);
  Result<void> read_weights(const Table& table, size_t row, std::vector<Weight>* weights);
  int32_t main_script(std::string_view text) const;
  void count_word(const std::string& word, bool name, Evidence* evidence) const;
  void count_grams(const std::string& word, Evidence* evidence) const;
  bool is_candidate(const Language& language, int32_t script,
                    std::span<const std::string> among) const;
  LanguageGuess decide(const Evidence& evidence, int32_t script,
                       std::span<const std::string> among) const;

  std::vector<Language> languages_;
  std::map<std::string, uint16_t, std::less<>> numbers_;  // of languages, by code
  Weights words_;
  Weights grams_;
  size_t shortest_gram_ = SIZE_MAX;  // code points
  size_t longest_gram_ = 0;
};

}  // namespace varde

#endif  // VARDE_TEXT_LANGUAGE_H_
