#include "cli/evaluation/figures.hpp"

#include <gtest/gtest.h>

#include "cli/evaluation/by_plugin.hpp"
#include "cli/evaluation/score.hpp"
#include "tests/evaluation/notation.hpp"

namespace zonekg {
namespace {

TEST(Figures, RatesOfATally) {
  const Tally tally{3, 1, 2};
  EXPECT_DOUBLE_EQ(tally.precision().value(), 0.75);
  EXPECT_DOUBLE_EQ(tally.recall().value(), 0.6);
  EXPECT_DOUBLE_EQ(tally.f1().value(), 6.0 / 9.0);
  EXPECT_FALSE(Tally().precision());
  EXPECT_FALSE(Tally().f1());
  EXPECT_FALSE((Tally{0, 2, 0}).recall());
  EXPECT_DOUBLE_EQ((Tally{0, 2, 0}).f1().value(), 0);
  EXPECT_FALSE(accuracy(Share{}));
}

TEST(Figures, EntitiesAreTheSumOfTheirKinds) {
  const Findings findings = score(
      test::gold_of("company 甲; company 乙 resident; zone 东区; status 丙 started actual"),
      test::graph_of("company c1 乙; company c2 丁; project p1 丙; status p1 started actual; edge c1 located_in c2"));
  Figures figures = count(findings);
  figures += count(findings);
  EXPECT_EQ(figures.passages, 2u);
  const auto shown = [&](const char* kind) {
    const Tally& t = figures.tallies.find(kind)->second;
    return std::to_string(t.right) + " " + std::to_string(t.wrong) + " " + std::to_string(t.missed);
  };
  EXPECT_EQ(shown("company"), "2 2 2");
  EXPECT_EQ(shown("zone"), "0 0 2");
  EXPECT_EQ(shown("project"), "0 2 0");
  EXPECT_EQ(shown("entities"), "2 4 4");
  EXPECT_EQ(shown("status"), "2 0 0");
  EXPECT_EQ(shown("investments"), "0 0 0");
  EXPECT_EQ(shown("relations"), "0 2 0");
  EXPECT_EQ(figures.shares.find("resident")->second.right, 2u);
  EXPECT_EQ(figures.shares.find("indicator period")->second.of, 0u);
}

std::string shown(const PluginTallies& tallies) {
  std::string text;
  for (const auto& [key, row] : tallies.rows())
    text += key.first + " " + key.second + " " + std::to_string(row.tally.right) + " (" + std::to_string(row.alone) +
            " alone) " + std::to_string(row.tally.wrong) + " " + std::to_string(row.tally.missed) + "; ";
  return text;
}

TEST(ByPlugin, EachFinderIsCounted) {
  PluginTallies tallies({{"firms", {"mention:company", "relation:acquires"}}, {"names", {"mention:company"}}});
  tallies.add(
      score(test::gold_of("company 甲; company 乙; company 丙; relation 甲 acquires 乙; relation 甲 supplies 乙"),
            test::graph_of("company c1 甲 by firms; company c2 乙 by firms=names; company c3 丁 by names; "
                           "edge c1 acquires c3 by firms")));
  EXPECT_EQ(shown(tallies), "firms company 2 (1 alone) 0 1; firms relations 0 (0 alone) 1 1; "
                            "names company 1 (0 alone) 1 2; ");
}

} // namespace
} // namespace zonekg
