#include "core/kit/lattice.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace zonekg::kit {
namespace {

// Brute force: every set of spans that do not overlap.
std::vector<double> enumerate(const std::vector<LatticeSpan>& spans, const std::vector<Label>& labels) {
  std::vector<double> weight(spans.size(), 0);
  double total = 0;
  for (unsigned set = 0; set < 1U << spans.size(); ++set) {
    double score = 0;
    bool valid = true;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const bool in = set >> i & 1U;
      if (in) score += static_cast<double>(spans[i].score);
      if (!labels.empty() && ((in && labels[i] == Label::negative) || (!in && labels[i] == Label::required))) valid = false;
      for (std::size_t j = 0; in && j < i; ++j)
        if ((set >> j & 1U) && spans[i].begin < spans[j].end && spans[j].begin < spans[i].end) valid = false;
    }
    if (!valid) continue;
    total += std::exp(score);
    for (std::size_t i = 0; i < spans.size(); ++i)
      if (set >> i & 1U) weight[i] += std::exp(score);
  }
  for (double& w : weight) w /= total;
  return weight;
}

struct Case {
  const char* name;
  std::vector<LatticeSpan> spans;
  std::vector<Label> labels;
};

class Marginals : public testing::TestWithParam<Case> {};

TEST_P(Marginals, AgreeWithEnumeration) {
  const Case& c = GetParam();
  const auto fast = marginals(c.spans, c.labels);
  const auto slow = enumerate(c.spans, c.labels);
  ASSERT_EQ(fast.size(), slow.size());
  for (std::size_t i = 0; i < fast.size(); ++i) EXPECT_NEAR(static_cast<double>(fast[i]), slow[i], 1e-5) << c.name << " span " << i;
}

const std::vector<LatticeSpan> overlapping = {{0, 3, 1.0F}, {2, 5, 0.5F}, {0, 5, 2.0F}, {5, 7, -1.0F}, {3, 5, 0.0F}, {6, 9, 0.7F}};

INSTANTIATE_TEST_SUITE_P(
    Lattice, Marginals,
    testing::Values(Case{"one span", {{4, 6, 0.3F}}, {}}, Case{"overlapping", overlapping, {}},
                    Case{"same place twice", {{0, 1, 1.0F}, {0, 1, -0.5F}, {0, 1, 0.2F}}, {}},
                    Case{"unordered", {{8, 9, 1.0F}, {0, 4, 0.1F}, {3, 8, -2.0F}}, {}},
                    Case{"a required span shuts out its rivals", overlapping,
                         {Label::free, Label::free, Label::free, Label::negative, Label::required, Label::free}},
                    Case{"nothing allowed", overlapping, std::vector<Label>(6, Label::negative)}),
    [](const auto& c) { return "case" + std::to_string(c.index); });

TEST(MarginalsOfText, AgreeWithEnumeration) {
  const std::vector<LatticeSpan> two_stretches = {{0, 3, 1.0F}, {0, 5, 2.0F}, {2, 5, 0.5F}, {3, 5, 0.0F},
                                                  {5, 7, -1.0F}, {8, 9, 0.7F}, {8, 10, -9.0F}, {9, 10, 3.0F}};
  const auto fast = marginals_of_text(two_stretches);
  const auto slow = enumerate(two_stretches, {});
  ASSERT_EQ(fast.size(), slow.size());
  for (std::size_t i = 0; i < fast.size(); ++i) EXPECT_NEAR(static_cast<double>(fast[i]), slow[i], 1e-6) << i;
  EXPECT_TRUE(marginals_of_text({}).empty());
}

TEST(MarginalsOfText, ScoresTooLargeForProducts) {
  const std::vector<LatticeSpan> spans = {{0, 2, 500.0F}, {1, 3, 499.0F}, {3, 4, 1.0F}, {4, 6, 400.0F}, {5, 6, 401.0F}, {7, 8, 0.0F}};
  EXPECT_EQ(marginals_of_text({{0, 2, 1e30F}}).front(), 1.0F);
  const auto fast = marginals_of_text(spans), slow = marginals(spans);
  for (std::size_t i = 0; i < spans.size(); ++i) EXPECT_NEAR(fast[i], slow[i], 1e-6) << i;
}

TEST(Marginals, NoSpans) { EXPECT_TRUE(marginals({}).empty()); }

TEST(Marginals, HugeScoresStayFinite) {
  const auto p = marginals({{0, 2, 500.0F}, {1, 3, 499.0F}, {3, 4, -500.0F}});
  EXPECT_NEAR(p[0], 1 / (1 + std::exp(-1.0F)), 1e-3);
  EXPECT_NEAR(p[2], 0, 1e-6);
}

} // namespace
} // namespace zonekg::kit
