// Linking, step 3, compare: is the shorter of two names a short form of the fuller one?
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "graph/name_form.hpp"

namespace zonekg {

enum class Verdict { same, different, unsure };

struct Comparison {
  Verdict verdict = Verdict::unsure;
  std::string_view rule; // which reason decided: place-and-legal-form, zone-suffix, other-ordinal, …
};

// `zones`: keys of the document's zones, whose names may stand before a facility's (射洪经开区第二污水处理厂).
// Not symmetric. Both forms of one type.
Comparison compare(const NameForm& shorter, const NameForm& fuller, const std::set<std::u32string>& zones);

} // namespace zonekg
