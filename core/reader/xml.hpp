// XML as a stream of events, by libxml2. No DTD, no entities but the five, no network, bounded depth: a file that wants
// more is refused.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zonekg {

struct XmlElement {
  std::string_view name;  // without prefix
  std::string_view space; // namespace address; empty when there is none
  std::vector<std::pair<std::string_view, std::string_view>> attributes; // names without prefix

  [[nodiscard]] std::string_view attribute(std::string_view name) const; // the first of that name; empty when absent
};

struct XmlEvents {
  std::function<void(const XmlElement&)> start;
  std::function<void(std::string_view name)> end;
  std::function<void(std::string_view text)> text; // in pieces
};

// Why the document could not be read to its end, or nothing. Events up to there have been given.
std::optional<std::string> parse_xml(std::string_view bytes, const XmlEvents& events);

} // namespace zonekg
