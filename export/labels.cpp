#include "export/labels.hpp"

#include "graph/code_points.hpp"

namespace zonekg {
namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

} // namespace

std::string node_label(std::string_view type) {
  if (type.empty()) return "Unknown";
  std::string label = clean_utf8(type);
  label[0] = upper(label[0]);
  return label;
}

std::string relationship_type(std::string_view type) {
  if (type.empty()) return "UNKNOWN";
  std::string name = clean_utf8(type);
  for (char& c : name) c = upper(c);
  return name;
}

} // namespace zonekg
