// A syntax model: the weight file of a language pack, mapped and checked (docs/models.md).
//
// The embedding tables and the lemma lexicon are used where they lie in the file; the matrices,
// stored as F16, are rounded to bytes and packed when the model is opened.
#ifndef VARDE_SYNTAX_MODEL_H_
#define VARDE_SYNTAX_MODEL_H_

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "syntax/features.h"
#include "syntax/kernels.h"
#include "syntax/lemma_script.h"
#include "syntax/name_tags.h"
#include "syntax/parse.h"
#include "varde/result.h"

namespace varde::syntax {

// Sizes of the network; all positive and bounded.
struct ModelConfig {
  TableSizes rows{};
  std::array<size_t, kFeatureGroups> dims{};
  size_t width = 0;
  std::string layers;  // 'C' convolution, 'R' recurrence
  size_t tag_width = 0;
  size_t name_width = 0;
  size_t arc_width = 0;
  size_t label_width = 0;

  size_t input_width() const { return std::accumulate(dims.begin(), dims.end(), size_t{0}); }
  size_t hidden_width() const { return tag_width + name_width + 2 * arc_width + 2 * label_width; }
};

// A table of words whose rows are bytes: value = scale of the row * byte.
struct ByteTable {
  const int8_t* rows = nullptr;
  const float* scales = nullptr;
};

struct Layer {
  bool recurrent = false;
  std::vector<float> gain;
  std::vector<float> bias;
  PackedMatrix inward;   // the convolution's or the recurrence's first matrix
  PackedMatrix outward;  // recurrences only
};

// What the label numbers stand for.
struct ModelLabels {
  std::vector<std::string> languages;
  std::vector<Upos> upos;
  std::vector<std::string> upos_names;
  std::vector<std::string> feats;  // "" where the treebank writes _
  std::vector<LemmaScript> lemma;
  std::vector<std::string> deprel;
  std::vector<Relation> relation;
  std::vector<std::string> name;         // "O", "B-PER", …
  std::vector<std::string> name_labels;  // "", "PER", …
  std::vector<NameType> name_types;      // of each name tag
  size_t root = 0;                       // the deprel "root"; there is at least one other
};

// (language, lower-case form, UPOS) -> lemma, for forms whose lemma is certain.
class LemmaLexicon {
 public:
  LemmaLexicon() = default;
  LemmaLexicon(std::string_view keys, std::string_view offsets, std::string_view text)
      : keys_(keys), offsets_(offsets), text_(text) {}
  // Empty when the form is not listed; a view into the model file.
  std::string_view find(std::string_view language, std::string_view lower_form,
                        std::string_view upos) const;
  size_t size() const { return keys_.size() / sizeof(uint64_t); }

 private:
  uint64_t key(size_t i) const;
  std::string_view keys_;     // sorted U64
  std::string_view offsets_;  // U32 into text_
  std::string_view text_;     // NUL-terminated lemmas
};

// Immutable once open, so threads may share it.
class Model {
 public:
  // Checks the whole file (its CRC-32 too); the error names the file and what to do.
  static Result<std::unique_ptr<const Model>> open(const std::filesystem::path& path);

  ModelConfig config;
  ModelLabels labels;
  NameTagger names;
  LemmaLexicon lexicon;
  Vocabulary vocabulary;
  NameLists lists;
  ByteTable words;
  std::array<const uint16_t*, kFeatureGroups> tables{};  // F16; none for words
  std::vector<float> language;                           // languages x 2 width
  PackedMatrix input;
  std::vector<Layer> layers;
  std::vector<float> gain, bias;  // of the last normalisation
  PackedMatrix hidden, upos, feats, lemma, name, arc;
  std::vector<float> root, label_root;
  PackedMatrix label, label_dependent, label_head;
  std::string training_data;
  std::string licence;

 private:
  friend class ModelReader;
  Model() = default;
  MappedFile file_;
};

}  // namespace varde::syntax

#endif  // VARDE_SYNTAX_MODEL_H_
