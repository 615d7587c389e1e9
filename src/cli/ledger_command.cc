// varde ledger, timeline and changes: what the stored articles add up to.

#include <algorithm>
#include <iostream>

#include "cli/store_options.h"
#include "cli/terminal.h"
#include "output/ledger_table.h"
#include "store/ledgers.h"

namespace varde::cli {
namespace {

using Json = ledger::Json;

constexpr const char* kLedgerFooter = R"(
Ledgers: ceasefires, talks, resolutions, tolls, control, actors, incidents. Each line is
one thing, put together from all articles that report it (docs/ledgers.md); varde show ID
gives its history with the words. Conditions of different kinds must all hold.

Examples:
  varde ledger ceasefires --db news.db --country SYR
  varde ledger tolls --place Aleppo --since 2016-09-01 --until 2016-09-30
  varde ledger incidents --type ASSAULT --min-reports 3 --as-of 2016-09-18
  varde ledger actors --actor Lavrov)";

constexpr const char* kTimelineFooter = R"(
Example:
  varde timeline --db news.db --country SYR --since 2016-09-01)";

constexpr const char* kChangesFooter = R"(
Entries of which an article published on that day or later says something, those that are
new and those that go on; --until names the last day of publication that counts.

Example:
  varde changes --db news.db --since 2016-09-18 --country SYR)";

struct Settings {
  std::string db;
  std::string name;
  std::string format;
  FilterWords filter;
  size_t limit = 0;
};

// "ceasefires" and "ceasefire" alike.
std::optional<ledger::Kind> kind_of(std::string name) {
  if (const auto kind = ledger::kind_named(name)) return kind;
  if (name.ends_with('s')) name.pop_back();
  return ledger::kind_named(name);
}

const std::vector<ledger::Kind> kAllKinds{ledger::Kind::kCeasefire,  ledger::Kind::kTalks,
                                          ledger::Kind::kResolution, ledger::Kind::kToll,
                                          ledger::Kind::kControl,    ledger::Kind::kIncident};

Look look() { return {terminal_width(Stream::kOut), wants_colour(Stream::kOut)}; }

// How many entries a table shows unless told otherwise; a pipe gets all.
size_t limit_of(const Settings& settings, bool table) {
  constexpr size_t kScreens = 200;
  return settings.limit > 0 ? settings.limit : table ? kScreens : SIZE_MAX;
}

// Writes entries as they come, or gathers them for a table; says so when there are more.
class Sink {
 public:
  explicit Sink(const Settings& settings)
      : table_(as_table(settings.format)), limit_(limit_of(settings, table_)) {}

  bool operator()(Json body) {
    if (count_ == limit_) {
      more_ = true;
      return false;
    }
    ++count_;
    if (table_) {
      bodies_.push_back(std::move(body));
    } else {
      print_line(body);
    }
    return std::cout.good();
  }
  bool table() const { return table_; }
  std::vector<Json>& bodies() { return bodies_; }

  int finish(const std::string& shown) const {
    std::cout << shown << std::flush;
    if (!std::cout) return failed("the output cannot be written");
    if (table_ && count_ == 0) std::cerr << "varde: nothing fits\n";
    if (more_) std::cerr << "varde: there is more; --limit N shows more, --format jsonl all\n";
    return kSuccess;
  }

 private:
  bool table_;
  size_t limit_;
  size_t count_ = 0;
  bool more_ = false;
  std::vector<Json> bodies_;
};

int show_actors(const Settings& settings, store::Store* store) {
  const auto as_of = day_option("--as-of", settings.filter.as_of);
  if (!as_of) return usage_error(as_of.error().message);
  if (settings.filter.actors.size() > 1) return usage_error("name one actor");
  const FilterWords& words = settings.filter;
  if (!words.places.empty() || !words.types.empty() || !words.sources.empty() ||
      !words.since.empty() || !words.until.empty() || words.min_reports > 1) {
    return usage_error("the register of actors takes --actor, --country and --as-of only");
  }
  const std::string name = settings.filter.actors.empty() ? "" : settings.filter.actors.front();
  auto list = store::actors(store, name, *as_of);
  if (!list) return failed(list.error().message);
  Sink sink(settings);
  for (Json& body : *list) {
    const auto& wanted = settings.filter.countries;
    const bool fits =
        wanted.empty() || std::any_of(wanted.begin(), wanted.end(),
                                      [&](const auto& c) { return body["country"] == Json(c); });
    if (fits && !sink(std::move(body))) break;
  }
  return sink.finish(sink.table() ? ledger_table(sink.bodies(), look()) : "");
}

