#include "event/toll_words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/table.h"
#include "base/utf8.h"

namespace varde {
namespace {

constexpr size_t kShortestLastPart = 4;  // bytes
constexpr std::array<std::string_view, 7> kCounts = {"object", "subject", "oblique", "itself",
                                                     "figure", "reports", "part"};

std::optional<TollCounts> counts_of(std::string_view name) {
  const auto found = std::find(kCounts.begin(), kCounts.end(), name);
  if (found == kCounts.end()) return std::nullopt;
  return static_cast<TollCounts>(found - kCounts.begin());
}

}  // namespace

Result<TollWords> TollWords::open(const std::filesystem::path& pack) {
  TollWords words;
  const auto table = Table::read(pack / "tolls.tsv", {"word", "counts", "kind", "needs"});
  if (!table) return tl::unexpected(table.error());
  for (size_t row = 0; row < table->size(); ++row) {
    TollEntry entry;
    const auto counts = counts_of(table->cell(row, "counts"));
    if (!counts) {
      return failure(table->place(row) +
                     ": counts is object, subject, oblique, itself, figure, reports or part");
    }
    entry.counts = *counts;
    entry.kind = std::string(table->cell(row, "kind"));
    entry.needs = to_lower(table->cell(row, "needs"));
    for (const auto word : table->list(row, "word")) {
      entry.rule = pack.filename().string() + "/" + std::string(word) + ".toll";
      words.words_.emplace(to_lower(word), entry);
    }
  }
  const auto nouns = Table::read(pack / "nouns.tsv", {"noun", "toll"});
  if (!nouns) return tl::unexpected(nouns.error());
  for (size_t row = 0; row < nouns->size(); ++row) {
    const auto category = nouns->cell(row, "toll");
    if (category.empty()) continue;
    words.groups_.emplace(to_lower(nouns->cell(row, "noun")), category);
  }
  return words;
}

bool TollWords::has_needed(const Analysis& analysis, const TollEntry& entry, uint32_t token) const {
  if (entry.needs.empty()) return true;
  const auto needs = split(entry.needs, '|');
  const auto& sentence = analysis.text.sentences[analysis.sentence_of(token)];
  const auto needed = [&](std::string_view word) {
    return std::find(needs.begin(), needs.end(), word) != needs.end();
  };
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (i != token && (needed(analysis.lemma[i]) || needed(analysis.form[i]))) return true;
  }
  return false;
}

const TollEntry* TollWords::find(const Analysis& analysis, uint32_t token,
                                 TollCounts counts) const {
  for (const auto& name : {analysis.lemma[token], analysis.form[token]}) {
    const auto [begin, end] = words_.equal_range(name);
    for (auto at = begin; at != end; ++at) {
      const TollEntry& entry = at->second;
      if (entry.counts == counts && has_needed(analysis, entry, token)) return &entry;
    }
  }
  return nullptr;
}

std::string_view TollWords::group_of(const Analysis& analysis, uint32_t noun,
                                     bool compounding) const {
  for (const auto& name : {analysis.lemma[noun], analysis.form[noun]}) {
    const auto found = groups_.find(name);
    if (found != groups_.end()) return found->second;
  }
  if (!compounding) return {};
  const auto lemma = analysis.lemma[noun];
  for (size_t at = 2; at + kShortestLastPart <= lemma.size(); ++at) {
    const auto found = groups_.find(lemma.substr(at));
    if (found != groups_.end()) return found->second;
  }
  return {};
}

}  // namespace varde
