#include "entity/name_finder.h"

#include <algorithm>
#include <set>

#include "base/table.h"
#include "base/utf8.h"
#include "text/chars.h"

namespace varde {
namespace {

constexpr size_t kShortKey = 3;                // letters; in a heading such a word may be any word
constexpr size_t kShortestSpelledAcronym = 4;  // that is also written with one capital ("Nato")
constexpr int64_t kKnownTown = 15000;  // inhabitants; a place the model need not have marked

// A name that the tables know.
struct Match {
  uint32_t first = 0;
  uint32_t last = 0;
  NameSense sense;
  size_t ending = 0;  // bytes of a genitive or other ending
};

bool is_hyphen_at(std::string_view form, size_t* at) {
  *at = form.find_first_of("-");
  return *at != std::string_view::npos && *at > 0;
}

class NameFinder {
 public:
  explicit NameFinder(Reading* reading) : r_(*reading) {}

  void run() {
    size_t next_name = 0;
    for (const Sentence& sentence : r_.parse.text->sentences) {
      shouting_ = r_.shouting[static_cast<size_t>(&sentence - r_.parse.text->sentences.data())];
      dateline_ = sentence.kind == SentenceKind::kDateline;
      std::vector<Name> names;
      const auto& all = r_.parse.names;
      while (next_name < all.size() && all[next_name].first < sentence.last) {
        if (all[next_name].first >= sentence.first) names.push_back(all[next_name]);
        ++next_name;
      }
      read_sentence(sentence, names);
    }
  }

 private:
  std::string_view covered(uint32_t first, uint32_t last) const {
    return r_.parse.text->covered(first, last);
  }

  // ---- The tables.

  void read_sentence(const Sentence& sentence, const std::vector<Name>& names) {
    std::vector<Match> matches;
    for (uint32_t i = sentence.first; i < sentence.last;) {
      const Match match = longest_match(i, sentence.last);
      if (match.last > match.first) matches.push_back(match);
      i = std::max(match.last, i + 1);
    }
    const std::vector<Name> kept = reconcile(names, &matches);
    for (const Match& match : matches) add_match(match);
    for (const Name& name : kept) add_model_name(name);
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (r_.name_at[i] == kNoDraft) read_compound(i);
    }
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (r_.name_at[i] == kNoDraft) i = find_unmarked_place(i, sentence.last);
    }
  }

  Match longest_match(uint32_t first, uint32_t end) const {
    Match best{first, first, {}, 0};
    if (r_.key[first].empty()) return best;
    const auto limit =
        static_cast<uint32_t>(std::min<size_t>(end, first + NameLexicon::kLongestName));
    for (uint32_t last = first + 1; last <= limit; ++last) {
      const std::string key = match_key(covered(first, last));
      if (!r_.key[last - 1].empty()) {
        if (const auto match = match_key_of(key, first, last)) best = *match;
      }
      if (!r_.lexicon.begins_name(key)) break;
    }
    if (best.last == first) {  // forms that no ending explains: "franskmenn"
      const std::string& lemma = r_.lemma_key[first];
      const auto match =
          lemma == r_.key[first] ? std::nullopt : match_key_of(lemma, first, first + 1);
      if (match &&
          (match->sense.kind == NameKind::kPeople || match->sense.kind == NameKind::kAdjective)) {
        best = *match;
        best.ending = 0;
      }
    }
    return best;
  }

  std::optional<Match> match_key_of(std::string_view key, uint32_t first, uint32_t last) const {
    for (const auto bare : r_.lexicon.stems(key, NameCue::kNameEnding)) {
      for (const auto kind :
           {NameCue::kNameEnding, NameCue::kAdjectiveEnding, NameCue::kNounEnding}) {
        for (const auto stem : kind == NameCue::kNameEnding ? std::vector<std::string_view>{bare}
                                                            : r_.lexicon.stems(bare, kind)) {
          const NameSense* best = nullptr;
          for (const NameSense& sense : r_.lexicon.senses(stem)) {
            if (!ending_suits(sense.kind, kind) || !acceptable(sense, stem, first, last)) continue;
            if (best == nullptr || better(sense, *best)) best = &sense;
          }
          if (best != nullptr) return Match{first, last, *best, key.size() - stem.size()};
        }
      }
    }
    return std::nullopt;
  }

