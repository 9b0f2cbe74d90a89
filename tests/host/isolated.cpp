// The host's end of isolated plugins: starting again, missing mechanisms, and answers that make no sense.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/host/isolated/candidate_records.hpp"
#include "core/host/isolated/document_image.hpp"
#include "core/host/isolated/orders.hpp"
#include "core/host/run.hpp"
#include "core/process/landlock.hpp"
#include "core/process/system_calls.hpp"
#include "tests/host/fixture.hpp"

namespace zonekg {
namespace {

Isolation isolation() {
  Isolation isolation;
  isolation.program = ZONEKG_BUILD_DIR "/zonekg";
  return isolation;
}

PluginSet isolated_set(const std::vector<std::string>& names, const Isolation& how) {
  std::vector<Plugin> plugins;
  for (const std::string& name : names)
    plugins.push_back(describe_isolated_plugin(test::plugin_file(name), std::make_shared<const Isolation>(how)));
  return order_plugins(std::move(plugins));
}

std::string messages(const PluginRun& run) {
  std::string text;
  for (const Diagnostic& diagnostic : run.diagnostics) text += diagnostic.message + "\n";
  return text;
}

std::string run_alone(const std::string& plugin, const Isolation& how) {
  AnalysedDocument document;
  test::fill(document, "本区有【华星集团】。");
  const PluginSet set = isolated_set({plugin}, how);
  const PluginConfig config;
  PluginInstances instances(set, config);
  return messages(run_plugins(document, instances, TriggerScanner(instances)));
}

TEST(IsolatedPlugin, SaysOfItselfWhatItSaysInProcess) {
  for (const char* name : {"words", "later", "bad_candidates"}) {
    const Plugin here = load_plugin(test::plugin_file(name));
    const Plugin there = describe_isolated_plugin(test::plugin_file(name), std::make_shared<const Isolation>(isolation()));
    EXPECT_EQ(there.id, here.id);
    EXPECT_EQ(there.version, here.version);
    EXPECT_EQ(there.summary, here.summary);
    EXPECT_EQ(there.provides, here.provides);
    EXPECT_EQ(there.requirements, here.requirements);
    EXPECT_EQ(there.file, here.file);
    EXPECT_EQ(there.functions, nullptr);
  }
}

TEST(IsolatedPlugin, StartsAgainAfterACrash) {
  AnalysedDocument good, bad;
  test::fill(good, "设立【一号基金】。");
  test::fill(bad, "设立【二号基金】。崩。");
  const PluginSet set = isolated_set({"crashes_on_word"}, isolation());
  const PluginConfig config;
  PluginInstances instances(set, config);
  const TriggerScanner triggers(instances);
  for (int round = 0; round < 2; ++round) {
    const PluginRun crashed = run_plugins(bad, instances, triggers);
    EXPECT_EQ(crashed.crashed, std::set<std::size_t>{0});
    for (const RawMention& mention : crashed.candidates.mentions) EXPECT_EQ(mention.verdict, Verdict::plugin_failed);
    const PluginRun fine = run_plugins(good, instances, triggers);
    EXPECT_TRUE(fine.crashed.empty());
    EXPECT_EQ(messages(fine), "");
    ASSERT_EQ(fine.candidates.mentions.size(), 1u);
  }
}

TEST(IsolatedPlugin, OffPluginsDoNotRun) {
  AnalysedDocument bad;
  test::fill(bad, "设立【二号基金】。崩。");
  const PluginSet set = isolated_set({"crashes_on_word"}, isolation());
  const PluginConfig config;
  PluginInstances instances(set, config);
  const PluginRun run = run_plugins(bad, instances, TriggerScanner(instances), {0});
  EXPECT_TRUE(run.crashed.empty());
  EXPECT_TRUE(run.candidates.mentions.empty());
}

TEST(IsolatedPlugin, LaterPluginsSeeMentionsAsInProcess) {
  AnalysedDocument document;
  test::fill(document, "本区有【华星集团】和【远景】。");
  const PluginSet here = test::plugin_set({"later", "words"}), there = isolated_set({"later", "words"}, isolation());
  const PluginConfig config;
  PluginInstances one(here, config), other(there, config);
  const RawCandidates a = run_plugins(document, one, TriggerScanner(one)).candidates;
  const RawCandidates b = run_plugins(document, other, TriggerScanner(other)).candidates;
  ASSERT_EQ(a.mentions.size(), 4u);
  ASSERT_EQ(b.mentions.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(b.mentions[i].type, a.mentions[i].type);
    EXPECT_EQ(b.mentions[i].verdict, a.mentions[i].verdict);
  }
  ASSERT_EQ(b.relations.size(), a.relations.size());
  for (std::size_t i = 0; i < a.relations.size(); ++i) {
    EXPECT_EQ(b.relations[i].head, a.relations[i].head);
    EXPECT_EQ(b.relations[i].tail, a.relations[i].tail);
  }
  EXPECT_EQ(b.facts.size(), a.facts.size());
}

TEST(IsolatedPlugin, WhereTheKernelLacksAMechanismTheOtherIsLeft) {
  Isolation no_files = isolation(), no_calls = isolation();
  no_files.restrict_files = false;
  no_calls.filter_calls = false;
  ASSERT_FALSE(missing_protections(no_files).empty());
  EXPECT_NE(missing_protections(no_files).front().find("no Landlock"), std::string::npos);
  EXPECT_NE(missing_protections(no_calls).back().find("does not filter system calls"), std::string::npos);
  EXPECT_NE(run_alone("opens_files", no_files).find("it read root"), std::string::npos);
  if (can_filter_system_calls()) {
    EXPECT_NE(run_alone("uses_network", no_files).find("it called socket"), std::string::npos);
    EXPECT_NE(run_alone("writes_files", no_files).find("cannot write to its folder"), std::string::npos);
  }
  EXPECT_NE(run_alone("uses_network", no_calls).find("it has a socket"), std::string::npos);
  if (landlock_version() > 0) {
    EXPECT_NE(run_alone("opens_files", no_calls).find("cannot read /etc/passwd"), std::string::npos);
    EXPECT_NE(run_alone("writes_files", no_calls).find("cannot write to its folder"), std::string::npos);
  }
}

// Counts what it is given and takes nothing.
struct CountingSink {
  std::size_t calls = 0;
  template <class Candidate> static std::uint32_t take(void* host, const Candidate*) {
    ++static_cast<CountingSink*>(host)->calls;
    return ZKG_NO_MENTION;
  }
  zkg_sink abi{sizeof(zkg_sink), this, take<zkg_mention_candidate>, take<zkg_relation_candidate>,
               take<zkg_fact_candidate>, [](void* host, std::int32_t, zkg_span, zkg_text) {
                 ++static_cast<CountingSink*>(host)->calls;
               }};
};

// One record of each kind, refused by the sink.
std::string sample_records() {
  Packer way;
  const std::uint32_t features[] = {1, 2, 3};
  const zkg_attribute attribute{{"key", 3}, ZKG_VALUE_TEXT, {"value", 5}, 0};
  zkg_mention_candidate mention{sizeof mention, 0, {"company", 7}, {0, 3}, {nullptr, 0}, 0.5, {"rule", 4}, &attribute, 1, features, 3};
  zkg_fact_candidate fact{};
  std::uint32_t told = ZKG_NO_MENTION;
  std::uint8_t given = 1;
  RecordStorage storage;
  for (std::uint8_t kind : {std::uint8_t{1}, std::uint8_t{3}}) {
    way.number(kind);
    way.number(told);
    way.number(given);
    kind == 1 ? records::pass(way, mention, true, storage) : records::pass(way, fact, true, storage);
  }
  return way.bytes;
}

TEST(CandidateRecords, BytesThatAreCutShortOrChangedAreRefusedOrHarmless) {
  const std::string whole = sample_records();
  CountingSink sink;
  std::size_t count = 0;
  EXPECT_EQ(replay(whole, true, sink.abi, count), std::nullopt);
  EXPECT_EQ(count, 2u);
  EXPECT_EQ(sink.calls, 2u);
  for (std::size_t size = 1; size < whole.size(); ++size) {
    CountingSink cut;
    std::size_t records = 0;
    if (replay(whole.substr(0, size), true, cut.abi, records)) EXPECT_LT(cut.calls, 2u) << size;
    else EXPECT_EQ(cut.calls, 1u) << size; // between the two
  }
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (const char byte : {'\x00', '\x7f', '\xff'}) {
      std::string changed = whole;
      changed[at] = byte;
      CountingSink any;
      std::size_t records = 0;
      (void)replay(changed, true, any.abi, records);
      EXPECT_LE(any.calls, records);
    }
}

TEST(CandidateRecords, AWorkerThatToldItsPluginOtherwiseIsFoundOut) {
  std::string bytes = sample_records();
  bytes[1] = 0; // the first record's id: not ZKG_NO_MENTION
  CountingSink sink;
  std::size_t count = 0;
  EXPECT_EQ(replay(bytes, true, sink.abi, count), "what it sent back makes no sense (record 1)");
}

TEST(DocumentImage, BytesThatAreNotWholeAreRefused) {
  AnalysedDocument document;
  test::fill(document, "本区有【华星集团】。");
  SharedArea area(64);
  const zkg_document plain{sizeof plain, nullptr, {"abc", 3}, {"a.txt", 5}, {nullptr, 0}, 20240000, {0, 0},
                           [](void*, const char*) -> const zkg_table* { return nullptr; }};
  const std::size_t size = write_document(plain, 7, area);
  const DocumentImage image({area.bytes(), size});
  EXPECT_EQ(std::string_view(image.abi().text.data, image.abi().text.size), "abc");
  EXPECT_EQ(image.first_mention(), 7u);
  for (std::size_t cut = 0; cut < size; cut += 3)
    EXPECT_THROW(DocumentImage({area.bytes(), std::min(cut, size - 32)}), std::runtime_error) << cut;
}

TEST(Orders, AreReadWholeOrNotAtAll) {
  const std::string bytes = packed(LoadOrder{"/p/x.so", {"/a", "/b"}, 5, 1, 0});
  LoadOrder order;
  ASSERT_TRUE(unpack(bytes, order));
  EXPECT_EQ(order.file, "/p/x.so");
  EXPECT_EQ(order.readable, (std::vector<std::string>{"/a", "/b"}));
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(unpack(bytes.substr(0, size), order)) << size;
  EXPECT_FALSE(unpack(bytes + "x", order));
}

} // namespace
} // namespace zonekg
