#include "core/reader/docbook_tables.hpp"

#include <string>

#include "core/reader/xml.hpp"

namespace zonekg {

std::vector<TableRows> read_docbook_tables(std::string_view xml) {
  if (const std::size_t type = xml.find("<!DOCTYPE"); type != std::string_view::npos) {
    const std::size_t end = xml.find('>', type);
    xml = end == std::string_view::npos ? std::string_view() : xml.substr(end + 1);
  }
  std::vector<TableRows> tables;
  bool in_row = false, in_cell = false;
  XmlEvents events;
  events.start = [&](const XmlElement& e) {
    if (e.name == "informaltable") tables.emplace_back();
    else if (e.name == "row" && !tables.empty()) {
      tables.back().emplace_back();
      in_row = true;
    } else if (e.name == "entry" && in_row) {
      tables.back().back().emplace_back();
      in_cell = true;
    } else if (in_cell) {
      tables.back().back().back().text += ' '; // a paragraph inside
    }
  };
  events.end = [&](std::string_view name) {
    if (name == "entry") in_cell = false;
    if (name == "row") in_row = false;
  };
  events.text = [&](std::string_view text) {
    if (in_cell) tables.back().back().back().text += text;
  };
  if (xml.empty() || parse_xml(xml, events)) return {};
  return tables;
}

} // namespace zonekg
