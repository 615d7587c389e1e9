#include "syntax/kernels.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <numeric>
#include <random>
#include <span>

#include "syntax/half.h"

namespace varde::syntax {
namespace {

// From -2 to 2, the same on every machine.
std::vector<float> random_numbers(size_t n, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<float> out(n);
  for (float& x : out) x = static_cast<float>(static_cast<int32_t>(random())) * 0x1p-30f;
  return out;
}

class KernelsTest : public testing::TestWithParam<const Kernels*> {};

// A row of numbers as bytes, and what each byte is worth.
struct Rounded {
  explicit Rounded(std::span<const float> numbers) {
    float top = 0;
    for (float x : numbers) top = std::max(top, std::abs(x));
    scale = top / 127;
    for (float x : numbers) bytes.push_back(std::lrint(double{x} * 127 / top));
  }
  double scale;
  std::vector<long> bytes;
};

TEST_P(KernelsTest, MultiplyEqualsTheProductOfWholeNumbers) {
  for (size_t outputs : {1, 17, 32, 70}) {
    for (size_t rows : {1, 5, 6, 7, 300}) {
      const size_t inputs = 23, stride = 9;  // rows overlap
      const auto a = random_numbers((rows - 1) * stride + inputs, 1);
      const auto w = random_numbers(outputs * inputs, 2), bias = random_numbers(outputs, 3);
      const PackedMatrix packed(w.data(), outputs, inputs, bias.data());
      std::vector<float> c(rows * outputs, -1);
      GetParam()->multiply(a.data(), stride, rows, packed, c.data(), outputs);
      for (size_t r = 0; r < rows; ++r) {
        const Rounded row({a.data() + r * stride, inputs});
        for (size_t o = 0; o < outputs; ++o) {
          const Rounded weights({w.data() + o * inputs, inputs});
          const long sum =
              std::inner_product(row.bytes.begin(), row.bytes.end(), weights.bytes.begin(), 0L);
          const double expected = static_cast<double>(sum) * row.scale * weights.scale + bias[o];
          ASSERT_NEAR(c[r * outputs + o], expected, 1e-5);
        }
      }
    }
  }
}

// Where 16 bits would not hold the sum of two products, whatever the signs.
TEST_P(KernelsTest, LargestProductsDoNotOverflow) {
  const size_t inputs = 12289;
  for (float sign : {-1.0f, 1.0f}) {
    const std::vector<float> a(inputs, sign * 127), w(inputs, 127);
    const PackedMatrix packed(w.data(), 1, inputs, nullptr);
    float c = 0;
    GetParam()->multiply(a.data(), inputs, 1, packed, &c, 1);
    EXPECT_EQ(c, sign * 127 * 127 * static_cast<float>(inputs));
  }
}

TEST_P(KernelsTest, RowsOfNothingGiveTheBias) {
  const std::vector<float> w(40, 1), bias = {3, -4};
  const PackedMatrix packed(w.data(), 2, 20, bias.data());
  const std::vector<float> a(20, 0), tiny(20, 1e-42f);
  for (const auto& row : {a, tiny}) {
    std::vector<float> c(2);
    GetParam()->multiply(row.data(), 20, 1, packed, c.data(), 2);
    EXPECT_EQ(c, bias);
  }
}

// Every kernel's results on numbers of many sizes, one after the other.
std::vector<float> results(const Kernels& k) {
  std::vector<float> out;
  for (size_t width : {1, 15, 16, 37, 256}) {
    const size_t rows = 11;
    const auto a = random_numbers(rows * width, 5), b = random_numbers(rows * width, 6);
    const auto add = [&out](const std::vector<float>& c) {
      out.insert(out.end(), c.begin(), c.end());
    };
    const PackedMatrix packed(b.data(), rows, width, a.data());
    std::vector<float> c(rows * rows), d(width), state = random_numbers(width, 7);
    k.multiply(a.data(), width, rows, packed, c.data(), rows);
    add(c);
    k.glu(a.data(), width, d.data());
    add(d);
    k.add_glu(b.data(), width, d.data());
    add(d);
    k.step(a.data(), b.data(), width, state.data(), d.data());
    add(d);
    k.layer_norm(a.data(), width, b.data(), state.data(), d.data());
    add(d);
    k.add_halves(std::vector<uint16_t>(width, 0x1234).data(), width, d.data());
    add(d);
    add({k.dot(a.data(), b.data(), width)});
  }
  return out;
}

// FNV-1a. Other processors and compilers too must come to this number; only a change of the
// arithmetic may change it.
TEST_P(KernelsTest, GivesTheSameBitsOnEveryMachine) {
  uint64_t hash = 0xCBF29CE484222325;
  for (float x : results(*GetParam())) hash = (hash ^ std::bit_cast<uint32_t>(x)) * 0x100000001B3;
  EXPECT_EQ(hash, 3575254803807857166u);
}

TEST_P(KernelsTest, AllSetsGiveTheSameBits) {
  EXPECT_EQ(results(*GetParam()), results(*usable_kernels().front()));
}

TEST_P(KernelsTest, GatesStandAnyNumber) {
  const std::vector<float> gates = {-200, -88, -20, -1, 0, 1, 20, 88, 200};
  std::vector<float> z(2 * gates.size(), 1), out(gates.size());
  std::copy(gates.begin(), gates.end(), z.begin() + static_cast<long>(gates.size()));
  GetParam()->glu(z.data(), gates.size(), out.data());
  for (size_t i = 0; i < gates.size(); ++i) {
    EXPECT_NEAR(out[i], 1 / (1 + std::exp(-double{gates[i]})), 1e-6);
  }
}

TEST_P(KernelsTest, LayerNorm) {
  const size_t width = 37;
  const auto x = random_numbers(width, 4);
  const std::vector<float> gain(width, 2), bias(width, 1);
  std::vector<float> out(width);
  GetParam()->layer_norm(x.data(), width, gain.data(), bias.data(), out.data());
  double mean = 0, squares = 0;
  for (float v : out) mean += (v - 1) / 2 / width;
  for (float v : out) squares += (v - 1) * (v - 1) / 4 / width;
  EXPECT_NEAR(mean, 0, 1e-5);
  EXPECT_NEAR(squares, 1, 1e-3);
}

TEST_P(KernelsTest, AddHalves) {
  const std::vector<uint16_t> row = {0x3c00, 0xc000, 0x0001, 0x8000, 0x7bff};
  std::vector<float> out(row.size(), 1);
  GetParam()->add_halves(row.data(), row.size(), out.data());
  EXPECT_EQ(out[0], 2);
  EXPECT_EQ(out[1], -1);
  EXPECT_EQ(out[3], 1);
  EXPECT_EQ(out[4], 65505);
}

INSTANTIATE_TEST_SUITE_P(Kernels, KernelsTest, testing::ValuesIn(usable_kernels()),
                         [](const auto& tested) { return std::string(tested.param->name); });

TEST(Half, ConvertsExactly) {
  EXPECT_EQ(half_to_float(0x3c00), 1.0f);
  EXPECT_EQ(half_to_float(0xc000), -2.0f);
  EXPECT_EQ(half_to_float(0x0001), 0x1p-24f);
  EXPECT_EQ(half_to_float(0x7bff), 65504.0f);
  for (uint32_t bits = 0; bits < 0x10000; ++bits) {
    EXPECT_TRUE(std::isfinite(half_to_float(static_cast<uint16_t>(bits))));
  }
}

}  // namespace
}  // namespace varde::syntax
