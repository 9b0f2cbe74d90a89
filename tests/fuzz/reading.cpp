// From text to graph with all bundled plugins: evidence quotes the source, and the graph survives its own JSON.
#include "core/host/assemble.hpp"
#include "core/host/run.hpp"
#include "export/writers.hpp"
#include "graph/link.hpp"
#include "graph/read_json.hpp"
#include "tests/fuzz/analysed.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

namespace {

struct Host {
  PluginSet set;
  PluginConfig config;
  std::unique_ptr<PluginInstances> instances;
  std::unique_ptr<TriggerScanner> triggers;

  Host() {
    std::vector<Plugin> plugins;
    for (const char* name : {"zones", "companies", "projects", "funds", "infrastructure", "industries", "investments", "indicators"})
      plugins.push_back(load_plugin(std::string(ZONEKG_BUILD_DIR "/plugins/") + name + "/" + name + ".so"));
    set = order_plugins(std::move(plugins));
    config.shared = ZONEKG_BUILD_DIR "/shared";
    instances = std::make_unique<PluginInstances>(set, config);
    triggers = std::make_unique<TriggerScanner>(*instances);
  }
};

void check_evidence(const std::string& source, const Evidence& evidence) {
  std::size_t at = 0, begin = source.size(), point = 0;
  for (; point < evidence.end && at < source.size(); ++point) {
    if (point == evidence.begin) begin = at;
    at += code_point_at(source, at).size;
  }
  fuzz::expect(point == evidence.end && evidence.begin <= evidence.end, "evidence lies inside the source");
  if (evidence.begin < evidence.end) fuzz::expect(source.compare(begin, at - begin, evidence.text) == 0, "evidence quotes the source");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Host host;
  const auto document = fuzz::analysed(fuzz::as_source(fuzz::view(data, size)));
  PluginRun run = run_plugins(*document, *host.instances, *host.triggers);
  for (const Diagnostic& diagnostic : run.diagnostics) {
    std::fprintf(stderr, "%s: %s\n", diagnostic.where.c_str(), diagnostic.message.c_str());
    fuzz::expect(false, "bundled plugins fail on nothing and propose nothing that is refused");
  }
  Extraction extraction = assemble(*document, std::move(run), true);
  for (const Mention& mention : extraction.mentions) check_evidence(document->source, mention.evidence);
  for (const Relation& relation : extraction.relations) check_evidence(document->source, relation.evidence);
  for (const Fact& fact : extraction.facts) check_evidence(document->source, fact.evidence);
  const Graph graph = link({std::move(extraction)});
  std::ostringstream once, twice;
  write_json(graph, once);
  write_json(read_json(once.str(), "graph"), twice);
  fuzz::expect(once.str() == twice.str(), "a graph that is read back is the same");
  return 0;
}
