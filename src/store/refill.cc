#include "store/refill.h"

#include <functional>

#include "intake/shingles.h"
#include "ledger/likeness.h"
#include "store/document_rows.h"
#include "store/ledger_tables.h"
#include "store/summaries.h"

namespace varde::store {
namespace {

using ledger::Kind;

constexpr size_t kPage = 1000;

// Makes rows of the rows of another table, page by page in the order of its first column. `select`
// ends in a condition.
Result<void> fill_table(Database* database, const std::string& select, const std::string& column,
                        const char* insert,
                        const std::function<void(const Row&, std::vector<Values>*)>& make) {
  std::string last;
  while (true) {
    const auto rows = database->all(
        select + " AND " + column + ">$1 ORDER BY " + column + " LIMIT " + std::to_string(kPage),
        {last});
    if (!rows) return tl::unexpected(rows.error());
    std::vector<Values> made;
    for (const Row& row : *rows) make(row, &made);
    if (auto done = database->run_many(insert, made); !done) return done;
    if (rows->size() < kPage) return {};
    last = rows->back().text(0);
  }
}

}  // namespace

Result<void> fill_summaries(Database* database) {
  const auto facts = [](const Row& row, std::vector<Values>* made) {
    ledger::Entry entry;
    entry.id = row.text(0);
    const auto begin = day_of(row, 1);
    const auto end = day_of(row, 2);
    if (begin && end) entry.days = Interval{*begin, *end};
    entry.last_known = day_of(row, 3);
    entry.reports = row.number(4);
    entry.body = ledger::Json::parse(row.text(5), nullptr, false);
    if (entry.body.is_object()) made->push_back(facts_row(entry));
  };
  const auto review = [](const Row& row, std::vector<Values>* made) {
    if (const auto report = ledger::report_from_json(row.text(1))) {
      made->push_back(review_row(*report));
    }
  };
  // The "+" keeps it to the ids, in whose order the pages come.
  const std::string incidents =
      "SELECT id, begin_day, end_day, changed_day, reports, json FROM entry WHERE +kind=" +
      std::to_string(static_cast<int>(Kind::kIncident));
  if (auto done = fill_table(database, incidents, "id", kInsertFacts, facts); !done) return done;
  return fill_table(database, "SELECT id, json FROM report WHERE component<>'' AND machine IS NULL",
                    "id", kInsertReview, review);
}

Result<void> fill_keys(Database* database) {
  const auto blocks = [](const Row& row, std::vector<Values>* made) {
    const auto report = ledger::report_from_json(row.text(1));
    if (!report) return;
    for (const std::string& key : ledger::Profile(*report).keys) made->push_back({key, report->id});
  };
  const auto bands = [](const Row& row, std::vector<Values>* made) {
    for (const int64_t band : bands_of(signature_from_hex(row.text(1)))) {
      made->push_back({band, row.text(0)});
    }
  };
  if (auto done = fill_table(database, "SELECT id, json FROM report WHERE component<>''", "id",
                             kInsertBlock, blocks);
      !done) {
    return done;
  }
  return fill_table(database, "SELECT key, signature FROM document WHERE 1=1", "key", kInsertBand,
                    bands);
}

}  // namespace varde::store
