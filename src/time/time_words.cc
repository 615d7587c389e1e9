#include "time/time_words.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <utility>

#include "base/table.h"
#include "base/utf8.h"

namespace varde {
namespace {

constexpr size_t kMostElements = 16;

enum class Arguments : uint8_t { kNothing, kWhich, kAmount, kBy };

struct OpName {
  std::string_view name;
  Op op;
  Arguments arguments;
  bool modifier;  // works on the interval of the steps before it
};

constexpr std::array<OpName, 39> kOps{{
    {"weekday", Op::kWeekday, Arguments::kWhich, false},
    {"date", Op::kDate, Arguments::kWhich, false},
    {"month", Op::kMonth, Arguments::kWhich, false},
    {"year", Op::kYear, Arguments::kNothing, false},
    {"season", Op::kSeason, Arguments::kWhich, false},
    {"feast", Op::kFeast, Arguments::kWhich, false},
    {"weekend", Op::kWeekend, Arguments::kWhich, false},
    {"day", Op::kDay, Arguments::kBy, false},
    {"unit", Op::kUnit, Arguments::kBy, false},
    {"ago", Op::kAgo, Arguments::kAmount, false},
    {"past", Op::kPast, Arguments::kAmount, false},
    {"coming", Op::kComing, Arguments::kAmount, false},
    {"ahead", Op::kAhead, Arguments::kAmount, false},
    {"from_now", Op::kFromNow, Arguments::kAmount, false},
    {"within", Op::kWithin, Arguments::kAmount, false},
    {"lasting", Op::kLasting, Arguments::kAmount, false},
    {"duration", Op::kDuration, Arguments::kAmount, false},
    {"later", Op::kLater, Arguments::kAmount, false},
    {"earlier", Op::kEarlier, Arguments::kAmount, false},
    {"same", Op::kSame, Arguments::kAmount, false},
    {"since_then", Op::kSinceThen, Arguments::kNothing, false},
    {"when", Op::kWhen, Arguments::kNothing, false},
    {"unknown", Op::kUnknown, Arguments::kNothing, false},
    {"none", Op::kNone, Arguments::kNothing, false},
    {"since", Op::kSince, Arguments::kNothing, true},
    {"by", Op::kBy, Arguments::kNothing, true},
    {"until", Op::kUntil, Arguments::kNothing, true},
    {"before", Op::kBefore, Arguments::kNothing, true},
    {"night_before", Op::kNightBefore, Arguments::kNothing, true},
    {"midnight", Op::kMidnight, Arguments::kNothing, true},
    {"beginning", Op::kBeginning, Arguments::kNothing, true},
    {"middle", Op::kMiddle, Arguments::kNothing, true},
    {"end", Op::kEnd, Arguments::kNothing, true},
    {"rest", Op::kRest, Arguments::kNothing, true},
    {"so_far", Op::kSoFar, Arguments::kNothing, true},
    {"minus", Op::kMinus, Arguments::kAmount, true},
    {"plus", Op::kPlus, Arguments::kAmount, true},
    {"turn", Op::kTurn, Arguments::kNothing, true},
    {"nth_week", Op::kNthWeek, Arguments::kNothing, true},
}};

struct ClassName {
  std::string_view element;  // in patterns
  std::string_view table;    // in the file
  TimeClass time_class;
};

constexpr std::array<ClassName, 5> kClasses{{{"WEEKDAY", "weekday", TimeClass::kWeekday},
                                             {"MONTH", "month", TimeClass::kMonth},
                                             {"UNIT", "unit", TimeClass::kUnit},
                                             {"SEASON", "season", TimeClass::kSeason},
                                             {"FEAST", "feast", TimeClass::kFeast}}};

constexpr std::array<std::pair<std::string_view, ElementKind>, 5> kBuiltIn{
    {{"NUMBER", ElementKind::kNumber},
     {"DAY", ElementKind::kDay},
     {"YEAR", ElementKind::kYear},
     {"DATE", ElementKind::kDate},
     {"WHEN", ElementKind::kWhen}}};

constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 4> kSeasons{"spring", "summer", "autumn", "winter"};
constexpr std::array<std::pair<std::string_view, Which>, 5> kWhich{{{"last", Which::kLast},
                                                                    {"previous", Which::kPrevious},
                                                                    {"next", Which::kNext},
                                                                    {"coming", Which::kComing},
                                                                    {"this", Which::kThis}}};

template <size_t N>
std::optional<uint8_t> index_of(const std::array<std::string_view, N>& names, std::string_view name,
                                int from) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<uint8_t>(at - names.begin() + from);
}

// What the key of a class table stands for: "tuesday" of [weekday] is 2.
std::optional<uint8_t> value_of(TimeClass time_class, std::string_view key) {
  switch (time_class) {
    case TimeClass::kWeekday:
      return index_of(kWeekdays, key, 1);
    case TimeClass::kMonth:
      return index_of(kMonths, key, 1);
    case TimeClass::kSeason:
      return index_of(kSeasons, key, 0);
    case TimeClass::kUnit:
      if (const auto unit = time_unit_of(key)) return static_cast<uint8_t>(*unit);
      return std::nullopt;
    case TimeClass::kFeast:
      if (const auto feast = feast_of(key)) return static_cast<uint8_t>(*feast);
      return std::nullopt;
  }
  return std::nullopt;
}

bool is_class_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(),
                                      [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

std::optional<Upos> upos_of(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Upos::kX); ++i) {
    if (to_string(static_cast<Upos>(i)) == name) return static_cast<Upos>(i);
  }
  return std::nullopt;
}

