// Linking, step 3, compare: is the shorter of two names a short form of the fuller one?
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/name_form.hpp"

namespace zonekg {

enum class NameVerdict { same, different, unsure };

struct Comparison {
  NameVerdict verdict = NameVerdict::unsure;
  std::string_view rule; // which reason decided: place-and-legal-form, zone-suffix, other-ordinal, …
};

inline constexpr std::size_t shortest_brand = 2; // code points

// The parts of a firm's name in full that it may be called by, or begin with: with places, with bare places, without.
std::vector<std::u32string> naming_parts(const NameForm& company);

// Other class words that may stand for this one in a short form: 溧水开发区 is 溧水经济开发区.
std::vector<std::u32string_view> like_kinds(std::u32string_view kind);

Comparison compare_companies(const NameForm& shorter, const NameForm& fuller);
Comparison compare_zones(const NameForm& shorter, const NameForm& fuller, const std::set<std::u32string>& zones);

// `zones`: keys of the document's zones, whose names may stand before a facility's (射洪经开区第二污水处理厂).
// Not symmetric. Both forms of one type. Unsure where the shorter name could be meant: it then stands alone.
Comparison compare(const NameForm& shorter, const NameForm& fuller, const std::set<std::u32string>& zones);

} // namespace zonekg
