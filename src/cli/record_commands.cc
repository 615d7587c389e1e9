// varde show, explain, search and correct: single records and the words behind them.

#include <iostream>

#include "base/utf8.h"
#include "cli/store_options.h"
#include "cli/terminal.h"
#include "output/ledger_table.h"
#include "store/answers.h"
#include "store/ledgers.h"

namespace varde::cli {
namespace {

using Json = ledger::Json;

struct Settings {
  std::string db;
  std::string data;
  std::string id;
  std::string format;
  std::string as_of;
  std::vector<std::string> words;
  size_t limit = 20;
  std::string analyst;
  std::string reason;
};

int no_such_record(const std::string& id) {
  return failed("there is no record " + id +
                "; varde ledger and varde timeline show the ids that there are");
}

int show(const Settings& settings) {
  const auto as_of = day_option("--as-of", settings.as_of);
  if (!as_of) return usage_error(as_of.error().message);
  const auto store = open_store(settings.db, false);
  if (!store) return usage_error(store.error().message);
  const auto entry = store::entry_with_corrections(store->get(), settings.id, *as_of);
  if (!entry) return failed(entry.error().message);
  if (!*entry) return no_such_record(settings.id);
  if (as_table(settings.format)) {
    const Look look{terminal_width(Stream::kOut), wants_colour(Stream::kOut)};
    std::cout << entry_text(**entry, look);
  } else {
    print_line(**entry);
  }
  return std::cout.flush() ? kSuccess : failed("the output cannot be written");
}

int explain(const Settings& settings) {
  const auto store = open_store(settings.db, false);
  if (!store) return usage_error(store.error().message);
  const auto report = (*store)->report(settings.id);
  if (!report) return failed(report.error().message);
  if (!*report) return no_such_record(settings.id);
  const auto document = (*store)->document((*report)->article.key);
  if (!document) return failed(document.error().message);
  if (!*document) return no_such_record(settings.id);
  const auto coder = open_coder(settings.data);
  if (!coder) return usage_error(coder.error().message);
  const Look look{terminal_width(Stream::kOut), wants_colour(Stream::kOut)};
  const auto entry = store::ledger_entry(store->get(), settings.id, std::nullopt);
  if (!entry) return failed(entry.error().message);
  std::cout << settings.id << ", " << printable((*document)->id) << ", coded by "
            << (*document)->versions << "\nrule " << (*report)->rule << "\n\n"
            << store::explanation_part((*coder)->explain((*document)->given), **report);
  if (*entry) std::cout << "\nIn the ledger:\n" << entry_text((*entry)->body, look);
  return std::cout.flush() ? kSuccess : failed("the output cannot be written");
}

int search(const Settings& settings) {
  std::string words;
  for (const std::string& word : settings.words) words += (words.empty() ? "" : " ") + word;
  const auto store = open_store(settings.db, false);
  if (!store) return usage_error(store.error().message);
  const auto hits = (*store)->search(words, settings.limit);
  if (!hits) return failed(hits.error().message);
  for (const store::SearchHit& hit : *hits) {
    const Json json = store::to_json(hit, words);
    if (!as_table(settings.format)) {
      print_line(json);
      continue;
    }
    std::cout << json["published"].get<std::string>() << "  " << printable(hit.id) << "  "
              << printable(hit.title) << "\n    " << json["snippet"].get<std::string>() << "\n";
  }
  if (hits->empty()) std::cerr << "varde: nothing found\n";
  return std::cout.flush() ? kSuccess : failed("the output cannot be written");
}

int correct(const Settings& settings) {
  std::vector<store::Correction> corrections;
  for (const std::string& word : settings.words) {
    const size_t equals = word.find('=');
    if (equals == std::string::npos) {
      return usage_error("'" + word + "': write field=value, such as state=negated");
    }
    store::Correction one;
    one.report = settings.id;
    one.field = word.substr(0, equals);
    one.value = word.substr(equals + 1);
    one.analyst = settings.analyst;
    one.reason = settings.reason;
    one.made_at = store::now_utc();
    corrections.push_back(std::move(one));
  }
  const auto store = open_store(settings.db, false);
  if (!store) return usage_error(store.error().message);
  const auto done = (*store)->correct(corrections);
  return done ? kSuccess : failed(done.error().message);
}

void add_id(CLI::App& command, std::string* id) {
  command.add_option("ID", *id, "Of an entry or of one of its reports: 3f9a2c81d0e4/v3")
      ->required()
      ->option_text(" ");
}

}  // namespace

void add_show_command(CLI::App& app, int* exit_code) {
  CLI::App* command = app.add_subcommand("show", "Show one entry of a ledger with its history");
  auto settings = std::make_shared<Settings>();
  add_id(*command, &settings->id);
  add_db_option(*command, &settings->db);
  add_as_of_option(*command, &settings->as_of);
  add_format_option(*command, &settings->format);
  command->callback([settings, exit_code] { *exit_code = show(*settings); });
}

void add_explain_command(CLI::App& app, int* exit_code) {
  CLI::App* command = app.add_subcommand("explain", "Show how a record came about");
  auto settings = std::make_shared<Settings>();
  add_id(*command, &settings->id);
  add_db_option(*command, &settings->db);
  add_data_option(*command, &settings->data);
  command->footer(R"(
The sentence with its tree, the frame, the line of the lexicon, and the words behind each
role, status, date, place and source, by the stored text and the present data; then the
entry that the record belongs to.)");
  command->callback([settings, exit_code] { *exit_code = explain(*settings); });
}

void add_search_command(CLI::App& app, int* exit_code) {
  CLI::App* command = app.add_subcommand("search", "Find stored articles by their words");
  auto settings = std::make_shared<Settings>();
  command
      ->add_option("WORDS", settings->words,
                   "All must occur; bomb* finds every word that begins so")
      ->required()
      ->option_text("...");
  add_db_option(*command, &settings->db);
  command->add_option("--limit", settings->limit, "At most so many, the newest (default: 20)")
      ->option_text("N")
      ->check(CLI::Range(size_t{1}, size_t{1'000'000}));
  add_format_option(*command, &settings->format);
  command->callback([settings, exit_code] { *exit_code = search(*settings); });
}

void add_correct_command(CLI::App& app, int* exit_code) {
  CLI::App* command = app.add_subcommand("correct", "Correct what was coded from an article");
  auto settings = std::make_shared<Settings>();
  add_id(*command, &settings->id);
  command->add_option("CHANGE", settings->words, "field=value, one or more")
      ->required()
      ->option_text("...");
  command->add_option("--by", settings->analyst, "Who says so")->required()->option_text("NAME");
  command->add_option("--why", settings->reason, "For those who read it later")
      ->required()
      ->option_text("TEXT");
  add_db_option(*command, &settings->db);
  command->footer(R"(
The program's own value is kept beside the correction, and coding anew overwrites neither.
Fields: valid (no: the text does not say this; empty: takes that back), type, state, detail, low, high, place
("Aleppo, SYR"), date and end_date (2016-09-12 or 2016-09-12/2016-09-14), and the roles:
actor, recipient, party, proposed_by, rejected_by, brokered_by, participant, sponsor,
vetoed_by, holder, from, according_to ("Sergej Lavrov (RUS:GOV); USA:MIL").

Examples:
  varde correct 3f9a2c81d0e4/v3 valid=no --by Kari --why "a football match"
  varde correct 3f9a2c81d0e4/t1 low=20 high= --by Kari --why "at least, says the text")");
  command->callback([settings, exit_code] { *exit_code = correct(*settings); });
}

}  // namespace varde::cli