std::optional<int> number_of(std::string_view text) {
  int value = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (value < -100 || value > 100) return std::nullopt;
  return value;
}

}  // namespace

// Reads one file; stops at the first mistake.
class TimeWordsParser {
 public:
  explicit TimeWordsParser(std::string name) : name_(std::move(name)) {}

  Result<TimeWords> parse(std::string_view content) {
    toml::table file;
    try {
      file = toml::parse(content, name_);
    } catch (const toml::parse_error& error) {
      return failure(name_ + ":" + std::to_string(error.source().begin.line) + ": " +
                     std::string(error.description()));
    }
    read_tables(file);
    if (fault_.empty()) read_patterns(file);
    if (!fault_.empty()) return failure(fault_);
    return std::move(words_);
  }

 private:
  void fault(const toml::node& node, const std::string& what) {
    if (!fault_.empty()) return;
    fault_ = name_ + ":" + std::to_string(node.source().begin.line) + ": " + what;
  }

  // Calls `take` for each string of a list, in lower case.
  template <class Take>
  void each_word(const toml::node& list, Take take) {
    const toml::array* array = list.as_array();
    if (array == nullptr) return fault(list, "is no list; write [\"word\", \"word\"]");
    for (const toml::node& item : *array) {
      const auto* text = item.as_string();
      if (text == nullptr || text->get().empty()) {
        return fault(item, "is no word; put it between quotation marks");
      }
      take(to_lower(to_nfc(text->get())));
    }
  }

  void read_tables(const toml::table& file) {
    for (const auto& [key, node] : file) {
      const toml::table* table = node.as_table();
      if (table == nullptr) return fault(node, "stands outside a table; give it one, as [words]");
      if (key.str() == "patterns") continue;
      if (key.str() == "words") {
        read_plain_words(*table);
      } else if (key.str() == "number") {
        read_numbers(*table);
      } else if (key.str() == "compounds") {
        read_compounds(*table);
      } else if (key.str() == "tense") {
        read_tense(*table);
      } else if (!read_class(key.str(), *table)) {
        return fault(node, "unknown table [" + std::string(key.str()) +
                               "]; known are weekday, month, unit, season, feast, number, words, "
                               "compounds, tense and patterns");
      }
    }
  }

