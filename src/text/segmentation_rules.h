// What segmentation knows of one language, read from lang/<code>/: segmentation.toml,
// abbreviations.txt and reporting.txt.
#ifndef VARDE_TEXT_SEGMENTATION_RULES_H_
#define VARDE_TEXT_SEGMENTATION_RULES_H_

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "varde/result.h"

namespace varde {

// Where an abbreviation may stand.
enum class AbbreviationUse {
  kInside,        // never the last word of a sentence: what follows belongs to it
  kFinal,         // may be the last word of a sentence: is it before a word that begins one
  kEnd,           // is the last word of a sentence before any capital
  kBeforeNumber,  // an abbreviation only when a number follows
};

using WordSet = std::set<std::string, std::less<>>;

// Immutable, thread safe. Words in sets are lower case unless the file's comment says otherwise.
struct SegmentationRules {
  static Result<SegmentationRules> open(const std::filesystem::path& pack);

  // The abbreviation that `form` is, its full stop included; null when it is none.
  const AbbreviationUse* abbreviation(std::string_view form) const;

  std::string language;        // name of the pack's folder
  std::string sentence_model;  // file relative to the pack; "" when rules alone end sentences
  bool split_hyphens = false;
  bool ordinal_full_stop = false;
  bool colon_ends_sentence = false;
  bool apostrophe_is_word = false;
  bool subject_before_reporting_verb = false;
  WordSet hyphen_prefixes;           // stay with their word where hyphens split
  WordSet kept_together;             // whole tokens that a rule would split
  WordSet units;                     // split off a number written without a space
  WordSet after_ordinal;             // capitalised words that may follow an ordinal
  WordSet sentence_starters;         // capitalised behind a full stop, they begin a sentence
  WordSet agencies;                  // as written in datelines, case as in the file
  WordSet bylines;                   // first word of a line that names the author
  std::vector<std::string> clitics;  // split off the end of a word
  std::unordered_map<std::string, size_t> split_words;  // word -> bytes of its first part
  // Reporting forms by their first word: the words that follow it, none for a form of one word.
  std::unordered_map<std::string, std::vector<std::vector<std::string>>> reporting;

 private:
  std::map<std::string, AbbreviationUse, std::less<>> abbreviations_;
  friend class SegmentationRulesReader;
};

}  // namespace varde

#endif  // VARDE_TEXT_SEGMENTATION_RULES_H_
