// Two kinds of quotation. Between marks: from an opening mark to the closing one of its kind in the
// same paragraph; a paragraph that opens anew without the last one having closed goes on with the
// same words. Behind a dash at the start of a sentence: up to the comma, question or exclamation
// mark before the reporting verb, over several sentences if the first has no reporting clause, and
// to the end of the paragraph if none has.
#include "text/quotations.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/chars.h"
#include "text/reporting.h"

namespace varde {
namespace {

constexpr uint32_t kLongestInterruption = 14;  // tokens of "…, the minister said, …"
constexpr uint32_t kLongestSingle = 200;       // tokens between single marks; else apostrophes
constexpr uint32_t kSubjectReach = 12;  // tokens from the comma to a reporting verb behind it
constexpr uint32_t kVerbFromEnd = 3;    // tokens from there to the sentence's end

// The closing mark for an opening one, "" when `form` opens nothing.
std::string_view closing_mark(std::string_view form) {
  if (form == "«") return "»";
  if (form == "“" || form == "„") return "”";
  if (form == "‹") return "›";
  if (form == "‘") return "’";
  if (form == "``") return "''";
  if (form == "\"" || form == "'" || form == "’" || form == "''") return form;
  return {};
}

bool closes(std::string_view form, std::string_view open) {
  return form == closing_mark(open) || (open == "„" && form == "“");
}

bool is_single_quote(std::string_view form) { return form == "'" || form == "’" || form == "‘"; }

bool is_dash_token(std::string_view form) {
  const char32_t c = first_char(form);
  return form == "-" || form == "--" || (is_dash(c) && count_code_points(form) == 1);
}

class QuotationFinder {
 public:
  QuotationFinder(const SegmentationRules& rules, Text* text) : rules_(rules), text_(*text) {
    sentence_of_.resize(text_.tokens.size());
    for (uint32_t s = 0; s < text_.sentences.size(); ++s) {
      for (uint32_t i = text_.sentences[s].first; i < text_.sentences[s].last; ++i) {
        sentence_of_[i] = s;
      }
    }
    count_reporting();
  }

  void run() {
    for (uint32_t p = 0; p < text_.paragraphs.size(); ++p) {
      const Paragraph& paragraph = text_.paragraphs[p];
      first_ = text_.sentences[paragraph.first_sentence].first;
      last_ = text_.sentences[paragraph.last_sentence - 1].last;
      next_opens_ = p + 1 < text_.paragraphs.size() ? first_form(p + 1) : std::string_view();
      for (uint32_t at = first_; at < last_;) at = step(at);
    }
    number_speeches();
  }

 private:
  std::string_view form(uint32_t at) const { return text_.tokens[at].form; }
  std::string_view first_form(uint32_t paragraph) const {
    return form(text_.sentences[text_.paragraphs[paragraph].first_sentence].first);
  }
  const Sentence& sentence(uint32_t token) const { return text_.sentences[sentence_of_[token]]; }

  void count_reporting() {
    const auto size = static_cast<uint32_t>(text_.tokens.size());
    reporting_before_.resize(size + 1);
    for (uint32_t at = 0; at < size; ++at) {
      const bool reports = reporting_length(rules_, text_, at, size) > 0;
      reporting_before_[at + 1] = reporting_before_[at] + (reports ? 1 : 0);
    }
  }
  uint32_t reporting_in(uint32_t first, uint32_t last) const {
    return reporting_before_[last] - reporting_before_[first];
  }

  uint32_t step(uint32_t at) {
    if (opens_with_dash(at)) return take_dash(at);
    if (opens_with_mark(at)) return take_marks(at);
    return at + 1;
  }

  void add(uint32_t first, uint32_t last, bool dash, bool reported) {
    if (first >= last) return;
    Quotation quotation;
    quotation.first = first;
    quotation.last = last;
    quotation.dash = dash;
    text_.quotations.push_back(quotation);
    reported_.push_back(reported);
  }

  bool opens_with_dash(uint32_t at) const {
    if (!is_dash_token(form(at)) || at + 1 >= last_) return false;
    if (sentence(at).kind == SentenceKind::kDateline) return false;
    return sentence(at).first == at || form(at - 1) == ":";
  }

  uint32_t take_dash(uint32_t at) {
    for (uint32_t s = sentence_of_[at]; s < text_.sentences.size(); ++s) {
      const Sentence& here = text_.sentences[s];
      if (here.first >= last_) break;
      if (here.first > at && is_dash_token(form(here.first))) {
        add(at + 1, here.first, true, false);
        return here.first;
      }
      const uint32_t end = reported_end(std::max(at + 1, here.first), here.last);
      if (end == 0) continue;
      add(at + 1, end, true, true);
      return here.last;
    }
    add(at + 1, last_, true, false);
    return last_;
  }

  // Where quoted words in the tokens [first, last) of one sentence give way to a reporting clause;
  // 0 when they do not.
  uint32_t reported_end(uint32_t first, uint32_t last) const {
    for (uint32_t at = first; at + 1 < last; ++at) {
      const bool comma = form(at) == ",";
      if (!comma && !is_terminal(first_char(form(at)))) continue;
      if (reporting_in(at + 1, at + 2) > 0) return comma ? at : at + 1;
    }
    return rules_.subject_before_reporting_verb ? reported_behind_subject(first, last) : 0;
  }

