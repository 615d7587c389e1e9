#include "ledger/likeness.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>

#include "base/utf8.h"

namespace varde::ledger {
namespace {

using std::chrono::days;

constexpr double kSameKilometres = 10;
constexpr double kNearKilometres = 40;
constexpr size_t kShortestWord = 5;  // code points; shorter ones are mostly grammar
constexpr days kShort{2};            // an interval that says a day, give or take

bool has(Role role, std::initializer_list<Role> roles) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

double kilometres(const Place& a, const Place& b) {
  constexpr double kRadius = 6371;
  constexpr double kDegree = std::numbers::pi / 180;
  const double north = (*b.latitude - *a.latitude) * kDegree;
  const double east =
      (*b.longitude - *a.longitude) * kDegree * std::cos((*a.latitude + *b.latitude) / 2 * kDegree);
  return kRadius * std::hypot(north, east);
}

bool overlap(const Interval& a, const Interval& b) { return a.begin <= b.end && b.begin <= a.end; }

days length(const Interval& interval) { return interval.end - interval.begin; }

// Days between the articles; nothing when one has no date.
std::optional<days> apart(const Report& a, const Report& b) {
  const auto first = known(a);
  const auto second = known(b);
  if (!first || !second) return std::nullopt;
  return *first < *second ? *second - *first : *first - *second;
}

bool later_than(const Report& a, const Report& b, days most) {
  const auto distance = apart(a, b);
  return distance && *distance > most;
}

// Whether two reports can meet in time: by their articles, or by what both say of the days.
bool close_in_time(const Report& a, const Report& b, days most) {
  const auto distance = apart(a, b);
  if (distance && *distance <= most) return true;
  return (a.date && b.date && overlap(*a.date, *b.date)) || (!distance && !known(a) && !known(b));
}

bool overlap(const Span& a, const Span& b) { return a.begin < b.end && b.begin < a.end; }

bool same_article(const Report& a, const Report& b) { return a.article.key == b.article.key; }

enum class Where { kUnknown, kSame, kNear, kInside, kElsewhere };

Where compare_places(const Profile& a, const Profile& b) {
  if (a.place.empty() || b.place.empty()) return Where::kUnknown;
  const Place& left = *a.report->place;
  const Place& right = *b.report->place;
  const bool countries_differ =
      !left.country.empty() && !right.country.empty() && left.country != right.country;
  if (countries_differ) return Where::kElsewhere;
  // A city may be called like its country.
  if (a.whole_country != b.whole_country) {
    return left.country == right.country ? Where::kInside : Where::kUnknown;
  }
  if (a.place == b.place) return Where::kSame;
  if (a.whole_country) return left.country == right.country ? Where::kSame : Where::kElsewhere;
  const bool located = left.latitude && left.longitude && right.latitude && right.longitude;
  if (!located) return Where::kElsewhere;
  const double distance = kilometres(left, right);
  if (distance <= kSameKilometres) return Where::kSame;
  return distance <= kNearKilometres ? Where::kNear : Where::kElsewhere;
}

// 2 one and the same, 1.5 country and sector alike, 0.5 only the country.
double compare(const Party& a, const std::string& a_name, const Party& b,
               const std::string& b_name) {
  if (!a.canonical.empty() && a.canonical == b.canonical) return 2;
  if (!a_name.empty() && a_name == b_name) return 2;
  if (a.country.empty() || a.country != b.country) return 0;
  for (const std::string& sector : a.sector) {
    if (std::find(b.sector.begin(), b.sector.end(), sector) != b.sector.end()) return 1.5;
  }
  return a.sector.empty() && b.sector.empty() ? 1 : 0.5;
}

// The best agreement of those in the roles; nothing when one report names nobody in them.
std::optional<double> compare_parties(const Profile& a, const Profile& b,
                                      std::initializer_list<Role> roles) {
  double best = 0;
  bool left = false;
  bool right = false;
  for (size_t i = 0; i < a.report->parties.size(); ++i) {
    if (!has(a.report->parties[i].role, roles)) continue;
    left = true;
    for (size_t j = 0; j < b.report->parties.size(); ++j) {
      if (!has(b.report->parties[j].role, roles)) continue;
      right = true;
      best = std::max(best,
                      compare(a.report->parties[i], a.names[i], b.report->parties[j], b.names[j]));
    }
  }
  if (!left || !right) return std::nullopt;
  return best;
}

// How many of one report's are also the other's.
int parties_also_in(const Profile& a, const Profile& b, std::initializer_list<Role> roles) {
  constexpr double kAlike = 1.5;
  int common = 0;
  for (size_t i = 0; i < a.report->parties.size(); ++i) {
    if (!has(a.report->parties[i].role, roles)) continue;
    for (size_t j = 0; j < b.report->parties.size(); ++j) {
      if (!has(b.report->parties[j].role, roles)) continue;
      if (compare(a.report->parties[i], a.names[i], b.report->parties[j], b.names[j]) >= kAlike) {
        ++common;
        break;
      }
    }
  }
  return common;
}

// Two ministers of one government are one party to the report that names the government.
int parties_in_common(const Profile& a, const Profile& b, std::initializer_list<Role> roles) {
  return std::min(parties_also_in(a, b, roles), parties_also_in(b, a, roles));
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) {
    return std::find(b.begin(), b.end(), one) != b.end();
  });
}

