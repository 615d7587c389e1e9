#include "entity/entity_reader.h"

#include <algorithm>

#include "base/utf8.h"
#include "entity/affiliation.h"
#include "entity/context_country.h"
#include "entity/coreference.h"
#include "entity/draft.h"
#include "entity/name_finder.h"
#include "entity/name_lexicon.h"
#include "entity/nominal_finder.h"

namespace varde {
namespace {

// Turns joined drafts into entities.
class EntityBuilder {
 public:
  EntityBuilder(Reading* reading, Arena* arena) : r_(*reading), arena_(*arena), out_(*arena) {}

  Entities build() {
    entity_of_root_.assign(r_.drafts.size(), kNoEntity);
    note_named_roots();
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) add_draft(d);
    untangle();
    sort_mentions();
    out_.conflict_country = arena_.copy(r_.conflict_country);
    return std::move(out_);
  }

 private:
  static constexpr uint32_t kNoEntity = UINT32_MAX;

  // Groups of drafts that are more than pronouns.
  void note_named_roots() {
    refers_.assign(r_.drafts.size(), false);
    for (uint32_t d = 0; d < r_.drafts.size(); ++d) {
      if (r_.drafts[d].kind != MentionKind::kPronoun) refers_[r_.root_of(d)] = true;
    }
  }

  void add_draft(uint32_t d) {
    const uint32_t root = r_.root_of(d);
    const Draft& draft = r_.drafts[d];
    if (!refers_[root] || draft.dropped) return;
    uint32_t& entity = entity_of_root_[root];
    if (entity == kNoEntity) {
      entity = static_cast<uint32_t>(out_.entities.size());
      out_.entities.emplace_back(&arena_);
      ground_.emplace_back();
    }
    absorb(draft, &out_.entities[entity], &ground_[entity]);
    add_mention(draft, entity);
    for (const auto further : draft.further_countries) add_further(draft, further);
  }

  struct Grounds {
    Ground country = Ground::kNone;
    Ground sector = Ground::kNone;
    int name = -1;
    bool typed = false;
  };

  void absorb(const Draft& draft, Entity* entity, Grounds* ground) {
    if (draft.kind == MentionKind::kPronoun) return;
    if (!ground->typed || (draft.kind == MentionKind::kName && ground->name < kNameRank)) {
      entity->type = draft.type;
      ground->typed = true;
    }
    if (!draft.country.empty() && draft.country_ground > ground->country) {
      entity->country = draft.country;
      ground->country = draft.country_ground;
    }
    if (!draft.sector.empty() && draft.sector_ground > ground->sector) {
      entity->sector.assign(draft.sector.begin(), draft.sector.end());
      ground->sector = draft.sector_ground;
    }
    if (entity->office.empty()) entity->office = draft.office;
    if (entity->canonical.empty()) entity->canonical = draft.canonical;
    entity->forum |= draft.forum;
    if (!entity->coordinates) entity->coordinates = draft.coordinates;
    if (entity->geonames == 0) entity->geonames = draft.geonames;
    for (const auto alias : draft.aliases) {
      if (std::find(entity->aliases.begin(), entity->aliases.end(), alias) ==
          entity->aliases.end()) {
        entity->aliases.push_back(alias);
      }
    }
    take_name(draft, entity, ground);
  }

  // A name beats a noun; of names the fullest wins, of a country's the first that is its own.
  static constexpr int kNameRank = 1000;
  static constexpr size_t kLongestAcronym = 5;
  void take_name(const Draft& draft, Entity* entity, Grounds* ground) {
    int rank = 0;
    std::string_view name = draft.name;
    if (draft.kind == MentionKind::kName) {
      rank = kNameRank;
      if (draft.adjective || draft.partial) rank = kNameRank / 4;
      if (draft.metonym) rank = kNameRank / 2;
      if (name.size() > kLongestAcronym && is_all_upper(name)) rank = kNameRank / 2;  // a heading's
      if (draft.type != EntityType::kCountry)
        rank += static_cast<int>(std::min<size_t>(name.size(), kNameRank));
    } else if (name.empty()) {
      name = r_.covered(draft.first, draft.last);
    }
    if (rank <= ground->name || name.empty()) return;
    ground->name = rank;
    entity->name = name;
  }

