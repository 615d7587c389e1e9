#include "server/parameters.h"

#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace varde::server {
namespace {

constexpr size_t kMostValues = 50;  // of one name
constexpr size_t kLongestValue = 1000;
constexpr char kMark = '~';  // between the parts of a cursor

template <class Number>
std::optional<Number> parse(const std::string& text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

void Parameters::wrong(const std::string& name, const std::string& what) {
  if (!fault_) fault_ = name + ": " + what;
}

std::vector<std::string> Parameters::list(const std::string& name) {
  read_.insert(name);
  std::vector<std::string> values;
  for (const auto& [key, value] : query_) {
    if (key != name || value.empty()) continue;
    if (value.size() > kLongestValue) wrong(name, "too long");
    values.push_back(value);
  }
  if (values.size() > kMostValues) wrong(name, "too many values; give at most 50");
  return values;
}

std::string Parameters::text(const std::string& name) {
  const std::vector<std::string> values = list(name);
  if (values.size() > 1) wrong(name, "is given twice");
  return values.empty() ? std::string() : values.front();
}

int64_t Parameters::number(const std::string& name, int64_t otherwise, int64_t least,
                           int64_t most) {
  const std::string value = text(name);
  if (value.empty()) return otherwise;
  const auto number = parse<int64_t>(value);
  if (number && *number >= least && *number <= most) return *number;
  wrong(name, "write a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return otherwise;
}

double Parameters::real(const std::string& name, double otherwise, double least, double most) {
  const std::string value = text(name);
  if (value.empty()) return otherwise;
  const auto number = parse<double>(value);
  if (number && *number >= least && *number <= most) return *number;
  wrong(name, "write a number from " + std::to_string(static_cast<int>(least)) + " to " +
                  std::to_string(static_cast<int>(most)));
  return otherwise;
}

std::optional<Day> Parameters::day(const std::string& name) {
  const std::string value = text(name);
  if (value.empty()) return std::nullopt;
  const auto day = parse_day(value);
  if (!day) wrong(name, "is no date; write YYYY-MM-DD");
  return day;
}

template <class Number>
std::optional<std::pair<Number, std::string>> Parameters::cursor(const std::string& name) {
  const std::string cursor = text(name);
  if (cursor.empty()) return std::nullopt;
  const size_t mark = cursor.find(kMark);
  const auto number = parse<Number>(cursor.substr(0, mark));
  if (mark != std::string::npos && number) return std::pair(*number, cursor.substr(mark + 1));
  wrong(name, "is none of ours");
  return std::nullopt;
}

std::optional<store::Position> Parameters::position(const std::string& name) {
  const auto found = cursor<int64_t>(name);
  if (!found) return std::nullopt;
  return store::Position{found->first, found->second};
}

std::optional<store::QueuePosition> Parameters::queue_position(const std::string& name) {
  const auto found = cursor<double>(name);
  if (!found) return std::nullopt;
  if (!std::isfinite(found->first)) {
    wrong(name, "is none of ours");
    return std::nullopt;
  }
  return store::QueuePosition{found->first, found->second};
}

std::string Parameters::one_of(const std::string& name, const std::vector<std::string>& values) {
  const std::string value = text(name);
  std::string listed;
  for (const std::string& one : values) {
    if (value == one) return one;
    listed += (listed.empty() ? "" : ", ") + one;
  }
  if (!value.empty()) wrong(name, "write one of " + listed);
  return values.front();
}

store::Filter Parameters::filter() {
  store::Filter filter;
  filter.actors = list("actor");
  filter.countries = list("country");
  filter.places = list("place");
  filter.types = list("type");
  filter.sources = list("source");
  filter.since = day("since");
  filter.until = day("until");
  filter.as_of = day("as_of");
  filter.min_reports = number("min_reports", 1, 1, 1'000'000);
  return filter;
}

std::optional<std::string> Parameters::fault() const {
  if (fault_) return fault_;
  for (const auto& [name, value] : query_) {
    if (!read_.contains(name)) {
      return "there is no parameter '" + std::string(first_code_points(name, 100)) + "' here";
    }
  }
  return std::nullopt;
}

std::string cursor_of(const store::Position& position) {
  return std::to_string(position.day) + kMark + position.id;
}

std::string cursor_of(const store::QueuePosition& position) {
  char score[40];  // the shortest text that reads as the same number
  const auto end = std::to_chars(score, score + sizeof score, position.score).ptr;
  return std::string(score, end) + kMark + position.id;
}

}  // namespace varde::server
