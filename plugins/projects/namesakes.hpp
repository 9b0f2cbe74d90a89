// Projects that carry the name of a firm: 久江新能源二期 is undertaken by 久江新能源.
#pragma once

#include <vector>

#include "core/kit/relations.hpp"

namespace zonekg {

// Proposes `undertakes` for each project whose words hold the name of a firm of the document; returns the other projects.
// Where both names are right, nearly all are undertaken by that firm; a learned model (`relation:undertakes:namesake`) tells how
// likely they are.
std::vector<kit::End> propose_namesakes(const std::vector<kit::End>& projects, const std::vector<kit::End>& companies,
                                        kit::Relater& relater);

} // namespace zonekg
