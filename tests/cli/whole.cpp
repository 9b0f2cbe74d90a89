// Properties of whole runs over the sample reports, with the bundled plugins.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <map>

#include "tests/cli/shell.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;
using rapidjson::Value;

std::string text_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

// Bytes where each code point begins, and the end.
std::vector<std::size_t> code_points(const std::string& text) {
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0u) != 0x80u) offsets.push_back(i);
  offsets.push_back(text.size());
  return offsets;
}

class Quotes {
 public:
  explicit Quotes(std::string text) : text_(std::move(text)), offsets_(code_points(text_)) {}
  [[nodiscard]] std::string operator()(const Value& row) const {
    const std::size_t begin = row["begin"].GetUint(), end = row["end"].GetUint();
    if (begin > end || end >= offsets_.size()) return "(out of range)";
    return text_.substr(offsets_[begin], offsets_[end] - offsets_[begin]);
  }

 private:
  std::string text_;
  std::vector<std::size_t> offsets_;
};

rapidjson::Document parse(const std::string& json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  EXPECT_FALSE(document.HasParseError());
  return document;
}

class WholeRun : public testing::Test {
 protected:
  test::Outcome run(const std::string& command) {
    const test::Outcome outcome = test::run_shell(command, folder.path());
    EXPECT_EQ(outcome.exit_code, 0) << command << "\n" << outcome.errors;
    return outcome;
  }
  std::string bytes(const char* file) { return test::read_file(folder.path() / file); }

  const test::TemporaryFolder folder;
};

TEST_F(WholeRun, SameBytesForAnyNumberOfThreadsAndOrderOfInputs) {
  run("zonekg build $REPORTS --jobs 1 -o 1.json -o 1.graphml -o 1.dot");
  run("zonekg build $REPORTS --jobs 3 -o 3.json -o 3.graphml -o 3.dot");
  for (const char* ending : {"json", "graphml", "dot"}) {
    EXPECT_FALSE(bytes((std::string("1.") + ending).c_str()).empty());
    EXPECT_EQ(bytes((std::string("1.") + ending).c_str()), bytes((std::string("3.") + ending).c_str())) << ending;
  }
  run("zonekg build $(ls $REPORTS/*.txt) -o up.json; zonekg build $(ls -r $REPORTS/*.txt) --jobs 2 -o down.json");
  EXPECT_FALSE(bytes("up.json").empty());
  EXPECT_EQ(bytes("up.json"), bytes("down.json"));
}

TEST_F(WholeRun, EveryNodeAndEdgeQuotesItsDocument) {
  run("zonekg build $REPORTS -o g.json");
  const rapidjson::Document graph = parse(bytes("g.json"));
  std::map<std::string, Quotes> quotes;
  for (const Value& document : graph["graph"]["documents"].GetArray())
    quotes.emplace(text_of(document["id"]),
                   Quotes(run("zonekg text $REPORTS/'" + text_of(document["path"]) + "'").output));
  std::size_t checked = 0;
  const auto check = [&](const Value& evidence) {
    for (const Value& row : evidence.GetArray()) {
      EXPECT_EQ(quotes.at(text_of(row["doc"]))(row), text_of(row["text"]));
      EXPECT_FALSE(text_of(row["text"]).empty());
      ++checked;
    }
    EXPECT_FALSE(evidence.Empty());
  };
  for (const Value& node : graph["nodes"].GetArray())
    if (!node.HasMember("implicit")) check(node["mentions"]);
  for (const Value& edge : graph["links"].GetArray()) check(edge["evidence"]);
  EXPECT_GT(checked, 100u);
}

TEST_F(WholeRun, LayersQuoteTheText) {
  for (const fs::directory_entry& report : fs::directory_iterator(ZONEKG_SOURCE_DIR "/examples/reports")) {
    if (report.path().extension() != ".txt") continue;
    const std::string file = std::string("'").append(report.path().string()).append("'");
    const rapidjson::Document layers = parse(run("zonekg layers " + file).output);
    const Quotes quotes(run("zonekg text " + file).output);
    for (const char* layer : {"sentences", "words", "sections", "enumerations", "quantities", "periods", "repairs"}) {
      ASSERT_TRUE(layers.HasMember(layer)) << layer;
      for (const Value& row : layers[layer].GetArray())
        EXPECT_EQ(quotes(row), text_of(row["text"])) << layer << " of " << file;
    }
    EXPECT_FALSE(layers["sentences"].Empty()) << file;
    EXPECT_FALSE(layers["words"].Empty()) << file;
  }
}

TEST_F(WholeRun, CopiesOfOneFileAreDocumentsOfTheirOwn) {
  test::write_file(folder.path() / "z.txt", "【远景】建成。\n");
  test::write_file(folder.path() / "a.txt", "【远景】建成。\n");
  run("zonekg build z.txt a.txt -o g.json --plugins $PLUGINS/words --only words");
  const rapidjson::Document graph = parse(bytes("g.json"));
  const Value& documents = graph["graph"]["documents"];
  ASSERT_EQ(documents.Size(), 2u);
  EXPECT_EQ(text_of(documents[0]["path"]), "a.txt");
  EXPECT_EQ(text_of(documents[1]["id"]), text_of(documents[0]["id"]) + "-2");
}

TEST_F(WholeRun, TheEightBundledPlugins) {
  const rapidjson::Document plugins = parse(run("zonekg plugins list --json").output);
  std::vector<std::string> ids;
  for (const Value& plugin : plugins.GetArray()) ids.push_back(text_of(plugin["id"]));
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(ids, (std::vector<std::string>{"companies", "funds", "indicators", "industries", "infrastructure",
                                           "investments", "projects", "zones"}));
}

TEST_F(WholeRun, HostileInputs) {
  test::write_file(folder.path() / "empty.txt", "");
  test::write_file(folder.path() / "nul.txt", std::string("a\0b\xFF\xFE", 5));
  test::write_file(folder.path() / "blank.txt", "\n \n\t\n");
  std::string noise;
  for (unsigned i = 0, state = 1; i < 20000; ++i)
    noise += static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
  test::write_file(folder.path() / "noise.txt", noise);
  std::string long_line;
  for (int i = 0; i < 300; ++i) long_line += "华星、";
  test::write_file(folder.path() / "line.txt", long_line);
  run("zonekg build . -q -o g.json -o g.graphml -o g.dot && zonekg layers noise.txt");
  EXPECT_EQ(parse(bytes("g.json"))["graph"]["documents"].Size(), 5u);
}

} // namespace
} // namespace zonekg
