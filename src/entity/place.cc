#include "entity/place.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace varde {
namespace {

constexpr int kHighestClimb = 8;
constexpr int kDeepest = 6;
constexpr size_t kMostPlaces = 64;

// A place that a word has near it, and how exactly and firmly.
struct Candidate {
  uint32_t mention = kNoMention;
  int exactness = 0;  // a town beats a country
  int distance = 0;   // steps in the tree
};

class PlaceFinder {
 public:
  PlaceFinder(const Entities& entities, const Parse& parse) : entities_(entities), parse_(parse) {}

  std::optional<PlaceInContext> of(uint32_t word) {
    if (word >= parse_.words.size()) return std::nullopt;
    if (const auto attached = climb(word)) return place(*attached, true);
    if (const auto only = only_of_sentence(word)) return place(*only, false);
    return std::nullopt;
  }

  std::optional<PlaceInContext> named_by(uint32_t word) {
    if (word >= parse_.words.size()) return std::nullopt;
    std::vector<Candidate> found;
    if (is_place(word)) return place(entities_.mention_of[word], true);
    for_children(word, [&](uint32_t child) {
      switch (parse_.words[child].relation) {
        case Relation::kAppos:
        case Relation::kFlat:
        case Relation::kFlatName:
        case Relation::kNmod:
        case Relation::kNmodPoss:
        case Relation::kCompound:
          collect(child, 1, &found);
          break;
        default:
          break;
      }
    });
    if (const auto best = best_of(found)) return place(*best, true);
    return std::nullopt;
  }

 private:
  template <class Take>
  void for_children(uint32_t word, Take take) const {
    for (uint32_t at = parse_.child_begin[word]; at < parse_.child_begin[word + 1]; ++at) {
      take(parse_.children[at]);
    }
  }

  const Mention& mention(uint32_t m) const { return entities_.mentions[m]; }
  const Entity& entity(uint32_t m) const { return entities_.entities[mention(m).entity]; }

  // A word that names where: a place in any position, a country only under a preposition of place.
  bool is_place(uint32_t word) const {
    const uint32_t m = entities_.mention_of[word];
    if (m == kNoMention || mention(m).kind == MentionKind::kPronoun) return false;
    if (entity(m).type == EntityType::kCountry) return mention(m).locative;
    if (entity(m).type != EntityType::kPlace) return false;
    // What no table knows is a place only where a place stands.
    return !entity(m).country.empty() ||
           (mention(m).locative && starts_with_upper(mention(m).name));
  }

  int exactness(uint32_t m) const {
    if (entity(m).type != EntityType::kPlace) return 0;
    return entity(m).coordinates ? 2 : 1;
  }

  // Places on the word and below it that do not belong to another event.
  void collect(uint32_t word, int distance, std::vector<Candidate>* found) const {
    if (distance > kDeepest || found->size() >= kMostPlaces) return;
    if (is_place(word)) {
      const uint32_t m = entities_.mention_of[word];
      found->push_back({m, exactness(m), distance});
    }
    for_children(word, [&](uint32_t child) {
      switch (parse_.words[child].relation) {
        case Relation::kObl:
        case Relation::kNmod:
        case Relation::kAppos:
        case Relation::kFlat:
        case Relation::kFlatName:
        case Relation::kObj:
        case Relation::kCompound:
        case Relation::kNmodPoss:
          collect(child, distance + 1, found);
          break;
        case Relation::kNsubj:
        case Relation::kNsubjPass:  // "Kidal fell"; what else stands there is who, not where
          if (is_place(child))
            found->push_back({entities_.mention_of[child], exactness(entities_.mention_of[child]),
                              distance + 1});
          break;
        case Relation::kAdvmod:  // "there in Homs"
          collect(child, distance + 1, found);
          break;
        default:
          break;
      }
    });
  }

  // Of several the nearest town; a country or region around it gives way. Subjects' places count
  // less ("the mayor of London said in Paris"), for they are not collected.
  std::optional<uint32_t> best_of(const std::vector<Candidate>& found) const {
    const Candidate* best = nullptr;
    for (const Candidate& candidate : found) {
      if (best == nullptr || better(candidate, *best)) best = &candidate;
    }
    if (best == nullptr) return std::nullopt;
    return best->mention;
  }

  bool better(const Candidate& a, const Candidate& b) const {
    const bool locative_a = mention(a.mention).locative;
    const bool locative_b = mention(b.mention).locative;
    if (locative_a != locative_b) return locative_a;
    if ((a.exactness > 0) != (b.exactness > 0)) return a.exactness > 0;
    if (a.distance != b.distance) return a.distance < b.distance;
    return a.exactness > b.exactness;
  }

  std::optional<uint32_t> climb(uint32_t word) const {
    uint32_t at = word;
    for (int step = 0; step < kHighestClimb; ++step) {
      std::vector<Candidate> found;
      collect(at, 0, &found);
      if (const auto best = best_of(found)) return best;
      const Word& here = parse_.words[at];
      if (here.head == kNoHead) break;
      if (ends_clause(here.relation) && step > 0) break;
      at = here.head;
      if (here.relation == Relation::kAclRelcl || here.relation == Relation::kAcl) {
        if (is_place(at)) return entities_.mention_of[at];
      }
    }
    return std::nullopt;
  }

  // Where what stands above happens elsewhere, if it happens at all.
  static bool ends_clause(Relation relation) {
    return relation == Relation::kCcomp || relation == Relation::kParataxis ||
           relation == Relation::kCsubj;
  }

  // "The government in Kyiv": the place says whose it is.
  bool tells_who(uint32_t place) const {
    const uint32_t governor = parse_.words[place].head;
    if (governor == kNoHead) return false;
    const uint32_t m = entities_.mention_of[governor];
    if (m == kNoMention || mention(m).kind == MentionKind::kPronoun) return false;
    const EntityType type = entity(m).type;
    return type == EntityType::kOrganization || type == EntityType::kPerson;
  }

  std::optional<uint32_t> only_of_sentence(uint32_t word) const {
    const Sentence& sentence = parse_.text->sentences[parse_.sentence_of[word]];
    std::optional<uint32_t> only;
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (!is_place(i) || tells_who(i)) continue;
      const uint32_t m = entities_.mention_of[i];
      if (only && mention(*only).entity != mention(m).entity) return std::nullopt;
      only = m;
    }
    return only;
  }

  PlaceInContext place(uint32_t m, bool attached) const {
    const Mention& named = mention(m);
    const Entity& of = entity(m);
    PlaceInContext result;
    result.name = named.name.empty() ? of.name : named.name;
    result.country = of.country;
    result.coordinates = of.type == EntityType::kPlace ? of.coordinates : std::nullopt;
    result.geonames = of.type == EntityType::kPlace ? of.geonames : 0;
    result.word = named.head;
    result.entity = named.entity;
    result.attached = attached;
    return result;
  }

  const Entities& entities_;
  const Parse& parse_;
};

}  // namespace

std::optional<PlaceInContext> place_of(const Entities& entities, const Parse& parse,
                                       uint32_t word) {
  return PlaceFinder(entities, parse).of(word);
}

std::optional<PlaceInContext> place_named_by(const Entities& entities, const Parse& parse,
                                             uint32_t word) {
  return PlaceFinder(entities, parse).named_by(word);
}

}  // namespace varde
