// HTTP/1.1 over TCP or TLS: takes connections, reads requests within bounds of size and time, has
// them answered, and sends the answers. RFC 9110 and 9112, by Boost.Beast.
#ifndef VARDE_SERVER_HTTP_SERVER_H_
#define VARDE_SERVER_HTTP_SERVER_H_

#include <chrono>
#include <memory>
#include <string>

#include "server/message.h"
#include "varde/result.h"

namespace varde::server {

struct HttpSettings {
  std::string address = "127.0.0.1";
  uint16_t port = 8080;  // 0: any that is free
  size_t workers = 4;    // requests answered at once
  size_t most_connections = 512;
  size_t most_waiting = 256;  // requests read and not answered; more get 503
  size_t longest_header = 16 << 10;
  size_t longest_body = 4 << 20;
  std::chrono::seconds header_time{15};   // to send a request, or be idle between two
  std::chrono::seconds answer_time{120};  // to take in an answer, or the next piece of a stream
  std::chrono::seconds drain_time{10};    // for what is being answered when the server stops
  std::string certificate;                // PEM files; both empty: no TLS
  std::string key;
};

// What a server asks of those who use it. All are called by several threads at once.
struct HttpHooks {
  Handler answer;
  // The answer to what is no acceptable request; `detail` is shown to people.
  std::function<Response(int status, const std::string& detail)> refuse;
  // The server is about to end: streams that go on for ever must be closed.
  std::function<void()> stopping;
};

// Whether it is an IP address; names are not looked up.
bool is_address(const std::string& address);

// Whether an address is one that only this machine can reach.
bool is_loopback(const std::string& address);

class HttpServer {
 public:
  // Binds the address. An error says what cannot be had.
  static Result<std::unique_ptr<HttpServer>> open(const HttpSettings& settings, HttpHooks hooks);
  virtual ~HttpServer() = default;

  virtual uint16_t port() const = 0;
  // Serves until SIGINT or SIGTERM comes, or `stop` is called; then finishes what is being
  // answered.
  virtual void run() = 0;
  // From any thread.
  virtual void stop() = 0;
  virtual size_t connections() const = 0;
};

}  // namespace varde::server

#endif  // VARDE_SERVER_HTTP_SERVER_H_
