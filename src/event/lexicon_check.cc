#include "event/lexicon_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/table.h"

namespace varde {
namespace {

constexpr size_t kMostSpellings = 4096;  // of one line

// "call/term genocide" -> "call genocide", "term genocide"
std::vector<std::string> spellings(std::string_view text) {
  std::vector<std::string> all = {""};
  for (const auto word : split(text, ' ')) {
    if (word.empty()) continue;
    std::vector<std::string> longer;
    for (const auto& start : all) {
      for (const auto piece : split(word, '/')) {
        if (longer.size() == kMostSpellings) break;
        longer.push_back(start.empty() ? std::string(piece) : start + " " + std::string(piece));
      }
    }
    all = std::move(longer);
  }
  return all;
}

// What must be equal for one of two entries never to be asked: all but the order of the conditions.
std::string circumstances(const LexiconEntry& entry) {
  auto conditions = split(entry.conditions_text, ' ');
  std::sort(conditions.begin(), conditions.end());
  std::string text = fmt::format("\t{}", static_cast<int>(entry.entry_class));
  for (const auto condition : conditions) text.append(" ").append(condition);
  return text;
}

}  // namespace

std::vector<std::string> shadowed_entries(const Lexicon& lexicon) {
  std::vector<std::string> messages;
  std::unordered_map<std::string, const LexiconEntry*> first;
  for (const auto& entry : lexicon.entries()) {
    const std::string rest = circumstances(entry);
    const LexiconEntry* before = nullptr;
    bool lives = false;
    for (const auto& spelling : spellings(entry.text)) {
      const auto [at, is_new] = first.try_emplace(spelling + rest, &entry);
      lives |= is_new;
      if (!is_new) before = at->second;
    }
    if (lives || before == nullptr) continue;
    const bool same = before->frame == entry.frame;
    messages.push_back(
        fmt::format("{}: \"{}\" {} {}{}; delete one of them", entry.place, entry.text,
                    same ? "repeats" : "contradicts", before->place,
                    same ? "" : fmt::format(" (frame {}, which wins)", before->frame->id)));
  }
  return messages;
}

}  // namespace varde
