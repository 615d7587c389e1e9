// What the commands on a store have in common: where it is, and which entries are wanted.
#ifndef VARDE_CLI_STORE_OPTIONS_H_
#define VARDE_CLI_STORE_OPTIONS_H_

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/command.h"
#include "store/store.h"

namespace varde::cli {

// Adds `--db`; without it the environment variable VARDE_DB says which store.
void add_db_option(CLI::App& command, std::string* db);

// The store that `db` or VARDE_DB names; an error says how to name one.
Result<std::string> store_name(const std::string& db);

// Opens the store that `db` or VARDE_DB names; an error says how to name one.
Result<std::unique_ptr<store::Store>> open_store(const std::string& db, bool create);

// The filter options as they were written.
struct FilterWords {
  std::vector<std::string> actors, countries, places, types, sources;
  std::string since, until, as_of;
  int64_t min_reports = 1;
};

void add_filter_options(CLI::App& command, FilterWords* words);
void add_as_of_option(CLI::App& command, std::string* as_of);

// An error names the option whose value is wrong.
Result<store::Filter> filter_of(const FilterWords& words);
Result<std::optional<Day>> day_option(const std::string& option, const std::string& value);

// `--format table|jsonl`: a table on a terminal, else JSON Lines.
void add_format_option(CLI::App& command, std::string* format);
bool as_table(const std::string& format);

// One JSON object on a line of standard output; bytes that are no UTF-8 are replaced.
void print_line(const nlohmann::ordered_json& object);

// Writes the message and says that the command was used wrongly.
int usage_error(const std::string& message);
// Writes the message; what was asked for could not be done.
int failed(const std::string& message);

}  // namespace varde::cli

#endif  // VARDE_CLI_STORE_OPTIONS_H_
