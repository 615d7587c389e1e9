// Ledger entries as rows in the columns of a known dataset. Which column takes which field is data:
// one table a format under codebook/exports/, whose third column is the data dictionary.
#ifndef VARDE_OUTPUT_EXPORT_TABLE_H_
#define VARDE_OUTPUT_EXPORT_TABLE_H_

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "output/export_column.h"
#include "varde/result.h"

namespace varde {

// A row before it is cut into columns: values by the names of fields, absent where nothing is
// known.
using ExportRow = std::map<std::string, std::string, std::less<>>;

// Codes of other datasets.
class ExportCodes {
 public:
  // Reads codebook/exports/ and kb/countries.tsv of the data folder.
  static Result<ExportCodes> read(const std::filesystem::path& data);

  // "" where there is none. `which`: gw, region, fips, cameo, name.
  std::string country(const std::string& iso3, const char* which) const;
  std::string sector(const std::string& sector) const;  // CAMEO's
  std::string goldstein(const std::string& cameo) const;

 private:
  std::map<std::string, std::string> countries_;  // by "which|code"
  std::map<std::string, std::string> sectors_;
  std::map<std::string, std::string> goldstein_;
};

// The fields of an incident; `toll` is the body of its toll of killed, or null.
ExportRow incident_row(const nlohmann::ordered_json& incident, const nlohmann::ordered_json& toll,
                       const ExportCodes& codes);

// The fields of a ceasefire, once for each party, or once without.
std::vector<ExportRow> ceasefire_rows(const nlohmann::ordered_json& ceasefire,
                                      const ExportCodes& codes);

class ExportTable {
 public:
  // Reads codebook/exports/<format>.tsv.
  static Result<ExportTable> read(const std::filesystem::path& data, const std::string& format);

  // By RFC 4180, line ends included.
  std::string header() const;
  std::string line(const ExportRow& row) const;

  // A cell for each column, each on one line; "" where nothing is known.
  const std::vector<ExportColumn>& columns() const { return columns_; }
  std::vector<std::string> cells(const ExportRow& row) const;

 private:
  std::vector<ExportColumn> columns_;
  std::vector<std::string> fields_;  // what fills each
};

}  // namespace varde

#endif  // VARDE_OUTPUT_EXPORT_TABLE_H_
