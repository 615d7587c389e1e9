// One document written as a JSON object: `text`, and optionally `id`, `language`, `published`,
// `uri`, `publisher` and `title`. Other fields are skipped, so that the gold files are valid input.
#ifndef VARDE_INTAKE_JSON_DOCUMENT_H_
#define VARDE_INTAKE_JSON_DOCUMENT_H_

#include <string>
#include <string_view>

#include "varde/document.h"
#include "varde/result.h"

namespace varde {

// Deeper nesting than this is refused: no article needs it.
inline constexpr int kDeepestJson = 64;

// `json` need not be UTF-8: other encodings are converted and noted. An error is a clause that
// follows "file:line: " and says what to do.
Result<Document> read_json_document(std::string_view json);

}  // namespace varde

#endif  // VARDE_INTAKE_JSON_DOCUMENT_H_
