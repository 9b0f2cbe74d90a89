#include "cli/evaluation/record.hpp"

#include <gtest/gtest.h>

#include "cli/evaluation/score.hpp"
#include "core/model/diagnostic.hpp"
#include "tests/evaluation/notation.hpp"

namespace zonekg {
namespace {

PassageRecord record_of_graph(const std::string& name, const std::string& gold, const std::string& graph) {
  return record_of(name, score(test::gold_of(gold), test::graph_of(graph)));
}

std::string shown(const std::vector<PassageChange>& changes) {
  std::string text;
  for (const PassageChange& change : changes)
    text += change.passage + " " + std::string(change_word(change.kind)) + " " + change.what + "; ";
  return text;
}

TEST(Record, ChangesSinceAnEarlierOne) {
  const std::string gold = "company 甲; company 乙";
  const std::vector<PassageRecord> before = {record_of_graph("a", gold, "company c1 甲; company c3 丙"),
                                             record_of_graph("gone", gold, "")};
  const std::vector<PassageRecord> now = {record_of_graph("a", gold, "company c2 乙; company c4 丁"),
                                          record_of_graph("new", gold, "company c1 甲")};
  const Changes changes = changes_since(before, now);
  EXPECT_EQ(shown(changes.better), "a found company 乙; a no longer wrong company 丙; ");
  EXPECT_EQ(shown(changes.worse), "a missed company 甲; a wrong company 丁; ");
  EXPECT_EQ(changes.before.passages, 1u);
  EXPECT_EQ(changes.now.passages, 1u);
  EXPECT_EQ(changes.now.tallies.find("company")->second.right, 1u);
}

TEST(Record, TheSameWordsTwiceAreTwoThings) {
  const std::string gold = "indicator 税收 1 亿元 - - actual; indicator 税收 1 亿元 - - target";
  const auto before = record_of_graph("a", gold, "");
  const auto now = record_of_graph("a", gold, "indicator i1 税收 1 亿元 - - actual");
  const Changes changes = changes_since({before}, {now});
  EXPECT_EQ(shown(changes.better), "a found indicators 税收 1亿元 -; ");
  EXPECT_EQ(shown(changes.worse), "");
  EXPECT_TRUE(changes_since({now}, {now}).worse.empty());
}

TEST(Record, IsReadBack) {
  const auto records = read_records(R"({"passages": 1, "by_passage": [{"name": "a03",
      "counts": {"company": {"tp": 3, "fp": 1, "fn": 2}, "castle": {}},
      "shares": {"resident": {"right": 2, "of": 3}}, "missed": ["company 甲"], "wrong": []}]})",
                                    "old.json");
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].name, "a03");
  EXPECT_EQ(records[0].figures.tallies.find("company")->second.missed, 2u);
  EXPECT_EQ(records[0].figures.shares.find("resident")->second.of, 3u);
  EXPECT_EQ(records[0].missed, std::vector<std::string>{"company 甲"});
}

std::string complaint(const std::string& json) {
  try {
    read_records(json, "old.json");
  } catch (const InputError& error) {
    return error.what();
  }
  return "none";
}

TEST(Record, SaysWhatIsWrongWithAFile) {
  const std::string begin = R"({"by_passage": [{"name": "a", )";
  struct Case {
    std::string json, expected;
  };
  for (const Case& c : {
           Case{"", "old.json: not JSON at byte 0: The document is empty."},
           Case{"[]", "old.json: not what zonekg eval --json prints: 'by_passage' is missing"},
           Case{R"({"passages": 3})", "old.json: not what zonekg eval --json prints: 'by_passage' is missing"},
           Case{R"({"by_passage": {}})", "old.json: 'by_passage' is not a list"},
           Case{R"({"by_passage": [7]})", "old.json: passage 0: is not an object"},
           Case{R"({"by_passage": [{}]})", "old.json: passage 0: 'name' is missing"},
           Case{begin + R"("missed": []}]})", "old.json: passage 0: 'counts' or 'shares' is missing"},
           Case{begin + R"("counts": {"zone": 1}, "shares": {}, "missed": [], "wrong": []}]})",
                "old.json: passage 0: is not an object"},
           Case{begin +
                    R"("counts": {"zone": {"tp": -1, "fp": 0, "fn": 0}}, "shares": {}, "missed": [], "wrong": []}]})",
                "old.json: passage 0: 'tp' is not a count"},
           Case{begin + R"("counts": {}, "shares": {}, "missed": [7], "wrong": []}]})",
                "old.json: passage 0: 'missed' holds something that is not a string"},
       })
    EXPECT_EQ(complaint(c.json), c.expected) << c.json;
}

} // namespace
} // namespace zonekg
