#include "intake/input_list.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace varde {
namespace {

namespace fs = std::filesystem;

std::string extension_of(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return extension;
}

std::string unpacked_extension(const fs::path& path) {
  const std::string extension = extension_of(path);
  return extension == ".gz" ? extension_of(path.stem()) : extension;
}

bool is_article(const fs::path& path) {
  const std::string extension = unpacked_extension(path);
  return extension == ".txt" || extension == ".json" || extension == ".jsonl" ||
         extension == ".ndjson";
}

Input file_input(const fs::path& path) {
  Input input{path.string(), kind_of(path), 0, ""};
  std::error_code fault;
  const auto size = fs::file_size(path, fault);
  if (!fault) input.size = size;
  return input;
}

Input faulty(const fs::path& path, const std::error_code& fault) {
  return {path.string(), InputKind::kText, 0, "cannot be read: " + fault.message()};
}

void add_folder(const fs::path& folder, std::vector<Input>* to) {
  std::vector<Input> found;
  std::error_code fault;
  fs::recursive_directory_iterator entry(folder, fault);
  const fs::recursive_directory_iterator end;
  while (!fault && entry != end) {
    const fs::path path = entry->path();
    std::error_code ignored;
    if (path.filename().string().starts_with('.')) {
      entry.disable_recursion_pending();
    } else if (entry->is_directory(ignored) && !entry->is_symlink(ignored)) {
      // A folder that may not be opened is reported, and the walk goes on without it.
      std::error_code closed;
      fs::directory_iterator probe(path, closed);
      if (closed) {
        found.push_back(faulty(path, closed));
        entry.disable_recursion_pending();
      }
    } else if (is_article(path) && !entry->is_directory(ignored)) {
      found.push_back(file_input(path));
    }
    entry.increment(fault);
  }
  if (fault) found.push_back(faulty(folder, fault));
  if (found.empty()) {
    found.push_back({folder.string(), InputKind::kText, 0,
                     "holds no .txt, .json, .jsonl or .ndjson file; name the files themselves"});
  }
  std::sort(found.begin(), found.end(),
            [](const Input& a, const Input& b) { return a.path < b.path; });
  std::move(found.begin(), found.end(), std::back_inserter(*to));
}

}  // namespace

InputKind kind_of(const fs::path& path) {
  const std::string extension = unpacked_extension(path);
  if (extension == ".json") return InputKind::kJson;
  if (extension == ".jsonl" || extension == ".ndjson") return InputKind::kJsonLines;
  return InputKind::kText;
}

std::vector<Input> list_inputs(const std::vector<std::string>& paths) {
  std::vector<Input> inputs;
  for (const std::string& path : paths) {
    std::error_code fault;
    if (path == "-") {
      inputs.push_back({path, InputKind::kAny, 0, ""});
    } else if (!fs::exists(path, fault)) {
      inputs.push_back({path, InputKind::kText, 0,
                        fault ? "cannot be read: " + fault.message()
                              : "does not exist; check the spelling of the path"});
    } else if (fs::is_directory(path, fault)) {
      add_folder(path, &inputs);
    } else {
      inputs.push_back(file_input(path));
    }
  }
  return inputs;
}

}  // namespace varde
