// Plugins that break, each beside a good one: one readable line about it, and a graph that is the good one's alone.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/process/sanitizers.hpp"
#include "tests/cli/shell.hpp"

namespace zonekg {
namespace {

struct Breaking {
  const char* plugin;
  const char* options; // of zonekg build
  const char* says;    // the line about it holds this
};

std::ostream& operator<<(std::ostream& out, const Breaking& breaking) {
  return out << breaking.plugin << " " << breaking.options;
}

constexpr const char* isolated = "";
constexpr const char* in_process = "--trust";

// A sanitizer ends its process in its own words.
const char* unless_sanitized(const char* words) { return sanitized ? "; the document is read without it" : words; }

const std::vector<Breaking>& breaking_plugins() {
  static const std::vector<Breaking> all = {
      {"crashes", isolated, unless_sanitized("crashed: segmentation fault; the document is read without it")},
      {"hangs", "--plugin-timeout 1.5", "was stopped after 1.5 s; the document is read without it"},
      {"prints_without_end", isolated, "was stopped: it wrote more than 1 MiB to its standard output or error"},
      {"forks", isolated, "which isolated plugins may not"},
      {"opens_files", isolated, "failed on this document: cannot read /etc/passwd"},
      {"writes_files", isolated, "failed on this document: cannot write to its folder"},
      {"uses_network", isolated, "was stopped: it called socket, which isolated plugins may not"},
      {"writes_to_document", isolated, unless_sanitized("crashed: segmentation fault")},
      {"exits", isolated, "ended its process with exit code 7"},
      {"spoils_stack", isolated, "; the document is read without it"},
      {"recurses", isolated, unless_sanitized("crashed: segmentation fault")},
      {"throws_across", isolated, "an exception crossed the plugin boundary: out of the plugin"},
      {"throws_in_extract", isolated, "failed on this document: cannot read this"},
      {"crashes_on_load", isolated, "cannot be used: while it was loaded, it aborted"},
      {"wrong_major", isolated, "it was built for plugin ABI 99.7"},
      {"no_symbol", isolated, "it exports no symbol zkg_plugin_entry"},
      {"bad_id", isolated, "its id 'Bad Id!' is not of the form"},
      // What can be survived in process.
      {"throws_across", in_process, "an exception crossed the plugin boundary: out of the plugin"},
      {"throws_in_extract", in_process, "failed on this document: cannot read this"},
      {"wrong_major", in_process, "it was built for plugin ABI 99.7"},
      {"no_symbol", in_process, "it exports no symbol zkg_plugin_entry"}};
  return all;
}

// The graph of a.txt by the plugin folder `p`, and what was said about plugins.
test::Outcome build_with(const test::TemporaryFolder& folder, const std::string& only, const std::string& options) {
  test::write_file(folder.path() / "a.txt", "华星开发区工作情况\n本区有【华星集团】和【远景】。\n");
  return test::run_shell("mkdir -p p; for n in " + only + "; do cp $PLUGINS/$n/$n.so p/ || exit 9; done\n"
                         "zonekg build a.txt -o g.dot --plugins p " + options + " && cat g.dot",
                         folder.path());
}

// Bundled plugins would only add time.
std::string chosen(const std::string& loads) { return "--only " + loads; }

bool loads(const Breaking& breaking) {
  const std::string name = breaking.plugin;
  return name != "crashes_on_load" && name != "wrong_major" && name != "no_symbol" && name != "bad_id";
}

class BreakingPlugin : public testing::TestWithParam<Breaking> {};

TEST_P(BreakingPlugin, CostsOneLineAndNothingOfTheOthers) {
  const Breaking breaking = GetParam();
  const test::TemporaryFolder alone, together;
  const test::Outcome good = build_with(alone, "words", chosen("words"));
  ASSERT_EQ(good.exit_code, 0) << good.errors;
  ASSERT_NE(good.output.find("华星集团"), std::string::npos);
  const std::string name = breaking.plugin;
  const test::Outcome outcome =
      build_with(together, "words " + name, std::string(breaking.options) + " " + chosen(loads(breaking) ? "words," + name : "words"));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_EQ(outcome.output, good.output);
  EXPECT_NE(outcome.errors.find(breaking.says), std::string::npos) << outcome.errors;
  EXPECT_EQ(std::ranges::count(outcome.errors, '\n'), 1) << outcome.errors;
  EXPECT_TRUE(outcome.errors.starts_with("error: plugin")) << outcome.errors;
  EXPECT_FALSE(std::filesystem::exists(together.path() / "p" / "left_behind"));
  const test::Outcome strict = build_with(together, "words", "--strict " + std::string(breaking.options) + " --only words");
  EXPECT_EQ(strict.exit_code, loads(breaking) ? 0 : 1) << strict.errors;
}

INSTANTIATE_TEST_SUITE_P(Isolation, BreakingPlugin, testing::ValuesIn(breaking_plugins()), [](const auto& test) {
  return std::string(test.param.plugin) + (test.param.options == in_process ? "_in_process" : "");
});

TEST(Isolation, MemoryIsLimited) {
  if (sanitized) GTEST_SKIP() << "a sanitizer has memory of its own";
  const test::TemporaryFolder folder;
  const test::Outcome outcome = build_with(folder, "words eats_memory", "--plugin-memory 64 --only words,eats_memory");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.errors, "error: plugin 'eats_memory', a.txt: failed on this document: std::bad_alloc\n");
}

// Beside the lines about candidates beyond any limit.
TEST(Isolation, ProposingWithoutEndIsEnded) {
  const test::TemporaryFolder alone, together;
  const test::Outcome good = build_with(alone, "words", "--only words");
  const test::Outcome outcome = build_with(together, "words proposes_without_end", "--only words,proposes_without_end");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.output, good.output);
  EXPECT_NE(outcome.errors.find("was stopped: it proposes candidates without end; the document is read without it"),
            std::string::npos)
      << outcome.errors;
  EXPECT_EQ(std::ranges::count(outcome.errors, '\n'), 5) << outcome.errors; // three, how many more, and this
}

