#include "store/ledgers.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <unordered_set>

#include "base/json_fields.h"
#include "base/utf8.h"
#include "ledger/joining.h"

namespace varde::store {
namespace {

using ledger::Entry;
using ledger::Json;
using ledger::Kind;

class Completion {
 public:
  Completion(Store* store, std::optional<Day> as_of) : store_(*store), as_of_(as_of) {}

  Result<void> complete(Entry* entry) {
    switch (entry->kind) {
      case Kind::kCeasefire:
        return complete_ceasefire(entry);
      case Kind::kToll:
        return complete_toll(entry);
      case Kind::kTalks:
        return complete_talks(entry);
      default:
        return {};
    }
  }

 private:
  // What "today" is: the day that was asked for, else that of the latest article.
  Result<std::optional<Day>> now() {
    if (as_of_) return as_of_;
    if (!latest_) {
      auto latest = store_.latest_day();
      if (!latest) return tl::unexpected(latest.error());
      latest_ = *latest;
    }
    return *latest_;
  }

  Result<std::vector<Entry>> find(const Filter& filter) {
    std::vector<Entry> found;
    const auto done = store_.entries(filter, [&](Entry entry) {
      found.push_back(std::move(entry));
      return true;
    });
    if (!done) return tl::unexpected(done.error());
    return found;
  }

  Result<void> complete_ceasefire(Entry* entry) {
    const auto today = now();
    if (!today) return tl::unexpected(today.error());
    ledger::expire(*today, entry);
    const auto force = ledger::days_in_force(*entry, *today);
    const Json& area = entry->body["area"];
    const std::string country = area.is_object() ? text(area, "country") : std::string();
    if (!force || country.empty()) return {};
    const auto attacks = attacks_in(country, *force);
    if (!attacks) return tl::unexpected(attacks.error());
    entry->body["violations"] = ledger::violations_of(*entry, *attacks, *today);
    return {};
  }

  // Attacks that began on these days, by day. Ceasefires of one country look at much the same ones,
  // so those once read are kept, as many as memory allows.
  Result<std::span<const Entry>> attacks_in(const std::string& country, const Interval& days) {
    constexpr size_t kMostKept = 10'000;
    size_t kept = 0;
    for (const auto& [where, known] : attacks_) kept += known.entries.size();
    if (kept > kMostKept) attacks_.clear();
    const auto [at, fresh] = attacks_.try_emplace(country, Attacks{days, {}});
    Attacks& known = at->second;
    const std::chrono::days one{1};
    Result<void> read;
    if (fresh) {
      read = read_attacks(country, days, &known.entries);
    } else {
      if (days.begin < known.days.begin) {
        read = read_attacks(country, {days.begin, known.days.begin - one}, &known.entries);
        known.days.begin = days.begin;
      }
      if (read && days.end > known.days.end) {
        read = read_attacks(country, {known.days.end + one, days.end}, &known.entries);
        known.days.end = days.end;
      }
    }
    if (!read) {
      attacks_.erase(at);
      return tl::unexpected(read.error());
    }
    const auto began = [](const Entry& entry) { return entry.days->begin; };
    const auto first = std::ranges::lower_bound(known.entries, days.begin, {}, began);
    const auto last = std::ranges::upper_bound(known.entries, days.end, {}, began);
    return std::span<const Entry>(first, last);
  }

  Result<void> read_attacks(const std::string& country, const Interval& days,
                            std::vector<Entry>* entries) {
    Filter attacks;
    attacks.kinds = {Kind::kIncident};
    attacks.of_type = "ASSAULT";
    attacks.happened_in = country;
    attacks.since = days.begin;
    attacks.until = days.end;
    attacks.as_of = as_of_;
    auto found = find(attacks);
    if (!found) return tl::unexpected(found.error());
    std::erase_if(*found, [](const Entry& entry) { return !entry.days; });
    entries->insert(entries->end(), std::make_move_iterator(found->begin()),
                    std::make_move_iterator(found->end()));
    std::sort(entries->begin(), entries->end(),
              [](const Entry& a, const Entry& b) { return position_of(a) < position_of(b); });
    return {};
  }

