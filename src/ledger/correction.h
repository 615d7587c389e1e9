// What an analyst may change in a report, and how it is written.
#ifndef VARDE_LEDGER_CORRECTION_H_
#define VARDE_LEDGER_CORRECTION_H_

#include <string>
#include <string_view>

#include "ledger/report.h"
#include "varde/result.h"

namespace varde::ledger {

// The value of a field as a correction writes it; an error names the fields that there are.
//
//   type, state, detail       text            low, high   numbers
//   place                     "Aleppo, SYR"   date, end_date  "2016-09-12" or
//   "2016-09-12/2016-09-14" actor, recipient, party, … (the roles)    "Sergej Lavrov (RUS:GOV);
//   USA:MIL" valid                     yes, or no: the text does not say this at all
//
// "" is what nothing is known of; of `valid`, that nobody has said.
Result<std::string> field_of(const Report& report, std::string_view field);

// Puts a value into the field; an error says how it is to be written. `valid` changes nothing here:
// who keeps the reports leaves out those that are not.
Result<void> set_field(std::string_view field, std::string_view value, Report* report);

// Where in the document the report stands, by which it is found again when the document has been
// coded anew: kind and place in the text.
std::string anchor_of(const Report& report);

}  // namespace varde::ledger

#endif  // VARDE_LEDGER_CORRECTION_H_
