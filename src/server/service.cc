#include "server/service.h"

#include "server/api.h"
#include "server/compression.h"
#include "server/metrics.h"
#include "server/pages.h"

namespace varde::server {
namespace {

// No script, style, image or connection but the server's own; no frame around it.
constexpr const char* kContentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";

void add_security_headers(const Request& request, Response* response) {
  response->set("Content-Security-Policy", kContentSecurityPolicy);
  response->set("X-Content-Type-Options", "nosniff");
  response->set("Referrer-Policy", "no-referrer");
  response->set("Cross-Origin-Opener-Policy", "same-origin");
  response->set("Cross-Origin-Resource-Policy", "same-origin");
  response->set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  if (request.secure) response->set("Strict-Transport-Security", "max-age=31536000");
}

}  // namespace

struct Service::Rooms {
  Rooms(const ServiceSettings& settings, const Coder* coder,
        std::function<void(const Answered&)> write)
      : stores(settings.store),
        access(settings.access),
        feed(&stores),
        api(&stores, &access, &feed, coder, settings.data, settings.versions,
            settings.kept_answers),
        log(std::move(write)) {}

  Response answer(const Request& request);
  Response route(const Request& request, std::string* pattern);
  Response health();
  Response metrics_page(const Request& request);

  // First, so that it ends last: connections may hold what the others own.
  std::unique_ptr<HttpServer> http;
  StorePool stores;
  Access access;
  ChangeFeed feed;
  Api api;
  Metrics metrics;
  std::function<void(const Answered&)> log;
};

Response Service::Rooms::health() {
  auto store = stores.borrow();
  if (!store) return store_problem(store.error());
  if (const auto revision = (*store)->revision(); !revision) {
    store->is_broken();
    return store_problem(revision.error());
  }
  Response response = json_response({{"status", "ok"}});
  response.set("Cache-Control", "no-store");
  return response;
}

Response Service::Rooms::metrics_page(const Request& request) {
  auto store = stores.borrow();
  if (!store) return store_problem(store.error());
  const auto who = access.identify(request, store->get());
  if (!who) {
    store->is_broken();
    return store_problem(who.error());
  }
  if (!*who) return unauthorised("a token is needed: Authorization: Bearer …");
  Response response;
  response.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
  response.set("Cache-Control", "no-store");
  response.body = metrics.text(http->connections());
  return response;
}

Response Service::Rooms::route(const Request& request, std::string* pattern) {
  if (auto refused = access.refuse_rate(request)) return *std::move(refused);
  if (auto refused = access.refuse_origin(request)) return *std::move(refused);
  if (request.path == "/healthz" || request.path == "/metrics" ||
      request.path == "/api/v1/openapi.json") {
    *pattern = request.path;
    if (request.method != "GET" && request.method != "HEAD") {
      Response refused = problem(405, "this address answers GET");
      refused.set("Allow", "GET");
      return refused;
    }
    if (request.path == "/healthz") return health();
    if (request.path == "/metrics") return metrics_page(request);
    return page(request);
  }
  if (request.path.starts_with("/api/")) {
    return api.answer(request, pattern);
  }
  *pattern = "page";
  return page(request);
}

Response Service::Rooms::answer(const Request& request) {
  const auto began = std::chrono::steady_clock::now();
  std::string pattern;
  Response response = route(request, &pattern);
  compress(request, &response);
  add_security_headers(request, &response);
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  // Methods are taken from the client only where a route knows them.
  const bool known = request.method == "GET" || request.method == "HEAD" ||
                     request.method == "POST" || request.method == "DELETE";
  const std::string method = known ? request.method : "other";
  metrics.count(method, pattern.empty() ? "none" : pattern, response.status, seconds,
                response.body.size());
  log({request.client, request.method, request.path, response.status, seconds,
       response.body.size()});
  return response;
}

Service::~Service() = default;

Result<std::unique_ptr<Service>> Service::open(const ServiceSettings& settings, const Coder* coder,
                                               std::function<void(const Answered&)> log) {
  // Brings an older store up to date before anybody asks.
  auto store = store::Store::open(settings.store, false);
  if (!store) return tl::unexpected(store.error());
  if (settings.access.needs_token) {
    const auto tokens = store::tokens(store->get());
    if (!tokens) return tl::unexpected(tokens.error());
    if (tokens->empty()) {
      return failure(
          "nobody has a token yet, and this address can be reached from elsewhere; "
          "make one: varde token add NAME --role analyst --db …");
    }
  }
  std::unique_ptr<Service> service(new Service());
  service->rooms_ = std::make_unique<Rooms>(settings, coder, std::move(log));
  Rooms* rooms = service->rooms_.get();
  HttpHooks hooks;
  hooks.answer = [rooms](const Request& request) { return rooms->answer(request); };
  hooks.refuse = [](int status, const std::string& detail) {
    Response refused = problem(status, detail);
    add_security_headers(Request{}, &refused);
    return refused;
  };
  hooks.stopping = [rooms] { rooms->feed.stop(); };
  auto http = HttpServer::open(settings.http, std::move(hooks));
  if (!http) return tl::unexpected(http.error());
  rooms->http = *std::move(http);
  return service;
}

uint16_t Service::port() const { return rooms_->http->port(); }

void Service::run() { rooms_->http->run(); }

}  // namespace varde::server