  static bool ending_suits(NameKind kind, NameCue ending) {
    if (ending == NameCue::kAdjectiveEnding) return kind == NameKind::kAdjective;
    if (ending == NameCue::kNounEnding) return kind == NameKind::kPeople;
    return true;
  }

  // Of two actors of one name, the one in office when the document appeared.
  bool better(const NameSense& a, const NameSense& b) const {
    if (a.kind != NameKind::kActor || b.kind != NameKind::kActor || !r_.day) return false;
    return nearness(a.index) > nearness(b.index);
  }
  int64_t nearness(uint32_t first_line) const {
    const KnownActor& actor = r_.knowledge.actor_on(first_line, r_.day);
    if (!actor.from) return INT64_MIN / 2;
    if (*actor.from > *r_.day) return INT64_MIN / 4;  // not yet
    if (actor.to && *actor.to < *r_.day) return (*actor.to - *r_.day).count();
    return 0;
  }

  bool acceptable(const NameSense& sense, std::string_view stem, uint32_t first,
                  uint32_t last) const {
    const bool single = last == first + 1;
    const Upos upos = r_.word(r_.head_of(first, last)).upos;
    if (single && !class_suits(sense.kind, upos, first)) return false;
    if (shouting_) {
      return !single || stem.size() > kShortKey || !sense.capitalised || upos == Upos::kPropn ||
             upos == Upos::kNoun || upos == Upos::kAdj || upos == Upos::kX;
    }
    const std::string_view text = covered(first, last);
    if (sense.acronym) {
      const std::string_view bare =
          text.substr(0, std::min(text.size(), stem.size() + count_dots(text)));
      if (is_all_upper(bare)) return true;
      return stem.size() >= kShortestSpelledAcronym && starts_with_upper(text);
    }
    return !sense.capitalised || starts_with_upper(text);
  }

  static size_t count_dots(std::string_view text) {
    return static_cast<size_t>(std::count(text.begin(), text.end(), '.'));
  }

  bool class_suits(NameKind kind, Upos upos, uint32_t token) const {
    switch (kind) {
      case NameKind::kPeople:
        return is_nominal(upos) && !is_modifier(token);
      case NameKind::kAdjective:
        return upos == Upos::kAdj || is_nominal(upos) || upos == Upos::kX || upos == Upos::kDet;
      case NameKind::kPlace:
        return upos == Upos::kPropn ||
               (upos == Upos::kNoun && starts_with_upper(r_.parse.form(token)));
      default:
        return upos != Upos::kVerb || starts_with_upper(r_.parse.form(token));
    }
  }

  bool is_modifier(uint32_t token) const {
    const Relation relation = r_.word(token).relation;
    return relation == Relation::kAmod || relation == Relation::kCompound;
  }

  // ---- The model's names beside those of the tables.

  // Drops matches that a longer name of the model contains and means otherwise; returns the names
  // of the model that are to stand.
  std::vector<Name> reconcile(const std::vector<Name>& names, std::vector<Match>* matches) const {
    std::vector<Name> kept;
    for (const Name& name : names) {
      if (name.type == NameType::kDerived || name.last <= name.first) continue;
      bool stands = name.type != NameType::kEvent && name.type != NameType::kProduct;
      for (auto at = matches->begin(); at != matches->end();) {
        if (at->last <= name.first || at->first >= name.last) {
          ++at;
          continue;
        }
        if (at->first < name.first || at->last > name.last ||
            (at->first == name.first && at->last == name.last)) {
          stands = false;  // the tables know it, or know it better
          ++at;
        } else if (is_mere_frame(name, *at)) {
          stands = false;
          ++at;
        } else if (inside(name, &*at)) {
          stands = stands && !(at->first == name.first && at->last == name.last);
          ++at;
        } else {
          at = matches->erase(at);
        }
      }
      if (stands) kept.push_back(name);
    }
    return kept;
  }

