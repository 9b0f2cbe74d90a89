#include "cli/evaluation/calibration.hpp"

#include <gtest/gtest.h>

#include "cli/evaluation/score.hpp"
#include "tests/evaluation/notation.hpp"
#include "tests/graph/document_builder.hpp"

namespace zonekg {
namespace {

std::string shown(const Calibration& calibration, const std::string& kind) {
  std::string text;
  const auto found = calibration.kinds().find(kind);
  if (found == calibration.kinds().end()) return "none";
  for (std::size_t i = 0; i < found->second.size(); ++i)
    if (const Bucket& bucket = found->second[i]; bucket.number > 0)
      text +=
          "0." + std::to_string(i) + ": " + std::to_string(bucket.right) + "/" + std::to_string(bucket.number) + " ";
  return text;
}

TEST(Calibration, MentionsByTenthsOfConfidence) {
  const GoldPassage gold = test::gold_of("company 甲集团=甲; company 乙 optional; project 丙");
  test::DocumentBuilder document("d1");
  document.mention("company", "甲", {}, 0.55);
  document.mention("company", "甲集团", {}, 0.59);
  document.mention("company", "丁", {}, 0.5);
  document.mention("company", "乙", {}, 0.7);
  document.mention("project", "丙项目", {}, 1.0);
  document.mention("zone", "开发区", {{"generic", true}}, 0.9);
  document.mention("indicator", "税收", {}, 0.9);
  Calibration calibration;
  calibration.add(gold, document.build(), {});
  EXPECT_EQ(shown(calibration, "company"), "0.5: 2/3 ");
  EXPECT_EQ(shown(calibration, "project"), "0.9: 1/1 ");
  EXPECT_EQ(shown(calibration, "entities"), "0.5: 2/3 0.9: 1/1 ");
  EXPECT_EQ(shown(calibration, "zone"), "none");
  EXPECT_EQ(shown(calibration, "indicator"), "none");
}

TEST(Calibration, States) {
  const GoldPassage gold =
      test::gold_of("project 甲; project 乙 optional; status 甲 started actual; status 甲 completed target optional");
  test::DocumentBuilder document("d1");
  const auto first = document.mention("project", "甲"), second = document.mention("project", "乙");
  document.status(first, "started")
      .status(first, "started", "target")
      .status(first, "completed", "target")
      .status(second, "started");
  Calibration calibration;
  calibration.add(gold, document.build(), {});
  EXPECT_EQ(shown(calibration, "status"), "0.8: 1/2 ");
}

TEST(Calibration, FindingsOfTheOtherKinds) {
  const GoldPassage gold = test::gold_of("company 甲; company 乙; relation 甲 acquires 乙; relation 甲 supplies 乙");
  const Findings findings =
      score(gold, test::graph_of("company c1 甲; company c2 乙; edge c1 acquires c2; edge c2 acquires c1"));
  Calibration calibration, twice;
  calibration.add(gold, test::DocumentBuilder("d1").build(), findings);
  EXPECT_EQ(shown(calibration, "relations"), "0.9: 1/2 ");
  twice += calibration;
  twice += calibration;
  EXPECT_EQ(shown(twice, "relations"), "0.9: 2/4 ");
  EXPECT_NEAR(calibration_error(twice.kinds().find("relations")->second), 0.4, 1e-12);
  EXPECT_EQ(calibration_error(Buckets()), 0);
}

} // namespace
} // namespace zonekg
