#include <gtest/gtest.h>

#include <algorithm>

#include "tests/host/fixture.hpp"

namespace zonekg {
namespace {

Plugin plugin(std::string id, std::vector<std::string> provided, std::vector<std::string> required) {
  Plugin p;
  p.id = std::move(id);
  p.provides = std::move(provided);
  p.requirements = std::move(required);
  return p;
}

std::string shown(const PluginSet& set) {
  std::string text;
  for (const Plugin& p : set.plugins) text += (text.empty() ? "" : " ") + p.id + std::to_string(p.level);
  return text;
}

std::string failure(std::vector<Plugin> plugins) {
  try {
    return shown(order_plugins(std::move(plugins)));
  } catch (const InputError& error) {
    return error.what();
  }
}

TEST(OrderPlugins, ByRequirementsThenId) {
  std::vector<Plugin> plugins{
      plugin("money", {"mention:investment"}, {"mention:project", "mention:company"}),
      plugin("zones", {"mention:zone"}, {}),
      plugin("projects", {"mention:project", "fact:status"}, {"mention:company"}),
      plugin("companies", {"mention:company"}, {}),
  };
  const std::string expected = "companies0 zones0 projects1 money2";
  std::ranges::sort(plugins, {}, &Plugin::id);
  do EXPECT_EQ(failure(plugins), expected);
  while (std::ranges::next_permutation(plugins, {}, &Plugin::id).found);
}

TEST(OrderPlugins, ATypeIsDecidedWhenItsLastProviderHasRun) {
  const PluginSet set = order_plugins({plugin("a", {"mention:company"}, {}), plugin("b", {"mention:zone"}, {}),
                                       plugin("c", {"mention:company"}, {"mention:zone"}),
                                       plugin("d", {"mention:project"}, {"mention:company"})});
  EXPECT_EQ(shown(set), "a0 b0 c1 d2");
  const std::map<std::string, std::uint32_t, std::less<>> expected{{"company", 1}, {"project", 2}, {"zone", 0}};
  EXPECT_EQ(set.decided_after, expected);
}

TEST(OrderPlugins, ErrorsNameThePlugins) {
  const std::string missing = failure({plugin("a", {"mention:company"}, {"mention:unicorn"})});
  EXPECT_NE(missing.find("'a' requires 'mention:unicorn', which no plugin provides"), std::string::npos) << missing;
  const std::string cycle =
      failure({plugin("a", {"mention:x"}, {"mention:z"}), plugin("b", {"mention:y"}, {"mention:x"}),
               plugin("c", {"mention:z"}, {"mention:y"}), plugin("d", {"mention:w"}, {"mention:z"})});
  EXPECT_NE(cycle.find("'a' requires 'c' requires 'b' requires 'a'"), std::string::npos) << cycle;
  const std::string itself = failure({plugin("a", {"mention:x"}, {"mention:x"})});
  EXPECT_NE(itself.find("'a' requires 'a'"), std::string::npos) << itself;
}

TEST(OrderPlugins, RealLibraries) {
  EXPECT_THROW(test::plugin_set({"cycle_chicken", "cycle_egg"}), InputError);
  EXPECT_THROW(test::plugin_set({"missing_requirement"}), InputError);
  EXPECT_EQ(shown(test::plugin_set({"later", "words"})), "words0 later1");
}

TEST(SelectPlugins, WithWhatTheyRequire) {
  const std::vector<Plugin> plugins{
      plugin("companies", {"mention:company"}, {}),
      plugin("money", {"mention:investment"}, {"mention:project"}),
      plugin("projects", {"mention:project"}, {"mention:company"}),
      plugin("zones", {"mention:zone"}, {}),
  };
  const auto ids = [&](const std::vector<std::string>& only) {
    std::vector<std::string> chosen;
    for (const Plugin& p : select_plugins(plugins, only)) chosen.push_back(p.id);
    return chosen;
  };
  EXPECT_EQ(ids({}).size(), 4u);
  EXPECT_EQ(ids({"zones"}), (std::vector<std::string>{"zones"}));
  EXPECT_EQ(ids({"money", "zones"}), (std::vector<std::string>{"companies", "money", "projects", "zones"}));
  EXPECT_THROW(ids({"money", "nobody"}), UsageError);
}

} // namespace
} // namespace zonekg
