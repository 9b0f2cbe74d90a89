// A graph as a report: headings, sentences and tables with numbered sources, independent of how it is written.
#pragma once

#include <string>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

struct ReportCell {
  std::string text;
  std::vector<std::size_t> sources; // numbers of Report.sources, from 1
};

struct ReportTable {
  std::vector<std::string> header;
  std::vector<std::vector<ReportCell>> rows;
};

struct ReportSection {
  int level; // 2 …
  std::string heading;
  std::vector<ReportCell> paragraphs;
  ReportTable table; // no header: no table
};

struct Report {
  std::string title;
  std::vector<ReportSection> sections;
  std::vector<std::string> sources; // file, place, offsets and the words
};

// By zone: projects, companies, facilities, money, figures; then what belongs to no zone.
Report make_report(const Graph& graph);

} // namespace zonekg
