// Attributes of mentions, and the properties of nodes that are made of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/extraction.hpp"
#include "graph/graph.hpp"

namespace zonekg {

// A zone named by a generic word (开发区, 我区): attribute `generic`. It means the reporting zone.
bool is_generic_zone(const Mention& mention);

// How much speaks for the mention's zone being the one the report is about: attribute `reporting`.
std::optional<double> reporting_score(const Mention& mention);

std::string attribute_text(const AttributeValue& value); // shortest form that reads back as the same value

// Properties of a node from all its mentions: for each key the value of the mention of greatest confidence, the first
// of equals. Leaves out what only linking reads, and figures that are not finite; `capacity` with `capacity_unit`
// becomes one figure.
std::vector<Property> merge_attributes(const std::vector<const Mention*>& mentions);

void set_property(std::vector<Property>& properties, std::string key, PropertyValue value); // adds or replaces

} // namespace zonekg
