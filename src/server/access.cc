#include "server/access.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "server/http_server.h"
#include "server/problem.h"

namespace varde::server {
namespace {

constexpr size_t kMostBuckets = 10'000;
constexpr size_t kLongestToken = 200;

bool changes_something(const Request& request) {
  return request.method != "GET" && request.method != "HEAD" && request.method != "OPTIONS";
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

// "[::1]:8080" -> "::1"; empty when anything but a port follows the name.
std::string_view host_name(std::string_view host) {
  const bool bracketed = host.starts_with('[');
  const size_t end = std::min(host.find(bracketed ? ']' : ':'), host.size());
  const std::string_view name = host.substr(bracketed ? 1 : 0, end - (bracketed ? 1 : 0));
  if (bracketed && end == host.size()) return "";
  const std::string_view rest = host.substr(end + (bracketed ? 1 : 0));
  const bool port =
      rest.starts_with(':') && rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
  return rest.empty() || port ? name : "";
}

bool names_this_machine(std::string_view host) {
  const std::string name = lower_case(host_name(host));
  return name == "localhost" || name.ends_with(".localhost") || is_loopback(name);
}

}  // namespace

std::string token_of(const Request& request) {
  constexpr std::string_view kBearer = "bearer ";  // names of schemes know no case
  const std::string_view authorization = request.header("authorization");
  std::string_view token;
  if (lower_case(authorization.substr(0, kBearer.size())) == kBearer) {
    token = authorization.substr(kBearer.size());
  } else {
    const std::string name = std::string(kSessionCookie) + "=";
    std::string_view cookies = request.header("cookie");
    while (!cookies.empty()) {
      const std::string_view one = cookies.substr(0, cookies.find("; "));
      if (one.starts_with(name)) token = one.substr(name.size());
      cookies.remove_prefix(std::min(cookies.size(), one.size() + 2));
    }
  }
  return token.size() > kLongestToken ? std::string() : std::string(token);
}

std::optional<Response> Access::refuse_origin(const Request& request) const {
  const std::string_view host = request.header("host");
  if (!settings_.needs_token && !names_this_machine(host)) {
    return problem(403, "ask for localhost; this server answers on this machine only");
  }
  if (!changes_something(request)) return std::nullopt;
  const std::string_view site = request.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin" && site != "none") {
    return problem(403, "another site's page may not change anything here");
  }
  const std::string_view origin = request.header("origin");
  const std::string own = (request.secure ? "https://" : "http://") + std::string(host);
  if (!origin.empty() && origin != own) {
    return problem(403, "another site's page may not change anything here");
  }
  return std::nullopt;
}

// A token bucket for each client: it fills at the rate, and a request takes one out.
std::optional<Response> Access::refuse_rate(const Request& request) {
  if (settings_.rate <= 0) return std::nullopt;
  const auto now = Clock::now();
  const std::lock_guard lock(mutex_);
  if (buckets_.size() > kMostBuckets) buckets_.clear();
  const auto [at, fresh] = buckets_.try_emplace(request.client, Bucket{settings_.burst, now});
  Bucket& bucket = at->second;
  const double seconds = std::chrono::duration<double>(now - bucket.at).count();
  bucket.tokens = std::min(settings_.burst, bucket.tokens + seconds * settings_.rate);
  bucket.at = now;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return std::nullopt;
  }
  Response refused = problem(429, "too many requests; wait a little");
  refused.set("Retry-After",
              std::to_string(static_cast<int>(std::ceil((1 - bucket.tokens) / settings_.rate))));
  return refused;
}

Result<std::optional<Identity>> Access::identify(const Request& request,
                                                 store::Store* store) const {
  if (!settings_.needs_token) return Identity{"", store::Role::kAdmin};
  const std::string token = token_of(request);
  if (token.empty()) return std::nullopt;
  const auto holder = store::token_holder(store, token);
  if (!holder) return tl::unexpected(holder.error());
  if (!*holder) return std::nullopt;
  return Identity{(*holder)->name, (*holder)->role};
}

std::string Access::session_cookie(const std::string& token, bool secure) const {
  std::string cookie = std::string(kSessionCookie) + "=" + token +
                       "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" +
                       (token.empty() ? "0" : std::to_string(30 * 24 * 3600));
  if (secure) cookie += "; Secure";
  return cookie;
}

}  // namespace varde::server
