// Sums over many entries, and their export.

#include "server/api.h"
#include "store/export.h"
#include "store/overviews.h"
#include "store/toll_sums.h"

namespace varde::server {
namespace {

Response respond(const Result<Json>& body) {
  return body ? json_response(*body) : store_problem(body.error());
}

}  // namespace

Response Api::counts(const Call& call) {
  Parameters parameters(call.request.query);
  const store::Filter filter = parameters.filter();
  const std::string by = parameters.one_of(
      "by", {"day", "week", "month", "year", "type", "state", "country", "place"});
  const auto limit = static_cast<size_t>(parameters.number("limit", 500, 1, 5000));
  if (const auto fault = parameters.fault()) return problem(400, *fault);
  if (auto refused = refuse_too_wide(&call.store, filter)) return *std::move(refused);
  return respond(store::counts(&call.store, filter, *store::count_by_named(by), limit));
}

Response Api::map(const Call& call) {
  Parameters parameters(call.request.query);
  const store::Filter filter = parameters.filter();
  const auto zoom = static_cast<int>(parameters.number("zoom", 2, 0, store::kDeepestZoom));
  store::Box box;
  box.west = parameters.real("west", -180, -180, 180);
  box.south = parameters.real("south", -90, -90, 90);
  box.east = parameters.real("east", 180, -180, 180);
  box.north = parameters.real("north", 90, -90, 90);
  if (const auto fault = parameters.fault()) return problem(400, *fault);
  if (auto refused = refuse_too_wide(&call.store, filter)) return *std::move(refused);
  return respond(store::map_cells(&call.store, filter, box, zoom));
}

Response Api::network(const Call& call) {
  Parameters parameters(call.request.query);
  const store::Filter filter = parameters.filter();
  const auto limit = static_cast<size_t>(parameters.number("limit", 150, 1, 1000));
  if (const auto fault = parameters.fault()) return problem(400, *fault);
  if (auto refused = refuse_too_wide(&call.store, filter)) return *std::move(refused);
  return respond(store::network(&call.store, filter, limit));
}

Response Api::toll_sums(const Call& call) {
  Parameters parameters(call.request.query);
  const store::Filter filter = parameters.filter();
  if (const auto fault = parameters.fault()) return problem(400, *fault);
  if (auto refused = refuse_too_wide(&call.store, filter)) return *std::move(refused);
  return respond(store::toll_sums(&call.store, filter));
}

Response Api::export_ledgers(const Call& call) {
  Parameters parameters(call.request.query);
  const store::Filter filter = parameters.filter();
  const std::string format = parameters.one_of("format", store::export_formats());
  if (const auto fault = parameters.fault()) return problem(400, *fault);
  if (auto refused = refuse_too_wide(&call.store, filter)) return *std::move(refused);
  auto exporter = store::Exporter::open(data_, format);
  if (!exporter) return problem(422, exporter.error().message);
  Response response;
  response.stream = exports_.begin(*std::move(exporter), filter);
  if (!response.stream) return problem(503, "too many exports at once; try again in a moment");
  const bool lines = format == "jsonl";
  const bool parquet = format == "parquet";
  response.set("Content-Type", parquet ? "application/vnd.apache.parquet"
                               : lines ? "application/jsonl"
                                       : "text/csv; charset=utf-8");
  const char* ending = parquet ? "parquet" : lines ? "jsonl" : "csv";
  response.set("Content-Disposition",
               "attachment; filename=\"varde-" + format + "." + ending + "\"");
  return response;
}

}  // namespace varde::server
