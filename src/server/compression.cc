#include "server/compression.h"

#include <libdeflate.h>

#include <algorithm>
#include <memory>

namespace varde::server {
namespace {

constexpr size_t kWorthIt = 1000;  // bytes
constexpr int kLevel = 4;          // answers are made once and read once

struct FreeCompressor {
  void operator()(libdeflate_compressor* one) const { libdeflate_free_compressor(one); }
};

bool has(const Response& response, std::string_view name) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [&](const auto& header) { return header.first == name; });
}

}  // namespace

void compress(const Request& request, Response* response) {
  if (response->stream || response->body.size() < kWorthIt || has(*response, "Content-Encoding")) {
    return;
  }
  if (!has(*response, "Vary")) response->set("Vary", "Accept-Encoding");
  if (!accepts_gzip(request)) return;
  thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
      libdeflate_alloc_compressor(kLevel));
  if (!compressor) return;
  std::string small(libdeflate_gzip_compress_bound(compressor.get(), response->body.size()), '\0');
  const size_t size = libdeflate_gzip_compress(compressor.get(), response->body.data(),
                                               response->body.size(), small.data(), small.size());
  if (size == 0 || size >= response->body.size()) return;
  small.resize(size);
  response->body = std::move(small);
  response->set("Content-Encoding", "gzip");
}

}  // namespace varde::server
