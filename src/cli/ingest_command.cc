// varde ingest and varde recode: documents into a store, and stored documents coded anew.

#include <algorithm>
#include <chrono>
#include <iostream>
#include <thread>

#include "cli/ordered_work.h"
#include "cli/progress.h"
#include "cli/store_options.h"
#include "cli/terminal.h"
#include "intake/document_fields.h"
#include "intake/document_reader.h"
#include "intake/input_list.h"
#include "store/versions.h"

namespace varde::cli {
namespace {

constexpr const char* kIngestFooter = R"(
Each batch goes in whole or not at all. Run the same command again after an interruption:
what is stored is not coded again. Copies of a story are stored and count once.

Exit status: 0 all stored; 1 some inputs failed, each with a line on standard error;
2 wrong usage.

Examples:
  varde ingest archive/ --db news.db
  varde ingest today.jsonl.gz --db postgresql://localhost/news
  curl -s https://example.org/feed.jsonl | varde ingest - --db news.db)";

constexpr const char* kRecodeFooter = R"(
Codes the stored texts with this program and its data, and works the ledgers out anew.
Documents that were coded by the same versions are left as they are. Analysts'
corrections stay in force.

Example:
  varde recode --db news.db)";

struct Settings {
  std::vector<std::string> paths;
  std::string db;
  std::string data;
  std::string language;
  std::string published;
  size_t jobs = 0;
  size_t batch = 256;
  size_t max_size = 20'000'000;
  bool all = false;
};

struct Coded {
  store::CodedArticle article;
  std::string complaint;
};

Coded code_one(const Coder& coder, Result<Document> document) {
  if (!document) return {{}, document.error().message};
  Coded done;
  try {
    done.article.coded = coder.code(*document);
    done.article.given = *std::move(document);
  } catch (const std::exception& error) {  // memory ran out
    done.complaint = document->id + ": could not be coded: " + error.what();
  }
  return done;
}

// One run of ingest: reads, codes on all cores, stores batch by batch.
class Ingest {
 public:
  Ingest(const Coder& coder, store::Store* store, std::string versions, const Settings& settings)
      : store_(*store),
        versions_(std::move(versions)),
        batch_size_(settings.batch),
        jobs_(settings.jobs),
        progress_(is_terminal(Stream::kError)),
        work_(jobs_, [&coder](Result<Document> d) { return code_one(coder, std::move(d)); }) {}

  int all(DocumentReader* reader);

 private:
  bool take_one();
  bool store_batch();
  int summary();
  bool fail(const std::string& message) {
    progress_.clear();
    complain(message);
    return false;
  }

