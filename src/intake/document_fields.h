// From the fields that a reader found to a Document: what every input format checks alike.
#ifndef VARDE_INTAKE_DOCUMENT_FIELDS_H_
#define VARDE_INTAKE_DOCUMENT_FIELDS_H_

#include <optional>
#include <string>
#include <string_view>

#include "varde/date.h"
#include "varde/document.h"
#include "varde/result.h"

namespace varde {

// As written in the input; "" for a field that is absent or null. `text` is valid UTF-8.
struct DocumentFields {
  std::string id;
  std::string text;
  std::string language;
  std::string published;
  std::string uri;
  std::string publisher;
  std::string title;
};

// Checks the fields and derives the id of a document that has none. An error is a clause that
// follows "file:line: ".
Result<Document> make_document(DocumentFields fields);

// "2016-10-13", or an ISO 8601 date and time, whose day counts as it is written whatever the zone.
std::optional<Day> parse_published(std::string_view iso);

// The language of a BCP 47 tag in lower case, "nb" of "nb-NO"; nothing when it is no such tag.
std::optional<std::string> primary_language(std::string_view tag);

}  // namespace varde

#endif  // VARDE_INTAKE_DOCUMENT_FIELDS_H_
