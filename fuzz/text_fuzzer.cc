// Any bytes as a text: decoding, then cutting it by the rules of each language.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "base/arena.h"
#include "base/utf8.h"
#include "text/decode.h"
#include "text/segmenter.h"

namespace {

varde::Segmenter open(const char* language) {
  auto segmenter =
      varde::Segmenter::open(std::filesystem::path(VARDE_SOURCE_DIR) / "lang" / language);
  if (segmenter) return *std::move(segmenter);
  std::fprintf(stderr, "%s\n", segmenter.error().message.c_str());
  std::exit(1);
}

// The words lie in the text one after another, and sentences and paragraphs cover them all.
void check(const varde::Text& text) {
  size_t end = 0;
  for (const varde::Token& token : text.tokens) {
    if (token.begin < end || token.end <= token.begin || token.end > text.content.size()) {
      std::abort();
    }
    end = token.end;
  }
  uint32_t next = 0;
  for (const varde::Sentence& sentence : text.sentences) {
    if (sentence.first != next || sentence.last <= sentence.first) std::abort();
    if (sentence.paragraph >= text.paragraphs.size()) std::abort();
    next = sentence.last;
  }
  if (next != text.tokens.size()) std::abort();
  for (const varde::Quotation& quotation : text.quotations) {
    if (quotation.first > quotation.last || quotation.last > text.tokens.size()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::array segmenters{open("nb"), open("nn"), open("en")};
  const auto decoded = varde::decode_text({reinterpret_cast<const char*>(data), size});
  if (!decoded) return 0;
  if (!varde::is_valid_utf8(decoded->text)) std::abort();
  for (const varde::Segmenter& segmenter : segmenters) {
    varde::Arena arena;
    check(segmenter.segment(decoded->text, arena));
  }
  return 0;
}