bool share_sorted(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) return true;
    *x < *y ? ++x : ++y;
  }
  return false;
}

// Words in common, as a share of the shorter quote's; 0 when one has few.
double words_in_common(const Profile& a, const Profile& b) {
  constexpr size_t kFewest = 4;
  if (std::min(a.words.size(), b.words.size()) < kFewest) return 0;
  size_t common = 0;
  for (auto x = a.words.begin(), y = b.words.begin(); x != a.words.end() && y != b.words.end();) {
    if (*x == *y) {
      ++common, ++x, ++y;
    } else {
      *x < *y ? ++x : ++y;
    }
  }
  return static_cast<double>(common) /
         static_cast<double>(std::min(a.words.size(), b.words.size()));
}

// Reasons from the days on which it happened; a contradiction when they exclude each other.
double compare_days(const Profile& a, const Profile& b) {
  if (!a.days || !b.days) return 0;
  if (!overlap(*a.days, *b.days)) return kContradiction;
  const bool both = a.report->date && b.report->date;
  if (!both) return 0.5;
  const bool day = length(*a.days) <= kShort && length(*b.days) <= kShort;
  return day ? 1.5 : *a.days == *b.days ? 1 : 0.5;
}

double incidents(const Profile& a, const Profile& b) {
  if (a.report->type != b.report->type) return kContradiction;
  const double day = compare_days(a, b);
  const Where where = compare_places(a, b);
  if (day < 0 || where == Where::kElsewhere) return kContradiction;
  const double words = words_in_common(a, b);
  const bool reciprocal = a.report->type == "CONSULT" || a.report->type == "AGREE";
  const auto doers = reciprocal ? compare_parties(a, b, {Role::kActor, Role::kRecipient})
                                : compare_parties(a, b, {Role::kActor});
  const auto targets = reciprocal ? std::nullopt : compare_parties(a, b, {Role::kRecipient});

  double reasons = day + 2 * words;
  if (where == Where::kSame) reasons += a.whole_country ? 0.5 : 2;
  if (where == Where::kNear) reasons += 1;
  if (doers) reasons += *doers > 0 ? *doers : -1;
  if (targets) reasons += *targets > 0 ? *targets : -1;
  if (!a.report->modes.empty() && !b.report->modes.empty()) {
    reasons += share(a.report->modes, b.report->modes) ? 0.5 : -0.5;
  }
  // Who fights whom in a country is the same for weeks: a day, a spot or the words must agree too.
  const bool same_spot = where == Where::kSame && !a.whole_country;
  const bool pinned = same_spot || day >= 1.5 || words >= 0.5;
  if (!pinned) return 0;
  // What an article tells twice in other words it mostly tells of two happenings.
  return same_article(*a.report, *b.report) ? reasons - 0.5 : reasons;
}

