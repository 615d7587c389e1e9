// Recognises copies of an article: syndicated, shortened a little, lightly edited.
//
// MinHash (Broder 1997, "On the resemblance and containment of documents"): of all runs of five
// words of a text, the smallest value under each of 128 hash functions; two texts agree in such a
// value with the probability that is their resemblance, the share of runs that they have in common.
// Values are cut into bands so that texts that resemble each other share one (Indyk & Motwani 1998;
// Leskovec, Rajaraman & Ullman 2014, chapter 3): those alone are compared.
#ifndef VARDE_INTAKE_SHINGLES_H_
#define VARDE_INTAKE_SHINGLES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace varde {

inline constexpr size_t kSignatureValues = 128;
// Eight bands of five values: of two texts that agree in the share s of their values, one band is
// equal with probability 1-(1-s^5)^8, which is 0.89 at 0.75, 0.99 at 0.85 and 0.003 at 0.2. Each
// band costs a look-up in a place of its own, so there are no more.
inline constexpr size_t kSignatureBands = 8;
inline constexpr size_t kBandValues = 5;

// Two texts are copies of one when this share of their values agrees.
inline constexpr double kCopyResemblance = 0.75;

using Signature = std::array<uint16_t, kSignatureValues>;

// Letters and digits count, case, diacritics and punctuation do not. Thread safe; the same text
// gives the same signature everywhere. A text of fewer than five words is one run.
Signature signature_of(std::string_view text);

// The estimated resemblance, 0 to 1.
double resemblance(const Signature& a, const Signature& b);

// One number for each band, in which its position is mixed.
std::array<int64_t, kSignatureBands> bands_of(const Signature& signature);

// Hexadecimal, and back; all zeros from anything else.
std::string to_hex(const Signature& signature);
Signature signature_from_hex(std::string_view hex);

}  // namespace varde

#endif  // VARDE_INTAKE_SHINGLES_H_
