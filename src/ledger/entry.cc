#include "ledger/entry.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/utf8.h"
#include "ledger/consolidation.h"
#include "ledger/grouping.h"

namespace varde::ledger {
namespace {

void sort_and_unify(std::vector<std::string>* list) {
  std::sort(list->begin(), list->end());
  list->erase(std::unique(list->begin(), list->end()), list->end());
}

// From the first day that a report allows to the last.
std::optional<Interval> span_of(const Reports& reports) {
  std::optional<Interval> span;
  for (const Report* report : reports) {
    const auto days = possible_days(*report);
    if (!days) continue;
    span =
        span ? Interval{std::min(span->begin, days->begin), std::max(span->end, days->end)} : *days;
  }
  return span;
}

Json day_or_null(const std::optional<Day>& day) { return day ? Json(to_string(*day)) : Json(); }

// Who told it, and how many independently of each other: copies of an article are no reports here.
void describe_reports(const Reports& reports, Entry* entry) {
  Json* body = &entry->body;
  std::set<std::string_view> articles;
  std::set<std::string_view> publishers;
  double doubt = 1;
  Json list = Json::array();
  for (const Report* report : reports) {
    articles.insert(report->article.key);
    publishers.insert(report->article.publisher.empty() ? report->article.key
                                                        : report->article.publisher);
    doubt = std::min(doubt, 1 - report->confidence);
    if (const auto day = known(*report)) entry->last_known = day;
    list.push_back(telling(*report));
  }
  constexpr double kThousand = 1000;
  entry->reports = static_cast<int64_t>(articles.size());
  (*body)["reports"] = articles.size();
  (*body)["publishers"] = publishers.size();
  (*body)["first_report"] = day_or_null(known(*reports.front()));
  (*body)["last_report"] = day_or_null(entry->last_known);
  (*body)["confidence"] = std::round((1 - doubt) * kThousand) / kThousand;
  (*body)["told"] = std::move(list);
}

void describe(Kind kind, const Reports& reports, Json* body) {
  switch (kind) {
    case Kind::kIncident:
      return describe_incident(reports, body);
    case Kind::kToll:
      return describe_toll(reports, body);
    case Kind::kCeasefire:
      return describe_ceasefire(reports, body);
    case Kind::kTalks:
      return describe_talks(reports, body);
    case Kind::kResolution:
      return describe_resolution(reports, body);
    case Kind::kControl:
      return describe_control(reports, body);
  }
}

}  // namespace

std::string facet(std::string_view field, std::string_view value) {
  constexpr size_t kLongest = 200;  // code points
  std::string made = std::string(field) + "|" + std::string(first_code_points(value, kLongest));
  std::replace(made.begin(), made.end(), '\n', ' ');  // the store keeps several as lines
  return made;
}

std::vector<std::string> facets_of(const Report& report) {
  std::vector<std::string> facets;
  const auto add = [&](const char* field, const std::string& value) {
    if (!value.empty()) facets.push_back(facet(field, value));
  };
  for (const Party& party : report.parties) {
    const bool source = party.role == Role::kSource;
    const char* field = source ? "source" : "actor";
    add(field, name_key(party.name));
    add(field, name_key(party.canonical));
    add(field, party.country);
    if (!party.country.empty() && !party.sector.empty()) add(field, code_of(party));
    if (!source) add("country", party.country);
  }
  if (report.place) {
    add("country", report.place->country);
    add("place", name_key(report.place->name));
  }
  add("type", report.type);
  add("source", name_key(report.article.publisher));
  sort_and_unify(&facets);
  return facets;
}

Entry entry_of(const std::vector<const Report*>& reports) {
  const Report& first = *reports.front();
  Entry entry;
  entry.id = first.id;
  entry.kind = first.kind;
  entry.span = span_of(reports);
  entry.days = days_of(reports);
  if (!entry.days) entry.days = entry.span;
  entry.first_known = known(first);
  for (const Report* report : reports) {
    for (std::string& facet : facets_of(*report)) entry.facets.push_back(std::move(facet));
  }
  sort_and_unify(&entry.facets);
  entry.body["kind"] = name_of(entry.kind);
  entry.body["id"] = entry.id;
  describe(entry.kind, reports, &entry.body);
  describe_reports(reports, &entry);
  return entry;
}

std::vector<Entry> entries_of(std::vector<Report> reports) {
  std::sort(reports.begin(), reports.end(), reported_before);
  std::vector<Profile> profiles;
  profiles.reserve(reports.size());
  for (const Report& report : reports) profiles.emplace_back(report);
  std::vector<Entry> entries;
  for (const Group& group : group(profiles)) {
    Reports members;
    for (const size_t at : group) members.push_back(&reports[at]);
    entries.push_back(entry_of(members));
  }
  return entries;
}

}  // namespace varde::ledger
