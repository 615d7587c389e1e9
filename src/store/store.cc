#include "store/store.h"

#include <algorithm>
#include <map>

#include "intake/shingles.h"
#include "store/corrected.h"
#include "store/document_rows.h"
#include "store/ledger_tables.h"
#include "store/schema.h"

namespace varde::store {
namespace {

// Copies among the documents that resemble a new one, by the order of publication.
struct Similar {
  std::string key;
  std::string sort_key;
  std::string copy_of;
};

Result<std::vector<Similar>> similar_documents(Database* database, const Signature& signature) {
  std::vector<Similar> found;
  for (const int64_t band : bands_of(signature)) {
    const auto rows = database->all(
        "SELECT d.key, d.sort_key, d.copy_of, d.signature FROM document_band b "
        "JOIN document d ON d.key=b.document WHERE b.band=$1",
        {band});
    if (!rows) return tl::unexpected(rows.error());
    for (const Row& row : *rows) {
      const bool seen = std::any_of(found.begin(), found.end(),
                                    [&](const Similar& s) { return s.key == row.text(0); });
      if (seen) continue;
      if (resemblance(signature, signature_from_hex(row.text(3))) < kCopyResemblance) continue;
      found.push_back({row.text(0), row.text(1), row.text(2)});
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Similar& a, const Similar& b) { return a.sort_key < b.sort_key; });
  return found;
}

// Adds documents one after another to an open transaction.
class Adding {
 public:
  Adding(Database* database, const std::string& versions)
      : database_(*database), versions_(versions), change_(database) {}

  Result<void> add(const CodedArticle& article);
  Result<AddedCounts> finish() {
    for (const auto& [key, article] : active_) {
      auto reports = kept_reports(&database_, article->coded, article->given.text, key);
      if (!reports) return tl::unexpected(reports.error());
      for (KeptReport& report : *reports) change_.add(std::move(report));
    }
    if (auto done = change_.finish(); !done) return tl::unexpected(done.error());
    return counts_;
  }

 private:
  Result<void> make_copy(const std::string& key, const std::string& original);

  Database& database_;
  const std::string& versions_;
  LedgerChange change_;
  std::map<std::string, const CodedArticle*> active_;  // new, and no copies
  AddedCounts counts_;
};

// A document turns out to be a copy of an earlier one that came later.
Result<void> Adding::make_copy(const std::string& key, const std::string& original) {
  const auto done = database_.run("UPDATE document SET copy_of=$1 WHERE key=$2", {original, key});
  if (!done) return tl::unexpected(done.error());
  if (active_.erase(key) > 0) return {};
  return change_.remove_document(key);
}

Result<void> Adding::add(const CodedArticle& article) {
  const DocumentRow row = row_of(article, versions_);
  const auto known = database_.all("SELECT 1 FROM document WHERE key=$1", {row.key});
  if (!known) return tl::unexpected(known.error());
  if (!known->empty()) {
    ++counts_.known;
    return {};
  }
  const auto similar = similar_documents(&database_, row.signature);
  if (!similar) return tl::unexpected(similar.error());
  const bool copy = !similar->empty() && similar->front().sort_key < row.sort_key;
  const std::string original = copy ? similar->front().key : std::string();
  if (auto done = insert(&database_, row, original); !done) return done;
  ++counts_.stored;
  if (copy) {
    ++counts_.copies;
  } else {
    active_[row.key] = &article;
  }
  for (const Similar& other : *similar) {
    if (other.sort_key < row.sort_key) continue;
    if (!other.copy_of.empty()) {
      // Copies of an even earlier one stay so.
      const auto earlier =
          database_.all("SELECT sort_key FROM document WHERE key=$1", {other.copy_of});
      if (!earlier) return tl::unexpected(earlier.error());
      if (!earlier->empty() && earlier->front().text(0) < row.sort_key) continue;
    }
    if (other.copy_of.empty()) ++counts_.copies;
    if (auto done = make_copy(other.key, row.key); !done) return done;
  }
  return {};
}

}  // namespace

Result<void> make_storable(Document* document) {
  constexpr size_t kLongestId = 1000;  // bytes; a database's index takes little more
  if (document->id.size() > kLongestId) {
    return failure(document->id.substr(0, 40) +
                   "…: an id of more than 1000 bytes; give it a shorter one");
  }
  for (std::string* text :
       {&document->text, &document->title, &document->publisher, &document->uri, &document->id}) {
    for (size_t at = text->find('\0'); at != std::string::npos; at = text->find('\0', at)) {
      text->replace(at, 1, "\xEF\xBF\xBD");
    }
  }
  return {};
}

Result<std::unique_ptr<Store>> Store::open(const std::string& where, bool create,
                                           const std::function<void()>& before_upgrade) {
  auto database = open_database(where, create);
  if (!database) return tl::unexpected(database.error());
  if (auto done = migrate(database->get(), before_upgrade); !done) {
    // An address may hold a password.
    const bool address = where.find("://") != std::string::npos;
    return failure(address ? done.error().message : where + ": " + done.error().message);
  }
  return std::unique_ptr<Store>(new Store(*std::move(database)));
}

Result<AddedCounts> Store::add(const std::vector<CodedArticle>& batch,
                               const std::string& versions) {
  AddedCounts counts;
  const auto done = database_->in_transaction([&]() -> Result<void> {
    Adding adding(database_.get(), versions);
    for (const CodedArticle& article : batch) {
      if (auto added = adding.add(article); !added) return added;
    }
    auto finished = adding.finish();
    if (!finished) return tl::unexpected(finished.error());
    counts = *finished;
    return counts.stored > 0 ? count_revision(database_.get()) : Result<void>();
  });
  if (!done) return tl::unexpected(done.error());
  return counts;
}

Result<bool> Store::has(const Document& document) {
  const auto rows = database_->all("SELECT 1 FROM document WHERE key=$1", {key_of(document)});
  if (!rows) return tl::unexpected(rows.error());
  return !rows->empty();
}

Result<void> Store::recode(const std::vector<std::pair<std::string, CodedDocument>>& by_key,
                           const std::string& versions) {
  return database_->in_transaction([&]() -> Result<void> {
    LedgerChange change(database_.get());
    for (const auto& [key, coded] : by_key) {
      const auto before = document(key);
      if (!before) return tl::unexpected(before.error());
      if (!*before) continue;
      if (auto done = replace_coding(database_.get(), key, coded, versions); !done) return done;
      if (!(*before)->copy_of.empty()) continue;
      if (auto done = change.remove_document(key); !done) return done;
      auto reports = kept_reports(database_.get(), coded, (*before)->given.text, key);
      if (!reports) return tl::unexpected(reports.error());
      for (KeptReport& report : *reports) change.add(std::move(report));
    }
    if (auto done = change.finish(); !done) return done;
    return count_revision(database_.get());
  });
}

}  // namespace varde::store
