#include "cli/accuracy_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "output/json_writer.h"

namespace varde::cli {
namespace {

constexpr size_t kMostConfusions = 20;

template <class T>
std::vector<T> most_frequent(const std::vector<T>& confusions) {
  return {confusions.begin(), confusions.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                       confusions.size(), kMostConfusions))};
}

std::vector<std::pair<const char*, const F1Score*>> metrics(const Evaluation& evaluation) {
  std::vector<std::pair<const char*, const F1Score*>> out = {
      {"Tokens", &evaluation.tokens}, {"Sentences", &evaluation.sentences},
      {"Words", &evaluation.words},   {"UPOS", &evaluation.upos},
      {"UFeats", &evaluation.ufeats}, {"Lemmas", &evaluation.lemmas},
      {"UAS", &evaluation.uas},       {"LAS", &evaluation.las}};
  if (evaluation.names) out.emplace_back("Names", &*evaluation.names);
  return out;
}

std::string percentages(const F1Score& score) {
  return fmt::format("{:9.2f} | {:6.2f} | {:6.2f}", 100 * score.precision(), 100 * score.recall(),
                     100 * score.f1());
}

std::string label_row(std::string_view label, const F1Score& score) {
  return fmt::format("{:<10} | {:6} | {:6} | {}", label, score.gold, score.system,
                     percentages(score));
}

std::string label_header(std::string_view what) {
  return fmt::format("\n{:<10} |   Gold | System | Precision | Recall |     F1", what);
}

std::string label_table(std::string_view what, const std::vector<LabelScore>& scores) {
  std::string out = label_header(what) + "\n";
  for (const auto& [label, score] : scores) out += label_row(label, score) + "\n";
  return out;
}

std::string relation_table(const std::vector<RelationScore>& scores) {
  std::string out = label_header("Relation") + " | Aligned | Wrong head\n";
  for (const RelationScore& relation : scores) {
    out += fmt::format("{} | {:7} | {:10}\n", label_row(relation.label, relation.score),
                       relation.aligned, relation.wrong_head);
  }
  return out;
}

std::string relation_confusions(const std::vector<Confusion>& confusions) {
  std::string out = "\nRelation, gold > system  |  Words | Right head\n";
  for (const Confusion& each : most_frequent(confusions)) {
    out += fmt::format("{:<24} | {:6} | {:10}\n", each.gold + " > " + each.system, each.count,
                       each.right_head);
  }
  return out;
}

std::string upos_confusions(const std::vector<Confusion>& confusions) {
  std::string out = "\nUPOS, gold > system      |  Words\n";
  for (const Confusion& each : most_frequent(confusions)) {
    out += fmt::format("{:<24} | {:6}\n", each.gold + " > " + each.system, each.count);
  }
  return out;
}

std::string name_confusions(const std::vector<NameConfusion>& confusions) {
  std::string out = "\nName, gold > system      |  Names | Error\n";
  for (const NameConfusion& each : most_frequent(confusions)) {
    const std::string types =
        (each.gold.empty() ? "-" : each.gold) + " > " + (each.system.empty() ? "-" : each.system);
    out += fmt::format("{:<24} | {:6} | {}\n", types, each.count, to_string(each.error));
  }
  return out;
}

void write_count(JsonWriter* out, const char* name, size_t count) {
  out->field(name, static_cast<int64_t>(count));
}

// The fields of a score into the object that is open.
void write_score(JsonWriter* out, const F1Score& score) {
  const auto share = [&](const char* name, double value) { out->field(name, rounded(value, 6)); };
  write_count(out, "correct", score.correct);
  write_count(out, "gold", score.gold);
  write_count(out, "system", score.system);
  share("precision", score.precision());
  share("recall", score.recall());
  share("f1", score.f1());
}

void write_labels(JsonWriter* out, const char* name, const std::vector<LabelScore>& scores) {
  out->key(name);
  out->begin_array();
  for (const auto& [label, score] : scores) {
    out->begin_object();
    out->field("label", std::string_view(label));
    write_score(out, score);
    out->end_object();
  }
  out->end_array();
}

void write_relations(JsonWriter* out, const std::vector<RelationScore>& scores) {
  out->key("relations");
  out->begin_array();
  for (const RelationScore& relation : scores) {
    out->begin_object();
    out->field("label", std::string_view(relation.label));
    write_score(out, relation.score);
    write_count(out, "aligned", relation.aligned);
    write_count(out, "wrong_head", relation.wrong_head);
    out->end_object();
  }
  out->end_array();
}

void write_confusions(JsonWriter* out, const char* name, const std::vector<Confusion>& confusions,
                      bool heads) {
  out->key(name);
  out->begin_array();
  for (const Confusion& each : most_frequent(confusions)) {
    out->begin_object();
    out->field("gold", std::string_view(each.gold));
    out->field("system", std::string_view(each.system));
    write_count(out, "count", each.count);
    if (heads) write_count(out, "right_head", each.right_head);
    out->end_object();
  }
  out->end_array();
}

void write_name_confusions(JsonWriter* out, const std::vector<NameConfusion>& confusions) {
  out->key("name_confusions");
  out->begin_array();
  for (const NameConfusion& each : most_frequent(confusions)) {
    out->begin_object();
    out->field("error", to_string(each.error));
    out->field_or_null("gold", each.gold);
    out->field_or_null("system", each.system);
    write_count(out, "count", each.count);
    out->end_object();
  }
  out->end_array();
}

void write_details(JsonWriter* out, const EvaluationDetails& details) {
  write_relations(out, details.relations);
  write_labels(out, "upos", details.upos);
  write_labels(out, "names", details.names);
  write_confusions(out, "relation_confusions", details.relation_confusions, true);
  write_confusions(out, "upos_confusions", details.upos_confusions, false);
  write_name_confusions(out, details.name_confusions);
}

}  // namespace

std::string accuracy_table(const Evaluation& evaluation, bool details) {
  std::string out = "Metric    | Precision | Recall |     F1\n";
  for (const auto& [name, score] : metrics(evaluation)) {
    out += fmt::format("{:<9} | {}\n", name, percentages(*score));
  }
  if (!details) return out;
  const EvaluationDetails& more = evaluation.details;
  out += relation_table(more.relations) + label_table("UPOS", more.upos);
  if (evaluation.names) out += label_table("Name type", more.names);
  out += relation_confusions(more.relation_confusions) + upos_confusions(more.upos_confusions);
  if (evaluation.names) out += name_confusions(more.name_confusions);
  return out;
}

std::string accuracy_json(const Evaluation& evaluation, bool details) {
  std::string text;
  JsonWriter out(&text);
  out.begin_object();
  out.key("scores");
  out.begin_object();
  for (const auto& [name, score] : metrics(evaluation)) {
    out.key(name);
    out.begin_object();
    write_score(&out, *score);
    out.end_object();
  }
  out.end_object();
  if (details) write_details(&out, evaluation.details);
  out.end_object();
  return text + "\n";
}

}  // namespace varde::cli