  // "…, the minister said.": the verb stands at the end of the sentence, its subject before it.
  uint32_t reported_behind_subject(uint32_t first, uint32_t last) const {
    const uint32_t earliest = last - first > kVerbFromEnd ? last - kVerbFromEnd : first;
    for (uint32_t verb = last; verb-- > earliest;) {
      if (reporting_in(verb, verb + 1) == 0) continue;
      const uint32_t reach = verb - first > kSubjectReach ? verb - kSubjectReach : first;
      for (uint32_t at = verb; at-- > reach;) {
        if (form(at) == ",") return at;
        if (is_terminal(first_char(form(at)))) return at + 1;
      }
    }
    return 0;
  }

  bool opens_with_mark(uint32_t at) const {
    if (closing_mark(form(at)).empty() || at + 1 >= last_) return false;
    const bool after_space = at == first_ || text_.tokens[at - 1].space_after;
    const bool before_space = text_.tokens[at].space_after;
    if (is_single_quote(form(at))) return after_space && !before_space;
    return form(at) != "\"" || after_space || !before_space;
  }

  uint32_t take_marks(uint32_t at) {
    uint32_t close = find_close(at);
    if (close == last_) {
      if (is_single_quote(form(at))) return at + 1;
      if (next_opens_ != form(at)) close = sentence(at).last;
      add(at + 1, close, false, is_reported(at, close));
      return close;
    }
    add(at + 1, close, false, is_reported(at, close + 1));
    return close + 1;
  }

  // The closing mark of the one at `open`, last_ when the paragraph has none.
  uint32_t find_close(uint32_t open) const {
    uint32_t depth = 1;
    const bool directed = closing_mark(form(open)) != form(open);
    const bool single = is_single_quote(form(open));
    const uint32_t reach = single ? std::min(last_, open + kLongestSingle) : last_;
    for (uint32_t at = open + 1; at < reach; ++at) {
      if (closes(form(at), form(open))) {
        const bool word_end = single && text_.tokens[at - 1].joined_to_next;
        if (!word_end && --depth == 0) return at;
      } else if (directed && form(at) == form(open)) {
        ++depth;
      }
    }
    return last_;
  }

  // Whether the sentences that the quotation [first, last), marks included, stands in report it.
  bool is_reported(uint32_t first, uint32_t last) const {
    return reporting_in(sentence(first).first, first) > 0 ||
           reporting_in(last, sentence(last - 1).last) > 0;
  }

  void number_speeches() {
    for (size_t i = 0; i < text_.quotations.size(); ++i) {
      const uint32_t before = i == 0 ? 0 : text_.quotations[i - 1].speech;
      text_.quotations[i].speech = i > 0 && goes_on(i - 1, i) ? before : before + (i > 0 ? 1 : 0);
    }
  }

  bool goes_on(size_t before, size_t after) const {
    const Quotation& a = text_.quotations[before];
    const Quotation& b = text_.quotations[after];
    const uint32_t end = sentence_of_[a.last - 1];
    const uint32_t start = sentence_of_[b.first];
    if (end == start) return is_interruption(a.last, b.first);
    const bool opens = text_.sentences[start].first + 1 == b.first;
    if (!opens || start != end + 1) return false;
    const bool same_paragraph = text_.sentences[end].paragraph == text_.sentences[start].paragraph;
    if (same_paragraph) return reported_[before] && !reported_[after];
    if (text_.sentences[end].paragraph + 1 != text_.sentences[start].paragraph) return false;
    if (is_question(before) || is_question(after)) return false;
    return !reported_[before] || !reported_[after];
  }

  // A question behind a dash that nobody is said to ask is the interviewer's.
  bool is_question(size_t i) const {
    const Quotation& quotation = text_.quotations[i];
    return quotation.dash && !reported_[i] && form(quotation.last - 1) == "?";
  }

  // Tokens [first, last) of one sentence between two quotations are a reporting clause that breaks
  // one: "We want," he said, "peace."
  bool is_interruption(uint32_t first, uint32_t last) const {
    if (last - first > kLongestInterruption || first == 0) return false;
    const std::string_view end = form(first - 1);
    const bool broken = end == "," || is_terminal(first_char(end)) || form(first) == "," ||
                        (first + 1 < last && form(first + 1) == ",");
    return broken && reporting_in(first, last) == 1;
  }

  const SegmentationRules& rules_;
  Text& text_;
  std::vector<uint32_t> sentence_of_;
  std::vector<uint32_t> reporting_before_;  // reporting forms that begin before a token
  std::vector<bool> reported_;              // beside text_.quotations
  uint32_t first_ = 0;                      // tokens of the current paragraph
  uint32_t last_ = 0;
  std::string_view next_opens_;  // first token of the next paragraph
};

}  // namespace

void find_quotations(const SegmentationRules& rules, Text* text) {
  if (!text->sentences.empty()) QuotationFinder(rules, text).run();
}

}  // namespace varde
