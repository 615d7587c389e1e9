#include "syntax/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "syntax/half.h"

namespace varde::syntax {
namespace {

std::vector<float> random_numbers(size_t n, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0, 1);
  std::vector<float> out(n);
  for (float& x : out) x = normal(random);
  return out;
}

class KernelsTest : public testing::TestWithParam<const Kernels*> {};

TEST_P(KernelsTest, MultiplyEqualsThePlainProduct) {
  for (size_t outputs : {1, 17, 32, 70}) {
    for (size_t rows : {1, 5, 6, 7, 100}) {
      const size_t inputs = 23, stride = 9;  // rows overlap
      const auto a = random_numbers((rows - 1) * stride + inputs, 1);
      const auto w = random_numbers(outputs * inputs, 2), bias = random_numbers(outputs, 3);
      const PackedMatrix packed(w.data(), inputs, outputs, inputs, bias.data());
      std::vector<float> c(rows * outputs, -1);
      GetParam()->multiply(a.data(), stride, rows, packed, c.data(), outputs);
      for (size_t r = 0; r < rows; ++r) {
        for (size_t o = 0; o < outputs; ++o) {
          double sum = bias[o];
          for (size_t i = 0; i < inputs; ++i) sum += double{w[o * inputs + i]} * a[r * stride + i];
          ASSERT_NEAR(c[r * outputs + o], sum, 1e-4);
        }
      }
    }
  }
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
