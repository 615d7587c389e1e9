// From a word's form to rows of the embedding tables.
//
// Frequent words have a row of their own; the parts of every word are hashed, so an unseen name
// gets the rows of its prefixes, suffixes, character n-grams and shape (hash embeddings, Svenstrup
// et al. 2017). The numbers must equal those of training/syntax/features.py.
#ifndef VARDE_SYNTAX_FEATURES_H_
#define VARDE_SYNTAX_FEATURES_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace varde::syntax {

enum FeatureGroup : size_t {
  kWordGroup,
  kAffixGroup,
  kNgramGroup,
  kShapeGroup,
  kListGroup,
  kFeatureGroups
};

// Rows in each table, and so the range of the row numbers.
using TableSizes = std::array<uint32_t, kFeatureGroups>;

struct FeatureRows {
  std::array<std::vector<uint32_t>, kFeatureGroups> rows;
};

// The words with a row of their own. A view: the hashes live in the model file.
class Vocabulary {
 public:
  Vocabulary() = default;
  // `hashes`: sorted little-endian U64, each hash64('w', folded word).
  explicit Vocabulary(std::string_view hashes) : hashes_(hashes) {}
  std::optional<uint32_t> row(uint64_t hash) const;
  size_t size() const { return hashes_.size() / sizeof(uint64_t); }

 private:
  std::string_view hashes_;
};

// Which words are names of what; rows of the list table are kinds of name. A view, likewise.
class NameLists {
 public:
  static constexpr size_t kMaxKinds = 16;

  NameLists() = default;
  // `entries`: sorted little-endian U64, the first 48 bits of hash64('k', folded word) over a bit
  // for each kind. `possessive`: endings that a name may carry.
  NameLists(std::string_view entries, std::vector<std::string> possessive)
      : entries_(entries), possessive_(std::move(possessive)) {}
  // Bits of the word's kinds, or of the word's without an ending where the word is in no list.
  uint32_t kinds(std::string_view folded) const;
  size_t size() const { return entries_.size() / sizeof(uint64_t); }
  // A word without its longest possessive ending, unless nothing would be left.
  std::string_view without_ending(std::string_view word) const;

 private:
  uint32_t kinds_of_whole(std::string_view folded) const;

  std::string_view entries_;
  std::vector<std::string> possessive_;
};

// FNV-1a over the tag and the text, then Murmur3's finaliser.
uint64_t hash64(char tag, std::string_view text);

// The form with the variants of quotation marks and dashes unified and cut to 48 code points.
std::u32string normalise(std::string_view form);
// Lower case by code point, ASCII digits as 0: the key of the word tables.
std::u32string fold(std::u32string_view normal);
// "Xx" for Oslo, "XX" for NATO, "dd" for 2024.
std::string shape(std::u32string_view normal);

// Replaces what `out` held; reusing one value saves allocations. Every size must be positive. A
// word outside the vocabulary has no row in the word table, a word in lower case or in no list none
// in the list table.
void feature_rows(std::string_view form, const Vocabulary& vocabulary, const NameLists& lists,
                  const TableSizes& sizes, FeatureRows* out);

}  // namespace varde::syntax

#endif  // VARDE_SYNTAX_FEATURES_H_
