// The arithmetic of the network, compiled for several instruction sets; the best one that the
// processor has is chosen once.
//
// Weights are packed when a model is opened: 32 output columns stand side by side for each input,
// so that the product reads them in order. Every output number is summed in the same order however
// many rows are multiplied together: results do not depend on batching or threads.
#ifndef VARDE_SYNTAX_KERNELS_H_
#define VARDE_SYNTAX_KERNELS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace varde::syntax {

inline constexpr size_t kPanel = 32;

// A weight matrix (outputs x inputs) with its bias, packed for Kernels::multiply.
class PackedMatrix {
 public:
  PackedMatrix() = default;
  // `weights` is row-major, one row of `inputs` numbers per output, `stride` numbers apart;
  // `bias` has one number per output or is null.
  PackedMatrix(const float* weights, size_t stride, size_t outputs, size_t inputs,
               const float* bias);

  // As constructed anew, keeping the memory.
  void pack(const float* weights, size_t stride, size_t outputs, size_t inputs, const float* bias);

  size_t outputs() const { return outputs_; }
  size_t inputs() const { return inputs_; }
  const float* panel(size_t i) const { return data_.data() + i * inputs_ * kPanel; }
  const float* bias(size_t i) const { return bias_.data() + i * kPanel; }

 private:
  size_t outputs_ = 0;
  size_t inputs_ = 0;
  std::vector<float> data_;
  std::vector<float> bias_;  // whole panels; 0 beyond the outputs
};

struct Kernels {
  const char* name;

  // c[r] = w * a[r] + bias for `rows` rows; rows of `a` may overlap (a_stride < inputs), which is
  // how a convolution becomes one product.
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