// Like numbers count for one thing, numbers of another order against it.
double compare_numbers(const Report& a, const Report& b) {
  const auto number = [](const Report& r) {
    return static_cast<double>(r.low ? *r.low : r.high.value_or(0));
  };
  const double small = std::min(number(a), number(b));
  const double large = std::max(number(a), number(b));
  if (small <= 0) return 0;
  if (large / small <= 1.3) return 1;
  return large / small <= 2.5 ? 0.5 : large / small > 10 ? -1.5 : 0;
}

double tolls(const Profile& a, const Profile& b) {
  constexpr days kWeeks{30};
  if (a.report->type != b.report->type) return kContradiction;
  const double day = compare_days(a, b);
  const Where where = compare_places(a, b);
  const bool stated = a.report->date && b.report->date;
  if ((stated && day < 0) || where == Where::kElsewhere) return kContradiction;
  if (!close_in_time(*a.report, *b.report, kWeeks)) return 0;
  double reasons = std::max(day, 0.0) + compare_numbers(*a.report, *b.report);
  if (where == Where::kSame) reasons += a.whole_country ? 1 : 2;
  if (where == Where::kNear) reasons += 1;
  if (!a.report->cause.empty() && a.report->cause == b.report->cause) reasons += 4;
  if (same_article(*a.report, *b.report) && overlap(a.report->evidence, b.report->evidence))
    reasons += 1;
  if (compare_parties(a, b, {Role::kActor}).value_or(0) >= 1.5) reasons += 0.5;
  return reasons;
}

// A truce that began long before the article is another than the one that is being talked of.
bool is_past(const Report& report) {
  constexpr days kLongAgo{30};
  return report.date && known(report) && report.date->end + kLongAgo < *known(report);
}

double ceasefires(const Profile& a, const Profile& b) {
  constexpr days kSlack{3};
  constexpr days kMonths{45};
  constexpr days kWeeks{14};
  if (same_article(*a.report, *b.report)) return kContradiction;
  const Where where = compare_places(a, b);
  if (where == Where::kElsewhere) return kContradiction;
  double reasons = where == Where::kSame ? 2 : where == Where::kInside ? 1 : 0;
  if (a.report->date && b.report->date) {
    const Interval widened{a.report->date->begin - kSlack, a.report->date->end + kSlack};
    if (!overlap(widened, *b.report->date)) return kContradiction;
    reasons += 2;
  } else if (is_past(*a.report) || is_past(*b.report)) {
    return kContradiction;
  }
  if (!close_in_time(*a.report, *b.report, kMonths)) return 0;
  const auto parties = compare_parties(a, b, {Role::kParty});
  const auto movers =
      compare_parties(a, b, {Role::kProposer, Role::kRejecter, Role::kBroker, Role::kParty});
  if (parties.value_or(1) == 0 && movers.value_or(1) == 0) return 0;
  reasons += parties.value_or(0) / 2 + movers.value_or(0) / 2;
  reasons += later_than(*a.report, *b.report, kWeeks) ? 0 : 1;
  if (a.report->amount && b.report->amount) {
    reasons += *a.report->amount == *b.report->amount ? 1 : -0.5;
  }
  return reasons + (share(a.report->excluded, b.report->excluded) ? 1 : 0);
}

double talks(const Profile& a, const Profile& b) {
  constexpr days kWeeks{30};
  if (same_article(*a.report, *b.report)) return kContradiction;
  const Where where = compare_places(a, b);
  const double day = compare_days(a, b);
  if (where == Where::kElsewhere) return kContradiction;
  if (day < 0) return kContradiction;
  if (!close_in_time(*a.report, *b.report, kWeeks)) return 0;
  const int common = parties_in_common(a, b, {Role::kParticipant});
  double reasons = day + (common >= 2 ? 2 : common == 1 ? 1 : -0.5);
  if (where == Where::kSame) reasons += a.whole_country ? 0.5 : 1.5;
  if (!a.report->detail.empty() && !b.report->detail.empty()) {
    reasons += name_key(a.report->detail) == name_key(b.report->detail) ? 1.5 : -1;
  }
  return reasons;
}

