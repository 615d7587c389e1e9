// Which files the paths on a command line stand for.
#ifndef VARDE_INTAKE_INPUT_LIST_H_
#define VARDE_INTAKE_INPUT_LIST_H_

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace varde {

enum class InputKind {
  kText,       // one document, its whole content
  kJson,       // one object over any number of lines, or one on each line
  kJsonLines,  // one object on each line
  kAny,        // standard input: JSON when it starts like an object, else text
};

struct Input {
  std::string path;  // "-" is standard input
  InputKind kind = InputKind::kText;
  uint64_t size = 0;  // bytes as stored, 0 when not known
  std::string fault;  // why the path cannot be read, in words that follow it; empty when it can
};

// By the name: .json, .jsonl and .ndjson, each also with .gz behind it; everything else is text.
InputKind kind_of(const std::filesystem::path& path);

// Each path in its order. A folder stands for the .txt, .json, .jsonl and .ndjson files in it and
// in the folders below, also with .gz, sorted by path; hidden ones are left out, and links to
// folders are not followed. A path that cannot be read stays in the list with its fault.
std::vector<Input> list_inputs(const std::vector<std::string>& paths);

}  // namespace varde

#endif  // VARDE_INTAKE_INPUT_LIST_H_
