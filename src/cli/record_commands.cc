// varde show, explain, search and correct: single records and the words behind them.

#include <algorithm>
#include <chrono>
#include <iostream>

#include "base/utf8.h"
#include "cli/store_options.h"
#include "cli/terminal.h"
#include "output/ledger_table.h"
#include "store/document_rows.h"
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

Json to_json(const store::Correction& correction) {
  return {{"report", correction.report},   {"field", correction.field}, {"value", correction.value},
          {"machine", correction.machine}, {"by", correction.analyst},  {"why", correction.reason},
          {"at", correction.made_at}};
}

int no_such_record(const std::string& id) {
  return failed("there is no record " + id +
                "; varde ledger and varde timeline show the ids that there are");
}

// The corrections of all reports of an entry.
Result<Json> corrections_of(store::Store* store, const Json& body) {
  Json list = Json::array();
  for (const Json& report : body["told"]) {
    const auto found = store->corrections(report["id"].get<std::string>());
    if (!found) return tl::unexpected(found.error());
    for (const store::Correction& one : *found) list.push_back(to_json(one));
  }
  return list;
}

int show(const Settings& settings) {
  const auto as_of = day_option("--as-of", settings.as_of);
  if (!as_of) return usage_error(as_of.error().message);
  const auto store = open_store(settings.db, false);
  if (!store) return usage_error(store.error().message);
  auto entry = store::ledger_entry(store->get(), settings.id, *as_of);
  if (!entry) return failed(entry.error().message);
  if (!*entry) return no_such_record(settings.id);
  auto corrections = corrections_of(store->get(), (*entry)->body);
  if (!corrections) return failed(corrections.error().message);
  (*entry)->body["corrections"] = *std::move(corrections);
  if (as_table(settings.format)) {
    const Look look{terminal_width(Stream::kOut), wants_colour(Stream::kOut)};
    std::cout << entry_text((*entry)->body, look);
  } else {
    print_line((*entry)->body);
  }
  return std::cout.flush() ? kSuccess : failed("the output cannot be written");
}

// The part of the coder's explanation that tells of one event: its sentence, and its paragraph.
std::string part_of(const std::string& explanation, const ledger::Report& report) {
  // Whatever an analyst has made of its type.
  const std::string head = " \"" + printable(report.trigger_text) + "\", confidence ";
  size_t sentence = 0;
  for (size_t at = 0; at < explanation.size();) {
    const size_t end = std::min(explanation.find('\n', at), explanation.size());
    const std::string_view line = std::string_view(explanation).substr(at, end - at);
    if (line.starts_with("Sentence ")) sentence = at;
    const bool event = line.starts_with("  ") && !line.starts_with("   ");
    if (event && line.find(head) != std::string_view::npos) {
      size_t stop = end + 1;
      while (explanation.compare(stop, 4, "    ") == 0) stop = explanation.find('\n', stop) + 1;
      size_t tree = explanation.find("\n  ", sentence);
      while (explanation.compare(tree + 1, 3, "   ") == 0) tree = explanation.find('\n', tree + 1);
      return explanation.substr(sentence, tree - sentence + 1) + explanation.substr(at, stop - at);
    }
    at = end + 1;
  }
  return "";
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
            << part_of((*coder)->explain((*document)->given), **report);
  if (*entry) std::cout << "\nIn the ledger:\n" << entry_text((*entry)->body, look);
  return std::cout.flush() ? kSuccess : failed("the output cannot be written");
}

// The stretch of text around the first of the words.
std::string snippet(const std::string& text, const std::string& words) {
  constexpr size_t kAround = 160;  // bytes, cut at spaces
  const std::vector<std::string> keys = store::search_words(words);
  size_t begin = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string key = name_key(text.substr(at, end - at));
    const bool found = std::any_of(keys.begin(), keys.end(), [&](const std::string& one) {
      return key.find(one) != std::string::npos;
    });
    if (found) {
      begin = at > kAround ? text.find(' ', at - kAround) + 1 : 0;
      break;
    }
    at = end + 1;
  }
  const size_t end = text.find(' ', std::min(text.size(), begin + 2 * kAround));
  const std::string piece = text.substr(begin, end == std::string::npos ? end : end - begin);
  return printable((begin > 0 ? "… " : "") + piece + (end == std::string::npos ? "" : " …"));
}

int search(const Settings& settings) {
  std::string words;
  for (const std::string& word : settings.words) words += (words.empty() ? "" : " ") + word;
  const auto store = open_store(settings.db, false);
  if (!store) return usage_error(store.error().message);
  const auto hits = (*store)->search(words, settings.limit);
  if (!hits) return failed(hits.error().message);
  for (const store::SearchHit& hit : *hits) {
    const std::string day = hit.published ? to_string(*hit.published) : "";
    const std::string piece = snippet(hit.text, words);
    if (as_table(settings.format)) {
      std::cout << day << "  " << printable(hit.id) << "  " << printable(hit.title) << "\n    "
                << piece << "\n";
      continue;
    }
    Json json{{"document", hit.id},         {"key", hit.document}, {"published", day},
              {"publisher", hit.publisher}, {"title", hit.title},  {"snippet", piece}};
    print_line(json);
  }
  if (hits->empty()) std::cerr << "varde: nothing found\n";
  return std::cout.flush() ? kSuccess : failed("the output cannot be written");
}

std::string now_utc() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
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
    one.made_at = now_utc();
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
Fields: valid (no: the text does not say this), type, state, detail, low, high, place
("Aleppo, SYR"), date and end_date (2016-09-12 or 2016-09-12/2016-09-14), and the roles:
actor, recipient, party, proposed_by, rejected_by, brokered_by, participant, sponsor,
vetoed_by, holder, from, according_to ("Sergej Lavrov (RUS:GOV); USA:MIL").

Examples:
  varde correct 3f9a2c81d0e4/v3 valid=no --by Kari --why "a football match"
  varde correct 3f9a2c81d0e4/t1 low=20 high= --by Kari --why "at least, says the text")");
  command->callback([settings, exit_code] { *exit_code = correct(*settings); });
}

}  // namespace varde::cli
