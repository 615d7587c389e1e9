#include "syntax/name_consistency.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/utf8.h"
#include "syntax/abbreviation.h"
#include "syntax/lemma_script.h"

namespace varde::syntax {
namespace {

// Whether the letters of the abbreviation stand in the name in their order, the first of both being
// the same (Schwartz & Hearst 2003, simplified).
bool abbreviates(std::string_view abbreviation, std::string_view name) {
  const std::string wanted = lower_one_by_one(abbreviation), given = lower_one_by_one(name);
  size_t at = 0, in = 0;
  if (next_code_point(wanted, &at) != next_code_point(given, &in)) return false;
  while (at < wanted.size()) {
    const char32_t letter = next_code_point(wanted, &at);
    do {
      if (in >= given.size()) return false;
    } while (next_code_point(given, &in) != letter);
  }
  return true;
}

class Poll {
 public:
  Poll(const NameOpinions& opinions, const NameLists& lists, Parse* parse)
      : opinions_(opinions), lists_(lists), parse_(*parse) {}

  void run() {
    for (size_t i = 0; i < parse_.names.size(); ++i) {
      keys_.push_back(key_of(parse_.names[i].first, parse_.names[i].last));
      add(keys_.back(), opinions_.of(i));
    }
    for (size_t i = 0; i < parse_.names.size(); ++i) vote_for_parts(i);
    for (size_t i = 0; i < parse_.names.size(); ++i) vote_for_abbreviation(i);
    for (size_t i = 0; i < parse_.names.size(); ++i) settle(i);
    find_short_names();
  }

 private:
  using Votes = std::vector<float>;

  std::string key_of(uint32_t first, uint32_t last) const {
    std::string key;
    for (uint32_t i = first; i < last; ++i) {
      key.append(i > first ? " " : "")
          .append(i + 1 == last ? lists_.without_ending(parse_.form(i)) : parse_.form(i));
    }
    return key;
  }

  void add(const std::string& key, std::span<const float> opinion) {
    Votes& votes = votes_[key];
    votes.resize(opinion.size());
    for (size_t k = 0; k < opinion.size(); ++k) votes[k] += opinion[k];
  }

  void vote_for_parts(size_t i) {
    const Name& name = parse_.names[i];
    if (name.type != NameType::kPerson || name.last - name.first < 2) return;
    const std::string first = key_of(name.first, name.first + 1);
    const std::string last = key_of(name.last - 1, name.last);
    if (votes_.contains(first)) add(first, opinions_.of(i));
    if (last != first && votes_.contains(last)) add(last, opinions_.of(i));
  }

  // "Name (ABBREVIATION)".
  void vote_for_abbreviation(size_t i) {
    const Name& name = parse_.names[i];
    if (name.type == NameType::kPerson) return;
    const auto word = bracketed_abbreviation(parse_, name.last);
    if (!word || !abbreviates(parse_.form(*word), key_of(name.first, name.last))) return;
    abbreviations_.emplace(parse_.form(*word), i);
    const std::string key = key_of(*word, *word + 1);
    if (votes_.contains(key)) add(key, opinions_.of(i));
  }

  bool is_geo_political(size_t kind) const {
    return opinions_.kinds[kind].type == NameType::kGeoPolitical;
  }

  void settle(size_t i) {
    Name& name = parse_.names[i];
    const Votes& votes = votes_.at(keys_[i]);
    auto best = static_cast<size_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
    if (is_geo_political(best)) {
      if (name.type == NameType::kGeoPolitical) return;
      const auto own = opinions_.of(i);
      for (size_t k = 0; k < own.size(); ++k) {
        if (is_geo_political(k) && own[k] > own[best]) best = k;
      }
    }
    name.type = opinions_.kinds[best].type;
    name.label = opinions_.kinds[best].label;
  }

  // The last words of persons' full names, in small letters, each with a name that it ends; without
  // those that the document itself has in small letters.
  std::unordered_map<std::string, size_t> last_words() const {
    std::unordered_map<std::string, size_t> found;
    for (size_t i = 0; i < parse_.names.size(); ++i) {
      const Name& name = parse_.names[i];
      if (name.type != NameType::kPerson || name.last - name.first < 2) continue;
      found.emplace(lower_one_by_one(lists_.without_ending(parse_.form(name.last - 1))), i);
    }
    for (uint32_t w = 0; w < parse_.words.size() && !found.empty(); ++w) {
      found.erase(std::string(parse_.form(w)));
    }
    return found;
  }

  // The name that the word alone stands for, or none.
  const Name* full_name_of(uint32_t word,
                           const std::unordered_map<std::string, size_t>& persons) const {
    const std::string_view form = parse_.form(word);
    if (!starts_with_upper(form)) return nullptr;
    const auto abbreviated = abbreviations_.find(lists_.without_ending(form));
    if (abbreviated != abbreviations_.end()) return &parse_.names[abbreviated->second];
    const Upos upos = parse_.words[word].upos;
    if (persons.empty() || (upos != Upos::kPropn && upos != Upos::kNoun)) return nullptr;
    const auto person = persons.find(lower_one_by_one(lists_.without_ending(form)));
    return person == persons.end() ? nullptr : &parse_.names[person->second];
  }

  void find_short_names() {
    const auto persons = last_words();
    if (persons.empty() && abbreviations_.empty()) return;
    const size_t known = parse_.names.size();
    size_t name = 0;
    for (uint32_t w = 0; w < parse_.words.size(); ++w) {
      while (name < known && parse_.names[name].last <= w) ++name;
      if (name < known && parse_.names[name].first <= w) continue;
      const Name* full = full_name_of(w, persons);
      if (full == nullptr) continue;
      Name added = *full;
      added.first = w;
      added.last = w + 1;
      parse_.names.push_back(added);
    }
    std::sort(parse_.names.begin(), parse_.names.end(),
              [](const Name& a, const Name& b) { return a.first < b.first; });
  }

  const NameOpinions& opinions_;
  const NameLists& lists_;
  Parse& parse_;
  std::vector<std::string> keys_;  // of the names
  std::unordered_map<std::string, Votes> votes_;
  std::unordered_map<std::string_view, size_t> abbreviations_;  // each with its full name
};

}  // namespace

void settle_names(const NameOpinions& opinions, const NameLists& lists, Parse* parse) {
  if (!opinions.kinds.empty()) Poll(opinions, lists, parse).run();
}

}  // namespace varde::syntax
