// How passages choose the bias.
#include "core/training/shift.hpp"

#include <gtest/gtest.h>

#include <deque>

namespace zonekg {
namespace {

using kit::Label;

// Passages of one candidate each, scored `offset`.
class Passages {
 public:
  Passages& add(int count, std::uint32_t weight, Label label, float offset) {
    for (int i = 0; i < count; ++i) {
      kit::Example& example = examples_.emplace_back();
      example.weight = weight;
      example.add(0, 1, label, kit::no_bag, nullptr, 0);
      example.candidates.back().offset = offset;
    }
    return *this;
  }
  Passages& without_candidates(std::uint32_t answers) {
    examples_.emplace_back().unreached = answers;
    return *this;
  }
  [[nodiscard]] float shift() const {
    std::vector<Unseen> all;
    for (const kit::Example& example : examples_) all.push_back({&example, &model_});
    return best_shift(all);
  }

 private:
  kit::Model model_{std::vector<std::int8_t>(2, 0), 1, 0};
  std::deque<kit::Example> examples_;
};

TEST(Shift, EachPassageCountsAsOftenAsItsWeight) {
  const auto wrong = [](std::uint32_t weight) { return Passages().add(100, 1, Label::required, -1).add(150, weight, Label::negative, -0.5F); };
  EXPECT_GT(wrong(1).shift(), 0.9F) << "100 found for 150 wrong";
  EXPECT_LT(Passages().add(100, 1, Label::required, 1).add(20, 1, Label::required, -1).add(150, 4, Label::negative, -0.5F).shift(), 0.5F);
  EXPECT_GT(Passages().add(100, 1, Label::required, 1).add(20, 20, Label::required, -1).add(150, 1, Label::negative, -0.5F).shift(), 0.9F);
}

// Ten more found beside 36 wrong ones lower F1, unless most are missed anyway.
TEST(Shift, WhatNoCandidateGivesIsMissed) {
  const auto passages = [] { return Passages().add(30, 1, Label::required, 1).add(10, 1, Label::required, -1).add(36, 1, Label::negative, -0.9F); };
  EXPECT_LT(passages().shift(), 0.9F);
  EXPECT_GT(passages().without_candidates(400).shift(), 0.9F);
}

TEST(Shift, OfNothingIsNone) { EXPECT_EQ(best_shift({}), 0); }

} // namespace
} // namespace zonekg
