#include "event/ceasefire_context.h"

#include <algorithm>
#include <set>

#include "event/belligerents.h"

namespace varde {
namespace {

constexpr double kHoursOfDay = 24;
constexpr double kLongest = 100 * 365 * kHoursOfDay;

class CeasefireContext {
 public:
  CeasefireContext(const RecordWriter& writer, const std::vector<Event>& events,
                   std::vector<CeasefireGroup>* groups)
      : writer_(writer),
        analysis_(writer.analysis()),
        entities_(analysis_.entities),
        events_(events),
        groups_(*groups) {}

  void run() {
    if (groups_.size() == 1) add_mediators(&groups_.front());
    for (auto& group : groups_) complete(&group);
    end_former();
  }

 private:
  void complete(CeasefireGroup* group) const {
    CeasefireRecord& record = group->record;
    const bool placed = record.area.has_value();
    if (!placed) record.area = area_of_others();
    if (!record.area) record.area = country_at_war();
    separate_brokers(group);
    if (group->parties.empty() && !placed) take_parties_of_others(group);
    bool at_war = !group->parties.empty();
    if (!at_war && record.area) {
      add_roles(belligerents(analysis_, events_, record.area->country), &group->parties);
      at_war = has_forces(group->parties);
    }
    const bool alone = group->parties.empty() && group->proposed_by.empty() &&
                       group->rejected_by.empty() && group->brokered_by.empty();
    if (!placed && alone) record.area.reset();
    if (record.state.empty() && record.area && at_war) record.state = "in_force";
    set_expiry(&record);
    if (has_run_out(record)) record.state = "expired";
    if (is_broken(record)) record.state = "violated";
    record.parties = writer_.actors(group->parties);
    record.proposed_by = writer_.actors(group->proposed_by);
    record.rejected_by = writer_.actors(group->rejected_by);
    record.brokered_by = writer_.actors(group->brokered_by);
    if (record.confidence == 0) record.confidence = kUnsupported;
  }

  // A government alone wages no war.
  bool has_forces(const std::vector<Role>& roles) const {
    return std::any_of(roles.begin(), roles.end(), [&](const Role& role) {
      const auto& sector = entities_.entities[role.entity].sector;
      return !sector.empty() && sector.front() != "GOV";
    });
  }

  // Who mediates anywhere in an article on one ceasefire mediates that.
  void add_mediators(CeasefireGroup* group) const {
    for (const auto& event : events_) {
      const bool mediates =
          event.frame->third_party && event.reported && event.status == Status::kActual;
      if (mediates) add_roles(event.actor, &group->brokered_by);
    }
  }

  std::string_view country(const Role& role) const {
    return entities_.entities[role.entity].country;
  }

  // Whoever mediates is no party. Nor are those who agree on it for a country at war beside two
  // others or without it, unless they fight there themselves.
  void separate_brokers(CeasefireGroup* group) const {
    std::erase_if(group->parties, [&](const Role& role) {
      return std::any_of(group->brokered_by.begin(), group->brokered_by.end(),
                         [&](const Role& other) { return country(other) == country(role); });
    });
    if (!group->record.area) return;
    const std::string_view home = group->record.area->country;
    if (home.empty() || home != entities_.conflict_country) return;
    std::vector<Role> brokers;
    for (const auto& role : group->parties) {
      if (!country(role).empty() && country(role) != home && !fights(country(role))) {
        brokers.push_back(role);
      }
    }
    const size_t sides = countries_of(group->parties).size();
    const bool bilateral = sides == 2 && countries_of(brokers).size() == 1;
    if (brokers.empty() || sides == 1 || bilateral) return;
    const bool open = group->record.state == "proposed" || group->record.state == "negotiating";
    if (!open) add_roles(brokers, &group->brokered_by);
    std::erase_if(group->parties, [&](const Role& role) {
      return std::any_of(brokers.begin(), brokers.end(),
                         [&](const Role& other) { return other.entity == role.entity; });
    });
  }

