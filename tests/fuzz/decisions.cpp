// Decisions of people: refused with a line, or written and read back the same, and replayed on two documents and written.
#include "core/model/diagnostic.hpp"
#include "graph/decisions.hpp"
#include "graph/extraction_store.hpp"
#include "tests/fuzz/streamed.hpp"

using namespace zonekg;

namespace {

Extraction document(const std::string& id) {
  Extraction made;
  made.document.id = id;
  made.document.path = id + ".txt";
  const auto mention = [&](const char* type, const char* name) {
    made.mentions.push_back({type, name, 0.9, {}, {0, 0, 4, name, "p", "r"}});
  };
  mention("zone", "岚溪经济开发区");
  mention("company", "廷砾铝业有限公司");
  mention("company", "廷砾铝业");
  mention("project", "再生铝");
  made.relations.push_back({"located_in", 1, 0, 0.8, "actual", {0, 0}, {0, 0, 4, "位于", "p", "r"}});
  made.relations.push_back({"undertakes", 1, 3, 0.8, "", {0, 0}, {0, 0, 4, "承建", "p", "r"}});
  return made;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const std::vector<Decision> decisions = read_decisions(fuzz::view(data, size), "decisions");
    std::string lines, again;
    for (const Decision& decision : decisions) lines += write_decision(decision) + "\n";
    for (const Decision& decision : read_decisions(lines, "again")) again += write_decision(decision) + "\n";
    fuzz::expect(lines == again, "decisions that are read back are the same");
    const std::vector<Extraction> documents = {document("d1"), document("d2")};
    (void)stale_decisions(decisions, ExtractionStore(documents), "decisions");
    LinkOptions options;
    options.decisions = decisions;
    fuzz::check_streams(documents, options);
  } catch (const InputError&) {
  }
  return 0;
}
