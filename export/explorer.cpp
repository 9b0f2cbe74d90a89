#include "export/explorer.hpp"

#include "export/explorer_data.hpp"
#include "export/script_text.hpp"
#include "export/writers.hpp"

// The page goes into the program as it is: its version is the program's, and no file can be missing.
asm(".section .rodata\n"
    ".balign 16\n"
    ".globl zonekg_explorer_page\n"
    ".globl zonekg_explorer_page_end\n"
    "zonekg_explorer_page:\n"
    ".incbin \"" ZONEKG_EXPLORER_PAGE "\"\n"
    "zonekg_explorer_page_end:\n"
    ".byte 0\n"
    ".previous\n");
extern "C" {
extern const char zonekg_explorer_page[], zonekg_explorer_page_end[];
}

namespace zonekg {
namespace {

constexpr std::string_view data_line = R"(<script type="application/json" id="zonekg-data">{}</script>)";
constexpr std::string_view data_mark = "{}";
constexpr std::string_view no_connection = "connect-src 'none'", own_server = "connect-src 'self'";

struct Halves {
  std::string_view before, after; // the data
};

Halves halves_of(std::string_view page) {
  const std::size_t at = page.find(data_line) + data_line.find(data_mark);
  return {page.substr(0, at), page.substr(at + data_mark.size())};
}

void write_page(const Graph& graph, const std::vector<std::uint32_t>& nodes, const DocumentText& text, std::ostream& out) {
  const Halves halves = halves_of(explorer_page());
  out << halves.before;
  {
    ScriptText script(out);
    std::ostream data(&script);
    ExplorerData(graph).write(nodes, text, data);
    if (!data) out.setstate(std::ios::failbit);
  }
  out << halves.after;
}

} // namespace

std::string write_explorer(const Graph& graph, const DocumentText& text, std::ostream& out) {
  const bool fits = graph.node_count() <= most_in_file;
  write_page(graph, outline(graph, fits ? most_in_file : most_in_page), text, out);
  if (fits) return {};
  return "too large for one file in a browser: the page holds the " + std::to_string(most_in_page) + " most connected of " +
         std::to_string(graph.node_count()) + " nodes";
}

void write_explorer(const Graph& graph, std::ostream& out) { write_explorer(graph, {}, out); }

std::string_view explorer_page() {
  return {zonekg_explorer_page, static_cast<std::size_t>(zonekg_explorer_page_end - zonekg_explorer_page)};
}

std::string served_explorer_page() {
  const Halves halves = halves_of(explorer_page());
  std::string page(halves.before);
  page += R"({"version":1,"served":"data.json"})";
  page += halves.after;
  return page.replace(page.find(no_connection), no_connection.size(), own_server);
}

std::string_view content_policy(std::string_view page) {
  constexpr std::string_view begin = R"(http-equiv="Content-Security-Policy" content=")";
  const std::size_t at = page.find(begin) + begin.size();
  return page.substr(at, page.find('"', at) - at);
}

} // namespace zonekg