TEST(Isolation, RefusedCandidatesAreSaidInTheSameWordsAsInProcess) {
  const test::TemporaryFolder one, other;
  const test::Outcome here = build_with(one, "bad_candidates", "--trust --only bad_candidates");
  const test::Outcome there = build_with(other, "bad_candidates", "--only bad_candidates");
  EXPECT_NE(here.errors.find("more like that"), std::string::npos) << here.errors;
  EXPECT_EQ(there.errors, here.errors);
  EXPECT_EQ(there.output, here.output);
}

TEST(Isolation, OfTwoPluginsWithOneIdTheFirstIsUsed) {
  const test::TemporaryFolder folder;
  const test::Outcome outcome = build_with(folder, "same_id_first same_id_second words", "--only words,same_id");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_NE(outcome.errors.find("plugin id 'same_id' 2.0.0 is already taken"), std::string::npos) << outcome.errors;
  EXPECT_NE(outcome.output.find("华星集团"), std::string::npos);
}

// The sample reports by all bundled plugins: graph and rejected candidates, byte for byte.
TEST(Isolation, GivesTheSameGraphAsInProcessForAnyNumberOfThreads) {
  const test::TemporaryFolder folder;
  const test::Outcome outcome = test::run_shell(
      "set -e; zonekg build $REPORTS -q -j1 -o here.json --rejected here.jsonl\n"
      "for jobs in 1 3; do zonekg build $REPORTS -q -j$jobs --isolate -o there.json --rejected there.jsonl\n"
      "cmp here.json there.json; cmp here.jsonl there.jsonl; done; test -s here.jsonl",
      folder.path());
  EXPECT_EQ(outcome.exit_code, 0) << outcome.output << outcome.errors;
  EXPECT_EQ(outcome.errors, "");
}

// Documents 2, 4 and 5 crash it; what comes after 5 by path is read without it, for any number of threads and whatever
// an earlier run left in the cache.
TEST(Isolation, ThreeCrashesSwitchAPluginOffInTheOrderOfTheDocuments) {
  const test::TemporaryFolder folder;
  for (int i = 1; i <= 8; ++i) {
    const bool bad = i == 2 || i == 4 || i == 5 || i == 7;
    const std::string number = std::to_string(i);
    test::write_file(folder.path() / ("in" + number + ".txt"), "工作情况\n设立【基金" + number + "】。" + (bad ? "崩\n" : "\n"));
  }
  const std::string build = "--plugins p --only words,crashes_on_word -o g.dot 2>err; cat g.dot err; ";
  const test::Outcome outcome = test::run_shell(
      "mkdir p; cp $PLUGINS/words/words.so $PLUGINS/crashes_on_word/crashes_on_word.so p\n"
      "{ zonekg build in?.txt -j1 " + build + "} >one\n{ zonekg build in?.txt -j4 " + build + "} >four\n"
      "{ zonekg build in1.txt in3.txt in5.txt in6.txt in8.txt --cache c " + build + "} >part\n"
      "{ zonekg build in?.txt -j2 --cache c " + build + "} >cached\n"
      "cmp one four && cmp one cached && cmp part one >/dev/null && echo same; cat one",
      folder.path());
  EXPECT_EQ(outcome.errors, "");
  for (const char* with : {"label=\"基金1\"", "label=\"基金3\""})
    EXPECT_NE(outcome.output.find(with), std::string::npos) << with << outcome.output;
  EXPECT_NE(outcome.output.find("plugin 'crashes_on_word': crashed on 3 documents and was switched off after in5.txt: 3 more "
                                "are read without it"),
            std::string::npos)
      << outcome.output;
  EXPECT_EQ(outcome.output.find("in7.txt: aborted"), std::string::npos) << outcome.output;
}

TEST(Isolation, NothingOfTheUsersEnvironmentReachesAPlugin) {
  const test::TemporaryFolder folder;
  const test::Outcome outcome = build_with(folder, "tells_environment", "--only tells_environment");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_NE(outcome.errors.find("LC_ALL=C.UTF-8"), std::string::npos) << outcome.errors;
  EXPECT_EQ(outcome.errors.find("PLUGINS="), std::string::npos) << outcome.errors;
  EXPECT_EQ(outcome.errors.find("HOME="), std::string::npos) << outcome.errors;
}

} // namespace
} // namespace zonekg
