// Bytes of a file or of standard input, unpacked on the way when they are gzip. Reads as little as
// it is asked for: an archive of any size goes through a buffer of fixed size.
#ifndef VARDE_INTAKE_BYTE_STREAM_H_
#define VARDE_INTAKE_BYTE_STREAM_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "varde/result.h"

namespace varde {

// Not thread safe.
class ByteStream {
 public:
  // Errors say why in words that follow a file name: "is a folder".
  static Result<ByteStream> open(const std::filesystem::path& path);
  static Result<ByteStream> standard_input();

  ~ByteStream();
  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;

  enum class Outcome {
    kRead,
    kTooLong,  // more than `limit` bytes: `*to` holds the first of them, the rest is skipped
    kEnd,      // nothing left
    kFault,    // fault() says what; nothing more can be read
  };

  // The next line without its "\n" or "\r\n". A last line without an end counts.
  Outcome next_line(size_t limit, std::string* to);
  // Everything that is left; kRead for nothing at all, too.
  Outcome rest(size_t limit, std::string* to);

  // The bytes that come next, without taking them: as many as are at hand, none at the end.
  std::string_view ahead();

  const std::string& fault() const { return fault_; }
  // Bytes of the file as stored that have been taken in, for showing progress.
  uint64_t position() const;

 private:
  struct File;
  explicit ByteStream(std::unique_ptr<File> file);
  bool fill();  // false at the end and after a fault

  std::unique_ptr<File> file_;
  std::string buffer_;
  size_t at_ = 0;
  std::string fault_;
};

}  // namespace varde

#endif  // VARDE_INTAKE_BYTE_STREAM_H_
