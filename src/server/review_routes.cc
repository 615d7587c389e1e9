// What analysts do: look through the queue, correct records, compare themselves with the program.

#include "server/api.h"
#include "store/answers.h"
#include "store/review_queue.h"

namespace varde::server {
namespace {

constexpr size_t kLongestWord = 2000;  // bytes of a name, a value or a reason

// A text of the body, checked; sets the problem when it is none.
std::string text_in(const Json& body, const char* name, std::optional<Response>* fault) {
  const auto found = body.find(name);
  if (found == body.end() || found->is_null()) return "";
  if (!found->is_string()) {
    *fault = problem(400, std::string(name) + ": is no text");
    return "";
  }
  std::string text = found->get<std::string>();
  const bool nul = text.find('\0') != std::string::npos;
  if (nul || text.size() > kLongestWord) *fault = problem(400, std::string(name) + ": too long");
  return text;
}

}  // namespace

Response Api::corrections(const Call& call) {
  Parameters parameters(call.request.query);
  const std::string report = parameters.text("report");
  const int64_t limit = parameters.number("limit", 50, 1, 500);
  const int64_t after = parameters.number("cursor", 0, 0, INT64_MAX);
  if (const auto fault = parameters.fault()) return problem(400, *fault);
  auto found = call.store.corrections(report, after, limit + 1);
  if (!found) return store_problem(found.error());
  std::optional<std::string> next;
  if (found->size() > static_cast<size_t>(limit)) {
    found->pop_back();
    next = std::to_string(found->back().number);
  }
  std::vector<Json> items;
  for (const store::Correction& one : *found) items.push_back(to_json(one));
  return list_response(std::move(items), next);
}

Response Api::correct(const Call& call) {
  if (const auto fault = Parameters(call.request.query).fault()) return problem(400, *fault);
  Body body = json_body(call.request);
  if (body.problem) return *std::move(body.problem);
  std::optional<Response> fault;
  const std::string report = text_in(body.json, "report", &fault);
  const std::string why = text_in(body.json, "why", &fault);
  std::string by = text_in(body.json, "by", &fault);
  if (!call.who.name.empty()) by = call.who.name;
  const auto changes = body.json.find("changes");
  if (changes == body.json.end() || !changes->is_object() || changes->empty()) {
    return problem(400, "changes: name at least one field and its value");
  }
  std::vector<store::Correction> corrections;
  for (const auto& [field, value] : changes->items()) {
    store::Correction one;
    one.report = report;
    one.field = field;
    one.value = text_in(*changes, field.c_str(), &fault);
    // Absent is not the same as empty here, which says that nothing is known.
    if (value.is_null()) fault = problem(400, field + ": is no text; \"\" empties it");
    one.analyst = by;
    one.reason = why;
    one.made_at = store::now_utc();
    corrections.push_back(std::move(one));
  }
  if (fault) return *std::move(fault);
  if (report.empty()) return problem(400, "report: which record is to be corrected?");
  if (by.empty()) return problem(400, "by: who says so?");
  if (why.empty()) return problem(400, "why: a reason, for those who read it later");
  const auto there = call.store.report(report);
  if (!there) return store_problem(there.error());
  if (!*there) return problem(404, "there is no record " + report);
  Result<std::vector<store::Correction>> all;
  {
    const std::lock_guard lock(writing_);
    if (const auto done = call.store.correct(corrections); !done) {
      // What the store refuses leaves it readable; what failed does not.
      const bool refused = call.store.revision().has_value();
      return refused ? problem(422, done.error().message) : store_problem(done.error());
    }
    all = call.store.corrections(report);
  }
  feed_.nudge();
  if (!all) return store_problem(all.error());
  Json items = Json::array();
  const size_t made = std::min(corrections.size(), all->size());
  for (size_t i = all->size() - made; i < all->size(); ++i) items.push_back(to_json((*all)[i]));
  return json_response({{"items", std::move(items)}}, 201);
}

Response Api::agreement(const Call& call) {
  if (const auto fault = Parameters(call.request.query).fault()) return problem(400, *fault);
  const auto corrections = call.store.corrections();
  if (!corrections) return store_problem(corrections.error());
  return list_response(store::agreement_rows(*corrections), std::nullopt);
}

Response Api::queue(const Call& call) {
  Parameters parameters(call.request.query);
  const auto limit = static_cast<size_t>(parameters.number("limit", 20, 1, 200));
  const auto after = parameters.queue_position("cursor");
  if (const auto fault = parameters.fault()) return problem(400, *fault);
  auto page = store::review_queue(&call.store, after.value_or(store::QueuePosition()), limit);
  if (!page) return store_problem(page.error());
  std::optional<std::string> next;
  if (page->next) next = cursor_of(*page->next);
  return list_response(std::move(page->items), next);
}

}  // namespace varde::server
