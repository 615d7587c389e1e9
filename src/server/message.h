// A request and its answer, as those who answer see them: no socket, no protocol.
#ifndef VARDE_SERVER_MESSAGE_H_
#define VARDE_SERVER_MESSAGE_H_

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/channel.h"

namespace varde::server {

// Of parameters in the order of the query; a name may stand several times.
using Query = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method;              // upper case
  std::string path;                // without the query, percent-decoded
  std::vector<std::string> parts;  // between its slashes; one that was escaped is part of a part
  Query query;                     // decoded
  std::map<std::string, std::string> headers;  // by name in small letters
  std::string body;
  std::string client;   // address
  bool secure = false;  // came by TLS

  std::string_view header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
  }
};

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  // Instead of a body: what is written into the channel, as it comes.
  std::shared_ptr<Channel> stream;

  void set(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
  }
};

// Whether the client takes gzip (RFC 9110, 12.5.3): named, and not with a weight of nothing.
bool accepts_gzip(const Request& request);

using Handler = std::function<Response(const Request&)>;

// Splits a request target into path and query, percent-decoded; nothing when it is malformed:
// broken escapes, NUL, what is no UTF-8. Absolute ones ("http://host/path") are taken as well, as
// every server must (RFC 9112, 3.2.2); their host counts in the place of the header's.
struct Target {
  std::string host;  // of an absolute target, with its port; else empty
  std::string path;
  std::vector<std::string> parts;
  Query query;
};
std::optional<Target> parse_target(std::string_view target);

}  // namespace varde::server

#endif  // VARDE_SERVER_MESSAGE_H_
