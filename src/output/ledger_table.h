// Ledger entries to read: one small table for each kind, and one entry with its whole history.
#ifndef VARDE_OUTPUT_LEDGER_TABLE_H_
#define VARDE_OUTPUT_LEDGER_TABLE_H_

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "output/format.h"

namespace varde {

// `entries` are bodies of one kind as docs/ledgers.md describes them; "" when there are none.
std::string ledger_table(const std::vector<nlohmann::ordered_json>& entries, const Look& look);

// One line each, whatever the kind: day, kind, what, id.
std::string timeline_table(const std::vector<nlohmann::ordered_json>& entries, const Look& look);

// Everything of one entry, with the words of every report.
std::string entry_text(const nlohmann::ordered_json& entry, const Look& look);

}  // namespace varde

#endif  // VARDE_OUTPUT_LEDGER_TABLE_H_
