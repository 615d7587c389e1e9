// The arithmetic of the network, written for several instruction sets; the best one that the
// processor has is chosen once. Every set gives the same bits: sums of products are sums of whole
// numbers, and what is computed in floating point is computed in one order and without fused
// operations (-ffp-contract=off).
//
// Weights are rounded to 8 bits when a model is opened, each output's with a scale of its own, and
// a row of inputs is rounded to 8 bits when it is multiplied, with a scale of its own (dynamic
// quantisation as in Jacob et al. 2018, symmetric). So a row's results do not depend on what else
// is multiplied with it: not on batching, not on threads.
#ifndef VARDE_SYNTAX_KERNELS_H_
#define VARDE_SYNTAX_KERNELS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace varde::syntax {

inline constexpr size_t kPanel = 32;
// Keeps the rounded rows that are multiplied together in the cache; the sum of this many products
// of two bytes fits 32 bits.
inline constexpr size_t kMostInputs = size_t{1} << 15;

// The weights of 32 outputs for four inputs that follow each other.
struct alignas(64) WeightBlock {
  int8_t weights[kPanel][4];
};

// A weight matrix (outputs x inputs) with its bias, packed for Kernels::multiply: 32 outputs, a
// panel, stand side by side for every four inputs, so that the product reads them in order.
class PackedMatrix {
 public:
  PackedMatrix() = default;
  // `weights` is row-major, one row of `inputs` numbers per output, 1 to kMostInputs; `bias` has
  // one number per output or is null.
  PackedMatrix(const float* weights, size_t outputs, size_t inputs, const float* bias);

  size_t outputs() const { return outputs_; }
  size_t inputs() const { return inputs_; }
  size_t blocks() const { return (inputs_ + 3) / 4; }  // of each panel
  const WeightBlock* panel(size_t i) const { return blocks_.data() + i * blocks(); }
  // One number per output, beginning with the panel's: weight = scale * byte; the sum of the bytes.
  const float* scales(size_t panel) const { return scales_.data() + panel * kPanel; }
  const float* bias(size_t panel) const { return bias_.data() + panel * kPanel; }
  const int32_t* sums(size_t panel) const { return sums_.data() + panel * kPanel; }

 private:
  void pack_output(const float* weights, size_t output);

  size_t outputs_ = 0;
  size_t inputs_ = 0;
  std::vector<WeightBlock> blocks_;  // whole panels; 0 beyond the outputs and inputs
  std::vector<float> scales_;
  std::vector<float> bias_;
  std::vector<int32_t> sums_;
};

struct Kernels {
  const char* name;

  // c[r] = w * a[r] + bias for `rows` rows, a[r] rounded to 8 bits; rows of `a` may overlap
  // (a_stride < inputs), which is how a convolution becomes one product.
  void (*multiply)(const float* a, size_t a_stride, size_t rows, const PackedMatrix& w, float* c,
                   size_t c_stride);

  // out[i] (+)= z[i] * sigmoid(z[width + i])
  void (*glu)(const float* z, size_t width, float* out);
  void (*add_glu)(const float* z, size_t width, float* out);

  // One step of the recurrence: state[i] = f * state[i] + (1 - f) * candidate[i] with
  // f = sigmoid(gate[i]); copied to out.
  void (*step)(const float* candidate, const float* gate, size_t width, float* state, float* out);

  // out = (x - mean) / sqrt(variance + 1e-5) * gain + bias
  void (*layer_norm)(const float* x, size_t width, const float* gain, const float* bias,
                     float* out);

  // sum of a[i] * b[i]
  float (*dot)(const float* a, const float* b, size_t width);

  // out += row of an F16 table
  void (*add_halves)(const uint16_t* row, size_t width, float* out);
};

// The fastest set for this processor.
const Kernels& best_kernels();
// All sets that this processor can run, the plain one first (for tests).
std::vector<const Kernels*> usable_kernels();

}  // namespace varde::syntax

#endif  // VARDE_SYNTAX_KERNELS_H_
