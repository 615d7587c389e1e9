// What the room `text` returns: a document cut into paragraphs, sentences, words and quotations.
#ifndef VARDE_TEXT_TEXT_H_
#define VARDE_TEXT_TEXT_H_

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "base/arena.h"

namespace varde {

// A syntactic word of Universal Dependencies. Offsets are bytes of Text::content, half open.
// Words of one multiword token ("don't" = "do" + "n't") each have their own bytes.
struct Token {
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string_view form;        // NFC
  bool space_after = true;      // white space (or the end of the text) follows
  bool joined_to_next = false;  // in one multiword token with the next word
};

enum class SentenceKind : uint8_t { kBody, kHeadline, kSubhead, kDateline };

struct Sentence {
  uint32_t first = 0;  // tokens, half open
  uint32_t last = 0;
  uint32_t paragraph = 0;
  SentenceKind kind = SentenceKind::kBody;
};

struct Paragraph {
  uint32_t first_sentence = 0;  // half open
  uint32_t last_sentence = 0;
};

// Somebody's words: between quotation marks, or after a dash at the start of a paragraph up to the
// reporting clause. Tokens, half open, without the marks. One quotation that the text breaks with a
// reporting clause is two with the same `speech` number, as are quoted paragraphs that follow one
// another without a reporting clause between them.
struct Quotation {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t speech = 0;
  bool dash = false;  // opened by a quotation dash
};

struct Text {
  explicit Text(Arena& arena)
      : tokens(&arena), sentences(&arena), paragraphs(&arena), quotations(&arena) {}

  std::string_view content;   // the document's text as given
  std::string_view language;  // of the pack that cut it
  std::pmr::vector<Token> tokens;
  std::pmr::vector<Sentence> sentences;
  std::pmr::vector<Paragraph> paragraphs;
  std::pmr::vector<Quotation> quotations;

  std::string_view covered(uint32_t first, uint32_t last) const {  // tokens, half open, not empty
    return content.substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin);
  }
};

}  // namespace varde

#endif  // VARDE_TEXT_TEXT_H_
