// Cuts a document into paragraphs, sentences, words and quotations.
#ifndef VARDE_TEXT_SEGMENTER_H_
#define VARDE_TEXT_SEGMENTER_H_

#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>

#include "base/arena.h"
#include "text/boundary_model.h"
#include "text/segmentation_rules.h"
#include "text/text.h"
#include "varde/result.h"

namespace varde {

// Immutable after opening, thread safe. Takes time linear in the text.
class Segmenter {
 public:
  // Reads segmentation.toml, abbreviations.txt, reporting.txt and the sentence model, if
  // segmentation.toml names one, of a language pack (lang/<code>).
  static Result<Segmenter> open(const std::filesystem::path& pack);

  // `content` is valid UTF-8, is not copied and must outlive the result, as must the arena and this
  // segmenter. Text behind 4 GiB is left out. The rules: README.md of this folder.
  Text segment(std::string_view content, Arena& arena) const;

  const SegmentationRules& rules() const { return rules_; }

 private:
  Segmenter(SegmentationRules rules, std::shared_ptr<const BoundaryModel> model)
      : rules_(std::move(rules)), model_(std::move(model)) {}
  SegmentationRules rules_;
  std::shared_ptr<const BoundaryModel> model_;  // null when the pack has none
};

}  // namespace varde

#endif  // VARDE_TEXT_SEGMENTER_H_