int show_ledger(const Settings& settings) {
  const auto kind = kind_of(settings.name);
  if (!kind && settings.name != "actors" && settings.name != "actor") {
    return usage_error("there is no ledger '" + settings.name +
                       "'; there are ceasefires, talks, resolutions, tolls, control, actors and "
                       "incidents");
  }
  auto filter = filter_of(settings.filter);
  if (!filter) return usage_error(filter.error().message);
  const auto store = open_store(settings.db, false);
  if (!store) return usage_error(store.error().message);
  if (!kind) return show_actors(settings, store->get());
  filter->kinds = {*kind};
  Sink sink(settings);
  const auto done = store::ledger(store->get(), *filter,
                                  [&](ledger::Entry entry) { return sink(std::move(entry.body)); });
  if (!done) return failed(done.error().message);
  return sink.finish(sink.table() ? ledger_table(sink.bodies(), look()) : "");
}

// All ledgers in one, by day.
int show_all(const Settings& settings, store::Filter filter) {
  const auto store = open_store(settings.db, false);
  if (!store) return usage_error(store.error().message);
  filter.kinds = kAllKinds;
  std::vector<ledger::Entry> entries;
  const auto done = store::ledger(store->get(), filter, [&](ledger::Entry entry) {
    entries.push_back(std::move(entry));
    return true;
  });
  if (!done) return failed(done.error().message);
  std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
    return store::position_of(a) < store::position_of(b);
  });
  Sink sink(settings);
  for (ledger::Entry& entry : entries) {
    if (!sink(std::move(entry.body))) break;
  }
  return sink.finish(sink.table() ? timeline_table(sink.bodies(), look()) : "");
}

int show_timeline(const Settings& settings) {
  const auto filter = filter_of(settings.filter);
  return filter ? show_all(settings, *filter) : usage_error(filter.error().message);
}

// --since and --until are days of publication here.
int show_changes(const Settings& settings) {
  auto filter = filter_of(settings.filter);
  if (!filter) return usage_error(filter.error().message);
  filter->changed_since = filter->since;
  if (filter->until) filter->as_of = filter->until;
  filter->since.reset();
  filter->until.reset();
  return show_all(settings, *filter);
}

CLI::App* add_listing(CLI::App& app, const char* name, const char* what, Settings* settings) {
  CLI::App* command = app.add_subcommand(name, what);
  add_db_option(*command, &settings->db);
  add_filter_options(*command, &settings->filter);
  add_format_option(*command, &settings->format);
  command->add_option("--limit", settings->limit, "At most so many (default: 200 in a table)")
      ->option_text("N")
      ->check(CLI::PositiveNumber);
  return command;
}

}  // namespace

void add_ledger_command(CLI::App& app, int* exit_code) {
  auto settings = std::make_shared<Settings>();
  CLI::App* command =
      add_listing(app, "ledger", "Show what the stored articles add up to", settings.get());
  command->add_option("LEDGER", settings->name, "Which one; see below")
      ->required()
      ->option_text(" ");
  command->footer(kLedgerFooter);
  command->callback([settings, exit_code] { *exit_code = show_ledger(*settings); });
}

void add_timeline_command(CLI::App& app, int* exit_code) {
  auto settings = std::make_shared<Settings>();
  CLI::App* command =
      add_listing(app, "timeline", "Show all ledgers in one, day by day", settings.get());
  command->footer(kTimelineFooter);
  command->callback([settings, exit_code] { *exit_code = show_timeline(*settings); });
}

void add_changes_command(CLI::App& app, int* exit_code) {
  auto settings = std::make_shared<Settings>();
  CLI::App* command = add_listing(app, "changes", "Show what articles since a day tell that is new",
                                  settings.get());
  command->get_option("--since")->required();
  command->footer(kChangesFooter);
  command->callback([settings, exit_code] { *exit_code = show_changes(*settings); });
}

}  // namespace varde::cli
