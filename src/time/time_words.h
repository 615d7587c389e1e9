// What a language pack says about time: the words, the patterns of time expressions and what each
// pattern means. Read from lang/<code>/time.toml, whose header describes the format for those who
// edit it.
//
// A pattern is a sequence of elements, each matched by one or more tokens:
//   word          the token's form, lower case; "(a|b)" is either, "x?" may be missing
//   CLASS         WEEKDAY, MONTH, UNIT, SEASON, FEAST, or a list of plain words under [words]
//   NUMBER        a quantity, "DAY" a day of the month, "YEAR" 1900 to 2099, "DATE" a numeric date
//   WHEN          a whole time expression (one that itself matches a pattern)
//   x/NOUN        the token must have this universal part of speech
//   !x            the next token must not be x (at the end of a pattern)
// and its meaning a pipeline of operations, "unit(week, -1) | beginning".
#ifndef VARDE_TIME_TIME_WORDS_H_
#define VARDE_TIME_TIME_WORDS_H_

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "syntax/parse.h"
#include "time/calendar.h"
#include "varde/result.h"

namespace varde {

enum class TimeClass : uint8_t { kWeekday, kMonth, kUnit, kSeason, kFeast };

// One reading of a word: its class and what it stands for (weekday 1 to 7, month 1 to 12, the
// value of TimeUnit, Season or Feast).
struct TimeReading {
  TimeClass time_class;
  uint8_t value;
};

enum class ElementKind : uint8_t { kWords, kClass, kNumber, kDay, kYear, kDate, kWhen };

struct Element {
  ElementKind kind = ElementKind::kWords;
  TimeClass time_class = TimeClass::kWeekday;  // of kClass
  bool optional = false;
  bool negated = false;
  std::optional<Upos> upos;
  std::vector<uint32_t> words;  // of kWords, sorted word ids
};

// Which of the days, months, … that bear a name is meant.
enum class Which : uint8_t { kByTense, kLast, kPrevious, kNext, kComing, kThis };

enum class Op : uint8_t {
  // what an interval is made of
  kWeekday,
  kDate,
  kMonth,
  kYear,
  kSeason,
  kFeast,
  kWeekend,
  kDay,
  kUnit,
  kAgo,
  kPast,
  kComing,
  kAhead,
  kFromNow,
  kWithin,
  kLasting,
  kDuration,
  kLater,
  kEarlier,
  kSame,
  kSinceThen,
  kWhen,
  kUnknown,
  kNone,
  // what is made of an interval
  kSince,
  kUntil,
  kBy,
  kBefore,
  kNightBefore,
  kMidnight,
  kBeginning,
  kMiddle,
  kEnd,
  kRest,
  kSoFar,
  kMinus,
  kPlus,
  kTurn,
  kNthWeek,
};

struct Step {
  Op op = Op::kNone;
  Which which = Which::kByTense;
  std::optional<int> number;     // instead of a NUMBER of the pattern
  std::optional<TimeUnit> unit;  // instead of a UNIT of the pattern
};

struct TimePattern {
  std::string text;
  uint32_t line = 0;
  std::vector<Element> elements;
  std::vector<Step> steps;  // not empty
};

// A part of a compound that stands for a stretch of time: "timers" in "72-timersfristen".
struct CompoundUnit {
  std::string part;
  TimeUnit unit;
};

// Immutable after reading, thread safe.
class TimeWords {
 public:
  static Result<TimeWords> read(const std::filesystem::path& path);
  static Result<TimeWords> parse(std::string_view content, std::string name);

  // The id of a word in lower case; nothing when the file does not name it.
  std::optional<uint32_t> word(std::string_view lower) const;
  const std::vector<TimeReading>& readings(uint32_t word) const { return readings_[word]; }
  std::optional<double> number(uint32_t word) const;
  size_t size() const { return readings_.size(); }  // words have the ids below it

  std::vector<TimePattern> patterns;  // in the order of the file
  std::vector<CompoundUnit> compound_units;
  std::vector<std::string> compound_links;   // between a weekday and the noun it begins: "s"
  std::vector<std::string> middle_prefixes;  // before a month: "mid-"
  std::vector<std::string> day_suffixes;     // behind the figures of a day of the month: "th"

  // Lower-case lemmas or forms.
  std::unordered_set<std::string> join;   // "og" in "torsdag og fredag"
  std::unordered_set<std::string> since;  // open a clause: "since fighting erupted in May"
  std::unordered_set<std::string> future_auxiliaries;
  std::unordered_set<std::string> perfect_auxiliaries;
  std::unordered_set<std::string> prospective;  // what they govern lies ahead
  std::unordered_set<std::string> reporting;    // their present tense tells of the past

 private:
  friend class TimeWordsParser;
  uint32_t intern(std::string_view word);

  std::unordered_map<std::string, uint32_t> ids_;
  std::vector<std::vector<TimeReading>> readings_;  // by word id
  std::unordered_map<uint32_t, double> numbers_;
};

}  // namespace varde

#endif  // VARDE_TIME_TIME_WORDS_H_
