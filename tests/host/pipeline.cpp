#include "core/host/pipeline.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "core/host/sha256.hpp"
#include "tests/host/fixture.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;

std::string shown(const std::vector<Extraction>& extractions) {
  std::string text;
  for (const Extraction& e : extractions) {
    text += e.document.id + " " + e.document.path + ":";
    for (const Mention& m : e.mentions) text += " " + m.name + "@" + std::to_string(m.evidence.document);
    for (const Rejection& r : e.rejections) (text += " -") += r.evidence.text;
    for (const Diagnostic& d : e.diagnostics) text += " !" + d.message;
    text += "\n";
  }
  return text;
}

class Pipeline : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* folder : {"a", "b"}) {
      fs::create_directories(root / folder);
      for (int i = 0; i < 12; ++i)
        std::ofstream(root / folder / (std::to_string(i) + ".txt")) << "本区有【第" << i % 5 << "集团】和【远景】。";
    }
  }
  void TearDown() override { fs::remove_all(root); }

  std::string run(const std::vector<std::string>& arguments, unsigned jobs) {
    const PluginSet set = test::plugin_set({"words", "later", "throws_in_extract"});
    const PluginConfig config;
    PipelineOptions options;
    options.jobs = jobs;
    options.keep_rejections = true;
    std::size_t calls = 0;
    options.progress = [&](std::size_t done, std::size_t) { EXPECT_EQ(done, ++calls); };
    const std::vector<Input> inputs = list_inputs(arguments, has_report_ending);
    const std::string text = shown(extract(inputs, dictionary, set, config, options));
    EXPECT_EQ(calls, inputs.size());
    return text;
  }

  const fs::path root = fs::path(testing::TempDir()) / "zonekg_pipeline";
  const Dictionary dictionary{fs::path(ZONEKG_BUILD_DIR) / "words.dict"};
};

TEST_F(Pipeline, ThreadsAndOrderOfInputsDoNotMatter) {
  const std::string a = (root / "a").string(), b = (root / "b").string();
  const std::string expected = run({a, b}, 1);
  EXPECT_NE(expected.find("第0集团@0"), std::string::npos) << expected;
  EXPECT_EQ(run({a, b}, 4), expected);
  EXPECT_EQ(run({b, a}, 3), expected);
}

TEST_F(Pipeline, CopiesGetNumbersInTheOrderOfDocuments) {
  const PluginSet set = test::plugin_set({"words"});
  const PluginConfig config;
  const std::vector<Input> inputs = list_inputs({root.string()}, has_report_ending);
  std::map<std::string, std::vector<std::string>> ids; // of each content
  for (const Extraction& e : extract(inputs, dictionary, set, config, {}))
    ids[e.document.sha256].push_back(e.document.id);
  ASSERT_EQ(ids.size(), 5u);
  for (const auto& [sha256, names] : ids)
    for (std::size_t i = 0; i < names.size(); ++i)
      EXPECT_EQ(names[i], std::string("d")
                              .append(sha256, 0, 12)
                              .append(i == 0 ? std::string() : std::string("-").append(std::to_string(i + 1))));
}

TEST_F(Pipeline, ADocumentOfMoreTextThanAnyReportIsRefused) {
  const PluginSet set = test::plugin_set({"words"});
  const PluginConfig config;
  Input large{root / "large.txt", "large.txt"};
  large.content = std::string((std::size_t{64} << 20) + 1, 'a');
  const std::vector<Extraction> read = extract({large}, dictionary, set, config, {});
  ASSERT_EQ(read.size(), 1u);
  ASSERT_EQ(read[0].diagnostics.size(), 1u);
  EXPECT_EQ(read[0].diagnostics[0].message, "holds more than 64 MiB of text");
  EXPECT_TRUE(read[0].mentions.empty());
}

TEST_F(Pipeline, HowMuchTextIsReadCanBeSaid) {
  const PluginSet set = test::plugin_set({"words"});
  const PluginConfig config;
  struct Case {
    std::size_t size, most;
    const char* said;
  };
  constexpr std::size_t mib = std::size_t{1} << 20;
  for (const auto& [size, most, said] : {Case{mib, mib, ""}, Case{mib + 1, mib, "holds more than 1 MiB of text"},
                                         Case{mib + 1, 2 * mib, ""}, Case{9 * mib, 2 * mib, "holds more than 2 MiB of text"}}) {
    const std::string bytes(size, 'a');
    std::ofstream(root / "large.txt", std::ios::binary) << bytes;
    PipelineOptions options;
    options.most_text = most;
    const Input large{root / "large.txt", "large.txt"};
    const std::vector<Extraction> read = extract({large}, dictionary, set, config, options);
    ASSERT_EQ(read.size(), 1u);
    std::string all;
    for (const Diagnostic& diagnostic : read[0].diagnostics) all += diagnostic.message;
    EXPECT_EQ(all, said) << size << " of " << most;
    EXPECT_EQ(read[0].document.sha256, sha256_hex(bytes)); // also of what is not read into memory
    EXPECT_EQ(content_sha256(large), sha256_hex(bytes));
  }
}

TEST_F(Pipeline, AnInputThatVanishesIsOneDiagnosticOfAnEmptyDocument) {
  const PluginSet set = test::plugin_set({"words"});
  const PluginConfig config;
  const std::vector<Input> inputs = {{root / "none.txt", "none.txt"}, {root, "folder"}};
  const std::vector<Extraction> read = extract(inputs, dictionary, set, config, {});
  ASSERT_EQ(read.size(), 2u);
  for (const Extraction& e : read) {
    ASSERT_EQ(e.diagnostics.size(), 1u) << e.document.path;
    EXPECT_EQ(e.diagnostics[0].severity, Severity::error);
    EXPECT_EQ(e.diagnostics[0].where, e.document.path);
    EXPECT_TRUE(e.diagnostics[0].message.starts_with("cannot be read")) << e.diagnostics[0].message;
    EXPECT_TRUE(e.mentions.empty());
  }
}

} // namespace
} // namespace zonekg
