// The network's forward pass over a batch of sentences (training/syntax/network.py is its other
// half).
//
// All words of a batch lie one under the other in one matrix, with a row of zeros before, between
// and after the sentences. So a convolution of width 3 is one product whose input rows overlap, and
// its edges see zeros as in training.
#ifndef VARDE_SYNTAX_NETWORK_H_
#define VARDE_SYNTAX_NETWORK_H_

#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "syntax/kernels.h"
#include "syntax/model.h"

namespace varde::syntax {

using Forms = std::span<const std::string_view>;

// Rows of scores: row i starts at data + i * stride.
struct Rows {
  const float* data;
  size_t stride;
  const float* operator[](size_t i) const { return data + i * stride; }
};

// Scratch of one thread, to be kept: after the first large batch it allocates next to nothing. Run
// it on a batch, then ask for scores sentence by sentence.
class Network {
 public:
  explicit Network(const Model& model, const Kernels& kernels = best_kernels());

  // `language` is an index into the model's languages.
  void run(std::span<const Forms> sentences, size_t language);

  // One row per word of sentence s, one column per label; valid until the next run.
  Rows upos(size_t s) const { return rows(upos_, model_.labels.upos.size(), s); }
  Rows feats(size_t s) const { return rows(feats_, model_.labels.feats.size(), s); }
  Rows lemma(size_t s) const { return rows(lemma_, model_.labels.lemma.size(), s); }
  Rows name(size_t s) const { return rows(name_, model_.labels.name.size(), s); }

  // words x (words + 1): scores of each word's possible heads, the root first. Valid until asked
  // again.
  Rows arcs(size_t s);
  // words x labels, for heads as `arcs` numbers them (0 is the root). Valid until asked again.
  Rows deprels(size_t s, std::span<const uint32_t> heads);

 private:
  struct Extent {
    size_t first;  // row of the sentence's first word
    size_t words;
  };

  Rows rows(const std::vector<float>& scores, size_t columns, size_t s) const {
    return {scores.data() + extents_[s].first * columns, columns};
  }
  void lay_out(std::span<const Forms> sentences);
  void clear_edges(size_t width, std::vector<float>* rows) const;
  void embed(std::span<const Forms> sentences, size_t language);
  void word_vector(std::string_view form, float* out);
  void normalise_rows(const std::vector<float>& gain, const std::vector<float>& bias);
  void convolve(const Layer& layer);
  void recur(const Layer& layer);
  void scan(const float* z, Extent extent, bool backward);
  void apply_heads();
  // out = matrix x rows; keeps the memory of out.
  void product(const PackedMatrix& matrix, const float* from, size_t stride, size_t rows,
               std::vector<float>* out) const;

  const Model& model_;
  const Kernels& k_;
  std::vector<Extent> extents_;
  size_t rows_ = 0;
  // All memory is kept from run to run.
  FeatureRows features_;
  std::unordered_map<std::string_view, size_t> index_;  // of the distinct forms
  std::vector<std::string_view> distinct_;
  std::vector<float> x_, y_, z_, h_, hidden_, gated_, state_;
  std::vector<float> upos_, feats_, lemma_, name_, arc_, label_, label_dependent_;
  std::vector<float> arc_scores_, chosen_, deprel_scores_;
};

}  // namespace varde::syntax

#endif  // VARDE_SYNTAX_NETWORK_H_
