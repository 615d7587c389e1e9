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

  static void expect_near(const Json& expected, Rows actual, const char* what) {
    for (size_t i = 0; i < expected.size(); ++i) {
      for (size_t j = 0; j < expected[i].size(); ++j) {
        EXPECT_NEAR(expected[i][j].get<float>(), actual[i][j], 1e-3)
            << what << ' ' << i << ' ' << j;
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

TEST_P(NetworkTest, DoesNotDependOnTheBatch) {
  Network together(*model_, *GetParam()), alone(*model_, *GetParam());
  const std::vector<Forms> batch(forms_.begin(), forms_.end());
  together.run(batch, 0);
  alone.run(std::span(batch).subspan(1), 0);
  const size_t arcs = batch[1].size() * (batch[1].size() + 1);
  EXPECT_TRUE(std::equal(together.arcs(1).data, together.arcs(1).data + arcs, alone.arcs(0).data));
  for (size_t i = 0; i < batch[1].size(); ++i) {
    for (size_t j = 0; j < model_->labels.upos.size(); ++j) {
      EXPECT_EQ(together.upos(1)[i][j], alone.upos(0)[i][j]);
    }
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
