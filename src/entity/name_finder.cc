#include "entity/name_finder.h"

#include <algorithm>
#include <set>

#include "entity/compound_names.h"
#include "entity/draft_filler.h"
#include "entity/table_matches.h"
#include "text/chars.h"

namespace varde {
namespace {

constexpr int64_t kKnownTown = 15000;  // inhabitants; a place the model need not have marked

class NameFinder {
 public:
  explicit NameFinder(Reading* reading) : r_(*reading), filler_(*reading) {}

  void run() {
    size_t next_name = 0;
    for (const Sentence& sentence : r_.parse.text->sentences) {
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
  void read_sentence(const Sentence& sentence, const std::vector<Name>& names) {
    std::vector<TableMatch> matches = match_tables(r_, sentence);
    const std::vector<Name> kept = reconcile(r_, names, &matches);
    for (const TableMatch& match : matches) add_match(match);
    for (const Name& name : kept) add_model_name(name);
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (r_.name_at[i] != kNoDraft) continue;
      if (auto name = name_in_compound(r_, i)) add_name(std::move(*name));
    }
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (r_.name_at[i] == kNoDraft) i = find_unmarked_place(i, sentence.last);
    }
  }

  void add_name(Draft draft) {
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
  }

  void add_match(const TableMatch& match) {
    Draft draft = filler_.span(match.first, match.last, match.ending);
    filler_.fill(match.sense, &draft);
    add_name(std::move(draft));
  }

  // ---- Names that only the model knows.

  void add_model_name(const Name& name) {
    // A place that ends like a genitive ("Donbas") is none.
    Draft draft = filler_.span(name.first, name.last, 0);
    auto found = r_.knowledge.places().find(draft.key);
    if (found.empty()) {
      draft = filler_.span(name.first, name.last, genitive_of(name));
      found = r_.knowledge.places().find(draft.key);
    }
    // The model takes unseen towns for organisations more often than organisations are called like
    // towns.
    const bool town = !found.empty() && name.type == NameType::kOrganization &&
                      r_.knowledge.places().place(found.front()).population >= kKnownTown;
    const bool place = !found.empty() && (town || filler_.is_locative(draft.head, true));
    switch (place ? NameType::kLocation : name.type) {
      case NameType::kPerson:
        filler_.fill_person(&draft);
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
      filler_.fill_place(found.front(), draft);
      return;
    }
    if (is_family_name(draft->key)) {
      filler_.fill_person(draft);
      return;
    }
    draft->locative = filler_.is_locative(draft->head, true);
    // "East Jerusalem": the place within the name.
    for (uint32_t i = draft->first; i < draft->last; ++i) {
      const uint32_t inner = r_.name_at[i];
      if (inner == kNoDraft || r_.drafts[inner].country.empty()) continue;
      set_country(r_.drafts[inner].country, Ground::kKnowledge, draft);
      draft->coordinates = r_.drafts[inner].coordinates;
    }
    if (draft->country.empty()) fill_hyphenated_place(r_, draft);
  }

  // Whether somebody named before has this family name.
  bool is_family_name(std::string_view key) const {
    return !key.empty() && family_names_.contains(key);
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
      Draft draft = filler_.span(first, last, 0);
      for (const auto stem : r_.lexicon.stems(draft.key, NameCue::kNameEnding)) {
        const auto found = r_.knowledge.places().find(stem);
        if (found.empty()) continue;
        filler_.fill_place(found.front(), &draft);
        const bool known = r_.knowledge.places().place(found.front()).population >= kKnownTown;
        if (!draft.locative && !(known && r_.is_shouting_at(first))) continue;
        draft.name = without_ending(draft.name, draft.key.size() - stem.size());
        add_name(std::move(draft));
        return last - 1;
      }
    }
    return first;
  }

  Reading& r_;
  DraftFiller filler_;
  std::set<std::string, std::less<>> family_names_;
};

}  // namespace

void find_names(Reading* reading) { NameFinder(reading).run(); }

}  // namespace varde
