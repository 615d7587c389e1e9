#include "time/resolver.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace varde {
namespace {

using std::chrono::days;

constexpr int64_t kLongestPublished = 31;  // days that are tried one by one
constexpr int kLargestAmount = 4000;
// A day and month without a year mean the nearest such day unless that is further off than this
// and lies on the wrong side for the tense: a deadline may well be moved, in the past tense, to a
// day ahead.
constexpr int64_t kNear = 60;

struct Amount {
  TimeUnit unit = TimeUnit::kDay;
  int number = 1;
  double hours = 0;
};

// One match on one day.
class Resolution {
 public:
  Resolution(const Tense& tense, const TimeContext& context, std::optional<Day> day)
      : tense_(tense), context_(context), day_(day) {}

  Meaning meaning_of(const TimeMatch& match) {
    direction_ = direction_of(match);
    Meaning meaning;
    for (const Step& step : match.pattern->steps) {
      if (&step == &match.pattern->steps.front()) {
        meaning = made_by(match, step);
      } else if (meaning.interval) {
        change(match, step, &meaning);
      }
    }
    if (meaning.interval && !within_range(*meaning.interval)) meaning.interval.reset();
    return meaning;
  }

  void force(Direction direction) { forced_ = direction; }

 private:
  using Maybe = std::optional<Interval>;

  Direction direction_of(const TimeMatch& match) const {
    for (const Step& step : match.pattern->steps) {
      if (step.op == Op::kSince || step.op == Op::kSoFar) return Direction::kPast;
      if (step.op == Op::kUntil || step.op == Op::kBy || step.op == Op::kRest) {
        return Direction::kFuture;
      }
    }
    return forced_ ? *forced_ : tense_.direction;
  }

  Meaning made_by(const TimeMatch& match, const Step& step) {
    switch (step.op) {
      case Op::kWeekday:
        return point(weekday(match, step.which));
      case Op::kDate:
        return stretch(match, date(match, step.which));
      case Op::kMonth:
        return point(month(match, step.which));
      case Op::kYear:
        return point(year_interval(*match.year));
      case Op::kSeason:
        return point(season(match, step.which));
      case Op::kFeast:
        return point(feast(match, step.which));
      case Op::kWeekend:
        return point(weekend(step.which));
      case Op::kDay:
        return point(day_ ? Maybe(day_interval(*day_ + days{*step.number})) : Maybe());
      case Op::kUnit:
        return point(unit(match, step));
      case Op::kSame:
        return point(same(match, step));
      case Op::kSinceThen:
        return span(context_.narrative && day_ && context_.narrative->begin <= *day_
                        ? Maybe(Interval{context_.narrative->begin, *day_})
                        : Maybe());
      case Op::kWhen:
        return inner(match);
      case Op::kUnknown:
        return {};
      case Op::kNone:
        return no_time();
      default:
        break;
    }
    const auto amount = amount_of(match, step);
    if (!amount) return {};
    return made_by_amount(step, *amount);
  }

  Meaning made_by_amount(const Step& step, const Amount& amount) const {
    switch (step.op) {
      case Op::kAgo:
        return point(ago(amount));
      case Op::kPast:
        return span(back(amount));
      case Op::kComing:
        return span(forth(amount, day_));
      case Op::kAhead:
        return direction_ == Direction::kFuture ? point(hence(amount)) : lasting(amount);
      case Op::kFromNow:
        return point(hence(amount));
      case Op::kWithin:
        return within(amount);
      case Op::kLasting:
        return lasting(amount);
      case Op::kDuration:
        return duration(amount.hours);
      case Op::kLater:
        return point(shifted(step, amount, 1));
      case Op::kEarlier:
        return point(shifted(step, amount, -1));
      default:
        return {};
    }
  }