  store::Store& store_;
  std::string versions_;
  size_t batch_size_;
  size_t jobs_;
  Progress progress_;
  OrderedWork<Result<Document>, Coded> work_;
  std::vector<store::CodedArticle> batch_;
  store::AddedCounts counts_;
  size_t failed_ = 0;
  size_t bytes_in_flight_ = 0;
};

bool Ingest::store_batch() {
  if (batch_.empty()) return true;
  const auto added = store_.add(batch_, versions_);
  batch_.clear();
  if (!added) return fail(added.error().message);
  counts_.stored += added->stored;
  counts_.known += added->known;
  counts_.copies += added->copies;
  return true;
}

bool Ingest::take_one() {
  Coded done = work_.take();
  bytes_in_flight_ -= std::min(bytes_in_flight_, done.article.given.text.size());
  if (!done.complaint.empty()) {
    ++failed_;
    progress_.clear();
    std::cerr << done.complaint + "\n" << std::flush;
    return true;
  }
  batch_.push_back(std::move(done.article));
  return batch_.size() < batch_size_ || store_batch();
}

int Ingest::all(DocumentReader* reader) {
  // Enough that coding goes on while a batch is being stored, bounded so that memory is too.
  const size_t most = batch_size_ + jobs_;
  constexpr size_t kBytesInFlight = 64'000'000;
  while (auto document = reader->next()) {
    if (*document) {
      if (auto done = store::make_storable(&**document); !done) {
        *document = tl::unexpected(done.error());
      }
    }
    if (*document) {
      const auto known = store_.has(**document);
      if (!known) return failed(known.error().message);
      if (*known) {
        ++counts_.known;
        continue;
      }
    }
    bytes_in_flight_ += *document ? (*document)->text.size() : 0;
    work_.submit(std::move(*document));
    while (work_.in_flight() > 0 &&
           (work_.ready() || work_.in_flight() >= most || bytes_in_flight_ > kBytesInFlight)) {
      if (!take_one()) return kSomeFailed;
    }
    progress_.update(counts_.stored + batch_.size(), reader->bytes_read(), reader->bytes_total());
  }
  while (work_.in_flight() > 0) {
    if (!take_one()) return kSomeFailed;
  }
  if (!store_batch()) return kSomeFailed;
  return summary();
}

int Ingest::summary() {
  progress_.clear();
  std::string line = std::to_string(counts_.stored) + " documents stored";
  if (counts_.copies > 0) line += ", " + std::to_string(counts_.copies) + " copies found";
  if (counts_.known > 0) line += ", " + std::to_string(counts_.known) + " were there already";
  if (failed_ > 0) line += ", " + std::to_string(failed_) + " failed; the lines above say why";
  std::cerr << "varde: " << line << std::endl;
  return failed_ > 0 ? kSomeFailed : kSuccess;
}

int ingest(Settings settings) {
  if (settings.paths.empty() && is_terminal(Stream::kIn)) {
    return usage_error("nothing to read; name files or folders, or pipe text in");
  }
  if (settings.paths.empty()) settings.paths.emplace_back("-");
  if (settings.jobs == 0) settings.jobs = std::max(1U, std::thread::hardware_concurrency());
  ReaderOptions options;
  options.max_size = settings.max_size;
  options.language = settings.language;
  if (!settings.published.empty()) {
    const auto day = parse_published(settings.published);
    if (!day) {
      return usage_error("--published " + settings.published + ": is no date; write YYYY-MM-DD");
    }
    options.published = Interval{*day, *day};
  }
  const auto coder = open_coder(settings.data);
  if (!coder) return usage_error(coder.error().message);
  const auto folder = data_folder(settings.data);
  if (!folder) return usage_error(folder.error().message);
  auto versions = store::versions_of(*folder);
  if (!versions) return usage_error(versions.error().message);
  const auto store = open_store(settings.db, true);
  if (!store) return usage_error(store.error().message);
  DocumentReader reader(list_inputs(settings.paths), options);
  return Ingest(**coder, store->get(), *std::move(versions), settings).all(&reader);
}

// The keys of the documents that other versions coded.
Result<std::vector<std::string>> outdated(store::Store* store, const std::string& versions,
                                          bool all) {
  std::vector<std::string> keys;
  const auto done = store->documents([&](const store::StoredDocument& document) {
    if (all || document.versions != versions) keys.push_back(document.key);
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return keys;
}

Result<void> recode_batch(const Coder& coder, store::Store* store, const std::string& versions,
                          const std::vector<std::string>& keys, size_t begin, size_t end) {
  std::vector<std::pair<std::string, CodedDocument>> batch;
  for (size_t i = begin; i < end; ++i) {
    const auto document = store->document(keys[i]);
    if (!document) return tl::unexpected(document.error());
    if (*document) batch.emplace_back(keys[i], coder.code((*document)->given));
  }
  return store->recode(batch, versions);
}

int recode(const Settings& settings) {
  const auto coder = open_coder(settings.data);
  if (!coder) return usage_error(coder.error().message);
  const auto folder = data_folder(settings.data);
  if (!folder) return usage_error(folder.error().message);
  const auto versions = store::versions_of(*folder);
  if (!versions) return usage_error(versions.error().message);
  const auto store = open_store(settings.db, false);
  if (!store) return usage_error(store.error().message);
  const auto keys = outdated(store->get(), *versions, settings.all);
  if (!keys) return failed(keys.error().message);
  Progress progress(is_terminal(Stream::kError));
  for (size_t begin = 0; begin < keys->size(); begin += settings.batch) {
    const size_t end = std::min(keys->size(), begin + settings.batch);
    const auto done = recode_batch(**coder, store->get(), *versions, *keys, begin, end);
    if (!done) return failed(done.error().message);
    progress.update(end, end, keys->size());
  }
  progress.clear();
  std::cerr << "varde: " << keys->size() << " documents coded anew" << std::endl;
  return kSuccess;
}

void add_batch_option(CLI::App& command, size_t* batch) {
  command.add_option("--batch", *batch, "Documents to a transaction (default: 256)")
      ->option_text("N")
      ->check(CLI::Range(size_t{1}, size_t{10'000}));
}

}  // namespace

void add_ingest_command(CLI::App& app, int* exit_code) {
  CLI::App* command = app.add_subcommand("ingest", "Code documents and keep them in a store");
  auto settings = std::make_shared<Settings>();
  command->add_option("PATH", settings->paths, "Files or folders; - or nothing is standard input")
      ->option_text("...");
  add_db_option(*command, &settings->db);
  command
      ->add_option("-l,--language", settings->language,
                   "Language of documents that do not state theirs\n(default: detected)")
      ->option_text("CODE");
  command
      ->add_option("-p,--published", settings->published,
                   "Day of publication of documents that do not state\ntheirs, YYYY-MM-DD")
      ->option_text("DATE");
  command
      ->add_option("-j,--jobs", settings->jobs, "Documents coded at once (default: one per core)")
      ->option_text("N")
      ->check(CLI::Range(1, 256));
  add_batch_option(*command, &settings->batch);
  command
      ->add_option("--max-size", settings->max_size,
                   "Largest document, such as 500kB (default: 20 MB)")
      ->option_text("SIZE")
      ->transform(CLI::AsSizeValue(true))
      ->check(CLI::Range(size_t{1}, size_t{1'000'000'000}));
  add_data_option(*command, &settings->data);
  command->footer(kIngestFooter);
  command->callback([settings, exit_code] { *exit_code = ingest(*settings); });
}

void add_recode_command(CLI::App& app, int* exit_code) {
  CLI::App* command = app.add_subcommand("recode", "Code the documents of a store anew");
  auto settings = std::make_shared<Settings>();
  add_db_option(*command, &settings->db);
  command->add_flag("--all", settings->all, "Also those that the same versions have coded");
  add_batch_option(*command, &settings->batch);
  add_data_option(*command, &settings->data);
  command->footer(kRecodeFooter);
  command->callback([settings, exit_code] { *exit_code = recode(*settings); });
}

}  // namespace varde::cli
