// The bundle as a whole: its folders, what its plugins say they provide, and that they keep nothing between texts.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "tests/plugins/bundled.hpp"

namespace zonekg::test {
namespace {

namespace fs = std::filesystem;

TEST(Bundle, EveryFolderIsWhole) {
  std::set<std::string> folders, ids;
  for (const fs::directory_entry& entry : fs::directory_iterator(ZONEKG_SOURCE_DIR "/plugins")) {
    if (!entry.is_directory()) continue;
    if (entry.path().filename() == "rules") continue; // reads what others write, and has neither words nor weights
    folders.insert(entry.path().filename().string());
    for (const char* file : {"README.md", "lexicon.json", "weights.bin"}) {
      ASSERT_TRUE(fs::is_regular_file(entry.path() / file)) << entry.path() / file;
      EXPECT_GT(fs::file_size(entry.path() / file), 0u) << entry.path() / file;
    }
  }
  for (const Plugin& plugin : bundled_plugins().plugins) ids.insert(plugin.id);
  EXPECT_EQ(folders, ids);
}

TEST(Bundle, EveryPluginLoadsBesideItsData) {
  for (const Plugin& plugin : bundled_plugins().plugins)
    for (const char* file : {"lexicon.json", "weights.bin"})
      EXPECT_TRUE(fs::is_regular_file(plugin.file.parent_path() / file)) << plugin.file;
}

// The types of nodes and edges that are read in a text; `document` and `mentioned_in` come from the files,
// `indicator_of` from linking.
TEST(Bundle, ProvidesTheTypesOfTheGraph) {
  std::map<std::string, std::set<std::string>> provided;
  for (const Plugin& plugin : bundled_plugins().plugins)
    provided[plugin.id] = {plugin.provides.begin(), plugin.provides.end()};
  const std::map<std::string, std::set<std::string>> expected = {
      {"zones", {"mention:zone", "relation:part_of", "fact:reporting"}},
      {"companies",
       {"mention:company", "relation:located_in", "relation:acquires", "relation:merged_into", "relation:supplies",
        "relation:invests_in", "relation:cooperates_with", "relation:finances"}},
      {"projects",
       {"mention:project", "relation:undertakes", "relation:invests_in", "relation:located_in", "fact:status"}},
      {"funds", {"mention:fund", "relation:finances", "relation:cooperates_with"}},
      {"infrastructure", {"mention:infrastructure", "relation:located_in", "relation:builds"}},
      {"industries", {"mention:industry", "relation:leading_industry"}},
      {"investments", {"mention:investment", "relation:invested_in"}},
      {"indicators", {"mention:indicator"}},
  };
  for (const auto& [id, types] : expected)
    EXPECT_TRUE(std::ranges::includes(provided[id], types))
        << id << " provides " << testing::PrintToString(provided[id]);
}

TEST(Bundle, ReadingLeavesNoTrace) {
  const std::string text = "华星智能终端项目总投资5亿元，已建成投产。";
  const TextReading first = read_text(text);
  read_text("青岚经济开发区完成工业总产值316.6亿元，同比增长8.5%。\n久江锂电池、鼎泰铸件等8个项目开工建设。");
  const TextReading again = read_text(text);
  ASSERT_EQ(first.candidates.mentions.size(), again.candidates.mentions.size());
  for (std::size_t i = 0; i < first.candidates.mentions.size(); ++i)
    EXPECT_EQ(first.candidates.mentions[i].confidence, again.candidates.mentions[i].confidence);
  EXPECT_EQ(status_lines(first), status_lines(again));
  EXPECT_EQ(investment_lines(first), investment_lines(again));
}

TEST(Bundle, EmptyTextHoldsNothing) {
  for (const char* text : {"", "\n\n", "。", "！！！……"})
    EXPECT_TRUE(read_text(text).candidates.mentions.empty()) << text;
}

} // namespace
} // namespace zonekg::test
