#include "export/formats.hpp"

#include <algorithm>
#include <string>

#include "export/atomic_file.hpp"
#include "export/writers.hpp"

namespace zonekg {
namespace {

constexpr std::string_view json_extensions[] = {".json"};
constexpr std::string_view graphml_extensions[] = {".graphml", ".xml"};
constexpr std::string_view dot_extensions[] = {".dot", ".gv"};

constexpr Format all_formats[] = {
    {"graphml", graphml_extensions, "GraphML for Gephi, Cytoscape, igraph and networkx", write_graphml},
    {"dot", dot_extensions, "Graphviz DOT, coloured by type, clustered by zone", write_dot},
    {"json", json_extensions, "node-link JSON for networkx and zonekg itself", write_json},
};

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

} // namespace

std::span<const Format> formats() { return all_formats; }

const Format* find_format(std::string_view name_or_path) {
  const std::string name = lower_case(std::string(name_or_path));
  for (const Format& format : all_formats)
    if (format.name == name) return &format;
  const std::string extension = std::filesystem::path(name).extension().string();
  for (const Format& format : all_formats)
    if (std::find(format.extensions.begin(), format.extensions.end(), extension) != format.extensions.end())
      return &format;
  return nullptr;
}

void write_graph(const Format& format, const Graph& graph, const std::filesystem::path& path) {
  AtomicFile file(path);
  format.write(graph, file.stream());
  file.commit();
}

} // namespace zonekg
