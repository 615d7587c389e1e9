#include "store/schema.h"

#include <array>

#include "store/refill.h"

namespace varde::store {
namespace {

// Words in braces differ between the databases:
//   {serial}  a number that counts rows    {text}  text compared by bytes
//   {words}   the table or column that full-text search looks in
//   {newline} a line break
//   {joined}  the facets f of a group as lines of one text
constexpr std::array<const char*, 3> kMigrations{R"(
CREATE TABLE document(
  number {serial},
  key {text} NOT NULL UNIQUE,        -- fingerprint of everything that was given
  sort_key {text} NOT NULL,          -- order of publication, undated last
  id {text} NOT NULL,
  known_day BIGINT,                  -- last possible day of publication, days since 1970-01-01
  copy_of {text},                    -- key of the earliest article that it is a copy of
  signature {text} NOT NULL,
  versions {text} NOT NULL,          -- of program and data that coded it
  given {text} NOT NULL,             -- JSON: what came with the text
  text {text} NOT NULL,
  coded {text} NOT NULL              -- varde/1
);
CREATE INDEX document_id ON document(id);
CREATE INDEX document_known ON document(known_day);

CREATE TABLE document_band(
  band BIGINT NOT NULL,
  document {text} NOT NULL REFERENCES document(key),
  PRIMARY KEY(band, document)
) {clustered};

CREATE TABLE report(
  id {text} PRIMARY KEY,
  document {text} NOT NULL REFERENCES document(key),
  component {text} NOT NULL,         -- empty: an analyst says that it is wrong
  known_day BIGINT,
  json {text} NOT NULL,              -- with corrections
  machine {text}                     -- as the program found it, where that is another
);
CREATE INDEX report_document ON report(document);
CREATE INDEX report_component ON report(component);

CREATE TABLE report_block(
  block {text} NOT NULL,
  report {text} NOT NULL REFERENCES report(id),
  PRIMARY KEY(block, report)
) {clustered};
CREATE INDEX report_block_report ON report_block(report);

CREATE TABLE entry(
  id {text} PRIMARY KEY,
  kind BIGINT NOT NULL,
  component {text} NOT NULL,
  first_day BIGINT,                  -- days that any of its reports allows
  last_day BIGINT,
  known_day BIGINT,                  -- publication of the first report
  changed_day BIGINT,                -- publication of the last report
  reports BIGINT NOT NULL,
  begin_day BIGINT,                  -- days on which it happened
  end_day BIGINT,
  order_day BIGINT NOT NULL,         -- by which ledgers are listed
  json {text} NOT NULL
);
CREATE INDEX entry_component ON entry(component);
CREATE INDEX entry_order ON entry(kind, order_day, id);
CREATE INDEX entry_changed ON entry(kind, changed_day);

CREATE TABLE entry_facet(
  facet {text} NOT NULL,
  kind BIGINT NOT NULL,
  entry {text} NOT NULL REFERENCES entry(id),
  PRIMARY KEY(facet, kind, entry)
) {clustered};
CREATE INDEX entry_facet_entry ON entry_facet(entry);

CREATE TABLE actor_mention(
  facet {text} NOT NULL,             -- look-up key of a name
  document {text} NOT NULL REFERENCES document(key),
  entity {text} NOT NULL,
  known_day BIGINT,
  json {text} NOT NULL,
  PRIMARY KEY(facet, document, entity)
) {clustered};
CREATE INDEX actor_mention_document ON actor_mention(document);

CREATE TABLE correction(
  number {serial},
  report {text} NOT NULL,            -- its id when it was corrected
  document {text} NOT NULL REFERENCES document(key),
  anchor {text} NOT NULL,            -- kind and place in the text, which recoding keeps
  field {text} NOT NULL,
  value {text} NOT NULL,
  machine {text} NOT NULL,           -- what the program had found
  analyst {text} NOT NULL,
  reason {text} NOT NULL,
  made_at {text} NOT NULL            -- ISO 8601, UTC
);
CREATE INDEX correction_document ON correction(document);

{words}
)",
                                                 R"(
-- Of each incident what summaries count by: columns of one value each.
CREATE TABLE incident_facts(
  id {text} PRIMARY KEY REFERENCES entry(id),
  begin_day BIGINT,                  -- as the entry has them
  end_day BIGINT,
  changed_day BIGINT,
  reports BIGINT NOT NULL,
  type {text} NOT NULL,
  state {text} NOT NULL,
  quad BIGINT NOT NULL,
  country {text} NOT NULL,           -- of the place
  place {text} NOT NULL,
  lat DOUBLE PRECISION,
  lon DOUBLE PRECISION,
  source {text} NOT NULL,            -- code of the first actor, and of the first recipient
  target {text} NOT NULL
) {clustered};
-- The day before the id, so that news lies beside news: an id says nothing of its time, and rows
-- spread over a whole index cost a page each.
CREATE INDEX incident_facts_place ON incident_facts(place, country, lat, lon, type, begin_day);
CREATE INDEX incident_facts_pair ON incident_facts(source, target, type, quad, begin_day);
CREATE INDEX incident_facts_day ON incident_facts(begin_day, type, state, country);
CREATE INDEX incident_facts_country ON incident_facts(country, type, state, begin_day);

-- With all days that a filter compares, so that entries outside them are not read.
DROP INDEX entry_order;
CREATE INDEX entry_order
  ON entry(kind, order_day, id, end_day, begin_day, changed_day, reports);

-- Facets and mentions by day, for the same reason.
CREATE TABLE dated_facet(
  facet {text} NOT NULL,
  kind BIGINT NOT NULL,
  day BIGINT NOT NULL,               -- order_day of the entry
  entry {text} NOT NULL REFERENCES entry(id),
  PRIMARY KEY(facet, kind, day, entry)
) {clustered};
INSERT INTO dated_facet(facet, kind, day, entry)
  SELECT f.facet, f.kind, e.order_day, f.entry FROM entry_facet f JOIN entry e ON e.id=f.entry
  ORDER BY 1, 2, 3, 4;
DROP TABLE entry_facet;
ALTER TABLE dated_facet RENAME TO entry_facet;
CREATE INDEX entry_facet_entry ON entry_facet(entry);

CREATE TABLE dated_mention(
  facet {text} NOT NULL,             -- look-up key of a name
  day BIGINT NOT NULL,               -- of publication; 0 where it is not known
  document {text} NOT NULL REFERENCES document(key),
  entity {text} NOT NULL,
  known_day BIGINT,
  json {text} NOT NULL,
  PRIMARY KEY(facet, day, document, entity)
) {clustered};
INSERT INTO dated_mention(facet, day, document, entity, known_day, json)
  SELECT facet, COALESCE(known_day, 0), document, entity, known_day, json FROM actor_mention
  ORDER BY 1, 2, 3, 4;
DROP TABLE actor_mention;
ALTER TABLE dated_mention RENAME TO actor_mention;
CREATE INDEX actor_mention_document ON actor_mention(document);

-- Records that no analyst has looked at, by how much a look is worth.
CREATE TABLE review(
  report {text} PRIMARY KEY REFERENCES report(id),
  kind BIGINT NOT NULL,
  score DOUBLE PRECISION NOT NULL
) {clustered};
CREATE INDEX review_score ON review(score, report);

-- Who may use a server on this store.
CREATE TABLE token(
  name {text} PRIMARY KEY,
  hash {text} NOT NULL UNIQUE,       -- SHA-256, hexadecimal
  role {text} NOT NULL,
  made_at {text} NOT NULL
) {clustered};

CREATE INDEX document_order ON document(sort_key);

-- One row: how often the store was changed.
CREATE TABLE revision(number BIGINT NOT NULL);
INSERT INTO revision VALUES(0);
)",
                                                 R"(
-- An article touches some hundred facets, blocks and names. Where their rows begin with the time,
-- those of today's articles share a few pages, however much lies before them; a look-up without a
-- day goes through the periods that there are.
CREATE TABLE period(period BIGINT PRIMARY KEY);  -- number of a stretch of 32 days
INSERT INTO period
  SELECT day/32 FROM entry_facet UNION SELECT day/32 FROM actor_mention;

CREATE TABLE timed_facet(
  period BIGINT NOT NULL,
  facet {text} NOT NULL,
  kind BIGINT NOT NULL,
  day BIGINT NOT NULL,               -- order_day of the entry
  entry {text} NOT NULL,
  PRIMARY KEY(period, facet, kind, day, entry)
) {clustered};
INSERT INTO timed_facet(period, facet, kind, day, entry)
  SELECT day/32, replace(facet, {newline}, ' '), kind, day, entry FROM entry_facet
  ORDER BY 1, 2, 3, 4, 5;
-- By them its rows are found again when it goes: one text instead of a second index.
ALTER TABLE entry ADD COLUMN facets {text} NOT NULL DEFAULT '';
UPDATE entry SET facets=COALESCE(
  (SELECT {joined} FROM entry_facet f WHERE f.entry=entry.id), '');
DROP TABLE entry_facet;
ALTER TABLE timed_facet RENAME TO entry_facet;

CREATE TABLE timed_mention(
  period BIGINT NOT NULL,
  facet {text} NOT NULL,             -- look-up key of a name
  document {text} NOT NULL REFERENCES document(key),
  entity {text} NOT NULL,
  known_day BIGINT,
  json {text} NOT NULL,
  PRIMARY KEY(period, facet, document, entity)
) {clustered};
INSERT INTO timed_mention(period, facet, document, entity, known_day, json)
  SELECT day/32, facet, document, entity, known_day, json FROM actor_mention ORDER BY 1, 2, 3, 4;
DROP TABLE actor_mention;
ALTER TABLE timed_mention RENAME TO actor_mention;
CREATE INDEX actor_mention_document ON actor_mention(document);

-- Filled anew: keys begin with the time now, and there are fewer bands. Blocks of a report are
-- worked out again when it goes; one that stayed would only have two reports compared in vain.
DROP TABLE report_block;
CREATE TABLE report_block(
  block {text} NOT NULL,
  report {text} NOT NULL,
  PRIMARY KEY(block, report)
) {clustered};
DELETE FROM document_band;

CREATE INDEX correction_report ON correction(report, number);
CREATE INDEX incident_facts_end ON incident_facts(end_day, begin_day);
)"};

