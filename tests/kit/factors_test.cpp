// Models that know what pairs of features mean together.
#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "core/kit/learn.hpp"
#include "core/kit/weights.hpp"

namespace zonekg::kit {
namespace {

constexpr Feature on = 1, off = 2, left = 3, right = 4;

Example::Candidate first(const Example& example) { return example.candidates.front(); }

// One candidate that is right when the switch and the side agree: neither tells anything alone.
Example agreeing(Feature state, Feature side) {
  const Features features = {state, side};
  Example example;
  example.add(0, 1, (state == on) == (side == left) ? Label::required : Label::negative, no_bag, features.data(), features.size());
  return example;
}

LearnOptions few_features(int factor_documents) {
  LearnOptions options;
  options.bits = 4;
  options.noise = 0;
  options.factor_documents = factor_documents;
  return options;
}

Model taught_to_agree(int factor_documents) {
  std::vector<Example> examples;
  for (int i = 0; i < 400; ++i) examples.push_back(agreeing(i % 2 == 0 ? on : off, i % 4 < 2 ? left : right));
  std::vector<const Example*> all;
  for (const Example& example : examples) all.push_back(&example);
  return learn(all, few_features(factor_documents));
}

TEST(Factors, TellWhatFeaturesMeanTogether) {
  const Model model = taught_to_agree(100);
  ASSERT_TRUE(model.factors().table);
  for (const Feature state : {on, off})
    for (const Feature side : {left, right}) {
      const bool is_right = first(agreeing(state, side)).label == Label::required;
      EXPECT_EQ(model.score({state, side}) > 0, is_right) << state << ' ' << side;
    }
}

TEST(Factors, OnlyOfFeaturesThatManyDocumentsHave) {
  EXPECT_FALSE(taught_to_agree(0).factors().table);
  EXPECT_FALSE(taught_to_agree(1000).factors().table);
}

TEST(Factors, SameExamplesSameBytes) {
  const Model a = taught_to_agree(100), b = taught_to_agree(100);
  const std::size_t size = a.weights().size() * Evidence::rank;
  EXPECT_EQ(a.factors().scale, b.factors().scale);
  EXPECT_TRUE(std::equal(a.factors().table.get(), a.factors().table.get() + size, b.factors().table.get()));
}

TEST(Factors, EvidenceOfPartsIsThatOfTheWhole) {
  const Model model = taught_to_agree(100);
  const Features whole = {on, left, right, off}, a = {on}, b = {left, right, off};
  EXPECT_EQ(model.score_of(model.evidence(a) + model.evidence(b)), model.score(whole));
  Features joined;
  for (const Feature f : whole) joined.push_back(feature(9, f, 5));
  EXPECT_EQ(model.score_of(model.evidence_joined(whole, 9, 5)), model.score(joined));
}

TEST(Factors, ShiftedKeepsThem) {
  const Model model = taught_to_agree(100);
  EXPECT_FLOAT_EQ(model.shifted(2).score({on, left}), model.score({on, left}) + 2);
}

class FactorFile : public testing::Test {
 protected:
  const std::filesystem::path file_ = std::filesystem::path(testing::TempDir()) / "zonekg_factors_test.bin";
  ~FactorFile() override { std::filesystem::remove(file_); }
};

TEST_F(FactorFile, WrittenAndReadBack) {
  const Model model = taught_to_agree(100);
  write_models(file_, {{"relation:builds", model}, {"relation:builds:joint", Model({1, 2}, 0.5F, 0)}});
  const Models read = read_models(file_);
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read.at("relation:builds").score({on, left}), model.score({on, left}));
  EXPECT_FALSE(read.at("relation:builds:joint").factors().table);
}

TEST_F(FactorFile, FactorsOfNoModelOrOfAnotherSizeAreDamage) {
  write_models(file_, {{"relation:builds:factors", Model({1, 2}, 0.5F, 0)}});
  EXPECT_THROW(read_models(file_), std::runtime_error);
  write_models(file_, {{"relation:builds", Model({1, 2}, 0.5F, 0)}, {"relation:builds:factors", Model({1, 2}, 0.5F, 0)}});
  EXPECT_THROW(read_models(file_), std::runtime_error);
}

} // namespace
} // namespace zonekg::kit
