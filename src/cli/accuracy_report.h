// An evaluation of the syntax as text to read, or as JSON.
#ifndef VARDE_CLI_ACCURACY_REPORT_H_
#define VARDE_CLI_ACCURACY_REPORT_H_

#include <string>

#include "syntax/evaluation.h"

namespace varde::cli {

// The CoNLL 2018 scores in per cent. With `details` also the scores by label and the most frequent
// confusions.
std::string accuracy_table(const Evaluation& evaluation, bool details);

// The same as one JSON object on a line; shares are 0 to 1.
std::string accuracy_json(const Evaluation& evaluation, bool details);

}  // namespace varde::cli

#endif  // VARDE_CLI_ACCURACY_REPORT_H_
