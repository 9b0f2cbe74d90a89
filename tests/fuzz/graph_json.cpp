// A graph that somebody else wrote: refused, or a graph that is written and read back the same.
#include "core/model/diagnostic.hpp"
#include "export/writers.hpp"
#include "graph/audit.hpp"
#include "graph/read_json.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const Graph graph = read_json(std::string(fuzz::view(data, size)), "g.json");
    std::ostringstream once, twice, other;
    write_json(graph, once);
    write_json(read_json(once.str(), "again"), twice);
    fuzz::expect(once.str() == twice.str(), "a graph that is read back is the same");
    write_graphml(graph, other);
    write_markdown(graph, other);
    (void)audit(graph);
  } catch (const InputError&) {
  }
  return 0;
}
