#include "text/segmentation_rules.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <utility>

#include "base/table.h"
#include "base/utf8.h"

namespace varde {

// Reads the three files of a pack into rules; the first mistake stops it.
class SegmentationRulesReader {
 public:
  explicit SegmentationRulesReader(const std::filesystem::path& pack) : pack_(pack) {}

  Result<SegmentationRules> read() {
    rules_.language = pack_.filename().string();
    if (!read_toml() || !read_abbreviations() || !read_reporting()) return failure(error_);
    return std::move(rules_);
  }

 private:
  bool fail(std::string message) {
    error_ = std::move(message);
    return false;
  }

  bool read_toml() {
    const std::filesystem::path path = pack_ / "segmentation.toml";
    const Result<std::string> content = read_file(path);
    if (!content) return fail(content.error().message);
    toml::table table;
    try {
      table = toml::parse(*content, path.string());
    } catch (const toml::parse_error& error) {
      return fail(path.string() + ":" + std::to_string(error.source().begin.line) + ": " +
                  std::string(error.description()) + "; mend the line");
    }
    return read_keys(table, path.string());
  }

  bool read_keys(const toml::table& table, const std::string& file) {
    const std::map<std::string_view, bool*> flags = {
        {"split_hyphens", &rules_.split_hyphens},
        {"ordinal_full_stop", &rules_.ordinal_full_stop},
        {"colon_ends_sentence", &rules_.colon_ends_sentence},
        {"apostrophe_is_word", &rules_.apostrophe_is_word},
        {"subject_before_reporting_verb", &rules_.subject_before_reporting_verb}};
    const std::map<std::string_view, WordSet*> sets = {
        {"hyphen_prefixes", &rules_.hyphen_prefixes},
        {"kept_together", &rules_.kept_together},
        {"units", &rules_.units},
        {"after_ordinal", &rules_.after_ordinal},
        {"sentence_starters", &rules_.sentence_starters},
        {"agencies", &rules_.agencies},
        {"bylines", &rules_.bylines}};
    for (const auto& [key, node] : table) {
      const std::string place =
          fmt::format("{}:{}: '{}'", file, node.source().begin.line, std::string_view(key.str()));
      if (const auto flag = flags.find(key.str()); flag != flags.end()) {
        if (!node.is_boolean()) return fail(place + " must be true or false");
        *flag->second = **node.as_boolean();
        continue;
      }
      if (key.str() == "sentence_model") {
        if (!node.is_string()) return fail(place + " must be a file's name in quotation marks");
        rules_.sentence_model = **node.as_string();
        continue;
      }
      std::vector<std::string> words;
      if (!read_words(node, place, &words)) return false;
      if (const auto set = sets.find(key.str()); set != sets.end()) {
        set->second->insert(words.begin(), words.end());
      } else if (key.str() == "clitics") {
        rules_.clitics = std::move(words);
      } else if (key.str() == "split_words") {
        if (!read_split_words(words, place)) return false;
      } else {
        return fail(place + " is no setting of segmentation; correct its name or remove it");
      }
    }
    return true;
  }

  bool read_words(const toml::node& node, const std::string& place,
                  std::vector<std::string>* words) {
    const toml::array* array = node.as_array();
    if (array == nullptr) return fail(place + " must be a list of words in quotation marks");
    for (const toml::node& element : *array) {
      const auto word = element.value<std::string>();
      if (!word || word->empty()) {
        return fail(place + " holds something that is no word; put every word in quotation marks");
      }
      words->push_back(to_nfc(*word));
    }
    return true;
  }

  bool read_split_words(const std::vector<std::string>& words, const std::string& place) {
    for (const std::string& word : words) {
      const size_t bar = word.find('|');
      if (bar == std::string::npos || bar == 0 || bar + 1 == word.size()) {
        return fail(fmt::format("{}: '{}' must show with one '|' where it is split", place, word));
      }
      rules_.split_words[word.substr(0, bar) + word.substr(bar + 1)] = bar;
    }
    return true;
  }

  bool read_abbreviations() {
    const std::filesystem::path path = pack_ / "abbreviations.txt";
    const auto lines = read_lines(path);
    if (!lines) return fail(lines.error().message);
    for (const Line& line : *lines) {
      const size_t gap = line.text.find_first_of(" \t");
      const std::string word = to_nfc(line.text.substr(0, gap));
      const std::string_view use = gap == std::string::npos
                                       ? std::string_view()
                                       : trim(std::string_view(line.text).substr(gap));
      const std::string place = fmt::format("{}:{}: ", path.string(), line.number);
      if (word.size() < 2 || word.back() != '.') {
        return fail(
            fmt::format("{}'{}' does not end in a full stop; write it with one", place, word));
      }
      if (use.empty()) {
        rules_.abbreviations_[word] = AbbreviationUse::kInside;
      } else if (use == "final") {
        rules_.abbreviations_[word] = AbbreviationUse::kFinal;
      } else if (use == "end") {
        rules_.abbreviations_[word] = AbbreviationUse::kEnd;
      } else if (use == "number") {
        rules_.abbreviations_[word] = AbbreviationUse::kBeforeNumber;
      } else {
        return fail(place + "'" + std::string(use) +
                    "' is not known; write 'final', 'end', 'number' or nothing");
      }
    }
    return true;
  }

  bool read_reporting() {
    const auto lines = read_lines(pack_ / "reporting.txt");
    if (!lines) return fail(lines.error().message);
    for (const Line& line : *lines) {
      const std::string form = to_lower(to_nfc(line.text));
      std::vector<std::string> words;
      for (const std::string_view word : split(form, ' ')) {
        if (!word.empty()) words.emplace_back(word);
      }
      std::vector<std::string> rest(words.begin() + 1, words.end());
      rules_.reporting[words.front()].push_back(std::move(rest));
    }
    return true;
  }

  std::filesystem::path pack_;
  SegmentationRules rules_;
  std::string error_;
};

Result<SegmentationRules> SegmentationRules::open(const std::filesystem::path& pack) {
  return SegmentationRulesReader(pack).read();
}

const AbbreviationUse* SegmentationRules::abbreviation(std::string_view form) const {
  auto found = abbreviations_.find(form);
  // A small letter in the list stands for a first capital; words in capitals are names and
  // acronyms.
  const bool shouted = count_code_points(form) > 2 && is_all_upper(form);
  if (found == abbreviations_.end() && !shouted) found = abbreviations_.find(to_lower(form));
  return found == abbreviations_.end() ? nullptr : &found->second;
}

}  // namespace varde
