// varde parse: sentences, words and trees as CoNLL-U, and their accuracy against a treebank.

#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cli/accuracy_report.h"
#include "cli/command.h"
#include "cli/terminal.h"
#include "intake/byte_stream.h"
#include "intake/document_reader.h"
#include "intake/input_list.h"
#include "syntax/conllu.h"
#include "syntax/evaluation.h"

namespace varde::cli {
namespace {

constexpr const char* kFooter = R"(
Exit status: 0 all parsed; 1 some inputs failed, each with a line on standard error;
2 wrong usage.

Examples:
  varde parse article.txt > article.conllu
  echo "Partene møttes i Genève." | varde parse - --language nb
  varde parse --accuracy no_bokmaal-ud-test.conllu.gz --language nb
  varde parse --accuracy gold.conllu --accuracy-details --format json)";

constexpr size_t kLargestTreebank = 1'000'000'000;

struct Settings {
  std::vector<std::string> paths;
  std::string language;
  std::string accuracy;
  std::string format;
  std::string data;
  bool accuracy_details = false;
};

int parse_inputs(const Coder& coder, const Settings& settings) {
  ReaderOptions options;
  options.language = settings.language;
  DocumentReader reader(list_inputs(settings.paths), options);
  int exit_code = kSuccess;
  while (auto document = reader.next()) {
    const auto parsed = *document ? coder.parse(**document)
                                  : Result<std::string>(tl::unexpected<Error>(document->error()));
    if (parsed) {
      std::cout << *parsed;
    } else {
      const std::string id = *document ? (*document)->id + ": " : "";
      complain(id + parsed.error().message);
      exit_code = kSomeFailed;
    }
  }
  std::cout << std::flush;
  return exit_code;
}

Result<std::vector<ConlluSentence>> read_treebank(const std::string& path) {
  auto stream = ByteStream::open(path);
  if (!stream) return failure(path + ": " + stream.error().message);
  std::string text;
  if (stream->rest(kLargestTreebank, &text) != ByteStream::Outcome::kRead) {
    return failure(path + ": " + (stream->fault().empty() ? "is too large" : stream->fault()));
  }
  auto sentences = read_conllu(text);
  if (!sentences) return failure(path + ": " + sentences.error().message);
  if (sentences->empty()) return failure(path + ": holds no sentences");
  return sentences;
}

// Parses the treebank's text from scratch, document by document.
Result<Evaluation> measure(const Coder& coder, const Settings& settings) {
  const auto gold = read_treebank(settings.accuracy);
  if (!gold) return tl::unexpected<Error>(gold.error());
  std::vector<ConlluSentence> system;
  for (std::string& text : raw_documents(*gold)) {
    Document document;
    document.text = std::move(text);
    document.language = settings.language;
    const auto parsed = coder.parse(document);
    if (!parsed) return tl::unexpected<Error>(parsed.error());
    auto sentences = read_conllu(*parsed);
    if (!sentences) return tl::unexpected<Error>(sentences.error());
    system.insert(system.end(), std::make_move_iterator(sentences->begin()),
                  std::make_move_iterator(sentences->end()));
  }
  auto evaluation = evaluate(*gold, system);
  if (!evaluation) return failure(settings.accuracy + ": " + evaluation.error().message);
  return evaluation;
}

int print_accuracy(const Coder& coder, const Settings& settings) {
  const auto evaluation = measure(coder, settings);
  if (!evaluation) {
    complain(evaluation.error().message);
    return kSomeFailed;
  }
  std::cout << (settings.format == "json" ? accuracy_json(*evaluation, settings.accuracy_details)
                                          : accuracy_table(*evaluation, settings.accuracy_details))
            << std::flush;
  return kSuccess;
}

int parse(Settings settings) {
  if (!settings.accuracy.empty() && !settings.paths.empty()) {
    complain("--accuracy takes no further inputs; leave them out");
    return kWrongUsage;
  }
  if (settings.accuracy.empty() && (settings.accuracy_details || !settings.format.empty())) {
    complain("--accuracy-details and --format need --accuracy GOLD");
    return kWrongUsage;
  }
  if (settings.accuracy.empty() && settings.paths.empty() && is_terminal(Stream::kIn)) {
    complain("nothing to read; name files or folders, or pipe text in");
    return kWrongUsage;
  }
  const auto coder = open_coder(settings.data);
  if (!coder) {
    complain(coder.error().message);
    return kWrongUsage;
  }
  if (!settings.accuracy.empty()) return print_accuracy(**coder, settings);
  if (settings.paths.empty()) settings.paths.emplace_back("-");
  return parse_inputs(**coder, settings);
}

}  // namespace

void add_parse_command(CLI::App& app, int* exit_code) {
  CLI::App* command = app.add_subcommand("parse", "Show sentences, words, trees and names");
  auto settings = std::make_shared<Settings>();
  command->add_option("PATH", settings->paths, "Files or folders; - or nothing is standard input")
      ->option_text("...");
  command
      ->add_option("-l,--language", settings->language,
                   "Language of documents that do not state theirs\n"
                   "(default: detected)")
      ->option_text("CODE");
  command
      ->add_option("--accuracy", settings->accuracy,
                   "Instead of parsing inputs: parse the raw text of this\n"
                   "CoNLL-U file (.gz too) and print the CoNLL 2018 scores")
      ->option_text("GOLD");
  command->add_flag("--accuracy-details", settings->accuracy_details,
                    "With --accuracy: also scores by relation, part of speech\n"
                    "and type of name, and the most frequent confusions");
  command
      ->add_option("-f,--format", settings->format,
                   "With --accuracy: table or json (default: table)")
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"table", "json"}));
  add_data_option(*command, &settings->data);
  command->footer(kFooter);
  command->callback([settings, exit_code] { *exit_code = parse(*settings); });
}

}  // namespace varde::cli