constexpr int kSummaries = 1;  // the migrations whose tables store/refill.h fills
constexpr int kKeys = 2;
constexpr int kNewest = static_cast<int>(kMigrations.size());

void replace_all(const std::string& what, const std::string& by, std::string* in) {
  for (size_t at = in->find(what); at != std::string::npos; at = in->find(what, at + by.size())) {
    in->replace(at, what.size(), by);
  }
}

std::string for_dialect(std::string statements, Dialect dialect) {
  const bool sqlite = dialect == Dialect::kSqlite;
  replace_all("{text}", sqlite ? "TEXT" : "TEXT COLLATE \"C\"", &statements);
  replace_all("{serial}",
              sqlite ? "INTEGER PRIMARY KEY AUTOINCREMENT"
                     : "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY",
              &statements);
  replace_all("{clustered}", sqlite ? "WITHOUT ROWID" : "", &statements);
  replace_all("{joined}",
              sqlite ? "group_concat(replace(f.facet, {newline}, ' '), {newline})"
                     : "string_agg(replace(f.facet, {newline}, ' '), {newline})",
              &statements);
  replace_all("{newline}", sqlite ? "char(10)" : "chr(10)", &statements);
  // Both index the words that the program has cut, so that both find the same.
  replace_all("{words}",
              sqlite ? "CREATE VIRTUAL TABLE document_words USING fts5(words, content='', "
                       "tokenize='unicode61 remove_diacritics 0');"
                     : "CREATE TABLE document_words(rowid BIGINT PRIMARY KEY, words TSVECTOR);"
                       "CREATE INDEX document_words_words ON document_words USING gin(words);",
              &statements);
  return statements;
}