  static Meaning no_time() {
    Meaning meaning;
    meaning.nothing = true;
    return meaning;
  }
  static Meaning duration(double hours) {
    Meaning meaning;
    meaning.hours = hours;
    return meaning;
  }
  static Meaning point(Maybe interval) {
    Meaning meaning;
    meaning.interval = interval;
    return meaning;
  }
  // Two days of a month open and close a stretch.
  static Meaning stretch(const TimeMatch& match, Maybe interval) {
    Meaning meaning = point(interval);
    if (interval && match.days[1] && interval->begin < interval->end) {
      meaning.opens = day_interval(interval->begin);
      meaning.closes = day_interval(interval->end);
    }
    return meaning;
  }
  static Meaning span(Maybe interval) {
    Meaning meaning = point(interval);
    meaning.span = true;
    return meaning;
  }

  // A number that is not whole is turned into a smaller unit.
  static std::optional<Amount> amount_of(const TimeMatch& match, const Step& step) {
    Amount amount;
    const auto unit = step.unit ? step.unit : match.unit;
    if (!unit) return std::nullopt;
    const double number = step.number ? std::abs(*step.number) : match.number.value_or(1.0);
    if (!(number >= 0 && number <= kLargestAmount)) return std::nullopt;
    if (number == 0 && !step.number) return std::nullopt;  // "less than one"
    amount.unit = *unit;
    amount.hours = number * hours_of(*unit);
    double whole = number;
    if (whole != std::floor(whole)) {
      const bool years = *unit == TimeUnit::kYear || *unit == TimeUnit::kDecade;
      amount.unit = years ? TimeUnit::kMonth : TimeUnit::kDay;
      whole = std::ceil(amount.hours / hours_of(amount.unit) - 0.01);
    }
    if (amount.unit == TimeUnit::kHour || amount.unit == TimeUnit::kMinute) {
      amount.unit = TimeUnit::kDay;
      whole = std::floor(amount.hours / 24);
    }
    amount.number = static_cast<int>(whole);
    return amount;
  }

  Maybe weekday(const TimeMatch& match, Which which) const {
    if (!day_ || !match.weekday) return std::nullopt;
    const int weekday = *match.weekday;
    switch (which) {
      case Which::kLast:
        return day_interval(weekday_on_or_before(*day_ - days{2}, weekday));
      case Which::kPrevious:
        return day_interval(
            weekday_on_or_after(unit_interval(TimeUnit::kWeek, *day_, -1).begin, weekday));
      case Which::kComing:
        return day_interval(weekday_on_or_after(*day_ + days{1}, weekday));
      case Which::kNext:
        return day_interval(
            weekday_on_or_after(unit_interval(TimeUnit::kWeek, *day_, 1).begin, weekday));
      case Which::kThis:
        return day_interval(
            weekday_on_or_after(unit_interval(TimeUnit::kWeek, *day_, 0).begin, weekday));
      case Which::kByTense:
        break;
    }
    return day_interval(direction_ == Direction::kFuture ? weekday_on_or_after(*day_, weekday)
                                                         : weekday_on_or_before(*day_, weekday));
  }

  Maybe date(const TimeMatch& match, Which which) const {
    if (match.date) return match.date;
    if (!match.month || !match.days[0]) return std::nullopt;
    const auto first = date_of_year(match, *match.days[0], which);
    if (!first || !match.days[1]) return first;
    const auto second = make_day(year_of(first->begin), static_cast<unsigned>(*match.month),
                                 static_cast<unsigned>(*match.days[1]));
    if (!second || *second < first->begin) return first;
    return Interval{first->begin, *second};
  }

