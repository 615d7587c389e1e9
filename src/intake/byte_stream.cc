#include "intake/byte_stream.h"

#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace varde {
namespace {

constexpr size_t kBuffer = 64 * 1024;

}  // namespace

// zlib reads files that are not gzip as they are, so that one way of reading serves both.
struct ByteStream::File {
  explicit File(gzFile opened) : stream(opened) {}
  ~File() {
    if (stream != nullptr) gzclose_r(stream);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  gzFile stream;
};

ByteStream::ByteStream(std::unique_ptr<File> file) : file_(std::move(file)) {}
ByteStream::~ByteStream() = default;
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;

Result<ByteStream> ByteStream::open(const std::filesystem::path& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return failure("is a folder");
  errno = 0;
  gzFile stream = gzopen(path.c_str(), "rb");
  if (stream == nullptr) {
    return failure(std::string("cannot be read: ") +
                   (errno != 0 ? std::strerror(errno) : "out of memory"));
  }
  return ByteStream(std::make_unique<File>(stream));
}

Result<ByteStream> ByteStream::standard_input() {
  const int copy = ::dup(STDIN_FILENO);
  gzFile stream = copy < 0 ? nullptr : gzdopen(copy, "rb");
  if (stream == nullptr) {
    if (copy >= 0) ::close(copy);
    return failure("cannot be read; is it closed?");
  }
  return ByteStream(std::make_unique<File>(stream));
}

bool ByteStream::fill() {
  if (!fault_.empty()) return false;
  buffer_.resize(kBuffer);
  at_ = 0;
  errno = 0;
  const int count = gzread(file_->stream, buffer_.data(), kBuffer);
  const int system_fault = errno;
  buffer_.resize(count > 0 ? static_cast<size_t>(count) : 0);
  if (count > 0) return true;
  int code = Z_OK;
  const char* message = gzerror(file_->stream, &code);
  if (count < 0 || code == Z_BUF_ERROR) {
    if (code == Z_ERRNO) {
      fault_ = std::string("cannot be read: ") + std::strerror(system_fault);
    } else if (code == Z_BUF_ERROR) {
      fault_ = "is a gzip file that breaks off; fetch it again";
    } else {
      const std::string_view whole = message;  // "name of the file: what is wrong"
      const size_t colon = whole.rfind(": ");
      fault_ = "is a damaged gzip file: ";
      fault_ += colon == std::string_view::npos ? whole : whole.substr(colon + 2);
    }
  }
  return false;
}

ByteStream::Outcome ByteStream::next_line(size_t limit, std::string* to) {
  to->clear();
  bool any = false;
  bool too_long = false;
  while (at_ < buffer_.size() || fill()) {
    any = true;
    const std::string_view left = std::string_view(buffer_).substr(at_);
    const size_t end = left.find('\n');
    const std::string_view piece = left.substr(0, end);
    too_long = too_long || piece.size() > limit - to->size();
    to->append(piece.substr(0, limit - to->size()));
    at_ += end == std::string_view::npos ? left.size() : end + 1;
    if (end == std::string_view::npos) continue;
    if (!too_long && to->ends_with('\r')) to->pop_back();
    return too_long ? Outcome::kTooLong : Outcome::kRead;
  }
  if (!fault_.empty()) return Outcome::kFault;
  if (too_long) return Outcome::kTooLong;
  return any ? Outcome::kRead : Outcome::kEnd;
}

ByteStream::Outcome ByteStream::rest(size_t limit, std::string* to) {
  to->clear();
  while (at_ < buffer_.size() || fill()) {
    const std::string_view piece = std::string_view(buffer_).substr(at_);
    if (piece.size() > limit - to->size()) return Outcome::kTooLong;
    to->append(piece);
    at_ = buffer_.size();
  }
  return fault_.empty() ? Outcome::kRead : Outcome::kFault;
}

std::string_view ByteStream::ahead() {
  if (at_ == buffer_.size()) fill();
  return std::string_view(buffer_).substr(at_);
}

uint64_t ByteStream::position() const {
  const auto offset = gzoffset(file_->stream);
  return offset > 0 ? static_cast<uint64_t>(offset) : 0;
}

}  // namespace varde
