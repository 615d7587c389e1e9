// Entries of the ledgers: lists of them, single ones, and how they came about.

#include <algorithm>

#include "server/api.h"
#include "store/answers.h"
#include "store/ledgers.h"

namespace varde::server {
namespace {

using ledger::Entry;
using ledger::Kind;

constexpr int64_t kDefaultLimit = 50;
constexpr int64_t kMostItems = 500;
constexpr size_t kLongestPage = 500'000;  // bytes of entries, after which a page ends early

const std::vector<Kind> kAllKinds{Kind::kCeasefire, Kind::kTalks,   Kind::kResolution,
                                  Kind::kToll,      Kind::kControl, Kind::kIncident};

const std::vector<std::string> kLedgers{"ceasefires", "talks",  "resolutions", "tolls",
                                        "control",    "actors", "incidents"};

void shorten(Json* report) {
  if (!report->is_object()) return;
  for (const char* name : {"quote", "begin", "end"}) report->erase(name);
}

// An entry without the words of its reports.
void summarise(Json* body) {
  const auto told = body->find("told");
  if (told == body->end()) return;  // an actor
  Json quote = told->empty() ? Json() : std::move(told->front()["quote"]);
  body->erase("told");
  for (const char* list : {"history", "claims", "violations"}) {
    const auto found = body->find(list);
    if (found == body->end()) continue;
    for (Json& one : *found) shorten(&one["report"]);
  }
  (*body)["quote"] = std::move(quote);
}

// What the parameters say of a list.
struct Listing {
  store::Filter filter;
  size_t limit;
  bool summary;
};

Listing listing_of(Parameters* parameters) {
  Listing listing{parameters->filter(), 0, false};
  listing.limit = static_cast<size_t>(parameters->number("limit", kDefaultLimit, 1, kMostItems));
  listing.filter.newest_first = parameters->one_of("order", {"oldest", "newest"}) == "newest";
  listing.summary = parameters->one_of("detail", {"full", "summary"}) == "summary";
  listing.filter.page = listing.limit + 1;
  listing.filter.after = parameters->position("cursor");
  return listing;
}

// One page of the entries of several kinds, by day: of each kind as many as may be needed.
Response page_of(const Call& call, Listing listing, const std::vector<Kind>& kinds) {
  if (auto refused = refuse_too_wide(&call.store, listing.filter)) return *std::move(refused);
  std::vector<Entry> entries;
  for (const Kind kind : kinds) {
    listing.filter.kinds = {kind};
    size_t taken = 0;
    const auto done = call.store.entries(listing.filter, [&](Entry entry) {
      entries.push_back(std::move(entry));
      return ++taken <= listing.limit;
    });
    if (!done) return store_problem(done.error());
  }
  std::stable_sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    return listing.filter.newest_first ? store::position_of(b) < store::position_of(a)
                                       : store::position_of(a) < store::position_of(b);
  });
  bool more = entries.size() > listing.limit;
  if (more) entries.resize(listing.limit);
  // Only what is shown is completed, which takes far longer than to find it.
  if (auto done = store::complete(&call.store, listing.filter.as_of, &entries); !done) {
    return store_problem(done.error());
  }
  std::vector<std::string> items;
  size_t bytes = 0;
  for (Entry& entry : entries) {
    if (listing.summary) summarise(&entry.body);
    std::string item = dump(entry.body);
    bytes += item.size();
    if (bytes > kLongestPage && !items.empty()) {
      more = true;
      break;
    }
    items.push_back(std::move(item));
  }
  std::optional<std::string> next;
  if (more) next = cursor_of(store::position_of(entries[items.size() - 1]));
  return list_response(items, next);
}

Response no_record(const std::string& id) { return problem(404, "there is no record " + id); }

}  // namespace

Response Api::status(const Call& call) {
  if (const auto fault = Parameters(call.request.query).fault()) return problem(400, *fault);
  const auto documents = call.store.count_documents();
  if (!documents) return store_problem(documents.error());
  const auto latest = call.store.latest_day();
  if (!latest) return store_problem(latest.error());
  return json_response({{"version", VARDE_VERSION},
                        {"documents", *documents},
                        {"latest_day", *latest ? Json(to_string(**latest)) : Json()},
                        {"role", std::string(name_of(call.who.role))},
                        {"analyst", call.who.name.empty() ? Json() : Json(call.who.name)},
                        {"tokens", access_.needs_token()}});
}

Response Api::ledger(const Call& call) {
  const std::string& name = call.parts[0];
  if (std::find(kLedgers.begin(), kLedgers.end(), name) == kLedgers.end()) {
    return problem(404, "there is no ledger '" + name + "'");
  }
  Parameters parameters(call.request.query);
  if (name == "actors") return actors(call, &parameters);
  Listing listing = listing_of(&parameters);
  if (const auto fault = parameters.fault()) return problem(400, *fault);
  auto kind = ledger::kind_named(name);
  if (!kind) kind = ledger::kind_named(name.substr(0, name.size() - 1));
  return page_of(call, std::move(listing), {*kind});
}

