#include "server/metrics.h"

#include <fmt/format.h>

namespace varde::server {

void Metrics::count(const std::string& method, const std::string& route, int status, double seconds,
                    size_t bytes) {
  const std::lock_guard lock(mutex_);
  ++requests_[{method, route, status}];
  Durations& durations = durations_[route];
  size_t bucket = 0;
  while (bucket < kBounds.size() && seconds > kBounds[bucket]) ++bucket;
  ++durations.buckets[bucket];
  durations.sum += seconds;
  bytes_ += bytes;
}

std::string Metrics::text(size_t connections) const {
  const std::lock_guard lock(mutex_);
  std::string out =
      "# HELP varde_requests_total Requests answered.\n# TYPE varde_requests_total counter\n";
  for (const auto& [labels, count] : requests_) {
    const auto& [method, route, status] = labels;
    out += fmt::format("varde_requests_total{{method=\"{}\",route=\"{}\",status=\"{}\"}} {}\n",
                       method, route, status, count);
  }
  out +=
      "# HELP varde_request_seconds Time to work out an answer.\n"
      "# TYPE varde_request_seconds histogram\n";
  for (const auto& [route, durations] : durations_) {
    uint64_t count = 0;
    for (size_t i = 0; i <= kBounds.size(); ++i) {
      count += durations.buckets[i];
      const std::string bound = i < kBounds.size() ? fmt::format("{}", kBounds[i]) : "+Inf";
      out += fmt::format("varde_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", route,
                         bound, count);
    }
    out += fmt::format("varde_request_seconds_sum{{route=\"{}\"}} {}\n", route, durations.sum);
    out += fmt::format("varde_request_seconds_count{{route=\"{}\"}} {}\n", route, count);
  }
  out += fmt::format(
      "# HELP varde_response_bytes_total Bytes of answers, streams excepted.\n"
      "# TYPE varde_response_bytes_total counter\nvarde_response_bytes_total {}\n"
      "# HELP varde_connections Connections that are open.\n"
      "# TYPE varde_connections gauge\nvarde_connections {}\n",
      bytes_, connections);
  return out;
}

}  // namespace varde::server
