#include "entity/in_office.h"

#include <algorithm>

namespace varde {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

const Day kFarAhead = Day(year{9999} / month{12} / day{31});

std::vector<Interval> terms_of(std::string_view name, const KnowledgeBase& knowledge) {
  std::vector<Interval> terms;
  for (uint32_t i = 0; i < knowledge.actor_count(); ++i) {
    const KnownActor& actor = knowledge.actor(i);
    if (actor.type != EntityType::kPerson || actor.name != name || !actor.from) continue;
    const Day end = actor.to.value_or(kFarAhead);
    if (*actor.from <= end) terms.push_back({*actor.from, end});
  }
  return terms;
}

std::vector<Interval> common(const std::vector<Interval>& a, const std::vector<Interval>& b) {
  std::vector<Interval> both;
  for (const auto& one : a) {
    for (const auto& two : b) {
      const Interval shared{std::max(one.begin, two.begin), std::min(one.end, two.end)};
      if (shared.begin <= shared.end) both.push_back(shared);
    }
  }
  std::sort(both.begin(), both.end(),
            [](const Interval& one, const Interval& two) { return one.begin < two.begin; });
  return both;
}

}  // namespace

std::vector<Interval> days_in_office(const Entities& entities, const KnowledgeBase& knowledge) {
  std::vector<Interval> days;
  for (const auto& entity : entities.entities) {
    if (entity.type != EntityType::kPerson || entity.canonical.empty()) continue;
    auto terms = terms_of(entity.canonical, knowledge);
    if (terms.empty()) continue;
    if (days.empty()) {
      days = std::move(terms);
    } else if (auto shared = common(days, terms); !shared.empty()) {
      days = std::move(shared);
    }
  }
  return days;
}

}  // namespace varde
