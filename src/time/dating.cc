#include "time/dating.h"

#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"

namespace varde {
namespace {

using std::chrono::days;

constexpr uint32_t kTopParagraphs = 4;
constexpr uint32_t kDatelineTokens = 10;  // before the date
constexpr uint32_t kShortSentence = 8;
constexpr uint32_t kTinySentence = 4;

bool is_punctuation_token(const Parse& parse, uint32_t token) {
  const auto form = parse.form(token);
  size_t at = 0;
  return !form.empty() && is_punctuation(next_code_point(form, &at));
}

bool has_verb(const Parse& parse, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; ++i) {
    if (parse.words[i].upos == Upos::kVerb || parse.words[i].upos == Upos::kAux) return true;
  }
  return false;
}

// A date that stands in a dateline or a line of its own rather than in the story.
bool in_dateline(const Parse& parse, const FoundTime& found) {
  const Text& text = *parse.text;
  const Sentence& sentence = text.sentences[found.sentence];
  if (sentence.kind == SentenceKind::kDateline) return true;
  const bool top = sentence.paragraph < kTopParagraphs;
  const bool bottom = sentence.paragraph + 1 >= text.paragraphs.size();
  const uint32_t length = sentence.last - sentence.first;
  if (!top && !bottom) return false;
  const uint32_t own = found.match.last - found.match.first;
  if (length <= own + kTinySentence) return true;
  if (length <= own + kShortSentence && !has_verb(parse, sentence.first, sentence.last))
    return true;
  if (!top || found.match.first > sentence.first + kDatelineTokens) return false;
  if (has_verb(parse, sentence.first, found.match.first)) return false;
  if (found.match.last < sentence.last && !is_punctuation_token(parse, found.match.last)) {
    return starts_with_upper(parse.form(found.match.last)) &&
           is_all_upper(parse.form(sentence.first));
  }
  for (uint32_t i = sentence.first; i < found.match.first; ++i) {
    const auto& word = parse.words[i];
    const bool fits = word.upos == Upos::kPropn || starts_with_upper(parse.form(i)) ||
                      is_punctuation_token(parse, i);
    if (!fits) return false;
  }
  return true;
}

bool names_day(const FoundTime& found) {
  return found.op() == Op::kDate &&
         (found.match.date || (found.match.month && found.match.days[0]));
}

// The present tense does not keep a full date from lying in the past.
bool in_past(const FoundTime& found) {
  return found.tense.direction != Direction::kFuture || found.tense.present;
}

// The latest year that the story tells of in the past.
std::optional<int> latest_year(const std::vector<FoundTime>& found) {
  std::optional<int> latest;
  for (const FoundTime& one : found) {
    if (!in_past(one)) continue;
    auto year = one.match.year;
    for (const TimeMatch* inner : one.match.inner) {
      if (inner != nullptr && inner->year) year = inner->year;
    }
    if (one.match.date) year = year_of(one.match.date->begin);
    if (year && (!latest || *year > *latest)) latest = year;
  }
  return latest;
}

int64_t gap(Day a, Day b) { return std::abs((a - b).count()); }

// The day that an expression names; a missing year is `year`, or the one next to it in which the
// day falls on the weekday that is named with it, or is nearest to a day named in full.
std::optional<Interval> named_day(const TimeMatch& match, std::optional<int> year,
                                  std::optional<Day> full = std::nullopt) {
  if (match.date) return match.date;
  const auto day_in = [&](int y) {
    return make_day(y, static_cast<unsigned>(*match.month), static_cast<unsigned>(*match.days[0]));
  };
  if (match.year) year = match.year;
  if (!year) return std::nullopt;
  if (!match.year && match.weekday) {
    for (const int y : {*year, *year + 1, *year - 1}) {
      const auto day = day_in(y);
      if (day && weekday_of(*day) == *match.weekday) return day_interval(*day);
    }
  }
  auto day = day_in(*year);
  for (const int by : {-1, 0, 1}) {
    if (!full || match.year) break;
    const auto other = day_in(year_of(*full) + by);
    if (!day || (other && gap(*other, *full) < gap(*day, *full))) day = other;
  }
  return day ? std::optional<Interval>(day_interval(*day)) : std::nullopt;
}

std::optional<Interval> dateline(const Parse& parse, const std::vector<FoundTime>& found) {
  const auto year = latest_year(found);
  for (const FoundTime& one : found) {
    const bool month = one.op() == Op::kMonth && one.match.year && one.match.month;
    if ((!names_day(one) && !month) || !in_dateline(parse, one)) continue;
    if (names_day(one)) return named_day(one.match, year);
    return month_interval(*one.match.year, static_cast<unsigned>(*one.match.month));
  }
  return std::nullopt;
}

// The first sentence of the story itself.
uint32_t lead_sentence(const Text& text) {
  for (uint32_t i = 0; i < text.sentences.size(); ++i) {
    if (text.sentences[i].kind == SentenceKind::kBody) return i;
  }
  return 0;
}

// The latest day in the past that is named in full: with its year, or by a weekday that tells it.
std::optional<Day> latest_full_day(const std::vector<FoundTime>& found, std::optional<int> year) {
  std::optional<Day> latest;
  for (const FoundTime& one : found) {
    if (!names_day(one) || !in_past(one)) continue;
    if (!one.match.date && !one.match.year && !one.match.weekday) continue;
    const auto named = named_day(one.match, year);
    if (named && (!latest || named->begin > *latest)) latest = named->begin;
  }
  return latest;
}

bool told_month_after(const std::vector<FoundTime>& found, Day day) {
  return std::any_of(found.begin(), found.end(), [&](const FoundTime& one) {
    const TimeMatch& match = one.match.inner[0] != nullptr ? *one.match.inner[0] : one.match;
    if (!in_past(one) || !match.month || !match.year || match.days[0]) return false;
    return month_interval(*match.year, static_cast<unsigned>(*match.month)).begin > day;
  });
}

// A weekday by itself, told of in the past.
const FoundTime* first_past_weekday(const std::vector<FoundTime>& found) {
  const auto one = std::find_if(found.begin(), found.end(), [](const FoundTime& time) {
    return time.op() == Op::kWeekday && in_past(time) && time.match.weekday &&
           time.match.pattern->steps.front().which == Which::kByTense;
  });
  return one == found.end() ? nullptr : &*one;
}

std::optional<Interval> inferred(const Parse& parse, const std::vector<FoundTime>& found) {
  const auto year = latest_year(found);
  const auto full = latest_full_day(found, year);
  const FoundTime* latest = nullptr;
  Day day{};
  for (const FoundTime& one : found) {
    if (!names_day(one) || !in_past(one)) continue;
    const auto named = named_day(one.match, year, full);
    if (!named || days_in(*named) > 1 || (latest != nullptr && named->begin <= day)) continue;
    latest = &one;
    day = named->begin;
  }
  if (latest == nullptr || told_month_after(found, day)) return std::nullopt;
  const uint32_t lead = lead_sentence(*parse.text);
  const FoundTime* weekday = first_past_weekday(found);
  const bool in_lead = latest->sentence <= lead;
  const bool other =
      weekday != nullptr && weekday->sentence <= lead && *weekday->match.weekday != weekday_of(day);
  if (in_lead && !other) return Interval{day, day + days{1}};
  if (weekday != nullptr) {
    const Day first = weekday_on_or_after(day + days{1}, *weekday->match.weekday);
    return Interval{first, first + days{1}};
  }
  return Interval{day, day + days{6}};
}

// What undated words tell of the day of writing.
struct StoryClock {
  std::vector<unsigned> months;    // told of in the past, without a year
  std::vector<unsigned> weekdays;  // told of in the past
  bool past_beginning = false;     // "in the beginning of the month" lies behind

