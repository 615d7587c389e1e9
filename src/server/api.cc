#include "server/api.h"

#include <algorithm>
#include <cctype>

#include "intake/sha256.h"
#include "server/compression.h"

namespace varde::server {
namespace {

std::vector<std::string_view> pieces(std::string_view path) {
  std::vector<std::string_view> list;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const size_t end = std::min(path.find('/'), path.size());
    list.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return list;
}

// The parts that the pattern leaves open; nothing when the path does not fit.
std::optional<std::vector<std::string>> match(std::string_view pattern,
                                              const std::vector<std::string>& given) {
  const auto wanted = pieces(pattern);
  if (wanted.size() != given.size()) return std::nullopt;
  std::vector<std::string> parts;
  for (size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i].starts_with('{')) {
      if (given[i].empty()) return std::nullopt;
      parts.emplace_back(given[i]);
    } else if (wanted[i] != given[i]) {
      return std::nullopt;
    }
  }
  return parts;
}

bool fits_method(const Route& route, const std::string& method) {
  return route.method == method || (method == "HEAD" && route.method == std::string_view("GET"));
}

// The tag of an answer: a function of the store's revision, the program and the address.
std::string tag_of(const Request& request, int64_t revision, const std::string& versions) {
  std::string all = std::to_string(revision) + "\n" + versions + "\n" + request.path;
  for (const auto& [name, value] : request.query) all += "\n" + name + "=" + value;
  return "W/\"" + sha256_hex(all).substr(0, 20) + "\"";
}

bool has_tag(std::string_view list, const std::string& tag) {
  return list.find(tag) != std::string_view::npos;
}

// Media types know no case, and space may stand around what follows them.
bool is_json(std::string_view type) {
  type = type.substr(0, type.find(';'));
  while (type.ends_with(' ') || type.ends_with('\t')) type.remove_suffix(1);
  constexpr std::string_view kJson = "application/json";
  return std::equal(type.begin(), type.end(), kJson.begin(), kJson.end(), [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == b;
  });
}

}  // namespace

