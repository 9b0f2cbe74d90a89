// What makes a sentence telling: figures and strings that look like names.
#pragma once

#include <vector>

#include "cli/evaluation/coverage.hpp"
#include "core/kit/name_likeness.hpp"
#include "core/model/document.hpp"

namespace zonekg {

// By sentence (rows of the sentences layer), in order of the text within each kind.
std::vector<std::vector<Sign>> find_signs(const AnalysedDocument& document, const kit::NameLikeness& likeness);

} // namespace zonekg
