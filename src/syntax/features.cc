#include "syntax/features.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstring>

#include "base/utf8.h"

namespace varde::syntax {
namespace {

constexpr size_t kMaxCharacters = 48;
constexpr std::array<size_t, 4> kPrefixes = {1, 2, 3, 4};
constexpr std::array<size_t, 7> kSuffixes = {1, 2, 3, 4, 5, 6, 8};
constexpr std::array<size_t, 2> kNgrams = {3, 4};
constexpr int kShapeRun = 2;
constexpr size_t kShapeLength = 12;

// Wires write « » and –, the treebanks " and -; to the network they are one.
char32_t unify(char32_t c) {
  switch (c) {
    case U'«':
    case U'»':
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
      return U'"';
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
      return U'\'';
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
      return U'-';
    default:
      return c;
  }
}

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

char32_t shape_of(char32_t c) {
  if (is_ascii_digit(c)) return U'd';
  if (u_isupper(static_cast<UChar32>(c))) return U'X';
  if (u_isalpha(static_cast<UChar32>(c))) return U'x';
  return c;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (char32_t c : text) append_code_point(c, &out);
  return out;
}

// The folded form as UTF-8 with the byte at which each code point starts.
struct Bytes {
  std::string text;
  std::vector<size_t> at;

  explicit Bytes(std::u32string_view characters) {
    for (char32_t c : characters) {
      at.push_back(text.size());
      append_code_point(c, &text);
    }
    at.push_back(text.size());
  }
  size_t size() const { return at.size() - 1; }
  std::string_view slice(size_t first, size_t last) const {
    return std::string_view(text).substr(at[first], at[last] - at[first]);
  }
};

void add_affixes(const Bytes& word, uint32_t size, std::vector<uint32_t>* rows) {
  for (size_t n : kPrefixes) {
    if (n <= word.size()) {
      rows->push_back(static_cast<uint32_t>(hash64('p', word.slice(0, n)) % size));
    }
  }
  for (size_t n : kSuffixes) {
    if (n <= word.size()) {
      const auto suffix = word.slice(word.size() - n, word.size());
      rows->push_back(static_cast<uint32_t>(hash64('s', suffix) % size));
    }
  }
}

void add_ngrams(const Bytes& bracketed, uint32_t size, std::vector<uint32_t>* rows) {
  for (size_t n : kNgrams) {
    for (size_t i = 0; i + n <= bracketed.size(); ++i) {
      rows->push_back(static_cast<uint32_t>(hash64('n', bracketed.slice(i, i + n)) % size));
    }
  }
}

// One row of the list table for each bit that is set.
void add_kinds(uint32_t bits, uint32_t size, std::vector<uint32_t>* rows) {
  for (uint32_t row = 0; row < size && bits >> row != 0; ++row) {
    if (bits >> row & 1) rows->push_back(row);
  }
}

uint64_t number_at(std::string_view numbers, size_t i) {
  uint64_t value;
  std::memcpy(&value, numbers.data() + i * sizeof value, sizeof value);
  return value;
}

// The place of the first of the sorted numbers that is not below `wanted`.
size_t lower_bound(std::string_view numbers, uint64_t wanted) {
  size_t low = 0, high = numbers.size() / sizeof(uint64_t);
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (number_at(numbers, middle) < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

}  // namespace

uint64_t hash64(char tag, std::string_view text) {
  constexpr uint64_t kPrime = 0x100000001B3;
  uint64_t h = 0xCBF29CE484222325;
  h = (h ^ static_cast<unsigned char>(tag)) * kPrime;
  for (char c : text) h = (h ^ static_cast<unsigned char>(c)) * kPrime;
  h ^= h >> 33;
  h *= 0xFF51AFD7ED558CCD;
  h ^= h >> 33;
  h *= 0xC4CEB9FE1A85EC53;
  return h ^ (h >> 33);
}

std::u32string normalise(std::string_view form) {
  std::u32string out;
  for (size_t at = 0; at < form.size() && out.size() < kMaxCharacters;) {
    out.push_back(unify(next_code_point(form, &at)));
  }
  return out;
}

std::u32string fold(std::u32string_view normal) {
  std::u32string out(normal);
  for (char32_t& c : out) {
    c = is_ascii_digit(c) ? U'0' : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  }
  return out;
}

std::string shape(std::u32string_view normal) {
  std::u32string out;
  int run = 0;
  for (char32_t c : normal) {
    const char32_t s = shape_of(c);
    run = !out.empty() && out.back() == s ? run + 1 : 1;
    if (run <= kShapeRun) out.push_back(s);
    if (out.size() == kShapeLength) break;
  }
  return to_utf8(out);
}

std::optional<uint32_t> Vocabulary::row(uint64_t hash) const {
  const size_t at = lower_bound(hashes_, hash);
  if (at == size() || number_at(hashes_, at) != hash) return std::nullopt;
  return static_cast<uint32_t>(at);
}

uint32_t NameLists::kinds_of_whole(std::string_view folded) const {
  const uint64_t key = hash64('k', folded) >> kMaxKinds;
  const size_t at = lower_bound(entries_, key << kMaxKinds);
  if (at == size()) return 0;
  const uint64_t entry = number_at(entries_, at);
  return entry >> kMaxKinds == key ? static_cast<uint32_t>(entry & ((1 << kMaxKinds) - 1)) : 0;
}

uint32_t NameLists::kinds(std::string_view folded) const {
  uint32_t bits = kinds_of_whole(folded);
  for (const std::string& ending : possessive_) {
    if (bits == 0 && folded.ends_with(ending)) {
      bits = kinds_of_whole(folded.substr(0, folded.size() - ending.size()));
    }
  }
  return bits;
}

std::string_view NameLists::without_ending(std::string_view word) const {
  size_t longest = 0;
  for (const std::string& ending : possessive_) {
    if (word.size() > ending.size() && word.ends_with(ending)) {
      longest = std::max(longest, ending.size());
    }
  }
  return word.substr(0, word.size() - longest);
}

void feature_rows(std::string_view form, const Vocabulary& vocabulary, const NameLists& lists,
                  const TableSizes& sizes, FeatureRows* out) {
  for (auto& rows : out->rows) rows.clear();
  const std::u32string normal = normalise(form);
  const std::u32string folded = fold(normal);
  const Bytes word(folded);

  if (const auto row = vocabulary.row(hash64('w', word.text))) {
    out->rows[kWordGroup].push_back(*row);
  }
  add_affixes(word, sizes[kAffixGroup], &out->rows[kAffixGroup]);
  add_ngrams(Bytes(U"^" + folded + U"$"), sizes[kNgramGroup], &out->rows[kNgramGroup]);
  out->rows[kShapeGroup].push_back(
      static_cast<uint32_t>(hash64('c', shape(normal)) % sizes[kShapeGroup]));
  if (!normal.empty() && u_isupper(static_cast<UChar32>(normal[0]))) {
    add_kinds(lists.kinds(word.text), sizes[kListGroup], &out->rows[kListGroup]);
  }
}

}  // namespace varde::syntax
