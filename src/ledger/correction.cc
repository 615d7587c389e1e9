#include "ledger/correction.h"

#include <algorithm>
#include <charconv>

#include "base/table.h"

namespace varde::ledger {
namespace {

std::string days_text(const std::optional<Interval>& days) {
  if (!days) return "";
  const std::string begin = to_string(days->begin);
  return days->begin == days->end ? begin : begin + "/" + to_string(days->end);
}

Result<std::optional<Interval>> read_days(std::string_view value) {
  if (value.empty()) return std::nullopt;
  const size_t slash = value.find('/');
  const auto begin = parse_day(value.substr(0, slash));
  const auto end = slash == std::string_view::npos ? begin : parse_day(value.substr(slash + 1));
  if (!begin || !end || *end < *begin) {
    return failure("'" + std::string(value) +
                   "' is no date; write YYYY-MM-DD, or two with / between");
  }
  return Interval{*begin, *end};
}

std::string place_text(const std::optional<Place>& place) {
  if (!place) return "";
  return place->country.empty() ? place->name : place->name + ", " + place->country;
}

bool is_country(std::string_view code) {
  return code.size() == 3 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<Place> read_place(std::string_view value) {
  if (value.empty()) return std::nullopt;
  Place place;
  const size_t comma = value.rfind(',');
  if (comma != std::string_view::npos && is_country(trim(value.substr(comma + 1)))) {
    place.country = trim(value.substr(comma + 1));
    value = value.substr(0, comma);
  }
  place.name = trim(value);
  return place;
}

std::string number_text(const std::optional<int64_t>& number) {
  return number ? std::to_string(*number) : "";
}

Result<std::optional<int64_t>> read_number(std::string_view value) {
  if (value.empty()) return std::nullopt;
  int64_t number = 0;
  const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (fault != std::errc() || end != value.data() + value.size() || number < 0) {
    return failure("'" + std::string(value) +
                   "' is no number; write digits alone, such as 20, or nothing");
  }
  return number;
}

std::optional<Role> role_named(std::string_view name) {
  const auto found = std::find(kRoleNames.begin(), kRoleNames.end(), name);
  if (found == kRoleNames.end()) return std::nullopt;
  return static_cast<Role>(found - kRoleNames.begin());
}

std::string parties_text(const Report& report, Role role) {
  std::string text;
  for (const Party& party : report.parties) {
    if (party.role != role) continue;
    const std::string code = code_of(party);
    text += text.empty() ? "" : "; ";
    text += party.name.empty() ? code : code == ":" ? party.name : party.name + " (" + code + ")";
  }
  return text;
}

// "RUS:GOV+MIL"; false when it is no code.
bool read_code(std::string_view code, Party* party) {
  const size_t colon = code.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view country = code.substr(0, colon);
  if (!country.empty() && !is_country(country)) return false;
  std::vector<std::string> sectors;
  for (const std::string_view sector : split(code.substr(colon + 1), '+')) {
    if (sector.empty()) continue;
    if (!is_country(sector)) return false;
    sectors.emplace_back(sector);
  }
  party->country = country;
  party->sector = std::move(sectors);
  return true;
}

Party read_party(std::string_view text, Role role) {
  Party party;
  party.role = role;
  party.certainty = role == Role::kSource        ? "states"
                    : role == Role::kParticipant ? "confirmed"
                                                 : "stated";
  if (read_code(text, &party)) return party;
  const size_t open = text.rfind('(');
  if (open != std::string_view::npos && text.ends_with(')') &&
      read_code(text.substr(open + 1, text.size() - open - 2), &party)) {
    text = trim(text.substr(0, open));
  }
  party.name = text;
  return party;
}

void set_parties(std::string_view value, Role role, Report* report) {
  // Those whom the report names already keep what else is known of them.
  std::vector<Party> before;
  for (const Party& party : report->parties) {
    if (party.role == role) before.push_back(party);
  }
  std::erase_if(report->parties, [&](const Party& party) { return party.role == role; });
  for (const std::string_view one : split(value, ';')) {
    if (one.empty()) continue;
    Party party = read_party(one, role);
    for (const Party& known : before) {
      if (known.name == party.name && code_of(known) == code_of(party)) party = known;
    }
    report->parties.push_back(std::move(party));
  }
}

tl::unexpected<Error> no_such_field(std::string_view field) {
  std::string names = "valid, type, state, detail, low, high, place, date, end_date";
  for (const std::string_view role : kRoleNames) names += ", " + std::string(role);
  return failure("there is no field '" + std::string(field) + "'; there are " + names);
}

template <class T>
Result<void> assign(Result<T> value, T* to) {
  if (!value) return tl::unexpected(value.error());
  *to = std::move(*value);
  return {};
}

}  // namespace

Result<std::string> field_of(const Report& report, std::string_view field) {
  if (field == "valid") return std::string("yes");
  if (field == "type") return report.type;
  if (field == "state") return report.state;
  if (field == "detail") return report.detail;
  if (field == "low") return number_text(report.low);
  if (field == "high") return number_text(report.high);
  if (field == "place") return place_text(report.place);
  if (field == "date") return days_text(report.date);
  if (field == "end_date") return days_text(report.end_date);
  if (const auto role = role_named(field)) return parties_text(report, *role);
  return no_such_field(field);
}

Result<void> set_field(std::string_view field, std::string_view value, Report* report) {
  value = trim(value);
  if (field == "valid") {
    if (value == "yes" || value == "no" || value.empty()) return {};
    return failure("valid is yes or no, or nothing to take back what was said");
  }
  if (field == "low") return assign(read_number(value), &report->low);
  if (field == "high") return assign(read_number(value), &report->high);
  if (field == "date") return assign(read_days(value), &report->date);
  if (field == "end_date") return assign(read_days(value), &report->end_date);
  if (field == "type") {
    report->type = value;
  } else if (field == "state") {
    report->state = value;
  } else if (field == "detail") {
    report->detail = value;
  } else if (field == "place") {
    // The same place keeps its coordinates.
    if (place_text(report->place) != value) report->place = read_place(value);
  } else if (const auto role = role_named(field)) {
    set_parties(value, *role, report);
  } else {
    return no_such_field(field);
  }
  return {};
}

std::string anchor_of(const Report& report) {
  const Span& at = report.trigger == Span{} ? report.evidence : report.trigger;
  std::string anchor = std::string(name_of(report.kind)) + "|" + std::to_string(at.begin);
  if (report.kind == Kind::kIncident) return anchor;
  // Several figures, places or parties of one sentence are told apart by what they say.
  anchor += "|" + report.type + report.state + "|" + std::to_string(report.low.value_or(0)) + "|" +
            (report.place ? report.place->name : "");
  for (const Party& party : report.parties) {
    if (party.role != Role::kSource) anchor += "|" + party.name;
  }
  return anchor;
}

}  // namespace varde::ledger
