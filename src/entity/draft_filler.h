// Fills drafts with what the tables say of a name: type, country, sector, office, coordinates.
#ifndef VARDE_ENTITY_DRAFT_FILLER_H_
#define VARDE_ENTITY_DRAFT_FILLER_H_

#include "entity/draft.h"

namespace varde {

// Stateless beside the reading, which must outlive it and is only read.
class DraftFiller {
 public:
  explicit DraftFiller(const Reading& reading) : r_(reading) {}

  // A draft of the tokens [first, last) with nothing but its words, less an ending of that many
  // bytes and the mark before it.
  Draft span(uint32_t first, uint32_t last, size_t ending) const;

  // What a sense of the tables says. Capitals stand for a government or for the town by where they
  // stand.
  void fill(const NameSense& sense, Draft* draft) const;

  // By line of the table: country, people of a country, first line of an actor, place of the
  // gazetteer.
  void fill_country(uint32_t index, Draft* draft) const;
  void fill_people(uint32_t index, Draft* draft) const;
  void fill_actor(uint32_t index, Draft* draft) const;
  void fill_place(uint32_t index, Draft* draft) const;

  // Somebody whom no table knows.
  void fill_person(Draft* draft) const;

  // Whether a name says where rather than who; of a town prepositions of direction say it too.
  bool is_locative(uint32_t head, bool town) const;

 private:
  void fill_capital(uint32_t index, Draft* draft) const;
  uint32_t demonym_before(uint32_t first) const;
  Gender gender_of(std::string_view key) const;
  bool modifies_plain_noun(uint32_t head) const;
  bool owns_place(uint32_t head) const;

  const Reading& r_;
};

// A name without its last `ending` bytes and the apostrophe or hyphen before them.
std::string_view without_ending(std::string_view name, size_t ending);

}  // namespace varde

#endif  // VARDE_ENTITY_DRAFT_FILLER_H_
