// Stored articles, search, and coding of new ones.

#include "base/json_fields.h"
#include "intake/document_fields.h"
#include "intake/sha256.h"
#include "output/json.h"
#include "server/api.h"
#include "store/answers.h"

namespace varde::server {
namespace {

constexpr size_t kLongestText = 500'000;  // bytes; coding it takes some seconds

Json parsed(const std::string& json) { return Json::parse(json, nullptr, false); }

// A place among those whose articles are being coded: few, so that readers are still answered.
class CodingSlot {
 public:
  explicit CodingSlot(std::atomic<int>* count) : count_(*count) {}
  ~CodingSlot() { --count_; }
  CodingSlot(const CodingSlot&) = delete;
  CodingSlot& operator=(const CodingSlot&) = delete;
  explicit operator bool() const { return mine_ <= kMostCoding; }

 private:
  static constexpr int kMostCoding = 2;
  std::atomic<int>& count_;
  const int mine_ = ++count_;
};

// A document from the body of a request, as a line of JSON Lines gives it.
struct Given {
  Document document;
  std::optional<Response> problem;
};

Given document_in(const Request& request) {
  Body body = json_body(request);
  if (body.problem) return {{}, std::move(body.problem)};
  DocumentFields fields;
  const std::pair<const char*, std::string*> slots[] = {
      {"text", &fields.text},           {"id", &fields.id},   {"language", &fields.language},
      {"published", &fields.published}, {"uri", &fields.uri}, {"publisher", &fields.publisher},
      {"title", &fields.title}};
  for (const auto& [name, slot] : slots) {
    const auto found = body.json.find(name);
    if (found == body.json.end() || found->is_null()) continue;
    if (!found->is_string()) return {{}, problem(400, std::string(name) + ": is no text")};
    *slot = found->get<std::string>();
  }
  if (fields.text.empty()) return {{}, problem(400, "text: the article's text is missing")};
  if (fields.text.size() > kLongestText) {
    return {{}, problem(413, "text: longer than any article; varde ingest takes such")};
  }
  auto document = make_document(std::move(fields));
  if (!document) return {{}, problem(422, document.error().message)};
  if (auto done = store::make_storable(&*document); !done) {
    return {{}, problem(422, done.error().message)};
  }
  return {*std::move(document), std::nullopt};
}

}  // namespace

Response Api::documents(const Call& call) {
  Parameters parameters(call.request.query);
  const auto limit = static_cast<size_t>(parameters.number("limit", 50, 1, 500));
  const std::string cursor = parameters.text("cursor");
  if (const auto fault = parameters.fault()) return problem(400, *fault);
  const auto list = call.store.list_documents(cursor, limit + 1);
  if (!list) return store_problem(list.error());
  std::vector<Json> items;
  std::optional<std::string> next;
  for (const store::ListedDocument& one : *list) {
    if (items.size() == limit) {
      next = (*list)[limit - 1].sort_key;
      break;
    }
    items.push_back({{"key", one.key},
                     {"id", one.id},
                     {"published", one.published ? Json(to_string(*one.published)) : Json()},
                     {"publisher", or_null(one.given.publisher)},
                     {"title", or_null(one.given.title)},
                     {"language", or_null(one.given.language)},
                     {"copy_of", or_null(one.copy_of)}});
  }
  return list_response(std::move(items), next);
}

Response Api::document(const Call& call) {
  if (const auto fault = Parameters(call.request.query).fault()) return problem(400, *fault);
  const auto document = call.store.document(call.parts[0]);
  if (!document) return store_problem(document.error());
  if (!*document) return problem(404, "there is no document " + call.parts[0]);
  const auto corrections = call.store.corrections_in((*document)->key);
  if (!corrections) return store_problem(corrections.error());
  const Document& given = (*document)->given;
  Json coded = parsed((*document)->coded);
  coded["duplicate_of"] = or_null((*document)->duplicate_of);
  Json list = Json::array();
  for (const store::Correction& one : *corrections) list.push_back(to_json(one));
  return json_response({{"key", (*document)->key},
                        {"id", (*document)->id},
                        {"published", coded["published"]["end"]},
                        {"publisher", or_null(given.publisher)},
                        {"title", or_null(given.title)},
                        {"language", coded["language"]},
                        {"uri", or_null(given.uri)},
                        {"copy_of", or_null((*document)->copy_of)},
                        {"versions", parsed((*document)->versions)},
                        {"text", given.text},
                        {"coded", std::move(coded)},
                        {"corrections", std::move(list)}});
}

Response Api::search(const Call& call) {
  Parameters parameters(call.request.query);
  const std::string words = parameters.text("q");
  const auto limit = static_cast<size_t>(parameters.number("limit", 20, 1, 200));
  if (const auto fault = parameters.fault()) return problem(400, *fault);
  if (store::has_words(words)) {
    const auto hits = call.store.search(words, limit);
    if (!hits) return store_problem(hits.error());
    std::vector<Json> items;
    for (const store::SearchHit& hit : *hits) items.push_back(to_json(hit, words));
    return list_response(std::move(items), std::nullopt);
  }
  return problem(400, "q: nothing to search for; give one word or more");
}

Response Api::code(const Call& call) {
  if (const auto fault = Parameters(call.request.query).fault()) return problem(400, *fault);
  Given given = document_in(call.request);
  if (given.problem) return *std::move(given.problem);
  const CodingSlot slot(&coding_);
  if (!slot) return problem(503, "too many articles are being coded; try again in a moment");
  std::string line;
  append_json(coder_.code(given.document), &line);
  Json body{{"text", given.document.text}, {"coded", parsed(line)}};
  return json_response(body);
}

Response Api::add_document(const Call& call) {
  if (const auto fault = Parameters(call.request.query).fault()) return problem(400, *fault);
  Given given = document_in(call.request);
  if (given.problem) return *std::move(given.problem);
  const CodingSlot slot(&coding_);
  if (!slot) return problem(503, "too many articles are being coded; try again in a moment");
  const std::string key = store::key_of(given.document);
  store::CodedArticle article{given.document, coder_.code(given.document)};
  store::AddedCounts counts;
  {
    const std::lock_guard lock(writing_);
    const auto added = call.store.add({std::move(article)}, versions_);
    if (!added) return store_problem(added.error());
    counts = *added;
  }
  feed_.nudge();
  const auto stored = call.store.document(key);
  if (!stored) return store_problem(stored.error());
  Response response = json_response({{"key", key},
                                     {"id", *stored ? Json((*stored)->id) : Json()},
                                     {"stored", counts.stored > 0},
                                     {"copy_of", *stored ? or_null((*stored)->copy_of) : Json()}},
                                    201);
  response.set("Location", "/api/v1/documents/" + key);
  return response;
}

}  // namespace varde::server
