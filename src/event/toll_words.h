// The words that count people: lang/<code>/tolls.tsv, and the categories of victims in nouns.tsv.
#ifndef VARDE_EVENT_TOLL_WORDS_H_
#define VARDE_EVENT_TOLL_WORDS_H_

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "event/analysis.h"
#include "varde/result.h"

namespace varde {

// What a word counts: those it is done to (object), those who do it ("died"), those behind a
// preposition ("took the lives of 20"), itself ("the dead", "refugees"), a figure it is equated
// with
// ("the death toll rose to 35"), nothing but what was counted before, by somebody else ("the police
// put it at 12": reports), or a part of it ("of them").
enum class TollCounts : uint8_t { kObject, kSubject, kOblique, kItself, kFigure, kReports, kPart };

struct TollEntry {
  TollCounts counts = TollCounts::kItself;
  std::string kind;
  std::string
      needs;  // lemmas or forms of which one must stand in the sentence ("koste … livet"), or ""
  std::string rule;
};

// Immutable after opening, thread safe.
class TollWords {
 public:
  static Result<TollWords> open(const std::filesystem::path& pack);

  // The first entry of that class for a token whose other words stand in its sentence, or null.
  const TollEntry* find(const Analysis& analysis, uint32_t token, TollCounts counts) const;
  // The category of victims that a noun names, or "". `compounding`: also its last part.
  std::string_view group_of(const Analysis& analysis, uint32_t noun, bool compounding) const;

 private:
  bool has_needed(const Analysis& analysis, const TollEntry& entry, uint32_t token) const;

  std::multimap<std::string, TollEntry, std::less<>> words_;
  std::map<std::string, std::string, std::less<>> groups_;  // lemma -> category of victims
};

}  // namespace varde

#endif  // VARDE_EVENT_TOLL_WORDS_H_
