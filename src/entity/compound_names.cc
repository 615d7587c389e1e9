#include "entity/compound_names.h"

#include <algorithm>

#include "base/utf8.h"
#include "entity/draft_filler.h"
#include "text/chars.h"

namespace varde {
namespace {

constexpr size_t kShortestPart = 4;  // letters before a participle ("…-led")

class CompoundReader {
 public:
  explicit CompoundReader(const Reading& reading) : r_(reading), filler_(reading) {}

  std::optional<Draft> read(uint32_t token) const {
    const std::string_view form = r_.parse.form(token);
    const size_t hyphen = form.find('-');
    if (hyphen != std::string_view::npos && hyphen > 0) return read_hyphenated(token, hyphen);
    const Upos upos = r_.word(token).upos;
    if (upos == Upos::kAdj || upos == Upos::kVerb) return read_participle(token);
    return std::nullopt;
  }

  bool fill_hyphenated_place(Draft* draft) const {
    const size_t hyphen = draft->name.rfind('-');
    if (hyphen == std::string_view::npos) return false;
    const std::string_view rest = draft->name.substr(hyphen + 1);
    if (!starts_with_upper(rest)) return false;
    const std::string key = match_key(rest);
    for (const NameSense& sense : r_.lexicon.senses(key)) {
      if (sense.kind == NameKind::kCountry || sense.kind == NameKind::kCapital) {
        const Country& country = r_.knowledge.country(sense.index);
        draft->type = EntityType::kPlace;
        set_country(country.code, Ground::kWords, draft);
        if (sense.kind == NameKind::kCapital) draft->coordinates = country.coordinates;
        return true;
      }
      if (sense.kind == NameKind::kPlace) {
        filler_.fill_place(sense.index, draft);
        return true;
      }
    }
    const auto found = r_.knowledge.places().find(key);
    if (found.empty()) return false;
    filler_.fill_place(found.front(), draft);
    return true;
  }

 private:
  std::optional<Draft> read_hyphenated(uint32_t token, size_t hyphen) const {
    const std::string_view form = r_.parse.form(token);
    const std::string_view last_part = form.substr(form.rfind('-') + 1);
    Draft draft = filler_.span(token, token + 1, 0);
    const bool proper = r_.word(token).upos == Upos::kPropn || starts_with_upper(last_part);
    if (proper && fill_hyphenated_place(&draft)) {
      draft.locative = filler_.is_locative(token, true);
      return draft;
    }
    if (r_.lexicon.noun(r_.key[token], r_.lemma_key[token]).noun != nullptr) return std::nullopt;
    const NameSense* first = nullptr;
    for (; hyphen != std::string_view::npos; hyphen = form.find('-', hyphen + 1)) {
      if (const NameSense* sense = sense_of_part(form.substr(0, hyphen), token)) {
        first = sense;
        draft.name = form.substr(0, hyphen);
      }
    }
    if (first == nullptr) return std::nullopt;
    if (const NameSense* people =
            sense_of(match_key(last_part), NameCue::kNounEnding, NameKind::kPeople)) {
      draft.name = form;  // "gresk-kypriotar"
      filler_.fill_people(people->index, &draft);
      return draft;
    }
    const std::string_view rest = form.substr(std::min(form.size(), draft.name.size() + 1));
    return part(*first, rest, std::move(draft));
  }

  const NameSense* sense_of_part(std::string_view name, uint32_t token) const {
    const bool shouting = r_.is_shouting_at(token);
    for (const NameSense& sense : r_.lexicon.senses(match_key(name))) {
      const bool written_so =
          sense.acronym ? is_all_upper(name) : !sense.capitalised || starts_with_upper(name);
      if (written_so || shouting) return &sense;
    }
    return nullptr;
  }

  // A word whose first part, the draft's name, has a sense; the rest says how it belongs to it.
  Draft part(const NameSense& sense, std::string_view rest, Draft draft) const {
    draft.partial = true;
    draft.key = match_key(draft.name);
    if (sense.kind == NameKind::kActor) {
      filler_.fill_actor(sense.index, &draft);
    } else if (sense.kind == NameKind::kPlace) {
      filler_.fill_place(sense.index, &draft);
    } else {
      filler_.fill_country(sense.index, &draft);
    }
    const std::string rest_key = match_key(rest);
    const bool led = has_ending_cue(NameCue::kLed, rest_key);
    draft.adjective = led || sense.kind == NameKind::kAdjective;
    if (has_ending_cue(NameCue::kTied, rest_key)) draft.adjective = false;
    const NameSense* second =
        led ? nullptr : sense_of(rest_key, NameCue::kAdjectiveEnding, NameKind::kAdjective);
    if (second != nullptr) {
      draft.further_countries.push_back(r_.knowledge.country(second->index).code);
    }
    return draft;
  }

  const NameSense* sense_of(std::string_view key, NameCue ending, NameKind kind) const {
    for (const auto stem : r_.lexicon.stems(key, ending)) {
      for (const NameSense& sense : r_.lexicon.senses(stem)) {
        if (sense.kind == kind) return &sense;
      }
    }
    return nullptr;
  }

  bool has_ending_cue(NameCue cue, std::string_view key) const {
    for (const auto stem : r_.lexicon.stems(key, NameCue::kAdjectiveEnding)) {
      if (r_.lexicon.is_cue(cue, stem)) return true;
    }
    return false;
  }

  std::optional<Draft> read_participle(uint32_t token) const {
    for (const NameCue cue : {NameCue::kLed, NameCue::kTied}) {
      for (const auto stem : r_.lexicon.stems(r_.key[token], NameCue::kAdjectiveEnding)) {
        for (const std::string& word : r_.lexicon.cues(cue)) {
          if (stem.size() < word.size() + kShortestPart || !stem.ends_with(word)) continue;
          const std::string_view first = stem.substr(0, stem.size() - word.size());
          const NameSense* sense = sense_of(first, NameCue::kJoint, NameKind::kAdjective);
          if (sense == nullptr) continue;
          Draft draft = part(*sense, word, filler_.span(token, token + 1, 0));
          draft.adjective = cue == NameCue::kLed;
          return draft;
        }
      }
    }
    return std::nullopt;
  }

  const Reading& r_;
  DraftFiller filler_;
};

}  // namespace

std::optional<Draft> name_in_compound(const Reading& reading, uint32_t token) {
  return CompoundReader(reading).read(token);
}

bool fill_hyphenated_place(const Reading& reading, Draft* draft) {
  return CompoundReader(reading).fill_hyphenated_place(draft);
}

}  // namespace varde
