// Reports with the analysts' corrections put in.
#ifndef VARDE_STORE_CORRECTED_H_
#define VARDE_STORE_CORRECTED_H_

#include <string>
#include <vector>

#include "store/ledger_tables.h"
#include "varde/coded_document.h"

namespace varde::store {

// The reports of a document as it was coded, with the corrections that the store holds for it. A
// correction whose record the coding no longer has waits for one that has it.
Result<std::vector<KeptReport>> kept_reports(Database* database, const CodedDocument& coded,
                                             const std::string& text, const std::string& key);

// One report as the program found it, with its corrections.
Result<KeptReport> kept_report(Database* database, const ledger::Report& machine);

}  // namespace varde::store

#endif  // VARDE_STORE_CORRECTED_H_
