// What the commands and the server answer alike, as JSON (docs/ledgers.md describes the fields).
#ifndef VARDE_STORE_ANSWERS_H_
#define VARDE_STORE_ANSWERS_H_

#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace varde::store {

ledger::Json to_json(const Correction& correction);

// One entry as ledger_entry finds it, with the corrections of all its reports.
Result<std::optional<ledger::Json>> entry_with_corrections(Store* store, const std::string& id,
                                                           std::optional<Day> as_of);

// An article that was searched for, with the stretch of its text around the first of the words.
ledger::Json to_json(const SearchHit& hit, const std::string& words);

// How far the program and the analysts, and the analysts among them, agree: one row for each field
// and pair of coders, and one for each field and all of them.
std::vector<ledger::Json> agreement_rows(const std::vector<Correction>& corrections);

// The part of a coder's explanation of a document (Coder::explain) that tells of one report: its
// sentence, and its paragraph. Empty when there is none.
std::string explanation_part(const std::string& explanation, const ledger::Report& report);

// The time in UTC by ISO 8601, as corrections are stamped with it.
std::string now_utc();

}  // namespace varde::store

#endif  // VARDE_STORE_ANSWERS_H_
