// That real articles give the same ledgers, byte for byte, in whatever order and batches they are
// stored and however often. store_test.cc asks the same of a few articles that it makes up; here
// the coder has coded whole ones, whose records meet in ways that nobody thought of.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "base/table.h"
#include "base/test_folder.h"
#include "intake/json_document.h"
#include "store/ledgers.h"
#include "varde/coder.h"

namespace varde::store {
namespace {

// Sanitizers make each about ten times as slow.
#ifdef __SANITIZE_ADDRESS__
constexpr int kOrders = 5;
#else
constexpr int kOrders = 50;
#endif

// The articles of examples/ and, where they lie beside the checkout, the annotated ones.
std::vector<CodedArticle> coded_articles() {
  const std::filesystem::path source = VARDE_SOURCE_DIR;
  const auto coder = Coder::open({source});
  if (!coder) throw std::runtime_error(coder.error().message);
  std::vector<CodedArticle> articles;
  for (const auto& folder : {source / "examples", source / ".." / "shared" / "gold" / "dev"}) {
    if (!std::filesystem::is_directory(folder)) continue;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
      if (file.path().extension() != ".json") continue;
      auto document = read_file(file.path()).and_then(read_json_document);
      if (!document) throw std::runtime_error(file.path().string() + document.error().message);
      CodedDocument coded = (*coder)->code(*document);
      articles.push_back({*std::move(document), std::move(coded)});
    }
  }
  return articles;
}

// Every entry of every ledger, and the register of actors.
std::string all_ledgers(Store* store) {
  Filter filter;
  filter.kinds = {ledger::Kind::kIncident, ledger::Kind::kToll,    ledger::Kind::kCeasefire,
                  ledger::Kind::kTalks,    ledger::Kind::kControl, ledger::Kind::kResolution};
  std::string all;
  const auto done = ledger(store, filter, [&](ledger::Entry entry) {
    all += entry.body.dump() + "\n";
    return true;
  });
  EXPECT_TRUE(done.has_value()) << done.error().message;
  const auto register_of_actors = actors(store, "", {});
  EXPECT_TRUE(register_of_actors.has_value());
  for (const ledger::Json& actor : *register_of_actors) all += actor.dump() + "\n";
  return all;
}

// The ledgers of a fresh store that got the articles in batches of these sizes at most.
std::string ledgers_of(const std::filesystem::path& path, const std::vector<CodedArticle>& articles,
                       size_t largest_batch, std::mt19937* chance) {
  const auto store = Store::open(path.string(), true);
  if (!store) throw std::runtime_error(store.error().message);
  for (auto next = articles.begin(); next != articles.end();) {
    const auto left = static_cast<size_t>(articles.end() - next);
    const auto end =
        next + static_cast<std::ptrdiff_t>(std::min<size_t>(left, 1 + (*chance)() % largest_batch));
    const auto added = (*store)->add({next, end}, "{}");
    EXPECT_TRUE(added.has_value()) << added.error().message;
    next = end;
  }
  return all_ledgers(store->get());
}

TEST(Orders, BatchesAndRepetitionOfRealArticlesLeaveNoTrace) {
  const std::vector<CodedArticle> articles = coded_articles();
  const auto folder = test_folder("orders");
  std::mt19937 chance(20160912);
  const std::string expected =
      ledgers_of(folder / "reference.db", articles, articles.size(), &chance);
  EXPECT_GT(std::count(expected.begin(), expected.end(), '\n'), 100);
  for (int order = 0; order < kOrders; ++order) {
    std::vector<CodedArticle> shuffled = articles;
    for (int again = 0; again < 5; ++again)
      shuffled.push_back(articles[chance() % articles.size()]);
    std::shuffle(shuffled.begin(), shuffled.end(), chance);
    const auto path = folder / "order.db";
    ASSERT_EQ(ledgers_of(path, shuffled, 1 + chance() % 12, &chance), expected) << order;
    std::filesystem::remove(path);
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace varde::store
