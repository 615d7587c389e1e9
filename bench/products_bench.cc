// The network's largest matrix products, by the kernels of this processor and, where it is
// installed, by oneDNN: multiplications per second, rounding the inputs included. oneDNN takes all
// cores unless OMP_NUM_THREADS=1 stands in the environment.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "syntax/kernels.h"

#if VARDE_DNNL
#include <dnnl.hpp>
#endif

namespace varde::bench {
namespace {

constexpr int64_t kRows = 600;

struct Shape {
  const char* name;
  int64_t inputs, outputs;
};

// The heads' hidden layer is as large as a recurrence's first matrix.
constexpr Shape kShapes[] = {{"input", 352, 512},
                             {"convolution", 768, 512},
                             {"recurrence_in", 256, 1024},
                             {"recurrence_out", 512, 256},
                             {"labels", 64, 2560}};

// From -1 to 1.
std::vector<float> random_numbers(int64_t n, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<float> out(static_cast<size_t>(n));
  for (float& x : out) x = static_cast<float>(static_cast<int32_t>(random())) * 0x1p-31f;
  return out;
}

struct Operands {
  explicit Operands(const Shape& shape)
      : a(random_numbers(kRows * shape.inputs, 1)),
        w(random_numbers(shape.outputs * shape.inputs, 2)),
        bias(random_numbers(shape.outputs, 3)),
        c(static_cast<size_t>(kRows * shape.outputs)) {}
  std::vector<float> a, w, bias, c;
};

void count(benchmark::State& state, const Shape& shape) {
  state.SetItemsProcessed(state.iterations() * kRows * shape.inputs * shape.outputs);
}

void own(benchmark::State& state, const syntax::Kernels& kernels, const Shape& shape) {
  Operands o(shape);
  const auto inputs = static_cast<size_t>(shape.inputs);
  const auto outputs = static_cast<size_t>(shape.outputs);
  const syntax::PackedMatrix packed(o.w.data(), outputs, inputs, o.bias.data());
  for (auto _ : state) {
    kernels.multiply(o.a.data(), inputs, kRows, packed, o.c.data(), outputs);
    benchmark::ClobberMemory();
  }
  count(state, shape);
}

#if VARDE_DNNL

// oneDNN's products with weights in the layout of its choice.
class Dnnl {
 public:
  using Type = dnnl::memory::data_type;

  Dnnl(const Shape& shape, Type inputs, Type weights, const dnnl::primitive_attr& attributes)
      : engine_(dnnl::engine::kind::cpu, 0), stream_(engine_) {
    using Tag = dnnl::memory::format_tag;
    const dnnl::memory::desc w({shape.inputs, shape.outputs}, weights, Tag::any);
    const dnnl::memory::desc bias({1, shape.outputs}, Type::f32, Tag::ab);
    const dnnl::memory::desc c({kRows, shape.outputs}, Type::f32, Tag::ab);
    a_ = {{{kRows, shape.inputs}, inputs, Tag::ab}, engine_};
    const dnnl::matmul::desc wanted(a_.get_desc(), w, bias, c);
    const dnnl::matmul::primitive_desc chosen(wanted, attributes, engine_);
    product_ = dnnl::matmul(chosen);
    w_ = {chosen.weights_desc(), engine_};
    bias_ = {bias, engine_};
    c_ = {c, engine_};
  }

  void* inputs() const { return a_.get_data_handle(); }

  // `weights` in the type given above, row-major outputs x inputs.
  template <class Number>
  void set_weights(std::vector<Number> weights) {
    const auto dims = w_.get_desc().dims();
    const auto type = w_.get_desc().data_type();
    dnnl::memory plain({dims, type, dnnl::memory::format_tag::ba}, engine_, weights.data());
    dnnl::reorder(plain, w_).execute(stream_, plain, w_);
    stream_.wait();
  }

  void set_bias(const std::vector<float>& bias) {
    std::copy(bias.begin(), bias.end(), static_cast<float*>(bias_.get_data_handle()));
  }

  void run(std::unordered_map<int, dnnl::memory> more = {}) {
    more.insert(
        {{DNNL_ARG_SRC, a_}, {DNNL_ARG_WEIGHTS, w_}, {DNNL_ARG_BIAS, bias_}, {DNNL_ARG_DST, c_}});
    product_.execute(stream_, more);
    stream_.wait();
  }

 private:
  dnnl::engine engine_;
  dnnl::stream stream_;
  dnnl::memory a_, w_, bias_, c_;
  dnnl::matmul product_;
};

void dnnl_f32(benchmark::State& state, const Shape& shape) {
  const Operands o(shape);
  Dnnl product(shape, Dnnl::Type::f32, Dnnl::Type::f32, {});
  product.set_weights(o.w);
  product.set_bias(o.bias);
  for (auto _ : state) {
    std::copy(o.a.begin(), o.a.end(), static_cast<float*>(product.inputs()));
    product.run();
  }
  count(state, shape);
}

// Inputs are rounded with one scale, which oneDNN cannot have for each row.
void dnnl_int8(benchmark::State& state, const Shape& shape) {
  const Operands o(shape);
  dnnl::primitive_attr attributes;
  attributes.set_output_scales(0, {1.0f / (127 * 127)});
  Dnnl product(shape, Dnnl::Type::s8, Dnnl::Type::s8, attributes);
  std::vector<int8_t> weights;
  for (float w : o.w) weights.push_back(static_cast<int8_t>(std::nearbyint(w * 127)));
  product.set_weights(weights);
  product.set_bias(o.bias);
  auto* bytes = static_cast<int8_t*>(product.inputs());
  for (auto _ : state) {
    for (size_t i = 0; i < o.a.size(); ++i) bytes[i] = static_cast<int8_t>(o.a[i] * 127);
    product.run();
  }
  count(state, shape);
}

#endif

const bool registered = [] {
  for (const Shape& shape : kShapes) {
    for (const syntax::Kernels* kernels : syntax::usable_kernels()) {
      benchmark::RegisterBenchmark(
          (std::string("product/") + shape.name + '/' + kernels->name).c_str(),
          [=](benchmark::State& s) { own(s, *kernels, shape); });
    }
#if VARDE_DNNL
    benchmark::RegisterBenchmark((std::string("product/") + shape.name + "/onednn_f32").c_str(),
                                 dnnl_f32, shape);
    benchmark::RegisterBenchmark((std::string("product/") + shape.name + "/onednn_int8").c_str(),
                                 dnnl_int8, shape);
#endif
  }
  return true;
}();

}  // namespace
}  // namespace varde::bench
