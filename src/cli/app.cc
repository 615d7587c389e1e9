// Puts the commands together and turns what can go wrong on a command line into exit codes.

#include <cstdio>
#include <exception>
#include <iostream>
#include <string>

#include "cli/command.h"

namespace varde::cli {
namespace {

constexpr const char* kFooter = R"(
Examples:
  varde code article.txt                 read one article and show what it reports
  varde code archive/ -o events.jsonl    code a folder, one JSON object per article
  varde code news.jsonl --format csv     one row per event, for R or a spreadsheet
  varde ingest archive/ --db news.db     keep everything in a store
  varde ledger ceasefires --db news.db   what the articles add up to
  varde languages                        which languages are built in

`varde COMMAND --help` says more about each command.)";

void add_commands(CLI::App& app, int* exit_code) {
  add_code_command(app, exit_code);
  add_ingest_command(app, exit_code);
  add_ledger_command(app, exit_code);
  add_timeline_command(app, exit_code);
  add_changes_command(app, exit_code);
  add_show_command(app, exit_code);
  add_explain_command(app, exit_code);
  add_search_command(app, exit_code);
  add_correct_command(app, exit_code);
  add_agreement_command(app, exit_code);
  add_export_command(app, exit_code);
  add_serve_command(app, exit_code);
  add_token_command(app, exit_code);
  add_recode_command(app, exit_code);
  add_parse_command(app, exit_code);
  add_languages_command(app, exit_code);
  add_lint_command(app, exit_code);
  add_completion_command(app, exit_code);
}

// A first word that is no command, which the parser itself reports as a missing command.
std::string unknown_command(const CLI::App& app, int argc, const char* const* argv) {
  if (argc < 2 || argv[1][0] == '-') return "";
  std::string names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    if (command->get_name() == argv[1]) return "";
    names += (names.empty() ? "" : ", ") + command->get_name();
  }
  return "there is no command '" + std::string(argv[1]) + "'; there are " + names;
}

// The usage error with the help of the command that it was made in.
void explain(const CLI::App& app, const CLI::ParseError& error) {
  const auto chosen = app.get_subcommands();
  const std::string command = chosen.empty() ? "varde" : "varde " + chosen.front()->get_name();
  complain(error.what());
  std::cerr << "Run '" << command << " --help' for the options and examples.\n";
}

}  // namespace

void complain(std::string_view message) { std::cerr << "varde: " << message << '\n'; }

int run(int argc, const char* const* argv) {
  try {
    CLI::App app("Varde reads newswire and codes the conflict events that it reports.", "varde");
    app.footer(kFooter);
    app.set_version_flag("--version", "varde " VARDE_VERSION);
    app.get_formatter()->column_width(34);
    app.require_subcommand(1);
    int exit_code = kSuccess;
    add_commands(app, &exit_code);
    if (const std::string unknown = unknown_command(app, argc, argv); !unknown.empty()) {
      complain(unknown);
      return kWrongUsage;
    }
    try {
      app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      if (error.get_exit_code() == 0) return app.exit(error);  // help and version
      explain(app, error);
      return kWrongUsage;
    }
    return exit_code;
  } catch (const std::exception& error) {
    complain(error.what());
    return kSomeFailed;
  }
}

}  // namespace varde::cli
