#include "language_pack.h"

#include <toml++/toml.h>

#include "base/table.h"
#include "entity/in_office.h"

namespace varde {
namespace {

struct PackFile {
  std::string code;
  std::string name;
  std::filesystem::path model;
  std::string model_language;  // which of the model's languages the pack is read as
};

Result<PackFile> read_pack_file(const std::filesystem::path& folder) {
  const auto path = folder / "pack.toml";
  const auto content = read_file(path);
  if (!content) return tl::unexpected(content.error());
  PackFile pack;
  try {
    const auto file = toml::parse(*content);
    pack.code = file["code"].value_or(std::string());
    pack.name = file["name"].value_or(std::string());
    // "../nb/…" counts from where the folder is named, also when that is a link.
    pack.model = (folder / file["model"].value_or(std::string())).lexically_normal();
    pack.model_language = file["model_language"].value_or(pack.code);
  } catch (const toml::parse_error& error) {
    return failure(path.string() + ":" + std::to_string(error.source().begin.line) + ": " +
                   std::string(error.description()));
  }
  if (pack.code.empty() || pack.name.empty() || pack.model.filename().empty()) {
    return failure(path.string() + ": needs code, name and model");
  }
  return pack;
}

}  // namespace

Result<LanguagePack> LanguagePack::open(const std::filesystem::path& folder,
                                        const Codebook& codebook,
                                        const std::shared_ptr<const KnowledgeBase>& knowledge) {
  auto file = read_pack_file(folder);
  if (!file) return tl::unexpected(file.error());
  auto segmenter = Segmenter::open(folder);
  if (!segmenter) return tl::unexpected(segmenter.error());
  auto numbers = NumberReader::open(folder);
  if (!numbers) return tl::unexpected(numbers.error());
  auto parser = Parser::open(file->model, file->model_language);
  if (!parser) return tl::unexpected(parser.error());
  auto times = TimeReader::open(folder);
  if (!times) return tl::unexpected(times.error());
  auto entities = EntityReader::open(folder, knowledge);
  if (!entities) return tl::unexpected(entities.error());
  auto events = EventKnowledge::open(folder, codebook);
  if (!events) return tl::unexpected(events.error());
  auto tolls = TollWords::open(folder);
  if (!tolls) return tl::unexpected(tolls.error());
  auto terms = Terms::open(folder);
  if (!terms) return tl::unexpected(terms.error());
  return LanguagePack{std::move(file->code), std::move(file->name), std::move(*segmenter),
                      std::move(*numbers),   std::move(*parser),    std::move(*times),
                      std::move(*entities),  std::move(*events),    std::move(*tolls),
                      std::move(*terms)};
}

std::pair<Entities, Times> LanguagePack::read(const Parse& parse,
                                              const std::optional<Interval>& published,
                                              const KnowledgeBase& knowledge, Arena& arena) const {
  Entities found = entities.read(parse, published, arena);
  Times dates = times.read(parse, published, arena, days_in_office(found, knowledge));
  if (!published && dates.published) found = entities.read(parse, dates.published, arena);
  return {std::move(found), std::move(dates)};
}

}  // namespace varde