  bool read_class(std::string_view name, const toml::table& table) {
    const auto found = std::find_if(kClasses.begin(), kClasses.end(),
                                    [&](const ClassName& one) { return one.table == name; });
    if (found == kClasses.end()) return false;
    for (const auto& [key, list] : table) {
      const auto value = value_of(found->time_class, key.str());
      if (!value) {
        fault(list, "unknown " + std::string(name) + " '" + std::string(key.str()) +
                        "'; the keys are English names in lower case");
        return true;
      }
      each_word(list, [&](const std::string& word) {
        words_.readings_[words_.intern(word)].push_back({found->time_class, *value});
      });
    }
    return true;
  }

  void read_plain_words(const toml::table& table) {
    for (const auto& [key, list] : table) {
      const std::string name(key.str());
      if (!is_class_name(name)) {
        return fault(list, "class '" + name + "' must be in capital letters");
      }
      auto& ids = plain_[name];
      each_word(list, [&](const std::string& word) { ids.push_back(words_.intern(word)); });
    }
  }

  void read_numbers(const toml::table& table) {
    for (const auto& [key, list] : table) {
      std::istringstream in{std::string(key.str())};
      in.imbue(std::locale::classic());
      double value = 0;
      if (!(in >> value) || !in.eof() || !(value > 0 && value <= 1000)) {
        return fault(list, "'" + std::string(key.str()) + "' is no number from 0 to 1000");
      }
      each_word(list,
                [&](const std::string& word) { words_.numbers_[words_.intern(word)] = value; });
    }
  }

  void read_compounds(const toml::table& table) {
    for (const auto& [key, list] : table) {
      if (key.str() == "links") {
        each_word(list, [&](const std::string& word) { words_.compound_links.push_back(word); });
        continue;
      }
      if (key.str() == "middle_prefixes") {
        each_word(list, [&](const std::string& word) { words_.middle_prefixes.push_back(word); });
        continue;
      }
      if (key.str() == "day_suffixes") {
        each_word(list, [&](const std::string& word) { words_.day_suffixes.push_back(word); });
        continue;
      }
      const auto unit = time_unit_of(key.str());
      if (!unit) {
        return fault(list, "'" + std::string(key.str()) +
                               "' is neither a unit nor links, day_suffixes or middle_prefixes");
      }
      each_word(list, [&](std::string word) {
        words_.compound_units.push_back({std::move(word), *unit});
      });
    }
  }

  void read_tense(const toml::table& table) {
    for (const auto& [key, list] : table) {
      std::unordered_set<std::string>* to = nullptr;
      if (key.str() == "future_auxiliaries") to = &words_.future_auxiliaries;
      if (key.str() == "perfect_auxiliaries") to = &words_.perfect_auxiliaries;
      if (key.str() == "prospective") to = &words_.prospective;
      if (key.str() == "reporting") to = &words_.reporting;
      if (key.str() == "join") to = &words_.join;
      if (key.str() == "since") to = &words_.since;
      if (to == nullptr) return fault(list, "unknown list '" + std::string(key.str()) + "'");
      each_word(list, [&](std::string word) { to->insert(std::move(word)); });
    }
  }

