// What the commands of the program share. One command is one file, `<name>_command.cc`, that
// defines `add_<name>_command`: it adds a subcommand to the app, with its options, its help and a
// callback that does the work and stores the exit code. A command reads standard input, writes what
// was asked for to standard output and everything else to standard error.
#ifndef VARDE_CLI_COMMAND_H_
#define VARDE_CLI_COMMAND_H_

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "varde/coder.h"
#include "varde/result.h"

namespace varde::cli {

inline constexpr int kSuccess = 0;
inline constexpr int kSomeFailed = 1;  // the rest of the input was worked on
inline constexpr int kWrongUsage = 2;  // nothing was done

// `exit_code` outlives the app; it is kSuccess when the callback starts.
void add_code_command(CLI::App& app, int* exit_code);
void add_parse_command(CLI::App& app, int* exit_code);
void add_languages_command(CLI::App& app, int* exit_code);
void add_lint_command(CLI::App& app, int* exit_code);
void add_ingest_command(CLI::App& app, int* exit_code);
void add_recode_command(CLI::App& app, int* exit_code);
void add_ledger_command(CLI::App& app, int* exit_code);
void add_timeline_command(CLI::App& app, int* exit_code);
void add_changes_command(CLI::App& app, int* exit_code);
void add_show_command(CLI::App& app, int* exit_code);
void add_explain_command(CLI::App& app, int* exit_code);
void add_search_command(CLI::App& app, int* exit_code);
void add_correct_command(CLI::App& app, int* exit_code);
void add_agreement_command(CLI::App& app, int* exit_code);
void add_export_command(CLI::App& app, int* exit_code);
void add_serve_command(CLI::App& app, int* exit_code);
void add_token_command(CLI::App& app, int* exit_code);
void add_completion_command(CLI::App& app, int* exit_code);

// Adds `--data DIR` to a command.
void add_data_option(CLI::App& command, std::string* data);

// The data folder that `data`, the environment variable VARDE_DATA or the place of the program say,
// in this order.
Result<std::filesystem::path> data_folder(const std::string& data);

// Opens the coder on that folder.
Result<std::unique_ptr<Coder>> open_coder(const std::string& data);

// Writes "varde: <message>" as one line to standard error.
void complain(std::string_view message);

// Runs the program with these arguments, argv[0] being its own name; no exception leaves it.
int run(int argc, const char* const* argv);

}  // namespace varde::cli

#endif  // VARDE_CLI_COMMAND_H_
