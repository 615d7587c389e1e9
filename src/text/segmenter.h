// Cuts a document into paragraphs, sentences, words and quotations.
#ifndef VARDE_TEXT_SEGMENTER_H_
#define VARDE_TEXT_SEGMENTER_H_

#include <filesystem>
#include <string_view>

#include "base/arena.h"
#include "text/segmentation_rules.h"
#include "text/text.h"
#include "varde/result.h"

namespace varde {

// Immutable after opening, thread safe. Takes time linear in the text.
class Segmenter {
 public:
  // Reads segmentation.toml, abbreviations.txt and reporting.txt of a language pack (lang/<code>).
  static Result<Segmenter> open(const std::filesystem::path& pack);

  // `content` is valid UTF-8, is not copied and must outlive the result, as must the arena and this
  // segmenter. Text behind 4 GiB is left out. The rules: README.md of this folder.
  Text segment(std::string_view content, Arena& arena) const;

  const SegmentationRules& rules() const { return rules_; }

 private:
  explicit Segmenter(SegmentationRules rules) : rules_(std::move(rules)) {}
  SegmentationRules rules_;
};

}  // namespace varde

#endif  // VARDE_TEXT_SEGMENTER_H_
