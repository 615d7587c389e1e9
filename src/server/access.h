// Who may ask for what: roles by token, where a request may come from, and how often.
#ifndef VARDE_SERVER_ACCESS_H_
#define VARDE_SERVER_ACCESS_H_

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "server/message.h"
#include "store/tokens.h"

namespace varde::server {

struct AccessSettings {
  bool needs_token = false;
  // Requests a second that one client may make in the long run, and how many at once; 0: any.
  double rate = 0;
  double burst = 0;
};

// Who asks.
struct Identity {
  std::string name;  // empty where no tokens are needed
  store::Role role = store::Role::kReader;
};

inline constexpr const char* kSessionCookie = "varde_session";

class Access {
 public:
  explicit Access(const AccessSettings& settings) : settings_(settings) {}

  // Whether the request comes from where one may come from: on a server for this machine only, the
  // Host must be a name of this machine (a foreign name may be pointed here by its owner); what
  // changes something must not come from another site's page. The problem, or nothing.
  std::optional<Response> refuse_origin(const Request& request) const;

  // Whether its client asks too often. Counts the request.
  std::optional<Response> refuse_rate(const Request& request);

  // Who asks, by token in the header or the cookie, which the store knows; nothing when nobody.
  Result<std::optional<Identity>> identify(const Request& request, store::Store* store) const;

  // The cookie that keeps a token in a browser, or forgets it.
  std::string session_cookie(const std::string& token, bool secure) const;

  bool needs_token() const { return settings_.needs_token; }

 private:
  using Clock = std::chrono::steady_clock;
  struct Bucket {
    double tokens = 0;
    Clock::time_point at;
  };

  AccessSettings settings_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;  // by client
};

// The token that a request carries; empty when none.
std::string token_of(const Request& request);

}  // namespace varde::server

#endif  // VARDE_SERVER_ACCESS_H_
