// Codes sentences with the repository's own language packs, for tests of the records.
#ifndef VARDE_EVENT_RECORD_FIXTURE_H_
#define VARDE_EVENT_RECORD_FIXTURE_H_

#include <chrono>
#include <string>
#include <string_view>

#include "varde/coder.h"

namespace varde {

// Opened once for all tests. 12 May 2021 is a Wednesday.
inline CodedDocument coded(std::string_view language, std::string_view text) {
  static const auto kCoder = Coder::open({VARDE_SOURCE_DIR});
  if (!kCoder) return {};
  Document document;
  document.language = std::string(language);
  document.text = std::string(text);
  const Day day = std::chrono::year(2021) / 5 / 12;
  document.published = Interval{day, day};
  return (*kCoder)->code(document);
}

// "RUS" for one actor, "CHN RUS" for two, in the order of the record.
template <class Actors>
std::string countries_of(const Actors& actors) {
  std::string countries;
  for (const auto& actor : actors) {
    if (!countries.empty()) countries += ' ';
    countries += actor.country;
  }
  return countries;
}

}  // namespace varde

#endif  // VARDE_EVENT_RECORD_FIXTURE_H_
