// A block is cut at white space into chunks. A chunk loses the marks in front of it and behind it
// one by one, each a token; whether a final full stop or apostrophe is such a mark or belongs to
// the word (abbreviation, initial, ordinal) is decided there, by what follows. What is left is a
// word unless it holds marks inside (slashes, dashes, hyphens where the language splits them), a
// unit glued to a number, or a clitic.
#include "text/words.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace varde {
namespace {

constexpr size_t kLongestOrdinal = 3;  // digits; longer numbers before a full stop are years
constexpr size_t kMostClitics = 3;     // of one word, as in "who'd've"
constexpr size_t kLongestLookup = 64;  // bytes; no table holds longer words
constexpr std::u32string_view kRepeating = U".!?-*=~_`'’<>§$#";  // runs of these are one token

bool is_word_char(char32_t c) { return is_letter(c) || is_digit(c); }

// Marks that can begin a word they are attached to: hashtags, addresses, telephone numbers.
bool begins_word(char32_t mark, char32_t next) {
  if (is_one_of(mark, U"#@©.")) return is_word_char(next);
  return mark == U'+' && is_digit(next);
}

bool blank(char32_t c) {
  return is_space(c) || c < 0x20 || c == 0x7F || c == 0xFEFF || c == 0x200B;
}

class WordSplitter {
 public:
  WordSplitter(const SegmentationRules& rules, std::string_view content,
               std::span<const Char> block, std::pmr::vector<Token>* tokens)
      : rules_(rules), content_(content), block_(block), tokens_(tokens) {}

  void run() {
    const size_t size = block_.size() - 1;  // without the closing space
    for (size_t at = 0; at < size;) {
      if (blank(code(at))) {
        ++at;
        continue;
      }
      size_t end = at;
      while (end < size && !blank(code(end))) ++end;
      chunk(at, end);
      at = end;
    }
  }

 private:
  char32_t code(size_t i) const { return i < block_.size() ? block_[i].code : U' '; }
  char32_t before(size_t i) const { return i == 0 ? U' ' : code(i - 1); }
  std::string_view view(size_t first, size_t last) const {
    return content_.substr(block_[first].begin, block_[last].begin - block_[first].begin);
  }
  // Lower case with the typewriter's apostrophe, for tables; "" when too long to be in one.
  std::string key(size_t first, size_t last) const {
    if (block_[last].begin - block_[first].begin > kLongestLookup) return {};
    std::string lower = to_lower(to_nfc(view(first, last)));
    for (size_t at = lower.find("’"); at != std::string::npos; at = lower.find("’", at)) {
      lower.replace(at, std::string_view("’").size(), "'");
    }
    return lower;
  }

  void emit(size_t first, size_t last, bool joined = false) {
    if (first >= last) return;
    Token token;
    token.begin = block_[first].begin;
    token.end = block_[last].begin;
    token.space_after = blank(code(last));
    token.joined_to_next = joined;
    tokens_->push_back(token);
  }

  size_t run_end(size_t at, size_t end) const {
    size_t next = at + 1;
    if (is_one_of(code(at), kRepeating)) {
      while (next < end && code(next) == code(at)) ++next;
    }
    return next;
  }

  void chunk(size_t begin, size_t end) {
    if (rules_.kept_together.contains(key(begin, end))) {
      emit(begin, end);
      return;
    }
    while (begin < end && is_leading_mark(begin, end)) {
      const size_t next = run_end(begin, end);
      if (is_apostrophe(code(begin)) && next < end) single_quote_open_ = true;
      emit(begin, next);
      begin = next;
    }
    marks_.clear();
    closed_single_quote_ = false;
    size_t core = end;
    while (core > begin) {
      const size_t mark = trailing_mark(begin, core);
      if (mark == core) break;
      marks_.push_back(mark);
      core = mark;
    }
    const bool possessive = core < end && is_possessive(begin, core);
    word(begin, core, possessive);
    for (size_t i = marks_.size(); i-- > 0;) emit(marks_[i], i == 0 ? end : marks_[i - 1]);
  }

  bool is_leading_mark(size_t at, size_t end) const {
    const char32_t c = code(at);
    if (!is_punctuation(c) || begins_word(c, code(at + 1))) return false;
    if (!is_apostrophe(c)) return true;
    if (is_digit(code(at + 1)) && is_digit(code(at + 2)))
      return false;  // a year without its century
    return !is_clitic(key(at, end));
  }

  bool is_clitic(std::string_view word) const {
    return std::find(rules_.clitics.begin(), rules_.clitics.end(), word) != rules_.clitics.end();
  }

