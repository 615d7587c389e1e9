// A column of an export, for formats that have types.
#ifndef VARDE_OUTPUT_EXPORT_COLUMN_H_
#define VARDE_OUTPUT_EXPORT_COLUMN_H_

#include <string>

namespace varde {

enum class ColumnType { kText, kWhole, kDecimal, kDay, kTruth };

struct ExportColumn {
  std::string name;
  ColumnType type = ColumnType::kText;
};

}  // namespace varde

#endif  // VARDE_OUTPUT_EXPORT_COLUMN_H_
