// varde languages: what can be read.

#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "cli/command.h"
#include "cli/terminal.h"
#include "output/grid.h"

namespace varde::cli {
namespace {

int list_languages(const std::string& data) {
  const auto coder = open_coder(data);
  if (!coder) {
    complain(coder.error().message);
    return kWrongUsage;
  }
  Grid grid({"code", "language", "lexicon entries", "model"});
  for (const LanguageInfo& language : (*coder)->languages()) {
    grid.add_row({{language.code, Style::kBold},
                  {language.name},
                  {std::to_string(language.lexicon_entries)},
                  {language.model}});
  }
  std::string table;
  grid.append(terminal_width(Stream::kOut), 0, wants_colour(Stream::kOut), &table);
  std::cout << table << std::flush;
  return kSuccess;
}

}  // namespace

void add_languages_command(CLI::App& app, int* exit_code) {
  CLI::App* command = app.add_subcommand("languages", "List the languages that can be read");
  auto data = std::make_shared<std::string>();
  add_data_option(*command, data.get());
  command->footer("\nExample:\n  varde languages --data ~/my-codebook");
  command->callback([data, exit_code] { *exit_code = list_languages(*data); });
}

}  // namespace varde::cli