  // Where the last token of block_[begin, end) begins if that is a mark, else `end`.
  size_t trailing_mark(size_t begin, size_t end) {
    const char32_t c = code(end - 1);
    if (!is_punctuation(c)) return end;
    size_t first = end - 1;
    while (first > begin && is_terminal(c) && is_terminal(code(first - 1))) --first;
    if (end - first > 1) return first;
    while (first > begin && is_one_of(c, kRepeating) && code(first - 1) == c) --first;
    if (end - first > 1 || first == begin) return first;
    if (c == U'/' && is_address(begin, end)) return end;
    if (c == U'.') return keeps_full_stop(begin, end) ? end : first;
    if (is_apostrophe(c)) return keeps_apostrophe(end) ? end : first;
    if (is_hyphen(c)) return !rules_.split_hyphens && is_word_char(code(first - 1)) ? end : first;
    if (c == U'$' && is_letter(code(first - 1))) return end;
    return first;
  }

  bool keeps_apostrophe(size_t end) {
    if (single_quote_open_) {
      single_quote_open_ = false;
      closed_single_quote_ = true;
      return false;
    }
    return rules_.apostrophe_is_word && is_one_of(before(end - 1), U"sxzSXZ");
  }

  // The apostrophe behind block_[begin, core) is a genitive of its own: "workers'".
  bool is_possessive(size_t begin, size_t core) const {
    return !rules_.clitics.empty() && core > begin && is_apostrophe(code(core)) &&
           !is_apostrophe(code(core + 1)) && is_one_of(code(core - 1), U"sxzSXZ") &&
           !closed_single_quote_;
  }

  // The next character that is no white space, and the word it begins.
  size_t next_word(size_t at) const {
    while (at + 1 < block_.size() && blank(code(at))) ++at;
    return at;
  }
  std::string word_key(size_t at) const {
    size_t end = at;
    while (end + 1 < block_.size() && is_word_char(code(end))) ++end;
    return key(at, end);
  }

  bool keeps_full_stop(size_t begin, size_t end) const {
    const size_t next = next_word(end);
    const bool at_end = next + 1 >= block_.size();
    if (block_[end].begin - block_[begin].begin > kLongestLookup) return false;
    if (const AbbreviationUse* use = rules_.abbreviation(to_nfc(view(begin, end)))) {
      return *use != AbbreviationUse::kBeforeNumber || is_digit(code(next));
    }
    if (is_ordinal(begin, end, next, at_end) || is_dotted(begin, end)) return true;
    const bool initial = end - begin == 2 && starts_with_upper(view(begin, end));
    return initial && !at_end && starts_with_upper(view(next, next + 1)) &&
           !rules_.sentence_starters.contains(word_key(next));
  }

  bool is_ordinal(size_t begin, size_t end, size_t next, bool at_end) const {
    if (!rules_.ordinal_full_stop || at_end || end - begin - 1 > kLongestOrdinal) return false;
    for (size_t i = begin; i + 1 < end; ++i) {
      if (!is_digit(code(i))) return false;
    }
    if (begin == 0) return true;  // number of a list item
    if (is_letter(code(next)) && !starts_with_upper(view(next, next + 1))) return true;
    return rules_.after_ordinal.contains(word_key(next));
  }

  // "p.g.a.": short groups of letters, each with its full stop.
  bool is_dotted(size_t begin, size_t end) const {
    size_t groups = 0;
    size_t letters = 0;
    for (size_t i = begin; i < end; ++i) {
      if (code(i) == U'.') {
        if (letters == 0) return false;
        ++groups;
        letters = 0;
      } else if (!is_letter(code(i)) || ++letters > 3) {
        return false;
      }
    }
    return groups > 1;
  }

  // A word and its clitics. `joined`: a mark of the same multiword token follows.
  void word(size_t begin, size_t end, bool joined) {
    if (begin >= end) return;
    if (is_address(begin, end) || rules_.kept_together.contains(key(begin, end))) {
      emit(begin, end, joined);
      return;
    }
    if (const auto split = rules_.split_words.find(key(begin, end));
        split != rules_.split_words.end()) {
      const size_t cut = begin + count_code_points(split->first.substr(0, split->second));
      if (cut < end) {
        emit(begin, cut, true);
        emit(cut, end, joined);
        return;
      }
    }
    size_t stem = end;
    std::vector<size_t> clitics;
    while (clitics.size() < kMostClitics) {
      const size_t clitic = clitic_begin(begin, stem);
      if (clitic == stem) break;
      clitics.push_back(clitic);
      stem = clitic;
    }
    parts(begin, stem, joined || stem < end);
    for (size_t i = clitics.size(); i-- > 0;) {
      emit(clitics[i], i == 0 ? end : clitics[i - 1], joined || i > 0);
    }
  }

  size_t clitic_begin(size_t begin, size_t end) const {
    for (const std::string& clitic : rules_.clitics) {
      const size_t length = count_code_points(clitic);
      if (end - begin <= length || !is_word_char(before(end - length))) continue;
      if (key(end - length, end) == clitic) return end - length;
    }
    return end;
  }