  void read_patterns(const toml::table& file) {
    const toml::table* table = file["patterns"].as_table();
    if (table == nullptr) {
      fault_ = name_ + ":1: has no table [patterns]";
      return;
    }
    for (const auto& [key, meaning] : *table) {
      const auto* text = meaning.as_string();
      if (text == nullptr) return fault(meaning, "the meaning of a pattern is text in quotes");
      TimePattern pattern;
      pattern.text = key.str();
      pattern.line = meaning.source().begin.line;
      read_elements(meaning, &pattern);
      read_steps(meaning, text->get(), &pattern);
      if (!fault_.empty()) return;
      words_.patterns.push_back(std::move(pattern));
    }
    std::stable_sort(words_.patterns.begin(), words_.patterns.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
  }

  void read_elements(const toml::node& node, TimePattern* pattern) {
    for (std::string_view piece : split(pattern->text, ' ')) {
      if (piece.empty()) continue;
      const Element element = read_element(node, piece);
      if (!fault_.empty()) return;
      pattern->elements.push_back(element);
    }
    const auto& all = pattern->elements;
    if (all.empty() || all.size() > kMostElements) {
      return fault(node, "a pattern has 1 to " + std::to_string(kMostElements) + " elements");
    }
    const bool tangible = std::any_of(all.begin(), all.end(),
                                      [](const auto& e) { return !e.optional && !e.negated; });
    if (!tangible) return fault(node, "every element may be missing; make one obligatory");
    for (const Element& element : all) {
      if (element.kind == ElementKind::kWhen) {
        return fault(node, "WHEN cannot come first; begin with a word");
      }
      if (!element.optional) break;
    }
    for (size_t i = 0; i + 1 < all.size(); ++i) {
      if (all[i].negated) return fault(node, "'!' belongs at the end of the pattern");
    }
  }

  Element read_element(const toml::node& node, std::string_view piece) {
    Element element;
    if (piece.size() > 1 && piece.front() == '!') {
      element.negated = true;
      piece.remove_prefix(1);
    }
    if (piece.size() > 1 && piece.back() == '?') {
      element.optional = true;
      piece.remove_suffix(1);
    }
    const size_t slash = piece.rfind('/');
    if (slash != std::string_view::npos && slash > 0 && slash + 1 < piece.size()) {
      element.upos = upos_of(piece.substr(slash + 1));
      if (!element.upos) {
        fault(node, "'" + std::string(piece.substr(slash + 1)) +
                        "' is no universal part of speech (NOUN, PROPN, ADV, …)");
      }
      piece = piece.substr(0, slash);
    }
    if (piece.size() > 1 && piece.front() == '(' && piece.back() == ')') {
      piece = piece.substr(1, piece.size() - 2);
    }
    read_alternatives(node, piece, &element);
    return element;
  }

  void read_alternatives(const toml::node& node, std::string_view piece, Element* element) {
    const auto names = split(piece, '|');
    for (const auto name : names) {
      if (name.empty()) return fault(node, "empty alternative in '" + std::string(piece) + "'");
      if (!is_class_name(name)) {
        element->words.push_back(words_.intern(to_lower(to_nfc(name))));
      } else if (const auto plain = plain_.find(std::string(name)); plain != plain_.end()) {
        element->words.insert(element->words.end(), plain->second.begin(), plain->second.end());
      } else if (names.size() > 1 || !read_built_in(name, element)) {
        return fault(node, "unknown class '" + std::string(name) +
                               "' (a class of [words] can stand in brackets, others only alone)");
      }
    }
    std::sort(element->words.begin(), element->words.end());
  }

  static bool read_built_in(std::string_view name, Element* element) {
    for (const auto& [known, kind] : kBuiltIn) {
      if (known != name) continue;
      element->kind = kind;
      return true;
    }
    for (const ClassName& known : kClasses) {
      if (known.element != name) continue;
      element->kind = ElementKind::kClass;
      element->time_class = known.time_class;
      return true;
    }
    return false;
  }

  void read_steps(const toml::node& node, std::string_view meaning, TimePattern* pattern) {
    for (const auto piece : split(meaning, '|')) {
      const size_t open = piece.find('(');
      const auto name = trim(piece.substr(0, open));
      const auto op = std::find_if(kOps.begin(), kOps.end(),
                                   [&](const OpName& known) { return known.name == name; });
      if (op == kOps.end()) return fault(node, "unknown operation '" + std::string(name) + "'");
      if (op->modifier == pattern->steps.empty()) {
        return fault(node, "'" + std::string(name) + "' " +
                               (op->modifier ? "changes an interval and cannot come first"
                                             : "makes an interval and can only come first"));
      }
      Step step;
      step.op = op->op;
      if (open != std::string_view::npos) {
        if (!piece.ends_with(')'))
          return fault(node, "missing ')' in '" + std::string(piece) + "'");
        read_arguments(node, piece.substr(open + 1, piece.size() - open - 2), *op, &step);
      }
      check_step(node, *pattern, *op, step);
      if (!fault_.empty()) return;
      pattern->steps.push_back(step);
    }
  }

  void read_arguments(const toml::node& node, std::string_view text, const OpName& op, Step* step) {
    for (const auto argument : split(text, ',')) {
      const auto which = std::find_if(kWhich.begin(), kWhich.end(),
                                      [&](const auto& known) { return known.first == argument; });
      const bool amounts = op.arguments == Arguments::kAmount || op.arguments == Arguments::kBy;
      if (op.arguments == Arguments::kWhich && which != kWhich.end()) {
        step->which = which->second;
      } else if (const auto unit = time_unit_of(argument); unit && amounts) {
        step->unit = unit;
      } else if (const auto number = number_of(argument); number && amounts) {
        step->number = number;
      } else {
        return fault(
            node, "'" + std::string(op.name) + "' does not take '" + std::string(argument) + "'");
      }
    }
  }

  // A step must find in the pattern what it works on.
  void check_step(const toml::node& node, const TimePattern& pattern, const OpName& op,
                  const Step& step) {
    const auto needs = [&](ElementKind kind, TimeClass time_class, std::string_view what) {
      for (const Element& element : pattern.elements) {
        if (element.negated || element.kind != kind) continue;
        if (kind != ElementKind::kClass || element.time_class == time_class) return;
      }
      fault(node, "'" + std::string(op.name) + "' needs " + std::string(what) +
                      " in the pattern '" + pattern.text + "'");
    };
    if (step.op == Op::kWeekday) needs(ElementKind::kClass, TimeClass::kWeekday, "WEEKDAY");
    if (step.op == Op::kMonth) needs(ElementKind::kClass, TimeClass::kMonth, "MONTH");
    if (step.op == Op::kSeason) needs(ElementKind::kClass, TimeClass::kSeason, "SEASON");
    if (step.op == Op::kFeast) needs(ElementKind::kClass, TimeClass::kFeast, "FEAST");
    if (step.op == Op::kNthWeek) needs(ElementKind::kDay, TimeClass::kUnit, "DAY");
    if (step.op == Op::kYear) needs(ElementKind::kYear, TimeClass::kUnit, "YEAR");
    if (step.op == Op::kWhen) needs(ElementKind::kWhen, TimeClass::kUnit, "WHEN");
    if (op.arguments == Arguments::kAmount && !step.unit) {
      needs(ElementKind::kClass, TimeClass::kUnit, "UNIT or a unit in brackets");
    }
    if (op.arguments == Arguments::kBy && !step.number) {
      fault(node, "'" + std::string(op.name) + "' needs a number in brackets: 0 this, -1 last");
    }
    if (step.op == Op::kUnit && !step.unit) {
      needs(ElementKind::kClass, TimeClass::kUnit, "UNIT or a unit in brackets");
    }
  }

  std::string name_;
  std::string fault_;
  TimeWords words_;
  std::unordered_map<std::string, std::vector<uint32_t>> plain_;
};

Result<TimeWords> TimeWords::read(const std::filesystem::path& path) {
  auto content = read_file(path);
  if (!content) return tl::unexpected(content.error());
  return parse(*content, path.string());
}

Result<TimeWords> TimeWords::parse(std::string_view content, std::string name) {
  return TimeWordsParser(std::move(name)).parse(content);
}

std::optional<uint32_t> TimeWords::word(std::string_view lower) const {
  const auto found = ids_.find(std::string(lower));
  if (found == ids_.end()) return std::nullopt;
  return found->second;
}

std::optional<double> TimeWords::number(uint32_t word) const {
  const auto found = numbers_.find(word);
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

uint32_t TimeWords::intern(std::string_view word) {
  const auto [at, fresh] = ids_.try_emplace(std::string(word), static_cast<uint32_t>(ids_.size()));
  if (fresh) readings_.emplace_back();
  return at->second;
}

}  // namespace varde
