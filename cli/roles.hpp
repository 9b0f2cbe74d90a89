// The role of a section in words.
#pragma once

#include <cstdint>

namespace zonekg::cli {

const char* name_of_role(std::int32_t role); // enum zkg_role

} // namespace zonekg::cli
