// Lists as one line of text, for formats that know no lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

enum class ValueKind { text, number, flag };

// A property as one or two plain values: a figure becomes KEY and KEY_unit.
struct PlainValue {
  std::string key;
  ValueKind kind;
  std::string text;
};
std::vector<PlainValue> plain_values(const Property& property);
double number_of(std::string_view text); // of a plain value, the smallest too

std::string readable_list(const std::vector<std::string>& items); // a; b

// d0123456789ab:12-16 滨海工业园 (zones, suffix); d0123456789ab:40-42 园区 (zones, suffix) @ page 3; …
std::string readable_evidence(const std::vector<Evidence>& evidence, const GraphHeader& header);
void append_evidence(std::string& out, const std::vector<Evidence>& evidence, const GraphHeader& header); // the same behind `out`
void append_number(std::string& out, std::uint64_t number);

// in_production (actual, 2023-01/2023-12) [d0123456789ab:12-16 …]; …
std::string readable_history(const History& history, const GraphHeader& header);

} // namespace zonekg
