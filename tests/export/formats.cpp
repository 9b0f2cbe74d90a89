#include "export/formats.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <limits>
#include <set>
#include <sstream>

#include "export/atomic_file.hpp"
#include "export/picture.hpp"
#include "tests/export/nasty_graph.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class OutputFolder : public testing::Test {
 protected:
  OutputFolder() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) / (std::string("zonekg_") + test->test_suite_name() + '_' + test->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~OutputFolder() override { fs::remove_all(folder_); }

  [[nodiscard]] std::size_t file_count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_;
};

TEST(Formats, AreFoundByNameOrExtension) {
  const std::pair<const char*, const char*> cases[] = {
      {"graphml", "graphml"},   {"JSON", "json"}, {"g.graphml", "graphml"},
      {"a/b.c/g.JSON", "json"}, {"x.dot", "dot"}, {"x.gv", "dot"},
      {"报告.xml", "graphml"},  {"g.txt", ""},    {"", ""},
      {"dir.json/g", ""},       {".json", ""},  {"g.csv", "csv"},
      {"g.neo4j.csv", "neo4j"}, {".neo4j.csv", "csv"},  {"g.ftm.json", "ftm"},
      {"g.report.html", "report"}, {"g.html", "explorer"}, {"a.b.sqlite", "sqlite"}};
  for (const auto& [text, expected] : cases) {
    const Format* format = find_format(text);
    EXPECT_EQ(format == nullptr ? "" : format->name, expected) << text;
  }
}

TEST(Formats, NamesAndExtensionsAreDistinct) {
  std::set<std::string_view> seen;
  for (const Format& format : formats()) {
    EXPECT_TRUE(seen.insert(format.name).second) << format.name;
    for (const auto extension : format.extensions) EXPECT_TRUE(seen.insert(extension).second) << extension;
  }
}

TEST_F(OutputFolder, HoldsTheFilesAndNothingElse) {
  std::size_t count = 0;
  for (const Format& format : formats()) {
    if (picture_kind(format.name)) continue; // Graphviz may be missing; tests/readers has them
    const fs::path path = folder_ / ("g" + std::string(format.extensions.front()));
    write_graph(format, test::nasty_graph(), path);
    for (const GraphFile& file : graph_files(format, path)) {
      std::ostringstream expected;
      file.write(test::nasty_graph(), expected);
      EXPECT_EQ(read_file(file.path), expected.str()) << file.path;
      EXPECT_FALSE(expected.str().empty()) << file.path;
      ++count;
    }
  }
  EXPECT_EQ(file_count(), count);
}

TEST(GraphFiles, OfSeveralPartsKeepTheStem) {
  const std::tuple<const char*, const char*, std::vector<fs::path>> cases[] = {
      {"csv", "a/g.csv", {"a/g.nodes.csv", "a/g.edges.csv"}},
      {"csv", "g.2023.CSV", {"g.2023.nodes.csv", "g.2023.edges.csv"}},
      {"csv", "g.txt", {"g.nodes.csv", "g.edges.csv"}},
      {"neo4j", "g.neo4j.csv", {"g.neo4j.nodes.csv", "g.neo4j.relationships.csv"}},
      {"json", "a/g.json", {"a/g.json"}}};
  for (const auto& [name, path, expected] : cases) {
    std::vector<fs::path> found;
    for (const GraphFile& file : graph_files(*find_format(name), path)) found.push_back(file.path);
    EXPECT_EQ(found, expected) << path;
  }
}

// An empty graph is a file that readers take, in every format.
TEST(Formats, WriteAnEmptyGraph) {
  for (const Format& format : formats()) {
    if (picture_kind(format.name)) continue;
    for (const GraphFile& file : graph_files(format, "g")) {
      std::ostringstream out;
      file.write(Graph(), out);
      EXPECT_TRUE(format.name == "ftm" || !out.str().empty()) << format.name;
    }
  }
}

TEST(Formats, WriteTheSmallestNumber) {
  Node node;
  node.id = "zone:1";
  node.type = "zone";
  node.name = "云川经济开发区";
  node.properties = {{"small", std::numeric_limits<double>::denorm_min()}};
  const Graph graph({}, {node}, {}, {});
  for (const Format& format : formats()) {
    if (picture_kind(format.name)) continue;
    for (const GraphFile& file : graph_files(format, "g")) {
      std::ostringstream out;
      EXPECT_NO_THROW(file.write(graph, out)) << format.name;
    }
  }
}

TEST_F(OutputFolder, KeepsTheOldFileWithoutCommit) {
  std::ofstream(folder_ / "g.json") << "old";
  {
    AtomicFile file(folder_ / "g.json");
    file.stream() << "new" << std::flush;
  }
  EXPECT_EQ(read_file(folder_ / "g.json"), "old");
  EXPECT_EQ(file_count(), 1u);
}

TEST_F(OutputFolder, KeepsRightsAndLinks) {
  std::ofstream(folder_ / "g.json") << "old";
  fs::permissions(folder_ / "g.json", fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("g.json", folder_ / "link.json");
  AtomicFile file(folder_ / "link.json");
  file.stream() << "new";
  file.commit();
  EXPECT_TRUE(fs::is_symlink(folder_ / "link.json"));
  EXPECT_EQ(read_file(folder_ / "g.json"), "new");
  EXPECT_EQ(fs::status(folder_ / "g.json").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

std::string failure(const fs::path& path) {
  try {
    write_graph(formats().front(), test::nasty_graph(), path);
  } catch (const OutputError& error) {
    return error.what();
  }
  return {};
}

TEST_F(OutputFolder, FailuresSayWhatAndWhere) {
  EXPECT_NE(failure(folder_ / "none" / "g.json").find("No such file or directory; make the folder first"),
            std::string::npos);
  EXPECT_NE(failure(folder_).find("Is a directory"), std::string::npos);
  if (fs::exists("/dev/full")) {
    EXPECT_NE(failure("/dev/full").find("No space left on device; free some space"), std::string::npos);
    EXPECT_TRUE(fs::is_character_file("/dev/full"));
  }
  EXPECT_EQ(file_count(), 0u);
}

} // namespace
} // namespace zonekg