  static StoryClock read(const std::vector<FoundTime>& found) {
    StoryClock clock;
    for (const FoundTime& one : found) {
      if (one.tense.direction != Direction::kPast) continue;
      const TimeMatch& match = one.match;
      const auto& steps = match.pattern->steps;
      if (one.op() == Op::kMonth && match.month && !match.year) {
        clock.months.push_back(static_cast<unsigned>(*match.month));
      } else if (one.op() == Op::kWeekday && match.weekday) {
        clock.weekdays.push_back(static_cast<unsigned>(*match.weekday));
      } else if (one.op() == Op::kUnit && steps[0].unit == TimeUnit::kMonth &&
                 steps[0].number == 0 && steps.size() > 1 && steps[1].op == Op::kBeginning) {
        clock.past_beginning = true;
      }
    }
    return clock;
  }

  bool tells_enough() const { return !months.empty() && !weekdays.empty(); }

  bool agrees(Day day) const {
    constexpr unsigned kBeginning = 10;  // days of a month
    const std::chrono::year_month_day date{day};
    if (past_beginning && static_cast<unsigned>(date.day()) <= kBeginning) return false;
    const bool fresh = std::any_of(weekdays.begin(), weekdays.end(), [&](unsigned weekday) {
      return day == weekday_on_or_after(day - days{1}, weekday) ||
             day - days{1} == weekday_on_or_after(day - days{1}, weekday);
    });
    return fresh && std::all_of(months.begin(), months.end(), [&](unsigned month) {
             constexpr unsigned kMonthsBack = 3;
             const unsigned back = (static_cast<unsigned>(date.month()) + 12 - month) % 12;
             return back >= 1 && back <= kMonthsBack;
           });
  }
};

std::optional<Interval> inferred_in_office(const std::vector<FoundTime>& found,
                                           const std::vector<Interval>& in_office) {
  constexpr int64_t kLongest = 20 * 366;  // days searched
  const StoryClock clock = StoryClock::read(found);
  if (!clock.tells_enough()) return std::nullopt;
  for (const Interval& term : in_office) {
    const Day end = std::min(term.end, term.begin + days{kLongest});
    for (Day day = term.begin; day <= end; day += days{1}) {
      if (!clock.agrees(day)) continue;
      const bool next = day < end && clock.agrees(day + days{1});
      return Interval{day, next ? day + days{1} : day};
    }
  }
  return std::nullopt;
}

}  // namespace

DocumentDate date_document(const Parse& parse, const std::vector<FoundTime>& found,
                           const std::optional<Interval>& metadata,
                           const std::vector<Interval>& in_office) {
  if (metadata) return {metadata, PublishedBasis::kMetadata};
  if (const auto day = dateline(parse, found)) return {day, PublishedBasis::kDateline};
  if (const auto days = inferred(parse, found); days && within_range(*days)) {
    return {days, PublishedBasis::kInferred};
  }
  if (const auto days = inferred_in_office(found, in_office)) {
    return {days, PublishedBasis::kInferred};
  }
  return {};
}

}  // namespace varde