template <class T>
bool differ(const std::optional<T>& a, const std::optional<T>& b) {
  return a && b && *a != *b;
}

double resolutions(const Profile& a, const Profile& b) {
  constexpr days kWeeks{14};
  const Report& left = *a.report;
  const Report& right = *b.report;
  if (same_article(left, right) || left.detail != right.detail) return kContradiction;
  if (differ(left.in_favour, right.in_favour) || differ(left.against, right.against)) {
    return kContradiction;
  }
  const bool stated = left.date && right.date;
  if (stated && !overlap(*left.date, *right.date)) return kContradiction;
  if (!close_in_time(left, right, kWeeks)) return 0;
  double reasons = 1.5 + (stated ? 1.5 : 0);
  if (left.in_favour && right.in_favour) reasons += 2;
  const auto vetoers = compare_parties(a, b, {Role::kVetoer});
  const auto sponsors = compare_parties(a, b, {Role::kSponsor});
  if (vetoers) reasons += *vetoers > 0 ? 1.5 : -1;
  if (sponsors) reasons += *sponsors > 0 ? 1 : -1;
  if (left.state == right.state) reasons += 0.5;
  return reasons + 2 * words_in_common(a, b);
}

double control(const Profile& a, const Profile& b) {
  constexpr days kMonths{60};
  if (compare_places(a, b) != Where::kSame || a.whole_country) return kContradiction;
  return close_in_time(*a.report, *b.report, kMonths) ? kJoins : 0;
}

// -- blocks ---------------------------------------------------------------------------------------

std::vector<std::string> countries_of(const Report& report) {
  std::vector<std::string> countries;
  const auto add = [&](const std::string& country) {
    if (country.empty()) return;
    if (std::find(countries.begin(), countries.end(), country) == countries.end()) {
      countries.push_back(country);
    }
  };
  if (report.place) add(report.place->country);
  for (const Party& party : report.parties) {
    if (party.role != Role::kSource) add(party.country);
  }
  if (countries.empty()) countries.emplace_back("-");
  return countries;
}

// The number of the stretch of days that a day lies in.
int64_t stretch(Day day, int64_t width) {
  return (day.time_since_epoch().count() + 4'000'000) / width;
}

// Two days at most `width` apart share one of their stretches.
std::vector<std::string> stretches(std::optional<Day> day, int64_t width) {
  if (!day) return {"undated"};
  const int64_t at = stretch(*day, width);
  return {std::to_string(at), std::to_string(at + 1)};
}

// The weeks of an interval; a long one stands under its own name, since it pins nothing.
std::vector<std::string> weeks(const std::optional<Interval>& interval) {
  constexpr days kLongest{38};
  constexpr int64_t kWeek = 7;
  if (!interval) return {"undated"};
  if (length(*interval) > kLongest) {
    return {to_string(interval->begin) + "/" + to_string(interval->end)};
  }
  std::vector<std::string> found;
  const int64_t last = stretch(interval->end, kWeek);
  for (int64_t at = stretch(interval->begin, kWeek); at <= last; ++at) {
    found.push_back("w" + std::to_string(at));
  }
  return found;
}

void append(std::vector<std::string> more, std::vector<std::string>* to) {
  to->insert(to->end(), more.begin(), more.end());
}

