// Any bytes as CoNLL-U; what is read and written is read again as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "syntax/conllu.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto sentences =
      varde::read_conllu(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!sentences) return 0;
  for (const varde::ConlluSentence& sentence : *sentences) {
    const auto again = varde::read_conllu(varde::write_conllu(sentence));
    if (!again || again->size() != 1 || again->front().words.size() != sentence.words.size()) {
      std::abort();
    }
  }
  return 0;
}
