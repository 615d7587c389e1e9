#include "cli/store_options.h"

#include <cstdlib>
#include <iostream>

#include "cli/terminal.h"

namespace varde::cli {

void add_db_option(CLI::App& command, std::string* db) {
  command
      .add_option("--db", *db,
                  "The store: a file for SQLite, or postgresql://…\n(default: VARDE_DB)")
      ->option_text("STORE");
}

Result<std::string> store_name(const std::string& db) {
  std::string where = db;
  if (where.empty()) {
    const char* set = std::getenv("VARDE_DB");
    where = set == nullptr ? "" : set;
  }
  if (where.empty()) {
    return failure(
        "which store? name one with --db news.db or --db postgresql://…, or set VARDE_DB");
  }
  return where;
}

Result<std::unique_ptr<store::Store>> open_store(const std::string& db, bool create) {
  const auto where = store_name(db);
  if (!where) return tl::unexpected(where.error());
  return store::Store::open(*where, create, [] {
    complain("bringing the store up to date; a large one takes some minutes");
  });
}

void add_as_of_option(CLI::App& command, std::string* as_of) {
  command
      .add_option(
          "--as-of", *as_of,
          "As known at the end of this day: later articles, and\nthose without a date, are left "
          "unread")
      ->option_text("DATE");
}

void add_filter_options(CLI::App& command, FilterWords* words) {
  const auto list = [&](const char* name, std::vector<std::string>* to, const char* help) {
    command.add_option(name, *to, help)->option_text("…")->take_all()->expected(1);
  };
  list("--actor", &words->actors, "Who took part: a name, RUS or RUS:GOV; again for more");
  list("--country", &words->countries, "Where, or whose: ISO 3166-1 alpha-3 code; again for more");
  list("--place", &words->places, "Where: the name of a place; again for more");
  list("--type", &words->types, "PLOVER type, kind of toll or change of control; again\nfor more");
  list("--source", &words->sources,
       "By whose account: a name, a country or a publisher;\nagain for more");
  command.add_option("--since", words->since, "Not over before this day, YYYY-MM-DD")
      ->option_text("DATE");
  command.add_option("--until", words->until, "Begun by this day")->option_text("DATE");
  add_as_of_option(command, &words->as_of);
  command.add_option("--min-reports", words->min_reports, "Reported by so many articles")
      ->option_text("N")
      ->check(CLI::Range(int64_t{1}, int64_t{1'000'000}));
}

Result<std::optional<Day>> day_option(const std::string& option, const std::string& value) {
  if (value.empty()) return std::nullopt;
  if (const auto day = parse_day(value)) return day;
  return failure(option + " " + value + ": is no date; write YYYY-MM-DD");
}

Result<store::Filter> filter_of(const FilterWords& words) {
  store::Filter filter;
  filter.actors = words.actors;
  filter.countries = words.countries;
  filter.places = words.places;
  filter.types = words.types;
  filter.sources = words.sources;
  filter.min_reports = words.min_reports;
  const auto since = day_option("--since", words.since);
  if (!since) return tl::unexpected(since.error());
  const auto until = day_option("--until", words.until);
  if (!until) return tl::unexpected(until.error());
  const auto as_of = day_option("--as-of", words.as_of);
  if (!as_of) return tl::unexpected(as_of.error());
  filter.since = *since;
  filter.until = *until;
  filter.as_of = *as_of;
  return filter;
}

void add_format_option(CLI::App& command, std::string* format) {
  command
      .add_option("-f,--format", *format,
                  "table or jsonl (default: table on a terminal, else jsonl)")
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"table", "jsonl"}));
}

bool as_table(const std::string& format) {
  return format == "table" || (format.empty() && is_terminal(Stream::kOut));
}

void print_line(const nlohmann::ordered_json& object) {
  std::cout << object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
            << '\n';
}

int usage_error(const std::string& message) {
  complain(message);
  return kWrongUsage;
}

int failed(const std::string& message) {
  complain(message);
  return kSomeFailed;
}

}  // namespace varde::cli