  Maybe date_of_year(const TimeMatch& match, int day, Which which) const {
    const auto in_year = [&](int year) -> Maybe {
      const auto found =
          make_day(year, static_cast<unsigned>(*match.month), static_cast<unsigned>(day));
      return found ? Maybe(day_interval(*found)) : Maybe();
    };
    if (match.year) return in_year(*match.year);
    if (!day_) return std::nullopt;
    if (which == Which::kLast) return in_year(year_of(*day_) - 1);
    if (which == Which::kThis) return in_year(year_of(*day_));
    if (which == Which::kNext) return in_year(year_of(*day_) + 1);
    Maybe best;
    for (int year = year_of(*day_) - 1; year <= year_of(*day_) + 1; ++year) {
      const auto found = in_year(year);
      if (found && (!best || distance(*found) < distance(*best))) best = found;
    }
    if (!best || distance(*best) <= kNear || direction_ == Direction::kUnknown) return best;
    const bool ahead = best->begin > *day_;
    if (ahead == (direction_ == Direction::kFuture)) return best;
    const auto other = in_year(year_of(best->begin) + (ahead ? -1 : 1));
    return other ? other : best;
  }

  int64_t distance(Interval interval) const {
    if (interval.begin > *day_) return (interval.begin - *day_).count();
    if (interval.end < *day_) return (*day_ - interval.end).count();
    return 0;
  }

  // The interval of year -1, 0 or +1 that `which` and the tense ask for.
  template <class InYear>
  Maybe by_year(InYear in_year, Which which) const {
    if (!day_) return std::nullopt;
    const int year = year_of(*day_);
    if (which == Which::kLast) return in_year(year - 1);
    if (which == Which::kThis) return in_year(year);
    const bool strict = which != Which::kByTense;
    const bool back =
        which == Which::kPrevious || (which == Which::kByTense && direction_ == Direction::kPast);
    const bool forth = which == Which::kNext || which == Which::kComing ||
                       (which == Which::kByTense && direction_ == Direction::kFuture);
    Maybe best;
    for (int y = year - 2; y <= year + 2; ++y) {
      const auto found = in_year(y);
      if (!found) continue;
      const bool holds = found->begin <= *day_ && found->end >= *day_;
      if (back && (strict ? found->end >= *day_ : found->begin > *day_)) continue;
      if (forth && (strict ? found->begin <= *day_ : found->end < *day_)) continue;
      if (holds && !strict) return found;
      if (!best || distance(*found) < distance(*best)) best = found;
    }
    return best;
  }

  Maybe month(const TimeMatch& match, Which which) const {
    if (!match.month) return std::nullopt;
    const auto in_year = [&](int year) -> Maybe {
      return month_interval(year, static_cast<unsigned>(*match.month));
    };
    return match.year ? in_year(*match.year) : by_year(in_year, which);
  }

  Maybe season(const TimeMatch& match, Which which) const {
    const auto in_year = [&](int year) -> Maybe { return season_interval(*match.season, year); };
    return match.year ? in_year(*match.year) : by_year(in_year, which);
  }

  Maybe feast(const TimeMatch& match, Which which) const {
    const auto in_year = [&](int year) { return feast_interval(*match.feast, year); };
    return match.year ? in_year(*match.year) : by_year(in_year, which);
  }

  Maybe weekend(Which which) const {
    if (!day_) return std::nullopt;
    const auto weekend_of = [&](int by) { return unit_interval(TimeUnit::kWeekend, *day_, by); };
    if (which == Which::kLast || which == Which::kPrevious) return weekend_of(-1);
    if (which == Which::kNext) return weekend_of(1);
    const bool back = which == Which::kByTense && direction_ == Direction::kPast;
    return back && weekend_of(0).begin > *day_ ? weekend_of(-1) : weekend_of(0);
  }

  Maybe unit(const TimeMatch& match, const Step& step) const {
    const auto unit = step.unit ? step.unit : match.unit;
    if (!day_ || !unit) return std::nullopt;
    Interval whole = unit_interval(*unit, *day_, *step.number);
    // Of this week, what the tense leaves.
    if (*unit == TimeUnit::kWeek && *step.number == 0) {
      if (direction_ == Direction::kPast) whole.end = *day_;
      if (direction_ == Direction::kFuture) whole.begin = *day_;
    }
    return whole;
  }