// Where in time two reports of a thing must meet.
std::vector<std::string> times(const Profile& profile) {
  constexpr int64_t kFewWeeks = 30;
  constexpr int64_t kMonths = 60;
  const Report& report = *profile.report;
  switch (report.kind) {
    case Kind::kIncident:
      return weeks(profile.days);
    case Kind::kCeasefire: {
      std::vector<std::string> found = stretches(known(report), kMonths);
      if (report.date) append(stretches(report.date->begin, kMonths), &found);
      return found;
    }
    case Kind::kToll:
    case Kind::kTalks:
    case Kind::kResolution: {
      std::vector<std::string> found = stretches(known(report), kFewWeeks);
      if (report.date) append(weeks(report.date), &found);
      return found;
    }
    case Kind::kControl:
      break;
  }
  return stretches(known(report), kMonths);
}

// The place by name and, since languages name it differently, by the corners of the cell that it
// lies in: two places within kSameKilometres, outside the polar regions, have a corner in common.
std::vector<std::string> names_of_place(const Profile& profile) {
  constexpr double kRowsPerDegree = 10;
  constexpr double kColumnsPerDegree = 2;
  std::vector<std::string> keys{profile.place};
  const Place& place = *profile.report->place;
  if (!place.latitude || !place.longitude) return keys;
  const auto row = static_cast<int64_t>(std::floor(*place.latitude * kRowsPerDegree));
  const auto column = static_cast<int64_t>(std::floor(*place.longitude * kColumnsPerDegree));
  for (const int64_t north : {row, row + 1}) {
    for (const int64_t east : {column, column + 1}) {
      keys.push_back(std::to_string(north) + "," + std::to_string(east));
    }
  }
  return keys;
}

std::vector<std::string> subjects(const Profile& profile) {
  const Report& report = *profile.report;
  if (report.kind == Kind::kResolution) return {report.detail};
  if (report.kind != Kind::kControl) return countries_of(report);
  if (profile.place.empty() || profile.whole_country) return {};
  return names_of_place(profile);
}

std::vector<std::string> blocks(const Profile& profile) {
  const Report& report = *profile.report;
  const bool by_type = report.kind == Kind::kIncident || report.kind == Kind::kToll;
  const std::string what =
      "|" + std::string(name_of(report.kind)) + "|" + (by_type ? report.type : "") + "|";
  std::vector<std::string> keys;
  for (const std::string& subject : subjects(profile)) {
    // Time first: in a table sorted by keys, news then lies beside news.
    for (const std::string& time : times(profile)) keys.push_back(time + what + subject);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

// Long words and numbers, sorted.
std::vector<std::string> content_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  size_t length = 0;
  bool number = false;
  const auto close = [&] {
    if (length >= kShortestWord || (number && length >= 2)) words.push_back(word);
    word.clear();
    length = 0;
    number = false;
  };
  const std::string folded = fold_case(text);
  for (size_t at = 0; at < folded.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(folded, &at);
    if (is_letter(c) || is_digit(c)) {
      word += folded.substr(begin, at - begin);
      ++length;
      number = number || is_digit(c);
    } else {
      close();
    }
  }
  close();
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

Profile::Profile(const Report& r) : report(&r), days(possible_days(r)) {
  if (r.place) {
    place = name_key(r.place->name);
    whole_country = !r.place->country.empty() && !r.place->latitude;
  }
  for (const Party& party : r.parties) names.push_back(name_key(party.name));
  words = content_words(r.quote);
  keys = blocks(*this);
}

double likeness(const Profile& a, const Profile& b) {
  if (a.report->kind != b.report->kind) return kContradiction;
  const bool dated = a.report->date && b.report->date;
  if (a.report->kind == Kind::kIncident && dated && !overlap(*a.report->date, *b.report->date)) {
    return kContradiction;  // in other weeks too, which share no key
  }
  if (!share_sorted(a.keys, b.keys)) return 0;
  switch (a.report->kind) {
    case Kind::kIncident:
      return incidents(a, b);
    case Kind::kToll:
      return tolls(a, b);
    case Kind::kCeasefire:
      return ceasefires(a, b);
    case Kind::kTalks:
      return talks(a, b);
    case Kind::kResolution:
      return resolutions(a, b);
    case Kind::kControl:
      break;
  }
  return control(a, b);
}

}  // namespace varde::ledger
