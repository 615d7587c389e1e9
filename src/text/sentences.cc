// A sentence ends behind a token of . ! ? … and the quotation marks and brackets that close with
// it, or behind an abbreviation, when what follows can begin a sentence.
#include "text/sentences.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/chars.h"
#include "text/reporting.h"

namespace varde {
namespace {

constexpr uint32_t kLongestHeading = 24;   // tokens
constexpr uint32_t kLongestQuestion = 14;  // tokens of a headline that is a question or a cry
constexpr uint32_t kLongestByline = 8;
constexpr uint32_t kDatelinePlace = 10;   // tokens before the agency's bracket or the dash
constexpr size_t kShortestPlace = 4;      // letters of a place in capitals; acronyms are shorter
constexpr uint32_t kDatelineBracket = 8;  // tokens inside the bracket
constexpr uint32_t kReportingReach = 4;   // tokens between a quoted question and its reporting verb

bool is_mark(std::string_view form, bool (*is)(char32_t)) {
  size_t at = 0;
  while (at < form.size()) {
    if (!is(next_code_point(form, &at))) return false;
  }
  return !form.empty();
}

bool is_single(std::string_view form, std::u32string_view set) {
  size_t at = 0;
  const char32_t c = next_code_point(form, &at);
  return at == form.size() && is_one_of(c, set);
}

bool is_straight_quote(char32_t c) { return c == U'"' || c == U'\''; }
bool is_any_dash(char32_t c) { return is_dash(c) || is_hyphen(c) || c == U'_'; }

class SentenceFinder {
 public:
  SentenceFinder(const SegmentationRules& rules, const Text& text, TokenRange block, bool heading)
      : rules_(rules), text_(text), block_(block), heading_(heading) {}

  std::vector<uint32_t> run() {
    std::vector<uint32_t> ends;
    uint32_t start = block_.first;
    bool has_word = false;  // marks alone are no sentence
    for (uint32_t at = block_.first; at < block_.last; ++at) {
      has_word = has_word || !is_punctuation(first_char(form(at)));
      in_quotes_ = is_opening_quote(first_char(form(at))) ||
                   (in_quotes_ && !is_closing_quote(first_char(form(at))));
      const uint32_t end = has_word ? end_behind(start, at) : 0;
      if (end == 0 || end >= block_.last) continue;
      ends.push_back(end);
      start = end;
      at = end - 1;
      has_word = false;
      in_quotes_ = false;
    }
    if (start < block_.last) ends.push_back(block_.last);
    return ends;
  }

  uint32_t end_behind_abbreviation(uint32_t at) const {
    return ends_in_abbreviation(at) ? behind_closers(at + 1) : 0;
  }

 private:
  std::string_view form(uint32_t at) const { return text_.tokens[at].form; }

  // Where the sentence from `start` ends if token `at` ends it, else 0.
  uint32_t end_behind(uint32_t start, uint32_t at) const {
    if (is_mark(form(at), is_terminal)) {
      const uint32_t end = behind_closers(at + 1);
      return begins_sentence(start, at, end) ? end : 0;
    }
    if (is_single(form(at), U":")) {
      const bool ends =
          !heading_ && !in_quotes_ && rules_.colon_ends_sentence && text_.tokens[at].space_after;
      return ends && begins_with_capital(at + 1) ? at + 1 : 0;
    }
    return end_behind_abbreviation(at);
  }

  // Quotation marks and brackets that stand behind the end of a sentence still belong to it.
  uint32_t behind_closers(uint32_t at) const {
    while (at < block_.last) {
      const char32_t c = first_char(form(at));
      const bool attached = !text_.tokens[at - 1].space_after;
      const bool closes = is_closing_quote(c) || is_closing_bracket(c) ||
                          (attached && is_straight_quote(c) && text_.tokens[at].space_after);
      if (!closes) break;
      ++at;
    }
    return at;
  }

