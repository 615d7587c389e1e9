// Who stands behind a word that fills a slot.
#ifndef VARDE_ENTITY_PARTICIPANT_H_
#define VARDE_ENTITY_PARTICIPANT_H_

#include <cstdint>
#include <vector>

#include "entity/entities.h"
#include "syntax/parse.h"

namespace varde {

// Entities (indices, each once, in text order) of the phrase that `word` heads: the word's own,
// those coordinated with it, those that a quantity or a part of a whole is taken from ("several of
// the rebels"), appositions, and what a relative or personal pronoun refers to. Only entities that
// can act, having a country or a sector; a bare place under a preposition of place cannot.
std::vector<uint32_t> participants_of(const Entities& entities, const Parse& parse, uint32_t word);

}  // namespace varde

#endif  // VARDE_ENTITY_PARTICIPANT_H_
