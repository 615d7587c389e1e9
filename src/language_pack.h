// One language, opened: every room's knowledge of it.
#ifndef VARDE_LANGUAGE_PACK_H_
#define VARDE_LANGUAGE_PACK_H_

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "entity/entity_reader.h"
#include "event/coding.h"
#include "event/terms.h"
#include "event/tolls.h"
#include "syntax/parser.h"
#include "text/number.h"
#include "text/segmenter.h"
#include "time/time_reader.h"
#include "varde/result.h"

namespace varde {

// Immutable after opening, thread safe.
struct LanguagePack {
  std::string code;
  std::string name;
  Segmenter segmenter;
  NumberReader numbers;
  Parser parser;
  TimeReader times;
  EntityReader entities;
  EventKnowledge events;
  TollWords tolls;
  Terms terms;

  // The pack points into `codebook`, which must outlive it.
  static Result<LanguagePack> open(const std::filesystem::path& folder, const Codebook& codebook,
                                   const std::shared_ptr<const KnowledgeBase>& knowledge);

  // Who and when: either needs the other, since offices tell the date of a text without one, and
  // the date who held them. `published` is what the document states.
  std::pair<Entities, Times> read(const Parse& parse, const std::optional<Interval>& published,
                                  const KnowledgeBase& knowledge, Arena& arena) const;
};

}  // namespace varde

#endif  // VARDE_LANGUAGE_PACK_H_