Result<bool> has_table(Database* database, const std::string& name) {
  const bool sqlite = database->dialect() == Dialect::kSqlite;
  const auto found = database->all(
      sqlite ? "SELECT 1 FROM sqlite_master WHERE type='table' AND name=$1"
             : "SELECT 1 FROM information_schema.tables WHERE table_schema=current_schema() "
               "AND table_name=$1",
      {name});
  if (!found) return tl::unexpected(found.error());
  return !found->empty();
}

Result<int> version_of(Database* database) {
  const auto versioned = has_table(database, "varde_schema");
  if (!versioned) return tl::unexpected(versioned.error());
  if (!*versioned) {
    const auto other = has_table(database, "document");
    if (!other) return tl::unexpected(other.error());
    if (*other) return failure("the database has tables of its own; name an empty one");
    return 0;
  }
  const auto rows = database->all("SELECT version FROM varde_schema");
  if (!rows) return tl::unexpected(rows.error());
  return rows->empty() ? 0 : static_cast<int>(rows->front().number(0));
}

Result<void> apply(Database* database, int version) {
  const std::string statements =
      for_dialect(kMigrations[static_cast<size_t>(version)], database->dialect()) +
      "DELETE FROM varde_schema; INSERT INTO varde_schema VALUES(" + std::to_string(version + 1) +
      ");";
  if (auto done = database->run_script(statements); !done) return done;
  if (version == kSummaries) return fill_summaries(database);
  return version == kKeys ? fill_keys(database) : Result<void>();
}

}  // namespace

Result<void> migrate(Database* database, const std::function<void()>& before_upgrade) {
  auto version = version_of(database);
  if (!version) return tl::unexpected(version.error());
  if (*version > kNewest) {
    return failure("the store was made by a newer version of varde (schema " +
                   std::to_string(*version) + ", this program knows " + std::to_string(kNewest) +
                   "); use that version");
  }
  if (*version == kNewest) return {};
  if (*version > 0 && before_upgrade) before_upgrade();
  return database->in_transaction([&]() -> Result<void> {
    // Another program may have been quicker.
    version = version_of(database);
    if (!version) return tl::unexpected(version.error());
    if (auto made = database->run_script(
            "CREATE TABLE IF NOT EXISTS varde_schema(version BIGINT NOT NULL)");
        !made) {
      return made;
    }
    for (int at = *version; at < kNewest; ++at) {
      if (auto applied = apply(database, at); !applied) return applied;
    }
    return {};
  });
}

}  // namespace varde::store
