#include "parquet/parquet_file.h"

#include <arrow/api.h>
#include <arrow/io/interfaces.h>
#include <parquet/arrow/writer.h>

#include <utility>

namespace varde {
namespace {

// Rows that are held before they are written. Readers skip whole groups by their smallest and
// largest values, and take some ten thousand rows or more in their stride.
constexpr int64_t kGroupRows = 32768;

tl::unexpected<Error> failed(const arrow::Status& status) { return failure(status.message()); }

std::shared_ptr<arrow::DataType> arrow_type(ColumnType type) {
  switch (type) {
    case ColumnType::kText:
      return arrow::utf8();
    case ColumnType::kWhole:
      return arrow::int64();
    case ColumnType::kDecimal:
      return arrow::float64();
    case ColumnType::kDay:
      return arrow::date32();
    case ColumnType::kTruth:
      return arrow::boolean();
  }
  return arrow::null();
}

std::shared_ptr<arrow::Schema> schema_of(const std::vector<ExportColumn>& columns) {
  arrow::FieldVector fields;
  for (const ExportColumn& column : columns) {
    fields.push_back(arrow::field(column.name, arrow_type(column.type)));
  }
  return arrow::schema(std::move(fields));
}

class ByteStream : public arrow::io::OutputStream {
 public:
  explicit ByteStream(WriteBytes write) : write_(std::move(write)) {}

  arrow::Status Write(const void* data, int64_t size) override {
    const auto written = write_({static_cast<const char*>(data), static_cast<size_t>(size)});
    if (!written) return arrow::Status::IOError(written.error().message);
    position_ += size;
    return arrow::Status::OK();
  }
  arrow::Result<int64_t> Tell() const override { return position_; }
  arrow::Status Close() override {
    closed_ = true;
    return arrow::Status::OK();
  }
  bool closed() const override { return closed_; }

 private:
  WriteBytes write_;
  int64_t position_ = 0;
  bool closed_ = false;
};

class ArrowParquetFile : public ParquetFile {
 public:
  static Result<std::unique_ptr<ParquetFile>> open(const std::vector<ExportColumn>& columns,
                                                   WriteBytes write);

  Result<void> add(const std::vector<std::string>& row) override;
  Result<void> finish() override;

 private:
  ArrowParquetFile(std::unique_ptr<arrow::RecordBatchBuilder> rows,
                   std::unique_ptr<parquet::arrow::FileWriter> writer)
      : rows_(std::move(rows)), writer_(std::move(writer)) {}

  arrow::Status append(const std::vector<std::string>& row);
  arrow::Status write_group();

  std::unique_ptr<arrow::RecordBatchBuilder> rows_;
  std::unique_ptr<parquet::arrow::FileWriter> writer_;
};

Result<std::unique_ptr<ParquetFile>> ArrowParquetFile::open(
    const std::vector<ExportColumn>& columns, WriteBytes write) {
  const auto schema = schema_of(columns);
  auto rows = arrow::RecordBatchBuilder::Make(schema, arrow::default_memory_pool());
  if (!rows.ok()) return failed(rows.status());
  auto writer = parquet::arrow::FileWriter::Open(
      *schema, arrow::default_memory_pool(), std::make_shared<ByteStream>(std::move(write)),
      parquet::WriterProperties::Builder().compression(parquet::Compression::ZSTD)->build());
  if (!writer.ok()) return failed(writer.status());
  const auto by = arrow::key_value_metadata({"varde"}, {VARDE_VERSION});
  if (const auto added = (*writer)->AddKeyValueMetadata(by); !added.ok()) return failed(added);
  return std::unique_ptr<ParquetFile>(new ArrowParquetFile(*std::move(rows), *std::move(writer)));
}

arrow::Status ArrowParquetFile::append(const std::vector<std::string>& row) {
  for (size_t i = 0; i < row.size(); ++i) {
    arrow::ArrayBuilder& column = *rows_->GetField(static_cast<int>(i));
    if (row[i].empty()) {
      ARROW_RETURN_NOT_OK(column.AppendNull());
      continue;
    }
    const auto value = arrow::Scalar::Parse(column.type(), row[i]);
    if (!value.ok()) {
      const std::string& name = rows_->schema()->field(static_cast<int>(i))->name();
      return value.status().WithMessage("column '", name, "': ", value.status().message());
    }
    ARROW_RETURN_NOT_OK(column.AppendScalar(**value));
  }
  return rows_->GetField(0)->length() < kGroupRows ? arrow::Status::OK() : write_group();
}

arrow::Status ArrowParquetFile::write_group() {
  ARROW_ASSIGN_OR_RAISE(const auto batch, rows_->Flush());
  // Column after column; WriteRecordBatch would hold the pages of all columns at once.
  ARROW_ASSIGN_OR_RAISE(const auto table, arrow::Table::FromRecordBatches({batch}));
  return writer_->WriteTable(*table, kGroupRows);
}

Result<void> ArrowParquetFile::add(const std::vector<std::string>& row) {
  if (const auto added = append(row); !added.ok()) return failed(added);
  return {};
}

Result<void> ArrowParquetFile::finish() {
  if (rows_->GetField(0)->length() > 0) {
    if (const auto written = write_group(); !written.ok()) return failed(written);
  }
  if (const auto closed = writer_->Close(); !closed.ok()) return failed(closed);
  return {};
}

}  // namespace
}  // namespace varde

extern "C" [[gnu::visibility("default")]] void varde_open_parquet(
    const std::vector<varde::ExportColumn>& columns, varde::WriteBytes write,
    varde::Result<std::unique_ptr<varde::ParquetFile>>* file) {
  *file = varde::ArrowParquetFile::open(columns, std::move(write));
}
