// varde code: documents in, coded documents out.

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/ordered_work.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "intake/document_fields.h"
#include "intake/document_reader.h"
#include "intake/input_list.h"
#include "output/format.h"

namespace varde::cli {
namespace {

constexpr const char* kFooter = R"(
Formats:
  jsonl   one JSON object per document, everything that was coded (docs/format.md)
  table   to read
  csv     one row per event
  plover  one JSON object per event, in PLOVER's field names

Exit status: 0 all coded; 1 some inputs failed, each with a line on standard error;
2 wrong usage.

Examples:
  varde code article.txt --published 2024-03-18
  varde code archive/ --output events.jsonl
  varde code archive/ --output events.jsonl --resume    go on after an interruption
  varde code news.jsonl.gz --format csv > events.csv
  varde code --explain article.txt | less               why each event was coded
  curl -s https://example.org/article.txt | varde code - --language nb)";

struct Settings {
  std::vector<std::string> paths;
  std::string format;
  std::string language;
  std::string published;
  std::string output;
  std::string data;
  size_t jobs = 0;
  size_t max_size = 20'000'000;
  double min_confidence = 0;
  bool resume = false;
  bool explain = false;
};

// A document on its way through a worker, or why there is none.
struct Coded {
  std::string output;
  std::string complaint;
  size_t size = 0;  // bytes of its text
};

// Reads, codes and writes; one for each run of the command.
class Run {
 public:
  Run(const Coder& coder, const Settings& settings, Format format, Look look, OutputFile output,
      FinishedIds finished);

  // The exit code.
  int all(DocumentReader* reader);

 private:
  Coded code(Result<Document> document) const;
  bool is_finished(const Result<Document>& document);
  bool take_one();
  int summary();

