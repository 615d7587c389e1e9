#include "server/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <sstream>
#include <thread>
#include <vector>

namespace varde::server {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// The value of a sample, named as the text names it; NaN where there is none.
double sample(const std::string& text, const std::string& name) {
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with(name + " ")) return std::stod(line.substr(name.size() + 1));
  }
  return std::nan("");
}

std::string bucket(const std::string& bound) {
  return "varde_request_seconds_bucket{route=\"/r\",le=\"" + bound + "\"}";
}

TEST(Metrics, AreThereBeforeAnythingIsCounted) {
  const std::string text = Metrics().text(3);
  EXPECT_EQ(sample(text, "varde_connections"), 3);
  EXPECT_EQ(sample(text, "varde_response_bytes_total"), 0);
  EXPECT_THAT(text, HasSubstr("# TYPE varde_requests_total counter\n"));
}

TEST(Metrics, CountByMethodRouteAndStatus) {
  Metrics metrics;
  metrics.count("GET", "/a", 200, 0.01, 10);
  metrics.count("GET", "/a", 200, 0.01, 20);
  metrics.count("GET", "/a", 404, 0.01, 0);
  metrics.count("POST", "/a", 200, 0.01, 0);
  metrics.count("GET", "/b", 200, 0.01, 0);
  const std::string text = metrics.text(0);
  const auto requests = [&](const std::string& labels) {
    return sample(text, "varde_requests_total{" + labels + "}");
  };
  EXPECT_EQ(requests(R"(method="GET",route="/a",status="200")"), 2);
  EXPECT_EQ(requests(R"(method="GET",route="/a",status="404")"), 1);
  EXPECT_EQ(requests(R"(method="POST",route="/a",status="200")"), 1);
  EXPECT_EQ(requests(R"(method="GET",route="/b",status="200")"), 1);
  EXPECT_EQ(sample(text, "varde_response_bytes_total"), 30);
  EXPECT_EQ(sample(text, "varde_request_seconds_count{route=\"/a\"}"), 4);
  EXPECT_EQ(sample(text, "varde_request_seconds_count{route=\"/b\"}"), 1);
}

TEST(Metrics, ABucketHoldsAllUpToItsBound) {
  Metrics metrics;
  for (const double seconds : {0.0, 0.001, 0.0011, 0.25, 10.0, 10.5, 1e6}) {
    metrics.count("GET", "/r", 200, seconds, 0);
  }
  const std::string text = metrics.text(0);
  EXPECT_EQ(sample(text, bucket("0.001")), 2);
  EXPECT_EQ(sample(text, bucket("0.005")), 3);
  EXPECT_EQ(sample(text, bucket("0.1")), 3);
  EXPECT_EQ(sample(text, bucket("0.25")), 4);
  EXPECT_EQ(sample(text, bucket("2.5")), 4);
  EXPECT_EQ(sample(text, bucket("10")), 5);
  EXPECT_EQ(sample(text, bucket("+Inf")), 7);
  EXPECT_EQ(sample(text, "varde_request_seconds_count{route=\"/r\"}"), 7);
  EXPECT_NEAR(sample(text, "varde_request_seconds_sum{route=\"/r\"}"), 1000020.7521, 1e-6);
}

// The format as its readers want it: of each family the type before the samples, these together,
// and of each sample one.
TEST(Metrics, AreWrittenAsTheFormatWants) {
  Metrics metrics;
  for (const char* route : {"/b", "/a/{id}", "none"}) {
    for (const int status : {200, 503}) metrics.count("GET", route, status, 1.5e-5, 7);
  }
  const std::string text = metrics.text(12);
  EXPECT_TRUE(text.ends_with('\n'));
  EXPECT_THAT(text, Not(HasSubstr("\n\n")));
  const char* const line_form =
      "# HELP varde_[a-z_]+ .+|# TYPE varde_[a-z_]+ (counter|gauge|histogram)|"
      "varde_[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*\\})? [0-9.e+-]+";
  std::map<std::string, int> samples;
  std::string family;
  std::map<std::string, int> families;
  for (const std::string& line : lines_of(text)) {
    EXPECT_THAT(line, MatchesRegex(line_form));
    if (line.starts_with("# TYPE ")) {
      family = line.substr(7, line.find(' ', 7) - 7);
      EXPECT_EQ(++families[family], 1) << family;
    } else if (!line.starts_with('#')) {
      EXPECT_TRUE(line.starts_with(family)) << line << " stands under " << family;
      EXPECT_EQ(++samples[line.substr(0, line.rfind(' '))], 1) << line;
    }
  }
  EXPECT_EQ(families.size(), 4U);
}

TEST(Metrics, LoseNothingThatThreadsCountAtOnce) {
  constexpr int kThreads = 4;
  constexpr int kEach = 2000;
  Metrics metrics;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&, thread] {
      for (int i = 0; i < kEach; ++i) {
        metrics.count("GET", "/r", 200 + thread, 0.002, 3);
        if (i % 500 == 0) metrics.text(0);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  const std::string text = metrics.text(0);
  EXPECT_EQ(sample(text, bucket("+Inf")), kThreads * kEach);
  EXPECT_EQ(sample(text, "varde_response_bytes_total"), kThreads * kEach * 3);
  EXPECT_EQ(sample(text, R"(varde_requests_total{method="GET",route="/r",status="203"})"), kEach);
}

}  // namespace
}  // namespace varde::server
