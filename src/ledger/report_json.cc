// Reports as compact JSON, the form in which the store keeps them.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "ledger/report.h"
#include "output/json_writer.h"

namespace varde::ledger {
namespace {

using Json = nlohmann::json;

// Writes only what is filled.
class Writer {
 public:
  explicit Writer(std::string* to) : out_(to) {}
  JsonWriter& out() { return out_; }

  void text(std::string_view name, const std::string& value) {
    if (!value.empty()) out_.field(name, value);
  }
  template <class T>
  void maybe(std::string_view name, const std::optional<T>& value) {
    if (value) out_.field(name, *value);
  }
  void list(std::string_view name, const std::vector<std::string>& values) {
    if (!values.empty()) out_.field(name, values);
  }
  void days(std::string_view name, const std::optional<Interval>& days) {
    if (!days) return;
    out_.key(name);
    out_.begin_array();
    out_.value(to_string(days->begin));
    out_.value(to_string(days->end));
    out_.end_array();
  }
  void span(std::string_view name, Span span) {
    if (span == Span{}) return;
    out_.key(name);
    out_.begin_array();
    out_.value(span.begin);
    out_.value(span.end);
    out_.end_array();
  }

 private:
  JsonWriter out_;
};

void write(const Party& party, Writer* to) {
  to->out().begin_object();
  to->out().field("role", kRoleNames[static_cast<size_t>(party.role)]);
  to->text("name", party.name);
  to->text("canonical", party.canonical);
  to->text("country", party.country);
  to->list("sector", party.sector);
  to->text("certainty", party.certainty);
  to->out().end_object();
}

void write(const Place& place, Writer* to) {
  to->out().begin_object();
  to->text("name", place.name);
  to->text("country", place.country);
  to->maybe("lat", place.latitude);
  to->maybe("lon", place.longitude);
  to->out().end_object();
}

// Reads what is there; a value of the wrong type throws, which report_from_json catches.
class Reader {
 public:
  explicit Reader(const Json& from) : from_(from) {}

  std::string text(const char* name) const { return from_.value(name, std::string()); }
  template <class T>
  std::optional<T> maybe(const char* name) const {
    const auto found = from_.find(name);
    if (found == from_.end()) return std::nullopt;
    return found->get<T>();
  }
  std::vector<std::string> list(const char* name) const {
    return from_.value(name, std::vector<std::string>());
  }
  std::optional<Interval> days(const char* name) const {
    const auto found = from_.find(name);
    if (found == from_.end()) return std::nullopt;
    const auto begin = parse_day(found->at(0).get<std::string>());
    const auto end = parse_day(found->at(1).get<std::string>());
    if (!begin || !end) return std::nullopt;
    return Interval{*begin, *end};
  }
  Span span(const char* name) const {
    const auto found = from_.find(name);
    if (found == from_.end()) return {};
    return {found->at(0).get<uint32_t>(), found->at(1).get<uint32_t>()};
  }

 private:
  const Json& from_;
};

Role role_named(const std::string& name) {
  const auto found = std::find(kRoleNames.begin(), kRoleNames.end(), name);
  return found == kRoleNames.end() ? Role::kSource : static_cast<Role>(found - kRoleNames.begin());
}

std::vector<Party> read_parties(const Json& from) {
  std::vector<Party> parties;
  for (const Json& one : from.value("parties", Json::array())) {
    const Reader read(one);
    parties.push_back({role_named(read.text("role")), read.text("name"), read.text("canonical"),
                       read.text("country"), read.list("sector"), read.text("certainty")});
  }
  return parties;
}

std::optional<Place> read_place(const Json& from) {
  const auto found = from.find("place");
  if (found == from.end()) return std::nullopt;
  const Reader read(*found);
  return Place{read.text("name"), read.text("country"), read.maybe<double>("lat"),
               read.maybe<double>("lon")};
}

Report read_report(const Json& from) {
  const Reader read(from);
  Report report;
  report.id = read.text("id");
  report.kind = kind_named(read.text("kind")).value_or(Kind::kIncident);
  report.article = {read.text("key"), read.text("document"), read.text("language"),
                    read.text("publisher"), read.days("published")};
  report.type = read.text("type");
  report.state = read.text("state");
  report.detail = read.text("detail");
  report.subject = read.text("subject");
  report.cameo = read.text("cameo");
  report.quad = read.maybe<int>("quad").value_or(0);
  report.modes = read.list("modes");
  report.excluded = read.list("excluded");
  report.parties = read_parties(from);
  report.place = read_place(from);
  report.date = read.days("date");
  report.end_date = read.days("end_date");
  report.low = read.maybe<int64_t>("low");
  report.high = read.maybe<int64_t>("high");
  report.in_favour = read.maybe<int64_t>("in_favour");
  report.against = read.maybe<int64_t>("against");
  report.abstained = read.maybe<int64_t>("abstained");
  report.amount = read.maybe<double>("amount");
  report.renewable = read.maybe<bool>("renewable");
  report.cause = read.text("cause");
  report.confidence = read.maybe<double>("confidence").value_or(0);
  report.evidence = read.span("evidence");
  report.trigger = read.span("trigger");
  report.trigger_text = read.text("trigger_text");
  report.quote = read.text("quote");
  report.rule = read.text("rule");
  return report;
}

void write_numbers(const Report& report, Writer* to) {
  to->maybe("low", report.low);
  to->maybe("high", report.high);
  to->maybe("in_favour", report.in_favour);
  to->maybe("against", report.against);
  to->maybe("abstained", report.abstained);
  to->maybe("amount", report.amount);
  to->maybe("renewable", report.renewable);
}

}  // namespace

std::string to_json(const Report& report) {
  constexpr int kDecimals = 3;
  std::string json;
  Writer to(&json);
  to.out().begin_object();
  to.text("id", report.id);
  to.out().field("kind", name_of(report.kind));
  to.text("key", report.article.key);
  to.text("document", report.article.id);
  to.text("language", report.article.language);
  to.text("publisher", report.article.publisher);
  to.days("published", report.article.published);
  to.text("type", report.type);
  to.text("state", report.state);
  to.text("detail", report.detail);
  to.text("subject", report.subject);
  to.text("cameo", report.cameo);
  if (report.quad != 0) to.out().field("quad", report.quad);
  to.list("modes", report.modes);
  to.list("excluded", report.excluded);
  to.out().key("parties");
  to.out().begin_array();
  for (const Party& party : report.parties) write(party, &to);
  to.out().end_array();
  if (report.place) {
    to.out().key("place");
    write(*report.place, &to);
  }
  to.days("date", report.date);
  to.days("end_date", report.end_date);
  write_numbers(report, &to);
  to.text("cause", report.cause);
  to.out().field("confidence", rounded(report.confidence, kDecimals));
  to.span("evidence", report.evidence);
  to.span("trigger", report.trigger);
  to.text("trigger_text", report.trigger_text);
  to.text("quote", report.quote);
  to.text("rule", report.rule);
  to.out().end_object();
  return json;
}

std::optional<Report> report_from_json(std::string_view json) {
  try {
    const Json parsed = Json::parse(json);
    if (!parsed.is_object() || !kind_named(parsed.value("kind", std::string())))
      return std::nullopt;
    return read_report(parsed);
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace varde::ledger
