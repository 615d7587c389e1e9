// Which language a text is written in.
#ifndef VARDE_TEXT_LANGUAGE_H_
#define VARDE_TEXT_LANGUAGE_H_

#include <cstdint>
#include <filesystem>
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

// Naive Bayes over frequent words and letter trigrams after the text's script has narrowed the
// choice (Cavnar and Trenkle 1994 for n-grams, Grefenstette 1995 for words). Immutable, thread
// safe.
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
  };
  struct Cost {
    uint16_t language;
    uint16_t tenths;  // of a bit
  };
  using Costs = std::unordered_map<std::string, std::vector<Cost>>;
  struct Evidence;

  Result<void> read_languages(const Table& table);
  Result<void> read_profiles(const Table& table);
  int32_t main_script(std::string_view text) const;
  void count_word(const std::string& word, bool name, Evidence* evidence) const;
  bool is_candidate(const Language& language, int32_t script,
                    std::span<const std::string> among) const;
  LanguageGuess decide(const Evidence& evidence, int32_t script,
                       std::span<const std::string> among) const;

  std::vector<Language> languages_;
  Costs words_;
  Costs trigrams_;
};

}  // namespace varde

#endif  // VARDE_TEXT_LANGUAGE_H_