  bool is_address(size_t begin, size_t end) const {
    size_t labels = 0;
    bool at_sign = false;
    for (size_t i = begin; i < end; ++i) {
      const char32_t c = code(i);
      const bool inside = i > begin && i + 1 < end;
      if (c == U':' && code(i + 1) == U'/' && code(i + 2) == U'/') return true;
      if (c == U'@' && inside) at_sign = true;
      if (c == U'.' && inside && is_word_char(before(i)) && is_word_char(code(i + 1))) ++labels;
    }
    if (at_sign) return true;
    return labels > 1 && end - begin > 4 && key(begin, begin + 4) == "www.";
  }

  // Cuts at the marks inside a word.
  void parts(size_t begin, size_t end, bool joined) {
    hyphens_ = 0;
    for (size_t i = begin; i < end; ++i) hyphens_ += is_hyphen(code(i)) ? 1 : 0;
    size_t start = begin;
    for (size_t i = begin + 1; i + 1 < end; ++i) {
      size_t mark_end = i;
      if (is_inner_mark(start, i, end, &mark_end)) {
        number_and_unit(start, i, false);
        emit(i, mark_end);
        start = mark_end;
        i = std::max(i, mark_end - 1);
      }
    }
    number_and_unit(start, end, joined);
  }

  // Whether the word is cut at `i`; block_[i, *mark_end) is then a token (none when empty).
  bool is_inner_mark(size_t start, size_t i, size_t end, size_t* mark_end) const {
    const char32_t c = code(i);
    if (is_word_char(c)) return is_one_of(before(i), U"$£€") && is_digit(c) && start < i;
    if (!is_punctuation(c)) return false;
    *mark_end = std::min(run_end(i, end), end);
    const bool run = *mark_end > i + 1;
    const bool digits = is_digit(before(i)) && is_digit(code(i + 1));
    if (is_hyphen(c)) return run || cuts_hyphen(start, i, end, digits);
    if (is_dash(c) || c == U'…' || c == U';' || c == U'|') return true;
    if (is_opening_bracket(c) || is_closing_bracket(c)) return true;
    if (is_quote(c) && !is_apostrophe(c)) return true;
    if (is_one_of(c, U"/,")) return !digits;
    if (is_one_of(c, U"$£€")) return is_digit(before(i));
    if (is_one_of(c, U"!?")) return is_letter(code(*mark_end));
    if (is_one_of(c, U".:")) return run || lacks_space(start, i, end);
    return false;
  }

  bool cuts_hyphen(size_t start, size_t i, size_t end, bool digits) const {
    if (code(i) == U'\u00AD' || code(i) == U'\u2011') return false;
    if (digits) return hyphens_ == 1 && is_number(start, i) && is_number(i + 1, end);
    if (!rules_.split_hyphens || start == i) return false;
    return !rules_.hyphen_prefixes.contains(key(start, i));
  }

  bool is_number(size_t begin, size_t end) const {
    for (size_t i = begin; i < end; ++i) {
      if (!is_digit(code(i)) && !is_one_of(code(i), U".,:")) return false;
    }
    return begin < end;
  }

  // "slutt.Neste": two words of three letters or more, the second with a capital.
  bool lacks_space(size_t start, size_t i, size_t end) const {
    if (i < start + 3 || i + 3 >= end) return false;
    for (size_t k = 1; k <= 3; ++k) {
      if (!is_letter(code(i - k)) || !is_letter(code(i + k))) return false;
      if (starts_with_upper(view(i - k, i - k + 1))) return false;
    }
    return starts_with_upper(view(i + 1, i + 2)) && !starts_with_upper(view(i + 2, i + 3));
  }

  void number_and_unit(size_t begin, size_t end, bool joined) {
    if (begin < end && is_digit(code(begin)) && !rules_.units.empty()) {
      size_t unit = end;
      while (unit > begin && is_letter(code(unit - 1))) --unit;
      if (unit > begin && unit < end && is_number(begin, unit) &&
          rules_.units.contains(key(unit, end))) {
        emit(begin, unit);
        begin = unit;
      }
    }
    emit(begin, end, joined);
  }

  const SegmentationRules& rules_;
  std::string_view content_;
  std::span<const Char> block_;
  std::pmr::vector<Token>* tokens_;
  std::vector<size_t> marks_;  // where the marks behind the current word begin, last first
  size_t hyphens_ = 0;         // in the current word
  bool single_quote_open_ = false;
  bool closed_single_quote_ = false;  // by the marks behind the current word
};

}  // namespace

void split_words(const SegmentationRules& rules, std::string_view content,
                 std::span<const Char> block, std::pmr::vector<Token>* tokens) {
  if (block.size() > 1) WordSplitter(rules, content, block, tokens).run();
}

}  // namespace varde