  Result<void> complete_toll(Entry* entry) {
    for (const Json& cause : entry->body["causes"]) {
      const auto incident = store_.entry(cause.get<std::string>(), as_of_);
      if (!incident) return tl::unexpected(incident.error());
      if (!*incident) continue;
      entry->body["incident"] = (*incident)->id;
      break;
    }
    entry->body.erase("causes");
    return {};
  }

  // The latest of the rounds before.
  Result<void> complete_talks(Entry* entry) {
    if (!entry->days) return {};
    constexpr std::chrono::days kYear{365};
    Filter rounds;
    rounds.kinds = {Kind::kTalks};
    rounds.since = entry->days->begin - kYear;
    rounds.until = entry->days->begin;
    rounds.as_of = as_of_;
    for (const Json& participant : entry->body["participants"]) {
      const std::string country = text(participant, "country");
      rounds.actors = {country.empty() ? text(participant, "name") : country};
      if (!country.empty()) break;
    }
    if (rounds.actors.empty()) return {};
    const auto others = find(rounds);
    if (!others) return tl::unexpected(others.error());
    for (const Entry& other : *others) {
      if (ledger::is_earlier_round(other, *entry)) entry->body["previous"] = other.id;
    }
    return {};
  }

  struct Attacks {
    Interval days;
    std::vector<Entry> entries;
  };

