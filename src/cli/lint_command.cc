// varde lint: checks codebook, knowledge base and language packs, which opening the coder does, and
// the lines of the lexicons against each other and against documents.

#include <iostream>
#include <memory>
#include <set>

#include "cli/command.h"
#include "intake/document_reader.h"

namespace varde::cli {
namespace {

struct Settings {
  std::string data;
  std::vector<std::string> paths;
};

// What no document evoked, language by language; false when a document could not be read.
bool list_unused(const Coder& coder, const Settings& settings) {
  std::set<std::string> evoked;
  bool all_read = true;
  DocumentReader reader(list_inputs(settings.paths), ReaderOptions{});
  while (auto document = reader.next()) {
    if (!*document) {
      complain(document->error().message);
      all_read = false;
      continue;
    }
    for (auto& line : coder.evoked_lines(**document)) evoked.insert(std::move(line));
  }
  for (const LanguageInfo& language : coder.languages()) {
    for (const auto& line : coder.lexicon_lines(language.code)) {
      if (!evoked.contains(line)) std::cout << line << ": nothing evokes this line\n";
    }
  }
  return all_read;
}

int lint(const Settings& settings) {
  const auto coder = open_coder(settings.data);
  if (!coder) {
    std::cerr << coder.error().message << '\n';
    return kSomeFailed;
  }
  size_t faults = 0;
  for (const LanguageInfo& language : (*coder)->languages()) {
    for (const auto& fault : (*coder)->lexicon_faults(language.code)) {
      std::cerr << fault << '\n';
      ++faults;
    }
    std::cout << language.code << ": " << language.lexicon_entries << " lexicon entries\n";
  }
  const bool all_read = settings.paths.empty() || list_unused(**coder, settings);
  if (faults > 0) {
    complain(std::to_string(faults) + " lines of the lexicons never decide anything");
    return kSomeFailed;
  }
  std::cout << "no mistakes found" << std::endl;
  return all_read ? kSuccess : kSomeFailed;
}

}  // namespace

void add_lint_command(CLI::App& app, int* exit_code) {
  CLI::App* command =
      app.add_subcommand("lint", "Check the codebook, the knowledge base and the lexicons");
  auto settings = std::make_shared<Settings>();
  command
      ->add_option("PATH", settings->paths,
                   "Documents to read: every line of a lexicon that none\nof them evokes is listed")
      ->option_text("...");
  add_data_option(*command, &settings->data);
  command->footer(R"(
Mistakes are reported as file:line, what is wrong and what to write instead; the exit
status is then 1. A line that repeats or contradicts an earlier one is a mistake: the
first of equals wins.

Examples:
  varde lint --data ~/my-codebook
  varde lint archive/ > unused.txt         lines that nothing in the archive evokes)");
  command->callback([settings, exit_code] { *exit_code = lint(*settings); });
}

}  // namespace varde::cli