  Maybe same(const TimeMatch& match, const Step& step) const {
    const auto unit = step.unit ? step.unit : match.unit;
    if (!context_.narrative || !unit) return std::nullopt;
    if (hours_of(*unit) <= 24) return context_.narrative;
    return unit_interval(*unit, context_.narrative->begin, 0);
  }

  Meaning inner(const TimeMatch& match) {
    Meaning whole;
    for (const TimeMatch* part : match.inner) {
      if (part == nullptr) continue;
      Resolution resolution(tense_, context_, day_);
      resolution.force(direction_);
      const Meaning meaning = resolution.meaning_of(*part);
      if (part == match.inner[0]) {
        whole = meaning;
      } else if (whole.interval && meaning.interval) {
        whole.opens = whole.interval;
        whole.closes = meaning.interval;
        whole.interval = cover(*whole.interval, *meaning.interval);
      }
    }
    return whole;
  }

  // Days and weeks ago are a day; months and years ago are known no better than by the month, many
  // years ago by the year.
  Maybe ago(const Amount& amount) const {
    if (!day_) return std::nullopt;
    const Day then = moved(*day_, amount.unit, -amount.number);
    if (amount.unit == TimeUnit::kMonth) return unit_interval(TimeUnit::kMonth, then, 0);
    if (amount.unit == TimeUnit::kYear && amount.number == 1) {
      return unit_interval(TimeUnit::kMonth, then, 0);
    }
    if (hours_of(amount.unit) >= hours_of(TimeUnit::kYear)) {
      return unit_interval(TimeUnit::kYear, then, 0);
    }
    return day_interval(then);
  }

  Maybe back(const Amount& amount) const {
    if (!day_) return std::nullopt;
    return Interval{moved(*day_, amount.unit, -amount.number), *day_};
  }

  static Maybe forth(const Amount& amount, std::optional<Day> from) {
    if (!from) return std::nullopt;
    return Interval{*from, moved(*from, amount.unit, amount.number)};
  }

  Maybe hence(const Amount& amount) const {
    if (!day_) return std::nullopt;
    const Day then = moved(*day_, amount.unit, amount.number);
    const bool coarse = hours_of(amount.unit) >= hours_of(TimeUnit::kMonth);
    return coarse ? unit_interval(amount.unit, then, 0) : day_interval(then);
  }

  // "within three days" counts from a day that the sentence names, otherwise from now; told of the
  // past it is the time that led up to now.
  Meaning within(const Amount& amount) const {
    if (direction_ == Direction::kPast) return span(back(amount));
    const auto from = context_.in_sentence ? std::optional<Day>(context_.in_sentence->begin) : day_;
    return span(forth(amount, from));
  }

  Meaning lasting(const Amount& amount) const {
    Meaning meaning = duration(amount.hours);
    meaning.span = true;
    if (tense_.perfect && context_.on_verb) meaning.interval = back(amount);
    return meaning;
  }

  // "two days later" counts from the narrative. Before a clause it dates that clause, seen from the
  // rest of the sentence: in "on Friday, two days after the bomb fell" the bomb fell on Wednesday.
  // "the week after", without a number, is a calendar week.
  Maybe shifted(const Step& step, const Amount& amount, int sign) const {
    if (context_.before_noun) return std::nullopt;
    const auto& from = context_.before_clause ? context_.in_sentence : context_.narrative;
    if (!from) return std::nullopt;
    const int by = (context_.before_clause ? -sign : sign) * amount.number;
    const auto interval = moved(*from, amount.unit, by);
    if (step.number && amount.unit > TimeUnit::kDay) {
      return unit_interval(amount.unit, interval.begin, 0);
    }
    if (hours_of(amount.unit) < hours_of(TimeUnit::kMonth)) return interval;
    return unit_interval(TimeUnit::kMonth, interval.begin, 0);
  }

