// Finds out who and where: the room's entrance.
#ifndef VARDE_ENTITY_ENTITY_READER_H_
#define VARDE_ENTITY_ENTITY_READER_H_

#include <filesystem>
#include <memory>
#include <optional>

#include "base/arena.h"
#include "entity/entities.h"
#include "entity/knowledge_base.h"
#include "syntax/parse.h"
#include "varde/date.h"
#include "varde/result.h"

namespace varde {

class NameLexicon;

// One for each language pack. Immutable after opening and shared by threads. Reading allocates from
// the arena and the call's own stack and heap; it does no input or output and never fails: what
// cannot be told stays empty.
class EntityReader {
 public:
  // Reads the pack's tables (README.md lists them). An error names the file and line to mend. The
  // knowledge base is shared by the readers of all languages.
  static Result<EntityReader> open(const std::filesystem::path& pack,
                                   std::shared_ptr<const KnowledgeBase> knowledge);

  ~EntityReader();
  EntityReader(EntityReader&&) noexcept;
  EntityReader& operator=(EntityReader&&) noexcept;

  // `published` decides which office holder a title means. Views in the result point into the
  // parse's text, the reader's tables and the arena; all three must outlive it.
  Entities read(const Parse& parse, std::optional<Interval> published, Arena& arena) const;

 private:
  EntityReader(std::shared_ptr<const KnowledgeBase> knowledge,
               std::unique_ptr<const NameLexicon> lexicon);
  std::shared_ptr<const KnowledgeBase> knowledge_;
  std::unique_ptr<const NameLexicon> lexicon_;
};

}  // namespace varde

#endif  // VARDE_ENTITY_ENTITY_READER_H_
