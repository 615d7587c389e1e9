#include "entity/table_matches.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "text/chars.h"

namespace varde {
namespace {

constexpr size_t kShortKey = 3;                // letters; in a heading such a word may be any word
constexpr size_t kShortestSpelledAcronym = 4;  // that is also written with one capital ("Nato")

class TableMatcher {
 public:
  explicit TableMatcher(const Reading& reading) : r_(reading) {}

  // The longest name that begins at a token; empty where none does.
  TableMatch longest_match(uint32_t first, uint32_t end) const {
    TableMatch best{first, first, {}, 0};
    if (r_.key[first].empty()) return best;
    const auto limit =
        static_cast<uint32_t>(std::min<size_t>(end, first + NameLexicon::kLongestName));
    for (uint32_t last = first + 1; last <= limit; ++last) {
      const std::string key = match_key(r_.covered(first, last));
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

 private:
  std::optional<TableMatch> match_key_of(std::string_view key, uint32_t first,
                                         uint32_t last) const {
    for (const auto bare : r_.lexicon.stems(key, NameCue::kNameEnding)) {
      for (const auto kind :
           {NameCue::kNameEnding, NameCue::kAdjectiveEnding, NameCue::kNounEnding}) {
        for (const auto stem : kind == NameCue::kNameEnding ? std::vector<std::string_view>{bare}
                                                            : r_.lexicon.stems(bare, kind)) {
          const NameSense* best = best_sense(stem, kind, first, last);
          if (best != nullptr) return TableMatch{first, last, *best, key.size() - stem.size()};
        }
      }
    }
    return std::nullopt;
  }

  const NameSense* best_sense(std::string_view stem, NameCue ending, uint32_t first,
                              uint32_t last) const {
    const NameSense* best = nullptr;
    for (const NameSense& sense : r_.lexicon.senses(stem)) {
      if (!ending_suits(sense.kind, ending) || !acceptable(sense, stem, first, last)) continue;
      if (best == nullptr || better(sense, *best)) best = &sense;
    }
    return best;
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
    if (r_.is_shouting_at(first)) {
      return !single || stem.size() > kShortKey || !sense.capitalised || upos == Upos::kPropn ||
             upos == Upos::kNoun || upos == Upos::kAdj || upos == Upos::kX;
    }
    const std::string_view text = r_.covered(first, last);
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

  const Reading& r_;
};

// Whether the tables or the model understand a name better where both claim it.
class Reconciler {
 public:
  explicit Reconciler(const Reading& reading) : r_(reading) {}

  std::vector<Name> names_that_stand(const std::vector<Name>& names,
                                     std::vector<TableMatch>* matches) const {
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
        } else if (keeps_meaning(name, &*at)) {
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

 private:
  // "Marokko krig", "frigjeringsrørsla Polisario": the model took common words into the name.
  bool is_mere_frame(const Name& name, const TableMatch& match) const {
    if (name.type == NameType::kPerson) return false;
    if (name.type == NameType::kGeoPolitical || name.type == NameType::kLocation) {
      for (uint32_t i = name.first; i < name.last; ++i) {
        const bool within = i >= match.first && i < match.last;
        if (!within && (r_.is_shouting_at(name.first) || starts_with_upper(r_.parse.form(i))))
          return false;
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
  bool keeps_meaning(const Name& name, TableMatch* match) const {
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
  bool is_same_person(const Name& name, const TableMatch& match) const {
    const auto& names = r_.knowledge.actor_names();
    const std::string wanted = match_key(r_.covered(name.first, match.first));
    if (wanted.empty()) return true;
    for (const auto& known : names) {
      if (known.actor != match.sense.index) continue;
      const std::string key = match_key(known.name);
      if (key.find(wanted.substr(0, wanted.find(' '))) != std::string::npos) return true;
    }
    // A title that the model took for a part of the name.
    return r_.lexicon.phrase(wanted, {}) != nullptr;
  }

  const Reading& r_;
};

}  // namespace

std::vector<TableMatch> match_tables(const Reading& reading, const Sentence& sentence) {
  const TableMatcher matcher(reading);
  std::vector<TableMatch> found;
  for (uint32_t i = sentence.first; i < sentence.last;) {
    const TableMatch match = matcher.longest_match(i, sentence.last);
    if (match.last > match.first) found.push_back(match);
    i = std::max(match.last, i + 1);
  }
  return found;
}

std::vector<Name> reconcile(const Reading& reading, const std::vector<Name>& names,
                            std::vector<TableMatch>* matches) {
  return Reconciler(reading).names_that_stand(names, matches);
}

}  // namespace varde
