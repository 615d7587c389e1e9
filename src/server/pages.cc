#include "server/pages.h"

#include <algorithm>

#include "intake/sha256.h"
#include "server/problem.h"

namespace varde::server {
namespace {

// Names of files under /assets hold a fingerprint of their content: they never change.
constexpr std::string_view kLasting = "/assets/";

bool names_a_file(std::string_view path) {
  return path.substr(path.rfind('/') + 1).find('.') != std::string_view::npos;
}

}  // namespace

std::optional<PageFile> page_file(std::string_view path) {
  const PageFile* const end = kPageFiles + kPageFileCount;
  const PageFile* const found =
      std::find_if(kPageFiles, end, [&](const PageFile& file) { return file.path == path; });
  return found == end ? std::nullopt : std::optional(*found);
}

Response page(const Request& request) {
  if (request.method != "GET" && request.method != "HEAD") {
    Response refused = problem(405, "pages are only read");
    refused.set("Allow", "GET, HEAD");
    return refused;
  }
  auto file = page_file(request.path);
  if (!file && names_a_file(request.path) && !request.path.starts_with("/reader/") &&
      !request.path.starts_with("/entries/")) {
    return problem(404, "there is no such page");
  }
  const bool lasting = file && request.path.starts_with(kLasting);
  if (!file) file = page_file("/index.html");
  if (!file) return problem(404, "this program was built without the workbench's pages");
  Response response;
  // Weak: it is the same for both forms, whose bytes differ.
  const std::string tag = "W/\"" + sha256_hex(file->plain).substr(0, 20) + "\"";
  response.set("ETag", tag);
  response.set("Cache-Control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
  response.set("Vary", "Accept-Encoding");
  if (request.header("if-none-match").find(tag) != std::string_view::npos) {
    response.status = 304;
    return response;
  }
  response.set("Content-Type", std::string(file->type));
  if (!file->gzip.empty() && accepts_gzip(request)) {
    response.set("Content-Encoding", "gzip");
    response.body = std::string(file->gzip);
  } else {
    response.body = std::string(file->plain);
  }
  return response;
}

}  // namespace varde::server
