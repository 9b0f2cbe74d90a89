// Which zone a document reports about: one of those it names, or one that it never names.
#pragma once

#include <string_view>
#include <vector>

#include "core/kit/entity_extractor.hpp"

namespace zonekg {

constexpr std::string_view reporting_model = "fact:reporting";

// Sets the number `reporting` of each likely mention: the probability that the document reports about the zone of that name.
void mark_reporting(const kit::Reading& reading, const kit::Model& model, std::vector<kit::Proposal>& proposals);

// In training: the choice among the mentions as a group of facts.
void teach_reporting(const std::vector<kit::End>& zones, kit::Relater& relater);

} // namespace zonekg
