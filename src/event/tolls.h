// Tolls: every number of people killed, wounded, missing, displaced, detained or abducted, and who
// says so.
#ifndef VARDE_EVENT_TOLLS_H_
#define VARDE_EVENT_TOLLS_H_

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "event/analysis.h"
#include "event/attribution.h"
#include "event/event.h"
#include "event/lexicon.h"
#include "event/records.h"
#include "varde/coded_document.h"
#include "varde/result.h"

namespace varde {

// The words of lang/<code>/tolls.tsv. Immutable after opening, thread safe.
class TollWords {
 public:
  static Result<TollWords> open(const std::filesystem::path& pack);

 private:
  friend class TollFinder;
  // Which part of its clause a word counts: those it is done to, those who do it ("died"), itself
  // ("the dead", "refugees"), or a figure it is equated with ("the death toll rose to 35").
  enum class Counts : uint8_t { kObject, kSubject, kItself, kFigure };
  struct Entry {
    Counts counts = Counts::kItself;
    std::string kind;
    std::string needs;  // lemma that must stand in the clause ("koste … livet"), or ""
    std::string rule;
  };
  std::multimap<std::string, Entry, std::less<>> words_;
  std::map<std::string, std::string, std::less<>> groups_;  // lemma -> category of victims
  std::string people_ = "people";
};

std::vector<TollRecord> code_tolls(const RecordWriter& writer, const TollWords& words,
                                   const Lexicon& lexicon, const Attributions& attributions,
                                   const std::vector<Event>& events);

}  // namespace varde

#endif  // VARDE_EVENT_TOLLS_H_
