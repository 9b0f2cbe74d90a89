// A text with named spans in it, written as one line: `[华星集团|company]投资建设[[久江|company]二期|project]`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zonekg {

struct MarkedSpan {
  std::uint32_t begin = 0, end = 0; // bytes of the text
  std::string label;
};

struct MarkedText {
  std::string text;
  std::vector<MarkedSpan> spans;
};

// Throws std::invalid_argument for a bracket without its partner, or a span without words or label.
MarkedText parse_markup(std::string_view markup);

// One spelling for one set of spans: outer before inner, of equal ones by label. Spans that cross each other print too,
// but cannot be parsed back to what they were.
std::string print_markup(const MarkedText& marked);

} // namespace zonekg
