// Writing Apache Parquet. The writer is a module of its own, loaded when a command asks for it
// (output/parquet_module.h): Apache Arrow, which it stands on, is larger than all of the program
// and is not on every machine. This header is all that the two sides share.
#ifndef VARDE_PARQUET_PARQUET_FILE_H_
#define VARDE_PARQUET_PARQUET_FILE_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "output/export_column.h"
#include "varde/result.h"

namespace varde {

class ParquetFile {
 public:
  virtual ~ParquetFile() = default;

  // `row` has a cell for each column, written as in CSV; an empty one says nothing is known. Rows
  // are written out group by group, so that memory does not grow with the table. An error names the
  // column whose cell is not of its type.
  virtual Result<void> add(const std::vector<std::string>& row) = 0;
  // Writes what is left and the footer; without it there is no file.
  virtual Result<void> finish() = 0;
};

// Where the bytes go, in order. An error of it is the error of the call that had it write.
using WriteBytes = std::function<Result<void>(std::string_view)>;

// The module's one function, by the name kOpenParquet: begins a file.
using OpenParquet = void(const std::vector<ExportColumn>& columns, WriteBytes write,
                         Result<std::unique_ptr<ParquetFile>>* file);
inline constexpr const char* kOpenParquet = "varde_open_parquet";

}  // namespace varde

#endif  // VARDE_PARQUET_PARQUET_FILE_H_
