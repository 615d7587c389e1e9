// All documents of a command line, one after another.
#ifndef VARDE_INTAKE_DOCUMENT_READER_H_
#define VARDE_INTAKE_DOCUMENT_READER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "intake/byte_stream.h"
#include "intake/input_list.h"
#include "varde/document.h"
#include "varde/result.h"

namespace varde {

struct ReaderOptions {
  size_t max_size = 20'000'000;       // bytes of one document as read; a larger one is an error
  std::string language;               // of documents that do not state theirs; "": unknown
  std::optional<Interval> published;  // likewise
};

// Reads as it is asked, holding one document at a time. Not thread safe.
class DocumentReader {
 public:
  DocumentReader(std::vector<Input> inputs, ReaderOptions options);

  // The next document, or what is wrong with it ("file:line: …; what to do"), or nothing at the
  // end. Reading goes on behind an error: a broken line costs one document.
  std::optional<Result<Document>> next();

  // How far it has come, in bytes as stored; the total is 0 when some input's size is not known.
  uint64_t bytes_read() const;
  uint64_t bytes_total() const { return total_; }

 private:
  std::optional<Result<Document>> open_next();
  std::optional<Result<Document>> first_of_json();
  std::optional<Result<Document>> next_of_lines();
  Result<Document> whole(std::string start, bool json);
  Result<Document> text_document(std::string bytes);
  Result<Document> json_document(const std::string& bytes, size_t line);
  Result<Document> with_defaults(Document document) const;
  tl::unexpected<Error> fault(const std::string& what, size_t line) const;
  tl::unexpected<Error> too_large(size_t line) const;
  void close();

  const Input& input() const { return inputs_[at_]; }

  std::vector<Input> inputs_;
  ReaderOptions options_;
  size_t at_ = 0;  // the input that is being read
  std::optional<ByteStream> stream_;
  size_t line_ = 0;        // of the stream, from 1
  uint64_t finished_ = 0;  // bytes of the inputs before
  uint64_t total_ = 0;
};

}  // namespace varde

#endif  // VARDE_INTAKE_DOCUMENT_READER_H_
