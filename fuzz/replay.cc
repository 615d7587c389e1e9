// Runs a fuzz target without libFuzzer: over the files that the arguments name (folders: all in
// them), and over changed copies of each. The changes come from a fixed seed, so that a failure can
// be repeated; it is a smoke test, not a search.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

constexpr int kCopies = 300;
constexpr size_t kLargestChanged = 64 * 1024;  // larger seeds are run as they are

void run(const std::string& bytes) {
  // A copy of the exact size on the heap, so that a sanitizer sees a step behind its end.
  const std::vector<uint8_t> copy(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(copy.data(), copy.size());
}

std::string changed(std::string bytes, std::mt19937& random) {
  const auto below = [&](size_t limit) { return limit == 0 ? 0 : random() % limit; };
  for (size_t changes = 1 + below(4); changes > 0; --changes) {
    const size_t at = below(bytes.size());
    switch (below(5)) {
      case 0:
        if (!bytes.empty()) bytes[at] = static_cast<char>(below(256));
        break;
      case 1:
        bytes.resize(at);
        break;
      case 2:
        bytes.erase(at, below(16));
        break;
      case 3:
        bytes.insert(at, 1 + below(8), static_cast<char>(below(256)));
        break;
      default:
        bytes.insert(below(bytes.size() + 1), bytes.substr(at, below(200)));
    }
  }
  return bytes;
}

void run_with_changes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string seed((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  run(seed);
  if (seed.size() > kLargestChanged) return;
  std::mt19937 random(42);
  for (int copy = 0; copy < kCopies; ++copy) run(changed(seed, random));
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> seeds;
  for (int i = 1; i < argc; ++i) {
    if (!std::filesystem::is_directory(argv[i])) {
      seeds.emplace_back(argv[i]);
      continue;
    }
    for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
      if (entry.is_regular_file()) seeds.push_back(entry.path());
    }
  }
  std::sort(seeds.begin(), seeds.end());
  run("");
  for (const auto& seed : seeds) run_with_changes(seed);
  std::printf("%zu seeds, %d changed copies of each\n", seeds.size(), kCopies);
  return seeds.empty() ? 1 : 0;
}
