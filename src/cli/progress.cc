#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <string_view>

#include "cli/terminal.h"

namespace varde::cli {
namespace {

constexpr int kBarWidth = 20;
constexpr int kWidthForBar = 70;

std::string bar(double share) {
  static constexpr std::array<std::string_view, 8> kEighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const int eighths = static_cast<int>(share * kBarWidth * 8);
  std::string drawn;
  for (int i = 0; i < eighths / 8; ++i) drawn += "█";
  drawn += kEighths[static_cast<size_t>(eighths % 8)];
  const int used = eighths / 8 + (eighths % 8 > 0 ? 1 : 0);
  drawn.append(static_cast<size_t>(kBarWidth - used), ' ');
  return "[" + drawn + "]  ";
}

std::string clock_time(double seconds) {
  const auto whole = static_cast<int64_t>(std::min(seconds, 359999.0));
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace

std::string progress_line(double seconds, uint64_t documents, uint64_t bytes, uint64_t total_bytes,
                          int width) {
  const double rate = seconds > 0 ? static_cast<double>(documents) / seconds : 0;
  const std::string done = fmt::format("{} documents  {:.0f}/s", documents, rate);
  if (total_bytes == 0) return done;
  const double share = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(total_bytes));
  std::string line = fmt::format("{:3.0f} %  ", share * 100);
  if (width >= kWidthForBar) line += bar(share);
  line += done;
  // The first moments say nothing about the rest.
  if (share > 0.005 && seconds > 1) {
    line += fmt::format("  {} left", clock_time(seconds / share - seconds));
  }
  return line;
}

Progress::Progress(bool shown) : shown_(shown), start_(Clock::now()), last_(start_) {}

void Progress::update(uint64_t documents, uint64_t bytes, uint64_t total_bytes) {
  if (!shown_) return;
  const auto now = Clock::now();
  if (now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  drawn_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::cerr << "\r\x1b[K"
            << progress_line(seconds, documents, bytes, total_bytes, terminal_width(Stream::kError))
            << std::flush;
}

void Progress::clear() {
  if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

}  // namespace varde::cli
