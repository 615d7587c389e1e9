// What goes in: one news article as it was given.
#ifndef VARDE_DOCUMENT_H_
#define VARDE_DOCUMENT_H_

#include <optional>
#include <string>
#include <vector>

#include "varde/date.h"

namespace varde {

struct Document {
  std::string id;  // empty: derived from the content's SHA-256 when coded
  std::string
      text;  // valid UTF-8, otherwise untouched: offsets in the output count its code points
  std::string language;               // BCP 47 ("nb", "nn", "en"); empty: detected
  std::optional<Interval> published;  // empty: inferred from the text where it can be
  std::string uri;                    // source, each empty when not given
  std::string publisher;
  std::string title;
  std::vector<std::string> notes;  // what reading it had to do: "converted from Windows-1252", …
};

}  // namespace varde

#endif  // VARDE_DOCUMENT_H_
