// Linking, step 3, compare: is the shorter of two names a short form of the fuller one?
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/name_form.hpp"

namespace zonekg {

enum class NameVerdict { same, different, unsure };

// How much a verdict of `same` says. Of several fuller names the strongest fit is meant.
enum class Fit : std::uint8_t {
  none,
  brand,  // the beginning of the name: 港青 of 港青油脂; nothing else may begin so
  listed, // the beginning of a listed firm's name: 卫星 of 卫星化学
  whole   // all of it but for what may be left out: place, legal form, class word
};

struct NameComparison {
  NameVerdict verdict = NameVerdict::unsure;
  std::string_view rule; // which reason decided: place-and-legal-form, zone-suffix, other-ordinal, …
  Fit fit = Fit::none;   // of `same` only
  bool local = false;    // holds only where both names are used in one area
  bool late = false;     // holds only when no document of the area says otherwise: not decided inside one document
};

// What is known of the names around two names: those of one document, or of one area.
struct Surroundings {
  std::set<std::u32string> zones;                    // keys: their names may stand before a facility's
  std::map<std::u32string, std::u32string> brands;   // of firms, by key: 恩捷 of 恩捷新材料
};
void add_surroundings(const std::vector<NameForm>& forms, Surroundings& around);

inline constexpr std::size_t shortest_brand = 2; // code points

// The parts of a firm's name in full that it may be called by, or begin with: with places, with bare places, without.
std::vector<std::u32string> naming_parts(const NameForm& company);

// Other class words that may stand for this one in a short form: 溧水开发区 is 溧水经济开发区.
std::vector<std::u32string_view> like_kinds(std::u32string_view kind);

// What is left of a firm's core without the words of trade at its end: 卫星 of 卫星化学. The core where nothing is.
std::u32string brand_of(const NameForm& company);

NameComparison compare_companies(const NameForm& shorter, const NameForm& fuller);
NameComparison compare_zones(const NameForm& shorter, const NameForm& fuller, const std::set<std::u32string>& zones);
NameComparison compare_works(const NameForm& shorter, const NameForm& fuller, const Surroundings& around);

// Not symmetric. Both forms of one type. Unsure where the shorter name could be meant: it then stands alone.
NameComparison compare(const NameForm& shorter, const NameForm& fuller, const Surroundings& around);

} // namespace zonekg
