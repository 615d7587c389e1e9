#include "base/table.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/utf8.h"

namespace varde {
namespace {

constexpr size_t kLargestFile = 256u << 20;

// Calls `take(number, line)` for every line that holds something, without its line end.
template <class Take>
void for_each_line(std::string_view content, Take take) {
  size_t number = 0;
  while (!content.empty()) {
    ++number;
    const size_t end = content.find('\n');
    std::string_view line = content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.starts_with('#') || trim(line).empty()) continue;
    take(number, line);
  }
}

}  // namespace

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const size_t end = text.find(separator);
    pieces.push_back(trim(text.substr(0, end)));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

Result<std::string> read_file(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) return failure(path.string() + ": cannot be read: " + error.message());
  if (size > kLargestFile) return failure(path.string() + ": larger than 256 MiB");
  std::ifstream in(path, std::ios::binary);
  std::string content(size, '\0');
  if (!in.read(content.data(), static_cast<std::streamsize>(size))) {
    return failure(path.string() + ": cannot be read; check that it is a readable file");
  }
  if (content.starts_with("\xEF\xBB\xBF")) content.erase(0, 3);
  if (!is_valid_utf8(content)) {
    return failure(path.string() + ": is not UTF-8; save it as UTF-8");
  }
  return content;
}

Result<std::vector<Line>> read_lines(const std::filesystem::path& path) {
  auto content = read_file(path);
  if (!content) return tl::unexpected(content.error());
  std::vector<Line> lines;
  for_each_line(*content, [&](size_t number, std::string_view line) {
    lines.push_back({number, std::string(trim(line))});
  });
  return lines;
}

Result<Table> Table::read(const std::filesystem::path& path,
                          const std::vector<std::string_view>& required) {
  auto content = read_file(path);
  if (!content) return tl::unexpected(content.error());
  return parse(std::move(*content), path.string(), required);
}

Result<Table> Table::parse(std::string content, std::string name,
                           const std::vector<std::string_view>& required) {
  Table table;
  table.name_ = std::move(name);
  std::string fault;
  for_each_line(content, [&](size_t number, std::string_view line) {
    const auto cells = split(line, '\t');
    if (table.columns_.empty()) {
      table.columns_.assign(cells.begin(), cells.end());
      return;
    }
    if (cells.size() > table.columns_.size() && fault.empty()) {
      fault = table.name_ + ":" + std::to_string(number) + ": " + std::to_string(cells.size()) +
              " cells, but the header names " + std::to_string(table.columns_.size()) +
              " columns; remove a tab or name the column";
    }
    Row row{number, {cells.begin(), cells.end()}};
    row.cells.resize(table.columns_.size());
    table.rows_.push_back(std::move(row));
  });
  if (!fault.empty()) return failure(fault);
  for (const auto column : required) {
    if (std::find(table.columns_.begin(), table.columns_.end(), column) == table.columns_.end()) {
      return failure(table.name_ + ":1: has no column '" + std::string(column) +
                     "'; the first line names the columns, separated by tabs");
    }
  }
  return table;
}

std::string_view Table::cell(size_t row, std::string_view column) const {
  const auto at = std::find(columns_.begin(), columns_.end(), column);
  if (at == columns_.end()) return {};
  return rows_[row].cells[static_cast<size_t>(at - columns_.begin())];
}

std::vector<std::string_view> Table::list(size_t row, std::string_view column) const {
  auto values = split(cell(row, column), '|');
  std::erase(values, std::string_view{});
  return values;
}

std::string Table::place(size_t row) const { return name_ + ":" + std::to_string(rows_[row].line); }

std::string_view take(std::string_view* text, char separator) {
  const size_t at = text->find(separator);
  const std::string_view part = text->substr(0, at);
  text->remove_prefix(at == std::string_view::npos ? text->size() : at + 1);
  return part;
}

}  // namespace varde
