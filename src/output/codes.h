// How the formats that are not JSON write an actor.
#ifndef VARDE_OUTPUT_CODES_H_
#define VARDE_OUTPUT_CODES_H_

#include <string>

#include "varde/coded_document.h"

namespace varde {

// "RUS:GOV"; further sectors behind '+': "PSE:REB+GOV". "RUS:" without a sector, ":CVL" without a
// country, ":" with neither.
std::string actor_code(const Actor& actor);

// "2016-10-15", or "2016-10-10/2016-10-16" for an interval (ISO 8601).
std::string date_code(const Interval& interval);

}  // namespace varde

#endif  // VARDE_OUTPUT_CODES_H_
