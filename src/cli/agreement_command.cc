// varde agreement: how far the program and the analysts, and the analysts among them, agree.

#include <fmt/format.h>

#include <iostream>

#include "cli/store_options.h"
#include "cli/terminal.h"
#include "output/grid.h"
#include "store/answers.h"

namespace varde::cli {
namespace {

using Json = ledger::Json;

constexpr const char* kFooter = R"(
A unit is one field of one record that somebody corrected or confirmed (by correcting it to
the value that it has). kappa is Cohen's, of two coders; alpha is Krippendorff's, of all.
What nobody looked at says nothing: to estimate the program's accuracy, let analysts go
through a random sample and confirm what is right.

Example:
  varde agreement --db news.db)";

struct Settings {
  std::string db;
  std::string format;
};

std::string shown(const Json& row, const char* name) {
  const auto found = row.find(name);
  if (found == row.end() || found->is_null()) return "";
  return found->is_number_float() ? fmt::format("{:.2f}", found->get<double>()) : found->dump();
}

std::string table(const std::vector<Json>& rows) {
  Grid grid({{"field"}, {"coders", 2}, {"units"}, {"agreed"}, {"kappa"}, {"alpha"}});
  for (const Json& row : rows) {
    std::string coders;
    for (const Json& coder : row["coders"]) {
      coders += (coders.empty() ? "" : ", ") + coder.get<std::string>();
    }
    grid.add_row({{row["field"].get<std::string>()},
                  {coders},
                  {shown(row, "units")},
                  {shown(row, "agreed")},
                  {shown(row, "kappa")},
                  {shown(row, "alpha")}});
  }
  std::string text;
  if (!grid.empty()) {
    grid.append(terminal_width(Stream::kOut), 0, wants_colour(Stream::kOut), &text);
  }
  return text;
}

int agreement(const Settings& settings) {
  const auto store = open_store(settings.db, false);
  if (!store) return usage_error(store.error().message);
  const auto corrections = (*store)->corrections();
  if (!corrections) return failed(corrections.error().message);
  if (corrections->empty()) std::cerr << "varde: nobody has corrected or confirmed anything\n";
  const std::vector<Json> rows = store::agreement_rows(*corrections);
  if (as_table(settings.format)) {
    std::cout << table(rows);
  } else {
    for (const Json& row : rows) print_line(row);
  }
  return std::cout.flush() ? kSuccess : failed("the output cannot be written");
}

}  // namespace

void add_agreement_command(CLI::App& app, int* exit_code) {
  CLI::App* command =
      app.add_subcommand("agreement", "Compare what the program and the analysts say");
  auto settings = std::make_shared<Settings>();
  add_db_option(*command, &settings->db);
  add_format_option(*command, &settings->format);
  command->footer(kFooter);
  command->callback([settings, exit_code] { *exit_code = agreement(*settings); });
}

}  // namespace varde::cli
