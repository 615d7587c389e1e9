#include "event/terms.h"

#include <algorithm>
#include <array>

#include "base/table.h"
#include "base/utf8.h"

namespace varde {
namespace {

constexpr std::array<std::string_view, 19> kClasses = {
    "ceasefire", "proposal", "unilateral", "resolution", "body",   "decides",   "votes",
    "in_favour", "against",  "abstained",  "vote",       "versus", "unanimous", "further",
    "invites",   "purpose",  "exclude",    "renewable",  "earlier"};
constexpr size_t kShortestPart = 5;  // bytes

}  // namespace

Result<Terms> Terms::open(const std::filesystem::path& pack) {
  const auto table = Table::read(pack / "terms.tsv", {"words", "class", "value"});
  if (!table) return tl::unexpected(table.error());
  Terms terms;
  for (size_t row = 0; row < table->size(); ++row) {
    const auto term_class = table->cell(row, "class");
    if (std::find(kClasses.begin(), kClasses.end(), term_class) == kClasses.end()) {
      return failure(table->place(row) + ": unknown class '" + std::string(term_class) + "'");
    }
    for (const auto words : table->list(row, "words")) {
      Term term;
      for (const auto word : split(words, ' ')) {
        if (!word.empty()) term.words.push_back(to_lower(word));
      }
      term.value = std::string(table->cell(row, "value"));
      term.part =
          (term_class == "ceasefire" || term_class == "resolution" || term_class == "purpose") &&
          term.words.size() == 1 && term.words[0].size() >= kShortestPart;
      terms.classes_[std::string(term_class)].push_back(std::move(term));
    }
  }
  for (auto& [name, list] : terms.classes_) {
    std::stable_sort(list.begin(), list.end(),
                     [](const Term& a, const Term& b) { return a.words.size() > b.words.size(); });
  }
  return terms;
}

std::vector<Terms::Match> Terms::find(const Analysis& analysis, std::string_view term_class,
                                      uint32_t first, uint32_t last) const {
  std::vector<Match> matches;
  const auto found = classes_.find(term_class);
  if (found == classes_.end()) return matches;
  const auto fits = [&](const Term& term, uint32_t at) {
    if (at + term.words.size() > last) return false;
    for (uint32_t i = 0; i < term.words.size(); ++i) {
      const auto& word = term.words[i];
      const auto lemma = analysis.lemma[at + i];
      const auto form = analysis.form[at + i];
      const bool part = term.part && (lemma.find(word) != std::string_view::npos ||
                                      form.find(word) != std::string_view::npos);
      if (lemma != word && form != word && !part) return false;
    }
    return true;
  };
  for (uint32_t at = first; at < last;) {
    const auto term = std::find_if(found->second.begin(), found->second.end(),
                                   [&](const Term& candidate) { return fits(candidate, at); });
    if (term == found->second.end()) {
      ++at;
      continue;
    }
    const auto end = at + static_cast<uint32_t>(term->words.size());
    matches.push_back({at, end, term->value});
    at = end;
  }
  return matches;
}

bool Terms::is(const Analysis& analysis, std::string_view term_class, uint32_t token) const {
  return !find(analysis, term_class, token, token + 1).empty();
}

}  // namespace varde