  std::set<std::string_view> countries_of(const std::vector<Role>& roles) const {
    std::set<std::string_view> codes;
    for (const auto& role : roles) {
      if (!country(role).empty()) codes.insert(country(role));
    }
    return codes;
  }

  bool fights(std::string_view code) const {
    return std::any_of(events_.begin(), events_.end(), [&](const Event& event) {
      return event.reported && event.frame->type->name == "ASSAULT" &&
             takes_part(entities_, event, code);
    });
  }

  // In force by its own account, but one who is bound by it attacks on a day after it began.
  bool is_broken(const CeasefireRecord& record) const {
    if (!holds(record) || !record.begin_date || !record.area) return false;
    return std::any_of(events_.begin(), events_.end(), [&](const Event& event) {
      if (!event.reported || event.status != Status::kActual || !event.date) return false;
      if (event.frame->type->name != "ASSAULT" || !event.place) return false;
      return event.place->country == record.area->country &&
             event.date->begin > record.begin_date->interval.begin &&
             (!record.end_date || event.date->begin <= record.end_date->interval.end);
    });
  }

  static bool holds(const CeasefireRecord& record) {
    return record.state == "in_force" || record.state == "agreed" || record.state == "extended";
  }

  bool has_run_out(const CeasefireRecord& record) const {
    const auto& published = analysis_.times.published;
    return holds(record) && record.end_date && published &&
           record.end_date->interval.end < published->begin;
  }

  // Of several ceasefires those that began before the latest are over.
  void end_former() {
    const DateSlot* latest = nullptr;
    for (const auto& group : groups_) {
      const auto& begin = group.record.begin_date;
      if (begin && (latest == nullptr || begin->interval.begin > latest->interval.begin)) {
        latest = &*begin;
      }
    }
    if (groups_.size() < 2) return;
    for (auto& group : groups_) {
      const auto& begin = group.record.begin_date;
      const bool former = group.earlier || (begin && latest != nullptr &&
                                            begin->interval.end < latest->interval.begin);
      if (former && holds(group.record)) group.record.state = "collapsed";
    }
  }

  // Begun, and known to last so long.
  static void set_expiry(CeasefireRecord* record) {
    if (!record->begin_date || !record->duration_hours || record->end_date) return;
    const double hours = *record->duration_hours;
    if (hours < kHoursOfDay || hours > kLongest) return;
    const std::chrono::days lasts(static_cast<int>(hours / kHoursOfDay));
    const auto& begin = record->begin_date->interval;
    record->end_date = DateSlot{{begin.begin + lasts, begin.end + lasts}, {}};
  }

  // An article on several speaks of one war.
  std::optional<Place> area_of_others() const {
    for (const auto& group : groups_) {
      if (group.record.area) return group.record.area;
    }
    return std::nullopt;
  }

  void take_parties_of_others(CeasefireGroup* group) const {
    for (const auto& other : groups_) {
      if (group->parties.empty()) add_roles(other.parties, &group->parties);
    }
  }

  // By the name that the text gives it.
  std::optional<Place> country_at_war() const {
    if (entities_.conflict_country.empty()) return std::nullopt;
    const Entity* found = nullptr;
    for (const auto& entity : entities_.entities) {
      const bool there = entity.country == entities_.conflict_country;
      if (entity.type != EntityType::kCountry || !there) continue;
      if (found == nullptr || entity.mentions.size() > found->mentions.size()) found = &entity;
    }
    if (found == nullptr) return std::nullopt;
    Place place;
    place.name = std::string(found->name);
    place.country = std::string(found->country);
    return place;
  }

  const RecordWriter& writer_;
  const Analysis& analysis_;
  const Entities& entities_;
  const std::vector<Event>& events_;
  std::vector<CeasefireGroup>& groups_;
};

}  // namespace

void complete_ceasefires(const RecordWriter& writer, const std::vector<Event>& events,
                         std::vector<CeasefireGroup>* groups) {
  CeasefireContext(writer, events, groups).run();
}

}  // namespace varde
