#include "core/host/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/host/assemble.hpp"
#include "tests/host/fixture.hpp"

namespace zonekg {
namespace {

PluginRun run(const AnalysedDocument& document, const PluginSet& set) {
  const PluginConfig config;
  PluginInstances instances(set, config);
  const TriggerScanner triggers(instances);
  return run_plugins(document, instances, triggers);
}

std::size_t count(const std::vector<Diagnostic>& diagnostics, std::string_view words) {
  return static_cast<std::size_t>(std::ranges::count_if(
      diagnostics, [&](const Diagnostic& d) { return d.message.find(words) != std::string::npos; }));
}

TEST(RunPlugins, LaterPluginsSeeWhatIsDecided) {
  AnalysedDocument document;
  test::fill(document, "本区有【华星集团】和【远景】。");
  const Extraction extraction = assemble(document, run(document, test::plugin_set({"later", "words"})), false);
  std::vector<std::string> mentions;
  for (const Mention& m : extraction.mentions) mentions.push_back(m.name + "|" + m.type);
  EXPECT_EQ(mentions,
            (std::vector<std::string>{"华星集团|company", "华星集团|project", "远景|company", "远景|project"}));
  ASSERT_EQ(extraction.relations.size(), 4u);
  EXPECT_EQ(extraction.relations[0].type, "located_in");
  EXPECT_EQ(extraction.relations[0].tail, reporting_zone);
  EXPECT_EQ(extraction.relations[1].type, "undertakes");
  EXPECT_EQ(extraction.relations[1].head, 0u);
  EXPECT_EQ(extraction.relations[1].tail, 1u);
  ASSERT_EQ(extraction.facts.size(), 2u);
  EXPECT_EQ(extraction.facts[1].mention, 3u);
  EXPECT_EQ(extraction.facts[1].value, "started");
  EXPECT_TRUE(extraction.diagnostics.empty());
}

TEST(RunPlugins, EvidenceQuotesTheSourceInCodePoints) {
  AnalysedDocument document;
  const std::string source = "Ａ区：😀有【华星\n集团】。";
  test::fill(document, source);
  const Extraction extraction = assemble(document, run(document, test::plugin_set({"words"})), false);
  ASSERT_EQ(extraction.mentions.size(), 1u);
  const Mention& mention = extraction.mentions[0];
  EXPECT_EQ(mention.name, "华星集团");
  EXPECT_EQ(mention.evidence.begin, 6u);
  EXPECT_EQ(mention.evidence.end, 11u);
  EXPECT_EQ(mention.evidence.text, "华星\n集团");
  EXPECT_EQ(mention.evidence.plugin, "words");
  EXPECT_EQ(mention.evidence.rule, "brackets");
}

TEST(RunPlugins, AFailedPluginIsADiagnosticAndItsCandidatesAreGone) {
  AnalysedDocument document;
  test::fill(document, "本区有【华星集团】。");
  const PluginSet set = test::plugin_set({"throws_in_extract", "throws_across", "words"});
  const PluginConfig config;
  PluginInstances instances(set, config);
  const TriggerScanner triggers(instances);
  for (int round = 0; round < 2; ++round) { // a second document finds new instances
    const Extraction extraction = assemble(document, run_plugins(document, instances, triggers), true);
    ASSERT_EQ(extraction.mentions.size(), 1u);
    EXPECT_EQ(extraction.mentions[0].name, "华星集团");
    ASSERT_EQ(extraction.rejections.size(), 1u);
    EXPECT_EQ(extraction.rejections[0].reason, "plugin failed");
    EXPECT_EQ(count(extraction.diagnostics, "failed on this document: cannot read this"), 1u);
    EXPECT_EQ(count(extraction.diagnostics, "exception crossed the plugin boundary: out of the plugin"), 1u);
  }
}

TEST(RunPlugins, EveryBadCandidateIsRefusedAndTheGoodOnesStay) {
  AnalysedDocument document;
  test::fill(document, "一期建成。二期开工。");
  const Extraction extraction = assemble(document, run(document, test::plugin_set({"bad_candidates"})), true);
  ASSERT_EQ(extraction.mentions.size(), 2u);
  EXPECT_EQ(extraction.mentions[0].name, "一期建成。");
  EXPECT_EQ(extraction.relations.size(), 2u);
  EXPECT_TRUE(extraction.rejections.empty()); // refused candidates are complaints, not rejections
  for (const char* kind :
       {"span is empty", "span is not in the text", "span cuts a character", "confidence not in 0..1",
        "string is not UTF-8", "string too long", "not declared in provides: 'mention:zone'",
        "not declared in provides: 'relation:acquires'", "attribute is not a finite number", "unknown mention id",
        "unknown modality", "period is not two dates", "relation of a mention to itself"})
    EXPECT_GT(count(extraction.diagnostics, kind), 0u) << kind;
  for (const Diagnostic& d : extraction.diagnostics) EXPECT_EQ(d.where, "plugin 'bad_candidates', report.txt");
}

TEST(RunPlugins, ManyComplaintsBecomeACount) {
  AnalysedDocument document;
  std::string text;
  for (int i = 0; i < 500; ++i) text += "一期建成。";
  test::fill(document, text);
  const PluginRun result = run(document, test::plugin_set({"bad_candidates"}));
  EXPECT_EQ(count(result.diagnostics, "relation of a mention to itself"), 4u); // three and the count
  EXPECT_EQ(count(result.diagnostics, "497 more like that: relation of a mention to itself"), 1u);
  EXPECT_LT(result.diagnostics.size(), 60u);
}

TEST(RunPlugins, EmptyDocument) {
  AnalysedDocument document;
  test::fill(document, "");
  const Extraction extraction =
      assemble(document, run(document, test::plugin_set({"words", "later", "bad_candidates"})), true);
  EXPECT_TRUE(extraction.mentions.empty());
}

TEST(TriggerScanner, EveryPluginGetsItsOwnHits) {
  const PluginSet set = test::plugin_set({"words", "later"});
  const PluginConfig config;
  const PluginInstances instances(set, config);
  const auto hits = TriggerScanner(instances).scan("a【b】");
  ASSERT_EQ(hits.size(), 2u);
  ASSERT_EQ(hits[0].size(), 2u); // words runs first
  EXPECT_EQ(hits[0][0].id, 1u);
  EXPECT_EQ(hits[0][0].span.begin, 1u);
  EXPECT_EQ(hits[0][1].id, 2u);
  EXPECT_TRUE(hits[1].empty());
}

} // namespace
} // namespace zonekg