// The register takes fewer conditions, and is worked out as a whole, so that it is kept.
Response Api::actors(const Call& call, Parameters* parameters) {
  const std::string name = parameters->text("actor");
  const std::vector<std::string> countries = parameters->list("country");
  const auto as_of = parameters->day("as_of");
  const auto limit = static_cast<size_t>(parameters->number("limit", kDefaultLimit, 1, kMostItems));
  const auto start = static_cast<size_t>(parameters->number("cursor", 0, 0, 100'000'000));
  parameters->one_of("detail", {"full", "summary"});
  const bool newest = parameters->one_of("order", {"oldest", "newest"}) == "newest";
  if (const auto fault = parameters->fault()) return problem(400, *fault);

  std::shared_ptr<const std::vector<Json>> list;
  if (!name.empty()) {
    auto found = store::actors(&call.store, name, as_of);
    if (!found) return store_problem(found.error());
    list = std::make_shared<const std::vector<Json>>(*std::move(found));
  } else {
    const auto revision = call.store.revision();
    if (!revision) return store_problem(revision.error());
    const std::string day = as_of ? to_string(*as_of) : "";
    const std::lock_guard lock(register_mutex_);
    if (!register_ || register_revision_ != *revision || register_as_of_ != day) {
      auto found = store::actors(&call.store, "", as_of);
      if (!found) return store_problem(found.error());
      register_ = std::make_shared<const std::vector<Json>>(*std::move(found));
      register_revision_ = *revision;
      register_as_of_ = day;
    }
    list = register_;
  }
  std::vector<const Json*> chosen;
  for (const Json& actor : *list) {
    const bool fits = countries.empty() ||
                      std::any_of(countries.begin(), countries.end(), [&](const auto& country) {
                        return actor["country"] == Json(country);
                      });
    if (fits) chosen.push_back(&actor);
  }
  if (newest) {
    std::stable_sort(chosen.begin(), chosen.end(), [](const Json* a, const Json* b) {
      return (*a)["last_report"] > (*b)["last_report"];
    });
  }
  std::vector<Json> items;
  for (size_t i = start; i < chosen.size() && items.size() < limit; ++i) {
    items.push_back(*chosen[i]);
  }
  std::optional<std::string> next;
  if (start + limit < chosen.size()) next = std::to_string(start + limit);
  return list_response(std::move(items), next);
}

Response Api::timeline(const Call& call) {
  Parameters parameters(call.request.query);
  Listing listing = listing_of(&parameters);
  if (const auto fault = parameters.fault()) return problem(400, *fault);
  return page_of(call, std::move(listing), kAllKinds);
}

Response Api::changes(const Call& call) {
  Parameters parameters(call.request.query);
  Listing listing = listing_of(&parameters);
  if (const auto fault = parameters.fault()) return problem(400, *fault);
  store::Filter& filter = listing.filter;
  if (!filter.since) return problem(400, "since: since which day? write YYYY-MM-DD");
  filter.changed_since = filter.since;
  if (filter.until) filter.as_of = filter.until;
  filter.since.reset();
  filter.until.reset();
  return page_of(call, std::move(listing), kAllKinds);
}

Response Api::change_stream(const Call& call) {
  if (const auto fault = Parameters(call.request.query).fault()) return problem(400, *fault);
  Response response;
  response.stream = feed_.listen();
  if (!response.stream) return problem(503, "too many are listening already; try again later");
  response.set("Content-Type", "text/event-stream");
  return response;
}

Response Api::entry(const Call& call) {
  Parameters parameters(call.request.query);
  const auto as_of = parameters.day("as_of");
  if (const auto fault = parameters.fault()) return problem(400, *fault);
  const std::string id = call.parts[0] + "/" + call.parts[1];
  auto body = store::entry_with_corrections(&call.store, id, as_of);
  if (!body) return store_problem(body.error());
  if (!*body) return no_record(id);
  return json_response(**body);
}

Response Api::explanation(const Call& call) {
  if (const auto fault = Parameters(call.request.query).fault()) return problem(400, *fault);
  const std::string id = call.parts[0] + "/" + call.parts[1];
  const auto report = call.store.report(id);
  if (!report) return store_problem(report.error());
  if (!*report) return no_record(id);
  const auto document = call.store.document((*report)->article.key);
  if (!document) return store_problem(document.error());
  if (!*document) return no_record(id);
  return json_response(
      {{"id", id},
       {"document", (*document)->id},
       {"rule", (*report)->rule},
       {"versions", Json::parse((*document)->versions, nullptr, false)},
       {"text", store::explanation_part(coder_.explain((*document)->given), **report)}});
}

}  // namespace varde::server
