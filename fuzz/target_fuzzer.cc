// Any bytes as a request's target: cut into path and query, then the query by every reader.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "server/message.h"
#include "server/parameters.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

// Text that the rest of the program may have: no NUL, valid UTF-8.
void check(const std::string& text) {
  require(text.find('\0') == std::string::npos && varde::is_valid_utf8(text));
}

void check(const varde::server::Target& target) {
  std::string path;
  for (const std::string& part : target.parts) {
    check(part);
    path += "/" + part;
  }
  require(target.path == path);
  for (const auto& [name, value] : target.query) {
    check(name);
    check(value);
  }
}

void read(const varde::server::Query& query) {
  using varde::server::cursor_of;
  varde::server::Parameters parameters(query);
  const auto limit = parameters.number("limit", 50, 1, 500);
  require(limit >= 1 && limit <= 500);
  const double west = parameters.real("west", -180, -180, 180);
  require(west >= -180 && west <= 180);
  parameters.text("q");
  const std::string order = parameters.one_of("order", {"oldest", "newest"});
  require(order == "oldest" || order == "newest");
  const varde::store::Filter filter = parameters.filter();
  require(filter.min_reports >= 1);
  for (const auto& day : {filter.since, filter.until, filter.as_of}) {
    require(!day || varde::parse_day(varde::to_string(*day)) == day);
  }
  if (const auto position = parameters.position("cursor")) {
    const varde::server::Query again{{"cursor", cursor_of(*position)}};
    require(varde::server::Parameters(again).position("cursor") == position);
  }
  if (const auto position = parameters.queue_position("after")) {
    const varde::server::Query again{{"after", cursor_of(*position)}};
    const auto found = varde::server::Parameters(again).queue_position("after");
    require(found && found->score == position->score && found->id == position->id);
  }
  if (const auto fault = parameters.fault()) {
    check(*fault);
    require(!fault->empty() && fault->size() < 2000);
  } else {
    require(filter.actors.size() <= 50 && filter.places.size() <= 50);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto target = varde::server::parse_target(bytes);
  if (!target) return 0;
  require((bytes.front() == '/') == target->host.empty());
  check(target->host);
  check(*target);
  read(target->query);
  return 0;
}
