#include "corpus.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "intake/document_reader.h"

namespace varde::bench {
namespace {

const std::filesystem::path kRoot = VARDE_SOURCE_DIR;

template <class T>
T must(Result<T> result) {
  if (result) return *std::move(result);
  std::fprintf(stderr, "%s\n", result.error().message.c_str());
  std::exit(1);
}

std::vector<Document> documents() {
  std::vector<Document> all;
  DocumentReader reader(list_inputs({(kRoot / "examples").string()}), {});
  while (auto document = reader.next()) all.push_back(must(*std::move(document)));
  return all;
}

Article prepare(Document document) {
  auto arena = std::make_unique<Arena>();
  Arena& memory = *arena;
  Article article{std::move(document),
                  std::move(arena),
                  Text(memory),
                  Parse(memory),
                  Times(memory),
                  Entities(memory),
                  {}};
  return article;
}

void run_rooms(const LanguagePack& pack, Article* article) {
  Arena& arena = *article->arena;
  article->text = pack.segmenter.segment(article->document.text, arena);
  article->parse = pack.parser.parse(article->text, arena);
  article->times = pack.times.read(article->parse, article->document.published, arena);
  article->entities = pack.entities.read(article->parse, article->times.published, arena);
  article->quantities = pack.numbers.read(article->text);
}

}  // namespace

const Corpus& corpus(const std::string& language) {
  static std::map<std::string, std::unique_ptr<Corpus>> all;
  auto& found = all[language];
  if (found) return *found;
  static const Codebook codebook = must(Codebook::open(kRoot / "codebook"));  // packs point into it
  const auto knowledge = must(KnowledgeBase::open(kRoot / "kb"));
  found.reset(
      new Corpus{must(LanguagePack::open(kRoot / "lang" / language, codebook, knowledge)), {}});
  for (Document& document : documents()) {
    if (document.language != language) continue;
    found->articles.push_back(prepare(std::move(document)));
    Article& article = found->articles.back();
    run_rooms(found->pack, &article);  // in its final place: later values point into earlier ones
    found->words += article.text.tokens.size();
    found->bytes += article.document.text.size();
  }
  return *found;
}

const Coder& coder() {
  static const std::unique_ptr<Coder> opened = must(Coder::open({kRoot}));
  return *opened;
}

const std::string& json_lines() {
  static const std::string lines = [] {
    std::string all;
    for (const Document& document : documents()) {
      all += nlohmann::json{{"id", document.id}, {"text", document.text}}.dump() + "\n";
    }
    return all;
  }();
  return lines;
}

}  // namespace varde::bench
