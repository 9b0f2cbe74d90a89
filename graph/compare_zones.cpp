#include <algorithm>

#include "core/text/places.hpp"
#include "graph/compare.hpp"
#include "graph/name_key.hpp"

namespace zonekg {
namespace {

bool ends_with_place(std::u32string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (is_places(text.substr(i))) return true;
  return false;
}

// 徐圩 beside 徐圩新区: what names another zone is no part of this one's name. Looks at a few zones only: a text of
// thousands that begin alike must not cost a comparison of all with all.
bool names_another_zone(std::u32string_view prefix, const NameForm& fuller, const std::set<std::u32string>& zones) {
  int looks = 16;
  for (auto zone = zones.lower_bound(std::u32string(prefix));
       zone != zones.end() && zone->starts_with(prefix) && looks-- > 0; ++zone) {
    const std::u32string_view rest = std::u32string_view(*zone).substr(prefix.size());
    if (*zone != fuller.key && (rest.empty() || is_class_word("zone", rest))) return true;
  }
  return false;
}

// May what stands before a zone's name be left out? A place, a zone or its place, a blacked-out word may; 东部, 国际, a
// firm's name tell a second zone from the first.
bool is_detachable(std::u32string_view prefix, const NameForm& fuller, const std::set<std::u32string>& zones) {
  if (is_redacted(prefix) || ends_with_place(prefix)) return true;
  constexpr std::u32string_view place_words = U"省市县区镇乡村旗";
  if (prefix.size() < 2) return false;
  return place_words.find(prefix.back()) != place_words.npos || names_another_zone(prefix, fuller, zones);
}

bool agree(std::u32string_view a, std::u32string_view b) {
  const auto like = like_kinds(a);
  return a == b || std::find(like.begin(), like.end(), b) != like.end();
}

// There is one 射洪经开区; a 沿海工业园 stands on every coast.
bool names_place(const NameForm& form) { return !form.places.empty() || leading_place(form.core) == form.core.size(); }

// Same core, same class: 四川射洪经济开发区 and 射洪经开区. `fuller` has no fewer places.
NameComparison compare_zone_class(const NameForm& shorter, const NameForm& fuller) {
  const bool both_full = shorter.spelled != shorter.kind && fuller.spelled != fuller.kind;
  if (both_full && shorter.spelled != fuller.spelled && shorter.kind != U"园")
    return {NameVerdict::different, "other-class"};
  if (!bare_places(fuller.places).ends_with(bare_places(shorter.places))) return {NameVerdict::different, "other-place"};
  return {NameVerdict::same, "zone-class", Fit::whole, !names_place(shorter)};
}

bool is_suffix(std::u32string_view part, std::u32string_view whole, const NameForm& fuller,
               const std::set<std::u32string>& zones) {
  if (whole.size() <= part.size() || !whole.ends_with(part)) return false;
  const auto prefix = whole.substr(0, whole.size() - part.size());
  return !is_cut_inside_word(prefix, part) && is_detachable(prefix, fuller, zones);
}

} // namespace

std::vector<std::u32string_view> like_kinds(std::u32string_view kind) {
  if (kind == U"开发区") return {U"经开区", U"高新区"};
  if (kind == U"经开区" || kind == U"高新区") return {U"开发区"};
  return {};
}

NameComparison compare_zones(const NameForm& shorter, const NameForm& fuller, const std::set<std::u32string>& zones) {
  if (shorter.core == fuller.core && agree(shorter.kind, fuller.kind)) return compare_zone_class(shorter, fuller);
  const bool same = is_suffix(shorter.places + shorter.core + shorter.kind, fuller.places + fuller.core + fuller.kind,
                              fuller, zones) ||
                    is_suffix(shorter.key, fuller.key, fuller, zones);
  if (!same) return {NameVerdict::unsure, "zone-suffix"};
  return {NameVerdict::same, "zone-suffix", Fit::whole, true};
}

} // namespace zonekg
