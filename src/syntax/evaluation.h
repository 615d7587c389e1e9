// The CoNLL 2018 shared task's scores (conll18_ud_eval; Zeman et al. 2018) and F1 of names.
//
// Gold and system may cut the text differently. Tokens and sentences count as right when their
// characters coincide; words are aligned by character spans, inside multiword tokens by the longest
// common subsequence of forms; everything else is scored on aligned words, as F1.
#ifndef VARDE_SYNTAX_EVALUATION_H_
#define VARDE_SYNTAX_EVALUATION_H_

#include <optional>
#include <string>
#include <vector>

#include "syntax/conllu.h"
#include "syntax/evaluation_details.h"
#include "varde/result.h"

namespace varde {

struct Evaluation {
  F1Score tokens, sentences, words, upos, ufeats, lemmas, uas, las;
  // Exact span and type. Nothing when the gold has no names. Where the gold knows only PER, ORG and
  // LOC, the system's GPE counts as LOC and its other types are left out.
  std::optional<F1Score> names;
  // The same by label, and what was taken for what; no names where `names` is nothing.
  EvaluationDetails details;
};

// An error when the two do not have the same characters apart from white space.
Result<Evaluation> evaluate(const std::vector<ConlluSentence>& gold,
                            const std::vector<ConlluSentence>& system);

// The raw text of documents: one per "# newdoc", paragraphs ("# newpar") apart by an empty line,
// the sentences of a paragraph by a space.
std::vector<std::string> raw_documents(const std::vector<ConlluSentence>& gold);

}  // namespace varde

#endif  // VARDE_SYNTAX_EVALUATION_H_