  void add_mention(const Draft& draft, uint32_t entity) {
    Mention mention;
    mention.first = draft.first;
    mention.last = draft.last;
    mention.head = draft.head;
    mention.entity = entity;
    mention.kind = draft.kind;
    mention.plural = draft.plural;
    mention.locative = draft.locative;
    if (draft.kind == MentionKind::kName) mention.name = draft.name;
    out_.mentions.push_back(mention);
  }

  // "Russian and Syrian troops": the second country's troops are others than the first's.
  void add_further(const Draft& draft, std::string_view country) {
    const auto index = static_cast<uint32_t>(out_.entities.size());
    Entity entity(&arena_);
    entity.type = draft.type;
    entity.name = draft.name.empty() ? r_.covered(draft.first, draft.last) : draft.name;
    entity.country = country;
    entity.sector.assign(draft.sector.begin(), draft.sector.end());
    out_.entities.push_back(std::move(entity));
    ground_.emplace_back();
    add_mention(draft, index);
  }

  // Wrong trees can give nouns spans that cross others; such a noun keeps its head only.
  void untangle() {
    auto& mentions = out_.mentions;
    std::vector<uint32_t> order(mentions.size());
    for (int pass = 0; pass < kUntanglingPasses; ++pass) {
      for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
      std::stable_sort(order.begin(), order.end(),
                       [&](uint32_t a, uint32_t b) { return before(mentions[a], mentions[b]); });
      bool crossing = false;
      std::vector<uint32_t> open;
      for (const uint32_t i : order) {
        while (!open.empty() && mentions[open.back()].last <= mentions[i].first) open.pop_back();
        if (!open.empty() && mentions[open.back()].last < mentions[i].last) {
          crossing = true;
          Mention& loser = mentions[mentions[i].kind == MentionKind::kNominal ? i : open.back()];
          loser.first = loser.head;
          loser.last = loser.head + 1;
          open.clear();
        }
        open.push_back(i);
      }
      if (!crossing) return;
    }
    for (Mention& mention : mentions) {
      if (mention.kind != MentionKind::kNominal) continue;
      mention.first = mention.head;
      mention.last = mention.head + 1;
    }
  }
  static constexpr int kUntanglingPasses = 4;

  static bool before(const Mention& a, const Mention& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  }

  void sort_mentions() {
    auto& mentions = out_.mentions;
    std::stable_sort(mentions.begin(), mentions.end(), before);
    out_.mention_of.assign(r_.size(), kNoMention);
    for (uint32_t m = 0; m < mentions.size(); ++m) {
      uint32_t& at = out_.mention_of[mentions[m].head];
      if (at == kNoMention) at = m;
      out_.entities[mentions[m].entity].mentions.push_back(m);
    }
  }

  Reading& r_;
  Arena& arena_;
  Entities out_;
  std::vector<uint32_t> entity_of_root_;
  std::vector<bool> refers_;
  std::vector<Grounds> ground_;
};

}  // namespace

EntityReader::EntityReader(std::shared_ptr<const KnowledgeBase> knowledge,
                           std::unique_ptr<const NameLexicon> lexicon)
    : knowledge_(std::move(knowledge)), lexicon_(std::move(lexicon)) {}
EntityReader::~EntityReader() = default;
EntityReader::EntityReader(EntityReader&&) noexcept = default;
EntityReader& EntityReader::operator=(EntityReader&&) noexcept = default;

Result<EntityReader> EntityReader::open(const std::filesystem::path& pack,
                                        std::shared_ptr<const KnowledgeBase> knowledge) {
  auto lexicon = NameLexicon::open(pack, *knowledge);
  if (!lexicon) return tl::unexpected(lexicon.error());
  return EntityReader(std::move(knowledge), std::move(*lexicon));
}

Entities EntityReader::read(const Parse& parse, std::optional<Interval> published,
                            Arena& arena) const {
  std::optional<Day> day;
  if (published) day = published->end;
  Reading reading(parse, *lexicon_, *knowledge_, day, arena);
  find_names(&reading);
  find_nominals(&reading);
  find_affiliations(&reading);
  find_coreference(&reading);
  find_context_countries(&reading);
  return EntityBuilder(&reading, &arena).build();
}

}  // namespace varde
