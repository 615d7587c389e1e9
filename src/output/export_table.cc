#include "output/export_table.h"

#include <optional>

#include "base/table.h"
#include "base/utf8.h"
#include "output/csv.h"

namespace varde {
namespace {

std::string found(const std::map<std::string, std::string>& in, const std::string& key) {
  const auto at = in.find(key);
  return at == in.end() ? std::string() : at->second;
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) line += ',';
    append_csv_cell(cell, &line);
  }
  return line + "\r\n";
}

// As the tables write it.
std::optional<ColumnType> column_type(std::string_view name) {
  if (name.empty()) return ColumnType::kText;
  if (name == "whole") return ColumnType::kWhole;
  if (name == "decimal") return ColumnType::kDecimal;
  if (name == "day") return ColumnType::kDay;
  if (name == "truth") return ColumnType::kTruth;
  return std::nullopt;
}

}  // namespace

Result<ExportCodes> ExportCodes::read(const std::filesystem::path& data) {
  ExportCodes codes;
  const auto exports = data / "codebook" / "exports";
  const auto countries =
      Table::read(exports / "countries.tsv", {"iso3", "gw", "region", "fips", "cameo"});
  if (!countries) return tl::unexpected(countries.error());
  for (size_t i = 0; i < countries->size(); ++i) {
    for (const char* which : {"gw", "region", "fips", "cameo"}) {
      codes.countries_[std::string(which) + "|" + std::string(countries->cell(i, "iso3"))] =
          countries->cell(i, which);
    }
  }
  const auto names = Table::read(data / "kb" / "countries.tsv", {"code", "name"});
  if (!names) return tl::unexpected(names.error());
  for (size_t i = 0; i < names->size(); ++i) {
    codes.countries_["name|" + std::string(names->cell(i, "code"))] = names->cell(i, "name");
  }
  const auto sectors = Table::read(exports / "sectors.tsv", {"sector", "cameo"});
  if (!sectors) return tl::unexpected(sectors.error());
  for (size_t i = 0; i < sectors->size(); ++i) {
    codes.sectors_[std::string(sectors->cell(i, "sector"))] = sectors->cell(i, "cameo");
  }
  const auto scale = Table::read(exports / "goldstein.tsv", {"cameo", "goldstein"});
  if (!scale) return tl::unexpected(scale.error());
  for (size_t i = 0; i < scale->size(); ++i) {
    codes.goldstein_[std::string(scale->cell(i, "cameo"))] = scale->cell(i, "goldstein");
  }
  return codes;
}

std::string ExportCodes::country(const std::string& iso3, const char* which) const {
  std::string code = found(countries_, std::string(which) + "|" + iso3);
  // CAMEO's table names only the countries that it calls otherwise.
  const bool as_iso = code.empty() && std::string_view(which) == "cameo";
  return as_iso && countries_.contains("fips|" + iso3) ? iso3 : code;
}

std::string ExportCodes::sector(const std::string& sector) const {
  const auto at = sectors_.find(sector);
  return at == sectors_.end() ? sector : at->second;
}

std::string ExportCodes::goldstein(const std::string& cameo) const {
  return found(goldstein_, cameo);
}

Result<ExportTable> ExportTable::read(const std::filesystem::path& data,
                                      const std::string& format) {
  const auto table = Table::read(data / "codebook" / "exports" / (format + ".tsv"),
                                 {"column", "field", "meaning"});
  if (!table) return tl::unexpected(table.error());
  ExportTable made;
  for (size_t i = 0; i < table->size(); ++i) {
    const auto type = column_type(table->cell(i, "type"));
    if (!type) {
      return failure(table->place(i) + ": unknown type '" + std::string(table->cell(i, "type")) +
                     "'; write whole, decimal, day or truth, or nothing for text");
    }
    made.columns_.push_back({std::string(table->cell(i, "column")), *type});
    made.fields_.emplace_back(table->cell(i, "field"));
  }
  return made;
}

std::string ExportTable::header() const {
  std::vector<std::string> names;
  for (const ExportColumn& column : columns_) names.push_back(column.name);
  return csv_line(names);
}

std::string ExportTable::line(const ExportRow& row) const { return csv_line(cells(row)); }

std::vector<std::string> ExportTable::cells(const ExportRow& row) const {
  std::vector<std::string> made;
  for (const std::string& field : fields_) {
    const auto value = row.find(field);
    made.push_back(value == row.end() ? std::string() : printable(value->second));
  }
  return made;
}

}  // namespace varde
