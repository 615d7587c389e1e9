#include "store/review_queue.h"

#include "base/json_fields.h"

namespace varde::store {

using ledger::Json;

Result<QueuePage> review_queue(Store* store, const QueuePosition& after, size_t limit) {
  const auto rows = store->database().all(
      "SELECT v.report, v.score, r.json, d.given FROM review v JOIN report r ON r.id=v.report "
      "JOIN document d ON d.key=r.document WHERE v.score<=$1 AND (v.score<$1 OR v.report<$2) "
      "ORDER BY v.score DESC, v.report DESC LIMIT " +
          std::to_string(limit + 1),
      {after.score, after.id});
  if (!rows) return tl::unexpected(rows.error());
  QueuePage page;
  QueuePosition last;
  for (const Row& row : *rows) {
    if (page.items.size() == limit) {
      page.next = last;
      break;
    }
    last = {row.real(1), row.text(0)};
    const auto report = ledger::report_from_json(row.text(2));
    if (!report) return failure("the store holds a report that cannot be read: " + row.text(0));
    const auto given = Json::parse(row.text(3), nullptr, false);
    const auto published = ledger::known(*report);
    page.items.push_back(
        {{"report", report->id},
         {"kind", std::string(ledger::name_of(report->kind))},
         {"type", or_null(report->type)},
         {"state", or_null(report->state)},
         {"key", report->article.key},
         {"document", report->article.id},
         {"published", published ? Json(to_string(*published)) : Json()},
         {"publisher", or_null(report->article.publisher)},
         {"title", given.is_object() && given.contains("title") ? given["title"] : Json()},
         {"begin", report->evidence.begin},
         {"end", report->evidence.end},
         {"quote", report->quote},
         {"confidence", report->confidence},
         {"score", row.real(1)}});
  }
  return page;
}

}  // namespace varde::store
