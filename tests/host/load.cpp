#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "core/host/instances.hpp"
#include "tests/host/fixture.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;

std::string refusal(const fs::path& file) {
  try {
    load_plugin(file);
  } catch (const InputError& error) {
    return error.what();
  }
  return "loaded";
}

struct Refused {
  const char* plugin;
  std::vector<const char*> says;
};

TEST(LoadPlugin, RefusalsAreReadable) {
  const Refused table[] = {
      {"wrong_major", {"ABI 99.7", "this zonekg has 1.1"}},
      {"no_symbol", {"zkg_plugin_entry"}},
      {"bad_id", {"'Bad Id!'"}},
      {"bad_list", {"'company'", "mention:TYPE"}},
  };
  for (const Refused& row : table) {
    const fs::path file = test::plugin_file(row.plugin);
    const std::string message = refusal(file);
    EXPECT_NE(message.find(file.string()), std::string::npos) << message;
    for (const char* words : row.says) EXPECT_NE(message.find(words), std::string::npos) << message;
  }
}

TEST(LoadPlugin, NotALibraryGivesTheLoadersWords) {
  const fs::path file = fs::path(testing::TempDir()) / "zonekg_text.so";
  std::ofstream(file) << std::string(4096, 'x');
  EXPECT_NE(refusal(file).find("invalid ELF header"), std::string::npos) << refusal(file);
  fs::remove(file);
  EXPECT_NE(refusal(file).find("No such file"), std::string::npos) << refusal(file);
}

TEST(LoadPlugin, AWorkingOne) {
  const Plugin plugin = load_plugin(test::plugin_file("words"));
  EXPECT_EQ(plugin.id, "words");
  EXPECT_EQ(plugin.version, "1.0.0");
  EXPECT_EQ(plugin.provides, (std::vector<std::string>{"mention:company", "relation:located_in"}));
  EXPECT_TRUE(plugin.requirements.empty());
  EXPECT_TRUE(provides(plugin, "mention", "company"));
  EXPECT_FALSE(provides(plugin, "mention", "comp"));
  EXPECT_FALSE(provides(plugin, "relation", "company"));
}

struct EntryCase {
  const char* why;
  void (*spoil)(zkg_entry&);
  const char* says;
};

constexpr const char* endless_entry = "mention:company";

TEST(CheckEntry, TrustsNothing) {
  const EntryCase cases[] = {
      {"no id", [](zkg_entry& e) { e.id = nullptr; }, "its id"},
      {"empty id", [](zkg_entry& e) { e.id = ""; }, "its id ''"},
      {"id is not UTF-8", [](zkg_entry& e) { e.id = "\xFF"; }, "(unreadable)"},
      {"no version", [](zkg_entry& e) { e.version = nullptr; }, "no version"},
      {"no list", [](zkg_entry& e) { e.provides = nullptr; }, "list"},
      {"no functions", [](zkg_entry& e) { e.plugin = nullptr; }, "functions"},
      {"a list without end",
       [](zkg_entry& e) {
         static const std::vector<const char*> endless(300, endless_entry);
         e.provides = endless.data();
       },
       "256"},
      {"provides nothing",
       [](zkg_entry& e) {
         static const char* const nothing[] = {nullptr};
         e.provides = nothing;
       },
       "provides nothing"},
  };
  const Plugin good = load_plugin(test::plugin_file("words"));
  static const char* const provided[] = {"mention:company", nullptr};
  static const char* const required[] = {nullptr};
  for (const EntryCase& c : cases) {
    zkg_entry entry{ZKG_ABI_MAJOR, ZKG_ABI_MINOR, "x", "1", "", provided, required, good.functions, nullptr};
    EXPECT_NO_THROW(check_entry(entry, "x.so"));
    c.spoil(entry);
    try {
      check_entry(entry, "x.so");
      ADD_FAILURE() << c.why;
    } catch (const InputError& error) {
      EXPECT_NE(std::string(error.what()).find(c.says), std::string::npos) << c.why << ": " << error.what();
    }
  }
}

