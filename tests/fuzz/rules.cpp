// Rule packs: refused with a place, or run on a document without anything that the host refuses.
#include "core/host/assemble.hpp"
#include "core/host/run.hpp"
#include "core/process/memory_file.hpp"
#include "tests/fuzz/analysed.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

namespace {

constexpr const char* report = "岚溪经济开发区2023年工作总结\n一、主要成效\n岚溪实验室、廷砾铝业有限公司等2家单位与南华大学共建实验室，总投资9.6亿元。\n"
                               "名称\t投资(万元)\n一号平台\t120\n二号平台\t300\n项目已投产；新材料中试基地预计2024年建成。\n";

// The pack's own entities only: no other plugin provides what its statements require.
PluginSet only(Plugin pack) {
  pack.requirements.clear();
  std::vector<Plugin> plugins;
  plugins.push_back(std::move(pack));
  return order_plugins(std::move(plugins));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const PackReader reader = load_library(ZONEKG_BUILD_DIR "/plugins/rules/rules.so").reader.value();
  static const auto document = fuzz::analysed(report);
  const MemoryFile file(fuzz::view(data, size));
  try {
    const PluginSet set = only(load_pack(file.path(), reader));
    const PluginConfig config;
    PluginInstances instances(set, config);
    const TriggerScanner triggers(instances);
    PluginRun run = run_plugins(*document, instances, triggers);
    (void)assemble(*document, std::move(run), true);
  } catch (const InputError&) {
  }
  return 0;
}
