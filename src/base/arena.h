// Memory of one document: everything that the rooms derive from it is allocated here and goes when
// the document is coded.
#ifndef VARDE_BASE_ARENA_H_
#define VARDE_BASE_ARENA_H_

#include <cstring>
#include <memory_resource>
#include <string_view>

namespace varde {

// Not thread safe: one arena belongs to one document and so to one thread. Values that keep
// std::pmr containers or views on it must not outlive it.
class Arena : public std::pmr::monotonic_buffer_resource {
 public:
  Arena() : std::pmr::monotonic_buffer_resource(size_t{64} * 1024) {}

  // A copy of `text` that lives as long as the arena.
  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    char* to = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
  }
};

}  // namespace varde

#endif  // VARDE_BASE_ARENA_H_
