#include "intake/shingles.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace varde {
namespace {

constexpr size_t kRun = 5;  // words

// A bijection that spreads bits (the finaliser of SplitMix64, Steele, Lea & Flood 2014).
uint64_t mix(uint64_t x) {
  x += 0x9e3779b97f4a7c15;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

// The words of the text as numbers.
std::vector<uint64_t> words_of(std::string_view text) {
  constexpr uint64_t kStart = 0xcbf29ce484222325;
  constexpr uint64_t kPrime = 0x100000001b3;  // FNV-1a
  std::vector<uint64_t> words;
  const std::string folded = name_key(text);
  uint64_t word = kStart;
  for (size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, &at);
    if (is_letter(c) || is_digit(c)) {
      word = (word ^ c) * kPrime;
    } else if (word != kStart) {
      words.push_back(word);
      word = kStart;
    }
  }
  if (word != kStart) words.push_back(word);
  return words;
}

}  // namespace

Signature signature_of(std::string_view text) {
  const std::vector<uint64_t> words = words_of(text);
  std::array<uint64_t, kSignatureValues> smallest;
  smallest.fill(UINT64_MAX);
  const size_t last = words.size() < kRun ? 1 : words.size() - kRun + 1;
  for (size_t begin = 0; begin < last; ++begin) {
    uint64_t run = 0;
    const size_t end = std::min(begin + kRun, words.size());
    for (size_t i = begin; i < end; ++i) run = mix(run ^ words[i]);
    uint64_t value = run;
    for (uint64_t& least : smallest) {
      value = mix(value);
      least = std::min(least, value);
    }
  }
  Signature signature;
  std::transform(smallest.begin(), smallest.end(), signature.begin(),
                 [](uint64_t value) { return static_cast<uint16_t>(mix(value)); });
  return signature;
}

double resemblance(const Signature& a, const Signature& b) {
  size_t equal = 0;
  for (size_t i = 0; i < a.size(); ++i) equal += a[i] == b[i] ? 1 : 0;
  return static_cast<double>(equal) / static_cast<double>(a.size());
}

std::array<int64_t, kSignatureBands> bands_of(const Signature& signature) {
  std::array<int64_t, kSignatureBands> bands;
  for (size_t band = 0; band < kSignatureBands; ++band) {
    uint64_t value = mix(band);
    for (size_t i = 0; i < kBandValues; ++i) value = mix(value ^ signature[band * kBandValues + i]);
    bands[band] = static_cast<int64_t>(value);
  }
  return bands;
}

std::string to_hex(const Signature& signature) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(signature.size() * 4);
  for (const uint16_t value : signature) {
    for (int shift = 12; shift >= 0; shift -= 4) hex += kDigits[(value >> shift) & 0xf];
  }
  return hex;
}

Signature signature_from_hex(std::string_view hex) {
  Signature signature{};
  if (hex.size() != signature.size() * 4) return signature;
  for (size_t i = 0; i < hex.size(); ++i) {
    const char c = hex[i];
    const bool digit = c >= '0' && c <= '9';
    if (!digit && (c < 'a' || c > 'f')) return Signature{};
    const int value = digit ? c - '0' : c - 'a' + 10;
    signature[i / 4] = static_cast<uint16_t>(signature[i / 4] << 4 | value);
  }
  return signature;
}

}  // namespace varde
