#include "cli/output_file.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>

namespace varde::cli {
namespace {

namespace fs = std::filesystem;

fs::path partial_of(const fs::path& path) {
  fs::path partial = path;
  partial += ".partial";
  return partial;
}

// The id of a coded document, reading no deeper than its own fields.
std::optional<std::string> id_of(const std::string& line) {
  const auto own_fields = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    return depth <= 1;
  };
  const auto document = nlohmann::json::parse(line, own_fields, /*allow_exceptions=*/false);
  if (!document.is_object()) return std::nullopt;
  const auto id = document.find("id");
  if (id == document.end() || !id->is_string()) return std::nullopt;
  return id->get<std::string>();
}

// Counts the ids of all whole lines and cuts off what an interrupted run left behind them.
Result<void> read_finished(const fs::path& partial, FinishedIds* finished) {
  std::ifstream in(partial, std::ios::binary);
  std::string line;
  uintmax_t whole = 0;
  for (size_t number = 1; std::getline(in, line) && !in.eof(); ++number) {
    const auto id = id_of(line);
    if (!id) {
      return failure(partial.string() + ":" + std::to_string(number) +
                     ": is no coded document; move the file away, or leave out --resume");
    }
    ++(*finished)[*id];
    whole += line.size() + 1;
  }
  if (in.bad()) return failure(partial.string() + ": cannot be read");
  in.close();
  std::error_code fault;
  fs::resize_file(partial, whole, fault);
  if (fault) return failure(partial.string() + ": cannot be written: " + fault.message());
  return {};
}

}  // namespace

void OutputFile::Closer::operator()(std::FILE* file) const {
  if (file != stdout) std::fclose(file);
}

OutputFile::OutputFile(std::unique_ptr<std::FILE, Closer> file, fs::path path)
    : file_(std::move(file)), path_(std::move(path)) {}

OutputFile OutputFile::standard_output() {
  return {std::unique_ptr<std::FILE, Closer>(stdout), fs::path()};
}

Result<OutputFile> OutputFile::create(const fs::path& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return failure(path.string() + ": is a folder; name a file");
  const fs::path partial = partial_of(path);
  std::FILE* file = std::fopen(partial.c_str(), "wbe");
  if (file == nullptr) {
    return failure(partial.string() + ": cannot be written: " + std::strerror(errno));
  }
  return OutputFile(std::unique_ptr<std::FILE, Closer>(file), path);
}

Result<OutputFile> OutputFile::resume(const fs::path& path, FinishedIds* finished) {
  const fs::path partial = partial_of(path);
  std::error_code fault;
  if (!fs::exists(partial, fault)) {
    if (!fs::exists(path, fault)) return create(path);
    fs::copy_file(path, partial, fault);
    if (fault) return failure(partial.string() + ": cannot be written: " + fault.message());
  }
  if (auto read = read_finished(partial, finished); !read) {
    return tl::unexpected<Error>(read.error());
  }
  std::FILE* file = std::fopen(partial.c_str(), "abe");
  if (file == nullptr) {
    return failure(partial.string() + ": cannot be written: " + std::strerror(errno));
  }
  return OutputFile(std::unique_ptr<std::FILE, Closer>(file), path);
}

Result<void> OutputFile::fault(std::string_view what) const {
  return failure((path_.empty() ? "standard output" : path_.string()) + ": " + std::string(what) +
                 ": " + std::strerror(errno));
}

Result<void> OutputFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
    return fault("cannot be written");
  }
  // A terminal or a pipe gets each document at once: somebody may be watching.
  if (path_.empty() && std::fflush(file_.get()) != 0) return fault("cannot be written");
  return {};
}

Result<void> OutputFile::commit() {
  if (std::fflush(file_.get()) != 0) return fault("cannot be written");
  if (path_.empty()) return {};
  if (::fsync(::fileno(file_.get())) != 0 && errno != EINVAL) return fault("cannot be written");
  file_.reset();
  std::error_code renaming;
  fs::rename(partial_of(path_), path_, renaming);
  if (renaming) return failure(path_.string() + ": cannot be written: " + renaming.message());
  return {};
}

}  // namespace varde::cli
