// Documents with everything that was coded from them, and the ledgers that they add up to, in a
// database.
//
// The ledgers are a function of the set of documents and corrections: the order in which they came,
// in which batches, and how often, leaves no trace. Adding a document works out anew only the
// components (ledger/grouping.h) that its reports touch.
#ifndef VARDE_STORE_STORE_H_
#define VARDE_STORE_STORE_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/entry.h"
#include "store/database.h"
#include "varde/coded_document.h"
#include "varde/document.h"
#include "varde/result.h"

namespace varde::store {

// A document as it came and what was made of it.
struct CodedArticle {
  Document given;
  CodedDocument coded;
};

struct AddedCounts {
  size_t stored = 0;
  size_t known = 0;   // were in the store already
  size_t copies = 0;  // of those stored: copies of another article, which count once
};

// A document as it lies in the store.
struct StoredDocument {
  std::string key;
  std::string id;
  std::string copy_of;       // key of the earlier document that it copies; empty: no copy
  std::string duplicate_of;  // that one's id
  std::string versions;      // JSON
  Document given;
  std::string coded;  // varde/1
};

// A document without what was made of it.
struct ListedDocument {
  std::string key;
  std::string sort_key;
  std::string id;
  std::string copy_of;
  std::optional<Day> published;
  Document given;  // without text
};

// An analyst's word on a record.
struct Correction {
  int64_t number = 0;
  std::string report;
  std::string field;
  std::string value;
  std::string machine;  // what the program had found
  std::string analyst;
  std::string reason;
  std::string made_at;  // ISO 8601, UTC
};

// A place in the order of entries: by day, then id.
struct Position {
  int64_t day = 0;  // since 1970-01-01; 0 where nothing says which
  std::string id;
  friend auto operator<=>(const Position&, const Position&) = default;
};

Position position_of(const ledger::Entry& entry);

// Which entries; conditions of different kinds must all hold, of values of one kind any.
struct Filter {
  std::vector<ledger::Kind> kinds;
  std::vector<std::string> actors;     // name, "RUS" or "RUS:GOV"
  std::vector<std::string> countries;  // ISO 3166-1 alpha-3: of the place or of an actor
  std::vector<std::string> places;
  std::vector<std::string> types;
  std::vector<std::string> sources;  // name, country or publisher
  // Incidents that happened in this country, of one type, that began from `since` to `until`: a
  // narrower question than `countries` and `types`, and quicker to answer.
  std::string happened_in;
  std::string of_type;
  std::optional<Day> since;  // may have happened on this day or later
  std::optional<Day> until;
  std::optional<Day>
      as_of;  // as known at the end of this day: later and undated articles are unread
  std::optional<Day> changed_since;  // something was reported of it on this day or later
  int64_t min_reports = 1;

  // In which order, and from where on. `page` is how many are found at a time: for those who want
  // few.
  bool newest_first = false;
  std::optional<Position> after;
  size_t page = SIZE_MAX;
};

// A place in the text and why it was found.
struct SearchHit {
  std::string document;  // key
  std::string id;
  std::string publisher;
  std::string language;
  std::optional<Day> published;
  std::string title;
  std::string text;
};

class Store {
 public:
  // Opens the store, makes it when there is none and `create`, and brings it to this program's
  // schema; `before_upgrade` is called before an older store is changed, which may take minutes.
  static Result<std::unique_ptr<Store>> open(const std::string& where, bool create,
                                             const std::function<void()>& before_upgrade = {});

  // Adds a batch in one transaction: all of it or, on an error, nothing.
  // `versions` (JSON) is kept with every document.
  Result<AddedCounts> add(const std::vector<CodedArticle>& batch, const std::string& versions);
  // Whether the document, with all that was given with it, is in the store.
  Result<bool> has(const Document& document);

  // Puts new codings in the place of old ones, in one transaction; corrections stay.
  Result<void> recode(const std::vector<std::pair<std::string, CodedDocument>>& by_key,
                      const std::string& versions);

  // Entries kind by kind, in the order of their days, then ids. Stops when `use` says false.
  Result<void> entries(const Filter& filter, const std::function<bool(ledger::Entry)>& use);
  // The entry that an id belongs to: its own, or that of any of its reports.
  Result<std::optional<ledger::Entry>> entry(const std::string& id, std::optional<Day> as_of = {});
  Result<std::optional<ledger::Report>> report(const std::string& id);

  // By key, the beginning of a key (at least 12 digits), or id.
  Result<std::optional<StoredDocument>> document(const std::string& name);
  // All documents, by key.
  Result<void> documents(const std::function<bool(StoredDocument)>& use);
  // Articles that hold all words (at least one: has_words); "bomb*" finds every word that begins
  // so. Newest first.
  Result<std::vector<SearchHit>> search(const std::string& words, size_t limit);
  // Names and offices of actors as articles give them, each once, as JSON with `document` and
  // `published`; all, or those with this look-up key.
  Result<void> actor_mentions(const std::string& key, std::optional<Day> as_of,
                              const std::function<bool(const ledger::Json&)>& use);

  // All of them or, when one cannot be made, none.
  Result<void> correct(const std::vector<Correction>& corrections);
  // Of one record, or of all when `report` is empty; in the order in which they were made, at most
  // `limit` with a number above `after`.
  Result<std::vector<Correction>> corrections(const std::string& report = {}, int64_t after = 0,
                                              int64_t limit = INT64_MAX);
  // Those of all records of a document.
  Result<std::vector<Correction>> corrections_in(const std::string& key);

  // Documents behind one of that sort key, the newest first; undated ones come before all.
  Result<std::vector<ListedDocument>> list_documents(const std::string& before, size_t limit);

  // Grows with every change of the store.
  Result<int64_t> revision();

  // The latest publication among the documents: what "now" is to the ledgers.
  Result<std::optional<Day>> latest_day();
  Result<int64_t> count_documents();
  Result<int64_t> count_corrections();

  Database& database() { return *database_; }

 private:
  explicit Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}

  std::unique_ptr<Database> database_;
};

// Whether there is anything in `words` to search for.
bool has_words(const std::string& words);

// Makes a document one that a database can hold: a NUL in its words, which no database's text may
// have, becomes U+FFFD, so that offsets stay. An error when its id is too long for an index.
Result<void> make_storable(Document* document);

// The fingerprint of everything that was given.
std::string key_of(const Document& document);

}  // namespace varde::store

#endif  // VARDE_STORE_STORE_H_
