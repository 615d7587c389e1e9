#include "output/codes.h"

namespace varde {

std::string actor_code(const Actor& actor) {
  std::string code = actor.country + ":";
  for (const std::string& sector : actor.sector) {
    if (!code.ends_with(':')) code += '+';
    code += sector;
  }
  return code;
}

std::string date_code(const Interval& interval) {
  std::string code = to_string(interval.begin);
  if (interval.end != interval.begin) code += "/" + to_string(interval.end);
  return code;
}

}  // namespace varde
