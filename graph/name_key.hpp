// Linking, step 1, normalise: the key under which two spellings of one name are equal.
#pragma once

#include <string>
#include <string_view>

namespace zonekg {

// Compatibility forms folded (NFKC), case folded, white space, quotation marks and invisible characters dropped, dashes
// alike; the class word that adds nothing dropped: a project's trailing 项目, an industry's 产业. Never empty for a
// name that holds anything at all.
std::u32string name_key(std::string_view type, std::string_view name);

// Holds a blacked-out part: XX, ×, *, □, 某. Such a name is a name inside its own document only.
bool is_redacted(std::u32string_view key);

// Says what it is and not which one: 高新区, 产业园, 公司. Outside its document it names nothing.
bool is_class_word(std::string_view type, std::u32string_view key);

} // namespace zonekg