  Store& store_;
  std::optional<Day> as_of_;
  std::optional<std::optional<Day>> latest_;
  std::map<std::string, Attacks> attacks_;  // by country
};

// -- actors ---------------------------------------------------------------------------------------

// What articles say of one actor.
struct Actor {
  std::map<std::string, size_t> names;
  std::map<std::string, std::pair<std::string, std::string>> offices;  // first and last day
  std::map<std::string, size_t> countries;
  std::set<std::string> sectors;
  std::unordered_set<std::string> documents;
  std::string canonical;
  std::string type;
  std::string first = "9999";
  std::string last;
};

void add(const Json& mention, Actor* actor) {
  const std::string day = text(mention, "published");
  ++actor->names[text(mention, "name")];
  for (const Json& alias : mention["aliases"]) ++actor->names[alias.get<std::string>()];
  if (!text(mention, "country").empty()) ++actor->countries[text(mention, "country")];
  for (const Json& sector : mention["sector"]) actor->sectors.insert(sector.get<std::string>());
  if (const std::string office = text(mention, "office"); !office.empty() && !day.empty()) {
    auto& [from, to] = actor->offices.try_emplace(office, day, day).first->second;
    from = std::min(from, day);
    to = std::max(to, day);
  }
  actor->documents.insert(text(mention, "document"));
  if (actor->canonical.empty()) actor->canonical = text(mention, "canonical");
  if (actor->type.empty()) actor->type = text(mention, "type");
  if (day.empty()) return;
  actor->first = std::min(actor->first, day);
  actor->last = std::max(actor->last, day);
}

std::string most_frequent(const std::map<std::string, size_t>& counted) {
  const auto best =
      std::max_element(counted.begin(), counted.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counted.end() ? std::string() : best->first;
}

Json to_json(const Actor& actor) {
  Json json;
  json["kind"] = "actor";
  json["name"] = actor.canonical.empty() ? most_frequent(actor.names) : actor.canonical;
  json["canonical"] = or_null(actor.canonical);
  json["type"] = or_null(actor.type);
  json["country"] = or_null(most_frequent(actor.countries));
  json["sector"] = actor.sectors;
  Json names = Json::array();
  for (const auto& [name, count] : actor.names) names.push_back(name);
  json["names"] = std::move(names);
  Json offices = Json::array();
  for (const auto& [office, days] : actor.offices) {
    offices.push_back(
        {{"office", office}, {"first_report", days.first}, {"last_report", days.second}});
  }
  json["offices"] = std::move(offices);
  json["documents"] = actor.documents.size();
  json["first_report"] = actor.last.empty() ? Json() : Json(actor.first);
  json["last_report"] = or_null(actor.last);
  return json;
}

std::string surname(const std::string& key) { return key.substr(key.rfind(' ') + 1); }

// Bare surnames go to the one actor who has it, if nothing speaks against it.
void settle_surnames(std::map<std::string, Actor>* register_) {
  std::map<std::string, std::vector<std::string>> by_surname;
  for (const auto& [key, actor] : *register_) {
    if (actor.type == "person" && key.find(' ') != std::string::npos) {
      by_surname[surname(key)].push_back(key);
    }
  }
  for (auto at = register_->begin(); at != register_->end();) {
    const auto& [key, actor] = *at;
    const auto full = by_surname.find(key);
    const bool bare = actor.type == "person" && actor.canonical.empty();
    if (!bare || full == by_surname.end() || full->second.size() != 1) {
      ++at;
      continue;
    }
    Actor& owner = register_->at(full->second.front());
    const std::string country = most_frequent(actor.countries);
    if (!country.empty() && !owner.countries.empty() && !owner.countries.contains(country)) {
      ++at;
      continue;
    }
    for (const auto& [name, count] : actor.names) owner.names[name] += count;
    owner.documents.insert(actor.documents.begin(), actor.documents.end());
    owner.first = std::min(owner.first, actor.first);
    owner.last = std::max(owner.last, actor.last);
    at = register_->erase(at);
  }
}

}  // namespace

Result<void> ledger(Store* store, const Filter& filter, const std::function<bool(Entry)>& use) {
  Completion completion(store, filter.as_of);
  Result<void> completed;
  const auto done = store->entries(filter, [&](Entry entry) {
    completed = completion.complete(&entry);
    return completed && use(std::move(entry));
  });
  return completed ? done : completed;
}

Result<void> complete(Store* store, std::optional<Day> as_of, std::vector<Entry>* entries) {
  Completion completion(store, as_of);
  for (Entry& entry : *entries) {
    if (auto done = completion.complete(&entry); !done) return done;
  }
  return {};
}

Result<std::optional<Entry>> ledger_entry(Store* store, const std::string& id,
                                          std::optional<Day> as_of) {
  auto entry = store->entry(id, as_of);
  if (!entry || !*entry) return entry;
  if (auto done = Completion(store, as_of).complete(&**entry); !done) {
    return tl::unexpected(done.error());
  }
  return entry;
}

Result<std::vector<Json>> actors(Store* store, const std::string& name, std::optional<Day> as_of) {
  std::map<std::string, Actor> register_;
  std::unordered_set<std::string> seen;  // mentions, which several names lead to
  const auto take = [&](const Json& mention) {
    if (!seen.insert(text(mention, "document") + text(mention, "entity")).second) return true;
    const std::string canonical = text(mention, "canonical");
    add(mention, &register_[name_key(canonical.empty() ? text(mention, "name") : canonical)]);
    return true;
  };
  // By surname too, under which a person's bare mentions stand.
  const std::string wanted = name_key(name);
  for (const std::string& key : std::set<std::string>{wanted, surname(wanted)}) {
    if (auto done = store->actor_mentions(key, as_of, take); !done) {
      return tl::unexpected(done.error());
    }
  }
  settle_surnames(&register_);
  std::vector<Json> list;
  for (const auto& [key, actor] : register_) {
    const bool named =
        wanted.empty() || key == wanted ||
        std::any_of(actor.names.begin(), actor.names.end(),
                    [&](const auto& one) { return name_key(one.first) == wanted; }) ||
        surname(key) == wanted;
    if (named) list.push_back(to_json(actor));
  }
  return list;
}

}  // namespace varde::store
