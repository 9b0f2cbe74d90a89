// The report as Markdown and as HTML.
#include <string>
#include <string_view>

#include "core/text/utf8.hpp"
#include "export/report.hpp"
#include "export/writers.hpp"
#include "export/xml_text.hpp"
#include "graph/code_points.hpp"

namespace zonekg {
namespace {

// Plain words for every Markdown dialect: no markup, no HTML, one line.
std::string escape_markdown(std::string_view text) {
  constexpr std::u32string_view markup = U"\\`*_{}[]<>()#+!|~$&";
  std::string result;
  for (const char32_t c : to_code_points(text)) {
    if (c < 0x20 || c == 0x2028 || c == 0x2029) {
      result += ' ';
      continue;
    }
    if (markup.find(c) != std::u32string_view::npos) result += '\\';
    append_code_point(result, c);
  }
  return result;
}

void put_markdown(const ReportCell& cell, std::ostream& out) {
  out << escape_markdown(cell.text);
  for (const std::size_t number : cell.sources) out << " \\[" << number << "\\]";
}

void put_markdown(const ReportTable& table, std::ostream& out) {
  if (table.header.empty()) return;
  for (const std::string& name : table.header) out << "| " << escape_markdown(name) << ' ';
  out << "|\n";
  for (std::size_t i = 0; i < table.header.size(); ++i) out << "| --- ";
  out << "|\n";
  for (const auto& row : table.rows) {
    for (const ReportCell& cell : row) {
      out << "| ";
      put_markdown(cell, out);
      out << ' ';
    }
    out << "|\n";
  }
  out << '\n';
}

void put_html(const ReportCell& cell, std::ostream& out) {
  out << escape_xml(cell.text);
  for (const std::size_t number : cell.sources) out << "<sup><a href=\"#s" << number << "\">" << number << "</a></sup>";
}

void put_html(const ReportTable& table, std::ostream& out) {
  if (table.header.empty()) return;
  out << "<table><thead><tr>";
  for (const std::string& name : table.header) out << "<th scope=\"col\">" << escape_xml(name) << "</th>";
  out << "</tr></thead><tbody>\n";
  for (const auto& row : table.rows) {
    out << "<tr>";
    for (const ReportCell& cell : row) {
      out << "<td>";
      put_html(cell, out);
      out << "</td>";
    }
    out << "</tr>\n";
  }
  out << "</tbody></table>\n";
}

} // namespace

void write_markdown(const Graph& graph, std::ostream& out) {
  const Report report = make_report(graph);
  out << "# " << escape_markdown(report.title) << "\n\n";
  for (const ReportSection& section : report.sections) {
    out << std::string(static_cast<std::size_t>(section.level), '#') << ' ' << escape_markdown(section.heading) << "\n\n";
    for (const ReportCell& paragraph : section.paragraphs) {
      put_markdown(paragraph, out);
      out << "\n\n";
    }
    put_markdown(section.table, out);
  }
  if (report.sources.empty()) return;
  out << "## 依据 Sources\n\n";
  for (std::size_t i = 0; i < report.sources.size(); ++i) out << i + 1 << ". " << escape_markdown(report.sources[i]) << '\n';
}

void write_html_report(const Graph& graph, std::ostream& out) {
  const Report report = make_report(graph);
  out << "<!DOCTYPE html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\">"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
         "<meta name=\"viewport\" content=\"width=device-width\"><title>"
      << escape_xml(report.title)
      << "</title><style>body{font:16px/1.6 sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#222}"
         "table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border:1px solid #bbb;padding:.3rem .5rem;"
         "text-align:left;vertical-align:top}th{background:#eef3f8}ol{font-size:.9em}li:target{background:#fff3b0}"
         "</style></head><body>\n<h1>"
      << escape_xml(report.title) << "</h1>\n";
  for (const ReportSection& section : report.sections) {
    out << "<h" << section.level << '>' << escape_xml(section.heading) << "</h" << section.level << ">\n";
    for (const ReportCell& paragraph : section.paragraphs) {
      out << "<p>";
      put_html(paragraph, out);
      out << "</p>\n";
    }
    put_html(section.table, out);
  }
  if (!report.sources.empty()) {
    out << "<h2>依据 Sources</h2>\n<ol>\n";
    for (std::size_t i = 0; i < report.sources.size(); ++i)
      out << "<li id=\"s" << i + 1 << "\">" << escape_xml(report.sources[i]) << "</li>\n";
    out << "</ol>\n";
  }
  out << "</body></html>\n";
}

} // namespace zonekg
