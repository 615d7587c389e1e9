// Reads and writes CoNLL-U (universaldependencies.org/format.html), names as IOB2 in MISC
// ("name=B-PER").
#ifndef VARDE_SYNTAX_CONLLU_H_
#define VARDE_SYNTAX_CONLLU_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/parse.h"
#include "varde/result.h"

namespace varde {

struct ConlluWord {
  std::string form;
  std::string lemma;
  std::string upos;
  std::string xpos = "_";
  std::string feats = "_";
  uint32_t head = 0;  // 1-based; 0 is the root
  std::string deprel;
  std::string deps = "_";
  std::string name;  // "O", "B-PER", …; empty: not annotated
  bool space_after = true;
  friend bool operator==(const ConlluWord&, const ConlluWord&) = default;
};

// A multiword token: words first up to last, 0-based and half open.
struct ConlluRange {
  uint32_t first = 0;
  uint32_t last = 0;
  std::string form;
  bool space_after = true;
  friend bool operator==(const ConlluRange&, const ConlluRange&) = default;
};

struct ConlluSentence {
  bool new_document = false;
  bool new_paragraph = false;
  std::string id;    // "# sent_id"
  std::string text;  // "# text"
  std::vector<ConlluWord> words;
  std::vector<ConlluRange> ranges;  // in order, without overlap
  friend bool operator==(const ConlluSentence&, const ConlluSentence&) = default;
};

// Empty nodes, other comments and other MISC attributes are skipped. Checked: ten columns, words
// numbered one by one, heads within the sentence. The error names the line.
Result<std::vector<ConlluSentence>> read_conllu(std::string_view text);

std::string write_conllu(const ConlluSentence& sentence);
std::string write_conllu(const Parse& parse);

std::vector<ConlluSentence> to_conllu(const Parse& parse);

}  // namespace varde

#endif  // VARDE_SYNTAX_CONLLU_H_
