#include "entity/draft_filler.h"

#include <algorithm>

namespace varde {

std::string_view without_ending(std::string_view name, size_t ending) {
  name.remove_suffix(std::min(ending, name.size()));
  for (const std::string_view mark : {"'", "\u2019", "-", "\u2011"}) {
    if (name.size() > mark.size() && name.ends_with(mark)) name.remove_suffix(mark.size());
  }
  return name;
}

Draft DraftFiller::span(uint32_t first, uint32_t last, size_t ending) const {
  Draft draft;
  draft.first = first;
  draft.last = last;
  draft.head = r_.head_of(first, last);
  draft.name = without_ending(r_.covered(first, last), ending);
  draft.key = match_key(draft.name);
  return draft;
}

void DraftFiller::fill(const NameSense& sense, Draft* draft) const {
  switch (sense.kind) {
    case NameKind::kActor:
      fill_actor(sense.index, draft);
      break;
    case NameKind::kPlace:
      fill_place(sense.index, draft);
      break;
    case NameKind::kCapital:
      fill_capital(sense.index, draft);
      break;
    case NameKind::kPeople:
      fill_people(sense.index, draft);
      break;
    case NameKind::kAdjective:
      draft->adjective = true;
      fill_country(sense.index, draft);
      break;
    default:
      fill_country(sense.index, draft);
      draft->metonym = sense.kind == NameKind::kMetonym;
      draft->locative = sense.kind == NameKind::kCountry && is_locative(draft->head, false);
  }
}

void DraftFiller::fill_country(uint32_t index, Draft* draft) const {
  const Country& country = r_.knowledge.country(index);
  draft->type = EntityType::kCountry;
  draft->canonical = country.name;
  set_country(country.code, Ground::kWords, draft);
  if (!is_body_code(country.code)) {
    set_sector(std::vector<std::string_view>{"GOV"}, Ground::kWords, draft);
  } else {
    draft->type = EntityType::kOrganization;
  }
}

void DraftFiller::fill_capital(uint32_t index, Draft* draft) const {
  const Country& country = r_.knowledge.country(index);
  if (!is_locative(draft->head, true) && !modifies_plain_noun(draft->head) &&
      !owns_place(draft->head)) {
    fill_country(index, draft);
    draft->metonym = true;
    draft->coordinates = country.coordinates;
    return;
  }
  draft->type = EntityType::kPlace;
  draft->canonical = country.capital;
  draft->locative = true;
  draft->coordinates = country.coordinates;
  draft->geonames = country.geonames;
  set_country(country.code, Ground::kWords, draft);
}

// Russians as "the Russians" stand for their state; a Russian, or ten of them, for themselves.
void DraftFiller::fill_people(uint32_t index, Draft* draft) const {
  const Country& country = r_.knowledge.country(index);
  draft->plural = feature(r_.word(draft->head).feats, "Number") == "Plur";
  draft->definite = feature(r_.word(draft->head).feats, "Definite") == "Def";
  r_.for_children(draft->head, [&](uint32_t child) {
    const Word& word = r_.word(child);
    draft->counted |= word.relation == Relation::kNummod;
    draft->definite |= word.relation == Relation::kDet && feature(word.feats, "Definite") == "Def";
  });
  draft->kind = MentionKind::kNominal;
  draft->human = true;
  if (const uint32_t land = demonym_before(draft->first); land != kNoDraft) {
    // Bosnian Serbs are Bosnia's, and no government.
    set_country(r_.drafts[land].country, Ground::kWords, draft);
    set_sector(std::vector<std::string_view>{"CVL"}, Ground::kKnowledge, draft);
    return;
  }
  if (draft->plural && draft->definite && !draft->counted) {
    fill_country(index, draft);
    return;
  }
  draft->key = match_key(r_.word(draft->head).lemma);
  set_country(country.code, Ground::kWords, draft);
  set_sector(std::vector<std::string_view>{"CVL"}, Ground::kKnowledge, draft);
}

// A demonym adjective just before a word.
uint32_t DraftFiller::demonym_before(uint32_t first) const {
  if (first == 0) return kNoDraft;
  const uint32_t before = r_.name_at[first - 1];
  if (before == kNoDraft || !r_.drafts[before].adjective || r_.drafts[before].partial)
    return kNoDraft;
  return before;
}

void DraftFiller::fill_actor(uint32_t index, Draft* draft) const {
  const KnownActor& actor = r_.knowledge.actor_on(index, r_.day);
  draft->actor = index;
  draft->type = actor.type;
  draft->canonical = actor.name;
  draft->forum = actor.forum;
  set_country(actor.country, Ground::kKnowledge, draft);
  if (actor.type == EntityType::kPerson) {
    fill_person(draft);
    const bool left = r_.day && actor.to && *actor.to < *r_.day && actor.sector.size() == 1 &&
                      actor.sector[0] == "GOV";
    if (left) {
      set_sector(std::vector<std::string_view>{"ELI"}, Ground::kKnowledge, draft);
    } else {
      set_sector(actor.sector, Ground::kKnowledge, draft);
      draft->office = actor.office;
    }
    if (draft->gender == Gender::kUnknown) draft->gender = gender_of(match_key(actor.name));
  } else {
    set_sector(actor.sector, Ground::kKnowledge, draft);
  }
}

Gender DraftFiller::gender_of(std::string_view key) const {
  return r_.knowledge.gender_of(key.substr(0, key.find(' ')));
}

void DraftFiller::fill_person(Draft* draft) const {
  draft->type = EntityType::kPerson;
  draft->human = true;
  draft->gender = gender_of(draft->key);
}

void DraftFiller::fill_place(uint32_t index, Draft* draft) const {
  const GazetteerPlace& place = r_.knowledge.places().place(index);
  draft->type = EntityType::kPlace;
  draft->place = index;
  draft->canonical = place.name;
  draft->coordinates = place.coordinates;
  draft->geonames = place.geonames;
  set_country(place.country, Ground::kKnowledge, draft);
  draft->locative = is_locative(draft->head, true);
}

bool DraftFiller::is_locative(uint32_t head, bool town) const {
  if (r_.sentence_at(head).kind == SentenceKind::kDateline) return true;
  const uint32_t preposition = r_.preposition_of(head);
  if (preposition != kNoHead) {
    if (r_.is_preposition_of(NameCue::kLocative, preposition)) return true;
    if (town && r_.is_preposition_of(NameCue::kDirection, preposition)) return true;
  }
  const uint32_t governor = r_.word(head).head;
  if (governor == kNoHead || !is_nominal(r_.word(governor).upos)) return false;
  if (!r_.lexicon.ends_in_cue(NameCue::kPlaceNoun, r_.key[governor], r_.lemma_key[governor]))
    return false;
  return preposition == kNoHead ? r_.word(head).relation != Relation::kNmodPoss &&
                                      r_.word(head).relation != Relation::kConj
                                : r_.has_cue(NameCue::kPlaceLink, preposition);
}

// "Moscow talks" are held there; a "Moscow spokesman" speaks for somebody.
bool DraftFiller::modifies_plain_noun(uint32_t head) const {
  const Word& word = r_.word(head);
  if (word.relation != Relation::kCompound || word.head == kNoHead) return false;
  return r_.lexicon.noun(r_.key[word.head], r_.lemma_key[word.head]).noun == nullptr;
}

// "Sarajevo's airport" is in the town; "Sarajevo's answer" is the government's.
bool DraftFiller::owns_place(uint32_t head) const {
  const Word& word = r_.word(head);
  if (word.head == kNoHead || r_.preposition_of(head) != kNoHead) return false;
  if (word.relation != Relation::kNmodPoss && word.relation != Relation::kNmod) return false;
  return r_.lexicon.ends_in_cue(NameCue::kPlaceNoun, r_.key[word.head], r_.lemma_key[word.head]);
}

}  // namespace varde
