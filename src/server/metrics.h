// What the server counts, in the text format of Prometheus. Safe from any thread.
#ifndef VARDE_SERVER_METRICS_H_
#define VARDE_SERVER_METRICS_H_

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <tuple>

namespace varde::server {

class Metrics {
 public:
  // `route` is a pattern, never an address, so that nobody can make the list grow.
  void count(const std::string& method, const std::string& route, int status, double seconds,
             size_t bytes);
  // Exposition format 0.0.4.
  std::string text(size_t connections) const;

 private:
  static constexpr std::array<double, 10> kBounds{0.001, 0.005, 0.01, 0.05, 0.1,
                                                  0.25,  0.5,   1,    2.5,  10};
  struct Durations {
    std::array<uint64_t, kBounds.size() + 1> buckets{};
    double sum = 0;
  };

  mutable std::mutex mutex_;
  std::map<std::tuple<std::string, std::string, int>, uint64_t> requests_;
  std::map<std::string, Durations> durations_;  // by route
  uint64_t bytes_ = 0;
};

}  // namespace varde::server

#endif  // VARDE_SERVER_METRICS_H_
