// varde export: the ledgers in the columns of well-known datasets.

#include <iostream>

#include "cli/output_file.h"
#include "cli/store_options.h"
#include "cli/terminal.h"
#include "store/export.h"

namespace varde::cli {
namespace {

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

int export_ledgers(const Settings& settings) {
  const auto filter = filter_of(settings.filter);
  if (!filter) return usage_error(filter.error().message);
  if (settings.format == "parquet" && settings.output.empty() && is_terminal(Stream::kOut)) {
    return usage_error("a Parquet file is nothing for a terminal; name a file with --output");
  }
  const auto folder = data_folder(settings.data);
  if (!folder) return usage_error(folder.error().message);
  auto exporter = store::Exporter::open(*folder, settings.format);
  if (!exporter) return usage_error(exporter.error().message);
  const auto store = open_store(settings.db, false);
  if (!store) return usage_error(store.error().message);
  auto output = settings.output.empty() ? Result<OutputFile>(OutputFile::standard_output())
                                        : OutputFile::create(settings.output);
  if (!output) return usage_error(output.error().message);
  auto done = exporter->write(store->get(), *filter,
                              [&](std::string_view bytes) { return output->write(bytes); });
  if (done) done = output->commit();
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
      ->check(CLI::IsMember(store::export_formats()));
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
