// Finds the patterns of a language's time words in a parsed text. Works on forms and lemmas, not on
// the tree, so that a wrong parse costs no expression.
#ifndef VARDE_TIME_TIME_MATCHER_H_
#define VARDE_TIME_TIME_MATCHER_H_

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "syntax/parse.h"
#include "text/number.h"
#include "time/time_words.h"

namespace varde {

// A pattern found: tokens, half open, and what its elements stood for.
struct TimeMatch {
  uint32_t first = 0;
  uint32_t last = 0;
  const TimePattern* pattern = nullptr;
  std::optional<int> weekday;  // 1 Monday to 7 Sunday
  std::optional<int> month;
  std::optional<int> year;
  std::array<std::optional<int>, 2> days;  // of the month
  std::optional<Season> season;
  std::optional<Feast> feast;
  std::optional<double> number;
  std::optional<TimeUnit> unit;
  std::optional<Interval> date;             // of a numeric date
  std::array<const TimeMatch*, 2> inner{};  // of WHEN, owned by the matcher
};

// Which patterns can begin with a word, a class or a kind of element. Immutable, thread safe;
// refers to the words it was made from.
class PatternIndex {
 public:
  explicit PatternIndex(const TimeWords& words);
  const std::vector<uint32_t>& of_word(uint32_t word) const { return by_word_[word]; }
  const std::vector<uint32_t>& of_class(TimeClass c) const {
    return by_class_[static_cast<size_t>(c)];
  }
  const std::vector<uint32_t>& of_kind(ElementKind kind) const {
    return by_kind_[static_cast<size_t>(kind)];
  }

 private:
  std::vector<std::vector<uint32_t>> by_word_;
  std::array<std::vector<uint32_t>, 5> by_class_;
  std::array<std::vector<uint32_t>, 7> by_kind_;
};

// Of one document and one thread. Refers to what it is given, which must outlive it.
class TimeMatcher {
 public:
  TimeMatcher(const TimeWords& words, const PatternIndex& index, const Parse& parse,
              const std::vector<Quantity>& quantities);

  // The longest pattern that begins at token `at` and ends before token `end`; of two as long the
  // one that stands first in the file.
  std::optional<TimeMatch> longest(uint32_t at, uint32_t end) { return longest(at, end, 0); }

 private:
  struct Note {
    std::array<std::optional<uint32_t>, 2> ids;  // form, lemma
    std::optional<int> day;
    std::optional<int> year;
    std::optional<double> number;
    uint32_t number_end = 0;
    std::optional<Interval> date;
    uint32_t date_end = 0;
  };
  struct Search {
    const TimePattern* pattern;
    uint32_t end;
    int depth;
    std::optional<TimeMatch> best;
  };

  void note_forms();
  void note_numbers(const std::vector<Quantity>& quantities);
  void note_dates();
  std::optional<TimeMatch> longest(uint32_t at, uint32_t end, int depth);
  void walk(Search* search, size_t element, TimeMatch match);
  bool take(const Element& element, const Search& search, TimeMatch* match);
  bool take_class(TimeClass time_class, const Note& note, TimeMatch* match) const;
  bool counts_a_noun(uint32_t token) const;
  bool is_one_of(const Element& element, uint32_t token) const;

  const TimeWords& words_;
  const PatternIndex& index_;
  const Parse& parse_;
  std::vector<Note> notes_;
  std::deque<TimeMatch> inner_;
};

// The interval of a date in figures: "2016-10-13", "2016-12", "13.10.2016", "13/10/2016".
std::optional<Interval> numeric_date(std::string_view text);

}  // namespace varde

#endif  // VARDE_TIME_TIME_MATCHER_H_
