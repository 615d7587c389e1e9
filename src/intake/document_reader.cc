#include "intake/document_reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "intake/document_fields.h"
#include "intake/json_document.h"
#include "text/decode.h"

namespace varde {
namespace {

std::string_view without_blanks(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t first = line.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(kBlanks) - first + 1);
}

std::string_view without_mark(std::string_view line) {  // the byte order mark of UTF-8
  if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  return line;
}

bool starts_like_object(std::string_view line) {
  return without_blanks(without_mark(line)).starts_with('{');
}

}  // namespace

DocumentReader::DocumentReader(std::vector<Input> inputs, ReaderOptions options)
    : inputs_(std::move(inputs)), options_(std::move(options)) {
  bool known = true;
  for (const Input& each : inputs_) {
    known = known && each.kind != InputKind::kAny;
    total_ += each.size;
  }
  if (!known) total_ = 0;
}

std::optional<Result<Document>> DocumentReader::next() {
  while (at_ < inputs_.size()) {
    auto found = stream_ ? next_of_lines() : open_next();
    if (found) return found;
  }
  return std::nullopt;
}

std::optional<Result<Document>> DocumentReader::open_next() {
  line_ = 0;
  if (!input().fault.empty()) {
    Result<Document> result = fault(input().fault, 0);
    close();
    return result;
  }
  auto opened = input().kind == InputKind::kAny ? ByteStream::standard_input()
                                                : ByteStream::open(input().path);
  if (!opened) {
    Result<Document> result = fault(opened.error().message, 0);
    close();
    return result;
  }
  stream_ = std::move(*opened);
  InputKind kind = input().kind;
  if (kind == InputKind::kAny) {
    kind = starts_like_object(stream_->ahead()) ? InputKind::kJson : InputKind::kText;
  }
  if (kind == InputKind::kJsonLines) return std::nullopt;
  if (kind == InputKind::kJson) return first_of_json();
  return whole("", false);
}

// One object, or one on each line: the first line that is not blank tells. When it ends as an
// object ends, it is a document, and so are the lines behind it.
std::optional<Result<Document>> DocumentReader::first_of_json() {
  std::string line;
  auto outcome = ByteStream::Outcome::kRead;
  while (outcome == ByteStream::Outcome::kRead && without_blanks(without_mark(line)).empty()) {
    outcome = stream_->next_line(options_.max_size, &line);
    ++line_;
  }
  if (outcome == ByteStream::Outcome::kTooLong) return too_large(line_);
  if (outcome != ByteStream::Outcome::kRead) return whole(std::move(line), true);
  const std::string_view content = without_blanks(without_mark(line));
  if (content.ends_with('}')) return json_document(line, line_);
  line += '\n';
  return whole(std::move(line), true);
}

std::optional<Result<Document>> DocumentReader::next_of_lines() {
  std::string line;
  switch (stream_->next_line(options_.max_size, &line)) {
    case ByteStream::Outcome::kRead:
      ++line_;
      if (without_blanks(without_mark(line)).empty()) return std::nullopt;
      return json_document(line, line_);
    case ByteStream::Outcome::kTooLong:
      ++line_;
      return too_large(line_);
    case ByteStream::Outcome::kFault: {
      Result<Document> result = fault(stream_->fault(), line_ + 1);
      close();
      return result;
    }
    case ByteStream::Outcome::kEnd:
      break;
  }
  close();
  return std::nullopt;
}

// The rest of the stream is one document that begins with `start`.
Result<Document> DocumentReader::whole(std::string start, bool json) {
  std::string rest;
  const size_t left = options_.max_size - std::min(start.size(), options_.max_size);
  const auto outcome = stream_->rest(left, &rest);
  Result<Document> result = failure("");
  if (outcome == ByteStream::Outcome::kTooLong) {
    result = too_large(0);
  } else if (outcome == ByteStream::Outcome::kFault) {
    result = fault(stream_->fault(), 0);
  } else {
    start += rest;
    result = json ? json_document(start, 0) : text_document(std::move(start));
  }
  close();
  return result;
}

Result<Document> DocumentReader::text_document(std::string bytes) {
  auto decoded = decode_text(bytes);
  if (!decoded) return fault(decoded.error().message, 0);
  DocumentFields fields;
  fields.text = std::move(decoded->text);
  if (input().path != "-") fields.uri = input().path;
  auto document = make_document(std::move(fields));
  if (!document) return fault(document.error().message, 0);
  document->notes = std::move(decoded->notes);
  return with_defaults(*std::move(document));
}

Result<Document> DocumentReader::json_document(const std::string& bytes, size_t line) {
  if (without_blanks(without_mark(bytes)).empty()) {
    return fault("is empty; there is nothing to code", line);
  }
  auto document = read_json_document(bytes);
  if (!document) return fault(document.error().message, line);
  return with_defaults(*std::move(document));
}

Result<Document> DocumentReader::with_defaults(Document document) const {
  if (document.language.empty()) document.language = options_.language;
  if (!document.published) document.published = options_.published;
  return document;
}

tl::unexpected<Error> DocumentReader::fault(const std::string& what, size_t line) const {
  std::string place = input().path == "-" ? "standard input" : input().path;
  if (line > 0) place += ":" + std::to_string(line);
  return failure(place + ": " + what);
}

tl::unexpected<Error> DocumentReader::too_large(size_t line) const {
  return fault("is larger than " + std::to_string(options_.max_size) +
                   " bytes; split it into articles, or raise --max-size",
               line);
}

void DocumentReader::close() {
  stream_.reset();
  finished_ += input().size;
  ++at_;
}

uint64_t DocumentReader::bytes_read() const {
  if (!stream_) return finished_;
  const uint64_t here = stream_->position();
  return finished_ + (input().size > 0 ? std::min(here, input().size) : here);
}

}  // namespace varde
