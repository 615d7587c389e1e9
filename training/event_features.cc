// Writes what training/train_events.py learns from: for every event that the rules code in the
// documents given, the candidates for its roles with their features, as JSON lines.
//
//   varde_event_features DATA FILE...   DATA holds codebook/, lang/ and kb/; FILE is an article
//   varde_event_features --features     the features' names, as a JSON object
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "entity/knowledge_base.h"
#include "event/coding.h"
#include "event/confidence_features.h"
#include "event/records.h"
#include "event/role_features.h"
#include "intake/document_reader.h"
#include "language_pack.h"

namespace varde {
namespace {

using Json = nlohmann::json;

template <class T>
T must(Result<T> result) {
  if (result) return *std::move(result);
  std::fprintf(stderr, "%s\n", result.error().message.c_str());
  std::exit(1);
}

Json candidates(const EventContext& context, const Event& event, RoleKind role) {
  Json list = Json::array();
  for (const auto& candidate : context.candidates(event, role)) {
    const Entity& entity = context.analysis.entities.entities[candidate.entity];
    list.push_back({{"entity", candidate.entity},
                    {"country", entity.country},
                    {"name", entity.name},
                    {"sector", entity.sector},
                    {"features", candidate.features}});
  }
  return list;
}

void describe(const LanguagePack& pack, const KnowledgeBase& knowledge, const Document& document) {
  Arena arena;
  const Text text = pack.segmenter.segment(document.text, arena);
  const Parse parse = pack.parser.parse(text, arena);
  const auto [entities, times] = pack.read(parse, document.published, knowledge, arena);
  const auto quantities = pack.numbers.read(text);
  const Analysis analysis(text, parse, entities, times, quantities, arena);
  const RecordWriter writer(analysis);
  const Attributions attributions(analysis, pack.segmenter.rules(), pack.events.lexicon());
  const auto events = code_events(analysis, pack.events, attributions, nullptr);
  const auto records = writer.events(events);
  const EventContext context(analysis, pack.events.lexicon(), events);
  size_t at = 0;
  for (const Event& event : events) {
    if (!event.reported) continue;
    const EventRecord& record = records[at++];
    Json line = {{"document", document.id},
                 {"type", record.type},
                 {"begin", record.trigger.begin},
                 {"end", record.trigger.end},
                 {"reciprocal", event.frame->reciprocal}};
    line["place"] =
        event.place && !event.place->country.empty() ? Json(event.place->country) : Json();
    line["confidence"] = confidence_features(analysis, event);
    line["actor"] = candidates(context, event, RoleKind::kActor);
    line["recipient"] = candidates(context, event, RoleKind::kRecipient);
    std::puts(line.dump().c_str());
  }
}

}  // namespace
}  // namespace varde

int main(int count, char** arguments) {
  if (count == 2 && std::string_view(arguments[1]) == "--features") {
    std::puts(nlohmann::json{{"features", varde::role_feature_names()},
                             {"confidence.features", varde::confidence_feature_names()}}
                  .dump()
                  .c_str());
    return 0;
  }
  if (count < 3) {
    std::fprintf(stderr, "usage: varde_event_features DATA FILE...\n");
    return 2;
  }
  using namespace varde;
  const std::filesystem::path data = arguments[1];
  const Codebook codebook = must(Codebook::open(data / "codebook"));
  const std::shared_ptr<const KnowledgeBase> knowledge = must(KnowledgeBase::open(data / "kb"));
  std::map<std::string, LanguagePack> packs;
  DocumentReader reader(list_inputs({arguments + 2, arguments + count}), {});
  while (auto read = reader.next()) {
    const Document document = must(*std::move(read));
    auto pack = packs.find(document.language);
    if (pack == packs.end()) {
      const auto folder = data / "lang" / document.language;
      pack = packs.emplace(document.language, must(LanguagePack::open(folder, codebook, knowledge)))
                 .first;
    }
    describe(pack->second, *knowledge, document);
  }
  return 0;
}