  const Coder& coder_;
  double min_confidence_;
  bool explain_;
  Format format_;
  Look look_;
  OutputFile output_;
  FinishedIds finished_;
  Progress progress_;
  size_t jobs_;
  OrderedWork<Result<Document>, Coded> work_;  // after what its threads use
  size_t bytes_in_flight_ = 0;
  uint64_t coded_ = 0;
  uint64_t failed_ = 0;
};

// Documents in flight are few and bounded in size, so that memory does not grow with the archive.
constexpr size_t kDocumentsPerJob = 4;
constexpr size_t kBytesInFlight = 64'000'000;

Run::Run(const Coder& coder, const Settings& settings, Format format, Look look, OutputFile output,
         FinishedIds finished)
    : coder_(coder),
      min_confidence_(settings.min_confidence),
      explain_(settings.explain),
      format_(format),
      look_(look),
      output_(std::move(output)),
      finished_(std::move(finished)),
      progress_(is_terminal(Stream::kError) &&
                (!settings.output.empty() || !is_terminal(Stream::kOut))),
      jobs_(settings.jobs),
      work_(jobs_, [this](Result<Document> document) { return code(std::move(document)); }) {}

Coded Run::code(Result<Document> document) const {
  if (!document) return {"", document.error().message, 0};
  Coded done{"", "", document->text.size()};
  try {
    if (explain_) {
      done.output = coder_.explain(*document);
      return done;
    }
    CodedDocument coded = coder_.code(*document);
    if (min_confidence_ > 0) keep_confident(min_confidence_, &coded);
    done.output = format_document(format_, look_, coded, document->text);
  } catch (const std::exception& error) {  // memory ran out
    done.complaint = document->id + ": could not be coded: " + error.what();
  }
  return done;
}

bool Run::is_finished(const Result<Document>& document) {
  if (!document) return false;
  const auto found = finished_.find(document->id);
  if (found == finished_.end() || found->second == 0) return false;
  --found->second;
  return true;
}

// Writes the oldest result; false when writing failed.
bool Run::take_one() {
  const Coded done = work_.take();
  bytes_in_flight_ -= std::min(done.size, bytes_in_flight_);
  if (!done.complaint.empty()) {
    ++failed_;
    progress_.clear();
    std::cerr << done.complaint + "\n" << std::flush;
    return true;
  }
  ++coded_;
  if (const auto written = output_.write(done.output); !written) {
    progress_.clear();
    complain(written.error().message);
    return false;
  }
  return true;
}

int Run::all(DocumentReader* reader) {
  const std::string header = explain_ ? std::string() : std::string(format_header(format_));
  if (const auto written = output_.write(header); !written) {
    complain(written.error().message);
    return kSomeFailed;
  }
  while (auto document = reader->next()) {
    if (is_finished(*document)) continue;
    bytes_in_flight_ += *document ? (*document)->text.size() : 0;
    work_.submit(std::move(*document));
    while (work_.in_flight() > 0 &&
           (work_.ready() || work_.in_flight() >= jobs_ * kDocumentsPerJob ||
            bytes_in_flight_ > kBytesInFlight)) {
      if (!take_one()) return kSomeFailed;
    }
    progress_.update(coded_, reader->bytes_read(), reader->bytes_total());
  }
  while (work_.in_flight() > 0) {
    if (!take_one()) return kSomeFailed;
    progress_.update(coded_, reader->bytes_read(), reader->bytes_total());
  }
  return summary();
}

int Run::summary() {
  progress_.clear();
  if (const auto committed = output_.commit(); !committed) {
    complain(committed.error().message);
    return kSomeFailed;
  }
  if (failed_ == 0) return kSuccess;
  complain(std::to_string(failed_) + " of " + std::to_string(failed_ + coded_) +
           " documents failed; the lines above say why");
  return kSomeFailed;
}

Format choose_format(const Settings& settings) {
  for (size_t i = 0; i < kFormatNames.size(); ++i) {
    if (settings.format == kFormatNames[i]) return static_cast<Format>(i);
  }
  if (settings.output.ends_with(".csv")) return Format::kCsv;
  const bool to_people = settings.output.empty() && is_terminal(Stream::kOut);
  return to_people ? Format::kTable : Format::kJsonLines;
}

// Checks what the options say together; the message of a mistake, or nothing.
std::optional<std::string> mistake(const Settings& settings, Format format) {
  if (settings.paths.empty() && is_terminal(Stream::kIn)) {
    return "nothing to read; name files or folders, or pipe text in";
  }
  if (std::count(settings.paths.begin(), settings.paths.end(), "-") > 1) {
    return "standard input (-) can be read once only";
  }
  if (!settings.published.empty() && !parse_published(settings.published)) {
    return "--published " + settings.published + ": is no date; write YYYY-MM-DD";
  }
  std::error_code ignored;
  if (!settings.resume && format == Format::kJsonLines && !settings.output.empty() &&
      std::filesystem::exists(settings.output + ".partial", ignored)) {
    return settings.output + ".partial holds an unfinished run; add --resume to go on with it, " +
           "or delete it";
  }
  if (settings.explain &&
      (!settings.format.empty() || settings.resume || settings.min_confidence > 0)) {
    return "--explain writes text of its own; leave out --format, --resume and --min-confidence";
  }
  if (settings.resume && (settings.output.empty() || format != Format::kJsonLines)) {
    return "--resume needs --output FILE and the format jsonl";
  }
  return std::nullopt;
}

std::optional<std::string> unknown_language(const Settings& settings, const Coder& coder) {
  if (settings.language.empty()) return std::nullopt;
  std::string known;
  for (const LanguageInfo& language : coder.languages()) {
    if (language.code == settings.language) return std::nullopt;
    known += (known.empty() ? "" : ", ") + language.code;
  }
  return "--language " + settings.language + ": is not built in; choose one of " + known;
}

// The files to read; what is written into a folder that is read is no input.
std::vector<Input> inputs_of(const Settings& settings) {
  std::vector<Input> inputs = list_inputs(settings.paths);
  if (!settings.output.empty()) {
    std::erase_if(inputs, [&](const Input& input) {
      std::error_code fault;
      return std::filesystem::equivalent(input.path, settings.output, fault) && !fault;
    });
  }
  return inputs;
}

int usage(const std::string& message) {
  complain(message);
  return kWrongUsage;
}

int code(Settings settings) {
  const Format format = choose_format(settings);
  if (const auto wrong = mistake(settings, format)) return usage(*wrong);
  if (settings.paths.empty()) settings.paths.emplace_back("-");
  if (settings.jobs == 0) settings.jobs = std::max(1U, std::thread::hardware_concurrency());

  const auto coder = open_coder(settings.data);
  if (!coder) return usage(coder.error().message);
  if (const auto wrong = unknown_language(settings, **coder)) return usage(*wrong);

  FinishedIds finished;
  auto output = settings.output.empty() ? Result<OutputFile>(OutputFile::standard_output())
                : settings.resume       ? OutputFile::resume(settings.output, &finished)
                                        : OutputFile::create(settings.output);
  if (!output) return usage(output.error().message);

  ReaderOptions options;
  options.max_size = settings.max_size;
  options.language = settings.language;
  if (const auto day = parse_published(settings.published)) options.published = {*day, *day};
  DocumentReader reader(inputs_of(settings), options);
  const Look look{terminal_width(Stream::kOut),
                  settings.output.empty() && wants_colour(Stream::kOut)};
  return Run(**coder, settings, format, look, *std::move(output), std::move(finished)).all(&reader);
}

// An option whose help names its value rather than listing the checks on it.
CLI::Option* named(CLI::Option* option, const char* value) { return option->option_text(value); }

void add_options(CLI::App& command, Settings* settings) {
  named(command.add_option("PATH", settings->paths,
                           "Files or folders; - or nothing is standard input.\n"
                           "Plain text, JSON with the article in \"text\", or JSON\n"
                           "Lines; also packed with gzip"),
        "...");
  named(command.add_option("-f,--format", settings->format,
                           "jsonl, table, csv or plover (default: table on a\n"
                           "terminal, else jsonl)"),
        "FORMAT")
      ->check(CLI::IsMember({"jsonl", "table", "csv", "plover"}));
  named(command.add_option("-l,--language", settings->language,
                           "Language of documents that do not state theirs\n"
                           "(default: detected)"),
        "CODE");
  named(command.add_option("-p,--published", settings->published,
                           "Day of publication of documents that do not state\n"
                           "theirs, YYYY-MM-DD"),
        "DATE");
  named(command.add_option("-o,--output", settings->output,
                           "Write to this file, which appears when it is whole"),
        "FILE");
  command.add_flag("--resume", settings->resume,
                   "Go on with an output file: documents in it are not\ncoded again");
  command.add_flag(
      "--explain", settings->explain,
      "Instead of records write how each event came about:\nthe sentence with its tree, the frame, "
      "the line of the\nlexicon, the words behind each role, status, date,\nplace and source");
  named(command.add_option("-j,--jobs", settings->jobs,
                           "Documents coded at once (default: one per core)"),
        "N")
      ->check(CLI::Range(1, 256));
  named(command.add_option("--min-confidence", settings->min_confidence,
                           "Leave out records less sure than this, 0 to 1"),
        "SHARE")
      ->check(CLI::Range(0.0, 1.0));
  named(command.add_option("--max-size", settings->max_size,
                           "Largest document, such as 500kB (default: 20 MB)"),
        "SIZE")
      ->transform(CLI::AsSizeValue(true))
      ->check(CLI::Range(size_t{1}, size_t{1'000'000'000}));
  add_data_option(command, &settings->data);
}

}  // namespace

void add_code_command(CLI::App& app, int* exit_code) {
  CLI::App* command = app.add_subcommand("code", "Code the events that documents report");
  auto settings = std::make_shared<Settings>();
  add_options(*command, settings.get());
  command->footer(kFooter);
  command->callback([settings, exit_code] { *exit_code = code(*settings); });
}

}  // namespace varde::cli
