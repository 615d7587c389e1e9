// varde completion: scripts for the shells, made from the commands and options themselves so that
// they cannot fall behind.

#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <vector>

#include "cli/command.h"

namespace varde::cli {
namespace {

struct OptionHelp {
  std::vector<std::string> names;  // "-f", "--format"
  std::string description;
  std::string value;                // "FILE"; empty for a flag
  std::vector<std::string> values;  // of which it takes one, when they are few and known
};

struct CommandHelp {
  std::string name;
  std::string description;
  std::vector<OptionHelp> options;
};

std::vector<std::string> values_of(const std::string& command, const std::string& option) {
  if (option != "--format") return {};
  if (command == "parse") return {"table", "json"};
  if (command == "code") return {"jsonl", "table", "csv", "plover"};
  if (command == "export")
    return {"jsonl", "csv", "parquet", "plover", "cameo", "ucdp", "ceasefires"};
  return {"table", "jsonl"};
}

CommandHelp describe(const CLI::App& command) {
  CommandHelp help{command.get_name(), command.get_description(), {}};
  for (const CLI::Option* option : command.get_options()) {
    OptionHelp about;
    for (const std::string& name : option->get_snames()) about.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) about.names.push_back("--" + name);
    if (about.names.empty()) continue;  // a positional argument
    about.description = option->get_description();
    if (option->get_items_expected_max() > 0) about.value = option->get_option_text();
    about.values = values_of(help.name, about.names.back());
    help.options.push_back(std::move(about));
  }
  return help;
}

std::vector<CommandHelp> describe_all(const CLI::App& app) {
  std::vector<CommandHelp> all;
  for (const CLI::App* command : app.get_subcommands(nullptr)) all.push_back(describe(*command));
  return all;
}

// The case of a word that follows an option with few values.
std::string bash_values(const CommandHelp& command, const OptionHelp& option) {
  std::string pattern;
  for (const std::string& name : option.names) {
    pattern += fmt::format("{}\"{} {}\"", pattern.empty() ? "" : "|", command.name, name);
  }
  return fmt::format("    {}) COMPREPLY=($(compgen -W \"{}\" -- \"$current\")); return ;;\n",
                     pattern, fmt::join(option.values, " "));
}

std::string bash_script(const std::vector<CommandHelp>& commands) {
  std::string names;
  std::string cases;
  std::string values;
  for (const CommandHelp& command : commands) {
    names += (names.empty() ? "" : " ") + command.name;
    std::string options;
    for (const OptionHelp& option : command.options) {
      options += (options.empty() ? "" : " ") + option.names.back();
      if (!option.values.empty()) values += bash_values(command, option);
    }
    cases += fmt::format("    {}) words=\"{}\" ;;\n", command.name, options);
  }
  return fmt::format(
      R"(# Completion of varde for bash. Load it with: source <(varde completion bash)
_varde() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "{} --help --version" -- "$current"))
    return
  fi
  case "${{COMP_WORDS[1]}} $previous" in
{}    "completion completion") COMPREPLY=($(compgen -W "bash zsh fish" -- "$current")); return ;;
  esac
  case ${{COMP_WORDS[1]}} in
{}  esac
  case $current in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}}
complete -o filenames -F _varde varde
)",
      names, values, cases);
}

// Inside single quotes of every shell, and without what _arguments of zsh reads as its own.
std::string plain(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\'' || c == '`') continue;
    safe += c == '[' || c == ']' || c == ':' || c == '\n' ? ' ' : c;
  }
  return safe;
}

bool names_file(const OptionHelp& option) {
  return option.value == "FILE" || option.value == "DIR";
}

std::string zsh_option(const OptionHelp& option) {
  const std::string description = plain(option.description);
  std::string value;
  if (!option.values.empty()) {
    value = fmt::format(":value:({})", fmt::join(option.values, " "));
  } else if (!option.value.empty()) {
    value = fmt::format(":{}:{}", option.value, names_file(option) ? "_files" : " ");
  }
  return fmt::format("        '{}[{}]{}' \\\n", option.names.back(), description, value);
}

std::string zsh_script(const std::vector<CommandHelp>& commands) {
  std::string names;
  std::string cases;
  for (const CommandHelp& command : commands) {
    names += fmt::format("    '{}:{}'\n", command.name, plain(command.description));
    std::string options;
    for (const OptionHelp& option : command.options) options += zsh_option(option);
    const char* rest =
        command.name == "completion" ? "'1:shell:(bash zsh fish)'" : "'*:file:_files'";
    cases += fmt::format("    {})\n      _arguments \\\n{}        {}\n      ;;\n", command.name,
                         options, rest);
  }
  return fmt::format(R"(#compdef varde
# Completion of varde for zsh. Load it with: source <(varde completion zsh)
_varde() {{
  local -a commands
  commands=(
{}  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
{}  esac
}}
compdef _varde varde
)",
                     names, cases);
}

std::string fish_script(const std::vector<CommandHelp>& commands) {
  std::string script =
      "# Completion of varde for fish. Load it with: varde completion fish | source\n";
  for (const CommandHelp& command : commands) {
    script += fmt::format("complete -c varde -n __fish_use_subcommand -f -a {} -d '{}'\n",
                          command.name, plain(command.description));
    for (const OptionHelp& option : command.options) {
      script += fmt::format("complete -c varde -n '__fish_seen_subcommand_from {}'", command.name);
      for (const std::string& name : option.names) {
        script += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      if (!option.values.empty()) {
        script += fmt::format(" -x -a '{}'", fmt::join(option.values, " "));
      } else if (!option.value.empty()) {
        script += names_file(option) ? " -r" : " -x";
      }
      script += fmt::format(" -d '{}'\n", plain(option.description));
    }
  }
  script += "complete -c varde -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'\n";
  return script;
}

}  // namespace

void add_completion_command(CLI::App& app, int* exit_code) {
  CLI::App* command = app.add_subcommand("completion", "Print the completion script of a shell");
  auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "bash, zsh or fish")
      ->required()
      ->option_text(" ")
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->footer(R"(
Examples:
  source <(varde completion bash)
  varde completion fish > ~/.config/fish/completions/varde.fish)");
  command->callback([&app, shell, exit_code] {
    const auto commands = describe_all(app);
    std::cout << (*shell == "bash"  ? bash_script(commands)
                  : *shell == "zsh" ? zsh_script(commands)
                                    : fish_script(commands))
              << std::flush;
    *exit_code = kSuccess;
  });
}

}  // namespace varde::cli