  void change(const TimeMatch& match, const Step& step, Meaning* meaning) const {
    Interval& interval = *meaning->interval;
    switch (step.op) {
      case Op::kSince:
        meaning->span = true;
        meaning->opens = interval;
        return stretch_back(meaning);
      case Op::kUntil:
        meaning->until = true;
        [[fallthrough]];
      case Op::kBy:
        meaning->span = true;
        meaning->closes = interval;
        return stretch_forth(&interval);
      case Op::kBefore:
        meaning->span = true;
        return stretch_before(meaning);
      case Op::kNightBefore:
        interval.begin -= days{1};
        return;
      case Op::kMidnight:
        interval.end += days{1};
        if (direction_ == Direction::kPast && day_) {
          interval.end = std::max(interval.begin, std::min(interval.end, *day_));
        }
        return;
      case Op::kBeginning:
        interval = third_of(interval, Third::kBeginning);
        return;
      case Op::kMiddle:
        interval = third_of(interval, Third::kMiddle);
        return;
      case Op::kEnd:
        interval = third_of(interval, Third::kEnd);
        return;
      case Op::kRest:
        if (day_ && interval.begin <= *day_)
          interval.begin = std::min(*day_ + days{1}, interval.end);
        return;
      case Op::kSoFar:
        if (day_ && interval.end >= *day_) interval.end = std::max(*day_ - days{1}, interval.begin);
        return;
      case Op::kMinus:
        return shift(match, step, -1, meaning);
      case Op::kPlus:
        return shift(match, step, 1, meaning);
      case Op::kTurn:
        interval = {interval.begin - days{4}, interval.begin + days{3}};
        return;
      case Op::kNthWeek: {
        const Day first = interval.begin + days{7 * (match.days[0].value_or(1) - 1)};
        interval = {first, std::min(first + days{6}, std::max(first, interval.end))};
        return;
      }
      default:
        return;
    }
  }

  // "two days before Christmas", "a week after Easter"
  static void shift(const TimeMatch& match, const Step& step, int sign, Meaning* meaning) {
    const auto amount = amount_of(match, step);
    if (!amount) return meaning->interval.reset();
    const Day from = sign < 0 ? meaning->interval->begin : meaning->interval->end;
    meaning->interval = day_interval(moved(from, amount->unit, sign * amount->number));
  }

  void stretch_back(Meaning* meaning) const {
    if (!day_ || meaning->interval->begin > *day_) {
      meaning->interval.reset();
    } else {
      meaning->interval->end = *day_;
    }
  }

  void stretch_forth(Interval* interval) const {
    if (day_ && interval->end >= *day_) interval->begin = *day_;
  }

  void stretch_before(Meaning* meaning) const {
    const Day last = meaning->interval->begin - days{1};
    if (!day_ || last < *day_ || direction_ == Direction::kPast) {
      meaning->interval.reset();
    } else {
      meaning->interval = Interval{*day_, last};
    }
  }

  const Tense& tense_;
  const TimeContext& context_;
  std::optional<Day> day_;
  std::optional<Direction> forced_;
  Direction direction_ = Direction::kUnknown;
};

}  // namespace

Meaning resolve(const TimeMatch& match, const Tense& tense, const TimeContext& context) {
  if (!context.published) return Resolution(tense, context, std::nullopt).meaning_of(match);
  const Interval published = *context.published;
  Meaning whole = Resolution(tense, context, published.begin).meaning_of(match);
  const int64_t step = days_in(published) > kLongestPublished ? days_in(published) - 1 : 1;
  for (Day day = published.begin + days{step}; day <= published.end && step > 0;
       day += days{step}) {
    const Meaning other = Resolution(tense, context, day).meaning_of(match);
    if (whole.interval && other.interval) {
      whole.interval = cover(*whole.interval, *other.interval);
    } else {
      whole.interval.reset();
    }
  }
  return whole;
}

}  // namespace varde
