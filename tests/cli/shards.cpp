// The sample reports in shards, with all plugins: the same bytes as one build gives.
#include <gtest/gtest.h>

#include "tests/cli/shell.hpp"

namespace zonekg {
namespace {

struct Split {
  const char* shards; // in the order in which they run
  int count;
  const char* parts;
  int part_count;
};

class SplitRun : public testing::TestWithParam<Split> {};

TEST_P(SplitRun, GivesTheBytesOfOneBuild) {
  const auto [shards, count, parts, part_count] = GetParam();
  const test::TemporaryFolder folder;
  test::write_file(folder.path() / "d.jsonl",
                   R"({"decide": "retype", "type": "company", "name": "柏珑精工", "to": "zone", "who": "w", "when": "2026-01-01", "why": "y"})"
                   "\n"
                   R"({"decide": "different", "type": "company", "names": ["霁川光电", "霁川光电有限公司"], "who": "w", "when": "2026-01-01", "why": "y"})"
                   "\n");
  const std::string split = "/" + std::to_string(count), part_split = "/" + std::to_string(part_count);
  const test::Outcome outcome = test::run_shell(
      "for i in " + std::string(shards) + "; do zonekg map $REPORTS -q --cache c --shard $i" + split + " --out s; done\n" +
          "for j in " + parts + "; do zonekg reduce s --bucket $j" + part_split + "; done\n" +
          "zonekg merge s -q -o m.json -o m.graphml --documents\n"
          "zonekg build $REPORTS -q --cache c -o g.json -o g.graphml --documents\n"
          "cmp m.json g.json && cmp m.graphml g.graphml\n"
          "zonekg merge s -q -o m.json --decisions d.jsonl\n"
          "zonekg build $REPORTS -q --cache c -o g2.json --decisions d.jsonl\n"
          "cmp m.json g2.json && ! cmp -s g.json g2.json && echo alike",
      folder.path());
  EXPECT_EQ(outcome.output, "alike\n");
  EXPECT_EQ(outcome.errors, "");
}

INSTANTIATE_TEST_SUITE_P(Shards, SplitRun,
                         testing::Values(Split{"1", 1, "1", 1}, Split{"2 1", 2, "3 1 2", 3},
                                         Split{"5 8 1 7 2 6 3 4", 8, "2 1", 2}));

} // namespace
} // namespace zonekg