  bool begins_sentence(uint32_t start, uint32_t mark, uint32_t next) const {
    if (next >= block_.last) return true;
    if (!text_.tokens[next - 1].space_after && is_single(form(mark), U".") &&
        !is_quote(first_char(form(next)))) {
      return starts_with_upper(form(next));
    }
    if (is_any_dash(first_char(form(next)))) return true;
    if (is_closing_bracket(first_char(form(next)))) return false;
    const uint32_t word = behind_openers(next);
    if (word >= block_.last) return true;
    if (is_lower(form(word))) return false;
    if (is_single(form(next), U",;:") || is_mark(form(next), is_terminal)) return false;
    if (mark > start && is_opening_bracket(first_char(form(mark - 1)))) return false;
    return !(next > mark + 1 && question_is_reported(start, mark, next));
  }

  uint32_t behind_openers(uint32_t at) const {
    while (at < block_.last) {
      const char32_t c = first_char(form(at));
      if (!is_quote(c) && !is_straight_quote(c) && !is_opening_bracket(c) && !is_any_dash(c)) break;
      ++at;
    }
    return at;
  }

  static bool is_lower(std::string_view form) {
    return is_letter(first_char(form)) && !starts_with_upper(form);
  }

  bool begins_with_capital(uint32_t at) const {
    if (at >= block_.last) return true;
    if (is_any_dash(first_char(form(at))) && text_.tokens[at].space_after) return true;
    if (is_opening_quote(first_char(form(at)))) return true;
    const uint32_t word = behind_openers(at);
    return word < block_.last && starts_with_upper(form(word));
  }

  // "Why?" the minister asked: the quoted question is not the end of the sentence around it.
  bool question_is_reported(uint32_t start, uint32_t mark, uint32_t next) const {
    if (!rules_.subject_before_reporting_verb || is_single(form(mark), U".")) return false;
    if (!is_quote(first_char(form(start)))) return false;
    const uint32_t reach = std::min(block_.last, next + kReportingReach);
    for (uint32_t at = next; at < reach; ++at) {
      if (reporting_length(rules_, text_, at, block_.last) > 0) return true;
    }
    return false;
  }

  // An abbreviation ends the sentence when it may and a word follows that, with a capital, begins
  // one; names with capitals follow abbreviations inside sentences too often to count.
  bool ends_in_abbreviation(uint32_t at) const {
    const std::string_view word = form(at);
    if (word.size() < 2 || word.back() != '.' || at + 1 >= block_.last) return false;
    const AbbreviationUse* use = rules_.abbreviation(word);
    const bool ends = use != nullptr && *use == AbbreviationUse::kEnd;
    if (use != nullptr && !ends && *use != AbbreviationUse::kFinal) return false;
    const uint32_t next = behind_openers(behind_closers(at + 1));
    if (next >= block_.last || !starts_with_upper(form(next))) return false;
    if (ends || is_any_dash(first_char(form(at + 1)))) return true;
    return rules_.sentence_starters.contains(to_lower(form(next)));
  }

