#include "syntax/parse.h"

#include <algorithm>
#include <array>
#include <utility>

namespace varde {
namespace {

constexpr std::array<std::string_view, 17> kUposNames = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

// In the order of the labels, for binary search.
constexpr std::array<std::pair<std::string_view, Relation>, 45> kRelations = {{
    {"acl", Relation::kAcl},
    {"acl:relcl", Relation::kAclRelcl},
    {"advcl", Relation::kAdvcl},
    {"advmod", Relation::kAdvmod},
    {"amod", Relation::kAmod},
    {"appos", Relation::kAppos},
    {"aux", Relation::kAux},
    {"aux:pass", Relation::kAuxPass},
    {"case", Relation::kCase},
    {"cc", Relation::kCc},
    {"ccomp", Relation::kCcomp},
    {"clf", Relation::kClf},
    {"compound", Relation::kCompound},
    {"compound:prt", Relation::kCompoundPrt},
    {"conj", Relation::kConj},
    {"cop", Relation::kCop},
    {"csubj", Relation::kCsubj},
    {"csubj:pass", Relation::kCsubjPass},
    {"dep", Relation::kDep},
    {"det", Relation::kDet},
    {"discourse", Relation::kDiscourse},
    {"dislocated", Relation::kDislocated},
    {"expl", Relation::kExpl},
    {"fixed", Relation::kFixed},
    {"flat", Relation::kFlat},
    {"flat:name", Relation::kFlatName},
    {"goeswith", Relation::kGoeswith},
    {"iobj", Relation::kIobj},
    {"list", Relation::kList},
    {"mark", Relation::kMark},
    {"nmod", Relation::kNmod},
    {"nmod:poss", Relation::kNmodPoss},
    {"nsubj", Relation::kNsubj},
    {"nsubj:pass", Relation::kNsubjPass},
    {"nummod", Relation::kNummod},
    {"obj", Relation::kObj},
    {"obl", Relation::kObl},
    {"obl:agent", Relation::kOblAgent},
    {"orphan", Relation::kOrphan},
    {"parataxis", Relation::kParataxis},
    {"punct", Relation::kPunct},
    {"reparandum", Relation::kReparandum},
    {"root", Relation::kRoot},
    {"vocative", Relation::kVocative},
    {"xcomp", Relation::kXcomp},
}};

const Relation* find_relation(std::string_view label) {
  const auto at = std::lower_bound(
      kRelations.begin(), kRelations.end(), label,
      [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  return at != kRelations.end() && at->first == label ? &at->second : nullptr;
}

}  // namespace

std::string_view to_string(Upos upos) { return kUposNames[static_cast<size_t>(upos)]; }

Relation relation_of(std::string_view deprel) {
  if (const Relation* exact = find_relation(deprel)) return *exact;
  const Relation* universal = find_relation(deprel.substr(0, deprel.find(':')));
  return universal != nullptr ? *universal : Relation::kDep;
}

std::string_view to_string(NameType type) {
  switch (type) {
    case NameType::kPerson:
      return "PER";
    case NameType::kOrganization:
      return "ORG";
    case NameType::kGeoPolitical:
      return "GPE";
    case NameType::kLocation:
      return "LOC";
    case NameType::kEvent:
      return "EVT";
    case NameType::kProduct:
      return "PROD";
    case NameType::kDerived:
      return "DRV";
  }
  return "";
}

void Parse::index() {
  const size_t n = words.size();
  child_begin.assign(n + 1, 0);
  for (const Word& word : words) {
    if (word.head != kNoHead) ++child_begin[word.head + 1];
  }
  for (size_t i = 0; i < n; ++i) child_begin[i + 1] += child_begin[i];
  children.assign(child_begin[n], 0);
  std::pmr::vector<uint32_t> next(child_begin.begin(), child_begin.end(),
                                  child_begin.get_allocator());
  for (uint32_t i = 0; i < n; ++i) {
    if (words[i].head != kNoHead) children[next[words[i].head]++] = i;
  }
  sentence_of.assign(n, 0);
  for (uint32_t s = 0; text != nullptr && s < text->sentences.size(); ++s) {
    const Sentence& sentence = text->sentences[s];
    std::fill(sentence_of.begin() + sentence.first, sentence_of.begin() + sentence.last, s);
  }
}

std::string_view feature(std::string_view feats, std::string_view name) {
  while (!feats.empty()) {
    const size_t bar = feats.find('|');
    const std::string_view one = feats.substr(0, bar);
    if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=') {
      return one.substr(name.size() + 1);
    }
    feats.remove_prefix(bar == std::string_view::npos ? feats.size() : bar + 1);
  }
  return {};
}

}  // namespace varde