TEST(LoadPlugins, OfTwoWithOneIdTheFirstStays) {
  const fs::path root = fs::path(ZONEKG_BUILD_DIR) / "test_plugins";
  const FoundPlugins found = load_plugins({root / "same_id_first", root / "same_id_second"}, trust_all());
  ASSERT_EQ(found.plugins.size(), 1u);
  EXPECT_EQ(found.plugins[0].version, "1.0.0");
  ASSERT_EQ(found.refusals.size(), 1u);
  EXPECT_EQ(found.refusals[0].severity, Severity::warning);
  EXPECT_NE(found.refusals[0].message.find("same_id_first.so"), std::string::npos);
  const FoundPlugins turned = load_plugins({root / "same_id_second", root / "same_id_first"}, trust_all());
  ASSERT_EQ(turned.plugins.size(), 1u);
  EXPECT_EQ(turned.plugins[0].version, "2.0.0");
}

TEST(LoadPlugins, AFolderReachedTwiceIsNoRefusal) {
  const fs::path folder = fs::path(ZONEKG_BUILD_DIR) / "test_plugins" / "words";
  const FoundPlugins found = load_plugins({folder, folder / ".." / "words"}, trust_all());
  EXPECT_EQ(found.plugins.size(), 1u);
  EXPECT_TRUE(found.refusals.empty());
}

TEST(LoadPlugins, OneThatCannotBeUsedDoesNotHideTheOthers) {
  LoadPolicy policy;
  policy.isolation.program = ZONEKG_BUILD_DIR "/zonekg";
  const FoundPlugins found = load_plugins({fs::path(ZONEKG_BUILD_DIR) / "test_plugins"}, policy);
  const auto errors = std::ranges::count(found.refusals, Severity::error, &Diagnostic::severity);
  EXPECT_EQ(errors, 5); // wrong_major, no_symbol, bad_id, bad_list, crashes_on_load
  EXPECT_TRUE(std::ranges::any_of(found.plugins, [](const Plugin& p) { return p.id == "words"; }));
  EXPECT_TRUE(std::ranges::is_sorted(found.plugins, {}, &Plugin::id));
}

TEST(Instances, AnInstanceThatCannotBeMadeNamesItsPlugin) {
  const PluginSet set = test::plugin_set({"throws_in_constructor"});
  const PluginConfig config;
  try {
    const PluginInstances instances(set, config);
    ADD_FAILURE() << "made";
  } catch (const InputError& error) {
    const std::string message = error.what();
    EXPECT_NE(message.find("'throws_in_constructor'"), std::string::npos) << message;
    EXPECT_NE(message.find("the lexicon is missing"), std::string::npos) << message;
  }
}

std::vector<std::string> exported_symbols(const fs::path& library) {
  std::vector<std::string> symbols;
  FILE* nm = popen(("nm -D --defined-only '" + library.string() + "'").c_str(), "r");
  char line[512];
  while (nm && std::fgets(line, sizeof line, nm)) {
    std::string text(line);
    text.erase(text.find_last_not_of(" \n") + 1);
    symbols.push_back(text.substr(text.rfind(' ') + 1));
  }
  if (nm) pclose(nm);
  return symbols;
}

TEST(BundledPlugins, ExportOneSymbol) {
  std::size_t seen = 0;
  for (const fs::directory_entry& folder : fs::directory_iterator(fs::path(ZONEKG_BUILD_DIR) / "plugins")) {
    const fs::path library = folder.path() / (folder.path().filename().string() + ".so");
    if (!fs::exists(library)) continue; // the build's own folders
    EXPECT_EQ(exported_symbols(library), std::vector<std::string>{ZKG_ENTRY_SYMBOL}) << library;
    ++seen;
  }
  EXPECT_EQ(seen, 9u);
}

} // namespace
} // namespace zonekg
