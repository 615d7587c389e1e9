// Any bytes as a table that somebody has edited.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/table.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  const auto table = varde::Table::parse(content, "table.tsv", {"name"});
  if (!table) return 0;
  size_t read = 0;
  for (size_t row = 0; row < table->size(); ++row) {
    read += table->cell(row, "name").size() + table->list(row, "name").size();
    read += table->cell(row, "no such column").size() + table->place(row).size();
  }
  return read == SIZE_MAX ? 1 : 0;
}
