#include "server/message.h"

#include <algorithm>
#include <cctype>

#include "base/table.h"
#include "base/utf8.h"

namespace varde::server {
namespace {

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string in_small_letters(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

// Percent-decoded; in a query "+" is a space.
std::optional<std::string> decode(std::string_view text, bool query) {
  std::string plain;
  plain.reserve(text.size());
  for (size_t at = 0; at < text.size(); ++at) {
    if (query && text[at] == '+') {
      plain += ' ';
    } else if (text[at] == '%') {
      if (at + 2 >= text.size()) return std::nullopt;
      const int high = digit_of(text[at + 1]);
      const int low = digit_of(text[at + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      plain += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      plain += text[at];
    }
  }
  if (plain.find('\0') != std::string::npos || !is_valid_utf8(plain)) return std::nullopt;
  return plain;
}

// Takes scheme and host off an absolute target. False where there is none, or no mere host: names
// and addresses with a port, but nobody's password.
bool take_host(std::string_view* target, std::string* host) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (in_small_letters(target->substr(0, scheme.size())) != scheme) continue;
    target->remove_prefix(scheme.size());
    *host = target->substr(0, target->find_first_of("/?#"));
    target->remove_prefix(host->size());
    return !host->empty() && std::all_of(host->begin(), host->end(), [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
             std::string_view("-._~:[]").find(c) != std::string_view::npos;
    });
  }
  return false;
}

}  // namespace

bool accepts_gzip(const Request& request) {
  const std::string lower = in_small_letters(request.header("accept-encoding"));
  std::string_view list = lower;
  bool any = false;  // what a star says, which counts where gzip itself is not named
  while (!list.empty()) {
    const std::string_view one = list.substr(0, list.find(','));
    list.remove_prefix(std::min(list.size(), one.size() + 1));
    const std::string_view coding = trim(one.substr(0, one.find(';')));
    const size_t weight = one.find("q=");
    const bool none = weight != std::string_view::npos &&
                      one.substr(weight + 2).find_first_not_of("0. \t") == std::string_view::npos;
    if (coding == "gzip") return !none;
    if (coding == "*") any = !none;
  }
  return any;
}

std::optional<Target> parse_target(std::string_view target) {
  Target parsed;
  const bool relative = target.starts_with('/');
  if (!relative && !take_host(&target, &parsed.host)) return std::nullopt;
  target = target.substr(0, target.find('#'));
  const size_t mark = target.find('?');
  std::string_view path = target.substr(0, mark);
  if (path.empty()) path = "/";  // of a host alone
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const size_t end = std::min(path.find('/'), path.size());
    auto part = decode(path.substr(0, end), false);
    if (!part) return std::nullopt;
    parsed.path += "/" + *part;
    parsed.parts.push_back(*std::move(part));
    path.remove_prefix(end);
  }
  if (mark == std::string_view::npos) return parsed;
  std::string_view rest = target.substr(mark + 1);
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
    if (pair.empty()) continue;
    const size_t equals = pair.find('=');
    auto name = decode(pair.substr(0, equals), true);
    auto value = decode(equals == std::string_view::npos ? "" : pair.substr(equals + 1), true);
    if (!name || !value) return std::nullopt;
    parsed.query.emplace_back(*std::move(name), *std::move(value));
  }
  return parsed;
}

}  // namespace varde::server
