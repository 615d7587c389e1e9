#include "store/document_rows.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>

#include "base/utf8.h"
#include "intake/document_fields.h"
#include "intake/sha256.h"
#include "output/json.h"
#include "output/json_writer.h"
#include "store/ledger_tables.h"

namespace varde::store {
namespace {

// What came with a text, as JSON; also what is fingerprinted, so the order of fields is fixed.
std::string given_json(const Document& document) {
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  out.field("id", document.id);
  out.field_or_null("language", document.language);
  out.key("published");
  out.begin_array();
  if (document.published) {
    out.value(to_string(document.published->begin));
    out.value(to_string(document.published->end));
  }
  out.end_array();
  out.field_or_null("uri", document.uri);
  out.field_or_null("publisher", document.publisher);
  out.field_or_null("title", document.title);
  out.field("notes", document.notes);
  out.end_object();
  return json;
}

std::optional<Day> known_day(const CodedDocument& coded) {
  if (!coded.published) return std::nullopt;
  return coded.published->end;
}

std::string sort_key(const std::optional<Day>& day, const std::string& key) {
  constexpr int64_t kUndated = 9'999'999;
  constexpr int64_t kOrigin = 1'000'000;  // so that days before 1970 sort too
  const int64_t number = day ? day->time_since_epoch().count() + kOrigin : kUndated;
  char text[32];
  std::snprintf(text, sizeof text, "%08lld", static_cast<long long>(number));
  return text + ("/" + key);
}

std::string coded_json(const CodedDocument& coded) {
  std::string json;
  append_json(coded, &json);
  return json;
}

// Persons, organisations and groups by every name under which another article may know them.
Result<void> insert_actors(Database* database, const std::string& key, const CodedDocument& coded) {
  const auto day = known_day(coded);
  const int64_t period = period_of(day);
  if (auto done = database->run(kInsertPeriod, {period}); !done) {
    return tl::unexpected(done.error());
  }
  std::vector<Values> rows;
  for (const EntityRecord& entity : coded.entities) {
    if (entity.type == "place" || entity.type == "country") continue;
    const bool named = std::any_of(entity.mentions.begin(), entity.mentions.end(),
                                   [](const MentionRecord& m) { return m.kind == "name"; });
    if (!named) continue;
    nlohmann::ordered_json json;
    json["name"] = entity.name;
    json["canonical"] = entity.canonical;
    json["type"] = entity.type;
    json["country"] = entity.country;
    json["sector"] = entity.sector;
    json["office"] = entity.office;
    json["aliases"] = entity.aliases;
    std::set<std::string> keys{name_key(entity.name), name_key(entity.canonical)};
    for (const std::string& alias : entity.aliases) keys.insert(name_key(alias));
    if (entity.type == "person") {
      const std::string name = name_key(entity.name);
      keys.insert(name.substr(name.rfind(' ') + 1));  // npos + 1 is 0
    }
    const std::string text = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    constexpr size_t kLongest = 200;  // code points; an index takes no more, and no name has
    std::set<std::string> facets;
    for (const std::string& name : keys) facets.emplace(first_code_points(name, kLongest));
    for (const std::string& facet : facets) {
      if (facet.empty()) continue;
      rows.push_back({period, facet, key, entity.id, day_value(day), text});
    }
  }
  return database->run_many(
      "INSERT INTO actor_mention(period,facet,document,entity,known_day,json) "
      "VALUES($1,$2,$3,$4,$5,$6)",
      rows);
}

Result<void> insert_words(Database* database, const DocumentRow& row) {
  std::string words;
  const Document& given = row.article->given;
  for (const std::string& word : search_words(given.title + "\n" + given.text)) {
    words += (words.empty() ? "" : " ") + word;
  }
  const bool sqlite = database->dialect() == Dialect::kSqlite;
  const auto done = database->run(
      sqlite ? "INSERT INTO document_words(rowid, words) SELECT number, $1 FROM document "
               "WHERE key=$2"
             : "INSERT INTO document_words(rowid, words) SELECT number, "
               "array_to_tsvector(array_remove(string_to_array($1,' '),'')) FROM document "
               "WHERE key=$2",
      {words, row.key});
  return done ? Result<void>() : tl::unexpected(done.error());
}

}  // namespace

std::string key_of(const Document& document) {
  return sha256_hex(given_json(document) + "\n" + document.text);
}

DocumentRow row_of(const CodedArticle& article, const std::string& versions) {
  DocumentRow row;
  row.key = key_of(article.given);
  row.sort_key = sort_key(known_day(article.coded), row.key);
  row.signature = signature_of(article.given.text);
  row.versions = versions;
  row.article = &article;
  return row;
}

Result<void> insert(Database* database, const DocumentRow& row, const std::string& copy_of) {
  const CodedDocument& coded = row.article->coded;
  const auto done = database->run(
      "INSERT INTO document(key,sort_key,id,known_day,copy_of,signature,versions,given,text,coded) "
      "VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)",
      {row.key, row.sort_key, coded.id, day_value(known_day(coded)),
       copy_of.empty() ? Value(Null{}) : Value(copy_of), to_hex(row.signature), row.versions,
       given_json(row.article->given), row.article->given.text, coded_json(coded)});
  if (!done) return tl::unexpected(done.error());
  std::vector<Values> bands;
  for (const int64_t band : bands_of(row.signature)) bands.push_back({band, row.key});
  if (auto added = database->run_many(kInsertBand, bands); !added) return added;
  if (auto added = insert_words(database, row); !added) return added;
  return insert_actors(database, row.key, coded);
}

Result<void> replace_coding(Database* database, const std::string& key, const CodedDocument& coded,
                            const std::string& versions) {
  const auto day = known_day(coded);
  auto done = database->run(
      "UPDATE document SET versions=$1, coded=$2, known_day=$3, sort_key=$4 WHERE key=$5",
      {versions, coded_json(coded), day_value(day), sort_key(day, key), key});
  if (!done) return tl::unexpected(done.error());
  done = database->run("DELETE FROM actor_mention WHERE document=$1", {key});
  if (!done) return tl::unexpected(done.error());
  return insert_actors(database, key, coded);
}

Document given_of(const std::string& json, const std::string& text) {
  const auto given = nlohmann::json::parse(json, nullptr, false);
  Document document;
  document.text = text;
  if (!given.is_object()) return document;
  const auto string = [&](const char* name) {
    const auto found = given.find(name);
    return found != given.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  document.id = string("id");
  document.language = string("language");
  document.uri = string("uri");
  document.publisher = string("publisher");
  document.title = string("title");
  const auto days = given.find("published");
  if (days != given.end() && days->is_array() && days->size() == 2) {
    const auto begin = parse_day((*days)[0].get<std::string>());
    const auto end = parse_day((*days)[1].get<std::string>());
    if (begin && end) document.published = Interval{*begin, *end};
  }
  const auto notes = given.find("notes");
  if (notes != given.end() && notes->is_array()) {
    for (const auto& note : *notes) document.notes.push_back(note.get<std::string>());
  }
  return document;
}

StoredDocument document_of(const Row& row) {
  StoredDocument document;
  document.key = row.text(0);
  document.id = row.text(1);
  document.copy_of = row.text(2);
  document.versions = row.text(3);
  document.given = given_of(row.text(4), row.text(5));
  document.coded = row.text(6);
  document.duplicate_of = row.text(7);
  return document;
}

Result<void> count_revision(Database* database) {
  const auto done = database->run("UPDATE revision SET number=number+1", {});
  return done ? Result<void>() : tl::unexpected(done.error());
}

std::vector<std::string> search_words(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  const std::string folded = name_key(text);
  for (size_t at = 0; at <= folded.size();) {
    const size_t begin = at;
    const char32_t c = at < folded.size() ? next_code_point(folded, &at) : (++at, U' ');
    if (is_letter(c) || is_digit(c)) {
      word += folded.substr(begin, at - begin);
    } else if (!word.empty()) {
      words.insert(std::move(word));
      word.clear();
    }
  }
  return {words.begin(), words.end()};
}

}  // namespace varde::store
