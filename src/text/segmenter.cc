#include "text/segmenter.h"

#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "text/blocks.h"
#include "text/boundaries.h"
#include "text/chars.h"
#include "text/quotations.h"
#include "text/sentences.h"
#include "text/words.h"

namespace varde {
namespace {

// One document on its way through the rules.
class Segmentation {
 public:
  Segmentation(const SegmentationRules& rules, const BoundaryModel* model, std::string_view content,
               Arena& arena)
      : rules_(rules), model_(model), arena_(arena), text_(arena) {
    text_.content = content;
    text_.language = rules.language;
  }

  Text run() {
    normal_ = to_nfc(text_.content) == text_.content;
    const std::vector<Block> blocks = find_blocks(text_.content);
    short_blocks_ = has_short_blocks(text_.content.size(), blocks.size());
    for (const Block& block : blocks) add(block);
    settle_headings();
    find_quotations(rules_, &text_);
    return std::move(text_);
  }

 private:
  void add(const Block& block) {
    const auto first = static_cast<uint32_t>(text_.tokens.size());
    decode_chars(text_.content, block.begin, block.end, &chars_);
    split_words(rules_, text_.content, chars_, &text_.tokens);
    const auto last = static_cast<uint32_t>(text_.tokens.size());
    if (first == last) return;
    for (uint32_t i = first; i < last; ++i) set_form(&text_.tokens[i]);
    Paragraph paragraph;
    paragraph.first_sentence = static_cast<uint32_t>(text_.sentences.size());
    add_sentences(block, {first, last});
    paragraph.last_sentence = static_cast<uint32_t>(text_.sentences.size());
    text_.paragraphs.push_back(paragraph);
  }

  void set_form(Token* token) {
    const std::string_view bytes = text_.content.substr(token->begin, token->end - token->begin);
    token->form = normal_ ? bytes : arena_.copy(to_nfc(bytes));
  }

  void add_sentences(const Block& block, TokenRange range) {
    bool heading = block.one_line && is_heading(text_, range, !in_body_);
    const uint32_t dateline = dateline_length(rules_, text_, range, heading);
    if (dateline > 0) {
      add_sentence(range.first, range.first + dateline, SentenceKind::kDateline);
      range.first += dateline;
      in_body_ = in_body_ || range.first < range.last;
    } else if (block.one_line && is_byline(rules_, text_, range)) {
      add_sentence(range.first, range.last, SentenceKind::kDateline);
      return;
    }
    heading = heading && dateline == 0;
    SentenceKind kind = SentenceKind::kBody;
    if (heading) kind = in_body_ ? SentenceKind::kSubhead : SentenceKind::kHeadline;
    in_body_ = in_body_ || !heading;
    for (const uint32_t end : ends_of(range, heading)) {
      add_sentence(range.first, end, kind);
      range.first = end;
    }
  }

  std::vector<uint32_t> ends_of(TokenRange range, bool heading) const {
    if (model_ == nullptr) return sentence_ends(rules_, text_, range, heading);
    return learned_ends(*model_, rules_, text_, range, {heading, short_blocks_});
  }

  void add_sentence(uint32_t first, uint32_t last, SentenceKind kind) {
    Sentence sentence;
    sentence.first = first;
    sentence.last = last;
    sentence.paragraph = static_cast<uint32_t>(text_.paragraphs.size());
    sentence.kind = kind;
    text_.sentences.push_back(sentence);
  }

  // A question or cry is a headline only above a text; alone, it is the text.
  void settle_headings() {
    if (in_body_) return;
    for (Sentence& sentence : text_.sentences) {
      const char32_t end = first_char(text_.tokens[sentence.last - 1].form);
      if (sentence.kind == SentenceKind::kHeadline && is_terminal(end)) {
        sentence.kind = SentenceKind::kBody;
      }
    }
  }

  const SegmentationRules& rules_;
  const BoundaryModel* model_;  // null: the rules alone
  Arena& arena_;
  Text text_;
  std::vector<Char> chars_;
  bool normal_ = true;  // the content is NFC as it stands
  bool short_blocks_ = false;
  bool in_body_ = false;  // a paragraph of the body has come
};

}  // namespace

Result<Segmenter> Segmenter::open(const std::filesystem::path& pack) {
  auto rules = SegmentationRules::open(pack);
  if (!rules) return tl::unexpected(rules.error());
  std::shared_ptr<const BoundaryModel> model;
  if (!rules->sentence_model.empty()) {
    auto opened = BoundaryModel::open(pack / rules->sentence_model);
    if (!opened) return tl::unexpected(opened.error());
    model = std::move(*opened);
  }
  return Segmenter(std::move(*rules), std::move(model));
}

Text Segmenter::segment(std::string_view content, Arena& arena) const {
  constexpr size_t kMost = std::numeric_limits<uint32_t>::max() - 16;
  return Segmentation(rules_, model_.get(), content.substr(0, kMost), arena).run();
}

}  // namespace varde
