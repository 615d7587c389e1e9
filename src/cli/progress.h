// A line on standard error that says how far a long run is: share, documents, rate, time left.
#ifndef VARDE_CLI_PROGRESS_H_
#define VARDE_CLI_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <string>

namespace varde::cli {

// "  42 %  [████▌     ]  1204 documents  86/s  0:13 left". Without a total, documents and rate
// only.
std::string progress_line(double seconds, uint64_t documents, uint64_t bytes, uint64_t total_bytes,
                          int width);

class Progress {
 public:
  explicit Progress(bool shown);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Draws the line anew, at most ten times a second.
  void update(uint64_t documents, uint64_t bytes, uint64_t total_bytes);
  // Takes the line away, so that something else can be written.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_;
  bool drawn_ = false;
  Clock::time_point start_;
  Clock::time_point last_;
};

}  // namespace varde::cli

#endif  // VARDE_CLI_PROGRESS_H_
