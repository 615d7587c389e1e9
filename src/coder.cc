#include "varde/coder.h"

#include <algorithm>
#include <map>

#include "base/arena.h"
#include "base/table.h"
#include "entity/entity_reader.h"
#include "entity/knowledge_base.h"
#include "event/ceasefires.h"
#include "event/coding.h"
#include "event/control.h"
#include "event/evocation.h"
#include "event/explanation.h"
#include "event/lent_dates.h"
#include "event/lexicon_check.h"
#include "event/records.h"
#include "event/resolutions.h"
#include "event/talks.h"
#include "event/tolls.h"
#include "event/topicality.h"
#include "intake/sha256.h"
#include "language_pack.h"
#include "syntax/conllu.h"
#include "text/language.h"

namespace varde {

struct Coder::Rooms {
  Rooms(Codebook codebook_, EventModel model_, LanguageIdentifier identifier_)
      : codebook(std::move(codebook_)),
        model(std::move(model_)),
        identifier(std::move(identifier_)) {}

  Codebook codebook;
  EventModel model;
  LanguageIdentifier identifier;
  std::shared_ptr<const KnowledgeBase> knowledge;
  std::map<std::string, LanguagePack, std::less<>> packs;

  const LanguagePack* pack(std::string_view language) const {
    const auto found = packs.find(language);
    return found == packs.end() ? nullptr : &found->second;
  }
};

namespace {

constexpr double kSureLanguage = 0.5;

std::string list_of(const std::map<std::string, LanguagePack, std::less<>>& packs) {
  std::string list;
  for (const auto& [code, pack] : packs) list += (list.empty() ? "" : ", ") + code;
  return list;
}

std::string withheld_note(size_t events) {
  return std::to_string(events) +
         " events left out: too few name governments, parties or armed forces";
}

// The events as they are written, and the talks, which date events that speak of them.
std::vector<Event> find_events(const RecordWriter& writer, const Attributions& attributions,
                               const LanguagePack& pack, const EventModel& model,
                               CodedDocument* coded) {
  auto events = code_events(writer.analysis(), pack.events, attributions, &model);
  if (const size_t withheld = withhold_private_affairs(writer.analysis(), &events); withheld > 0) {
    coded->notes.push_back(withheld_note(withheld));
  }
  coded->talks = code_talks(writer, pack.events.lexicon(), pack.terms, &events);
  lend_dates(writer.analysis(), &events);
  return events;
}

void write_records(const Analysis& analysis, const LanguagePack& pack, const EventModel& model,
                   CodedDocument* coded) {
  const RecordWriter writer(analysis);
  const Attributions attributions(analysis, pack.segmenter.rules(), pack.events.lexicon());
  const auto events = find_events(writer, attributions, pack, model, coded);
  coded->entities = writer.entities();
  coded->events = writer.events(events);
  coded->tolls = code_tolls(writer, pack.tolls, pack.events.lexicon(), attributions, events);
  coded->ceasefires = code_ceasefires(writer, pack.events.lexicon(), pack.terms, events);
  coded->resolutions = code_resolutions(writer, pack.events, pack.terms, events);
  coded->control = code_control(writer, pack.events.lexicon(), attributions, events);
}

}  // namespace

Coder::Coder() = default;
Coder::~Coder() = default;

Result<std::unique_ptr<Coder>> Coder::open(const CoderOptions& options) {
  auto codebook = Codebook::open(options.data / "codebook");
  if (!codebook) return tl::unexpected(codebook.error());
  auto identifier = LanguageIdentifier::open(options.data / "lang" / "identification");
  if (!identifier) return tl::unexpected(identifier.error());
  auto model = EventModel::open(options.data / "codebook" / "events.safetensors");
  if (!model) return tl::unexpected(model.error());
  auto rooms =
      std::make_unique<Rooms>(std::move(*codebook), std::move(*model), std::move(*identifier));
  auto knowledge = KnowledgeBase::open(options.data / "kb");
  if (!knowledge) return tl::unexpected(knowledge.error());
  rooms->knowledge = std::move(*knowledge);

  std::error_code error;
  std::vector<std::filesystem::path> folders;
  for (const auto& folder : std::filesystem::directory_iterator(options.data / "lang", error)) {
    if (std::filesystem::exists(folder.path() / "pack.toml")) folders.push_back(folder.path());
  }
  if (folders.empty()) {
    return failure((options.data / "lang").string() +
                   ": holds no language pack; --data names the folder with codebook, lang and kb");
  }
  std::sort(folders.begin(), folders.end());
  for (const auto& folder : folders) {
    auto pack = LanguagePack::open(folder, rooms->codebook, rooms->knowledge);
    if (!pack) return tl::unexpected(pack.error());
    std::string code = pack->code;
    rooms->packs.emplace(std::move(code), std::move(*pack));
  }
  std::unique_ptr<Coder> coder(new Coder);
  coder->rooms_ = std::move(rooms);
  return coder;
}

const LanguagePack* Coder::prepare(const Document& document, CodedDocument* coded) const {
  coded->sha256 = sha256_hex(document.text);
  coded->id = document.id.empty() ? content_id(coded->sha256) : document.id;
  coded->language = document.language;
  coded->uri = document.uri;
  coded->publisher = document.publisher;
  coded->title = document.title;
  coded->notes = document.notes;
  coded->published = document.published;
  if (document.published) coded->published_basis = to_string(PublishedBasis::kMetadata);
  if (trim(document.text).empty()) {
    coded->notes.push_back("not coded: the text is empty");
    return nullptr;
  }
  if (coded->language.empty()) {
    const auto guess = rooms_->identifier.identify(document.text);
    coded->language = guess.code;
    if (rooms_->pack(guess.code) != nullptr && guess.certainty < kSureLanguage) {
      coded->notes.push_back("language uncertain: taken for " + coded->language);
    }
  }
  const LanguagePack* pack = rooms_->pack(coded->language);
  if (pack == nullptr) {
    coded->notes.push_back("not coded: no language pack for '" + coded->language + "'; there are " +
                           list_of(rooms_->packs));
  }
  return pack;
}

template <class Use>
void Coder::analyse(const Document& document, const LanguagePack& pack, CodedDocument* coded,
                    Use use) const {
  Arena arena;
  const Text text = pack.segmenter.segment(document.text, arena);
  const Parse parse = pack.parser.parse(text, arena);
  const auto [entities, times] = pack.read(parse, document.published, *rooms_->knowledge, arena);
  const auto quantities = pack.numbers.read(text);
  coded->published = times.published;
  coded->published_basis = to_string(times.basis);
  use(Analysis(text, parse, entities, times, quantities, arena));
}

CodedDocument Coder::code(const Document& document) const {
  CodedDocument coded;
  if (const LanguagePack* pack = prepare(document, &coded)) {
    analyse(document, *pack, &coded, [&](const Analysis& analysis) {
      write_records(analysis, *pack, rooms_->model, &coded);
    });
  }
  return coded;
}

std::string Coder::explain(const Document& document) const {
  CodedDocument coded;
  std::string explanation;
  if (const LanguagePack* pack = prepare(document, &coded)) {
    analyse(document, *pack, &coded, [&](const Analysis& analysis) {
      const Attributions attributions(analysis, pack->segmenter.rules(), pack->events.lexicon());
      const auto events =
          find_events(RecordWriter(analysis), attributions, *pack, rooms_->model, &coded);
      explanation = explain_events(analysis, pack->events, events);
    });
  }
  std::string heading = coded.id + ", " + coded.language;
  if (coded.published) {
    heading += ", published " + to_string(coded.published->begin) + " to " +
               to_string(coded.published->end) + " (" + coded.published_basis + ")";
  }
  for (const auto& note : coded.notes) heading += "\n" + note;
  return heading + "\n" + explanation + "\n";
}

std::vector<std::string> Coder::lexicon_faults(std::string_view language) const {
  const LanguagePack* pack = rooms_->pack(language);
  return pack == nullptr ? std::vector<std::string>() : shadowed_entries(pack->events.lexicon());
}

std::vector<std::string> Coder::lexicon_lines(std::string_view language) const {
  std::vector<std::string> lines;
  if (const LanguagePack* pack = rooms_->pack(language)) {
    for (const auto& entry : pack->events.lexicon().entries()) lines.push_back(entry.place);
  }
  return lines;
}

std::vector<std::string> Coder::evoked_lines(const Document& document) const {
  CodedDocument coded;
  std::vector<std::string> lines;
  if (const LanguagePack* pack = prepare(document, &coded)) {
    analyse(document, *pack, &coded, [&](const Analysis& analysis) {
      for (const auto& evocation : evocations(analysis, pack->events.lexicon(), true)) {
        lines.push_back(evocation.entry->place);
      }
    });
  }
  return lines;
}

Result<std::string> Coder::parse(const Document& document) const {
  const std::string language(document.language.empty()
                                 ? rooms_->identifier.identify(document.text).code
                                 : document.language);
  const LanguagePack* pack = rooms_->pack(language);
  if (pack == nullptr) {
    return failure("no language pack for '" + language + "'; there are " + list_of(rooms_->packs));
  }
  Arena arena;
  const Text text = pack->segmenter.segment(document.text, arena);
  const Parse parse = pack->parser.parse(text, arena);
  return write_conllu(parse);
}

std::vector<LanguageInfo> Coder::languages() const {
  std::vector<LanguageInfo> languages;
  for (const auto& [code, pack] : rooms_->packs) {
    languages.push_back({code, pack.name, std::string(pack.parser.training_data()),
                         pack.events.lexicon().entries().size()});
  }
  return languages;
}

}  // namespace varde
