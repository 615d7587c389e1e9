// The learned model that says whether a sentence ends between two words of a paragraph.
//
// A logistic regression. Its features are conjunctions of atoms: what is known of a word near the
// gap, or of the gap itself. The file lists the conjunctions ("templates", such as
// "lower class@1": the word before the gap in lower case with the class of the word behind it);
// each is hashed to a row of one table of 8-bit weights, and the sum over all templates is the log
// odds. Sums are of integers, so that they are the same on every machine.
//
// lang/<code>/*.safetensors, written by training/train_sentences.py, which computes the same atoms:
//
//   weights        U8   a power of two; 128 is 0
//   lexicon.key    U32  sorted; lower half of the FNV-1a hash of "k" and a word in lower case,
//                       or of "k$" and a suffix
//   lexicon.value  U8   lower 4 bits the most frequent part of speech, upper how often in lower
//                       case
//
// Metadata: format "varde-sentences/1", checksum, templates (one a line), threshold, headings
// "apart" or "anywhere".
#ifndef VARDE_TEXT_BOUNDARY_MODEL_H_
#define VARDE_TEXT_BOUNDARY_MODEL_H_

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "text/text.h"
#include "varde/result.h"

namespace varde {

// Atoms of a word. Forms are cut to 40 code points, variants of quotation marks and dashes are one;
// in lower case digits are 0.
enum WordAtom : uint8_t {
  kWordForm,
  kWordLower,
  kWordSuffix,  // three characters of the lower case
  kWordShape,   // "Xxx", "dd"; runs cut to two, at most eight characters
  kWordClass,   // of mark or capitalisation
  kWordCase,    // how often it stands in lower case, from the lexicon
  kWordTag,     // part of speech, from the lexicon, with the class
  kWordSpace,   // white space follows
  kWordAtoms
};
using WordAtoms = std::array<uint64_t, kWordAtoms>;

// Atoms of a gap, and the sentence so far that it may end.
enum GapAtom : uint8_t {
  kGapSpacing,     // white space before and behind the word in front, and behind the next
  kGapQuote,       // inside quotation marks, inside brackets
  kGapLength,      // words of the sentence so far, in steps
  kGapAhead,       // words up to the next mark that ends sentences, in steps
  kGapFirstClass,  // of the sentence's first word
  kGapFirstLower,
  kGapVerbs,       // finite verbs so far
  kGapVerbsAhead,  // finite verbs up to the next mark that ends sentences
  kGapLayout,      // 1 when the text's paragraphs are short, as in an article
  kGapAtoms
};
using GapAtoms = std::array<uint64_t, kGapAtoms>;

// What kWordClass may be; the rest of the numbers need no name.
constexpr uint64_t kClassFullStop = 1;
constexpr uint64_t kClassOtherTerminal = 3;
constexpr uint64_t kClassColon = 4;
constexpr uint64_t kClassComma = 6;  // 5 is the semicolon
constexpr uint64_t kClassOpeningQuote = 7;
constexpr uint64_t kClassClosingQuote = 8;
constexpr uint64_t kClassStraightQuote = 9;
constexpr uint64_t kClassOpeningBracket = 11;
constexpr uint64_t kClassClosingBracket = 12;
constexpr uint64_t kClassNumber = 15;  // without a full stop
constexpr uint64_t kClassAbbreviation = 18;
constexpr uint64_t kClassFirstWord = 19;  // in capitals, capitalised, small, other
constexpr uint64_t kClassSmallWord = 21;
constexpr uint64_t kClassLastWord = 22;

// Immutable, thread safe.
class BoundaryModel {
 public:
  // Takes the file for hostile: an error names it and what to do.
  static Result<std::shared_ptr<const BoundaryModel>> open(const std::filesystem::path& path);

  WordAtoms describe(const Token& token) const;
  static bool is_finite_verb(const WordAtoms& word);

  // In texts of short blocks no heading runs into its paragraph: no sentence ends in a bare word.
  bool headings_stand_apart() const { return headings_stand_apart_; }

  // Whether a sentence ends behind words[at]; words[at + 1] exists.
  bool ends(std::span<const WordAtoms> words, size_t at, const GapAtoms& gap) const;

 private:
  friend class BoundaryModelReader;

  struct Atom {
    bool of_gap = false;
    uint8_t index = 0;
    int8_t offset = 0;
  };
  struct Template {
    uint64_t seed = 0;
    std::vector<Atom> atoms;
  };

  uint8_t look_up(std::string_view key) const;
  uint8_t lexical(std::string_view lower) const;
  uint32_t key_at(size_t entry) const;

  MappedFile file_;
  std::string_view weights_;  // of file_, as are the lexicon's
  std::string_view keys_;
  std::string_view values_;
  std::vector<Template> templates_;
  int threshold_ = 0;
  bool headings_stand_apart_ = false;
};

}  // namespace varde

#endif  // VARDE_TEXT_BOUNDARY_MODEL_H_
