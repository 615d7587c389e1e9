// Rows that summaries are counted from, derived from entries and reports and kept beside them.
#ifndef VARDE_STORE_SUMMARIES_H_
#define VARDE_STORE_SUMMARIES_H_

#include "ledger/entry.h"
#include "ledger/report.h"
#include "store/database.h"

namespace varde::store {

inline constexpr const char* kInsertFacts =
    "INSERT INTO incident_facts(id,begin_day,end_day,changed_day,reports,type,state,quad,country,"
    "place,lat,lon,source,target) VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)";
inline constexpr const char* kInsertReview =
    "INSERT INTO review(report,kind,score) VALUES($1,$2,$3)";

// Values for kInsertFacts, from an incident.
Values facts_row(const ledger::Entry& incident);

// Values for kInsertReview.
Values review_row(const ledger::Report& report);

// How much a look at the record is worth, 0 to 1: how doubtful it is, times how much hangs on it.
double review_score(const ledger::Report& report);

}  // namespace varde::store

#endif  // VARDE_STORE_SUMMARIES_H_
