// The workbench's files, built into the program (web/), and the address that each is found at.
#ifndef VARDE_SERVER_PAGES_H_
#define VARDE_SERVER_PAGES_H_

#include <optional>
#include <string_view>

#include "server/message.h"

namespace varde::server {

struct PageFile {
  std::string_view path;  // "/assets/index-1a2b3c.js"
  std::string_view type;  // of its content
  std::string_view plain;
  std::string_view gzip;  // empty where that saves nothing
};

// Generated when the program is built.
extern const PageFile* const kPageFiles;
extern const size_t kPageFileCount;

// A file of the workbench; its first page for every address that names no file, for the page's own
// script finds its way from there. 404 for files that are not there.
Response page(const Request& request);

// A file by its path.
std::optional<PageFile> page_file(std::string_view path);

}  // namespace varde::server

#endif  // VARDE_SERVER_PAGES_H_
