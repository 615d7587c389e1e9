#include "output/ledger_table.h"

#include <functional>

#include "base/utf8.h"
#include "output/grid.h"

namespace varde {
namespace {

using Json = nlohmann::ordered_json;

// The text of a field; "" when it is absent or null. Control characters cannot steer a terminal.
std::string text(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return "";
  return found->is_string() ? printable(found->get<std::string>()) : found->dump();
}

std::string days(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_object()) return "";
  const std::string begin = text(*found, "begin");
  const std::string end = text(*found, "end");
  return begin == end ? begin : begin + " – " + end;
}

std::string place(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_object()) return "";
  const std::string country = text(*found, "country");
  return text(*found, "name") + (country.empty() ? "" : ", " + country);
}

std::string party(const Json& one) {
  std::string code = text(one, "country");
  if (one.contains("sector")) {
    for (const Json& sector : one["sector"]) {
      code += (code.find(':') == std::string::npos ? ":" : "+") + sector.get<std::string>();
    }
  }
  const std::string name = text(one, "name");
  if (name.empty()) return code;
  return code.empty() ? name : name + " (" + code + ")";
}

std::string parties(const Json& object, const char* name) {
  const auto found = object.find(name);
  std::string list;
  if (found == object.end()) return list;
  for (const Json& one : *found) {
    list += (list.empty() ? "" : ", ") + (one.is_object() ? party(one) : one.get<std::string>());
  }
  return list;
}

std::string who(const Json& entry) {
  const std::string actor = parties(entry, "actor");
  const std::string recipient = parties(entry, "recipient");
  if (recipient.empty()) return actor;
  return (actor.empty() ? "?" : actor) + " → " + recipient;
}

std::string range(const Json& toll) {
  const std::string low = text(toll, "low");
  const std::string high = text(toll, "high");
  return low == high ? low : low + " – " + high;
}

std::string votes(const Json& resolution) {
  const std::string yes = text(resolution, "in_favour");
  const std::string no = text(resolution, "against");
  const std::string none = text(resolution, "abstained");
  if (yes.empty() && no.empty() && none.empty()) return "";
  const auto shown = [](const std::string& n) { return n.empty() ? std::string("?") : n; };
  return shown(yes) + " : " + shown(no) + " : " + shown(none);
}

std::string count(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() || found->empty() ? "" : std::to_string(found->size());
}

struct Column {
  Grid::Column head;
  std::function<std::string(const Json&)> cell;
};

Column field(const char* title, const char* name, double weight = 1) {
  return {{title, weight}, [name](const Json& e) { return text(e, name); }};
}

std::vector<Column> columns_of(const std::string& kind) {
  const Column id = field("id", "id");
  const Column state = field("state", "state");
  const Column reports = field("reports", "reports");
  const Column when{"when", [](const Json& e) { return days(e, "date"); }};
  const Column where{"where", [](const Json& e) { return place(e, "place"); }};
  if (kind == "incident") {
    return {when, field("type", "type"), state, {{"who → whom", 3}, who}, where, reports, id};
  }
  if (kind == "toll") {
    return {when,
            field("kind", "type"),
            {"number", range},
            {"", [](const Json& e) { return e["disputed"] == Json(true) ? "disputed" : ""; }},
            where,
            {"claims", [](const Json& e) { return count(e, "claims"); }},
            reports,
            id};
  }
  if (kind == "ceasefire") {
    return {state,
            {"area", [](const Json& e) { return place(e, "area"); }},
            {{"parties", 2}, [](const Json& e) { return parties(e, "parties"); }},
            {"from", [](const Json& e) { return days(e, "begin_date"); }},
            {"to", [](const Json& e) { return days(e, "end_date"); }},
            {"violations", [](const Json& e) { return count(e, "violations"); }},
            reports,
            id};
  }
  if (kind == "talks") {
    return {when,
            state,
            {{"participants", 3}, [](const Json& e) { return parties(e, "participants"); }},
            where,
            field("forum", "format"),
            reports,
            id};
  }
  if (kind == "resolution") {
    return {when,
            field("body", "body"),
            state,
            {"for : against : abstained", votes},
            {"vetoed by", [](const Json& e) { return parties(e, "vetoed_by"); }},
            field("subject", "subject", 2),
            reports,
            id};
  }
  if (kind == "control") {
    return {where,
            {{"held by", 2}, [](const Json& e) { return parties(e, "holder"); }},
            {"since", [](const Json& e) { return days(e, "since"); }},
            field("last change", "state"),
            {"", [](const Json& e) { return e["disputed"] == Json(true) ? "disputed" : ""; }},
            reports,
            id};
  }
  return {field("name", "name", 2),
          field("country", "country"),
          {"sector", [](const Json& e) { return parties(e, "sector"); }},
          {{"offices", 2},
           [](const Json& e) {
             std::string list;
             for (const Json& one : e["offices"])
               list += (list.empty() ? "" : ", ") + text(one, "office");
             return list;
           }},
          field("articles", "documents"),
          field("first", "first_report"),
          field("last", "last_report")};
}

