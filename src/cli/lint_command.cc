// varde lint: checks codebook, knowledge base and language packs, which opening the coder does.

#include <iostream>
#include <memory>

#include "cli/command.h"

namespace varde::cli {
namespace {

int lint(const std::string& data) {
  const auto coder = open_coder(data);
  if (!coder) {
    std::cerr << coder.error().message << '\n';
    return kSomeFailed;
  }
  for (const LanguageInfo& language : (*coder)->languages()) {
    std::cout << language.code << ": " << language.lexicon_entries << " lexicon entries\n";
  }
  std::cout << "no mistakes found" << std::endl;
  return kSuccess;
}

}  // namespace

void add_lint_command(CLI::App& app, int* exit_code) {
  CLI::App* command =
      app.add_subcommand("lint", "Check the codebook, the knowledge base and the lexicons");
  auto data = std::make_shared<std::string>();
  add_data_option(*command, data.get());
  command->footer(R"(
Mistakes are reported as file:line, what is wrong and what to write instead; the exit
status is then 1.

Example:
  varde lint --data ~/my-codebook)");
  command->callback([data, exit_code] { *exit_code = lint(*data); });
}

}  // namespace varde::cli
