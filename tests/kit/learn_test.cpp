#include "core/kit/learn.hpp"
#include "core/kit/unpack_models.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <algorithm>

#include <gtest/gtest.h>

namespace zonekg::kit {
namespace {

// Two features: `name` marks what is right, `noise` stands everywhere.
constexpr Feature name = 11, noise = 12, twin = 13;

Example example() {
  Example e;
  const Features right = {name, noise}, wrong = {noise};
  e.add(0, 2, Label::required, no_bag, right.data(), right.size());
  e.add(1, 3, Label::negative, no_bag, wrong.data(), wrong.size());
  e.add(4, 6, Label::negative, no_bag, wrong.data(), wrong.size());
  return e;
}

Model taught(const Example& e) {
  const std::vector<const Example*> many(100, &e);
  LearnOptions options;
  options.bits = 8;
  options.noise = 0; // three examples bear none
  return learn(many, options);
}

TEST(Learn, TellsRightFromWrong) {
  const Model model = taught(example());
  EXPECT_GT(probability(model.score({name, noise})), 0.8F);
  EXPECT_LT(probability(model.score({noise})), 0.2F);
}

TEST(Learn, SameExamplesSameBytes) {
  const Model a = taught(example()), b = taught(example());
  EXPECT_TRUE(std::ranges::equal(a.weights(), b.weights()));
  EXPECT_EQ(a.bias(), b.bias());
}

TEST(Learn, FreeCandidatesTeachNothing) {
  Example e = example();
  const Features twins = {twin, noise};
  e.add(8, 9, Label::free, no_bag, twins.data(), twins.size());
  const Model model = taught(e);
  EXPECT_EQ(model.weights()[twin], 0);
}

TEST(Learn, OneOfABagIsEnough) {
  Example e;
  const Features good = {name}, bad = {twin};
  e.add(0, 1, Label::required, 7, good.data(), good.size());
  e.add(2, 3, Label::required, 7, bad.data(), bad.size());
  Example against;
  against.add(0, 1, Label::negative, no_bag, bad.data(), bad.size());
  const std::vector<const Example*> examples = {&e, &against, &e, &against, &e, &against};
  LearnOptions options;
  options.bits = 8;
  options.noise = 0; // three examples bear none
  options.epochs = 40;
  const Model model = learn(examples, options);
  EXPECT_GT(model.score(good), model.score(bad) + 1);
}

TEST(Learn, WhatWeighsMoreIsBelieved) {
  Example yes, no;
  const Features same = {name};
  yes.add(0, 1, Label::required, no_bag, same.data(), same.size());
  no.add(0, 1, Label::negative, no_bag, same.data(), same.size());
  LearnOptions options;
  options.bits = 8;
  options.noise = 0;
  options.documents = 1;
  options.epochs = 40;
  yes.weight = 5;
  EXPECT_GT(learn({&yes, &no}, options).score(same), 0);
  std::swap(yes.weight, no.weight);
  EXPECT_LT(learn({&yes, &no}, options).score(same), 0);
}

// Learning leaves out what fewer documents have; a document counts as often as it weighs.
TEST(Learn, WeightCountsForRareFeatures) {
  Example rare = example();
  LearnOptions options;
  options.bits = 8;
  options.noise = 0;
  EXPECT_EQ(learn({&rare}, options).sum(&name, 1), 0);
  rare.weight = 3;
  EXPECT_NE(learn({&rare}, options).sum(&name, 1), 0);
}

TEST(Weights, WrittenAndReadBack) {
  const auto file = std::filesystem::temp_directory_path() / "zonekg_weights_test.bin";
  const Model model = taught(example());
  write_models(file, {{"mention:zone", model}, {"relation:part_of", Model({1, 2}, 0.5F, -1.0F)}});
  for (const bool packed : {true, false}) {
    if (!packed) unpack_models(file, file);
    const Models read = read_models(file);
    ASSERT_EQ(read.size(), 2U);
    EXPECT_TRUE(std::ranges::equal(read.at("mention:zone").weights(), model.weights()));
    EXPECT_EQ(read.at("relation:part_of").score({0, 1, 3}), -1.0F + 0.5F * 5);
  }
  std::filesystem::remove(file);
}

TEST(Weights, DamagedFilesSaySo) {
  const auto file = std::filesystem::temp_directory_path() / "zonekg_weights_damaged.bin";
  for (const std::string bytes : {"", "ZKGW", "ZKGW9999", "ZKGW0003\xff\xff\xff\xff", "ZKGW0003\x28\xb5\x2f\xfd", "ZKGP", "ZKGP0003\xff\xff\xff\xff",
                                  "ZKGP0003\x01", "not weights at all"}) {
    std::ofstream(file, std::ios::binary) << bytes;
    EXPECT_THROW(read_models(file), std::runtime_error) << bytes;
  }
  std::filesystem::remove(file);
  EXPECT_THROW(read_models(file), std::runtime_error);
}

TEST(Weights, RoundingKeepsTheOrder) {
  const Model model = quantise({0.0F, 1.27F, -0.5F, 0.01F}, 0.25F);
  EXPECT_NEAR(model.score({1}), 1.52F, 0.01F);
  EXPECT_NEAR(model.score({2}), -0.25F, 0.01F);
  EXPECT_NEAR(model.score({3}), 0.26F, 0.01F);
}

} // namespace
} // namespace zonekg::kit
