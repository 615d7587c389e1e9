#include "store/export.h"

#include <functional>
#include <unordered_map>

#include "output/export_table.h"
#include "output/parquet_module.h"
#include "store/ledgers.h"

namespace varde::store {
namespace {

using ledger::Json;

using UseRow = std::function<Result<void>(const ExportRow&)>;

// One writing of entries in one format.
class Writing {
 public:
  Writing(const std::filesystem::path& data, const std::string& format, OpenParquet* open_parquet,
          Store* store, const Filter& filter, const WriteBytes& write)
      : data_(data),
        format_(format),
        open_parquet_(open_parquet),
        store_(*store),
        filter_(filter),
        write_(write) {}

  Result<void> all() {
    return format_ == "jsonl" ? json_lines() : format_ == "parquet" ? parquet() : csv();
  }

 private:
  Result<void> json_lines();
  Result<void> csv();
  Result<void> parquet();

  Result<void> rows(const UseRow& use);
  Result<void> incidents(const ExportCodes& codes, const UseRow& use);
  Result<void> ceasefires(const ExportCodes& codes, const UseRow& use);
  // The toll of killed of each incident: the one that most claims make.
  Result<std::unordered_map<std::string, Json>> tolls();
  Result<void> each(std::vector<ledger::Kind> kinds, const Filter& filter,
                    const std::function<Result<void>(const Json&)>& use);

  const std::filesystem::path& data_;
  const std::string& format_;
  OpenParquet* open_parquet_;
  Store& store_;
  const Filter& filter_;
  const WriteBytes& write_;
};

Result<void> Writing::each(std::vector<ledger::Kind> kinds, const Filter& filter,
                           const std::function<Result<void>(const Json&)>& use) {
  Filter chosen = filter;
  chosen.kinds = std::move(kinds);
  Result<void> used;
  const auto done = ledger(&store_, chosen, [&](ledger::Entry entry) {
    used = use(entry.body);
    return used.has_value();
  });
  return used ? done : used;
}

Result<void> Writing::json_lines() {
  using ledger::Kind;
  return each({Kind::kIncident, Kind::kToll, Kind::kCeasefire, Kind::kTalks, Kind::kResolution,
               Kind::kControl},
              filter_, [&](const Json& body) {
                return write_(body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
              });
}

Result<std::unordered_map<std::string, Json>> Writing::tolls() {
  std::unordered_map<std::string, Json> by_incident;
  Filter filter;
  filter.types = {"killed"};
  filter.countries = filter_.countries;
  filter.as_of = filter_.as_of;
  const auto done = each({ledger::Kind::kToll}, filter, [&](const Json& toll) -> Result<void> {
    if (!toll["incident"].is_string()) return {};
    Json& kept = by_incident[toll["incident"].get<std::string>()];
    if (kept.is_null() || kept["claims"].size() < toll["claims"].size()) kept = toll;
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return by_incident;
}

Result<void> Writing::incidents(const ExportCodes& codes, const UseRow& use) {
  const auto killed = tolls();
  if (!killed) return tl::unexpected(killed.error());
  const bool only_happened = format_ == "cameo" || format_ == "ucdp";
  Filter filter = filter_;
  if (format_ == "ucdp") filter.types = {"ASSAULT"};
  return each({ledger::Kind::kIncident}, filter, [&](const Json& incident) -> Result<void> {
    if (only_happened && incident["state"] != Json("happened")) return {};
    const auto toll = killed->find(incident["id"].get<std::string>());
    return use(incident_row(incident, toll == killed->end() ? Json() : toll->second, codes));
  });
}

Result<void> Writing::ceasefires(const ExportCodes& codes, const UseRow& use) {
  size_t row_number = 0;
  return each({ledger::Kind::kCeasefire}, filter_, [&](const Json& ceasefire) -> Result<void> {
    for (ExportRow& row : ceasefire_rows(ceasefire, codes)) {
      row["row"] = std::to_string(++row_number);
      if (auto used = use(row); !used) return used;
    }
    return {};
  });
}

Result<void> Writing::rows(const UseRow& use) {
  const auto codes = ExportCodes::read(data_);
  if (!codes) return tl::unexpected(codes.error());
  return format_ == "ceasefires" ? ceasefires(*codes, use) : incidents(*codes, use);
}

Result<void> Writing::csv() {
  const auto table = ExportTable::read(data_, format_);
  if (!table) return tl::unexpected(table.error());
  if (auto written = write_(table->header()); !written) return written;
  return rows([&](const ExportRow& row) { return write_(table->line(row)); });
}

Result<void> Writing::parquet() {
  const auto table = ExportTable::read(data_, "csv");
  if (!table) return tl::unexpected(table.error());
  Result<std::unique_ptr<ParquetFile>> file;
  open_parquet_(table->columns(), write_, &file);
  if (!file) return tl::unexpected(file.error());
  const auto done = rows([&](const ExportRow& row) { return (*file)->add(table->cells(row)); });
  return done ? (*file)->finish() : done;
}

}  // namespace

const std::vector<std::string>& export_formats() {
  static const std::vector<std::string> formats{"jsonl", "csv",  "parquet",   "plover",
                                                "cameo", "ucdp", "ceasefires"};
  return formats;
}

Result<Exporter> Exporter::open(const std::filesystem::path& data, const std::string& format) {
  OpenParquet* open_parquet = nullptr;
  if (format == "parquet") {
    const auto loaded = load_parquet();
    if (!loaded) return tl::unexpected(loaded.error());
    open_parquet = *loaded;
  }
  return Exporter(data, format, open_parquet);
}

Result<void> Exporter::write(Store* store, const Filter& filter, const WriteBytes& write) const {
  return Writing(data_, format_, open_parquet_, store, filter, write).all();
}

}  // namespace varde::store
