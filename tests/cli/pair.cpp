// Two sample reports on one zone, a year apart: what changed shows as a reader would say it.
#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "tests/cli/shell.hpp"

namespace zonekg {
namespace {

class PairOfReports : public testing::Test {
 protected:
  void SetUp() override {
    const char* build = "zonekg build --quiet $REPORTS/lanxi-2023-annual.txt --output 2023.json && "
                        "zonekg build --quiet $REPORTS/lanxi-2024-annual.txt --output 2024.json && "
                        "zonekg build --quiet $REPORTS/lanxi-2023-annual.txt $REPORTS/lanxi-2024-annual.txt --output both.json";
    const test::Outcome outcome = test::run_shell(build, folder.path());
    ASSERT_EQ(outcome.exit_code, 0) << outcome.errors;
  }
  std::string out(const std::string& command) { return test::run_shell(command, folder.path()).output; }

  const test::TemporaryFolder folder;
};

// One line of the output that holds all of the words.
testing::AssertionResult tells(const std::string& output, std::initializer_list<std::string_view> words) {
  for (std::size_t begin = 0; begin < output.size();) {
    const std::size_t end = std::min(output.find('\n', begin), output.size());
    const std::string_view line = std::string_view(output).substr(begin, end - begin);
    bool all = true;
    for (const std::string_view word : words) all = all && line.find(word) != line.npos;
    if (all) return testing::AssertionSuccess();
    begin = end + 1;
  }
  return testing::AssertionFailure() << *words.begin() << " is not told in\n" << output;
}

TEST_F(PairOfReports, DifferByWhatTheYearBrought) {
  const std::string diff = out("zonekg diff 2023.json 2024.json");
  EXPECT_TRUE(tells(diff, {"restated", "规上工业总产值 2023-01/2023-12", "186.4亿元 → 182.9亿元"}));
  EXPECT_TRUE(tells(diff, {"progressed", "年产5万吨再生铝", "→ in_production"}));
  EXPECT_TRUE(tells(diff, {"progressed", "珩川新材料", "→ in_production"}));
  EXPECT_TRUE(tells(diff, {"progressed", "project", "岚溪轴承产业园", "→ "})) << "planned the year before";
  EXPECT_TRUE(tells(diff, {"target kept", "年产5万吨再生铝", "in_production 2024-06 → in_production 2024-05"}));
  EXPECT_TRUE(tells(diff, {"target dropped", "沐岑生物原料药", "→ halted"}));
}

TEST_F(PairOfReports, KeepBothSidesOfARestatedValue) {
  const std::string zone = out("zonekg show both.json 岚溪经济开发区 --type zone");
  EXPECT_TRUE(tells(zone, {"规上工业总产值  2023-01/2023-12  186.4亿元"}));
  EXPECT_TRUE(tells(zone, {"规上工业总产值  2023-01/2023-12  182.9亿元", "(restated)"}));
  EXPECT_TRUE(tells(zone, {"规上工业总产值  2024-01/2024-12  201.2亿元"}));
  const std::string audit = out("zonekg audit both.json --all");
  EXPECT_TRUE(tells(audit, {"201.2亿元 / 182.9亿元 − 1 = 10.0 %, said 10.0 %"})) << "the growth is one from the restated value";
  EXPECT_FALSE(tells(audit, {"contradiction "}));
}

TEST_F(PairOfReports, TellTheLifeOfAProject) {
  const std::string project = out("zonekg show both.json 年产5万吨再生铝");
  EXPECT_TRUE(tells(project, {"in_production", "2024-05"})) << "the day stands in the words: 5月28日投产";
  EXPECT_TRUE(tells(project, {"2024-06  in_production (target): kept, 2024-05  in_production"})) << "the plans of 2024 are of 2024";
  const auto listed = [&](const std::string& where) { return out("zonekg list both.json --type project --where '" + where + "'"); };
  EXPECT_TRUE(tells(listed("status=halted"), {"沐岑生物原料药"}));
  EXPECT_TRUE(tells(listed("target=kept"), {"年产5万吨再生铝"}));
  EXPECT_TRUE(tells(listed("target=dropped"), {"沐岑生物原料药"}));
  EXPECT_TRUE(tells(out("zonekg show both.json 衍屿储能电池PACK"), {"2025-01/2025-06  started (target): open"})) << "not due yet";
}

TEST_F(PairOfReports, NameOneThingOnce) {
  for (const char* names : {"高端铝箔 廷砾铝业高端铝箔", "project:高端铝箔 project:廷砾铝业高端铝箔"})
    EXPECT_TRUE(tells(out(std::string("zonekg why both.json ") + names), {"same by rule undertaken-by"})) << names;
  const std::string firms = out("zonekg list both.json --type company"), projects = out("zonekg list both.json --type project");
  EXPECT_TRUE(tells(firms, {"珩川新材料有限公司"})) << "of two numbered paragraphs";
  EXPECT_FALSE(tells(firms, {"珩川新材料 "}));
  EXPECT_TRUE(tells(projects, {"廷砾铝业高端铝箔 "}));
  EXPECT_FALSE(projects.starts_with("高端铝箔") || projects.find("\n高端铝箔") != std::string::npos) << "is the firm's that undertakes it";
}

} // namespace
} // namespace zonekg
