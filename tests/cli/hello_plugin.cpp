// The example plugin as a stranger meets it: built outside of the tree against the two headers, run, found in the
// graph.
#include <gtest/gtest.h>

#include "tests/cli/shell.hpp"

namespace zonekg {
namespace {

TEST(HelloPlugin, BuiltOutOfTheTreeItsMentionsAreInTheGraph) {
  const test::TemporaryFolder folder;
  test::write_file(folder.path() / "report.txt", "本区企业荣获《鲁班奖》，印发《实施方案》，另获《白玉兰奖》。\n");
  const test::Outcome built = test::run_shell("cmake -S '" ZONEKG_SOURCE_DIR "/examples/hello_plugin' -B plugin "
                                              "-DCMAKE_PREFIX_PATH='" ZONEKG_BUILD_DIR "' >log 2>&1 && "
                                              "cmake --build plugin >>log 2>&1 || { cat log; exit 1; }",
                                              folder.path());
  ASSERT_EQ(built.exit_code, 0) << built.output;
  const test::Outcome run =
      test::run_shell("zonekg build report.txt --plugins plugin/plugins --only honour -o g.json -o g.dot "
                      "-o g.graphml && grep -o '\"name\":\"[^\"]*\"' g.json",
                      folder.path());
  EXPECT_EQ(run.exit_code, 0) << run.errors;
  EXPECT_EQ(run.errors, "");
  EXPECT_NE(run.output.find("\"name\":\"鲁班奖\""), std::string::npos) << run.output;
  EXPECT_NE(run.output.find("\"name\":\"白玉兰奖\""), std::string::npos) << run.output;
  EXPECT_EQ(run.output.find("实施方案"), std::string::npos) << run.output;
}

} // namespace
} // namespace zonekg
