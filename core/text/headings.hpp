// What a heading says about the section below it.
#pragma once

#include <string_view>

#include "core/abi/plugin.h"

namespace zonekg {

// ZKG_ROLE_NONE when the words say nothing.
zkg_role heading_role(std::string_view heading);

// Bytes of the heading at the start of `words` (one line, behind the number): up to a full stop or colon, or to the
// word that closes a heading run into its text (`存在问题和不足2023年上半年,…`).
std::size_t heading_size(std::string_view words);

} // namespace zonekg
