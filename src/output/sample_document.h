// For tests: a coded document in which every kind of record and every slot occurs.
#ifndef VARDE_OUTPUT_SAMPLE_DOCUMENT_H_
#define VARDE_OUTPUT_SAMPLE_DOCUMENT_H_

#include <string>
#include <vector>

#include "varde/coded_document.h"

namespace varde {

inline constexpr const char* kSampleText =
    "Minister Berg møter opprørerne i Genève lørdag. Minst 15 drept.";

inline CodedDocument sample_document() {
  const Actor berg{"e1", "Berg", "NOR", {"GOV"}, "stated"};
  const Actor rebels{"", "opprørerne", "", {"REB"}, "doubtful"};
  const Place place{"Genève", "CHE", 46.2022211, 6.1456912};
  const DateSlot date{{*parse_day("2016-10-15"), *parse_day("2016-10-15")}, "lørdag"};
  const DateSlot taken_over{{*parse_day("2016-10-10"), *parse_day("2016-10-16")}, ""};
  const std::vector<Source> sources{{berg, "confirms"}};

  CodedDocument document;
  document.id = "sample";
  document.sha256 = std::string(64, '0');
  document.language = "nb";
  document.uri = "https://example.org/1";
  document.title = "Om \"møtet\", del 1";
  document.published = Interval{*parse_day("2016-10-13"), *parse_day("2016-10-13")};
  document.published_basis = "metadata";
  document.notes = {"a note"};
  document.entities = {{"e1",
                        "person",
                        "Berg",
                        "Kari Berg",
                        "NOR",
                        {"GOV"},
                        "minister",
                        {"Bergen"},
                        {},
                        {},
                        {{{9, 13}, "Berg", "name"}}},
                       {"e2", "place", "Genève", "", "CHE", {}, "", {}, place, 2660646, {}}};
  document.events = {{"v1",
                      "CONSULT",
                      {"visit", "multilateral"},
                      {"diplomatic"},
                      1,
                      "042",
                      "future",
                      {14, 19},
                      "møter",
                      {berg},
                      {rebels},
                      date,
                      place,
                      sources,
                      0.91239,
                      {0, 47},
                      "nb/meet.v.1"},
                     {"v2",
                      "ASSAULT",
                      {},
                      {},
                      4,
                      "190",
                      "negated",
                      {58, 63},
                      "drept",
                      {},
                      {},
                      {},
                      {},
                      {},
                      0.25,
                      {48, 63},
                      ""}};
  document.tolls = {
      {"t1", "killed", 15, {}, "people", "v2", place, taken_over, sources, 0.9, {48, 56}, ""}};
  document.ceasefires = {{"c1",
                          "proposed",
                          Place{"Aleppo", "SYR", {}, {}},
                          {berg, rebels},
                          {berg},
                          {rebels},
                          {berg},
                          date,
                          {},
                          24.0,
                          true,
                          {"Gruppe; A"},
                          "humanitarian",
                          0.8,
                          {0, 47},
                          ""}};
  document.talks = {{"k1",
                     "planned",
                     place,
                     date,
                     "ISSG",
                     {{berg, "confirmed"}, {rebels, "likely"}},
                     0.9,
                     {0, 47},
                     ""}};
  document.resolutions = {
      {"r1", "UNSC", "vetoed", {berg}, {rebels}, 11, 2, 2, "Aleppo", date, 0.9, {0, 47}, ""}};
  document.control = {
      {"p1", place, {berg}, {rebels}, "gained", 2.0 / 3, date, sources, 0.8, {0, 47}, ""}};
  return document;
}

}  // namespace varde

#endif  // VARDE_OUTPUT_SAMPLE_DOCUMENT_H_
