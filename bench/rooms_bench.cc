// Words per second of each room and of the whole, one thread, by language.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "corpus.h"
#include "event/attribution.h"
#include "event/coding.h"
#include "event/records.h"
#include "event/tolls.h"
#include "intake/json_document.h"
#include "output/format.h"
#include "syntax/model.h"

namespace varde::bench {
namespace {

// Runs `work` over every article again and again and counts words.
template <class Work>
void measure(benchmark::State& state, const char* language, Work work) {
  const Corpus& articles = corpus(language);
  for (auto _ : state) {
    for (const Article& article : articles.articles) {
      Arena arena;
      work(articles.pack, article, arena);
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(articles.words));
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(articles.bytes));
}

void intake(benchmark::State& state) {
  const std::string& lines = json_lines();
  for (auto _ : state) {
    for (size_t at = 0; at < lines.size();) {
      const size_t end = lines.find('\n', at);
      benchmark::DoNotOptimize(read_json_document(std::string_view(lines).substr(at, end - at)));
      at = end + 1;
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(lines.size()));
}

void text(benchmark::State& state, const char* language) {
  measure(state, language, [](const LanguagePack& pack, const Article& article, Arena& arena) {
    benchmark::DoNotOptimize(pack.segmenter.segment(article.document.text, arena));
  });
}

void syntax(benchmark::State& state, const char* language) {
  measure(state, language, [](const LanguagePack& pack, const Article& article, Arena& arena) {
    benchmark::DoNotOptimize(pack.parser.parse(article.text, arena));
  });
}

void time(benchmark::State& state, const char* language) {
  measure(state, language, [](const LanguagePack& pack, const Article& article, Arena& arena) {
    benchmark::DoNotOptimize(pack.times.read(article.parse, article.document.published, arena));
  });
}

void entity(benchmark::State& state, const char* language) {
  measure(state, language, [](const LanguagePack& pack, const Article& article, Arena& arena) {
    benchmark::DoNotOptimize(pack.entities.read(article.parse, article.times.published, arena));
  });
}

void event(benchmark::State& state, const char* language) {
  const auto opened =
      EventModel::open(std::filesystem::path(VARDE_SOURCE_DIR) / "codebook" / "events.safetensors");
  if (!opened) return state.SkipWithError(opened.error().message.c_str());
  const EventModel& model = *opened;
  measure(
      state, language, [&model](const LanguagePack& pack, const Article& article, Arena& arena) {
        const Analysis analysis(article.text, article.parse, article.entities, article.times,
                                article.quantities, arena);
        const RecordWriter writer(analysis);
        const Attributions attributions(analysis, pack.segmenter.rules(), pack.events.lexicon());
        const auto events = code_events(analysis, pack.events, attributions, &model);
        benchmark::DoNotOptimize(writer.events(events));
        benchmark::DoNotOptimize(
            code_tolls(writer, pack.tolls, pack.events.lexicon(), attributions, events));
      });
}

void whole(benchmark::State& state, const char* language) {
  const Coder& all = coder();
  measure(state, language, [&](const LanguagePack&, const Article& article, Arena&) {
    const CodedDocument coded = all.code(article.document);
    benchmark::DoNotOptimize(format_document(Format::kJsonLines, {}, coded, article.document.text));
  });
}

void open(benchmark::State& state) {
  for (auto _ : state) {
    const auto opened = Coder::open({VARDE_SOURCE_DIR});
    if (!opened) state.SkipWithError(opened.error().message.c_str());
  }
}

// The models of one pack: checked, mapped and packed, its file being in memory already.
void open_model(benchmark::State& state, const char* pack) {
  const auto path = std::filesystem::path(VARDE_SOURCE_DIR) / "lang" / pack / "model.safetensors";
  for (auto _ : state) {
    const auto opened = syntax::Model::open(path);
    if (!opened) state.SkipWithError(opened.error().message.c_str());
  }
}

BENCHMARK_CAPTURE(open_model, nb, "nb")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(open_model, en, "en")->Unit(benchmark::kMillisecond);
BENCHMARK(open)->Unit(benchmark::kMillisecond);
BENCHMARK(intake)->Unit(benchmark::kMicrosecond);

#define VARDE_BENCH_ROOM(room)                                      \
  BENCHMARK_CAPTURE(room, nb, "nb")->Unit(benchmark::kMillisecond); \
  BENCHMARK_CAPTURE(room, nn, "nn")->Unit(benchmark::kMillisecond); \
  BENCHMARK_CAPTURE(room, en, "en")->Unit(benchmark::kMillisecond)

VARDE_BENCH_ROOM(text);
VARDE_BENCH_ROOM(syntax);
VARDE_BENCH_ROOM(time);
VARDE_BENCH_ROOM(entity);
VARDE_BENCH_ROOM(event);
VARDE_BENCH_ROOM(whole);

}  // namespace
}  // namespace varde::bench
