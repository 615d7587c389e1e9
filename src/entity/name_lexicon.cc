#include "entity/name_lexicon.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/utf8.h"

namespace varde {
namespace {

constexpr size_t kShortestLastPart = 3;  // letters of a noun that may end a compound
constexpr size_t kShortestStem = 2;

constexpr std::array<std::pair<std::string_view, NameCue>, kNameCues> kCueNames{{
    {"locative", NameCue::kLocative},
    {"direction", NameCue::kDirection},
    {"belonging", NameCue::kBelonging},
    {"place_noun", NameCue::kPlaceNoun},
    {"place_link", NameCue::kPlaceLink},
    {"alias", NameCue::kAlias},
    {"former", NameCue::kFormer},
    {"counterpart", NameCue::kCounterpart},
    {"led", NameCue::kLed},
    {"tied", NameCue::kTied},
    {"country_noun", NameCue::kCountryNoun},
    {"party", NameCue::kParty},
    {"equipment", NameCue::kEquipment},
    {"adjective_ending", NameCue::kAdjectiveEnding},
    {"noun_ending", NameCue::kNounEnding},
    {"name_ending", NameCue::kNameEnding},
    {"joint", NameCue::kJoint},
}};

bool is_there(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

std::vector<std::string> owned(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

// Capitals only, and not so long that it is a word in a headline.
bool is_acronym(std::string_view name) {
  return name.size() <= 6 && is_all_upper(name) && name.find(' ') == std::string_view::npos;
}

template <class Set>
void add_beginnings(std::string_view key, Set* to) {
  for (size_t blank = key.find(' '); blank != std::string_view::npos;
       blank = key.find(' ', blank + 1)) {
    to->emplace(key.substr(0, blank));
  }
}

std::optional<NounMatch> noun_match_of(std::string_view name) {
  if (name.empty() || name == "word") return NounMatch::kWord;
  if (name == "suffix") return NounMatch::kSuffix;
  if (name == "prefix") return NounMatch::kPrefix;
  if (name == "modifier") return NounMatch::kModifier;
  return std::nullopt;
}

std::optional<PronounKind> pronoun_kind_of(std::string_view name) {
  if (name == "personal") return PronounKind::kPersonal;
  if (name == "possessive") return PronounKind::kPossessive;
  if (name == "reflexive") return PronounKind::kReflexive;
  if (name == "relative") return PronounKind::kRelative;
  if (name == "demonstrative") return PronounKind::kDemonstrative;
  return PronounKind::kOther;
}

}  // namespace

Result<std::unique_ptr<const NameLexicon>> NameLexicon::open(const std::filesystem::path& pack,
                                                             const KnowledgeBase& knowledge) {
  auto lexicon = std::make_unique<NameLexicon>();
  if (auto read = lexicon->read_cues(pack / "entity_cues.tsv"); !read) {
    return tl::unexpected(read.error());
  }
  if (auto read = lexicon->read_countries(pack / "countries.tsv", knowledge); !read) {
    return tl::unexpected(read.error());
  }
  for (const auto& name : knowledge.actor_names()) {
    lexicon->add_name(name.name, {NameKind::kActor, name.actor});
  }
  using Reader = Result<void> (NameLexicon::*)(const std::filesystem::path&);
  constexpr std::array<std::pair<std::string_view, Reader>, 3> kPlain{{
      {"titles.tsv", &NameLexicon::read_titles},
      {"nouns.tsv", &NameLexicon::read_nouns},
      {"pronouns.tsv", &NameLexicon::read_pronouns},
  }};
  for (const auto& [file, reader] : kPlain) {
    if (!is_there(pack / file)) continue;
    if (auto read = ((*lexicon).*reader)(pack / file); !read) return tl::unexpected(read.error());
  }
  if (is_there(pack / "actors.tsv")) {
    if (auto read = lexicon->read_actors(pack / "actors.tsv", knowledge); !read) {
      return tl::unexpected(read.error());
    }
  }
  if (is_there(pack / "places.tsv")) {
    if (auto read = lexicon->read_places(pack / "places.tsv", knowledge); !read) {
      return tl::unexpected(read.error());
    }
  }
  return std::unique_ptr<const NameLexicon>(std::move(lexicon));
}

void NameLexicon::add_name(std::string_view name, NameSense sense) {
  const std::string key = match_key(name);
  if (key.empty()) return;
  sense.acronym = is_acronym(name);
  sense.capitalised = starts_with_upper(name);
  auto& senses = names_[key];
  for (const auto& other : senses) {
    if (other.kind == sense.kind && other.index == sense.index && other.acronym == sense.acronym)
      return;
  }
  add_beginnings(key, &name_beginnings_);
  senses.push_back(sense);
  std::stable_sort(senses.begin(), senses.end(),
                   [](const NameSense& a, const NameSense& b) { return a.kind < b.kind; });
}

Result<void> NameLexicon::read_countries(const std::filesystem::path& path,
                                         const KnowledgeBase& knowledge) {
  auto table = Table::read(path, {"code", "names", "adjectives", "people", "capitals", "metonyms"});
  if (!table) return tl::unexpected(table.error());
  constexpr std::array<std::pair<std::string_view, NameKind>, 5> kColumns{{
      {"names", NameKind::kCountry},
      {"adjectives", NameKind::kAdjective},
      {"people", NameKind::kPeople},
      {"capitals", NameKind::kCapital},
      {"metonyms", NameKind::kMetonym},
  }};
  for (size_t row = 0; row < table->size(); ++row) {
    const uint32_t country = knowledge.find_country(table->cell(row, "code"));
    if (country == KnowledgeBase::kNone) {
      return failure(table->place(row) + ": code '" + std::string(table->cell(row, "code")) +
                     "' is not in kb/countries.tsv; correct it or add it there");
    }
    for (const auto& [column, kind] : kColumns) {
      for (const auto name : table->list(row, column)) add_name(name, {kind, country});
    }
  }
  return {};
}

Result<void> NameLexicon::read_actors(const std::filesystem::path& path,
                                      const KnowledgeBase& knowledge) {
  auto table = Table::read(path, {"id", "names"});
  if (!table) return tl::unexpected(table.error());
  for (size_t row = 0; row < table->size(); ++row) {
    const uint32_t actor = knowledge.find_actor(table->cell(row, "id"));
    if (actor == KnowledgeBase::kNone) {
      return failure(table->place(row) + ": id '" + std::string(table->cell(row, "id")) +
                     "' is not in kb/actors.tsv; correct it or add it there");
    }
    for (const auto name : table->list(row, "names")) add_name(name, {NameKind::kActor, actor});
  }
  return {};
}

Result<void> NameLexicon::read_places(const std::filesystem::path& path,
                                      const KnowledgeBase& knowledge) {
  auto table = Table::read(path, {"name", "geonames", "canonical", "country"});
  if (!table) return tl::unexpected(table.error());
  const PlaceIndex& places = knowledge.places();
  for (size_t row = 0; row < table->size(); ++row) {
    const auto number = table->cell(row, "geonames");
    int64_t geonames = 0;
    std::from_chars(number.data(), number.data() + number.size(), geonames);
    uint32_t place =
        geonames != 0 ? places.find_geonames(geonames) : static_cast<uint32_t>(places.size());
    if (place == places.size()) {
      for (const uint32_t candidate : places.find(match_key(table->cell(row, "canonical")))) {
        if (place == places.size() &&
            places.place(candidate).country == table->cell(row, "country")) {
          place = candidate;
        }
      }
    }
    // A name for a place that the gazetteer lacks is of no use but does no harm.
    if (place != places.size()) add_name(table->cell(row, "name"), {NameKind::kPlace, place});
  }
  return {};
}

Result<void> NameLexicon::read_titles(const std::filesystem::path& path) {
  auto table = Table::read(path, {"title", "sector", "office", "former"});
  if (!table) return tl::unexpected(table.error());
  for (size_t row = 0; row < table->size(); ++row) {
    RoleNoun noun;
    noun.text = table->cell(row, "title");
    noun.sector = owned(table->list(row, "sector"));
    noun.type = EntityType::kPerson;
    noun.office = table->cell(row, "office");
    noun.level = table->cell(row, "level");
    noun.former = !table->cell(row, "former").empty();
    noun.title = true;
    add_noun(std::move(noun), NounMatch::kSuffix);
  }
  return {};
}

Result<void> NameLexicon::read_nouns(const std::filesystem::path& path) {
  auto table = Table::read(path, {"noun", "sector", "type", "country", "match"});
  if (!table) return tl::unexpected(table.error());
  for (size_t row = 0; row < table->size(); ++row) {
    RoleNoun noun;
    noun.text = table->cell(row, "noun");
    noun.sector = owned(table->list(row, "sector"));
    noun.type = entity_type_of(table->cell(row, "type")).value_or(EntityType::kGroup);
    noun.country = table->cell(row, "country");
    for (const auto match_name : split(table->cell(row, "match"), '|')) {
      const auto match = noun_match_of(match_name);
      if (!match) {
        return failure(table->place(row) + ": match '" + std::string(match_name) +
                       "' is unknown; write word, suffix, prefix or modifier");
      }
      add_noun(noun, *match);
    }
  }
  return {};
}

void NameLexicon::add_noun(RoleNoun noun, NounMatch match) {
  const std::string key = match_key(noun.text);
  if (key.empty()) return;
  if (match == NounMatch::kPrefix) {
    first_parts_.emplace(key, std::move(noun));
    return;
  }
  if (match == NounMatch::kModifier) {
    modifiers_.emplace(key, std::move(noun));
    return;
  }
  add_beginnings(key, &noun_beginnings_);
  if (match == NounMatch::kSuffix && key.find(' ') == std::string::npos &&
      key.size() >= kShortestLastPart) {
    last_parts_.emplace(key, noun);
  }
  // A title says more than a noun of the same form; titles are read first.
  nouns_.emplace(key, std::move(noun));
}

Result<void> NameLexicon::read_pronouns(const std::filesystem::path& path) {
  auto table = Table::read(path, {"form", "person", "number", "gender", "kind"});
  if (!table) return tl::unexpected(table.error());
  for (size_t row = 0; row < table->size(); ++row) {
    Pronoun pronoun;
    const auto person = table->cell(row, "person");
    if (!person.empty() && person[0] >= '1' && person[0] <= '3') pronoun.person = person[0] - '0';
    const std::string number = to_lower(table->cell(row, "number"));
    pronoun.singular = !number.starts_with("p");
    pronoun.plural = !number.starts_with("s");
    const std::string gender = to_lower(table->cell(row, "gender"));
    if (gender.starts_with('f')) pronoun.gender = Gender::kFeminine;
    if (gender.starts_with('m')) pronoun.gender = Gender::kMasculine;
    pronoun.neuter = gender.starts_with('n') || gender.starts_with('c');
    pronoun.kind = pronoun_kind_of(table->cell(row, "kind")).value_or(PronounKind::kOther);
    pronouns_.emplace(match_key(table->cell(row, "form")), pronoun);
  }
  return {};
}

Result<void> NameLexicon::read_cues(const std::filesystem::path& path) {
  auto table = Table::read(path, {"class", "words"});
  if (!table) return tl::unexpected(table.error());
  for (size_t row = 0; row < table->size(); ++row) {
    const auto name = table->cell(row, "class");
    const auto at = std::find_if(kCueNames.begin(), kCueNames.end(),
                                 [name](const auto& cue) { return cue.first == name; });
    if (at == kCueNames.end()) {
      return failure(table->place(row) + ": class '" + std::string(name) +
                     "' is unknown; the head of the file lists the classes");
    }
    auto& words = cues_[static_cast<size_t>(at->second)];
    for (const auto word : table->list(row, "words")) words.push_back(match_key(word));
  }
  for (auto& words : cues_) std::sort(words.begin(), words.end());
  return {};
}

const std::vector<NameSense>& NameLexicon::senses(std::string_view key) const {
  static const std::vector<NameSense> kNoSense;
  const auto at = names_.find(key);
  return at == names_.end() ? kNoSense : at->second;
}

std::vector<std::string_view> NameLexicon::stems(std::string_view key, NameCue endings) const {
  std::vector<std::string_view> found{key};
  for (const std::string& ending : cues(endings)) {
    if (key.size() >= ending.size() + kShortestStem && key.ends_with(ending)) {
      found.push_back(key.substr(0, key.size() - ending.size()));
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
  return found;
}

const RoleNoun* NameLexicon::find(const Tables& table, std::string_view form,
                                  std::string_view lemma) const {
  if (const auto at = table.find(form); at != table.end()) return &at->second;
  if (!lemma.empty()) {
    if (const auto at = table.find(lemma); at != table.end()) return &at->second;
  }
  for (const auto bare : stems(form, NameCue::kNameEnding)) {  // first without the genitive
    for (const auto stem : stems(bare, NameCue::kNounEnding)) {
      if (const auto at = table.find(stem); at != table.end()) return &at->second;
    }
  }
  return nullptr;
}

const RoleNoun* NameLexicon::phrase(std::string_view form, std::string_view lemma) const {
  return find(nouns_, form, lemma);
}

const RoleNoun* NameLexicon::modifier(std::string_view form, std::string_view lemma) const {
  if (const RoleNoun* found = find(modifiers_, form, lemma)) return found;
  return find(nouns_, form, lemma);
}

NounReading NameLexicon::noun(std::string_view form, std::string_view lemma) const {
  NounReading reading;
  reading.noun = find(nouns_, form, lemma);
  if (reading.noun == nullptr) take_apart(form, &reading);
  if (reading.noun == nullptr && !lemma.empty() && lemma != form) take_apart(lemma, &reading);
  return reading;
}

void NameLexicon::read_first_part(std::string_view part, NounReading* reading) const {
  for (const auto stem : stems(part, NameCue::kJoint)) {
    for (const Tables* table : {&first_parts_, &modifiers_, &nouns_}) {
      if (const auto at = table->find(stem); at != table->end()) {
        reading->modifier = &at->second;
        return;
      }
    }
  }
  reading->first_part = part;
}

void NameLexicon::take_apart(std::string_view form, NounReading* reading) const {
  if (last_parts_.empty()) return;
  // A hyphen (a blank in the key) is the surest joint.
  if (const size_t blank = form.rfind(' '); blank != std::string_view::npos) {
    reading->noun = find(nouns_, form.substr(blank + 1), {});
    if (reading->noun != nullptr) read_first_part(form.substr(0, blank), reading);
    if (reading->noun != nullptr || blank + 1 == form.size()) return;
  }
  for (const auto bare : stems(form, NameCue::kNameEnding)) {
    for (size_t at = kShortestStem; at + kShortestLastPart <= bare.size(); ++at) {
      if ((static_cast<unsigned char>(bare[at]) & 0xC0) == 0x80) continue;  // inside a character
      for (const auto stem : stems(bare.substr(at), NameCue::kNounEnding)) {
        const auto found = last_parts_.find(stem);
        if (found == last_parts_.end()) continue;
        reading->noun = &found->second;
        read_first_part(bare.substr(0, at), reading);
        return;
      }
    }
  }
}

const Pronoun* NameLexicon::pronoun(std::string_view form) const {
  const auto at = pronouns_.find(form);
  return at == pronouns_.end() ? nullptr : &at->second;
}

bool NameLexicon::is_cue(NameCue cue, std::string_view key) const {
  const auto& words = cues(cue);
  return std::binary_search(words.begin(), words.end(), key, std::less<>());
}

bool NameLexicon::ends_in_cue(NameCue cue, std::string_view form, std::string_view lemma) const {
  if (is_cue(cue, form) || is_cue(cue, lemma)) return true;
  for (const auto stem : stems(form, NameCue::kNounEnding)) {
    for (const std::string& word : cues(cue)) {
      if (word.size() >= kShortestLastPart ? stem.ends_with(word) : stem == word) return true;
    }
  }
  return false;
}

}  // namespace varde
