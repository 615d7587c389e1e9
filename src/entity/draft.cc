#include "entity/draft.h"

#include <array>

#include "base/utf8.h"

namespace varde {
namespace {

constexpr int kDeepestConjunct = 8;
constexpr size_t kFewestShoutedWords = 2;

// Two words in capitals may be initials; a heading has no small letters at all.
bool is_shouted(const Parse& parse, const Sentence& sentence) {
  size_t long_words = 0;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    bool letters = false;
    const std::string_view form = parse.form(i);
    for (size_t at = 0; at < form.size();) letters |= is_letter(next_code_point(form, &at));
    if (!letters) continue;
    if (!is_all_upper(form)) return false;
    if (form.size() > 3) ++long_words;
  }
  return long_words >= kFewestShoutedWords;
}

}  // namespace

Reading::Reading(const Parse& parse_, const NameLexicon& lexicon_, const KnowledgeBase& knowledge_,
                 std::optional<Day> day_, Arena& arena_)
    : parse(parse_), lexicon(lexicon_), knowledge(knowledge_), day(day_), arena(arena_) {
  const uint32_t words = size();
  key.reserve(words);
  lemma_key.reserve(words);
  for (uint32_t i = 0; i < words; ++i) {
    key.push_back(match_key(parse.form(i)));
    lemma_key.push_back(match_key(parse.words[i].lemma));
  }
  for (const Sentence& sentence : parse.text->sentences)
    shouting.push_back(is_shouted(parse, sentence));
  draft_at.assign(words, kNoDraft);
  name_at.assign(words, kNoDraft);
}

uint32_t Reading::add(Draft draft) {
  const auto index = static_cast<uint32_t>(drafts.size());
  if (draft_at[draft.head] == kNoDraft) draft_at[draft.head] = index;
  drafts.push_back(std::move(draft));
  return index;
}

uint32_t Reading::head_of(uint32_t first, uint32_t last) const {
  for (uint32_t i = first; i < last; ++i) {
    const uint32_t head = parse.words[i].head;
    if (head == kNoHead || head < first || head >= last) {
      if (parse.words[i].upos != Upos::kPunct) return i;
    }
  }
  return first;
}

uint32_t Reading::preposition_of(uint32_t head) const {
  for (int step = 0; step < kDeepestConjunct; ++step) {
    uint32_t found = kNoHead;
    for_children(head, [&](uint32_t child) {
      if (found == kNoHead && word(child).relation == Relation::kCase &&
          word(child).upos != Upos::kPart) {
        found = child;
      }
    });
    if (found != kNoHead) return found;
    // Only names lend one another their preposition: parsers often hang a new clause's subject
    // here.
    if (word(head).relation != Relation::kConj || word(head).head == kNoHead) return kNoHead;
    head = word(head).head;
    if (word(head).upos != Upos::kPropn) return kNoHead;
  }
  return kNoHead;
}

bool Reading::has_cue(NameCue cue, uint32_t token) const {
  return lexicon.is_cue(cue, key[token]) || lexicon.is_cue(cue, lemma_key[token]);
}

bool Reading::is_preposition_of(NameCue cue, uint32_t token) const {
  const Sentence& sentence = sentence_at(token);
  if (token > sentence.first && lexicon.is_cue(cue, key[token - 1] + ' ' + key[token])) return true;
  if (token + 1 < sentence.last && lexicon.is_cue(cue, key[token] + ' ' + key[token + 1]))
    return true;
  return has_cue(cue, token);
}

uint32_t Reading::root_of(uint32_t draft) const {
  while (drafts[draft].parent != kNoDraft) {
    const uint32_t above = drafts[draft].parent;
    if (drafts[above].parent != kNoDraft) drafts[draft].parent = drafts[above].parent;
    draft = above;
  }
  return draft;
}

void Reading::join(uint32_t one, uint32_t other) {
  const uint32_t a = root_of(one);
  const uint32_t b = root_of(other);
  if (a == b) return;
  // The earlier stays the root, which keeps the order of entities that of the text.
  drafts[a < b ? b : a].parent = a < b ? a : b;
}

bool is_nominal(Upos upos) { return upos == Upos::kNoun || upos == Upos::kPropn; }

void set_country(std::string_view country, Ground ground, Draft* draft) {
  if (country.empty() || (ground <= draft->country_ground && !draft->country.empty())) return;
  draft->country = country;
  draft->country_ground = ground;
}

void set_sector(const std::vector<std::string_view>& sector, Ground ground, Draft* draft) {
  if (sector.empty() || (ground <= draft->sector_ground && !draft->sector.empty())) return;
  draft->sector = sector;
  draft->sector_ground = ground;
}

void set_sector(const std::vector<std::string>& sector, Ground ground, Draft* draft) {
  set_sector(std::vector<std::string_view>(sector.begin(), sector.end()), ground, draft);
}

bool is_body_code(std::string_view country) {
  constexpr std::array<std::string_view, 7> kCodes = {"UNO", "EUR", "IGO", "NGO",
                                                      "IMG", "MNC", "ISM"};
  for (const auto code : kCodes) {
    if (code == country) return true;
  }
  return false;
}

}  // namespace varde