std::string dump(const Json& body) {
  return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Response json_response(const Json& body, int status) {
  Response response;
  response.status = status;
  response.set("Content-Type", "application/json");
  response.body = dump(body);
  return response;
}

Response store_problem(const Error& error) {
  return problem(503, "the store cannot be asked: " + error.message);
}

Response list_response(const std::vector<std::string>& items,
                       const std::optional<std::string>& next) {
  Response response;
  response.set("Content-Type", "application/json");
  response.body = "{\"items\":[";
  for (const std::string& item : items) {
    if (&item != &items.front()) response.body += ',';
    response.body += item;
  }
  response.body += "],\"next\":" + dump(next ? Json(*next) : Json()) + "}";
  return response;
}

Response list_response(std::vector<Json> items, const std::optional<std::string>& next) {
  Json body;
  body["items"] = std::move(items);
  body["next"] = next ? Json(*next) : Json();
  return json_response(body);
}

std::optional<Response> refuse_too_wide(store::Store* store, const store::Filter& filter) {
  constexpr int64_t kMostDocuments = 20'000;
  const bool narrow = !filter.actors.empty() || !filter.countries.empty() ||
                      !filter.places.empty() || !filter.sources.empty();
  if (!filter.as_of || narrow) return std::nullopt;
  const auto documents = store->count_documents();
  if (!documents) return store_problem(documents.error());
  if (*documents <= kMostDocuments) return std::nullopt;
  return problem(
      422, "as_of: in a store of this size, give an actor, a country, a place or a source too");
}

Body json_body(const Request& request) {
  constexpr int kDeepest = 20;
  constexpr int kMostNames = 100;  // an object is searched for each name that is added
  if (!is_json(request.header("content-type"))) {
    return {{}, problem(415, "send the body as application/json")};
  }
  int names = 0;
  bool too_much = false;
  const Json::parser_callback_t within = [&](int depth, Json::parse_event_t event, Json&) {
    if (event == Json::parse_event_t::key) ++names;
    too_much = too_much || depth > kDeepest || names > kMostNames;
    return !too_much;
  };
  Json json = Json::parse(request.body, within, false);
  if (too_much || !json.is_object()) return {{}, problem(400, "the body is no plain JSON object")};
  return {std::move(json), std::nullopt};
}

std::vector<Route> Api::all_routes() {
  using store::Role;
  const auto to = [this](Response (Api::*member)(const Call&)) {
    return [this, member](const Call& call) { return (this->*member)(call); };
  };
  return {
      {"GET", "/api/v1/status", Role::kReader, false, to(&Api::status)},
      {"GET", "/api/v1/ledgers/{ledger}", Role::kReader, true, to(&Api::ledger)},
      {"GET", "/api/v1/timeline", Role::kReader, true, to(&Api::timeline)},
      {"GET", "/api/v1/changes", Role::kReader, true, to(&Api::changes)},
      {"GET", "/api/v1/changes/stream", Role::kReader, false, to(&Api::change_stream)},
      {"GET", "/api/v1/entries/{document}/{record}", Role::kReader, true, to(&Api::entry)},
      {"GET", "/api/v1/entries/{document}/{record}/explanation", Role::kReader, true,
       to(&Api::explanation)},
      {"GET", "/api/v1/documents", Role::kReader, true, to(&Api::documents)},
      {"POST", "/api/v1/documents", Role::kAnalyst, false, to(&Api::add_document)},
      {"GET", "/api/v1/documents/{key}", Role::kReader, true, to(&Api::document)},
      {"GET", "/api/v1/search", Role::kReader, true, to(&Api::search)},
      {"POST", "/api/v1/code", Role::kReader, false, to(&Api::code)},
      {"GET", "/api/v1/corrections", Role::kReader, true, to(&Api::corrections)},
      {"POST", "/api/v1/corrections", Role::kAnalyst, false, to(&Api::correct)},
      {"GET", "/api/v1/agreement", Role::kReader, true, to(&Api::agreement)},
      {"GET", "/api/v1/queue", Role::kReader, true, to(&Api::queue)},
      {"GET", "/api/v1/counts", Role::kReader, true, to(&Api::counts)},
      {"GET", "/api/v1/map", Role::kReader, true, to(&Api::map)},
      {"GET", "/api/v1/network", Role::kReader, true, to(&Api::network)},
      {"GET", "/api/v1/tolls/sum", Role::kReader, true, to(&Api::toll_sums)},
      {"GET", "/api/v1/export", Role::kReader, false, to(&Api::export_ledgers)},
      {"POST", "/api/v1/session", Role::kReader, false, to(&Api::begin_session)},
      {"DELETE", "/api/v1/session", Role::kReader, false, to(&Api::end_session)},
  };
}

Response Api::answer(const Request& request, std::string* pattern) {
  std::string allowed;
  for (const Route& route : routes_) {
    auto parts = match(route.pattern, request.parts);
    if (!parts) continue;
    if (fits_method(route, request.method)) {
      *pattern = route.pattern;
      return checked(route, request, *std::move(parts));
    }
    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
  }
  if (allowed.empty()) {
    return problem(404, "there is no such address; /api/v1/openapi.json describes those there are");
  }
  Response refused = problem(405, "this address answers " + allowed);
  refused.set("Allow", allowed);
  return refused;
}

Response Api::checked(const Route& route, const Request& request, std::vector<std::string> parts) {
  auto loan = stores_.borrow();
  if (!loan) return store_problem(loan.error());
  const auto who = access_.identify(request, loan->get());
  if (!who) {
    loan->is_broken();
    return store_problem(who.error());
  }
  const bool signing_in = route.pattern == std::string_view("/api/v1/session");
  if (!*who && !signing_in) {
    return unauthorised("a token is needed: Authorization: Bearer …");
  }
  if (*who && (*who)->role < route.role) {
    return problem(403, "your token is for a " + std::string(name_of((*who)->role)) +
                            "; this needs one for an " + std::string(name_of(route.role)));
  }
  std::string tag;
  if (route.lasting) {
    const auto revision = (*loan)->revision();
    if (!revision) {
      loan->is_broken();
      return store_problem(revision.error());
    }
    tag = tag_of(request, *revision, versions_);
    if (has_tag(request.header("if-none-match"), tag)) {
      Response same;
      same.status = 304;
      same.set("ETag", tag);
      same.set("Cache-Control", "private, no-cache");
      return same;
    }
  }
  const auto work = [&] {
    Response response =
        route.answer({request, std::move(parts), who->value_or(Identity{}), *loan->get()});
    if (response.status < 400) {
      if (!tag.empty()) response.set("ETag", tag);
      response.set("Cache-Control", tag.empty() ? "no-store" : "private, no-cache");
    }
    compress(request, &response);
    return response;
  };
  // The tag says all that a lasting answer depends on, but for its packing.
  Response response =
      tag.empty() ? work() : answers_.answer(tag + (accepts_gzip(request) ? "z" : ""), work);
  // After a failure the connection may be of no more use.
  if (response.status == 503 && !(*loan)->revision()) loan->is_broken();
  return response;
}

}  // namespace varde::server
