#include "graph/compare.hpp"

#include "graph/name_key.hpp"
#include "graph/places.hpp"

namespace zonekg {
namespace {

Comparison compare_works(const NameForm& shorter, const NameForm& fuller, const std::set<std::u32string>& zones) {
  const std::u32string whole = fuller.places + fuller.core, part = shorter.places + shorter.core;
  if (whole == part) return {NameVerdict::same, "class-word"};
  if (!whole.ends_with(part)) return {NameVerdict::unsure, "suffix"};
  std::u32string prefix = whole.substr(0, whole.size() - part.size());
  if (prefix.ends_with(U'的')) prefix.pop_back();
  if (is_places(prefix) || zones.contains(prefix)) return {NameVerdict::same, "place-prefix"};
  return {NameVerdict::unsure, "suffix"};
}

std::u32string_view without_second_name(const NameForm& form) {
  std::u32string_view key = form.key;
  if (const auto second = second_name(form.type, key); !second.empty()) key.remove_suffix(second.size() + 2);
  return key;
}

} // namespace

Comparison compare(const NameForm& shorter, const NameForm& fuller, const std::set<std::u32string>& zones) {
  if (!is_fuller(fuller, shorter)) return {NameVerdict::unsure, "not-shorter"};
  if (!second_name(fuller.type, fuller.key).empty() && shorter.key == second_name(fuller.type, fuller.key))
    return {NameVerdict::same, "second-name"};
  if (ordinals(without_second_name(shorter)) != ordinals(without_second_name(fuller)))
    return {NameVerdict::different, "other-ordinal"};
  if (shorter.key == without_parentheses(fuller.key)) return {NameVerdict::same, "parentheses"};
  if (shorter.type == "zone") return compare_zones(shorter, fuller, zones);
  if (shorter.type == "company") return compare_companies(shorter, fuller);
  if (shorter.type == "project" || shorter.type == "infrastructure") return compare_works(shorter, fuller, zones);
  return {};
}

} // namespace zonekg
