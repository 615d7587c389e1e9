// Tolls: what each source has claimed of one loss, and whether they agree.

#include <algorithm>
#include <limits>
#include <map>

#include "base/utf8.h"
#include "ledger/consolidation.h"
#include "ledger/entry.h"

namespace varde::ledger {
namespace {

struct Claim {
  const Report* report;
  std::string source;  // look-up key of who claims it
  bool part = false;   // of a larger number in the same breath: "22, five of them children"
  bool replaced = false;
};

constexpr int64_t kOpen = std::numeric_limits<int64_t>::max();

int64_t least(const Report& toll) { return toll.low.value_or(0); }
int64_t most(const Report& toll) { return toll.high.value_or(kOpen); }

// Who stands behind a number: the source, else the publisher, else the article itself.
std::string source_of(const Report& toll) {
  for (const Party& party : toll.parties) {
    if (party.role != Role::kSource) continue;
    return party.canonical.empty() ? name_key(party.name) : name_key(party.canonical);
  }
  if (!toll.article.publisher.empty()) return name_key(toll.article.publisher);
  return toll.article.key;
}

// "22 people, five of them children": the smaller number, of other people, in the same words.
bool is_part(const Report& toll, const Reports& reports) {
  return std::any_of(reports.begin(), reports.end(), [&](const Report* other) {
    return other->article.key == toll.article.key && other->detail != toll.detail &&
           other->evidence == toll.evidence && least(*other) > least(toll);
  });
}

std::vector<Claim> claims_of(const Reports& reports) {
  std::vector<Claim> claims;
  for (const Report* report : reports) {
    Claim claim{report, source_of(*report), is_part(*report, reports)};
    for (Claim& earlier : claims) {
      // Within an article the order says nothing of which is newer.
      const bool newer = earlier.report->article.key != report->article.key;
      const bool alike = earlier.source == claim.source && earlier.part == claim.part &&
                         (!claim.part || earlier.report->detail == report->detail);
      if (newer && alike) earlier.replaced = true;
    }
    claims.push_back(std::move(claim));
  }
  return claims;
}

Json number_or_null(const std::optional<int64_t>& number) {
  return number ? Json(*number) : Json();
}

Json to_json(const Claim& claim) {
  Json json;
  json["source"] = claim.source;
  json["low"] = number_or_null(claim.report->low);
  json["high"] = number_or_null(claim.report->high);
  json["who"] = text_or_null(claim.report->detail);
  json["part"] = claim.part;
  json["replaced"] = claim.replaced;
  json["report"] = telling(*claim.report);
  return json;
}

// What those totals that still stand come to.
void describe_standing(const std::vector<Claim>& claims, Json* body) {
  int64_t floor = kOpen;  // of all claims
  int64_t ceiling = 0;
  int64_t common_low = 0;  // what all allow
  int64_t common_high = kOpen;
  for (const Claim& claim : claims) {
    if (claim.part || claim.replaced) continue;
    floor = std::min(floor, least(*claim.report));
    ceiling = std::max(ceiling,
                       most(*claim.report) == kOpen ? least(*claim.report) : most(*claim.report));
    common_low = std::max(common_low, least(*claim.report));
    common_high = std::min(common_high, most(*claim.report));
  }
  const bool any = floor != kOpen;
  const bool disputed = any && common_low > common_high;
  (*body)["low"] = any ? Json(floor) : Json();
  (*body)["high"] = any ? Json(ceiling) : Json();
  (*body)["disputed"] = disputed;
}

}  // namespace

void describe_toll(const Reports& reports, Json* body) {
  const std::vector<Claim> claims = claims_of(reports);
  (*body)["type"] = reports.front()->type;
  describe_standing(claims, body);
  (*body)["date"] = to_json(days_of(reports));
  (*body)["place"] = to_json(place_of(reports));
  (*body)["actor"] = to_json(named_in(reports, Role::kActor));
  (*body)["incident"] = Json();  // known once incidents are joined to tolls
  Json causes = Json::array();
  for (const Report* report : reports) {
    if (!report->cause.empty()) causes.push_back(report->cause);
  }
  (*body)["causes"] = std::move(causes);
  Json series = Json::array();
  for (const Claim& claim : claims) series.push_back(to_json(claim));
  (*body)["claims"] = std::move(series);
}

}  // namespace varde::ledger
