#include "store/conditions.h"

#include <algorithm>

#include "base/utf8.h"
#include "store/ledger_tables.h"

namespace varde::store {
namespace {

using Keys = std::vector<std::string>;

// A word may be a name; "RUS" and "RUS:GOV" may also be codes, as "PKK" may be one but is none.
Keys code_or_name(const std::string& word) { return {word, name_key(word)}; }

}  // namespace

Conditions::Conditions(const Filter& filter) : filter_(filter) {
  const auto add = [&](const char* field, const std::vector<std::string>& words, auto key) {
    if (words.empty()) return;
    std::vector<std::string> any;
    for (const std::string& word : words) {
      for (const std::string& one : key(word)) any.push_back(ledger::facet(field, one));
    }
    facets_.push_back(std::move(any));
  };
  const auto as_is = [](const std::string& word) { return Keys{word}; };
  add("actor", filter.actors, code_or_name);
  add("country", filter.countries, as_is);
  add("place", filter.places, [](const std::string& word) { return Keys{name_key(word)}; });
  add("source", filter.sources, code_or_name);
  add("type", filter.types, as_is);  // last: it says least
}

bool Conditions::hold(const ledger::Entry& entry) const {
  for (const auto& any : facets_) {
    const bool held = std::any_of(any.begin(), any.end(), [&](const std::string& facet) {
      return std::binary_search(entry.facets.begin(), entry.facets.end(), facet);
    });
    if (!held) return false;
  }
  if (!filter_.happened_in.empty()) {
    const ledger::Json& place = entry.body["place"];
    const bool there = place.is_object() && place["country"] == ledger::Json(filter_.happened_in);
    if (!there || entry.body["state"] != ledger::Json("happened") ||
        entry.body["type"] != ledger::Json(filter_.of_type)) {
      return false;
    }
    if (!entry.days || (filter_.since && entry.days->begin < *filter_.since)) return false;
  }
  if (filter_.since && (!entry.days || entry.days->end < *filter_.since)) return false;
  if (filter_.until && (!entry.days || entry.days->begin > *filter_.until)) return false;
  if (filter_.changed_since && (!entry.last_known || *entry.last_known < *filter_.changed_since)) {
    return false;
  }
  return entry.reports >= filter_.min_reports;
}

void Conditions::add_facets(const std::string& kind, Statement* statement) const {
  if (!filter_.happened_in.empty()) {
    statement->add(" AND e.id IN (SELECT i.id FROM incident_facts i WHERE i.country=" +
                   statement->value(filter_.happened_in) +
                   " AND i.type=" + statement->value(filter_.of_type) + " AND i.state='happened'");
    if (filter_.since) {
      statement->add(" AND i.begin_day>=" + statement->value(day_value(filter_.since)));
    }
    if (filter_.until) {
      statement->add(" AND i.begin_day<=" + statement->value(day_value(filter_.until)));
    }
    statement->add(")");
  }
  // The first facet finds entries, each further one is looked up for those.
  bool first = filter_.happened_in.empty();
  for (const auto& any : facets_) {
    std::string list;
    for (const std::string& facet : any) {
      list += (list.empty() ? "" : ",") + statement->value(facet);
    }
    const std::string where = " f.facet IN (" + list + ") AND f.kind=" + kind;
    if (first) {
      std::string until;
      std::string periods;
      if (filter_.until && !filter_.as_of) {
        until = " AND f.day<=" + statement->value(day_value(filter_.until));
        periods = " WHERE p.period<=" + statement->value(period_of(filter_.until));
      }
      statement->add(
          " AND e.id IN (SELECT f.entry FROM entry_facet f WHERE f.period IN "
          "(SELECT p.period FROM period p" +
          periods + ") AND" + where + until + ")");
    } else {
      const std::string day = "COALESCE(e.begin_day, 0)";  // order_day
      statement->add(" AND EXISTS (SELECT 1 FROM entry_facet f WHERE f.period=" + day + "/" +
                     std::to_string(kPeriod) + " AND" + where + " AND f.day=" + day +
                     " AND f.entry=e.id)");
    }
    first = false;
  }
}

void Conditions::add_days(Statement* statement) const {
  if (filter_.since && filter_.happened_in.empty()) {
    statement->add(" AND e.end_day>=" + statement->value(day_value(filter_.since)));
  }
  if (filter_.until) {
    statement->add(" AND e.begin_day<=" + statement->value(day_value(filter_.until)));
  }
  if (filter_.changed_since) {
    statement->add(" AND e.changed_day>=" + statement->value(day_value(filter_.changed_since)));
  }
  if (filter_.min_reports > 1) {
    statement->add(" AND e.reports>=" + statement->value(filter_.min_reports));
  }
}

}  // namespace varde::store
