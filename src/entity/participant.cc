#include "entity/participant.h"

#include <algorithm>

namespace varde {
namespace {

constexpr int kDeepest = 8;
constexpr size_t kMostParticipants = 64;

class ParticipantFinder {
 public:
  ParticipantFinder(const Entities& entities, const Parse& parse)
      : entities_(entities), parse_(parse) {}

  std::vector<uint32_t> of(uint32_t word) {
    visit(word, 0);
    return std::move(found_);
  }

 private:
  void visit(uint32_t word, int depth) {
    if (depth > kDeepest || word >= parse_.words.size() || found_.size() >= kMostParticipants)
      return;
    const bool own = add_own(word);
    for (uint32_t at = parse_.child_begin[word]; at < parse_.child_begin[word + 1]; ++at) {
      const uint32_t child = parse_.children[at];
      switch (parse_.words[child].relation) {
        case Relation::kConj:
          visit(child, depth + 1);
          break;
        case Relation::kAppos:
        case Relation::kFlat:
        case Relation::kFlatName:
          if (!own) visit(child, depth + 1);
          break;
        case Relation::kNmod:
        case Relation::kObl:
          if (!own && takes_part(word, child)) visit(child, depth + 1);
          break;
        default:
          break;
      }
    }
  }

  // "Several of the rebels", "ten of them": a word of quantity stands for what it counts.
  bool takes_part(uint32_t word, uint32_t child) const {
    const Upos upos = parse_.words[word].upos;
    if (upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kPropn) return false;
    const uint32_t mention = entities_.mention_of[child];
    if (mention != kNoMention && entities_.mentions[mention].locative) return false;
    if (upos != Upos::kNoun) return true;
    return is_people(child) && feature(parse_.words[word].feats, "VerbForm").empty();
  }

  // Nouns count only as measures of people ("a group of rebels", "dozens of soldiers").
  bool is_people(uint32_t child) const {
    const uint32_t m = entities_.mention_of[child];
    if (m == kNoMention) return false;
    const Entity& entity = entities_.entities[entities_.mentions[m].entity];
    return entity.type == EntityType::kGroup && entities_.mentions[m].plural;
  }

  // All mentions on a word: "russisk-amerikansk" has two.
  bool add_own(uint32_t word) {
    const uint32_t first = entities_.mention_of[word];
    if (first == kNoMention) return false;
    bool any = false;
    const auto& mentions = entities_.mentions;
    for (uint32_t m = first; m < mentions.size() && mentions[m].first <= word; ++m) {
      if (mentions[m].head != word) continue;
      any = true;
      add(mentions[m]);
    }
    return any;
  }

  void add(const Mention& mention) {
    const Entity& entity = entities_.entities[mention.entity];
    if (entity.country.empty() && entity.sector.empty()) return;
    if (entity.type == EntityType::kPlace) return;
    if (mention.locative && entity.type == EntityType::kCountry) return;
    if (std::find(found_.begin(), found_.end(), mention.entity) != found_.end()) return;
    found_.push_back(mention.entity);
  }

  const Entities& entities_;
  const Parse& parse_;
  std::vector<uint32_t> found_;
};

}  // namespace

std::vector<uint32_t> participants_of(const Entities& entities, const Parse& parse, uint32_t word) {
  return ParticipantFinder(entities, parse).of(word);
}

}  // namespace varde
