#include "store/answers.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "base/json_fields.h"
#include "base/utf8.h"
#include "ledger/agreement.h"
#include "output/format.h"
#include "store/document_rows.h"
#include "store/ledgers.h"

namespace varde::store {
namespace {

using ledger::Json;

constexpr const char* kMachine = "varde";

// The corrections of all reports of an entry.
Result<Json> corrections_of(Store* store, const Json& body) {
  Json list = Json::array();
  for (const Json& report : body["told"]) {
    const auto found = store->corrections(report["id"].get<std::string>());
    if (!found) return tl::unexpected(found.error());
    for (const Correction& one : *found) list.push_back(to_json(one));
  }
  return list;
}

// The stretch of text around the first of the words.
std::string snippet(const std::string& text, const std::string& words) {
  constexpr size_t kAround = 160;  // bytes, cut at spaces
  const std::vector<std::string> keys = search_words(words);
  size_t begin = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string key = name_key(text.substr(at, end - at));
    const bool found = std::any_of(keys.begin(), keys.end(), [&](const std::string& one) {
      return key.find(one) != std::string::npos;
    });
    if (found) {
      begin = at > kAround ? text.find(' ', at - kAround) + 1 : 0;
      break;
    }
    at = end + 1;
  }
  const size_t end = text.find(' ', std::min(text.size(), begin + 2 * kAround));
  const std::string piece = text.substr(begin, end == std::string::npos ? end : end - begin);
  return printable((begin > 0 ? "… " : "") + piece + (end == std::string::npos ? "" : " …"));
}

struct Field {
  std::vector<ledger::Unit> units;
  std::set<std::string> coders;
};

// The last word of each analyst on each field of each record, beside the program's.
std::map<std::string, Field> fields_of(const std::vector<Correction>& corrections) {
  std::map<std::string, std::map<std::string, ledger::Unit>> units;
  for (const Correction& one : corrections) {
    ledger::Unit& unit = units[one.field][one.report];
    unit[kMachine] = one.machine;
    unit[one.analyst] = one.value;
    // A verdict that was taken back is none.
    if (one.field == "valid" && one.value.empty()) unit.erase(one.analyst);
  }
  std::map<std::string, Field> fields;
  for (const auto& [field, by_report] : units) {
    for (const auto& [report, unit] : by_report) {
      if (unit.size() < 2) continue;
      for (const auto& [coder, value] : unit) fields[field].coders.insert(coder);
      fields[field].units.push_back(unit);
    }
  }
  return fields;
}

}  // namespace

Json to_json(const Correction& correction) {
  return {{"number", correction.number},   {"report", correction.report},
          {"field", correction.field},     {"value", correction.value},
          {"machine", correction.machine}, {"by", correction.analyst},
          {"why", correction.reason},      {"at", correction.made_at}};
}

Result<std::optional<Json>> entry_with_corrections(Store* store, const std::string& id,
                                                   std::optional<Day> as_of) {
  auto entry = ledger_entry(store, id, as_of);
  if (!entry) return tl::unexpected(entry.error());
  if (!*entry) return std::nullopt;
  auto corrections = corrections_of(store, (*entry)->body);
  if (!corrections) return tl::unexpected(corrections.error());
  (*entry)->body["corrections"] = *std::move(corrections);
  return std::move((*entry)->body);
}

Json to_json(const SearchHit& hit, const std::string& words) {
  return {{"document", hit.id},
          {"key", hit.document},
          {"published", hit.published ? to_string(*hit.published) : std::string()},
          {"publisher", hit.publisher},
          {"title", hit.title},
          {"snippet", snippet(hit.text, words)}};
}

std::vector<Json> agreement_rows(const std::vector<Correction>& corrections) {
  std::vector<Json> rows;
  for (const auto& [name, field] : fields_of(corrections)) {
    for (auto a = field.coders.begin(); a != field.coders.end(); ++a) {
      for (auto b = std::next(a); b != field.coders.end(); ++b) {
        const ledger::Kappa kappa = ledger::cohens_kappa(field.units, *a, *b);
        if (kappa.units == 0) continue;
        rows.push_back({{"field", name},
                        {"coders", {*a, *b}},
                        {"units", kappa.units},
                        {"agreed", kappa.agreed},
                        {"kappa", or_null(kappa.kappa)}});
      }
    }
    rows.push_back({{"field", name},
                    {"coders", field.coders},
                    {"units", field.units.size()},
                    {"alpha", or_null(ledger::krippendorffs_alpha(field.units))}});
  }
  return rows;
}

std::string explanation_part(const std::string& explanation, const ledger::Report& report) {
  // Whatever an analyst has made of its type.
  const std::string head = " \"" + printable(report.trigger_text) + "\", confidence ";
  size_t sentence = 0;
  for (size_t at = 0; at < explanation.size();) {
    const size_t end = std::min(explanation.find('\n', at), explanation.size());
    const std::string_view line = std::string_view(explanation).substr(at, end - at);
    if (line.starts_with("Sentence ")) sentence = at;
    const bool event = line.starts_with("  ") && !line.starts_with("   ");
    if (event && line.find(head) != std::string_view::npos) {
      size_t stop = end + 1;
      while (explanation.compare(stop, 4, "    ") == 0) stop = explanation.find('\n', stop) + 1;
      size_t tree = explanation.find("\n  ", sentence);
      while (explanation.compare(tree + 1, 3, "   ") == 0) tree = explanation.find('\n', tree + 1);
      return explanation.substr(sentence, tree - sentence + 1) + explanation.substr(at, stop - at);
    }
    at = end + 1;
  }
  return "";
}

std::string now_utc() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

}  // namespace varde::store
