// Ledgers as files for other programs, in the columns of known datasets (docs/ledgers.md).
#ifndef VARDE_STORE_EXPORT_H_
#define VARDE_STORE_EXPORT_H_

#include <filesystem>
#include <string>
#include <vector>

#include "parquet/parquet_file.h"
#include "store/store.h"

namespace varde::store {

// jsonl, csv, parquet, plover, cameo, ucdp, ceasefires.
const std::vector<std::string>& export_formats();

class Exporter {
 public:
  // `format` is one of the above; an error when this program cannot write it. Columns and codes are
  // read from the data folder.
  static Result<Exporter> open(const std::filesystem::path& data, const std::string& format);

  // Writes what fits the filter, in pieces; stops at the first error of `write`.
  Result<void> write(Store* store, const Filter& filter, const WriteBytes& write) const;

 private:
  Exporter(std::filesystem::path data, std::string format, OpenParquet* open_parquet)
      : data_(std::move(data)), format_(std::move(format)), open_parquet_(open_parquet) {}

  std::filesystem::path data_;
  std::string format_;
  OpenParquet* open_parquet_;
};

}  // namespace varde::store

#endif  // VARDE_STORE_EXPORT_H_
