#include "event/analysis.h"

#include "base/utf8.h"

namespace varde {

Analysis::Analysis(const Text& text_, const Parse& parse_, const Entities& entities_,
                   const Times& times_, const std::vector<Quantity>& quantities_, Arena& arena_)
    : text(text_),
      parse(parse_),
      entities(entities_),
      times(times_),
      quantities(quantities_),
      arena(arena_),
      lemma(&arena_),
      form(&arena_) {
  lemma.reserve(parse.words.size());
  form.reserve(parse.words.size());
  for (uint32_t i = 0; i < parse.words.size(); ++i) {
    lemma.push_back(arena.copy(to_lower(parse.words[i].lemma)));
    form.push_back(arena.copy(to_lower(parse.form(i))));
  }
}

}  // namespace varde
