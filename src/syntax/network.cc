#include "syntax/network.h"

#include <algorithm>
#include <cmath>

namespace varde::syntax {

Network::Network(const Model& model, const Kernels& kernels) : model_(model), k_(kernels) {}

void Network::run(std::span<const Forms> sentences, size_t language) {
  lay_out(sentences);
  embed(sentences, language);
  for (const Layer& layer : model_.layers) {
    if (layer.recurrent)
      recur(layer);
    else
      convolve(layer);
  }
  normalise_rows(model_.gain, model_.bias);
  apply_heads();
}

void Network::lay_out(std::span<const Forms> sentences) {
  extents_.clear();
  rows_ = 1;
  for (const Forms& forms : sentences) {
    extents_.push_back({rows_, forms.size()});
    rows_ += forms.size() + 1;
  }
}

// Makes room for all rows; those before, between and after the sentences become zero.
void Network::clear_edges(size_t width, std::vector<float>* rows) const {
  rows->resize(rows_ * width);
  std::fill_n(rows->begin(), width, 0.0f);
  for (const Extent& e : extents_) {
    std::fill_n(rows->data() + (e.first + e.words) * width, width, 0.0f);
  }
}

// The word's own row, if it has one; then each other group's rows, summed and scaled by
// 1/sqrt(number of rows), as in training.
void Network::word_vector(std::string_view form, float* out) {
  feature_rows(form, model_.vocabulary, model_.lists, model_.config.rows, &features_);
  const size_t own = model_.config.dims[kWordGroup];
  std::fill(out, out + own, 0.0f);
  for (uint32_t row : features_.rows[kWordGroup]) {
    const int8_t* bytes = model_.words.rows + row * own;
    const float scale = model_.words.scales[row];
    for (size_t i = 0; i < own; ++i) out[i] = scale * static_cast<float>(bytes[i]);
  }
  out += own;
  for (size_t g = kWordGroup + 1; g < kFeatureGroups; ++g) {
    const size_t dim = model_.config.dims[g];
    const auto& rows = features_.rows[g];
    std::fill(out, out + dim, 0.0f);
    for (uint32_t row : rows) k_.add_halves(model_.tables[g] + row * dim, dim, out);
    const float scale = 1.0f / std::sqrt(static_cast<float>(std::max<size_t>(rows.size(), 1)));
    for (size_t i = 0; i < dim; ++i) out[i] *= scale;
    out += dim;
  }
}

// The input layer sees one word at a time, so each distinct form is computed once.
void Network::embed(std::span<const Forms> sentences, size_t language) {
  const size_t width = model_.config.width, inputs = model_.config.input_width();
  index_.clear();
  distinct_.clear();
  for (const Forms& forms : sentences) {
    for (std::string_view form : forms) {
      if (index_.emplace(form, distinct_.size()).second) distinct_.push_back(form);
    }
  }
  y_.resize(distinct_.size() * inputs);
  for (size_t i = 0; i < distinct_.size(); ++i) word_vector(distinct_[i], y_.data() + i * inputs);
  product(model_.input, y_.data(), inputs, distinct_.size(), &z_);
  const float* shift = model_.language.data() + language * 2 * width;
  gated_.resize(distinct_.size() * width);
  for (size_t i = 0; i < distinct_.size(); ++i) {
    float* z = z_.data() + i * 2 * width;
    for (size_t j = 0; j < 2 * width; ++j) z[j] += shift[j];
    k_.glu(z, width, gated_.data() + i * width);
  }
  clear_edges(width, &x_);
  for (size_t s = 0; s < sentences.size(); ++s) {
    for (size_t i = 0; i < sentences[s].size(); ++i) {
      const float* from = gated_.data() + index_[sentences[s][i]] * width;
      std::copy(from, from + width, x_.data() + (extents_[s].first + i) * width);
    }
  }
}

// y = layer norm of the words' rows of x; the rows between sentences become zero.
void Network::normalise_rows(const std::vector<float>& gain, const std::vector<float>& bias) {
  const size_t width = model_.config.width;
  clear_edges(width, &y_);
  for (const Extent& e : extents_) {
    for (size_t r = e.first; r < e.first + e.words; ++r) {
      k_.layer_norm(x_.data() + r * width, width, gain.data(), bias.data(), y_.data() + r * width);
    }
  }
}

void Network::convolve(const Layer& layer) {
  const size_t width = model_.config.width;
  normalise_rows(layer.gain, layer.bias);
  if (rows_ < 3) return;
  // Row r of the product reads rows r, r + 1 and r + 2 of y, which lie one behind the other.
  product(layer.inward, y_.data(), width, rows_ - 2, &z_);
  for (const Extent& e : extents_) {
    for (size_t r = e.first; r < e.first + e.words; ++r) {
      k_.add_glu(z_.data() + (r - 1) * 2 * width, width, x_.data() + r * width);
    }
  }
}

void Network::scan(const float* z, Extent extent, bool backward) {
  const size_t width = model_.config.width, side = backward ? width : 0;
  state_.assign(width, 0.0f);
  for (size_t i = 0; i < extent.words; ++i) {
    const size_t r = extent.first + (backward ? extent.words - 1 - i : i);
    const float* row = z + r * 4 * width;
    k_.step(row + side, row + 2 * width + side, width, state_.data(),
            h_.data() + r * 2 * width + side);
  }
}

void Network::recur(const Layer& layer) {
  const size_t width = model_.config.width;
  normalise_rows(layer.gain, layer.bias);
  product(layer.inward, y_.data(), width, rows_, &z_);
  clear_edges(2 * width, &h_);
  for (const Extent& e : extents_) {
    scan(z_.data(), e, /*backward=*/false);
    scan(z_.data(), e, /*backward=*/true);
  }
  product(layer.outward, h_.data(), 2 * width, rows_, &y_);
  for (size_t i = 0; i < x_.size(); ++i) x_[i] += y_[i];
}

void Network::apply_heads() {
  const ModelConfig& c = model_.config;
  const size_t stride = c.hidden_width();
  product(model_.hidden, y_.data(), c.width, rows_, &hidden_);
  for (float& v : hidden_) v = std::max(v, 0.0f);
  const float* tag = hidden_.data();
  const float* name = tag + c.tag_width;
  const float* arc = name + c.name_width;
  const float* label = arc + 2 * c.arc_width;
  product(model_.upos, tag, stride, rows_, &upos_);
  product(model_.feats, tag, stride, rows_, &feats_);
  product(model_.lemma, tag, stride, rows_, &lemma_);
  product(model_.name, name, stride, rows_, &name_);
  product(model_.arc, arc, stride, rows_, &arc_);
  product(model_.label, label, stride, rows_, &label_);
  product(model_.label_dependent, label, stride, rows_, &label_dependent_);
}

void Network::product(const PackedMatrix& matrix, const float* from, size_t stride, size_t rows,
                      std::vector<float>* out) const {
  out->resize(rows * matrix.outputs());
  k_.multiply(from, stride, rows, matrix, out->data(), matrix.outputs());
}

Rows Network::arcs(size_t s) {
  const ModelConfig& c = model_.config;
  const Extent e = extents_[s];
  const size_t width = c.arc_width, heads = e.words + 1;
  const float* first_head =
      hidden_.data() + e.first * c.hidden_width() + c.tag_width + c.name_width + width;
  arc_scores_.resize(e.words * heads);
  for (size_t i = 0; i < e.words; ++i) {
    const float* dependent = arc_.data() + (e.first + i) * width;
    float* scores = arc_scores_.data() + i * heads;
    scores[0] = k_.dot(dependent, model_.root.data(), width);
    for (size_t h = 1; h < heads; ++h) {
      scores[h] = k_.dot(dependent, first_head + (h - 1) * c.hidden_width(), width);
    }
  }
  return {arc_scores_.data(), heads};
}

Rows Network::deprels(size_t s, std::span<const uint32_t> heads) {
  const ModelConfig& c = model_.config;
  const Extent e = extents_[s];
  const size_t labels = model_.labels.deprel.size(), width = c.label_width;
  chosen_.resize(e.words * width);
  for (size_t i = 0; i < e.words; ++i) {
    const float* head = model_.label_root.data();
    if (heads[i] > 0) {
      head =
          hidden_.data() + (e.first + heads[i] - 1) * c.hidden_width() + c.hidden_width() - width;
    }
    std::copy(head, head + width, chosen_.data() + i * width);
  }
  product(model_.label_head, chosen_.data(), width, e.words, &deprel_scores_);
  for (size_t i = 0; i < e.words; ++i) {
    const float* pairs = label_.data() + (e.first + i) * labels * width;
    const float* dependent = label_dependent_.data() + (e.first + i) * labels;
    for (size_t l = 0; l < labels; ++l) {
      deprel_scores_[i * labels + l] +=
          dependent[l] + k_.dot(pairs + l * width, chosen_.data() + i * width, width);
    }
  }
  return {deprel_scores_.data(), labels};
}

}  // namespace varde::syntax
