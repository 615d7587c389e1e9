// The C++ network against what the PyTorch network computes (training/export_syntax.py --tiny),
// with every kernel set that this processor runs.
#include "syntax/network.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

namespace varde::syntax {
namespace {

using Json = nlohmann::json;

std::string test_file(const char* name) {
  return std::string(VARDE_SOURCE_DIR) + "/src/syntax/testdata/" + name;
}

class NetworkTest : public testing::TestWithParam<const Kernels*> {
 protected:
  void SetUp() override {
    auto opened = Model::open(test_file("tiny.safetensors"));
    ASSERT_TRUE(opened) << opened.error().message;
    model_ = std::move(*opened);
    reference_ = Json::parse(std::ifstream(test_file("tiny.json")));
    for (const Json& sentence : reference_) {
      forms_.emplace_back();
      for (const Json& form : sentence["forms"]) {
        texts_.push_back(std::make_unique<std::string>(form.get<std::string>()));
        forms_.back().push_back(*texts_.back());
      }
    }
  }

  // Rounding to 8 bits moves this network's scores, most of them between -3 and 3, by up to 0.04.
  static void expect_near(const Json& expected, Rows actual, const char* what) {
    for (size_t i = 0; i < expected.size(); ++i) {
      for (size_t j = 0; j < expected[i].size(); ++j) {
        EXPECT_NEAR(expected[i][j].get<float>(), actual[i][j], 0.1) << what << ' ' << i << ' ' << j;
      }
    }
  }

  std::unique_ptr<const Model> model_;
  Json reference_;
  std::vector<std::unique_ptr<std::string>> texts_;
  std::vector<std::vector<std::string_view>> forms_;
};

TEST_P(NetworkTest, EqualsTheNetworkItWasTrainedAs) {
  Network network(*model_, *GetParam());
  const std::vector<Forms> batch(forms_.begin(), forms_.end());
  network.run(batch, 0);
  for (size_t s = 0; s < batch.size(); ++s) {
    const Json& expected = reference_[s];
    const size_t words = batch[s].size();
    expect_near(expected["upos"], network.upos(s), "upos");
    expect_near(expected["feats"], network.feats(s), "feats");
    expect_near(expected["lemma"], network.lemma(s), "lemma");
    expect_near(expected["name"], network.name(s), "name");
    expect_near(expected["arcs"], network.arcs(s), "arcs");
    std::vector<uint32_t> heads(words, 1);
    heads[0] = 0;
    expect_near(expected["labels"], network.deprels(s, heads), "labels");
  }
}

// All scores of one sentence of the batch that was run.
std::vector<float> scores(Network& network, const Model& model, size_t s, size_t words) {
  std::vector<float> out;
  const auto add = [&](Rows rows, size_t columns) {
    for (size_t i = 0; i < words; ++i) out.insert(out.end(), rows[i], rows[i] + columns);
  };
  add(network.upos(s), model.labels.upos.size());
  add(network.feats(s), model.labels.feats.size());
  add(network.lemma(s), model.labels.lemma.size());
  add(network.name(s), model.labels.name.size());
  add(network.arcs(s), words + 1);
  std::vector<uint32_t> heads(words, 1);
  heads[0] = 0;
  add(network.deprels(s, heads), model.labels.deprel.size());
  return out;
}

TEST_P(NetworkTest, AllSetsGiveTheSameBitsInAnyBatch) {
  Network alone(*model_, *usable_kernels().front()), together(*model_, *GetParam());
  std::vector<Forms> batch;
  for (int copy = 0; copy < 20; ++copy) batch.insert(batch.end(), forms_.begin(), forms_.end());
  together.run(batch, 0);
  for (size_t s = 0; s < batch.size(); ++s) {
    alone.run(std::span(batch).subspan(s, 1), 0);
    EXPECT_EQ(scores(together, *model_, s, batch[s].size()),
              scores(alone, *model_, 0, batch[s].size()));
  }
}

TEST_P(NetworkTest, DoesNotDependOnWhatItRanBefore) {
  Network used(*model_, *GetParam()), fresh(*model_, *GetParam());
  const std::vector<Forms> batch(forms_.begin(), forms_.end());
  used.run(batch, 0);
  used.arcs(0);
  used.run(std::span(batch).subspan(1), 0);
  fresh.run(std::span(batch).subspan(1), 0);
  const size_t arcs = batch[1].size() * (batch[1].size() + 1);
  EXPECT_TRUE(std::equal(used.arcs(0).data, used.arcs(0).data + arcs, fresh.arcs(0).data));
}

INSTANTIATE_TEST_SUITE_P(Kernels, NetworkTest, testing::ValuesIn(usable_kernels()),
                         [](const auto& tested) { return std::string(tested.param->name); });

}  // namespace
}  // namespace varde::syntax
