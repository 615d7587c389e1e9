#include "server/problem.h"

#include <nlohmann/json.hpp>

namespace varde::server {

const char* title_of(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

Response unauthorised(const std::string& detail) {
  Response refused = problem(401, detail);
  refused.set("WWW-Authenticate", "Bearer realm=\"varde\"");
  return refused;
}

Response problem(int status, const std::string& detail) {
  Response response;
  response.status = status;
  response.set("Content-Type", "application/problem+json");
  response.set("Cache-Control", "no-store");
  if (status == 503) response.set("Retry-After", "1");
  const nlohmann::ordered_json body{
      {"type", "about:blank"}, {"title", title_of(status)}, {"status", status}, {"detail", detail}};
  response.body = body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  return response;
}

}  // namespace varde::server