  const SegmentationRules& rules_;
  const Text& text_;
  TokenRange block_;
  bool heading_;
  bool in_quotes_ = false;  // at the token looked at, since the sentence's start
};

// Pieces of letters of a bracket's token against the agencies: "NTB-Reuters", "AFP/NTB".
bool names_agency(const SegmentationRules& rules, std::string_view form) {
  if (rules.agencies.contains(form)) return true;
  size_t start = 0;
  for (size_t at = 0; at <= form.size();) {
    const size_t here = at;
    const bool letter = at < form.size() && is_letter(next_code_point(form, &at));
    if (letter) continue;
    if (here > start && rules.agencies.contains(form.substr(start, here - start))) return true;
    if (here == form.size()) break;
    start = at;
  }
  return false;
}

uint32_t behind_dateline_marks(const Text& text, uint32_t at, uint32_t last) {
  while (at < last) {
    const std::string_view form = text.tokens[at].form;
    const bool dash = is_mark(form, is_any_dash) && text.tokens[at].space_after;
    if (!dash && !is_single(form, U":.,")) break;
    ++at;
    if (dash) break;
  }
  return at;
}

// "Place, date (AGENCY) -", "Place (AGENCY):", "(AGENCY)".
uint32_t bracket_dateline(const SegmentationRules& rules, const Text& text, TokenRange block) {
  const uint32_t reach = std::min(block.last, block.first + kDatelinePlace + 1);
  uint32_t open = block.first;
  while (open < reach && !is_single(text.tokens[open].form, U"([")) {
    if (is_mark(text.tokens[open].form, is_terminal)) return 0;
    ++open;
  }
  if (open >= reach) return 0;
  const uint32_t close_reach = std::min(block.last, open + kDatelineBracket + 1);
  bool agency = false;
  for (uint32_t at = open + 1; at < close_reach; ++at) {
    if (is_single(text.tokens[at].form, U")]")) {
      return agency ? behind_dateline_marks(text, at + 1, block.last) - block.first : 0;
    }
    agency = agency || names_agency(rules, text.tokens[at].form);
  }
  return 0;
}

// "LONDON, Oct. 13 —": a name in capitals, then names, numbers and commas up to a dash;
// "ROME/BONN:": nothing but names in capitals up to a colon.
uint32_t capitals_dateline(const Text& text, TokenRange block) {
  const uint32_t reach = std::min(block.last, block.first + kDatelinePlace + 1);
  size_t letters = 0;  // "NEW YORK" is a place, though "NEW" may be an acronym
  for (uint32_t at = block.first; at < reach && is_all_upper(text.tokens[at].form); ++at) {
    letters += count_code_points(text.tokens[at].form);
  }
  if (letters < kShortestPlace) return 0;
  bool capitals = true;
  for (uint32_t at = block.first + 1; at + 1 < reach; ++at) {
    const std::string_view form = text.tokens[at].form;
    if (capitals && is_single(form, U":")) return at + 1 - block.first;
    const bool spaced = text.tokens[at].space_after && text.tokens[at - 1].space_after;
    if (spaced && is_mark(form, is_any_dash)) return at + 1 - block.first;
    const bool mark = is_single(form, U",-/.");
    if (!mark && !starts_with_upper(form) && !is_digit(first_char(form))) return 0;
    capitals = capitals && (mark || is_all_upper(form));
  }
  return 0;
}

}  // namespace

uint32_t dateline_length(const SegmentationRules& rules, const Text& text, TokenRange block,
                         bool heading) {
  if (block.first >= block.last) return 0;
  const uint32_t length = bracket_dateline(rules, text, block);
  return length > 0 || heading ? length : capitals_dateline(text, block);
}

bool is_heading(const Text& text, TokenRange block, bool before_body) {
  const uint32_t length = block.last - block.first;
  if (length == 0 || length > kLongestHeading) return false;
  uint32_t last = block.last - 1;
  while (last > block.first && (is_quote(first_char(text.tokens[last].form)) ||
                                is_closing_bracket(first_char(text.tokens[last].form)))) {
    --last;
  }
  const std::string_view form = text.tokens[last].form;
  if (is_single(form, U":;,")) return false;
  if (!is_mark(form, is_terminal)) return true;
  return before_body && !is_single(form, U".") && length <= kLongestQuestion;
}

bool is_byline(const SegmentationRules& rules, const Text& text, TokenRange block) {
  const uint32_t length = block.last - block.first;
  if (length < 2 || length > kLongestByline) return false;
  if (!rules.bylines.contains(to_lower(text.tokens[block.first].form))) return false;
  if (is_mark(text.tokens[block.last - 1].form, is_terminal)) return false;
  const bool colon = is_single(text.tokens[block.first + 1].form, U":");
  return block.first + 1 + (colon ? 1 : 0) < block.last &&
         starts_with_upper(text.tokens[block.first + 1 + (colon ? 1 : 0)].form);
}

uint32_t end_behind_abbreviation(const SegmentationRules& rules, const Text& text, TokenRange block,
                                 uint32_t at) {
  return SentenceFinder(rules, text, block, false).end_behind_abbreviation(at);
}

std::vector<uint32_t> sentence_ends(const SegmentationRules& rules, const Text& text,
                                    TokenRange block, bool heading) {
  return SentenceFinder(rules, text, block, heading).run();
}

}  // namespace varde
