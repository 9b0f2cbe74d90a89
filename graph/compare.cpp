#include "graph/compare.hpp"

#include "graph/name_key.hpp"
#include "graph/places.hpp"

namespace zonekg {
namespace {

bool ends_with_place(std::u32string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (is_places(text.substr(i))) return true;
  return false;
}

// May what stands before a zone's name be left out? 滨海县 and 荆门高新区 may, 东部 and 新 tell a second zone from the
// first.
bool is_detachable(std::u32string_view prefix) {
  if (is_redacted(prefix) || ends_with_place(prefix)) return true;
  constexpr std::u32string_view distinguishing =
      U"东西南北中新老旧大小上下前后部一二三四五六七八九十第0123456789abcdefghij";
  return prefix.size() >= 2 && distinguishing.find(prefix.back()) == distinguishing.npos;
}

// Same core, same class: 四川射洪经济开发区 and 射洪经开区. `fuller` has no fewer places.
Comparison compare_zone_class(const NameForm& shorter, const NameForm& fuller) {
  const bool both_full = shorter.spelled != shorter.kind && fuller.spelled != fuller.kind;
  if (both_full && shorter.spelled != fuller.spelled && shorter.kind != U"园")
    return {Verdict::different, "other-class"};
  if (!fuller.places.ends_with(shorter.places) && !fuller.places.starts_with(shorter.places))
    return {Verdict::different, "other-place"};
  return {Verdict::same, "zone-class"};
}

Verdict compare_suffix(std::u32string_view part, std::u32string_view whole) {
  if (whole.size() <= part.size() || !whole.ends_with(part)) return Verdict::unsure;
  return is_detachable(whole.substr(0, whole.size() - part.size())) ? Verdict::same : Verdict::unsure;
}

Comparison compare_zones(const NameForm& shorter, const NameForm& fuller) {
  if (shorter.core == fuller.core && shorter.kind == fuller.kind) return compare_zone_class(shorter, fuller);
  const Verdict verdict =
      compare_suffix(shorter.places + shorter.core + shorter.kind, fuller.places + fuller.core + fuller.kind);
  return {verdict == Verdict::same ? verdict : compare_suffix(shorter.key, fuller.key), "zone-suffix"};
}

Comparison compare_works(const NameForm& shorter, const NameForm& fuller, const std::set<std::u32string>& zones) {
  const std::u32string whole = fuller.places + fuller.core, part = shorter.places + shorter.core;
  if (whole == part) return {Verdict::same, "class-word"};
  if (!whole.ends_with(part)) return {Verdict::unsure, "suffix"};
  std::u32string prefix = whole.substr(0, whole.size() - part.size());
  if (prefix.ends_with(U'的')) prefix.pop_back();
  if (is_places(prefix) || zones.contains(prefix)) return {Verdict::same, "place-prefix"};
  return {Verdict::unsure, "suffix"};
}

} // namespace

Comparison compare(const NameForm& shorter, const NameForm& fuller, const std::set<std::u32string>& zones) {
  if (!is_fuller(fuller, shorter)) return {Verdict::unsure, "not-shorter"};
  if (ordinals(shorter.key) != ordinals(fuller.key)) return {Verdict::different, "other-ordinal"};
  if (shorter.key == without_parentheses(fuller.key)) return {Verdict::same, "parentheses"};
  if (shorter.type == "zone") return compare_zones(shorter, fuller);
  if (shorter.type == "project" || shorter.type == "infrastructure") return compare_works(shorter, fuller, zones);
  if (shorter.type != "company") return {};
  if (is_legal_name(shorter)) return {Verdict::different, "other-legal-name"};
  return {Verdict::same, "place-and-legal-form"};
}

} // namespace zonekg
