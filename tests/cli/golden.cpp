// Golden runs: tests/cli/golden/NAME.txt holds a command after `$ `, then what it must give, streams and exit code.
// ZONEKG_REWRITE_GOLDEN=1 writes what it gives now; the diff is the review.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "tests/cli/shell.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

std::string run_case(const std::string& command) {
  const test::TemporaryFolder folder;
  test::write_file(folder.path() / "a.txt", "华星开发区工作情况\n本区有【华星集团】和【远景】。\n");
  test::write_file(folder.path() / "b.txt", "【远景】二期建成。\n");
  const test::Outcome outcome = test::run_shell(command, folder.path());
  std::string text = "$ " + command + "\nexit " + std::to_string(outcome.exit_code) + "\n--- stdout\n" +
                     outcome.output + "--- stderr\n" + outcome.errors;
  replace_all(text, ZONEKG_BUILD_DIR, "BUILD");
  replace_all(text, ZONEKG_SOURCE_DIR, "SOURCE");
  return text;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, GivesTheSame) {
  const fs::path file = fs::path(ZONEKG_SOURCE_DIR "/tests/cli/golden") / (GetParam() + ".txt");
  const std::string expected = test::read_file(file);
  const std::size_t begin = 2, end = expected.find("\nexit ");
  ASSERT_TRUE(expected.starts_with("$ ")) << file;
  std::string command = expected.substr(begin, end == std::string::npos ? end : end - begin);
  command.erase(command.find_last_not_of('\n') + 1);
  const std::string now = run_case(command);
  if (std::getenv("ZONEKG_REWRITE_GOLDEN"))
    test::write_file(file, now);
  else
    EXPECT_EQ(now, expected);
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(ZONEKG_SOURCE_DIR "/tests/cli/golden"))
    names.push_back(entry.path().stem().string());
  std::ranges::sort(names);
  return names;
}

INSTANTIATE_TEST_SUITE_P(CommandLine, Golden, testing::ValuesIn(cases()),
                         [](const auto& golden) { return golden.param; });

} // namespace
} // namespace zonekg
