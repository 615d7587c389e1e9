#include "entity/name_coreference.h"

#include <string>
#include <unordered_map>

#include "syntax/abbreviation.h"

namespace varde {
namespace {

constexpr size_t kMostAliases = 200;  // followed in one document
constexpr uint32_t kAliasReach = 4;   // words between a name and the cue of an alias

class NameCoreference {
 public:
  explicit NameCoreference(Reading* reading) : r_(*reading) {}

  void run() {
    join_same_names();
    join_parts_of_names();
    join_bracketed();
    join_aliases();
  }

 private:
  const Draft& draft(uint32_t d) const { return r_.drafts[d]; }

  // One identity for each actor, country, place and spelling.
  void join_same_names() {
    std::unordered_map<std::string, uint32_t> first;
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
      const std::string identity = identity_of(draft(d));
      if (identity.empty()) continue;
      const auto [at, is_new] = first.emplace(identity, d);
      if (!is_new) r_.join(at->second, d);
    }
  }

  static std::string identity_of(const Draft& draft) {
    if (draft.kind == MentionKind::kPronoun) return {};
    if (draft.type == EntityType::kCountry) return "country " + std::string(draft.country);
    if (draft.kind != MentionKind::kName) return {};
    if (draft.actor != KnowledgeBase::kNone) return "actor " + std::to_string(draft.actor);
    if (draft.type == EntityType::kOrganization && is_body_code(draft.country) && draft.key.empty())
      return {};
    if (draft.place != KnowledgeBase::kNone) {
      return "place " + std::to_string(draft.place) + " " + draft.key;
    }
    return std::to_string(static_cast<int>(draft.type)) + " " + draft.key;
  }

  // "Lavrov" after "Sergej Lavrov"; also a family name that stands before the full one. Every tail
  // of a full name counts: "al-Assad" is two words of the key.
  void join_parts_of_names() {
    std::unordered_map<std::string, uint32_t> by_tail;
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
      if (!is_named_person(draft(d))) continue;
      const std::string& key = draft(d).key;
      for (size_t at = key.find(' '); at != std::string::npos; at = key.find(' ', at + 1)) {
        by_tail.emplace(key.substr(at + 1), d);
      }
    }
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
      if (!is_named_person(draft(d))) continue;
      const auto at = by_tail.find(draft(d).key);
      if (at != by_tail.end()) r_.join(at->second, d);
    }
  }

  static bool is_named_person(const Draft& draft) {
    return draft.kind == MentionKind::kName && draft.type == EntityType::kPerson;
  }

  // "Støttegruppen for Syria (ISSG)".
  void join_bracketed() {
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
      if (draft(d).kind == MentionKind::kPronoun || draft(d).partial || draft(d).adjective)
        continue;
      if (draft(d).type == EntityType::kPlace || draft(d).type == EntityType::kCountry) continue;
      const auto word = bracketed_abbreviation(r_.parse, draft(d).last);
      if (!word || r_.parse.sentence_of[*word + 1] != r_.parse.sentence_of[draft(d).head]) continue;
      const uint32_t inner = r_.name_at[*word];
      if (inner == kNoDraft) {
        note_alias(*word, *word + 1, d);
        continue;
      }
      if (draft(inner).type == EntityType::kPlace || draft(inner).type == EntityType::kCountry)
        continue;
      share(d, inner);
      r_.join(d, inner);
      r_.drafts[d].aliases.push_back(draft(inner).name);
    }
  }

  // What one of two joined names knows helps the other.
  void share(uint32_t a, uint32_t b) {
    Draft& one = r_.drafts[a];
    Draft& other = r_.drafts[b];
    set_country(one.country, one.country_ground, &other);
    set_country(other.country, other.country_ground, &one);
    set_sector(one.sector, one.sector_ground, &other);
    set_sector(other.sector, other.sector_ground, &one);
  }

  // Another name of a draft: later uses of it are joined as well.
  void note_alias(uint32_t first, uint32_t last, uint32_t d) {
    if (++aliases_ > kMostAliases) return;
    const std::string_view text = r_.covered(first, last);
    r_.drafts[d].aliases.push_back(text);
    const std::string key = match_key(text);
    const auto count = static_cast<uint32_t>(r_.drafts.size());
    for (uint32_t other = 0; other < count; ++other) {
      if (draft(other).key == key && draft(other).kind == MentionKind::kName) {
        share(d, other);
        r_.join(d, other);
      }
    }
  }

  // "X, formerly known as Y".
  void join_aliases() {
    for (const Sentence& sentence : r_.parse.text->sentences) {
      for (uint32_t i = sentence.first; i < sentence.last; ++i) {
        const uint32_t behind = end_of_alias_cue(i, sentence.last);
        if (behind > i) join_alias(sentence, i, behind);
      }
    }
  }

  uint32_t end_of_alias_cue(uint32_t first, uint32_t end) const {
    uint32_t found = first;
    std::string words;
    for (uint32_t i = first; i < end && i < first + kAliasReach + 1; ++i) {
      if (r_.key[i].empty()) break;
      if (!words.empty()) words += ' ';
      words += r_.key[i];
      if (r_.lexicon.is_cue(NameCue::kAlias, words)) found = i + 1;
    }
    return found;
  }

  void join_alias(const Sentence& sentence, uint32_t cue, uint32_t behind) {
    uint32_t before = kNoDraft;
    for (uint32_t i = cue; i > sentence.first && i + kAliasReach > cue && before == kNoDraft; --i) {
      before = r_.name_at[i - 1];
      if (before == kNoDraft) before = r_.draft_at[i - 1];
    }
    if (before == kNoDraft || draft(before).kind == MentionKind::kPronoun) return;
    for (uint32_t i = behind; i < sentence.last && i < behind + kAliasReach; ++i) {
      const uint32_t name = r_.name_at[i];
      if (name == kNoDraft || name == before) continue;
      if (draft(name).type == EntityType::kPlace || draft(name).type == EntityType::kCountry)
        return;
      r_.drafts[before].aliases.push_back(draft(name).name);
      share(before, name);
      r_.join(before, name);
      return;
    }
    // The model need not have marked the other name.
    uint32_t last = behind;
    while (last < sentence.last && r_.word(last).upos == Upos::kPropn) ++last;
    if (last > behind) note_alias(behind, last, before);
  }

  Reading& r_;
  size_t aliases_ = 0;
};

}  // namespace

void join_names(Reading* reading) { NameCoreference(reading).run(); }

}  // namespace varde
