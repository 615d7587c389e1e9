// varde export: the ledgers in the columns of well-known datasets.

#include <iostream>
#include <unordered_map>

#include "cli/output_file.h"
#include "cli/parquet_module.h"
#include "cli/store_options.h"
#include "cli/terminal.h"
#include "output/export_table.h"
#include "store/ledgers.h"

namespace varde::cli {
namespace {

using Json = ledger::Json;

constexpr const char* kFooter = R"(
Formats:
  jsonl       every entry of every ledger, one JSON object a line (docs/ledgers.md)
  csv         one row for each incident
  parquet     the same with types: days, whole numbers, decimals
  plover      the same in the field names of the PLOVER codebook
  cameo       the columns of the GDELT 1.0 event table, with CAMEO codes
  ucdp        violent incidents in the columns of UCDP GED
  ceasefires  one row for each party to a ceasefire, in the columns of the ETH/PRIO data

What each column means, and which stay empty, is in codebook/exports/. CAMEO, GDELT and
UCDP know no plans, proposals or denials: cameo and ucdp leave out what has not happened.

Examples:
  varde export --db news.db --format csv > incidents.csv
  varde export --db news.db --format ucdp --country SYR --output ged.csv
  varde export --db news.db --format parquet --output incidents.parquet)";

struct Settings {
  std::string db;
  std::string data;
  std::string format = "jsonl";
  std::string output;
  FilterWords filter;
};

using UseRow = std::function<Result<void>(const ExportRow&)>;

// Writes entries in one format.
class Exporter {
 public:
  // `open_parquet` is needed for that format only.
  Exporter(const Settings& settings, store::Store* store, store::Filter filter,
           OpenParquet* open_parquet, OutputFile output)
      : settings_(settings),
        store_(*store),
        filter_(filter),
        open_parquet_(open_parquet),
        output_(std::move(output)) {}

  Result<void> all();

 private:
  Result<void> json_lines();
  Result<void> csv(const std::filesystem::path& data);
  Result<void> parquet(const std::filesystem::path& data);

  Result<void> rows(const std::filesystem::path& data, const UseRow& use);
  Result<void> incidents(const ExportCodes& codes, const UseRow& use);
  Result<void> ceasefires(const ExportCodes& codes, const UseRow& use);
  // The toll of killed of each incident: the one that most claims make.
  Result<std::unordered_map<std::string, Json>> tolls();
  Result<void> each(std::vector<ledger::Kind> kinds, const store::Filter& filter,
                    const std::function<Result<void>(const Json&)>& use);

