// What a heading says about the section below it.
#pragma once

#include <string_view>

#include "core/abi/plugin.h"

namespace zonekg {

// ZKG_ROLE_NONE when the words say nothing.
zkg_role heading_role(std::string_view heading);

// The role of a section: what its heading says, else `inherited`. Clauses (level 5) always inherit, and below a plan
// only a heading that looks back in so many words is a result (`强化经济运行调度` is none).
zkg_role section_role(std::string_view heading, int level, zkg_role inherited);

// A short line without number that names a role and nothing else: `存在问题`, `下半年工作打算`.
bool is_bare_heading(std::string_view line);

// Bytes of the heading at the start of `words` (one line, behind the number): up to a full stop or colon, or to the
// word that closes a heading run into its text (`存在问题和不足2023年上半年,…`).
std::size_t heading_size(std::string_view words);

} // namespace zonekg
