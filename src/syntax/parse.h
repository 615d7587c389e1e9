// What the room `syntax` returns: Universal Dependencies analysis of every word, and the names.
#ifndef VARDE_SYNTAX_PARSE_H_
#define VARDE_SYNTAX_PARSE_H_

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "text/text.h"

namespace varde {

enum class Upos : uint8_t {
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX,
};
std::string_view to_string(Upos upos);  // "ADJ", …

// The universal relations; subtypes that the rules of later rooms ask for stand beside them. A
// subtype that is not listed maps to its universal relation; Word::deprel keeps the whole label.
enum class Relation : uint8_t {
  kAcl,
  kAclRelcl,
  kAdvcl,
  kAdvmod,
  kAmod,
  kAppos,
  kAux,
  kAuxPass,
  kCase,
  kCc,
  kCcomp,
  kClf,
  kCompound,
  kCompoundPrt,
  kConj,
  kCop,
  kCsubj,
  kCsubjPass,
  kDep,
  kDet,
  kDiscourse,
  kDislocated,
  kExpl,
  kFixed,
  kFlat,
  kFlatName,
  kGoeswith,
  kIobj,
  kList,
  kMark,
  kNmod,
  kNmodPoss,
  kNsubj,
  kNsubjPass,
  kNummod,
  kObj,
  kObl,
  kOblAgent,
  kOrphan,
  kParataxis,
  kPunct,
  kReparandum,
  kRoot,
  kVocative,
  kXcomp,
};
Relation relation_of(std::string_view deprel);  // kDep for a label it does not know

inline constexpr uint32_t kNoHead = UINT32_MAX;

struct Word {
  std::string_view lemma;   // as the model gives it (case kept)
  std::string_view feats;   // "Definite=Def|Number=Sing", "" for none
  std::string_view deprel;  // whole label, "nsubj:pass"
  uint32_t head = kNoHead;  // token index in the document; kNoHead for a sentence's root
  Upos upos = Upos::kX;
  Relation relation = Relation::kDep;
};

enum class NameType : uint8_t {
  kPerson,
  kOrganization,
  kGeoPolitical,
  kLocation,
  kEvent,
  kProduct,
  kDerived
};
std::string_view to_string(NameType type);  // "PER", "ORG", "GPE", "LOC", "EVT", "PROD", "DRV"

// A flat named entity: tokens, half open, within one sentence; in text order, never overlapping.
// `label` is the treebank's own ("GPE_LOC").
struct Name {
  uint32_t first = 0;
  uint32_t last = 0;
  NameType type = NameType::kOrganization;
  std::string_view label;
};

// words[i] analyses Text::tokens[i]. Heads stay within the sentence; each sentence is a tree with
// one root. Children are listed in text order.
struct Parse {
  explicit Parse(Arena& arena)
      : words(&arena), names(&arena), child_begin(&arena), children(&arena), sentence_of(&arena) {}

  const Text* text = nullptr;
  std::pmr::vector<Word> words;
  std::pmr::vector<Name> names;

  // Children of word w: children[child_begin[w]] up to children[child_begin[w + 1]].
  std::pmr::vector<uint32_t> child_begin;
  std::pmr::vector<uint32_t> children;
  std::pmr::vector<uint32_t> sentence_of;  // of each token

  // Fills child_begin, children and sentence_of from the heads; to be called once they stand.
  void index();

  const Token& token(uint32_t i) const { return text->tokens[i]; }
  std::string_view form(uint32_t i) const { return text->tokens[i].form; }
};

// The value of a feature of a word ("Number" -> "Sing"), or "".
std::string_view feature(std::string_view feats, std::string_view name);

}  // namespace varde

#endif  // VARDE_SYNTAX_PARSE_H_