  const Settings& settings_;
  store::Store& store_;
  store::Filter filter_;
  OpenParquet* open_parquet_;
  OutputFile output_;
};

Result<void> Exporter::each(std::vector<ledger::Kind> kinds, const store::Filter& filter,
                            const std::function<Result<void>(const Json&)>& use) {
  store::Filter chosen = filter;
  chosen.kinds = std::move(kinds);
  Result<void> used;
  const auto done = store::ledger(&store_, chosen, [&](ledger::Entry entry) {
    used = use(entry.body);
    return used.has_value();
  });
  return used ? done : used;
}

Result<void> Exporter::json_lines() {
  using ledger::Kind;
  return each(
      {Kind::kIncident, Kind::kToll, Kind::kCeasefire, Kind::kTalks, Kind::kResolution,
       Kind::kControl},
      filter_, [&](const Json& body) {
        return output_.write(body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
      });
}

Result<std::unordered_map<std::string, Json>> Exporter::tolls() {
  std::unordered_map<std::string, Json> by_incident;
  store::Filter filter;
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

Result<void> Exporter::incidents(const ExportCodes& codes, const UseRow& use) {
  const auto killed = tolls();
  if (!killed) return tl::unexpected(killed.error());
  const bool only_happened = settings_.format == "cameo" || settings_.format == "ucdp";
  store::Filter filter = filter_;
  if (settings_.format == "ucdp") filter.types = {"ASSAULT"};
  return each({ledger::Kind::kIncident}, filter, [&](const Json& incident) -> Result<void> {
    if (only_happened && incident["state"] != Json("happened")) return {};
    const auto toll = killed->find(incident["id"].get<std::string>());
    return use(incident_row(incident, toll == killed->end() ? Json() : toll->second, codes));
  });
}

Result<void> Exporter::ceasefires(const ExportCodes& codes, const UseRow& use) {
  size_t row_number = 0;
  return each({ledger::Kind::kCeasefire}, filter_, [&](const Json& ceasefire) -> Result<void> {
    for (ExportRow& row : ceasefire_rows(ceasefire, codes)) {
      row["row"] = std::to_string(++row_number);
      if (auto used = use(row); !used) return used;
    }
    return {};
  });
}

Result<void> Exporter::rows(const std::filesystem::path& data, const UseRow& use) {
  const auto codes = ExportCodes::read(data);
  if (!codes) return tl::unexpected(codes.error());
  return settings_.format == "ceasefires" ? ceasefires(*codes, use) : incidents(*codes, use);
}

Result<void> Exporter::csv(const std::filesystem::path& data) {
  const auto table = ExportTable::read(data, settings_.format);
  if (!table) return tl::unexpected(table.error());
  if (auto written = output_.write(table->header()); !written) return written;
  return rows(data, [&](const ExportRow& row) { return output_.write(table->line(row)); });
}

Result<void> Exporter::parquet(const std::filesystem::path& data) {
  const auto table = ExportTable::read(data, "csv");
  if (!table) return tl::unexpected(table.error());
  Result<std::unique_ptr<ParquetFile>> file;
  open_parquet_(
      table->columns(), [&](std::string_view bytes) { return output_.write(bytes); }, &file);
  if (!file) return tl::unexpected(file.error());
  const auto done =
      rows(data, [&](const ExportRow& row) { return (*file)->add(table->cells(row)); });
  return done ? (*file)->finish() : done;
}

Result<void> Exporter::all() {
  Result<void> done;
  if (settings_.format == "jsonl") {
    done = json_lines();
  } else {
    const auto data = data_folder(settings_.data);
    if (!data) return tl::unexpected(data.error());
    done = settings_.format == "parquet" ? parquet(*data) : csv(*data);
  }
  return done ? output_.commit() : done;
}

int export_ledgers(const Settings& settings) {
  const auto filter = filter_of(settings.filter);
  if (!filter) return usage_error(filter.error().message);
  OpenParquet* open_parquet = nullptr;
  if (settings.format == "parquet") {
    if (settings.output.empty() && is_terminal(Stream::kOut)) {
      return usage_error("a Parquet file is nothing for a terminal; name a file with --output");
    }
    const auto loaded = load_parquet();
    if (!loaded) return usage_error(loaded.error().message);
    open_parquet = *loaded;
  }
  const auto store = open_store(settings.db, false);
  if (!store) return usage_error(store.error().message);
  auto output = settings.output.empty() ? Result<OutputFile>(OutputFile::standard_output())
                                        : OutputFile::create(settings.output);
  if (!output) return usage_error(output.error().message);
  const auto done =
      Exporter(settings, store->get(), *filter, open_parquet, *std::move(output)).all();
  return done ? kSuccess : failed(done.error().message);
}

}  // namespace

void add_export_command(CLI::App& app, int* exit_code) {
  CLI::App* command = app.add_subcommand("export", "Write ledgers for other programs");
  auto settings = std::make_shared<Settings>();
  add_db_option(*command, &settings->db);
  command
      ->add_option("-f,--format", settings->format,
                   "jsonl, csv, parquet, plover, cameo, ucdp or\nceasefires (default: jsonl)")
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"jsonl", "csv", "parquet", "plover", "cameo", "ucdp", "ceasefires"}));
  command
      ->add_option("-o,--output", settings->output,
                   "Write to this file, which appears when it is whole")
      ->option_text("FILE");
  add_filter_options(*command, &settings->filter);
  add_data_option(*command, &settings->data);
  command->footer(kFooter);
  command->callback([settings, exit_code] { *exit_code = export_ledgers(*settings); });
}

}  // namespace varde::cli
