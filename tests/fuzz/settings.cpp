// The user's configuration and the lexicons of plugins.
#include "core/host/settings.hpp"
#include "core/process/memory_file.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const MemoryFile file(fuzz::view(data, size));
  try {
    (void)LexiconView(read_lexicon(file.path()));
  } catch (const JsonError&) {
  }
  std::vector<Plugin> plugins(2);
  plugins[0].id = "zones";
  plugins[1].id = "companies";
  plugins[1].lexicon = {{"heads", {"公司"}}};
  static constexpr zkg_lexicon takes_words = {sizeof(zkg_lexicon), [](void*, const zkg_word_class*, std::size_t, zkg_text*) -> std::int32_t { return 0; }};
  plugins[1].use_lexicon = &takes_words;
  PluginConfig config;
  try {
    apply_settings(file.path(), plugins, config);
    for (const auto& [id, threshold] : config.thresholds) fuzz::expect(threshold >= 0.5 && threshold <= 1, "thresholds are in range");
  } catch (const InputError&) {
  }
  return 0;
}
