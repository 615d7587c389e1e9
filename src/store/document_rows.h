// How a document lies in the tables.
#ifndef VARDE_STORE_DOCUMENT_ROWS_H_
#define VARDE_STORE_DOCUMENT_ROWS_H_

#include <string>

#include "intake/shingles.h"
#include "store/store.h"

namespace varde::store {

struct DocumentRow {
  std::string key;
  std::string sort_key;
  Signature signature;
  std::string versions;
  const CodedArticle* article;
};

DocumentRow row_of(const CodedArticle& article, const std::string& versions);

// Adds the row, what copies are found by, the words to search and the actors that it names.
Result<void> insert(Database* database, const DocumentRow& row, const std::string& copy_of);

inline constexpr const char* kInsertBand = "INSERT INTO document_band(band,document) VALUES($1,$2)";

// Puts a new coding in the place of the old one, and the actors with it.
Result<void> replace_coding(Database* database, const std::string& key, const CodedDocument& coded,
                            const std::string& versions);

// What came with a document, from the columns `given` and `text`.
Document given_of(const std::string& json, const std::string& text);

// The columns that `document_of` reads, in its order.
inline constexpr const char* kDocumentColumns =
    "key, id, copy_of, versions, given, text, coded, "
    "(SELECT original.id FROM document original WHERE original.key=document.copy_of)";
StoredDocument document_of(const Row& row);

// Says that the store has changed; inside the transaction that changes it.
Result<void> count_revision(Database* database);

// The words of a text as search knows them: look-up keys of runs of letters and digits.
std::vector<std::string> search_words(std::string_view text);

}  // namespace varde::store

#endif  // VARDE_STORE_DOCUMENT_ROWS_H_