  // "Marokko krig", "frigjeringsrørsla Polisario": the model took common words into the name.
  bool is_mere_frame(const Name& name, const Match& match) const {
    if (name.type == NameType::kPerson) return false;
    if (name.type == NameType::kGeoPolitical || name.type == NameType::kLocation) {
      for (uint32_t i = name.first; i < name.last; ++i) {
        const bool within = i >= match.first && i < match.last;
        if (!within && (shouting_ || starts_with_upper(r_.parse.form(i)))) return false;
      }
      return true;
    }
    if (match.sense.kind != NameKind::kActor || match.last != name.last) return false;
    for (uint32_t i = name.first; i < match.first; ++i) {
      if (r_.word(i).upos == Upos::kPropn ||
          r_.lexicon.noun(r_.key[i], r_.lemma_key[i]).noun == nullptr) {
        return false;
      }
    }
    return true;
  }

  // Whether a match within a name of the model keeps its meaning; a known person takes over the
  // whole name.
  bool inside(const Name& name, Match* match) const {
    if (name.type != NameType::kPerson) return true;
    if (match->sense.kind == NameKind::kActor && match->last == name.last &&
        r_.knowledge.actor(match->sense.index).type == EntityType::kPerson &&
        is_same_person(name, *match)) {
      match->first = name.first;
      return true;
    }
    return false;
  }

  // "Hafez al-Assad" is not "Assad" when the table knows "Bashar al-Assad" only.
  bool is_same_person(const Name& name, const Match& match) const {
    const auto& names = r_.knowledge.actor_names();
    const std::string wanted = match_key(covered(name.first, match.first));
    if (wanted.empty()) return true;
    for (const auto& known : names) {
      if (known.actor != match.sense.index) continue;
      const std::string key = match_key(known.name);
      if (key.find(wanted.substr(0, wanted.find(' '))) != std::string::npos) return true;
    }
    // A title that the model took for a part of the name.
    return r_.lexicon.phrase(wanted, {}) != nullptr;
  }

  // ---- Drafts.

  uint32_t add_name(Draft draft) {
    const uint32_t first = draft.first;
    const uint32_t last = draft.last;
    if (draft.type == EntityType::kPerson) {
      if (const size_t blank = draft.key.rfind(' '); blank != std::string::npos) {
        family_names_.insert(draft.key.substr(blank + 1));
      }
    }
    const uint32_t index = r_.add(std::move(draft));
    for (uint32_t i = first; i < last; ++i) {
      if (r_.name_at[i] == kNoDraft) r_.name_at[i] = index;
    }
    return index;
  }

  // A text without its last `ending` bytes and the mark before them.
  static std::string_view without_ending(std::string_view text, size_t ending) {
    text.remove_suffix(std::min(ending, text.size()));
    for (const std::string_view mark : {"'", "\u2019", "-", "\u2011"}) {
      if (text.size() > mark.size() && text.ends_with(mark)) text.remove_suffix(mark.size());
    }
    return text;
  }

  Draft span(uint32_t first, uint32_t last, size_t ending) const {
    Draft draft;
    draft.first = first;
    draft.last = last;
    draft.head = r_.head_of(first, last);
    draft.name = without_ending(covered(first, last), ending);
    draft.key = match_key(draft.name);
    return draft;
  }

  void add_match(const Match& match) {
    Draft draft = span(match.first, match.last, match.ending);
    fill_sense(match.sense, &draft);
    add_name(std::move(draft));
  }

