// The HTTP API, version 1: docs/api.md describes it, openapi.json for programs. Answers are worked
// out from the store for each request; nothing is kept between them but the coder and the register
// of actors.
#ifndef VARDE_SERVER_API_H_
#define VARDE_SERVER_API_H_

#include <atomic>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "server/access.h"
#include "server/answer_cache.h"
#include "server/change_feed.h"
#include "server/export_streams.h"
#include "server/message.h"
#include "server/parameters.h"
#include "server/problem.h"
#include "server/store_pool.h"
#include "varde/coder.h"

namespace varde::server {

using Json = ledger::Json;

// What a route is given: the request, the parts of the path that its pattern leaves open, and who
// asks.
struct Call {
  const Request& request;
  std::vector<std::string> parts;
  Identity who;
  store::Store& store;
};

struct Route {
  const char* method;
  const char* pattern;  // "/api/v1/entries/{document}/{record}"
  store::Role role;
  // Whether the answer is a function of the address and of the store, which a browser may keep.
  bool lasting;
  std::function<Response(const Call&)> answer;
};

class Api {
 public:
  Api(StorePool* stores, Access* access, ChangeFeed* feed, const Coder* coder,
      std::filesystem::path data, std::string versions, size_t kept_answers)
      : stores_(*stores),
        access_(*access),
        feed_(*feed),
        coder_(*coder),
        data_(std::move(data)),
        versions_(std::move(versions)),
        answers_(kept_answers) {}

  // Answers what begins with /api/. `pattern` becomes that of the route, for metrics, and stays as
  // it is when there is none.
  Response answer(const Request& request, std::string* pattern);

 private:
  std::vector<Route> all_routes();
  Response checked(const Route& route, const Request& request, std::vector<std::string> parts);

  // ledger_routes.cc
  Response status(const Call& call);
  Response ledger(const Call& call);
  Response actors(const Call& call, Parameters* parameters);
  Response timeline(const Call& call);
  Response changes(const Call& call);
  Response change_stream(const Call& call);
  Response entry(const Call& call);
  Response explanation(const Call& call);
  // document_routes.cc
  Response documents(const Call& call);
  Response document(const Call& call);
  Response search(const Call& call);
  Response code(const Call& call);
  Response add_document(const Call& call);
  // review_routes.cc
  Response corrections(const Call& call);
  Response correct(const Call& call);
  Response agreement(const Call& call);
  Response queue(const Call& call);
  // overview_routes.cc
  Response counts(const Call& call);
  Response map(const Call& call);
  Response network(const Call& call);
  Response toll_sums(const Call& call);
  Response export_ledgers(const Call& call);
  // session_routes.cc
  Response begin_session(const Call& call);
  Response end_session(const Call& call);

  StorePool& stores_;
  Access& access_;
  ChangeFeed& feed_;
  const Coder& coder_;
  std::filesystem::path data_;
  std::string versions_;
  std::atomic<int> coding_{0};  // articles being coded
  ExportStreams exports_{&stores_};
  std::mutex writing_;  // one writer at a time: the others wait here, not in the database

  // The register of actors, worked out when it is first asked for at a revision.
  std::mutex register_mutex_;
  int64_t register_revision_ = -1;
  std::string register_as_of_;
  std::shared_ptr<const std::vector<Json>> register_;

  AnswerCache answers_;

  const std::vector<Route> routes_ = all_routes();
};

// An answer in JSON; bytes that are no UTF-8 are replaced.
Response json_response(const Json& body, int status = 200);
// The problem that a failure of the store is.
Response store_problem(const Error& error);
// A list as docs/api.md has it.
Response list_response(std::vector<Json> items, const std::optional<std::string>& next);
// The same of items that are JSON texts already.
Response list_response(const std::vector<std::string>& items,
                       const std::optional<std::string>& next);
// As JSON; bytes that are no UTF-8 become U+FFFD.
std::string dump(const Json& body);
// A problem when the ledgers of a day long ago, which are worked out anew for each answer, are
// asked for without a condition that keeps them few.
std::optional<Response> refuse_too_wide(store::Store* store, const store::Filter& filter);
// The body as a JSON object; a problem when it is none.
struct Body {
  Json json;
  std::optional<Response> problem;
};
Body json_body(const Request& request);

}  // namespace varde::server

#endif  // VARDE_SERVER_API_H_
