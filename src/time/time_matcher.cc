#include "time/time_matcher.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace varde {
namespace {

constexpr int kDeepest = 3;          // WHEN within WHEN
constexpr uint32_t kDatePieces = 5;  // tokens that a date in figures may be cut into

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<int> small_number(std::string_view text) {
  if (text.size() > 4 || !all_digits(text)) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// "13", "13.", "13th" with a suffix that the language knows.
std::optional<int> day_of_month(std::string_view lower, const TimeWords& words) {
  size_t figures = 0;
  while (figures < lower.size() && lower[figures] >= '0' && lower[figures] <= '9') ++figures;
  const auto day = small_number(lower.substr(0, figures));
  if (!day || figures > 2 || *day < 1 || *day > 31) return std::nullopt;
  const auto rest = lower.substr(figures);
  const bool known = rest.empty() || rest == "." ||
                     std::find(words.day_suffixes.begin(), words.day_suffixes.end(), rest) !=
                         words.day_suffixes.end();
  return known ? day : std::nullopt;
}

std::optional<int> year_number(std::string_view text) {
  const auto year = small_number(text);
  return text.size() == 4 && year && *year >= 1900 && *year <= 2099 ? year : std::nullopt;
}

std::optional<Interval> whole_day(std::optional<int> year, std::optional<int> month,
                                  std::optional<int> day) {
  if (!year || !month || !day) return std::nullopt;
  const auto found = make_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  if (!found) return std::nullopt;
  return day_interval(*found);
}

}  // namespace

std::optional<Interval> numeric_date(std::string_view text) {
  const size_t first = text.find_first_of("-./");
  if (first == std::string_view::npos) return std::nullopt;
  const char mark = text[first];
  const size_t second = text.find(mark, first + 1);
  const auto a = text.substr(0, first);
  if (second == std::string_view::npos) {
    const auto year = year_number(a);
    const auto month = small_number(text.substr(first + 1));
    if (mark != '-' || text.size() != 7 || !year || !month) return std::nullopt;
    if (*month < 1 || *month > 12) return std::nullopt;
    return month_interval(*year, static_cast<unsigned>(*month));
  }
  const auto b = text.substr(first + 1, second - first - 1);
  const auto c = text.substr(second + 1);
  if (b.empty() || b.size() > 2) return std::nullopt;
  if (a.size() == 4 && c.size() <= 2) {
    return whole_day(year_number(a), small_number(b), small_number(c));
  }
  if (a.size() > 2 || mark == '-') return std::nullopt;
  const auto day_first = whole_day(year_number(c), small_number(b), small_number(a));
  return day_first ? day_first : whole_day(year_number(c), small_number(a), small_number(b));
}

PatternIndex::PatternIndex(const TimeWords& words) : by_word_(words.size()) {
  const auto add = [](std::vector<uint32_t>* to, uint32_t pattern) {
    if (to->empty() || to->back() != pattern) to->push_back(pattern);
  };
  for (uint32_t p = 0; p < words.patterns.size(); ++p) {
    for (const Element& element : words.patterns[p].elements) {
      if (element.kind == ElementKind::kWords) {
        for (const uint32_t word : element.words) add(&by_word_[word], p);
      } else if (element.kind == ElementKind::kClass) {
        add(&by_class_[static_cast<size_t>(element.time_class)], p);
      } else {
        add(&by_kind_[static_cast<size_t>(element.kind)], p);
      }
      if (!element.optional) break;
    }
  }
}

TimeMatcher::TimeMatcher(const TimeWords& words, const PatternIndex& index, const Parse& parse,
                         const std::vector<Quantity>& quantities)
    : words_(words), index_(index), parse_(parse), notes_(parse.words.size()) {
  note_forms();
  note_numbers(quantities);
  note_dates();
}

void TimeMatcher::note_forms() {
  for (uint32_t i = 0; i < notes_.size(); ++i) {
    Note& note = notes_[i];
    const std::string lower = to_lower(parse_.form(i));
    note.ids = {words_.word(lower), words_.word(to_lower(parse_.words[i].lemma))};
    note.day = day_of_month(lower, words_);
    note.year = year_number(lower);
    if (!note.ids[0]) continue;
    note.number = words_.number(*note.ids[0]);
    note.number_end = i + 1;
  }
}

void TimeMatcher::note_numbers(const std::vector<Quantity>& quantities) {
  const auto size = static_cast<uint32_t>(notes_.size());
  for (const Quantity& quantity : quantities) {
    if (quantity.percent || quantity.share || quantity.last > size) continue;
    const auto value = quantity.low ? quantity.low : quantity.high;
    if (!value) continue;
    if (quantity.ordinal) {
      if (quantity.number >= size || *value < 1 || *value > 31) continue;
      notes_[quantity.number].day = static_cast<int>(*value);
      continue;
    }
    for (const uint32_t at : {quantity.first, quantity.number}) {
      if (at >= quantity.last) continue;
      notes_[at].number = static_cast<double>(*value);
      notes_[at].number_end = quantity.last;
    }
  }
}

void TimeMatcher::note_dates() {
  const auto size = static_cast<uint32_t>(notes_.size());
  for (uint32_t i = 0; i < size; ++i) {
    const auto form = parse_.form(i);
    if (form.empty() || form[0] < '0' || form[0] > '9') continue;
    for (uint32_t last = i + 1; last <= size && last <= i + kDatePieces; ++last) {
      if (const auto date = numeric_date(parse_.text->covered(i, last))) {
        notes_[i].date = date;
        notes_[i].date_end = last;
      }
      if (parse_.token(last - 1).space_after) break;
    }
  }
}

std::optional<TimeMatch> TimeMatcher::longest(uint32_t at, uint32_t end, int depth) {
  Search search{nullptr, end, depth, std::nullopt};
  const auto try_all = [&](const std::vector<uint32_t>& candidates) {
    for (const uint32_t p : candidates) {
      search.pattern = &words_.patterns[p];
      TimeMatch match;
      match.first = match.last = at;
      match.pattern = search.pattern;
      walk(&search, 0, match);
    }
  };
  const Note& note = notes_[at];
  for (size_t i = 0; i < note.ids.size(); ++i) {
    if (!note.ids[i]) continue;
    if (i == 0) try_all(index_.of_word(*note.ids[i]));
    for (const TimeReading& reading : words_.readings(*note.ids[i])) {
      try_all(index_.of_class(reading.time_class));
    }
  }
  if (note.number) try_all(index_.of_kind(ElementKind::kNumber));
  if (note.day) try_all(index_.of_kind(ElementKind::kDay));
  if (note.year) try_all(index_.of_kind(ElementKind::kYear));
  if (note.date) try_all(index_.of_kind(ElementKind::kDate));
  return search.best;
}

// Tries the elements from `element` on, behind what `match` already holds. A pattern has few
// elements and most tokens fit none, so trying every way is cheap.
void TimeMatcher::walk(Search* search, size_t element, TimeMatch match) {
  if (element == search->pattern->elements.size()) {
    const auto better = [&](const TimeMatch& than) {
      if (match.last != than.last) return match.last > than.last;
      return match.pattern->line < than.pattern->line;
    };
    if (!search->best || better(*search->best)) search->best = match;
    return;
  }
  const Element& here = search->pattern->elements[element];
  if (here.optional) walk(search, element + 1, match);
  if (here.negated) {
    TimeMatch ahead = match;
    if (!take(here, *search, &ahead)) walk(search, element + 1, match);
    return;
  }
  if (take(here, *search, &match)) walk(search, element + 1, match);
}

bool TimeMatcher::take(const Element& element, const Search& search, TimeMatch* match) {
  const uint32_t at = match->last;
  if (at >= search.end) return false;
  if (element.upos && parse_.words[at].upos != *element.upos) return false;
  const Note& note = notes_[at];
  match->last = at + 1;
  switch (element.kind) {
    case ElementKind::kWords:
      // "til" in "tok til 5. mai" belongs to the verb.
      if (parse_.words[at].relation == Relation::kCompoundPrt) return false;
      return is_one_of(element, at);
    case ElementKind::kClass:
      return take_class(element.time_class, note, match);
    case ElementKind::kNumber:
      if (!note.number || note.number_end > search.end) return false;
      match->number = note.number;
      match->last = note.number_end;
      return true;
    case ElementKind::kDay:
      if (!note.day) return false;
      match->days[match->days[0] ? 1 : 0] = note.day;
      return true;
    case ElementKind::kYear:
      if (!note.year || counts_a_noun(at)) return false;
      match->year = note.year;
      return true;
    case ElementKind::kDate:
      if (!note.date || note.date_end > search.end) return false;
      match->date = note.date;
      match->last = note.date_end;
      return true;
    case ElementKind::kWhen:
      break;
  }
  if (search.depth >= kDeepest) return false;
  auto inner = longest(at, search.end, search.depth + 1);
  if (!inner) return false;
  inner_.push_back(*inner);
  match->inner[match->inner[0] == nullptr ? 0 : 1] = &inner_.back();
  match->last = inner->last;
  return true;
}

bool TimeMatcher::take_class(TimeClass time_class, const Note& note, TimeMatch* match) const {
  // A lemma would make a feast of "the Tamil new year" and a spring of a jump.
  const bool by_lemma = time_class != TimeClass::kFeast && time_class != TimeClass::kSeason;
  for (size_t i = 0; i < note.ids.size(); ++i) {
    const auto& id = note.ids[i];
    if (!id || (i > 0 && !by_lemma)) continue;
    for (const TimeReading& reading : words_.readings(*id)) {
      if (reading.time_class != time_class) continue;
      switch (time_class) {
        case TimeClass::kWeekday:
          match->weekday = reading.value;
          break;
        case TimeClass::kMonth:
          match->month = reading.value;
          break;
        case TimeClass::kUnit:
          match->unit = static_cast<TimeUnit>(reading.value);
          break;
        case TimeClass::kSeason:
          match->season = static_cast<Season>(reading.value);
          break;
        case TimeClass::kFeast:
          match->feast = static_cast<Feast>(reading.value);
          break;
      }
      return true;
    }
  }
  return false;
}

// "2000" in "2000 soldiers"
bool TimeMatcher::counts_a_noun(uint32_t token) const {
  const Word& word = parse_.words[token];
  return word.relation == Relation::kNummod && word.head != kNoHead && word.head > token;
}

bool TimeMatcher::is_one_of(const Element& element, uint32_t token) const {
  const auto& id = notes_[token].ids[0];
  return id && std::binary_search(element.words.begin(), element.words.end(), *id);
}

}  // namespace varde