  void fill_sense(const NameSense& sense, Draft* draft) {
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

  void fill_country(uint32_t index, Draft* draft) {
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

  void fill_capital(uint32_t index, Draft* draft) {
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
  void fill_people(uint32_t index, Draft* draft) {
    const Country& country = r_.knowledge.country(index);
    draft->plural = feature(r_.word(draft->head).feats, "Number") == "Plur";
    draft->definite = feature(r_.word(draft->head).feats, "Definite") == "Def";
    r_.for_children(draft->head, [&](uint32_t child) {
      const Word& word = r_.word(child);
      draft->counted |= word.relation == Relation::kNummod;
      draft->definite |=
          word.relation == Relation::kDet && feature(word.feats, "Definite") == "Def";
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
  uint32_t demonym_before(uint32_t first) const {
    if (first == 0) return kNoDraft;
    const uint32_t before = r_.name_at[first - 1];
    if (before == kNoDraft || !r_.drafts[before].adjective || r_.drafts[before].partial)
      return kNoDraft;
    return before;
  }

  void fill_actor(uint32_t index, Draft* draft) {
    const KnownActor& actor = r_.knowledge.actor_on(index, r_.day);
    draft->actor = index;
    draft->type = actor.type;
    draft->canonical = actor.name;
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

  Gender gender_of(std::string_view key) const {
    return r_.knowledge.gender_of(key.substr(0, key.find(' ')));
  }

  void fill_person(Draft* draft) const {
    draft->type = EntityType::kPerson;
    draft->human = true;
    draft->gender = gender_of(draft->key);
  }

  void fill_place(uint32_t index, Draft* draft) const {
    const GazetteerPlace& place = r_.knowledge.places().place(index);
    draft->type = EntityType::kPlace;
    draft->place = index;
    draft->canonical = place.name;
    draft->coordinates = place.coordinates;
    draft->geonames = place.geonames;
    set_country(place.country, Ground::kKnowledge, draft);
    draft->locative = is_locative(draft->head, true);
  }

  // ---- Where a name says where rather than who.

  bool is_locative(uint32_t head, bool town) const {
    if (dateline_) return true;
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
  bool modifies_plain_noun(uint32_t head) const {
    const Word& word = r_.word(head);
    if (word.relation != Relation::kCompound || word.head == kNoHead) return false;
    return r_.lexicon.noun(r_.key[word.head], r_.lemma_key[word.head]).noun == nullptr;
  }

  // "Sarajevo's airport" is in the town; "Sarajevo's answer" is the government's.
  bool owns_place(uint32_t head) const {
    const Word& word = r_.word(head);
    if (word.head == kNoHead || r_.preposition_of(head) != kNoHead) return false;
    if (word.relation != Relation::kNmodPoss && word.relation != Relation::kNmod) return false;
    return r_.lexicon.ends_in_cue(NameCue::kPlaceNoun, r_.key[word.head], r_.lemma_key[word.head]);
  }

  // ---- Names that only the model knows.

  void add_model_name(const Name& name) {
    // A place that ends like a genitive ("Donbas") is none.
    Draft draft = span(name.first, name.last, 0);
    auto found = r_.knowledge.places().find(draft.key);
    if (found.empty()) {
      draft = span(name.first, name.last, genitive_of(name));
      found = r_.knowledge.places().find(draft.key);
    }
    // The model takes unseen towns for organisations more often than organisations are called like
    // towns.
    const bool town = !found.empty() && name.type == NameType::kOrganization &&
                      r_.knowledge.places().place(found.front()).population >= kKnownTown;
    const bool place = !found.empty() && (town || is_locative(draft.head, true));
    switch (place ? NameType::kLocation : name.type) {
      case NameType::kPerson:
        fill_person(&draft);
        break;
      case NameType::kGeoPolitical:
      case NameType::kLocation:
        fill_model_place(&draft);
        break;
      default:
        fill_model_organization(&draft);
    }
    add_name(std::move(draft));
  }

  // Bytes of a genitive ending that the lemma of the last word lacks.
  size_t genitive_of(const Name& name) const {
    const std::string& key = r_.key[name.last - 1];
    const std::string& lemma = r_.lemma_key[name.last - 1];
    if (lemma.size() >= key.size() || !key.starts_with(lemma)) return 0;
    const std::string_view rest = std::string_view(key).substr(lemma.size());
    return r_.lexicon.is_cue(NameCue::kNameEnding, rest) ? rest.size() : 0;
  }

  void fill_model_place(Draft* draft) {
    draft->type = EntityType::kPlace;
    const auto found = r_.knowledge.places().find(draft->key);
    if (!found.empty()) {
      fill_place(found.front(), draft);
      return;
    }
    if (is_family_name(draft->key)) {
      fill_person(draft);
      return;
    }
    draft->locative = is_locative(draft->head, true);
    // "East Jerusalem": the place within the name.
    for (uint32_t i = draft->first; i < draft->last; ++i) {
      const uint32_t inner = r_.name_at[i];
      if (inner == kNoDraft || r_.drafts[inner].country.empty()) continue;
      set_country(r_.drafts[inner].country, Ground::kKnowledge, draft);
      draft->coordinates = r_.drafts[inner].coordinates;
    }
    if (draft->country.empty()) read_hyphenated_place(draft);
  }

  // Whether somebody named before has this family name.
  bool is_family_name(std::string_view key) const {
    return !key.empty() && family_names_.contains(key);
  }

  // "Øst-Aleppo" lies where Aleppo lies.
  bool read_hyphenated_place(Draft* draft) {
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
        fill_place(sense.index, draft);
        return true;
      }
    }
    const auto found = r_.knowledge.places().find(key);
    if (found.empty()) return false;
    fill_place(found.front(), draft);
    return true;
  }

  void fill_model_organization(Draft* draft) {
    draft->type = EntityType::kOrganization;
    NounReading reading = r_.lexicon.noun(r_.key[draft->head], r_.lemma_key[draft->head]);
    if (reading.noun == nullptr && draft->last - 1 != draft->head) {
      reading = r_.lexicon.noun(r_.key[draft->last - 1], r_.lemma_key[draft->last - 1]);
    }
    if (reading.noun != nullptr && !reading.noun->title) {
      draft->noun = reading.noun;
      if (reading.noun->type == EntityType::kArmedGroup) draft->type = EntityType::kArmedGroup;
      set_sector(reading.noun->sector, Ground::kWords, draft);
    }
    for (uint32_t i = draft->first; i < draft->last; ++i) {
      const uint32_t inner = r_.name_at[i];
      if (inner != kNoDraft) set_country(r_.drafts[inner].country, Ground::kWords, draft);
    }
  }

  // ---- Names within compounds: "Syria-samtaler", "russisk-amerikansk", "amerikanskledet".

  void read_compound(uint32_t token) {
    const std::string_view form = r_.parse.form(token);
    size_t hyphen = 0;
    if (is_hyphen_at(form, &hyphen)) {
      read_hyphenated(token, hyphen);
    } else if (const Upos upos = r_.word(token).upos; upos == Upos::kAdj || upos == Upos::kVerb) {
      read_participle(token);
    }
  }

  void read_hyphenated(uint32_t token, size_t hyphen) {
    const std::string_view form = r_.parse.form(token);
    Draft draft = span(token, token + 1, 0);
    if (r_.word(token).upos == Upos::kPropn ||
        starts_with_upper(form.substr(form.rfind('-') + 1))) {
      if (read_hyphenated_place(&draft)) {
        draft.locative = is_locative(token, true);
        add_name(std::move(draft));
        return;
      }
    }
    if (r_.lexicon.noun(r_.key[token], r_.lemma_key[token]).noun != nullptr) return;
    const NameSense* first = nullptr;
    for (; hyphen != std::string_view::npos; hyphen = form.find('-', hyphen + 1)) {
      if (const NameSense* sense = sense_of_part(form.substr(0, hyphen))) {
        first = sense;
        draft.name = form.substr(0, hyphen);
      }
    }
    if (first == nullptr) return;
    const std::string rest = match_key(form.substr(form.rfind('-') + 1));
    if (const NameSense* people = people_sense(rest)) {  // "gresk-kypriotar"
      draft.name = form;
      fill_people(people->index, &draft);
      add_name(std::move(draft));
      return;
    }
    add_part(*first, token, form.substr(std::min(form.size(), draft.name.size() + 1)),
             std::move(draft));
  }

  const NameSense* sense_of_part(std::string_view part) const {
    for (const NameSense& sense : r_.lexicon.senses(match_key(part))) {
      if (sense.acronym ? is_all_upper(part) || shouting_
                        : !sense.capitalised || starts_with_upper(part) || shouting_) {
        return &sense;
      }
    }
    return nullptr;
  }

  void add_part(const NameSense& sense, uint32_t token, std::string_view rest, Draft draft) {
    const std::string_view name = draft.name;
    draft.partial = true;
    draft.key = match_key(name);
    if (sense.kind == NameKind::kActor) {
      fill_actor(sense.index, &draft);
    } else if (sense.kind == NameKind::kPlace) {
      fill_place(sense.index, &draft);
    } else {
      fill_country(sense.index, &draft);
    }
    const std::string rest_key = match_key(rest);
    const bool led = has_ending_cue(NameCue::kLed, rest_key);
    draft.adjective = led || sense.kind == NameKind::kAdjective;
    if (has_ending_cue(NameCue::kTied, rest_key)) draft.adjective = false;
    const NameSense* second = led ? nullptr : adjective_sense(rest_key);
    if (second != nullptr) {
      draft.further_countries.push_back(r_.knowledge.country(second->index).code);
    }
    (void)token;
    add_name(std::move(draft));
  }

  const NameSense* adjective_sense(std::string_view key) const {
    for (const auto stem : r_.lexicon.stems(key, NameCue::kAdjectiveEnding)) {
      for (const NameSense& sense : r_.lexicon.senses(stem)) {
        if (sense.kind == NameKind::kAdjective) return &sense;
      }
    }
    return nullptr;
  }

  const NameSense* people_sense(std::string_view key) const {
    for (const auto stem : r_.lexicon.stems(key, NameCue::kNounEnding)) {
      for (const NameSense& sense : r_.lexicon.senses(stem)) {
        if (sense.kind == NameKind::kPeople) return &sense;
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

  void read_participle(uint32_t token) {
    const std::string& key = r_.key[token];
    for (const NameCue cue : {NameCue::kLed, NameCue::kTied}) {
      for (const auto stem : r_.lexicon.stems(key, NameCue::kAdjectiveEnding)) {
        for (const std::string& word : r_.lexicon.cues(cue)) {
          if (stem.size() <= word.size() + kShortKey || !stem.ends_with(word)) continue;
          const std::string_view part = stem.substr(0, stem.size() - word.size());
          for (const auto joint : r_.lexicon.stems(part, NameCue::kJoint)) {
            for (const NameSense& sense : r_.lexicon.senses(joint)) {
              if (sense.kind != NameKind::kAdjective) continue;
              Draft draft = span(token, token + 1, 0);
              add_part(sense, token,
                       r_.parse.form(token).substr(r_.parse.form(token).size() - word.size()),
                       std::move(draft));
              r_.drafts.back().adjective = cue == NameCue::kLed;
              return;
            }
          }
        }
      }
    }
  }

  // ---- Places that neither marked: a proper noun that the gazetteer knows, where a place stands.

  // Whether a hyphen ties the words before and behind a boundary together ("Al" + "-Durayhimi").
  bool is_glued(uint32_t behind) const {
    if (behind == 0 || behind >= r_.size()) return false;
    if (r_.parse.token(behind - 1).space_after) return false;
    return is_hyphen(first_char(r_.parse.form(behind))) ||
           is_hyphen(first_char(r_.parse.form(behind - 1)));
  }

  uint32_t find_unmarked_place(uint32_t first, uint32_t end) {
    if (r_.word(first).upos != Upos::kPropn || is_glued(first)) return first;
    constexpr uint32_t kLongest = 6;
    uint32_t last = first + 1;
    while (last < end && last < first + kLongest && r_.name_at[last] == kNoDraft &&
           (r_.word(last).upos == Upos::kPropn || is_glued(last))) {
      ++last;
    }
    for (; last > first; --last) {
      if (is_glued(last)) continue;
      Draft draft = span(first, last, 0);
      for (const auto stem : r_.lexicon.stems(draft.key, NameCue::kNameEnding)) {
        const auto found = r_.knowledge.places().find(stem);
        if (found.empty()) continue;
        fill_place(found.front(), &draft);
        const bool known = r_.knowledge.places().place(found.front()).population >= kKnownTown;
        if (!draft.locative && !(known && shouting_)) continue;
        draft.name = without_ending(draft.name, draft.key.size() - stem.size());
        add_name(std::move(draft));
        return last - 1;
      }
    }
    return first;
  }

  Reading& r_;
  std::set<std::string, std::less<>> family_names_;
  bool shouting_ = false;
  bool dateline_ = false;
};

}  // namespace

void find_names(Reading* reading) { NameFinder(reading).run(); }

}  // namespace varde
