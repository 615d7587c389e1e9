#include "text/number_words.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/utf8.h"

namespace varde {
namespace {

constexpr double kLargest = 1e15;

struct KindName {
  std::string_view name;
  NumberKind kind;
  bool valued;
};

constexpr std::array<KindName, 31> kKinds = {{
    {"unit", NumberKind::kUnit, true},
    {"teen", NumberKind::kTeen, true},
    {"ten", NumberKind::kTen, true},
    {"amount", NumberKind::kAmount, true},
    {"multiplier", NumberKind::kMultiplier, true},
    {"half", NumberKind::kHalf, false},
    {"article", NumberKind::kArticle, false},
    {"joiner", NumberKind::kJoiner, false},
    {"several", NumberKind::kSeveral, false},
    {"vague", NumberKind::kVague, true},
    {"ordinal", NumberKind::kOrdinal, true},
    {"ordinal_suffix", NumberKind::kOrdinalSuffix, false},
    {"fraction", NumberKind::kFraction, true},
    {"fraction_of", NumberKind::kFractionOf, true},
    {"share", NumberKind::kShare, true},
    {"of", NumberKind::kOf, false},
    {"percent", NumberKind::kPercent, false},
    {"range", NumberKind::kRange, false},
    {"from", NumberKind::kFrom, false},
    {"between", NumberKind::kBetween, false},
    {"at_least", NumberKind::kAtLeast, false},
    {"more_than", NumberKind::kMoreThan, false},
    {"at_most", NumberKind::kAtMost, false},
    {"less_than", NumberKind::kLessThan, false},
    {"about", NumberKind::kAbout, false},
    {"or_more", NumberKind::kOrMore, false},
    {"or_less", NumberKind::kOrLess, false},
    {"or_so", NumberKind::kOrSo, false},
    {"filler", NumberKind::kFiller, false},
    {"decimal_mark", NumberKind::kDecimalMark, false},
    {"group_mark", NumberKind::kGroupMark, false},
}};

const KindName* kind_named(std::string_view name) {
  for (const KindName& kind : kKinds) {
    if (kind.name == name) return &kind;
  }
  return nullptr;
}

std::optional<double> read_value(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  if (!(value >= 0) || value > kLargest) return std::nullopt;
  return value;
}

}  // namespace

Result<NumberWords> NumberWords::open(const std::filesystem::path& pack) {
  const auto table = Table::read(pack / "numbers.tsv", {"words", "kind", "low", "high"});
  if (!table) return tl::unexpected(table.error());
  NumberWords words;
  if (auto read = words.read(*table); !read) return tl::unexpected(read.error());
  return words;
}

Result<void> NumberWords::read(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    if (auto added = add_row(table, row); !added) return added;
  }
  return {};
}

Result<void> NumberWords::add_row(const Table& table, size_t row) {
  const KindName* kind = kind_named(table.cell(row, "kind"));
  if (kind == nullptr) {
    return failure(table.place(row) + ": unknown kind '" + std::string(table.cell(row, "kind")) +
                   "'; the comment at the top of the file lists the kinds");
  }
  NumberWord word;
  word.kind = kind->kind;
  if (kind->valued) {
    const auto low = read_value(table.cell(row, "low"));
    const auto high = read_value(table.cell(row, "high"));
    if (!low || (!high && !table.cell(row, "high").empty())) {
      return failure(table.place(row) + ": 'low' and 'high' must be numbers from 0, in digits");
    }
    word.low = *low;
    word.high = kind->kind == NumberKind::kVague ? high : low;
  }
  for (const std::string_view phrase : table.list(row, "words")) {
    if (add_mark(phrase, word.kind)) continue;
    const std::string lower = to_lower(to_nfc(phrase));
    Entry entry{{}, word};
    for (const std::string_view part : split(lower, ' ')) {
      if (!part.empty()) entry.rest.emplace_back(part);
    }
    if (entry.rest.empty()) return failure(table.place(row) + ": 'words' is empty; fill it in");
    const std::string first = entry.rest.front();
    entry.rest.erase(entry.rest.begin());
    entry.word.length = static_cast<uint32_t>(entry.rest.size()) + 1;
    entries_[first].push_back(std::move(entry));
  }
  return {};
}

bool NumberWords::add_mark(std::string_view mark, NumberKind kind) {
  if (kind == NumberKind::kDecimalMark) {
    decimal_mark_ = mark;
  } else if (kind == NumberKind::kGroupMark && count_code_points(mark) > 1) {
    space_groups_ = true;
  } else if (kind == NumberKind::kGroupMark) {
    group_mark_ = mark;
  } else {
    return false;
  }
  return true;
}

std::optional<NumberWord> NumberWords::find(const std::vector<std::string>& words, size_t at,
                                            NumberKind kind) const {
  if (at >= words.size()) return std::nullopt;
  const auto entries = entries_.find(words[at]);
  if (entries == entries_.end()) return std::nullopt;
  std::optional<NumberWord> best;
  for (const Entry& entry : entries->second) {
    if (entry.word.kind != kind || entry.word.length > words.size() - at) continue;
    if (best && best->length >= entry.word.length) continue;
    bool same = true;
    for (size_t i = 0; same && i < entry.rest.size(); ++i) {
      same = words[at + 1 + i] == entry.rest[i];
    }
    if (same) best = entry.word;
  }
  return best;
}

std::optional<NumberWord> NumberWords::find(std::string_view word, NumberKind kind) const {
  const auto entries = entries_.find(std::string(word));
  if (entries == entries_.end()) return std::nullopt;
  for (const Entry& entry : entries->second) {
    if (entry.word.kind == kind && entry.rest.empty()) return entry.word;
  }
  return std::nullopt;
}

}  // namespace varde
