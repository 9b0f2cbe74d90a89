// Projects that carry the name of a firm: 久江新能源二期 is undertaken by 久江新能源.
#pragma once

#include <vector>

#include "core/kit/relations.hpp"

namespace zonekg {

// Proposes `undertakes` for each project whose words hold the name of a firm of the document; returns the other projects.
// Of 1,126 such pairs in annotated passages all but 12 are stated to be undertaken by that firm.
std::vector<kit::End> propose_namesakes(const std::vector<kit::End>& projects, const std::vector<kit::End>& companies,
                                        kit::Relater& relater);

} // namespace zonekg