// What happened, in a few words.
std::string gist(const Json& entry) {
  const std::string kind = text(entry, "kind");
  std::string what = text(entry, "state");
  if (kind == "incident") what = text(entry, "type") + " " + what + ": " + who(entry);
  if (kind == "toll") what = text(entry, "type") + " " + range(entry);
  if (kind == "ceasefire") what += ", " + place(entry, "area") + ": " + parties(entry, "parties");
  if (kind == "talks") what += ": " + parties(entry, "participants");
  if (kind == "resolution") what = text(entry, "body") + " " + what + ": " + text(entry, "subject");
  if (kind == "control") what += ": " + parties(entry, "holder");
  const std::string where = place(entry, "place");
  return where.empty() ? what : what + ", " + where;
}

std::string day_of(const Json& entry) {
  for (const char* name : {"date", "begin_date", "since"}) {
    if (const std::string found = days(entry, name); !found.empty()) return found;
  }
  const std::string reported = text(entry, "first_report");
  return reported.empty() ? "" : "by " + reported;
}

void append_line(const std::string& name, const std::string& value, std::string* to) {
  if (value.empty()) return;
  *to += "  " + name + std::string(name.size() < 14 ? 14 - name.size() : 1, ' ') + value + "\n";
}

void append_report(const Json& report, const Look& look, std::string* to) {
  if (!report.is_object()) {
    *to += "      by the calendar\n";
    return;
  }
  std::string source = parties(report, "according_to");
  std::string head = text(report, "published") + "  " + text(report, "document");
  if (!text(report, "publisher").empty()) head += ", " + text(report, "publisher");
  if (!source.empty()) head += ", according to " + source;
  *to += "      " + styled(head + "  " + text(report, "id"), Style::kDim, look.colour) + "\n";
  for (const std::string& line : wrap("“" + text(report, "quote") + "”", look.width - 8)) {
    *to += "        " + line + "\n";
  }
}

}  // namespace

std::string ledger_table(const std::vector<Json>& entries, const Look& look) {
  if (entries.empty()) return "";
  const std::vector<Column> columns = columns_of(text(entries.front(), "kind"));
  std::vector<Grid::Column> heads;
  for (const Column& column : columns) heads.push_back(column.head);
  Grid grid(std::move(heads));
  for (const Json& entry : entries) {
    std::vector<Grid::Cell> cells;
    for (const Column& column : columns) cells.push_back({column.cell(entry)});
    grid.add_row(std::move(cells));
  }
  std::string table;
  grid.append(look.width, 0, look.colour, &table);
  return table;
}

std::string timeline_table(const std::vector<Json>& entries, const Look& look) {
  Grid grid({{"when"}, {"ledger"}, {"what", 4}, {"reports"}, {"id"}});
  for (const Json& entry : entries) {
    grid.add_row({{day_of(entry)},
                  {text(entry, "kind")},
                  {gist(entry)},
                  {text(entry, "reports")},
                  {text(entry, "id")}});
  }
  std::string table;
  if (!grid.empty()) grid.append(look.width, 0, look.colour, &table);
  return table;
}

std::string entry_text(const Json& entry, const Look& look) {
  std::string page =
      styled(text(entry, "kind") + " " + text(entry, "id"), Style::kBold, look.colour) + "\n";
  for (const auto& [name, value] : entry.items()) {
    const bool shown_below = name == "history" || name == "told" || name == "claims" ||
                             name == "contradictions" || name == "violations" || name == "kind" ||
                             name == "id";
    if (shown_below || value.is_null()) continue;
    const char* key = name.c_str();
    if (value.is_object()) {
      append_line(name,
                  value.contains("begin") ? days(entry, key)
                  : value.contains("lat") ? place(entry, key)
                                          : value.dump(),
                  &page);
    } else {
      append_line(name, value.is_array() ? parties(entry, key) : text(entry, key), &page);
    }
  }
  for (const char* list : {"history", "claims"}) {
    if (!entry.contains(list) || entry[list].empty()) continue;
    page += std::string("\n  ") + list + "\n";
    for (const Json& step : entry[list]) {
      std::string head = text(step, "state") + text(step, "change");
      if (step.contains("low")) head = range(step) + " " + text(step, "who");
      if (const std::string when = days(step, "date"); !when.empty()) head += "  " + when;
      if (step.contains("replaced") && step["replaced"] == Json(true)) head += "  (replaced)";
      page += "    " + styled(head, Style::kBold, look.colour) + "\n";
      append_report(step["report"], look, &page);
    }
  }
  if (entry.contains("violations") && !entry["violations"].empty()) {
    page += "\n  alleged violations\n";
    for (const Json& one : entry["violations"]) {
      page += "    " + days(one, "date") + "  " + parties(one, "by") + " → " +
              parties(one, "against") + "  " + text(one, "place") + "  according to " +
              parties(one, "according_to") + "  " + text(one, "incident") + "\n";
    }
  }
  if (entry.contains("contradictions") && !entry["contradictions"].empty()) {
    page += "\n  reports differ\n";
    for (const Json& one : entry["contradictions"]) {
      page += "    " + text(one, "field") + ": ";
      std::string values;
      for (const Json& value : one["values"]) {
        values += (values.empty() ? "" : " | ") + text(value, "value") + " (" +
                  std::to_string(value["reports"].size()) + ")";
      }
      page += values + "\n";
    }
  }
  if (entry.contains("told")) {
    page += "\n  told by\n";
    for (const Json& report : entry["told"]) append_report(report, look, &page);
  }
  return page;
}

}  // namespace varde
